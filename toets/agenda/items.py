"""Which papers belong together: by folder, number, zaaknummer, list of attachments, and subject, in that order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from rapidfuzz import fuzz

from toets.agenda.names import agenda_number, same_case, subject_in
from toets.matching import alike, subject_of, words_of
from toets.model.agenda import Item, Paper, Role

ALIKE = 80
"""From this likeness (0…100) two subjects or titles are the same."""

_ORDER = (Role.PROPOSAL, Role.DECISION, Role.BUDGET, Role.ATTACHMENT, Role.OTHER)


@dataclass(frozen=True, slots=True)
class Group:
    """A proposal with the papers that joined it, and by what most of them did."""

    lead: int
    others: tuple[tuple[int, str], ...] = ()


def grouped(papers: Sequence[Paper]) -> tuple[tuple[Paper, ...], tuple[Item, ...]]:
    """The papers with their item, and the items in order of number and name; a paper that belongs nowhere has none."""
    leads = [number for number, paper in enumerate(papers) if paper.role is Role.PROPOSAL]
    found: dict[int, tuple[int, str]] = {}
    for number, paper in enumerate(papers):
        joined = _lead(paper, leads, papers) if paper.role is not Role.PROPOSAL else None
        if joined:
            found[number] = joined
    order = sorted(leads, key=lambda lead: _sort_key(papers[lead]))
    papers = [_as_listed(paper, papers[found[number][0]]) if number in found else paper for number, paper in enumerate(papers)]
    items = tuple(_item(lead, found, papers) for lead in order)
    at = {paper: index for index, item in enumerate(items) for paper in item.papers}
    return tuple(replace(paper, item=at.get(number)) for number, paper in enumerate(papers)), items


def _as_listed(paper: Paper, lead: Paper) -> Paper:
    """Another paper (a verordening, a letter) that the proposal lists among its attachments is one of them."""
    if paper.role is Role.OTHER and _is_listed(paper, lead):
        return replace(paper, role=Role.ATTACHMENT, because="staat in de bijlagenlijst")
    return paper


def number_of(paper: Paper) -> str:
    """The agenda number of a paper: of its own name, else of the nearest folder that has one."""
    path = PurePath(paper.path)
    return next((number for name in (path.stem, *(each.name for each in path.parents)) if (number := agenda_number(name))), "")


def _lead(paper: Paper, leads: Sequence[int], papers: Sequence[Paper]) -> tuple[int, str] | None:
    """The proposal that a paper belongs to, and why; a reason counts only when it points to one proposal."""
    ways = _WAYS if paper.role is not Role.OTHER else _SURE_WAYS
    for why, fits in ways:
        found = [lead for lead in leads if fits(paper, papers[lead])]
        if len(found) == 1:
            return found[0], why
    return None


def _same_folder(paper: Paper, lead: Paper) -> bool:
    """In the folder of the proposal, or below it; the meeting folder itself says nothing."""
    home = PurePath(lead.path).parent
    return home != PurePath() and home in PurePath(paper.path).parents


def _same_number(paper: Paper, lead: Paper) -> bool:
    number = number_of(paper)
    return bool(number) and number == number_of(lead)


def _same_case(paper: Paper, lead: Paper) -> bool:
    return bool(paper.case) and same_case(paper.case) == same_case(lead.case)


def _is_listed(paper: Paper, lead: Paper) -> bool:
    document = lead.report.document if lead.report else None
    titles = (each.title for each in (document.attachments if document else ()))
    return any(is_called(title, paper) for title in titles if sum(map(str.isalpha, subject_in(title))) >= SHORTEST)


def _same_subject(paper: Paper, lead: Paper) -> bool:
    mine = [subject_in(paper.path), subject_of(paper.report) if paper.report else "", paper.title]
    theirs = [subject_in(lead.path), subject_of(lead.report) if lead.report else ""]
    return any(_alike(one, other) for one in mine for other in theirs)


def _alike(one: str, other: str) -> bool:
    """Alike as a whole, or the telling words of the shorter one all stand in the longer one."""
    left, right = words_of(one), words_of(other)
    if min(len(" ".join(left)), len(" ".join(right))) < SHORTEST:
        return False
    return alike(one, other) >= ALIKE or fuzz.token_set_ratio(" ".join(left), " ".join(right)) >= CONTAINED


SHORTEST = 6
"""Letters that a subject must have to say anything."""
CONTAINED = 95

_WAYS: tuple[tuple[str, Callable[[Paper, Paper], bool]], ...] = (
    ("zelfde map", _same_folder),
    ("zelfde nummer in de naam", _same_number),
    ("zelfde zaaknummer", _same_case),
    ("staat in de bijlagenlijst", _is_listed),
    ("zelfde onderwerp", _same_subject),
)

_SURE_WAYS = tuple((why, fits) for why, fits in _WAYS if fits in (_same_folder, _same_case, _is_listed))
"""How another paper (a verordening, a letter) belongs to a proposal; its own number or subject may be of the whole meeting."""


def is_called(title: str, paper: Paper) -> bool:
    """Whether a paper is what a list of attachments calls so: by its file name or its own title."""
    if not words_of(title):
        return False
    names = (PurePath(paper.path).stem, subject_in(paper.path), paper.title)
    return any(_alike(title, name) for name in names if name)


def _item(lead: int, found: dict[int, tuple[int, str]], papers: Sequence[Paper]) -> Item:
    joined = [number for number, (home, _) in found.items() if home == lead]
    joined.sort(key=lambda number: (_ORDER.index(papers[number].role), papers[number].path))
    why = Counter(found[number][1] for number in joined).most_common(1)
    paper = papers[lead]
    return Item(number_of(paper), paper.title, (lead, *joined), why[0][0] if why else "")


def _sort_key(paper: Paper) -> tuple[int, str]:
    number = number_of(paper)
    return (int(number) if number else 10_000, paper.path.casefold())

"""Attachments: what the proposal lists beside what is there, and what is there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from toets.agenda.items import is_called
from toets.agenda.names import attachment_number
from toets.model.agenda import Check, Item, Paper, Role, Spot
from toets.model.document import Attachment
from toets.model.rule import Severity

_KINDS = (("begrotingswijziging", Role.BUDGET), ("besluit", Role.DECISION))


_SECRET = re.compile(r"\b(?:geheim|vertrouwelijk|niet openbaar)")


def attachment_checks(papers: Sequence[Paper], items: Sequence[Item]) -> Iterator[Check]:
    """Listed and not there, there and not listed, with the same number, the same file twice, and belonging nowhere."""
    for number, item in enumerate(items):
        yield from _missing(item, number, papers)
        yield from _unlisted(item, number, papers)
        yield from _same_number(item, number, papers)
    yield from _doubles(papers)
    loose = tuple(Spot(one) for one, paper in enumerate(papers) if _is_loose(paper))
    if loose:
        yield Check("bijlage-los", Severity.ADVICE, "Van deze stukken is niet gevonden bij welk voorstel ze horen.", loose)


def _listed(paper: Paper) -> tuple[Attachment, ...]:
    """The attachments that should be there; a secret one is rightly left out of the papers."""
    document = paper.report.document if paper.report else None
    found = (one for one in document.attachments if one.listed) if document else ()
    return tuple(one for one in found if not _SECRET.search(one.title.casefold()))


def _missing(item: Item, number: int, papers: Sequence[Paper]) -> Iterator[Check]:
    lead = item.papers[0]
    there = [papers[one] for one in item.papers[1:]]
    # a paper that two proposals list belongs to neither, and is there for both
    loose = [paper for paper in papers if paper.item is None]
    gone = [
        one
        for one in _listed(papers[lead])
        if not (
            one.present or one.later or any(_is(one, each) for each in there) or any(is_called(one.title, each) for each in loose)
        )
    ]
    if gone:
        words = "Deze bijlage uit de lijst is" if len(gone) == 1 else "Deze bijlagen uit de lijst zijn"
        says = f"{words} niet bij de stukken gevonden."
        spots = tuple(Spot(lead, " ".join(part for part in (one.number, one.title) if part)) for one in gone)
        yield Check("bijlage-ontbreekt", Severity.ATTENTION, says, spots, number)


def _is(listed: Attachment, paper: Paper) -> bool:
    """Whether a paper is a listed attachment: by its title, its number, or because it is the only one of its kind."""
    title = listed.title.casefold()
    if is_called(listed.title, paper) or any(word in title and paper.role is role for word, role in _KINDS):
        return True
    own = attachment_number(PurePath(paper.path).name)
    return bool(own) and own == listed.number.strip(". )").casefold()


def _unlisted(item: Item, number: int, papers: Sequence[Paper]) -> Iterator[Check]:
    """Only where the proposal has a list: without one nothing is on it."""
    listed = _listed(papers[item.papers[0]])
    extra = [
        one
        for one in item.papers[1:]
        if papers[one].role in (Role.ATTACHMENT, Role.BUDGET) and not any(_is(each, papers[one]) for each in listed)
    ]
    if listed and extra:
        says = "Dit stuk staat niet in de bijlagenlijst." if len(extra) == 1 else "Deze stukken staan niet in de bijlagenlijst."
        yield Check("bijlage-niet-genoemd", Severity.ADVICE, says, tuple(Spot(one) for one in extra), number)


def _same_number(item: Item, number: int, papers: Sequence[Paper]) -> Iterator[Check]:
    found: dict[str, list[int]] = {}
    for one in item.papers:
        own = attachment_number(PurePath(papers[one].path).name)
        if own:
            found.setdefault(own, []).append(one)
    for own, numbers in found.items():
        if len({papers[one].sha256 for one in numbers}) > 1:
            says = f"Bijlage {own} komt {len(numbers)} keer voor met een andere inhoud."
            yield Check("bijlagenummer-dubbel", Severity.ATTENTION, says, tuple(Spot(one) for one in numbers), number)


def _doubles(papers: Sequence[Paper]) -> Iterator[Check]:
    found: dict[str, list[int]] = {}
    for number, paper in enumerate(papers):
        if paper.sha256:
            found.setdefault(paper.sha256, []).append(number)
    for numbers in found.values():
        if len(numbers) > 1:
            says = f"Hetzelfde bestand staat {len(numbers)} keer bij de stukken."
            yield Check("dubbel", Severity.ADVICE, says, tuple(Spot(one) for one in numbers), papers[numbers[0]].item)


def _is_loose(paper: Paper) -> bool:
    return paper.item is None and paper.role in (Role.ATTACHMENT, Role.BUDGET)

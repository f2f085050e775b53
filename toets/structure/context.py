"""What the place and the content of sections tell about their role, where the words of their headings do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toets.model.document import BlockKind, FoundBy
from toets.structure.contents import decides_only, role_by_content
from toets.structure.drafts import Draft
from toets.structure.lexicon import How, Lexicon
from toets.structure.parts import Opening
from toets.text.normal import normal

_CLAIMS = 2
_WEAK = frozenset({How.OPENS, How.NEAR, How.CUES, How.WORD})
"""Headings whose words only point to a role; what stands below them may tell otherwise."""
_UNTOLD = frozenset({None, How.CUES, How.WORD})
_PART = re.compile(r"(?:\w*lijn|spoor|pijler|thema|fase|deel|onderdeel|opgave|speerpunt|stap|project) \d", re.IGNORECASE)
"""Parts of a programme ("Lijn 1 – Warmte in de buurt") are no claims."""
_CONTENT = 0.6
"""How much of its certainty a role has that only the content tells."""


def settle(drafts: Sequence[Draft], parts: Sequence[Opening], lexicon: Lexicon) -> None:
    """Give sections the role that what is around and in them tells; names that are known keep theirs."""
    ours = [number for number, draft in enumerate(drafts) if parts[draft.part].role == "voorstel"]
    _argued_below(drafts, ours, lexicon)
    _by_content(drafts, ours, lexicon)
    _announce_points(drafts, ours, lexicon)
    _explained_later(drafts, ours)


def _explained_later(drafts: Sequence[Draft], ours: Sequence[int]) -> None:
    """A "Voorstel" in prose after a list of decision points and other sections explains them: arguments."""
    listed = False
    between = False
    for number in ours:
        draft = drafts[number]
        if draft.role != "beslispunten":
            between = between or (listed and draft.role not in ("kop", "onderwerp", "samenvatting"))
        elif not listed:
            listed = _is_list(draft)
        elif between and not _is_list(draft) and draft.found_by is not FoundBy.SENTENCE:
            draft.role = "argumenten"


def _argued_below(drafts: Sequence[Draft], ours: Sequence[int], lexicon: Lexicon) -> None:
    """Statements below "Waarom hier" or "Drie opgaven" are arguments, and so is the section that they make up."""
    for number in ours:
        above = drafts[number]
        weak = above.how is None or above.how in _WEAK or normal(above.heading).startswith("waarom")
        if not above.heading or above.role not in ("aanleiding", "overig") or not weak:
            continue
        below = [drafts[one] for one in ours if drafts[one].parent == number]
        claims = [
            one
            for one in below
            if one.how in _UNTOLD
            and not _PART.match(one.heading)
            and (one.role in (above.role, "overig") or _states(one, lexicon))
        ]
        if len(claims) >= _CLAIMS and len(claims) * 2 > len(below) and any(_states(one, lexicon) for one in claims):
            above.role = "argumenten" if above.role == "aanleiding" else above.role
            for one in claims:
                one.role = "argumenten"


def _states(draft: Draft, lexicon: Lexicon) -> bool:
    return lexicon.cues.states(normal(draft.heading).split())


def _by_content(drafts: Sequence[Draft], ours: Sequence[int], lexicon: Lexicon) -> None:
    """A section whose heading tells nothing has the role of what stands in it, where that is plain."""
    taken = {drafts[number].role for number in ours}
    for number in ours:
        draft = drafts[number]
        if draft.role != "overig" or draft.how is not None or not draft.heading:
            continue
        role = role_by_content(draft.lines, lexicon)
        if role and (role != "beslispunten" or role not in taken):
            draft.role, draft.sure = role, round(draft.sure * _CONTENT, 2)


def _announce_points(drafts: Sequence[Draft], ours: Sequence[int], lexicon: Lexicon) -> None:
    """Where no heading announces the decision points, they are sought below what else may: a draft decree, a second title."""
    if any(drafts[number].role == "beslispunten" for number in ours):
        return
    for draft in _may_announce(drafts, ours):
        announced = draft.role in ("ontwerpbesluit", "kop")
        if _is_list(draft) and (announced or role_by_content(draft.lines, lexicon) == "beslispunten"):
            draft.role = "beslispunten"
            return


def _may_announce(drafts: Sequence[Draft], ours: Sequence[int]) -> Iterator[Draft]:
    """Sections that may hold the decision points, the likeliest first."""
    held = [drafts[number] for number in ours if drafts[number].heading]
    yield from (draft for draft in held if draft.role == "ontwerpbesluit")
    yield from [draft for draft in held if draft.role == "kop"][1:]
    yield from (draft for draft in held if draft.role in ("samenvatting", "overig", "onderwerp", "aanleiding"))
    # "Wat wij voorstellen" is as likely to stand above reasons; where nothing else asks a decision, a list of nothing else tells.
    yield from (draft for draft in held if draft.how in _WEAK and decides_only(draft.lines))


def _is_list(draft: Draft) -> bool:
    return any(line.number or line.block.kind is BlockKind.ITEM for line in draft.lines)

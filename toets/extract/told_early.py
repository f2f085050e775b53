"""Days that are told of as past and lie behind the day of the proposal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from toets.extract.proposal_day import ProposalDay
from toets.extract.scene import Scene, spans_of
from toets.extract.tense import clause_at, clauses_of, narrates
from toets.model.document import Passage, Span
from toets.model.months import dutch_date
from toets.text.tokens import word_set
from toets.text.verbs import PAST

SOON = 60
"""Days behind the proposal within which a day without a year is one to come, and no day of the year before."""
LATER = 400
_HAVE = word_set("heeft hebben had hadden")
_COULD = word_set("kunnen mogen moeten willen")
"""Behind "hebben": "hebben zich kunnen voorstellen"."""
_ROLES = frozenset({"kop", "onderwerp", "bijlagen", "ondertekening", "beslispunten"})


class Early(NamedTuple):
    """A day that is told too early, and the day of the proposal."""

    passage: Passage
    span: Span
    written: str


def find(scene: Scene, written: ProposalDay) -> Iterator[Early]:
    """The days that are told of as past though they lie behind the proposal."""
    if not written.day:
        return
    for passage in scene.prose():
        if passage.role not in _ROLES:
            for span in spans_of(passage, "datum"):
                if span.more.get("grain") == "day" and _lies_behind(span, written.last) and _is_told(scene, passage, span):
                    yield Early(passage, span, dutch_date(date.fromordinal(written.day)))


def _lies_behind(span: Span, written: int) -> bool:
    if span.value:
        return written < int(span.value) <= written + LATER
    number = re.search(r"\d{1,2}", span.text)
    try:
        day = date(date.fromordinal(written).year, int(span.more.get("month", 0)), int(number[0]) if number else 0)
    except ValueError:
        return False
    return written < day.toordinal() <= written + SOON


def _is_told(scene: Scene, passage: Passage, span: Span) -> bool:
    """Whether the clause tells what was done then; "is" and "zijn" may tell what will have been done."""
    clause = clause_at(clauses_of(passage.text), span.start)
    words = frozenset(clause.words)
    had = not _HAVE.isdisjoint(words)
    told = narrates(passage.text, span.start) or (had and not _COULD.isdisjoint(words))
    past = had or not PAST.isdisjoint(words)
    if not (past and told and scene.words("al_verteld_anders").isdisjoint(words)):
        return False
    return not scene.ends_with(passage.text[: span.start], "dag_als_grens")

"""One event with two days: the meeting that decides, and the day from which a decision holds.

Only what can be about nothing else is laid beside each other: a sentence about this proposal and the one council meeting of the
head, the subject of the one decision point with a day of entry and the same subject elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from toets.extract.proposal_day import day_in
from toets.extract.rows import cells_in
from toets.extract.scene import Scene, spans_of
from toets.model.document import Metadatum, Passage, PassageKind, Span
from toets.model.months import dutch_date
from toets.text import normal, stem

COUNCIL = ("datum_raad", "vergadering")
NEAR = 70
"""So many days apart two days may be of one meeting; further apart they are of two."""

FROM_ON = re.compile(
    r"(?:met ingang van|in werking (?:te laten )?treden (?:op|per|met ingang van)|ingaande(?: op)?|ingaand(?: op)?"
    r"|in te laten gaan (?:op|per))\s*$",
    re.IGNORECASE,
)
_RAAD = r"(?:(?:de|uw) )?(?:gemeente)?raad(?:svergadering)?"
_DECIDED = re.compile(r"\b(?:besloten|vastgesteld)\b[^.;]{0,40}vergadering\b[^.;]{0,60}$", re.IGNORECASE)
_THIS = re.compile(r"\b(?:dit|het|ons) (?:raads)?voorstel\b", re.IGNORECASE)
_MEETS = re.compile(
    rf"(?<!\w){_RAAD} (?:(?:besluit|beslist|stemt|neemt een besluit|behandelt)(?: [\w ]{{3,25}})? )?"
    r"(?:van|op|d\.d\.)(?: \w+dag)? ?$",
    re.IGNORECASE,
)
_TREATS = re.compile(r"\b(?:beslui?t\w*|beslist|stemt|vastgesteld|behandeld|behandelt|geagendeerd)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:is|zijn|was|waren|werd|werden|heeft|hebben|had|hadden|eerder|vorige?|destijds|toen)\b", re.IGNORECASE)
_AFTER = re.compile(
    rf"^na (?:(?:de|het|uw) )?(?:besluitvorming|besluit|vaststelling|akkoord|instemming) (?:door|in|van) {_RAAD}"
    r" (?:op|van|d\.d\.)\s*$",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"^(?:de|het|deze|dit) (?P<subject>[^,;:.]{3,60}?) (?:treedt|treden|gaat|gaan|geldt|gelden)(?: in| in werking)?"
    r" (?:op|per|vanaf|met ingang van)\s*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")


class Meeting(NamedTuple):
    """The one meeting of the council that the head tells: its day, and how it is told."""

    day: int
    words: str


class OtherDay(NamedTuple):
    """A day that is another than the one told elsewhere for the same: `problem`, and how it is told there."""

    passage: Passage
    span: Span
    problem: str
    elsewhere: str


def council_meeting(scene: Scene) -> Meeting | None:
    """The meeting of the council that decides; None when the head tells none, or more than one."""
    found = {
        day: item.label.strip(" :")
        for item in scene.document.metadata
        if _is_council(scene, item) and (day := day_in(scene, item))
    }
    if len(found) != 1:
        return None
    ((day, label),) = found.items()
    return Meeting(day, f"{label} {dutch_date(date.fromordinal(day))}")


def _is_council(scene: Scene, item: Metadatum) -> bool:
    """Whether a field of the head tells one day, and that of a meeting of the council at which is decided."""
    told = f"{item.label} {item.value}"
    council = item.field == "datum_raad" or (item.field == "vergadering" and scene.has(told, "vergadert_raad"))
    once = sum(span.kind == "datum" for span in scene.language.spans(item.value)) == 1
    return council and once and not scene.has(told, "vergadering_vooraf")


def find(scene: Scene) -> Iterator[OtherDay]:
    """The days of the proposal and of the draft decision that another place tells otherwise."""
    meeting = council_meeting(scene)
    if meeting:
        yield from _meetings(scene, meeting)
    yield from _starts(scene)


def _meetings(scene: Scene, meeting: Meeting) -> Iterator[OtherDay]:
    """Where the decision is dated on another day than the meeting in the head."""
    told = [(one, span) for one in scene.passages for span in _days(one)]
    signed = [(one, span) for one, span in told if one.part == "ontwerpbesluit" and _is_signed(scene, one, span)]
    mine = [(one, span) for one, span in told if one.part == "voorstel" and _is_about(scene, one, span)]
    named = any(int(span.value) == meeting.day and one.part == "voorstel" and one.role != "kop" for one, span in told)
    for passage, span in (*signed, *(() if named else mine)):
        if int(span.value) != meeting.day and _is_near(int(span.value), meeting.day):
            yield OtherDay(passage, span, "other_meeting", meeting.words)


def _days(passage: Passage) -> Sequence[Span]:
    return [span for span in spans_of(passage, "datum") if span.more.get("grain") == "day" and span.value]


def _is_near(one: int, two: int) -> bool:
    """Whether two days may be meant for one: some weeks apart, or the same day of another year."""
    first, second = date.fromordinal(one), date.fromordinal(two)
    return abs(one - two) <= NEAR or (first.month, first.day) == (second.month, second.day)


def _is_signed(scene: Scene, passage: Passage, span: Span) -> bool:
    return _DECIDED.search(passage.text[: span.start]) is not None and not scene.has(passage.text, "vergadering_vooraf")


def _is_about(scene: Scene, passage: Passage, span: Span) -> bool:
    """Whether a place says on which day the council decides on this proposal."""
    if passage.role == "kop" or passage.kind == PassageKind.HEADING or scene.has(passage.text, "vergadering_vooraf"):
        return False
    if passage.kind == PassageKind.ROW:
        cells = cells_in(passage)
        return len(cells) > 1 and scene.is_one(cells[0], "stap_raadsbesluit")
    before = passage.text[: span.start]
    if len(_days(passage)) != 1 or _TOLD.search(passage.text):
        return False
    said = _THIS.search(passage.text) and _TREATS.search(passage.text) and _MEETS.search(before)
    return bool(said or _AFTER.search(before))


def _starts(scene: Scene) -> Iterator[OtherDay]:
    """A day from which the subject of a point holds, other than the one day that the points tell."""
    points = [one for one in scene.passages if one.point and one.part == "voorstel"]
    dated = [(one, span) for one in points for span in _days(one) if FROM_ON.search(one.text[: span.start])]
    if len({int(span.value) for _, span in dated}) != 1 or len({one.point for one, _ in dated}) != 1:
        return
    point, day = dated[0]
    for passage in scene.prose():
        days = _days(passage)
        if passage.point or len(days) != 1 or int(days[0].value) == int(day.value):
            continue
        if _is_start(scene, passage, days[0], point):
            told = f"{dutch_date(date.fromordinal(int(day.value)))} in het beslispunt"
            yield OtherDay(passage, days[0], "other_start", told)


def _is_start(scene: Scene, passage: Passage, day: Span, point: Passage) -> bool:
    """Whether a sentence, or the row of a planning, says from which day the subject of the point holds."""
    if scene.has(passage.text, "ingang_anders"):
        return False
    if passage.kind == PassageKind.ROW:
        return scene.is_one(cells_in(passage)[0], "stap_ingang")
    found = _STARTS.search(passage.text[: day.start])
    return bool(found and _is_subject(scene, found["subject"], point.text))


def _is_subject(scene: Scene, subject: str, point: str) -> bool:
    """Whether every telling word of a subject stands in the point, the last one perhaps as the end of a longer word."""
    words = [word for word in _WORD.findall(normal(subject)) if word not in scene.words("ingang_zegt_niets")]
    there = _WORD.findall(normal(point))
    stems = {stem(word) for word in there}
    return bool(words) and all(stem(word) in stems or any(one.endswith(word) for one in there) for word in words)

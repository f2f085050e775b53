"""Terms that are counted again: "zes weken, van 3 maart tot en met 13 april 2026", "acht weken na 11 april".

Only what a text tells in full is counted: one length, one day it starts and one day it ends. Weekends and holidays may move an
end by some days, so a few days are never a difference.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from toets.extract.proposal_day import proposal_day
from toets.extract.scene import Scene, spans_of
from toets.extract.told_days import Meeting, council_meeting
from toets.model.document import Passage, PassageKind, Span
from toets.text.numbers import SMALL_NUMBERS

_NUMBERS = {"een": 1, "één": 1, **SMALL_NUMBERS, "dertien": 13, "zestien": 16}
_LENGTH = re.compile(
    rf"(?<![\w-])(?P<number>{'|'.join(_NUMBERS)}|\d{{1,3}})(?: |-)?(?P<unit>weken|week|maanden|maand|jaren|jaar|dagen|dag)(?!\w)",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\bbinnen(?: een termijn van| uiterlijk)? $", re.IGNORECASE)
_FROM = re.compile(r"(?:\b(?:van|vanaf|met ingang van|ingaande|per|tussen)|\() ?$", re.IGNORECASE)
_UNTIL = re.compile(r"\s*(?:tot en met|t/m|tot|–|-|en)\s*", re.IGNORECASE)
_INCLUSIVE = re.compile(r"tot en met|t/m|–|-|en", re.IGNORECASE)
_RAAD = r"(?:(?:de|uw) )?(?:gemeente)?raad"
_DECISION = (
    r"(?:(?:de|het|uw) )?(?:raadsvergadering|raadsbesluit"
    rf"|(?:besluit|vaststelling|besluitvorming) (?:door|in|van) {_RAAD}(?:svergadering)?)"
)
_AFTER = re.compile(
    r"\s*(?:na|vanaf|sinds|te rekenen vanaf) (?:de (?:brief|dag|ontvangst|toezending|bekendmaking|verzending) (?:van |op )?"
    rf"|{_DECISION} (?:van |op |d\.d\. ))?$",
    re.IGNORECASE,
)
_AFTER_DECISION = re.compile(rf"\s*(?:na|vanaf|te rekenen vanaf) {_DECISION}(?![\w-])(?! (?:van|op|d\.d\.) )", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:loopt (?:af|tot)|eindigt|verstrijkt|sluit|is verstreken|liep (?:af|tot)|eindigde|verliep|loopt|uiterlijk"
    r"|dus(?: (?:op|vóór|voor))?"
    r"|dat is|oftewel|ofwel|=)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_TERM_ENDS = re.compile(
    r"\b(?:de|deze|die) (?:\w*termijn|periode|reactietermijn)\b[^.;]{0,30}\b(?:af op|op|tot en met|t/m)\s*$", re.IGNORECASE
)
_CENTRAL = frozenset(
    {"kader", "aanleiding", "mandaat", "middelen", "argumenten", "uitvoering", "samenvatting", "overig", "bijlagen", "kop"}
)
_SO = re.compile(r"[^.;]{0,40}?,?\s*\b(?:dus|dat is|oftewel|ofwel|=)\b[^.;]{0,20}", re.IGNORECASE)
SLACK = {"d": 1, "w": 4, "m": 4, "j": 4}
"""By how many days an end may be off: weekends, holidays, "tot" beside "tot en met"."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term that does not come out: its words, where it starts, the end as written (`span` in `passage`) and as counted."""

    passage: Passage
    span: Span
    words: str
    start: Passage
    counted: date


@dataclass(frozen=True, slots=True)
class _Length:
    number: int
    unit: str
    words: str
    start: int
    end: int

    def after(self, day: date) -> date:
        """The same day so many days, weeks, months or years later."""
        if self.unit in "dw":
            return day + timedelta(days=self.number * (7 if self.unit == "w" else 1))
        months = day.month - 1 + self.number * (12 if self.unit == "j" else 1)
        year, month = day.year + months // 12, months % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def find(scene: Scene) -> Iterator[Term]:
    """Every term of the proposal that is told in full and ends on another day than it says."""
    for passage in scene.passages:
        if passage.part != "voorstel" or passage.kind in (PassageKind.HEADING, PassageKind.ROW):
            continue
        if not any(_days(place) for place in scene.reach(passage, "adjacent")):
            continue
        lengths = _lengths(scene, passage.text)
        if len(lengths) == 1:
            yield from _ranges(passage, lengths[0])
            yield from _counted_on(scene, passage, lengths[0])
            yield from _since_the_council(scene, passage, lengths[0])
            yield from _since_a_letter(scene, passage, lengths[0])
        elif not lengths:
            yield from _within(scene, passage)


def _lengths(scene: Scene, text: str) -> list[_Length]:
    found = []
    for match in _LENGTH.finditer(text):
        around = text[max(match.start() - 25, 0) : match.end() + 18]
        number = _NUMBERS.get(match["number"].lower(), 0) or (int(match["number"]) if match["number"].isdigit() else 0)
        if number and not scene.has(around, "duur_geen_termijn"):
            found.append(_Length(number, match["unit"][0].lower(), match[0], match.start(), match.end()))
    return found


def _days(passage: Passage) -> tuple[Span, ...]:
    return tuple(span for span in spans_of(passage, "datum") if span.more.get("grain") == "day" and span.more.get("valid", 1))


def _ranges(passage: Passage, length: _Length) -> Iterator[Term]:
    """A length beside the two days that bound it: "gedurende zes weken, van 3 maart tot en met 13 april 2026"."""
    days = _days(passage)
    if len(days) != 2 or not days[0].value or not days[1].value:
        return
    first, last = days
    between = passage.text[first.end : last.start]
    if not _UNTIL.fullmatch(between) or not (_FROM.search(passage.text[: first.start]) or first.start == 0):
        return
    near = passage.text[length.end : first.start] if length.end <= first.start else passage.text[last.end : length.start]
    if len(near) > 30 or "." in near:
        return
    counted = length.after(date.fromordinal(int(first.value)))
    if _INCLUSIVE.search(between):
        counted -= timedelta(days=1)
    if _off(counted, int(last.value), length):
        yield Term(passage, last, length.words, passage, counted)


def _counted_on(scene: Scene, passage: Passage, length: _Length) -> Iterator[Term]:
    """A length behind which the day stands that it is counted from, and then the day that it ends: "acht weken na 11 april"."""
    days = _days(passage)
    if len(days) != 2 or not _AFTER.fullmatch(passage.text[length.end : days[0].start]):
        return
    if not _ENDS.search(passage.text[days[0].end : days[1].start]):
        return
    start = int(days[0].value) or _without_year(scene, days[0], days[1])
    if start:
        yield from _judged(passage, days[1], length, passage, start)


def _since_the_council(scene: Scene, passage: Passage, length: _Length) -> Iterator[Term]:
    """The same, counted from the meeting in the head: "binnen zes weken na het raadsbesluit, dus uiterlijk op 11 februari"."""
    days, meeting = _days(passage), council_meeting(scene)
    after = _AFTER_DECISION.match(passage.text, length.end)
    if len(days) != 1 or meeting is None or after is None:
        return
    between = passage.text[after.end() : days[0].start]
    if _SO.fullmatch(between):
        yield from _judged(passage, days[0], length, _where_told(scene, passage, meeting), meeting.day)


def _where_told(scene: Scene, passage: Passage, meeting: Meeting) -> Passage:
    """The place in the head that tells the day of the meeting."""
    fields = (one for one in scene.passages if one.kind == PassageKind.FIELD)
    return next((one for one in fields if any(int(day.value) == meeting.day for day in _days(one))), passage)


def _within(scene: Scene, passage: Passage) -> Iterator[Term]:
    """The same for a term that something must happen in: "binnen acht weken na 1 oktober, dus uiterlijk op 26 november"."""
    found = [match for match in _LENGTH.finditer(passage.text) if _WITHIN.search(passage.text[: match.start()])]
    numbers = [_NUMBERS.get(match["number"].lower(), 0) or int(match["number"]) for match in found if match["number"]]
    if len(found) == 1 and numbers[0]:
        length = _Length(numbers[0], found[0]["unit"][0].lower(), found[0][0], found[0].start(), found[0].end())
        yield from _counted_on(scene, passage, length)
        yield from _since_the_council(scene, passage, length)


def _since_a_letter(scene: Scene, passage: Passage, length: _Length) -> Iterator[Term]:
    """A length and, there or in the next sentence, "de termijn loopt af op …", counted from the one letter that is dated."""
    for place in scene.reach(passage, "adjacent"):
        days = _days(place)
        if place.index < passage.index or len(days) != 1 or not _TERM_ENDS.search(place.text[: days[0].start]):
            continue
        starts = _sendings(scene)
        told = f"{passage.text} {place.text}"
        if len({day for _, day in starts}) == 1 and not scene.has(told, "termijn_verschoven"):
            yield from _judged(place, days[0], length, starts[0][0], starts[0][1])


def _sendings(scene: Scene) -> Sequence[tuple[Passage, int]]:
    """The days on which something was sent to the council, each where it is said."""
    return tuple(
        (passage, int(days[0].value))
        for passage in scene.passages
        if passage.part == "voorstel" and passage.role in _CENTRAL and passage.kind != PassageKind.FIELD
        and scene.has(passage.text, "stuk_verzonden") and len(days := _days(passage)) == 1 and days[0].value
    )  # fmt: skip


def _judged(passage: Passage, span: Span, length: _Length, start: Passage, day: int) -> Iterator[Term]:
    counted = length.after(date.fromordinal(day))
    said = int(span.value) or _same_year(span, counted)
    if said and _off(counted, said, length):
        yield Term(passage, span, length.words, start, counted)


def _without_year(scene: Scene, first: Span, last: Span) -> int:
    """A day without a year: the last one before the end, or else the one that comes with or after the proposal."""
    written = proposal_day(scene).day
    if not (last.value or written):
        return 0
    year = date.fromordinal(int(last.value) or written).year
    days = [_same_year(first, date(one, 1, 1)) for one in (year - 1, year, year + 1)]
    if last.value:
        return max((day for day in days if 0 < day < int(last.value)), default=0)
    return min((day for day in days if day >= written), default=0)


def _same_year(span: Span, counted: date) -> int:
    """A day without a year, in the year that was counted."""
    number = re.match(r"\D*(\d{1,2})", span.text)
    try:
        return date(counted.year, int(span.more.get("month", 0)), int(number[1])).toordinal() if number else 0
    except ValueError:
        return 0


def _off(counted: date, said: int, length: _Length) -> bool:
    return abs(counted.toordinal() - said) > SLACK[length.unit]

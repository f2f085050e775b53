"""Dates that are recalculated: whether they exist, the weekday fits, terms come out, and the steps follow one another."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from toets.extract import terms, told_days, told_early
from toets.extract.proposal_day import ProposalDay, day_in, proposal_day
from toets.extract.scene import Scene, spans_of
from toets.extract.told_days import COUNCIL, FROM_ON
from toets.extract.topics import spot
from toets.model.document import Passage, Span
from toets.model.fact import Draft, Value
from toets.model.months import dutch_date
from toets.text.grammar import WEEKDAYS

SOURCE = "extract.date_checks"
ORDER = ("datum_college", "datum_commissie", "datum_raad")
FAR = 75
"""Years ahead of the proposal that nobody plans: "12 maart 2126"."""

_NUMBER = re.compile(r"\d{1,2}")
_YEAR = re.compile(r"\d{4}")
_HOLDS_FROM = re.compile(
    r"^(?!.*\b(?:huidige|bestaande|oude|vorige|geldende|eerdere|nu|al|reeds)\b).*"
    r"\b(?:gelden|geldt|gaat in|gaan in|treedt in werking|treden in werking) (?:vanaf|per|op|met ingang van)\s*$",
    re.IGNORECASE,
)
_BACKDATED = re.compile(
    r"terugwerkende kracht[^.;]{0,45}\b(?:tot en met|tot|vanaf|van|per|naar|op|met ingang van)\s*$", re.IGNORECASE
)
_DEADLINE = re.compile(r"\b(?:uiterlijk(?: op| in)?|vóór|voor|ten laatste(?: op)?|vanaf|op)\s*$", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?:\b(?:in|vanaf|voor|vóór|uiterlijk|start|starten|begint|beginnen|volgt|per)(?: in)?(?: het| de)?\s*$)", re.IGNORECASE
)
_FROM_TO = re.compile(r"\s*(?:tot en met|t/m|tot|–|-)\s*", re.IGNORECASE)
_FROM = re.compile(r"(?:\b(?:van|vanaf|tussen|periode)|\() ?$", re.IGNORECASE)
_STILL_TO_COME = re.compile(
    r"\b(?:zal|zullen|gaan we|gaan wij|(?:kan|kunnen|moet|moeten|dient|dienen)[^.;]{0,60}\b(?:zijn|worden|te \w+en)"
    r"|wordt(?! sinds)|worden(?! sinds)"
    r"|start|starten|begint|beginnen|volgt|verschijnt|levert|stuurt|legt|biedt)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|waren|werd|werden|had|hadden|heeft|hebben|is|zijn|sinds|vorige?|destijds|eerder|al|reeds|toen|nog voor"
    r"|jaarlijks|elk jaar"
    r"|zoals|besloot|stelde|gaf|nam|vroeg|gehouden|vastgesteld|besloten|stond|liep|kwam|kreeg|moest|zou|zouden|kon)\b",
    re.IGNORECASE,
)


def find(scene: Scene) -> Iterator[Draft]:
    """A date_check fact for every date, and for every step or term that stands in the wrong order."""
    written = proposal_day(scene)
    for passage in scene.passages:
        if passage.part == "voorstel":
            for span in spans_of(passage, "datum"):
                yield _draft(passage, span, _problem(span, written))
            yield from _reversed(passage)
    yield from _order(scene)
    yield from _start_before_council(scene)
    yield from _before_the_decision(scene, written)
    yield from _past_deadlines(scene, written)
    yield from _terms(scene)
    for other in told_days.find(scene):
        yield _draft(other.passage, other.span, {"problem": other.problem, "elsewhere": other.elsewhere})
    for early in told_early.find(scene, written):
        yield _draft(early.passage, early.span, {"problem": "told_early", "written": early.written})


def _problem(span: Span, written: ProposalDay) -> dict[str, Value]:
    year, month = int(span.more.get("year", 0)), int(span.more.get("month", 0))
    if not span.more.get("valid", 1):
        days = calendar.monthrange(year or 2024, month)[1] if month else 0
        return {"problem": "impossible", "days": str(days) if days else ""}
    if not span.more.get("weekday_ok", 1):
        return {"problem": "weekday", "weekday": WEEKDAYS[date.fromordinal(int(span.value)).weekday()]}
    if written.day and span.more.get("weekday") and not span.more.get("year_given", 1) and span.more.get("grain") == "day":
        return _without_year(span, written.day)
    if written.day and span.more.get("grain") == "day" and year > date.fromordinal(written.day).year + FAR:
        return {"problem": "far"}
    return {"problem": "none"}


def _without_year(span: Span, written: int) -> dict[str, Value]:
    """A weekday and a day without a year: it must fit in the year of the proposal, the one before or the one after."""
    year, number = date.fromordinal(written).year, _NUMBER.search(span.text)
    days = [
        day
        for one in (year - 1, year, year + 1)
        if number and (day := _date(one, int(span.more.get("month", 0)), int(number[0])))
    ]
    if not days or any(WEEKDAYS[day.weekday()].startswith(str(span.more["weekday"])) for day in days):
        return {"problem": "none"}
    coming = next((day for day in days if day.toordinal() >= written), days[-1])
    return {"problem": "weekday", "weekday": f"{WEEKDAYS[coming.weekday()]} in {coming.year}"}


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _draft(passage: Passage, span: Span, fields: dict[str, Value], handle: str = "") -> Draft:
    quote = span.text if fields["problem"] in ("none", "impossible", "weekday", "far") else passage.text
    return Draft("date_check", fields, quote, spot(passage, span.start, span.end), SOURCE, passage.index, handle)


def _order(scene: Scene) -> Iterator[Draft]:
    """College before committee before council, by the dates in the head."""
    dated = [
        (item, day) for field in ORDER for item in scene.document.metadata if item.field == field and (day := day_in(scene, item))
    ]
    for (first, day), (second, later) in pairwise(dated):
        if day > later:
            quote = f"{first.label}: {first.value}; {second.label}: {second.value}"
            meeting = f"{first.label.strip(' :')} {dutch_date(date.fromordinal(day))}"
            fields: dict[str, Value] = {"problem": "order", "part": "voorstel", "meeting": meeting}
            yield Draft("date_check", fields, quote, second.location, SOURCE)


def _council(scene: Scene) -> tuple[int, str]:
    """The first meeting of the council in the head, as a day and in words."""
    meetings = [(day, item.label) for item in scene.document.metadata if item.field in COUNCIL and (day := day_in(scene, item))]
    if not meetings:
        return 0, ""
    day, label = min(meetings)
    return day, f"{label.strip(' :')} {dutch_date(date.fromordinal(day))}"


def _start_before_council(scene: Scene) -> Iterator[Draft]:
    """The work starts before the council has decided: a start with a full date that lies before the meeting."""
    council, meeting = _council(scene)
    for passage in scene.prose():
        if not council or passage.role != "uitvoering" or not scene.says(passage, "start_van_het_werk"):
            continue
        for span in spans_of(passage, "datum"):
            if span.more.get("grain") == "day" and 0 < int(span.value) < council:
                reasoned = int(
                    bool(scene.says(passage, "reden") or scene.says(passage, "verleden") or _PAST.search(passage.text))
                )
                yield _draft(passage, span, {"problem": "start_before_council", "reasoned": reasoned, "meeting": meeting})


def _before_the_decision(scene: Scene, written: ProposalDay) -> Iterator[Draft]:
    """What is decided on takes effect before the meeting that decides: told as such, or only by its date."""
    decided, meeting = _council(scene)
    if not decided:
        decided, meeting = written.day, written.words
    told = any("terugwerkende kracht" in passage.text.lower() for passage in scene.prose())
    for passage in scene.prose():
        for span in spans_of(passage, "datum"):
            before = passage.text[: span.start]
            if not decided or span.more.get("grain") != "day" or not 0 < int(span.value) < decided:
                continue
            if _BACKDATED.search(before):
                reasoned = int(any(scene.says(other, "reden") for other in scene.reach(passage, "adjacent")))
                yield _draft(passage, span, {"problem": "backdated", "reasoned": reasoned, "meeting": meeting})
            elif (FROM_ON if passage.point else _HOLDS_FROM).search(before) and _is_ours(passage) and not told:
                yield _draft(passage, span, {"problem": "start_before_council", "meeting": meeting})


def _is_ours(passage: Passage) -> bool:
    """Whether a passage tells what this proposal brings, and not what was there already."""
    return bool(passage.point) or passage.role == "uitvoering"


def _past_deadlines(scene: Scene, written: ProposalDay) -> Iterator[Draft]:
    """A step that is still to be taken, on a day that had passed when the proposal was decided on."""
    for passage in scene.prose():
        if not written.day or passage.role not in ("uitvoering", "communicatie", "evaluatie") or passage.kind == "row":
            continue
        days = [span for span in spans_of(passage, "datum", "kwartaal") if span.value]
        if len(days) != 1 or not 0 < _last_day(days[0]) < written.day:
            continue
        announced = _DEADLINE if days[0].more.get("grain") == "day" else _PERIOD
        to_come = announced.search(passage.text[: days[0].start]) and _STILL_TO_COME.search(passage.text)
        rest = _STILL_TO_COME.sub(" ", passage.text)
        if to_come and not _PAST.search(rest) and not scene.says(passage, "verleden"):
            yield _draft(passage, days[0], {"problem": "past_deadline", "meeting": written.words})


def _last_day(span: Span) -> int:
    """The day itself, or the last one of a month, quarter or season."""
    return int(span.value) if span.more.get("grain") == "day" else int(span.more.get("high", 0))


def _reversed(passage: Passage) -> Iterator[Draft]:
    """A period between two full dates that ends before it begins."""
    days = [span for span in spans_of(passage, "datum") if span.more.get("grain") == "day" and span.more.get("valid", 1)]
    for first, last in pairwise(days):
        between = passage.text[first.end : last.start]
        told = _FROM_TO.fullmatch(between) and _FROM.search(passage.text[: first.start])
        if told and all(_YEAR.search(one.text) for one in (first, last)) and int(last.value) < int(first.value):
            fields: dict[str, Value] = {"problem": "reversed", "period": passage.text[first.start : last.end]}
            yield _draft(passage, last, fields)


def _terms(scene: Scene) -> Iterator[Draft]:
    """Terms that end on another day than their length says, with the place that they are counted from."""
    for number, term in enumerate(terms.find(scene)):
        handle = f"term:{number}"
        fields: dict[str, Value] = {"problem": "term", "term": term.words, "counted": dutch_date(term.counted)}
        yield _draft(term.passage, term.span, fields, handle)
        yield Draft("place", {"of": handle}, term.start.text, term.start.location, SOURCE)

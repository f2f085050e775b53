"""Dates as people write them: days, weeks, months and parts of a year."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from toets.model.document import Span
from toets.model.months import FULL_MONTH
from toets.text.grammar import WEEKDAYS
from toets.text.lexicon import Line

_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH_SIGNS = ("jan", "feb", "maart", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
"""A text without any of these names no month."""

_MONTH = rf"(?:{FULL_MONTH}|jan|febr?|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)(?!\w)\.?"
_DAYS = {"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6}
_WEEKDAY = f"(?:{'|'.join((*WEEKDAYS, *_DAYS))})"
YEAR = r"(?:19|20|21)\d\d(?!\d)(?![-/.,]\d)"
_AND = r"(?:t/m|tot en met|tot|-|/|en|of|,)"

_DAY = re.compile(
    rf"""(?<![\w.,/:-])(?:(?P<weekday>{_WEEKDAY})\.?,?\ (?:de\ )?)?
    (?P<day>\d{{1,2}})(?:e|ste|de)?(?:(?P<and>\ ?{_AND})\ ?(?P<last>\d{{1,2}})(?:e|ste|de)?)?
    \ (?P<month>{_MONTH})(?:\ (?P<year>{YEAR})|\ ?'(?P<short>\d\d)(?!\d))?""",
    re.VERBOSE,
)
_NUMERIC = re.compile(
    r"(?<![\w.,/-])(?P<day>\d{1,2})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4}|'?\d\d)(?![\w/-]|[.,:]\d)"
)
_ISO = re.compile(r"(?<![\w/-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])")
_MONTH_ONLY = re.compile(
    rf"(?<![\w-])(?:(?:begin|half|halverwege|medio|eind|einde|ultimo|primo|midden)(?: van)? )?(?P<month>{_MONTH})"
    rf"(?:/(?P<last>{FULL_MONTH}))?(?: van)?(?: (?P<year>{YEAR})| '(?P<short>\d\d)(?!\d)|(?!\w))"
)
_MONTH_YEAR = re.compile(
    r"(?:^|(?<=\| )|(?<=\bin )|(?<=\btot )|(?<=\bt/m )|(?<=\bper )|(?<=\bvanaf ))"
    r"(?P<month>0[1-9]|1[0-2])[-/](?P<year>20\d\d)(?= \||$|[,;.]?\s|\.$)"
)
"""A month in figures, where a moment stands: in a cell by itself or behind a word of time."""
_SEASON = re.compile(
    r"(?<![\w-])(?P<season>begin|primo|voorjaar|lente|medio|midden|half|halverwege|"
    r"zomer(?:reces|vakantie)?|nazomer|bouwvak|najaar|herfst|eind|einde|ultimo|winter|kerst(?:reces|vakantie)?|jaarwisseling)"
    r"(?: van)?(?: het jaar)? (?P<year>(?:19|20|21)\d\d)(?!\d)(?:[/-]\d\d(?:\d\d)?(?!\d))?(?![-/.,]\d)"
)
_WEEK = re.compile(
    r"(?<![\w-])(?P<before>per |elke |iedere |om de |de )?week (?P<week>[1-5]?\d)(?!\d|[.,:]\d| ?uur| dagen)"
    rf"(?:(?:,| van| in)? (?:- )?(?P<year>{YEAR}))?"
)

_SEASONS = {"begin": (1, 3), "primo": (1, 1), "voorjaar": (3, 5), "lente": (3, 5), "medio": (5, 8), "midden": (5, 8),
            "half": (5, 8), "halverwege": (5, 8), "zomer": (6, 8), "zomerreces": (7, 8), "zomervakantie": (7, 8),
            "bouwvak": (7, 8), "nazomer": (8, 9), "najaar": (9, 11), "herfst": (9, 11), "eind": (10, 12), "einde": (10, 12),
            "ultimo": (12, 12), "winter": (12, 14), "kerst": (12, 12), "kerstreces": (12, 12), "kerstvakantie": (12, 12),
            "jaarwisseling": (12, 13)}  # fmt: skip
"""The months meant by a part of a year; 14 is February of the next year. Our own reading: there is no norm for it."""

_JOINED = re.compile(
    r",? ?(?:en|tot|tot en met|t/m|of|,|-|/|respectievelijk|dan wel)? ?"
    r"(?:op |met |in |de |van |uiterlijk |vanaf |begin |eind |half )?"
)
_LEADS_MONTH = re.compile(
    r"(?:^|[\s(|])(?:in|van|vanaf|tot|per|sinds|met|t/m|uiterlijk|voor|vóór|na|om|rond|op|en|of|tussen|begin|eind|half|medio|maand|deze|volgende|afgelopen|"
    r"eerst|start|gereed|week|loop|ongeveer|circa|ultimo)[ :]*$|^\W*$|[|:/] *$",
    re.IGNORECASE,
)


_LONE_MONTH = re.compile(rf"(?:\w+ )?{FULL_MONTH}(?:/\w+)?")
_LONE_CELL = re.compile(_LONE_MONTH.pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Moment:
    """A date as written; a `year` of 0 was not given. `last` and `last_month` end a range inside the same words."""

    start: int
    end: int
    grain: str
    year: int
    month: int
    day: int = 1
    last: int = 0
    last_month: int = 0
    weekday: str = ""
    week: int = 0


def find_dates(line: Line) -> Iterator[Span]:
    """The dates in a text ("datum"), in order: days, weeks, months, and parts of a year that is named.

    `value` is `date.toordinal()` of the first day, 0 when the year is not given or the day does not exist; `high` of the last
    day. `more`: grain ("day", "week", "month", "season"), year, month, valid, weekday ("ma" … "zo" or ""), weekday_ok,
    year_given. A day or month takes its year from the date it is joined to ("8 oktober en 19 november 2024").
    """
    moments = sorted(_all(line), key=lambda moment: (moment.start, -moment.end))
    apart: list[_Moment] = []
    for moment in moments:
        if not apart or moment.start >= apart[-1].end:
            apart.append(moment)
    for at in range(len(apart) - 2, -1, -1):
        apart[at] = _with_year(line.flat, apart[at], apart[at + 1])
    for moment in apart:
        if moment.grain != "month" or moment.year or _stands_as_month(line.flat, moment):
            yield _span(line, moment)


def _all(line: Line) -> Iterator[_Moment]:
    flat = line.low
    months = any(map(flat.__contains__, _MONTH_SIGNS))
    for match in _MONTH_ONLY.finditer(flat) if months else ():
        last = _month(match["last"]) if match["last"] else 0
        year = int(match["year"] or 0) or (_full_year(match["short"]) if match["short"] else 0)
        yield _Moment(*_trimmed(flat, match), "month", year, _month(match["month"]), last_month=last)
    if not line.digits:
        return
    for match in _DAY.finditer(flat) if months else ():
        yield _day(match)
    for pattern in (_NUMERIC, _ISO):
        for match in pattern.finditer(flat):
            if _plausible(match):
                yield _Moment(*match.span(), "day", _full_year(match["year"]), int(match["month"]), int(match["day"]))
    for match in _MONTH_YEAR.finditer(flat) if "/20" in flat or "-20" in flat else ():
        yield _Moment(*match.span(), "month", int(match["year"]), int(match["month"]))
    for match in _SEASON.finditer(flat):
        first, last = _SEASONS[match["season"]]
        yield _Moment(*match.span(), "season", int(match["year"]), first, last_month=last)
    for match in _WEEK.finditer(flat) if "week " in flat else ():
        if not match["before"] and 1 <= int(match["week"]) <= 53:
            yield _Moment(*match.span(), "week", int(match["year"] or 0), 0, week=int(match["week"]))


def _day(match: re.Match[str]) -> _Moment:
    start, day = match.start(), int(match["day"])
    year = int(match["year"]) if match["year"] else _full_year(match["short"]) if match["short"] else 0
    weekday = (match["weekday"] or "")[:2]
    last = int(match["last"] or 0)
    return _Moment(start, _trimmed(match.string, match)[1], "day", year, _month(match["month"]), day, last=last, weekday=weekday)


def _trimmed(flat: str, match: re.Match[str]) -> tuple[int, int]:
    """Without the full stop that ends the sentence."""
    ends_sentence = match.end() == len(flat) and flat.endswith(".")
    return match.start(), match.end() - ends_sentence


def _month(name: str) -> int:
    return 3 if name[:3] == "mrt" else _MONTHS.index(name[:3]) + 1


def _full_year(digits: str) -> int:
    year = int(digits.strip("'"))
    return year if len(digits) == 4 else year + (1900 if year >= 90 else 2000)


def _plausible(match: re.Match[str]) -> bool:
    """Whether three numbers can be a date at all; the 31st of June can (and is reported as impossible), a 13th month can't."""
    groups = match.groupdict()
    if groups.get("sign") == "." and len(match["year"]) < 4:
        return False
    year = _full_year(match["year"])
    return 1 <= int(match["day"]) <= 31 and 1 <= int(match["month"]) <= 12 and 1900 <= year < 2200


def _with_year(flat: str, moment: _Moment, after: _Moment) -> _Moment:
    joined = moment.year == 0 and after.year and after.grain in ("day", "month") and moment.grain in ("day", "month")
    if joined and after.start - moment.end < 24 and _JOINED.fullmatch(flat, moment.end, after.start) and after.start > moment.end:
        return replace(moment, year=after.year)
    return moment


def _stands_as_month(flat: str, moment: _Moment) -> bool:
    """Whether the name of a month without a year is one ("in mei"), not a name or a word."""
    cell = not flat[: moment.start].strip(" |") or flat[moment.end :].lstrip().startswith("|")
    full = (_LONE_CELL if cell else _LONE_MONTH).fullmatch(flat, moment.start, moment.end)
    return bool(full and _LEADS_MONTH.search(flat[max(0, moment.start - 24) : moment.start]))


def _span(line: Line, moment: _Moment) -> Span:
    first, last = _days(moment)
    valid = first > 0 or (moment.year == 0 and 1 <= moment.day <= _month_length(moment))
    more: dict[str, int | str] = {"grain": moment.grain, "year": moment.year, "month": moment.month, "valid": int(valid)}
    more |= {
        "weekday": moment.weekday,
        "weekday_ok": int(_fits_weekday(moment, first)),
        "year_given": int(moment.year > 0),
        "high": last,
    }
    return line.span("datum", moment.start, moment.end, first, more)


def _month_length(moment: _Moment) -> int:
    return calendar.monthrange(moment.year or 2024, moment.month)[1] if moment.month else 31


def _days(moment: _Moment) -> tuple[int, int]:
    """The first and last day as ordinals; 0 when the year is not given or the day does not exist."""
    if not moment.year:
        return 0, 0
    if moment.grain == "week":
        weeks = date(moment.year, 12, 28).isocalendar().week
        first = date.fromisocalendar(moment.year, moment.week, 1).toordinal() if moment.week <= weeks else 0
        return first, first + 6 if first else 0
    if moment.grain == "day":
        first = _ordinal(moment.year, moment.month, moment.day)
        last = _ordinal(moment.year, moment.month, moment.last) if moment.last else first
        return first if last else 0, last if first else 0
    return span_of_months(moment.year, moment.month, moment.last_month or moment.month)


def span_of_months(year: int, first: int, last: int) -> tuple[int, int]:
    """The first and last day of some months of a year, as ordinals; months above 12 are of the next year."""
    end_year, end_month = (year, last) if last <= 12 else (year + 1, last - 12)
    return date(year, first, 1).toordinal(), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1]).toordinal()


def _ordinal(year: int, month: int, day: int) -> int:
    in_month = 1 <= day <= calendar.monthrange(year, month)[1]
    return date(year, month, day).toordinal() if in_month else 0


def _fits_weekday(moment: _Moment, first: int) -> bool:
    return not moment.weekday or first == 0 or date.fromordinal(first).weekday() == _DAYS[moment.weekday]

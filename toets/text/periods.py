"""Quarters, half years and years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.model.document import Span
from toets.model.months import FULL_MONTH
from toets.text.dates import span_of_months
from toets.text.lexicon import Line

_ORDINALS = {"eerste": 1, "1e": 1, "1ste": 1, "tweede": 2, "2e": 2, "2de": 2, "derde": 3, "3e": 3, "3de": 3, "vierde": 4, "4e": 4,
             "4de": 4, "laatste": 4}  # fmt: skip
_ORDINAL = "(?P<nth>eerste|tweede|derde|vierde|laatste|1e|1ste|2e|2de|3e|3de|4e|4de)"
_OF = r"(?:,? (?:van |in )?(?:het jaar )?(?P<year>20\d\d)(?!\d)(?![-/]\d))?"
_SIGNED = re.compile(
    r"(?<![\w-])(?:(?P<first>20\d\d)[-/ ]?)?(?P<sign>q|kw?\.? ?)(?P<nth>[1-4])(?!\w)"
    r"(?:[ /,-]{0,3}(?:van |in )?(?P<year>20\d\d)(?!\d|[-/]\d)|[ -]?'(?P<short>\d\d)(?!\d))?"
)
_QUARTER = re.compile(
    rf"(?<!\w){_ORDINAL}(?: en (?:het )?(?:eerste|tweede|derde|vierde|2e|3e|4e))?"
    rf" (?:kwartaal(?![a-z])|kwart\.|kw\b\.?)(?: \(q[1-4]\))?{_OF}"
)
_HALF = re.compile(rf"(?<!\w){_ORDINAL} (?:helft|half ?jaar)(?!\w){_OF}")
_NEXT = re.compile(r"(?: ?[-/,&+] ?| (?:en|tot|tot en met|t/m|of|naar) (?:het |de )?)")


def find_quarters(line: Line) -> Iterator[Span]:
    """The quarters and half years in a text ("kwartaal"), in order.

    `value` is the ordinal of the first day, 0 without a year; `high` of the last day. `more`: grain ("quarter", "half"), nth,
    year, year_given. "Q2 - Q3 2025" gives both their year. "eerste helft" counts only with a year: a half of what?
    """
    found = sorted(_quarters(line.low, line.digits))
    for at in range(len(found) - 2, -1, -1):
        start, end, grain, nth, year = found[at]
        if not year and _NEXT.fullmatch(line.flat, end, found[at + 1][0]):
            found[at] = (start, end, grain, nth, found[at + 1][4])
    for start, end, grain, nth, year in found:
        months = 3 if grain == "quarter" else 6
        first, last = span_of_months(year, (nth - 1) * months + 1, nth * months) if year else (0, 0)
        more: dict[str, int | str] = {"grain": grain, "nth": nth, "year": year, "year_given": int(year > 0), "high": last}
        yield line.span("kwartaal", start, end, first, more)


def _quarters(flat: str, digits: bool) -> Iterator[tuple[int, int, str, int, int]]:
    for match in _SIGNED.finditer(flat) if digits else ():
        year = int(match["first"] or match["year"] or (f"20{match['short']}" if match["short"] else 0))
        if year or match["sign"] == "q":
            yield *match.span(), "quarter", int(match["nth"]), year
    for match in _QUARTER.finditer(flat) if "kw" in flat else ():
        yield *match.span(), "quarter", _ORDINALS[match["nth"]], int(match["year"] or 0)
    for match in _HALF.finditer(flat) if "hel" in flat or "half" in flat else ():
        nth = _ORDINALS[match["nth"]]
        if nth <= 2 and (match["year"] or "jaar" in match[0]):
            yield *match.span(), "half", nth, int(match["year"] or 0)


_YEAR = r"(?:199\d|20\d\d|2100)"
_YEARS = re.compile(
    rf"""(?<![\w€])(?<![\d][.,:/-])(?<!€\ )(?P<from>{_YEAR})
    (?:(?:\ ?[-/]\ ?|\ t/m\ |\ tot\ en\ met\ |\ tot\ )(?P<end>{_YEAR}|'?\d\d(?!\d))(?![\d]|[.,:/-]\d))?
    (?P<onward>\ e\.v\.|\ ev(?!\w)|\ en\ verder|\ en\ volgende|\ en\ later)?
    (?!\d|[.,:]\d|\w|\ ?%|\ ?m²|,-)""",
    re.VERBOSE,
)
_LONGEST, _SHORTEST = 60, 6
"""A range of years is at most so long; written with two digits ("2025/58") it is a number of a file sooner."""
_CODE_BEHIND = re.compile(
    r"[-/]\w|'\d| ?(?:euro|woningen|inwoners|uur|m2|m3|km|kg|stuks|leerlingen|huishoudens|mensen|bezoekers|adressen|meter)\b"
)
_POSTCODE = re.compile(r" ?[A-Z]{2}(?!\w)(?: [A-Z]|$|,|\))")
_NOT_POSTCODE = ("EU", "OV", "GR", "AI", "IT", "ZZ", "BV", "NV", "AB", "DB", "GS", "PS")
_LABEL = re.compile(
    r"""(?:\b(?:toestel|tst|tel|telefoon|doorkiesnr|doorkiesnummer|nr|nummer|kenmerk|zaak|zaaknummer|artikel|art|bijlage|postbus|reg|volgnr|
    kamerstuk|perceel|nen|iso|dossier|[a-z-]+nummer)\.?:?[ ]
    |\w(?:straat|laan|weg|plein|kade|singel|dijk|gracht|steeg|dreef)\ |(?-i:\b[A-Z]\ ))$""",
    re.VERBOSE | re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:vanaf|sinds|met ingang van|ingaande|na)\s(?:het\s(?:school)?jaar\s)?$", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:begroting|nota|visie|plan|programma|verordening|wet|rekening|rapportage|monitor|beleid|agenda|regels|akkoord|raming|regeling|stukken|besluit|"
    r"verslag|notitie|strategie|reglement|kader|gids|richtlijn|convenant|overeenkomst|jaarstukken|wijziging|lening|bestek)\s$",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:^|[^.!?:|]\s|\()(?:[^\W\d_a-z][\w'-]+)\s$")
_TIME_WORDS = re.compile(
    rf"(?<!\w)(?:in|vanaf|tot|t/m|sinds|per|over|voor|van|uit|begin|eind|jaar|na|medio|en|{FULL_MONTH}|zomer|najaar|voorjaar|winter|jaarwisseling|schooljaar|seizoen|bij|door|gedurende|kwartaal)\s$",
    re.IGNORECASE,
)


def find_years(line: Line) -> Iterator[Span]:
    """The years in a text ("jaar"), in order.

    `value` is the (first) year. `more`: end (the last year; equal to the first when it is no range), open ("vanaf 2027"), title
    (1 when it belongs to a name: "Kadernota 2026", "Heidebroek 2040").
    """
    for match in _YEARS.finditer(line.flat) if line.digits else ():
        before = line.flat[max(0, match.start() - 32) : match.start()]
        if _CODE_BEHIND.match(line.flat, match.end()) or _LABEL.search(before) or _is_postcode(line.flat, match.end()):
            continue
        first = int(match["from"])
        last = _last(first, match["end"])
        if not 0 <= last - first <= (_LONGEST if len(match["end"] or "") == 4 else _SHORTEST):
            continue
        opened = bool(match["onward"] or _OPEN.search(before))
        title = bool(_TITLE.search(before) or (_NAME.search(before) and not _TIME_WORDS.search(before)))
        yield line.span("jaar", *match.span(), first, {"end": last, "open": int(opened), "title": int(title)})


def _last(first: int, end: str | None) -> int:
    digits = (end or "").strip("'")
    if not digits:
        return first
    return int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)


def _is_postcode(flat: str, end: int) -> bool:
    match = _POSTCODE.match(flat, end)
    return bool(match and match.group().strip()[:2] not in _NOT_POSTCODE)

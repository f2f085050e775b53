"""What the words around an amount say about it: per year, excluding btw, structural, how sure, which year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toets.model.months import FULL_MONTH

_LABEL = re.compile(r"(?P<label>[^|:.]{1,160}?)(?:\||:(?=\s))")
"""What stands before all amounts of a row or a sentence, and holds for each of them."""

Window = tuple[str, str]
"""The words before and behind an amount that belong to it."""

_REACH = 160
"""Characters on either side of an amount in which its words are looked for."""

_BREAK = re.compile(
    r"[;|]|(?<!excl)(?<!incl)(?<!ex)(?<!ca)\. (?=[A-Z])|"
    r", (?:waarvan|waarbij|waarvoor|waardoor|zodat|omdat|terwijl|maar|wat|dat|die)\b"
)
_CONNECTOR = re.compile(
    r", |/| \+ |(?<!\w)(?:en|plus|waarvan|naar|of|maar|minus|tot|respectievelijk|oplopend|aflopend)(?!\w)(?! (?:verder|met)\b)"
)

_MONTH = rf"(?:\d{{1,2}}\ )?{FULL_MONTH}\ "
_NO_CODE = r"(?![\d]|[-/.]\d)"
_SPAN_OF_YEAR = r"(?:\w{0,11}jaar|\w{0,8}seizoen)"
"""A year or what lasts as one: "kalenderjaar", "schooljaar", "zwemseizoen"."""
_NOT_PARTLY = r"(?<!deels\ )(?<!gedeeltelijk\ )(?<!grotendeels\ )(?<!ten\ dele\ )(?<!voor\ een\ deel\ )"
"""What is partly one and partly the other is neither."""
_EVERY_YEAR = rf"""\bjaarlijkse?\b | \btelkenjare\b | \bop\ jaarbasis\b
    | \bjaar(?:abonnement|bedrag|bijdrage|budget|contributie|huur|kosten|last|licentie|loon|pacht|premie|salaris|som|subsidie
      |tarief|uitgave|vergoeding)(?:en|n|s)?\b
    | \b(?:per|elk|ieder)\ {_SPAN_OF_YEAR}\b | \bjaar\ (?:in,?\ jaar\ uit|op\ jaar)\b"""
_STRUCTURAL = re.compile(
    rf"""{_EVERY_YEAR} | {_NOT_PARTLY}\bstructure(?:el|le)\b | {_NOT_PARTLY}\bstruct\.
    | \b(?:blijvend|permanent|doorlopend|terugkerend)e?\b | \b(?:voortaan|voorgoed|telkens|zolang|onbepaalde\ tijd)\b
    | \bvaste\ (?:jaar)?(?:kosten|lasten?|uitgaven?)\b | \bkeer(?:t|en)\ (?!niet)(?:\w+\ ){{0,4}}terug\b
    | \b(?:vanaf|met\ ingang\ van|ingaande)\ (?:dit|het|volgend|komend)\ (?:begrotings|kalender)?jaar\b(?!\ (?:19|20))
    | \bp/j(?!\w) | (?<!\w)p\.j\.
    | \b(?:vanaf|met\ ingang\ van|ingaande)\ (?:het\ jaar\ |{_MONTH})?(?P<since>(?:19|20)\d\d){_NO_CODE}
    | (?<!\d)(?P<onward>(?:19|20)\d\d)\ (?:en\ verder|e\.v\.|ev\b|en\ volgende|en\ latere)""",
    re.VERBOSE | re.IGNORECASE,
)
_ONE_OFF = re.compile(
    rf"""{_NOT_PARTLY}\b(?:eenmalige?|éénmalige?|incidente(?:el|le))\b | \b(?:ineens|éénmaal|eenmaal|één\ keer)\b
    | \bin\ (?:één|een)\ (?:keer|maal)\b | {_NOT_PARTLY}\binc(?:id)?\.(?!\w)
    | \b(?:alleen|slechts|uitsluitend|enkel)\ (?:bij|in|aan|voor)\ (?:(?:de|het|dit|onze)\ )?
      (?:toetreding|aanvang|start|begin|opening|oprichting|eerste|komende?|lopende)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_BOUNDED = re.compile(
    rf"""\b(?:in|over|voor|gedurende|tot\ en\ met|t/m|tot|jaarschijf|boekjaar|schooljaar
      |(?:eind|contante\ )waarde\ (?:per|op)(?:\ \d\d?)?)
      \ (?:de\ jaren\ |het\ jaar\ |de\ periode\ |{_MONTH})?
      (?P<first>(?:19|20)\d\d)(?:(?:-|/|\ t/m\ |\ tot\ en\ met\ |\ en\ |,\ )(?P<last>(?:19|20)\d\d))?
      {_NO_CODE}(?!\ e\.v\.|\ en\ (?:verder|volgende|latere))
    | (?<!\d)(?P<from>20\d\d)(?:-|\ t/m\ |\ tot\ en\ met\ )(?P<to>20\d\d)(?!\d)
    | \((?P<only>20\d\d)\)
    | \b(?:gedurende|voor\ de\ duur\ van)\ (?:ten\ hoogste\ |maximaal\ )?\w+\ jaar\b | \b\w+\ jaar\ lang\b
    | \b(?:dit|komende?|lopende|volgende?|het\ eerste)\ {_SPAN_OF_YEAR}\b | \btijdelijke?\b
    | \bvan\ {_MONTH}tot\ (?:en\ met\ )?(?:\d{{1,2}}\ )?{FULL_MONTH}\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TERMS = (("structural", _STRUCTURAL), ("one_off", _ONE_OFF), ("bounded", _BOUNDED))
_FIRST_YEARS, _LAST_YEARS = ("first", "from", "only", "since", "onward"), ("last", "to")
_VAT = re.compile(
    r"\b(?P<side>ex(?:cl(?:usief|\.)?)?\.?|incl(?:usief|\.)?|zonder|met) (?:de )?(?:\d{1,2}(?:,\d)?\s?% )?(?:van )?(?:de )?btw\b",
    re.IGNORECASE,
)
_PER_YEAR = re.compile(
    rf"{_EVERY_YEAR} | (?<!\w)p(?:er)?[/.\ ]?j(?:r|aar)?(?!\w) | /\ ?j(?:r|aar)(?!\w)",
    re.VERBOSE | re.IGNORECASE,
)
_PER_MONTH = re.compile(r"\b(?:per maand|maandelijkse?)\b|(?<!\w)p[/.]m\.?(?!\w)|/ ?(?:mnd|maand)(?!\w)", re.IGNORECASE)
_PER_UNIT = re.compile(
    rf"""[,\ -]{{0,3}}(?:\([^()]{{0,30}}\)\ ?|(?:ex|in)cl\.?\ btw\ )?
    (?:per|voor\ (?:elke|ieder|iedere|elk)|p\.|/)\ ?
    (?!saldo|direct|brief|e-?mail|mail|post|abuis|heden|datum|omgaande|definitie|ultimo|{_SPAN_OF_YEAR}|kwartaal|maand|{FULL_MONTH}|programma|j\b|m\b|jr\b)[^\W\d_]""",
    re.VERBOSE | re.IGNORECASE,
)
_EACH = re.compile(r"(?:(?<!\w)à|\d ?[x×*]) ?$")
_HEDGE = re.compile(
    r"""(?:\b(?:circa|ca|ongeveer|ruim|zo'n|bijna|nagenoeg|grofweg|globaal|plusminus|plm|indicatief|naar\ schatting
    |naar\ verwachting|om\ en\ nabij|rond|tegen\ de|iets\ (?:meer|minder)\ dan)\b\.?|\+/-|±|~)
    (?:\ (?:op|ongeveer|circa|ca\.?|de|een|bedrag|van|in\ totaal|ruim|zo'n|bijna)){0,3}\ ?$""",
    re.VERBOSE | re.IGNORECASE,
)
_PACE = re.compile(
    r"(?:%|\bprocent|\b(?:groei|stijging|indexering|indexatie|inflatie|daling|krimp|toename|afname)) [^|.;]{0,30}?"
    r"\b(?:per|elk|ieder) jaar\b|\bjaarlijkse (?:groei|stijging|indexering|indexatie|inflatie|daling|krimp|toename|afname)\b",
    re.IGNORECASE,
)
"""How fast something grows: "3% groei per jaar" does not make the amount beside it a yearly one."""
_EXPECTED = re.compile(r"\bnaar (?:verwachting|schatting|raming)\b", re.IGNORECASE)


def contexts(flat: str, places: Sequence[tuple[int, int]]) -> Iterator[dict[str, int | str]]:
    """For each amount (start and end in the text, in order): vague, per, vat, term, year and until, from its own clause.

    A word belongs to the amount behind it, unless a connector ("en", "waarvan", a comma) parts it from that one. What
    a label before them says holds for all amounts that say nothing themselves, and in a row so do the cells behind an amount.
    """
    label = _label(flat, places[0][0]) if places else ""
    for number, (start, end) in enumerate(places):
        since = places[number - 1][1] if number else 0
        until = places[number + 1][0] if number + 1 < len(places) else len(flat)
        before, behind = _before(flat, start, since, first=not number), _behind(flat, end, until)
        cells = flat[end:until] if "|" in flat else ""
        yield _context(_PACE.sub("", before), _PACE.sub("", behind), (label, cells))


def _label(flat: str, first: int) -> str:
    """What is said of all amounts: the first cell of a row, or what stands before a colon ("Eenmalig: a € 5.000, b € 3.000")."""
    found = _LABEL.match(flat, 0, first)
    return found["label"][:_REACH] if found else ""


def _before(flat: str, start: int, since: int, *, first: bool) -> str:
    text = flat[max(since, start - _REACH) : start]
    breaks = [match.end() for match in _BREAK.finditer(text)]
    text = text[breaks[-1] :] if breaks else text
    if first or breaks:
        return text
    connector = _CONNECTOR.search(text)
    return text[connector.end() :] if connector else text


def _behind(flat: str, end: int, until: int) -> str:
    text = flat[end : min(until, end + _REACH)]
    found = _BREAK.search(text)
    if found:
        return text[: found.start()]
    connector = _CONNECTOR.search(text) if until < len(flat) else None
    return text[: connector.start()] if connector else text


def _context(before: str, behind: str, around: Window) -> dict[str, int | str]:
    """What its own words say, else the label before it, else the cells of its row behind it."""
    label, cells = around
    windows = ((before, behind), (label, ""), ("", cells))
    term, year, until = next((told for window in windows if (told := _term(window))[0]), ("", 0, 0))
    hedged = bool(_HEDGE.search(before) or _EXPECTED.search(before[-60:]))
    per = _per(before, behind) or ("year" if _PER_YEAR.search(label) or _PER_YEAR.search(cells) else "")
    return {"vague": int(hedged), "per": per, "vat": _vat(before, behind), "term": term, "year": year, "until": until}


def _per(before: str, behind: str) -> str:
    if _PER_UNIT.match(behind) or _EACH.search(before):
        return "unit"
    if _PER_MONTH.search(behind[:40]) or _PER_MONTH.search(before):
        return "month"
    return "year" if _PER_YEAR.search(behind) or _PER_YEAR.search(before) else ""


def _vat(before: str, behind: str) -> str:
    found = _VAT.search(behind) or _VAT.search(before)
    if not found:
        return ""
    return "incl" if found["side"].lower().startswith(("incl", "met")) else "excl"


def term_of(words: str) -> str:
    """Whether words say that something comes every year, once, or for some years; "" when they say none of these."""
    return _term((words, ""))[0]


def _term(window: Window) -> tuple[str, int, int]:
    """The term that is named nearest to the amount, and its years; what stands behind wins when equally near."""
    before, behind = window
    found: list[tuple[int, str, re.Match[str]]] = []
    for name, pattern in _TERMS:
        found += ((match.start(), name, match) for match in pattern.finditer(behind))
        found += ((len(before) - match.end() + 1, name, match) for match in pattern.finditer(before))
    if not found:
        return "", 0, 0
    found.sort(key=lambda item: item[0])
    years = next((_years(match) for _, _, match in found if _years(match)[0]), (0, 0))
    return found[0][1], *years


def _years(match: re.Match[str]) -> tuple[int, int]:
    named = match.groupdict()
    first = next((named[name] for name in _FIRST_YEARS if named.get(name)), "0")
    last = next((named[name] for name in _LAST_YEARS if named.get(name)), "0")
    return int(first), int(last)

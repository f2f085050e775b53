"""Names of people: only where something says that it is a person. Better a name missed than a village taken for one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from toets.model.document import CELL_BREAK, Span
from toets.model.fact import Value
from toets.text.lexicon import Lexicon, Line

_BETWEEN = (
    r"(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Tt]e|[Hh]et|'[st]|[Ee]l|[Aa]l|[Bb]en|[Ii]n|[Oo]p|[Uu]it|[Ll]a|[Ll]e|[Dd]u|[Bb]in"
    r"|v\.?d\.?) ?){0,3}"
)
_SURNAME = r"[A-Z][^\W\d_]+(?:-(?:(?:van|de|den|der|ten|ter) ){0,3}[A-Z]?[^\W\d_]+)*(?!\w)"
_LAST = rf"(?<!\w){_BETWEEN}(?<!\w){_SURNAME}"
_INITIALS = r"(?:[A-Z]|Th|Ph|Ch|IJ)\.(?: ?(?:[A-Z]|Th|Ph|Ch|IJ)\.){0,5}"
_FIRST = r"[A-Z][^\W\d_]*[^\WA-Z\d_](?:-[A-Z][^\W\d_]+)?"
_TITLE = r"(?:drs|ir|mr|dr|ing|prof|mw|mevr|dhr|bc|ds|weth|burg|MA|MSc)\."

_INITIAL = re.compile(r"(?:[A-Z]|Th|Ph|Ch|IJ)\.")
_TITLES = (
    "mevr",
    "mw",
    "heer",
    "heren",
    "dhr",
    "weth.",
    "drs.",
    "ir.",
    "mr.",
    "dr.",
    "ing.",
    "prof.",
    "bc.",
    "ds.",
    "burg.",
    "ma.",
    "msc.",
)
_WITH_INITIALS = re.compile(rf"(?<![\w.&-]){_INITIALS} ?{_LAST}")
_REVERSED = re.compile(
    rf"(?<![\w.&-]){_SURNAME}, {_INITIALS}(?: (?:van|de|den|der|van der|van den|van de|ten|ter)(?!\w))?(?! ?[A-Z])"
    r"(?=\s*(?:[/;(|]|$))"
)
_ADDRESSED = re.compile(
    rf"(?<!\w)(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Dd]e heer|[Dd]e heren|[Dd]hr\.?|[Hh]eer|[Ww]eth\.|{_TITLE})(?: {_TITLE}){{0,3}} "
    rf"(?P<name>(?:{_INITIALS} ?)?(?:{_FIRST} )?{_LAST})"
)
_FULL = re.compile(rf"(?<![\w.'-]){_FIRST} (?:{_FIRST} )?{_BETWEEN}{_SURNAME}(?! ?&)")
_ANOTHER = re.compile(rf"(?:, | en )(?P<name>{_LAST})")
_LEAD = re.compile(r"^(?:(?:Van|De|Den|Der|Ten|Ter|Te|Het|In|Op|Uit) )(?:(?:de|den|der|het|'t) )?")
_LAST_ONLY = re.compile(_LAST)
_PLACE = re.compile(
    r"(?:straat|plein|singel|school|steeg|college|stichting|fonds|centrum|akkoord|beraad|\w{5}laan|\w{5}weg|\w{5}kade|\w{5}park)$",
    re.IGNORECASE,
)
_QUALITY = r"(?:bestuurlijk|ambtelijk|gedelegeerd|senior|junior|de|een|onze|het|als|extern|interim|coördinerend|waarnemend)"
_CALLED = re.compile(rf"(?: is| wordt| treedt op als| als|,)(?: {_QUALITY})* $|,? \(? ?(?:senior |waarnemend |interim )?$")
_BESIDE = re.compile(rf"(?:, | - |:? ?\|? ?)(?:(?:{_TITLE}|mevrouw|de heer) ?){{0,3}}")
_BEHIND_FUNCTION = re.compile(r", | - |:? ?\|? ?")
_BEHIND_ROLE = re.compile(r"(?:(?: is| wordt|:| \||:? -)) ")
_ROLE_BEHIND = re.compile(rf"(?: is| wordt| treedt op als| als|,| \()(?: {_QUALITY})* ?")
_NOT_FIRST = re.compile(
    r"""(?:De|Het|Een|Deze|Dit|Die|Dat|In|Op|Voor|Met|Bij|Aan|Uit|Van|Door|Over|Onder|Na|Naar|Om|Tot|Als|Er|Wij|We|Ons|Onze|Uw|Zij|Alle
    |Team|Afdeling|Stichting|Bureau|Gemeente|College|Raad|Wethouder|Burgemeester|Portefeuillehouder|Steller|Datum|Voorstel|Besluit|Ook|Dan
    |Daar|Hier|Openbare|Nieuwe|Oude|Groene|Grote|Kleine|Lage|Hoge|Sint|Koning|Koningin|Prins|Prinses|Noord|Zuid|Oost|West
    |\w+(?:ig|lijk|aal|isch|ief|ing|heid|gebied|gebouw|plan|project|visie))$""",
    re.VERBOSE,
)
"""Words that look like a first name by their capital, but start a sentence, a place or a project."""

_NEAR = 24
_SENTENCE = re.compile(r" [a-z]")
_KNOWN_BY_SURNAME = frozenset({"wethouder", "burgemeester", "portefeuillehouder", "gemeentesecretaris", "griffier"})


def find_persons(line: Line, functions: Sequence[Span], lexicon: Lexicon) -> Iterator[Span]:
    """The people who are named in a text ("persoon"), possibly overlapping; `functions` are its "functie" and "orgaan" spans.

    `value` is the name, `more`: function (of the function it stands beside, ""). A name counts with initials, with "mevrouw" and
    the like, beside a function or role ("Naam (functie)", "Wethouder: Naam"), or as subject of a role ("Naam is opdrachtgever").
    """
    fields = lexicon.lists.get("beleidsterrein", frozenset())
    for start, end in _by_form(line, fields):
        yield _span(line, start, end, functions)
    for start, end in (*_behind(line, functions, fields), *_before(line, functions, lexicon)):
        yield _span(line, start, end, functions)


def _span(line: Line, start: int, end: int, functions: Sequence[Span]) -> Span:
    name = " ".join(line.flat[start:end].split())
    return line.span("persoon", start, end, name, {"function": _beside(line.flat, functions, start, end)})


def _beside(flat: str, functions: Sequence[Span], start: int, end: int) -> Value:
    """The function that stands just before a name, or else just behind it."""
    before = bisect_right(functions, start, key=lambda span: span.end) - 1
    if before >= 0 and start - functions[before].end < _NEAR and _BESIDE.fullmatch(flat, functions[before].end, start):
        return functions[before].value
    behind = bisect_left(functions, end, key=lambda span: span.start)
    if behind < len(functions) and functions[behind].start - end < 40 and _CALLED.fullmatch(flat, end, functions[behind].start):
        return functions[behind].value
    return ""


def _by_form(line: Line, fields: Collection[str]) -> Iterator[tuple[int, int]]:
    """Names that show by their form that they are one: initials, or a form of address before them."""
    initials = bool(_INITIAL.search(line.flat))
    for match in _WITH_INITIALS.finditer(line.flat) if initials else ():
        if not _lettered(line.flat, match) and _is_name(match.group(), fields):
            yield match.span()
    for match in _REVERSED.finditer(line.flat) if initials else ():
        if _is_name(match.group().partition(",")[0], fields):
            yield match.span()
    for match in _ADDRESSED.finditer(line.flat) if any(map(line.low.__contains__, _TITLES)) else ():
        if _is_name(_LEAD.sub("", match["name"]), fields):
            yield match.span("name")
            yield from _and_others(line.flat, match.end()) if "heren" in match[0] else ()


def _lettered(flat: str, match: re.Match[str]) -> bool:
    """Whether one letter at the start of a text is a list letter: "A. Financiën wordt", and "A. Inleiding" by itself."""
    if match.start() > 2 or match[0].count(".") != 1 or flat[: match.start()].strip():
        return False
    rest = flat[match.end() : match.end() + 3]
    return bool(_SENTENCE.match(rest)) or (match[0] < "J" and match[0].count(" ") == 1 and not rest.strip(" ."))


def _behind(line: Line, functions: Sequence[Span], fields: Collection[str]) -> Iterator[tuple[int, int]]:
    """A name behind a function: a full name behind any, a surname behind a wethouder or burgemeester."""
    for span in functions:
        gap = _BEHIND_FUNCTION.match(line.flat, span.end)
        at = gap.end() if gap else span.end
        if gap is None or at == span.end or (span.more.get("unit") and gap[0] == " "):
            continue
        single = span.value in _KNOWN_BY_SURNAME and gap[0] in (" ", ": ", CELL_BREAK)
        match = _FULL.match(line.flat, at) or (_LAST_ONLY.match(line.flat, at) if single else None)
        if match and _is_name(_LEAD.sub("", match[0]) if single else match[0], fields):
            yield match.span()
            yield from _and_others(line.flat, match.end()) if span.more.get("plural") else ()


def _and_others(flat: str, at: int) -> Iterator[tuple[int, int]]:
    """The surnames that follow in a row: "de wethouders Pol, Smit en Van Dijk"."""
    while match := _ANOTHER.match(flat, at):
        yield match.span("name")
        at = match.end()


def _before(line: Line, functions: Sequence[Span], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """A full name in front of a function or role: "Naam (functie)", "Naam is bestuurlijk opdrachtgever", "Contact: Naam"."""
    fields = lexicon.lists.get("beleidsterrein", frozenset())
    roles = lexicon.lists.get("rolwoord", frozenset())
    starts = {span.start for span in functions if span.kind == "functie" and not span.more.get("plural")}
    named = [word for word in line.words if word.low in roles]
    starts |= {word.start for word in named}
    labels = {label.end() for word in named if (label := _BEHIND_ROLE.match(line.flat, word.end))}
    for match in _FULL.finditer(line.flat) if starts or labels else ():
        behind = _ROLE_BEHIND.match(line.flat, match.end())
        if (match.start() in labels or (behind and behind.end() in starts)) and _is_name(match.group(), fields):
            yield match.span()


def _is_name(name: str, fields: Collection[str]) -> bool:
    words = name.split()
    last, first = words[-1].rstrip("."), words[0].rstrip(".,")
    abbreviation = name.isupper() and "." not in name
    field = last.lower() in fields or first.lower() in fields
    return not (abbreviation or field or _NOT_FIRST.match(first) or _PLACE.search(last))

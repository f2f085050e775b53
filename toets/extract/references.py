"""References to a place in the document itself, and numbers that are skipped or used twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Location, Passage, PassageKind
from toets.model.fact import Draft, Value

SOURCE = "extract.references"
FEWEST = 3
"""With fewer numbered headings nobody counts on them."""

_REFERENCE = re.compile(
    r"(?<![\w-])(?:(?P<section>paragraaf|par\.|§|hoofdstuk)|(?P<point>(?:beslis|besluit)punt(?! \d+\.\d))|(?P<table>tabel)"
    r"|(?P<figure>figuur)) ?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})(?![\w/-]|[.,]\d)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\s*(?:\([^)]*\)\s*)?,?\s*(?:van|uit|in|bij|aan)\s+(?!(?:dit|het|ons) (?:raads|college)?voorstel)(?:de|het|deze|dit|dat|die"
    r"|onze|bijlage|[A-ZÀ-Þ])",
)
_BETWEEN = re.compile(r"[\w\s,('’\"-]{0,12}")
_AND = re.compile(r"(?:\s*,\s*\d{1,2}(?:\.\d{1,2})*)*\s*(?:,|en|of|t/m|tot en met|,? en in)\s*", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_REACH = 50
_CAPTION = re.compile(r"\W*(?P<what>tabel|figuur) (?P<number>\d{1,2})(?!\d)", re.IGNORECASE)
_MAJOR = re.compile(r"(\d{1,2})([a-z]?)\.?")
_MINOR = re.compile(r"(\d{1,2})\.(\d{1,2})\.?")
_POINT_OF_LAW = frozenset({"wet"})


@dataclass(frozen=True, slots=True)
class _Numbered:
    number: str
    text: str
    location: Location


def find(scene: Scene) -> Iterator[Draft]:
    """A cross_reference for every reference to a place of the proposal, a numbering_gap for every number that is not the next."""
    places = _places(scene)
    for passage in scene.passages:
        if passage.part == "voorstel" and passage.kind is not PassageKind.FIELD:
            yield from _references(scene, passage, places)
    yield from _gaps("points", [_Numbered(point.number, point.text, point.location) for point in scene.document.points])
    sections = [_Numbered(one.number, one.heading, one.location) for one in scene.document.sections if _mine(scene, one.part)]
    yield from _gaps("sections", sections)
    yield from _minor_gaps(sections)
    listed = [item for item in scene.document.attachments if item.listed]
    yield from _gaps("attachments", [_Numbered(item.number, item.title, item.location) for item in listed])


def _mine(scene: Scene, part: int) -> bool:
    return scene.document.parts[part].role == "voorstel"


def _places(scene: Scene) -> dict[str, frozenset[str]]:
    """The numbers that can be referred to; nothing for what the document does not number itself."""
    sections = {_plain(one.number) for one in scene.document.sections if one.number}
    captions = [found for passage in scene.passages if (found := _CAPTION.match(passage.text))]
    numbers = {_plain(point.number) for point in scene.document.points}
    return {
        "section": frozenset(sections) if len(sections) >= FEWEST else frozenset(),
        "point": frozenset(numbers) if all(number.isdigit() for number in numbers) else frozenset(),
        "table": frozenset(one["number"] for one in captions if one["what"].lower() == "tabel"),
        "figure": frozenset(one["number"] for one in captions if one["what"].lower() == "figuur"),
    }


def _plain(number: str) -> str:
    return number.strip(" .():")


def _references(scene: Scene, passage: Passage, places: dict[str, frozenset[str]]) -> Iterator[Draft]:
    for found, other in _with_owner(scene, passage.text):
        to = next(name for name in places if found[name])
        law = any(span.start <= found.start() < span.end for span in spans_of(passage, *_POINT_OF_LAW))
        if places[to] and not law and not other and not _CAPTION.match(passage.text[: found.end()]):
            fields: dict[str, Value] = {"to": to, "number": found["number"], "resolved": int(found["number"] in places[to])}
            yield Draft("cross_reference", fields, passage.text, spot(passage, found.start(), found.end()), SOURCE, passage.index)


def _with_owner(scene: Scene, text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """The references in a text, and whether they are to another document; those that are joined are to the same."""
    found = tuple(_REFERENCE.finditer(text))
    others = [bool(_OF_ANOTHER.match(text, one.end()) or _after_another(scene, text, one.start())) for one in found]
    for at in range(1, len(found)):
        others[at] |= others[at - 1] and _joined(text, found[at - 1], found[at])
    for at in range(len(found) - 1, 0, -1):
        others[at - 1] |= others[at] and _joined(text, found[at - 1], found[at])
    return zip(found, others, strict=True)


def _joined(text: str, one: re.Match[str], two: re.Match[str]) -> bool:
    return _AND.fullmatch(text, one.end(), two.start()) is not None


def _after_another(scene: Scene, text: str, place: int) -> bool:
    """Whether another document is named just before a place: the number is of that."""
    start = max(text.rfind(" ", 0, max(place - _REACH, 0)), 0)
    ends = [found.end() for found in scene.pattern("stuk_met_eigen_delen").finditer(text, start, place)]
    ends += [found.end() for found in _YEAR.finditer(text, start, place)]
    return any(_BETWEEN.fullmatch(text, end, place) for end in ends)


def _gaps(of: str, items: Sequence[_Numbered]) -> Iterator[Draft]:
    """Whole numbers that are not the next one; a list that starts again at one is a list of its own."""
    numbered = [(int(found[1]), found[2], item) for item in items if (found := _MAJOR.fullmatch(_plain(item.number)))]
    if of == "sections" and len(numbered) < FEWEST:
        return
    last = 0
    for number, letter, item in numbered:
        if last and number not in (1, last + 1) and (number > last or (number == last and not letter)):
            yield _gap(of, str(last), str(number), item, _lacking(last, number))
        last = number


def _minor_gaps(items: Sequence[_Numbered]) -> Iterator[Draft]:
    """Numbers such as 1.1, 1.2: within one major number the next or, in a new list, the first."""
    last: dict[int, int] = {}
    for item in items:
        found = _MINOR.fullmatch(_plain(item.number))
        if not found:
            continue
        major, minor = int(found[1]), int(found[2])
        before = last.get(major, 0)
        if minor > before + 1:
            lacking = [f"{major}.{number}" for number in range(before + 1, minor)]
            yield _gap("arguments", f"{major}.{before}" if before else "", item.number, item, lacking)
        last[major] = minor


def _lacking(before: int, found: int) -> list[str]:
    return [str(number) for number in range(before + 1, found)]


def _gap(of: str, after: str, found: str, item: _Numbered, lacking: Sequence[str]) -> Draft:
    fields: dict[str, Value] = {
        "of": of,
        "after": _plain(after),
        "found": _plain(found),
        "again": int(not lacking),
        "lacking": ", ".join(lacking[:3]),
    }
    return Draft(
        "numbering_gap",
        fields,
        item.text if item.text.startswith(item.number) else f"{item.number} {item.text}".strip(),
        item.location,
        SOURCE,
    )

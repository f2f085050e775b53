"""Opgaven: the questions a municipality sets itself at the top level, who owns each, and how each is phrased."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from operator import attrgetter

from toets.extract.rows import cells_in, tables
from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind
from toets.model.fact import Draft, Value

SOURCE = "extract.opgaven"
LIST = "opgaven_woord"
OWNER = "opgave_eigenaar"
OWNER_OF_ALL = "opgave_eigenaar_elk"
QUESTION = "opgave_vraagstuk"
ANSWER = "opgave_antwoord"
SINGLE = "opgave_is"
SKIPPED_ROLES = frozenset({"bijlagen", "ondertekening", "onderwerp"})

FEWEST = 2
"""One opgave is no list."""

MANY = 5
"""A bare number of opgaven ("de negen opgaven") says something only when it is more than this."""

MOST_TOLD = 6
"""So many passages after the name of an opgave may still speak of it."""

LONGEST_NAME = 8
"""More words between two commas are a clause, not the name of an opgave."""

SHORT_NAME = 3
"""So many words make a name where nothing announces a list."""

_NUMBERED = re.compile(r"^\W*(?:\d+(?:\.\d+)*[.)]?\s+)?opgave\s+(\d{1,2}|[A-Z]|[IVX]{1,4})(?!\w)", re.IGNORECASE)
_NAMED = re.compile(r"^\W*(?:\d+(?:\.\d+)*[.)]?\s+)?[Oo]pgave(?:\s*[:–-]\s*|\s+)(?=[A-ZÀ-Þ‘'“\"])")
_HEADING = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?\s+)?(?:de |onze )?opgave$", re.IGNORECASE)
_ARE = re.compile(r"opgaven zijn\s+((?:[^.(]|\([^)]*\)|\b\w\.)+)", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^)]*\)")
_ENUMERATION = re.compile(
    r"opgaven(?:(?: in \w+)? zijn| (?:die|waar\w*)\b[^.:;()]{1,60})?(?: te weten|, te weten|,? namelijk)?\s?[:(]\s*([^)]+)",
    re.IGNORECASE,
)
_PARTS = re.compile(r",\s+(?:en\s+)?|;\s+(?:en\s+)?|\s+en\s+")
_DASHES = re.compile(r"(?:^|\s)[-–•]\s")
_OPGAVE_COLUMN = re.compile(r"^(?:[a-z]+e )?(?:[a-z]+-?)?opgaven?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opgave:
    """One opgave: where it is named, its name, what is said of it, and whether a column of its table names an owner."""

    passage: Passage
    name: str
    told: tuple[Passage, ...] = ()
    owned: bool = False


def find(scene: Scene) -> Iterator[Draft]:
    """An opgave fact for each, and an opgaven fact with how many there are; without a list only a single one counts."""
    listed = _listed(scene)
    owned = any(scene.says(passage, OWNER_OF_ALL) for passage in scene.prose())
    for opgave in listed or _single(scene):
        yield _draft(scene, opgave, owned=owned, top=bool(listed))
    counted = _counted(scene)
    place = listed[0].passage if listed else counted[1] if counted else None
    if place is not None:
        number = max(len(listed), counted[0] if counted else 0)
        yield Draft("opgaven", {"number": number}, place.text, place.location, SOURCE, place.index)


def _draft(scene: Scene, opgave: Opgave, *, owned: bool, top: bool) -> Draft:
    passages = (opgave.passage, *opgave.told)
    question = "?" in opgave.name or any(scene.says(passage, QUESTION) for passage in passages)
    fields: dict[str, Value] = {
        "top": int(top),
        "owner": int(owned or opgave.owned or any(scene.says(passage, OWNER) for passage in passages)),
        "phrased": "question" if question else "answer" if scene.says(opgave.passage, ANSWER) else "",
    }
    return Draft("opgave", fields, opgave.name, spot(opgave.passage, 0, 0), SOURCE, opgave.passage.index)


def _listed(scene: Scene) -> Sequence[Opgave]:
    """The list of opgaven, in whichever form the proposal gives it; the longest counts."""
    forms = (_by_table(scene), _by_number(scene), _by_list(scene), _by_sentence(scene))
    return max((form for form in forms if len(form) >= FEWEST), key=len, default=())


def _passages(scene: Scene) -> Iterator[Passage]:
    """Where opgaven may be named: the proposal itself, headings included, not its decision points."""
    for passage in scene.passages:
        if passage.part == "voorstel" and not passage.point and passage.role not in SKIPPED_ROLES:
            yield passage


def _by_table(scene: Scene) -> list[Opgave]:
    """The rows of a table whose first column is headed "Opgave"."""
    for rows in tables(scene).values():
        head = cells_in(rows[0])
        if _OPGAVE_COLUMN.match(head[0].strip()):
            owners = [column for column, cell in enumerate(head) if scene.has(cell, "kolom_opgave_eigenaar")]
            return [_row(row, owners) for row in rows[1:] if cells_in(row)[0].strip()]
    return []


def _row(row: Passage, owners: Sequence[int]) -> Opgave:
    cells = cells_in(row)
    filled = any(column < len(cells) and any(char.isalpha() for char in cells[column]) for column in owners)
    return Opgave(row, cells[0].strip(), owned=filled)


def _by_number(scene: Scene) -> list[Opgave]:
    """Paragraphs and headings that open with "Opgave 1", and headings that open with "Opgave Wonen"."""
    found: dict[str, Opgave] = {}
    for passage in _passages(scene):
        match = _NUMBERED.match(passage.text)
        if match or (passage.kind is PassageKind.HEADING and _NAMED.match(passage.text)):
            name = match[1].lower() if match else passage.text.lower()
            found.setdefault(name, Opgave(passage, passage.text, _told(scene, passage)))
    return list(found.values())


def _told(scene: Scene, passage: Passage) -> tuple[Passage, ...]:
    """What follows in the section, up to the next opgave."""
    after = [other for other in scene.reach(passage, "section") if other.index > passage.index]
    return tuple(takewhile(lambda other: not _NUMBERED.match(other.text), after[:MOST_TOLD]))


def _by_list(scene: Scene) -> list[Opgave]:
    """The items, or the sections, under a heading or sentence that announces opgaven."""
    best: list[Opgave] = []
    for passage in _passages(scene):
        announces = passage.kind is PassageKind.HEADING or passage.text.rstrip().endswith(":")
        if announces and scene.says(passage, LIST):
            found = _items(scene, passage)
            if not found and passage.kind is PassageKind.HEADING:
                found = _sections(scene, passage)
            best = max(best, found, key=len)
    return best


def _items(scene: Scene, passage: Passage) -> list[Opgave]:
    after = [other for other in scene.reach(passage, "section") if other.index > passage.index]
    if passage.kind is PassageKind.HEADING:
        after = after[next((at for at, other in enumerate(after) if other.kind is PassageKind.ITEM), len(after)) :]
    listed = takewhile(lambda other: other.kind is PassageKind.ITEM and not other.point, after)
    items = (tuple(sentences) for _, sentences in groupby(listed, key=attrgetter("paragraph")))
    return [Opgave(item, item.text, tuple(told)) for item, *told in items]


def _sections(scene: Scene, passage: Passage) -> list[Opgave]:
    """The headings right under a heading that announces opgaven."""
    below = {section.index for section in scene.document.sections if section.parent == passage.section}
    heads = (other for other in scene.passages if other.kind is PassageKind.HEADING and other.section in below)
    return [Opgave(head, head.text, _told(scene, head)) for head in heads]


def _by_sentence(scene: Scene) -> list[Opgave]:
    """The names in a sentence: "vier opgaven: wonen, zorg, klimaat en bereikbaarheid"."""
    best: list[Opgave] = []
    for passage in _passages(scene):
        match = _ENUMERATION.search(passage.text) if scene.says(passage, LIST) else None
        names = _names(match[1]) if match else _plainly(scene, passage)
        if all(0 < len(name.split()) <= LONGEST_NAME for name in names):
            best = max(best, [Opgave(passage, name) for name in names], key=len)
    return best


def _plainly(scene: Scene, passage: Passage) -> list[str]:
    """The names in "de opgaven zijn wonen, zorg en klimaat": at least three, each of a few words; brackets are left out."""
    match = _ARE.search(passage.text) if scene.says(passage, LIST) else None
    names = _names(_ASIDE.sub("", match[1])) if match else []
    short = len(names) > FEWEST and all(len(name.split()) <= SHORT_NAME for name in names)
    return names if short else []


def _names(text: str) -> list[str]:
    """The names in an enumeration; dashes part them where a list ran together, otherwise commas and "en"."""
    parts = _DASHES.split(text) if len(_DASHES.findall(text)) >= FEWEST else _PARTS.split(text)
    return [name for part in parts if (name := part.strip(" .;-–•"))]


def _single(scene: Scene) -> Iterator[Opgave]:
    """The one opgave that a sentence or a section states: "De opgave is …"."""
    for passage in _passages(scene):
        if passage.kind is PassageKind.HEADING and _HEADING.match(passage.text.strip()):
            told = _told(scene, passage)
            if told:
                yield Opgave(told[0], told[0].text, told[1:])
                return
        elif scene.says(passage, SINGLE):
            yield Opgave(passage, passage.text)
            return


def _counted(scene: Scene) -> tuple[int, Passage] | None:
    """The largest number of opgaven that is named and too many to be a slip, with where it stands."""
    found = [
        (int(span.value), -passage.index, passage)
        for passage in _passages(scene)
        for span in spans_of(passage, "getal")
        if span.more.get("unit") == "opgaven" and int(span.value) > MANY
    ]
    best = max(found, key=lambda item: item[:2], default=None)
    return (best[0], best[2]) if best else None

"""Names and numbers that ought to be the same everywhere: plans with their years, and how many things are told and listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toets.extract.scene import Scene
from toets.extract.topics import spot
from toets.model.document import Block, BlockKind, Passage, PassageKind
from toets.model.fact import Draft, Value
from toets.text import normal
from toets.text.numbers import SMALL_NUMBERS

SOURCE = "extract.consistency"
LONGEST_ITEM = 5
"""Words of an item in a running list; longer ones have commas and "en" of their own."""

_TOLD = re.compile(
    rf"(?<![\w-])(?P<number>{'|'.join(SMALL_NUMBERS)}|[2-9]|1[0-2]) (?P<noun>(?:[a-z][\w-]+ ){{0,2}}?[a-z][\w-]{{2,}}(?:en|s"
    rf"|'s))(?: [^:.;]{{0,40}})?:(?P<rest>.*)$",
    re.DOTALL,
)
_SPLIT = re.compile(r"\s*[,;]\s*")
_CLAUSE = re.compile(r"(?:dat|die|dit|er|zij|we|wij|nu|als|omdat|hij|men|u)\b", re.IGNORECASE)
_AND = re.compile(r"\s(?:en|of|alsmede|evenals)\s")
_CENTURY = "20"
"""The years that are compared begin so."""

_NAME_AND_YEARS = re.compile(
    r"(?P<name>(?: [^\W\d][\w'’-]*){0,5}?) ?(?P<quote>['’\"”]?) (?P<year>20\d\d)(?:\s?[-–/]\s?(?P<until>20\d\d))?(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Named:
    key: str
    year: int
    until: int
    text: str
    passage: Passage
    start: int
    end: int


def find(scene: Scene) -> Iterator[Draft]:
    """A told_number for every number of things that are listed behind it, a name_clash for every plan with two endings."""
    for passage in scene.prose():
        if passage.kind is PassageKind.SENTENCE:
            yield from _told(scene, passage)
    yield from _clashes(scene, _named(scene))
    yield from _title_clash(scene)


def _told(scene: Scene, passage: Passage) -> Iterator[Draft]:
    found = _TOLD.search(passage.text)
    if not found or scene.ends_with(found["noun"], "telt_geen_dingen"):
        return
    told = SMALL_NUMBERS.get(found["number"]) or int(found["number"])
    low, high = _counted(found["rest"]) if found["rest"].strip() else _items_after(scene, passage)
    if high > 1:
        same = low <= told <= high
        fields: dict[str, Value] = {"what": found["noun"], "told": told, "same": int(same)}
        fields["counted"] = told if same else high if told > high else low
        yield Draft("told_number", fields, passage.text, spot(passage, found.start(), found.end("noun")), SOURCE, passage.index)


def _counted(rest: str) -> tuple[int, int]:
    """The least and the most things that a running list can hold; (0, 0) when it is no plain list."""
    parts = [part for part in _SPLIT.split(rest.strip(" .")) if part]
    ands = [len(_AND.findall(part)) for part in parts]
    if len(parts) < 2 or not ands[-1] or _CLAUSE.match(parts[0]):
        return 0, 0
    longest = max(len(part.split()) - 2 * count for part, count in zip(parts, ands, strict=True))
    if longest > LONGEST_ITEM:
        return 0, 0
    return len(parts), len(parts) + sum(ands)


def _items_after(scene: Scene, passage: Passage) -> tuple[int, int]:
    """The items of the list that comes right behind a paragraph."""
    section = scene.section(passage)
    blocks: Sequence[Block] = section.blocks if section else ()
    at = next((number for number, block in enumerate(blocks) if block.index == passage.paragraph), len(blocks))
    last = at < len(blocks) and blocks[at].text.rstrip().endswith(passage.text.rstrip())
    count, level = 0, None
    for block in blocks[at + 1 :] if last else ():
        if block.kind is not BlockKind.ITEM:
            break
        level = block.level if level is None else level
        count += block.level <= level
    return count, count


def _named(scene: Scene) -> list[_Named]:
    """The plans and regulations of the proposal that are named with their years."""
    return [
        one for passage in scene.passages if passage.part in ("voorstel", "ontwerpbesluit") for one in _names_in(scene, passage)
    ]


def _names_in(scene: Scene, passage: Passage) -> Iterator[_Named]:
    text = passage.text
    for noun in scene.pattern("plan_met_jaartal").finditer(text) if _CENTURY in text else ():
        found = _NAME_AND_YEARS.match(text, noun.end())
        if not found:
            continue
        kind = normal(noun[0])
        key = (f"{kind} {normal(found['name'])}" if kind in scene.words("kaal_plan") else kind).strip()
        if key not in scene.words("kaal_plan"):
            whole = text[noun.start() : found.end()].strip()
            yield _Named(key, int(found["year"]), int(found["until"] or 0), whole, passage, noun.start(), found.end())


def _clashes(scene: Scene, names: Sequence[_Named]) -> Iterator[Draft]:
    """The same plan from the same year on, with two last years, or up to the same year with two first ones."""
    seen: set[frozenset[tuple[int, int]]] = set()
    for at, one in enumerate(names):
        for two in names[at + 1 :]:
            spans = frozenset(((one.year, one.until), (two.year, two.until)))
            half = one.key == two.key and one.until and two.until and (one.year == two.year) != (one.until == two.until)
            if half and spans not in seen and not scene.has(f"{one.passage.text} {two.passage.text}", "plan_van_eerder"):
                seen.add(spans)
                yield _clash(one, two)


def _clash(one: _Named, two: _Named) -> Draft:
    fields: dict[str, Value] = {"one": one.text, "two": two.text, "in_point": int(bool(one.passage.point or two.passage.point))}
    return Draft("name_clash", fields, two.passage.text, spot(two.passage, two.start, two.end), SOURCE, two.passage.index)


def _title_clash(scene: Scene) -> Iterator[Draft]:
    """The title names what is adopted with another year than the decision points."""
    subject = scene.document.subject
    titles = [passage for passage in scene.passages if passage.kind is PassageKind.FIELD and subject in passage.text]
    adopted = [
        one for passage in scene.passages if passage.point and passage.part == "voorstel" for one in _names_in(scene, passage)
    ]
    for title in (one for passage in titles[:1] if subject for one in _names_in(scene, passage)):
        same = [one for one in adopted if one.key == title.key]
        if same and not title.until and all(one.year != title.year and not one.until for one in same):
            new = [one for one in same if not scene.has(one.passage.text, "plan_van_eerder")]
            if new:
                yield _clash(title, new[0])

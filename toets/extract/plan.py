"""What the extractors of the execution share: a scene, the words they know, the days of the meetings, and the planning tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from toets.extract.scene import Scene, spans_of
from toets.model.document import Block, BlockKind, Cell, Passage, PassageKind, Span
from toets.text import Hit, normal

PLAN_ROLES = frozenset({"uitvoering", "communicatie"})
"""Where a passage speaks of what is going to be done, unless it says otherwise."""
AFTER_ROLES = frozenset({"evaluatie"})
NO_PROSE = frozenset({"kop", "onderwerp", "bijlagen", "ondertekening"})
BESIDE_WORK = NO_PROSE | {"kader", "beslispunten"}
"""Roles of what stands around the text on the work itself."""
MEETINGS = ("datum_college", "datum_commissie", "datum_raad", "vergadering")
WRITTEN = ("datum",)
_INSIDE = re.compile(r"(?<=[a-zà-ÿ,] )[A-Z][\w'-]+")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table in the words of its heading: the cells that say what, who and when; "" where there is no such column.

    `planned`: the heading of the table is that of a planning.
    """

    what: str
    who: str
    when: str
    has_who: bool
    planned: bool
    heading: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """A scene made ready: per passage the hits of each named list, and of each table row what its columns say.

    `first` and `last` are the ordinals of the first and last meeting that the head names, 0 without one. `people` are the
    names of persons anywhere in the document, `proper` all words with a capital inside a sentence.
    """

    scene: Scene
    lists: tuple[Mapping[str, tuple[Hit, ...]], ...]
    rows: Mapping[int, Row]
    first: int
    last: int
    people: tuple[str, ...]
    proper: frozenset[str]

    def says(self, passage: Passage, *names: str) -> tuple[Hit, ...]:
        """The hits of these named lists in a passage, in order."""
        found = self.lists[passage.index]
        if len(names) == 1:
            return found.get(names[0], ())
        several = [found[name] for name in names if name in found]
        if len(several) < 2:
            return several[0] if several else ()
        return tuple(sorted((hit for hits in several for hit in hits), key=lambda hit: (hit.start, hit.end)))

    def words(self, *names: str) -> frozenset[str]:
        """The words of these lists of the vocabulary together."""
        return self.scene.words(*names)

    def denied(self, passage: Passage, hit: Hit) -> bool:
        """Whether a hit is denied where it stands."""
        return self.scene.language.negated(passage.text, hit.start, hit.end, hit.gaps)

    def quoted(self, passage: Passage, hit: Hit) -> bool:
        """Whether a hit stands in somebody else's words."""
        return self.scene.language.quoted(passage.text, hit.start, hit.end)

    def prose(self) -> Iterator[Passage]:
        """What the proposal itself says, without its head and its lists of attachments."""
        return (passage for passage in self.scene.prose() if passage.role not in NO_PROSE)

    def near(self, passage: Passage) -> tuple[Passage, ...]:
        """The passage and its neighbours in the same section, headings left out."""
        return tuple(other for other in self.scene.reach(passage, "adjacent") if other.kind != PassageKind.HEADING)

    def ahead(self, span: Span) -> bool:
        """Whether a date, quarter or year is not before the first meeting; one without a year may be."""
        end = int(span.more.get("high", 0) or 0) or int(span.value or 0)
        if span.kind == "jaar":
            return not self.first or int(span.more.get("end", span.value)) >= _year(self.first)
        return not end or end >= self.first


def plan_of(scene: Scene) -> Plan:
    """Everything that the extractors of the execution share, worked out once for a document."""
    days = _meetings(scene)
    return Plan(
        scene=scene,
        lists=scene.named,
        rows=_rows(scene),
        first=min(days, default=0),
        last=max(days, default=0),
        people=_people(scene),
        proper=_proper(scene),
    )


def _year(day: int) -> int:
    return date.fromordinal(day).year


def _meetings(scene: Scene) -> list[int]:
    """The days on which the bodies meet; without them in the head, the day below the proposal, or that of the proposal itself."""
    days = _days_in_head(scene, MEETINGS)
    if not days:
        below = [passage for passage in scene.passages if passage.role == "ondertekening" and passage.part == "voorstel"]
        days = [int(span.value) for passage in below for span in spans_of(passage, "datum") if span.value]
    return days or _days_in_head(scene, WRITTEN)


def _days_in_head(scene: Scene, fields: tuple[str, ...]) -> list[int]:
    texts = (item.value for item in scene.document.metadata if item.field in fields)
    return [int(span.value) for text in texts for span in scene.language.spans(text) if span.kind == "datum" and span.value]


def _people(scene: Scene) -> tuple[str, ...]:
    names = {str(span.value) for passage in scene.passages for span in spans_of(passage, "persoon")}
    return tuple(sorted(name for name in names if " " in name or "." in name))


def _proper(scene: Scene) -> frozenset[str]:
    """The words with a capital inside a sentence: names, that keep their capital at the head of one."""
    return frozenset(match[0] for passage in scene.passages for match in _INSIDE.finditer(passage.text))


def _rows(scene: Scene) -> Mapping[int, Row]:
    """The rows of tables that have a heading of a planning, by the index of their passage."""
    pieces: dict[tuple[int, int], list[Block]] = {}  # a table that holds headings is cut up, and its pieces share an index
    for section in scene.document.sections:
        for block in section.blocks:
            if block.kind is BlockKind.TABLE:
                pieces.setdefault((section.index, block.index), []).append(block)
    found: dict[int, Row] = {}
    for passage in scene.passages:
        number = passage.location.row
        if passage.kind != PassageKind.ROW or number is None:
            continue
        for block in pieces.get((passage.section, passage.paragraph), ()):
            if block.first_row <= number < block.first_row + len(block.rows):
                found[passage.index] = _row(scene, block, number - block.first_row)
    return found


def _row(scene: Scene, block: Block, number: int) -> Row:
    columns = _columns(scene, block)
    cells = {cell.column: cell for cell in block.rows[number]}

    def text(kind: str) -> str:
        cell = cells.get(columns.get(kind, -1))
        return _plain(cell) if cell else ""

    planned = "when" in columns or ("who" in columns and "what" in columns)
    return Row(text("what"), text("who"), text("when"), "who" in columns, planned, number == 0 and bool(columns))


def _columns(scene: Scene, block: Block) -> dict[str, int]:
    """Which column says what, who and when, by the heading row."""
    kinds = {"who": scene.words("kolom_wie"), "when": scene.words("kolom_wanneer"), "what": scene.words("kolom_stap")}
    found: dict[str, int] = {}
    for cell in block.rows[0]:
        heading = normal(_plain(cell))
        for kind, names in kinds.items():
            if heading in names:
                found.setdefault(kind, cell.column)
    return found


def _plain(cell: Cell) -> str:
    return cell.text.replace("\n", " ").strip()

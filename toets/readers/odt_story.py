"""From the paragraphs, lists and tables of an ODF text to Blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from toets.model.document import Block, BlockKind, Cell, FoundBy, Location, Look, Origin, Unread
from toets.readers.counters import LEVELS
from toets.readers.docx_xml import Element, number
from toets.readers.ledger import Ledger
from toets.readers.line import Line
from toets.readers.odt_inline import OdtInline, hides_paragraph
from toets.readers.odt_lists import OdtLists
from toets.readers.odt_styles import OdtStyle
from toets.readers.odt_xml import DRAW, TABLE, TEXT

_COLUMNS: Final = 1_000  # the widest cell, and the most equal cells in a row, that are believed
_P: Final = TEXT + "p"
_H: Final = TEXT + "h"
_INDEXES: Final = frozenset(
    TEXT + tag
    for tag in (
        *("table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index"),
        *("bibliography", "index-body", "index-title"),
    )
)
_ROWS: Final = frozenset(TABLE + tag for tag in ("table-header-rows", "table-rows", "table-row-group"))
_NOTES: Final = {"footnote": Origin.FOOTNOTE, "endnote": Origin.ENDNOTE}


class Shown(NamedTuple):
    """The number before a paragraph, and its level from 0."""

    number: str = ""
    level: int = 0
    in_list: bool = False


NONE: Final = Shown()


@dataclass(slots=True)
class OdtStory:
    """Walks over one story: the text, a note, a box, a header."""

    inline: OdtInline
    lists: OdtLists
    ledger: Ledger
    origin: Origin = Origin.BODY
    _held: list[tuple[str, str]] = field(default_factory=list)
    _place: tuple[int | None, int | None] = (None, None)
    _new_page: bool = False
    _tables: int = 0

    def read(self, parent: Element, depth: int) -> list[Block]:
        """The blocks that stand in an element, in reading order; `depth` is how much deeper it may go."""
        out: list[Block] = []
        if depth <= 0:
            self._miss("tekst die te diep in andere onderdelen zit")
            return out
        for child in parent:
            tag = child.tag
            if tag in (_P, _H):
                self._paragraph(child, depth, out, NONE)
            elif tag == TEXT + "list":
                self._outer_list(child, depth, out)
            elif tag == TABLE + "table":
                self._table(child, depth, out)
            elif tag == TEXT + "numbered-paragraph":
                self._numbered(child, depth, out)
            elif tag in _INDEXES or (tag == TEXT + "section" and not self._hides(child)):
                out += self.read(child, depth - 1)
            elif tag.startswith(TEXT + "change"):
                deleted = self.inline.changes.step(child)
                out += [] if deleted is None else self.read(deleted, depth - 1)
            elif tag.startswith(DRAW):
                self._attach(self.inline.read_shapes(child), self.ledger.blocks, depth, out)
        return out

    def _hides(self, section: Element) -> bool:
        return section.get(TEXT + "display") == "none" or self.inline.styles.hides(section.get(TEXT + "style-name") or "")

    # Lists

    def _outer_list(self, element: Element, depth: int, out: list[Block]) -> None:
        style = element.get(TEXT + "style-name") or ""
        self._list(element, depth, out, style, self.lists.begin(element, style))

    def _list(self, element: Element, depth: int, out: list[Block], style: str, key: str, level: int = 0) -> None:
        if depth <= 0:
            self._miss("tekst die te diep in andere onderdelen zit")
            return
        style = element.get(TEXT + "style-name") or style
        for item in element:
            if item.tag not in (TEXT + "list-item", TEXT + "list-header"):
                continue
            own = item.get(TEXT + "style-override") or style
            start = number(item.get(TEXT + "start-value") or "")
            waits = item.tag == TEXT + "list-item"
            for child in item:
                if child.tag in (_P, _H):
                    shown = self.lists.item(own, key, min(level, LEVELS - 1), start) if waits else ""
                    waits = False
                    self._paragraph(child, depth, out, Shown(shown, min(level, LEVELS - 1), in_list=True))
                elif child.tag == TEXT + "list":
                    self._list(child, depth - 1, out, own, key, level + 1)
                elif child.tag == TABLE + "table":
                    self._table(child, depth, out)

    def _numbered(self, element: Element, depth: int, out: list[Block]) -> None:
        """A paragraph that says by itself to which list it belongs."""
        style, key = element.get(TEXT + "style-name") or "", element.get(TEXT + "list-id") or ""
        level = min(max((number(element.get(TEXT + "level") or "", 1) or 1) - 1, 0), LEVELS - 1)
        start = number(element.get(TEXT + "start-value") or "")
        for child in element:
            if child.tag in (_P, _H):
                shown = self.lists.item(style, f"paragraphs {key}", level, start)
                self._paragraph(child, depth, out, Shown(shown, level, in_list=True))

    # Paragraphs

    def _paragraph(self, paragraph: Element, depth: int, out: list[Block], shown: Shown) -> None:
        self.ledger.visit()
        style = self.inline.styles.paragraph(paragraph.get(TEXT + "style-name") or "")
        line = Line() if hides_paragraph(paragraph) else self.inline.read(paragraph, style)
        if paragraph.tag == _H and not shown.in_list:
            shown = self._heading_number(paragraph, style)
        self._new_page |= line.opens_page or (style.opens_page and self.ledger.blocks > 0)
        if line.text:
            out.append(self._block(paragraph, line, style, shown))
        self._new_page |= style.closes_page
        self._attach(line, self.ledger.blocks - (1 if line.text else 0), depth, out)

    def _heading_number(self, heading: Element, style: OdtStyle) -> Shown:
        if heading.get(TEXT + "is-list-header") == "true" or style.listing == "":
            return NONE
        level = min(max((number(heading.get(TEXT + "outline-level") or "", 1) or 1) - 1, 0), LEVELS - 1)
        return Shown(self.lists.heading(level, number(heading.get(TEXT + "start-value") or "")), level)

    def _block(self, paragraph: Element, line: Line, style: OdtStyle, shown: Shown) -> Block:
        outline, by = style.outline, FoundBy.STYLE
        if paragraph.tag == _H:
            stated = min(max(number(paragraph.get(TEXT + "outline-level") or "", 1) or 1, 1), LEVELS)
            outline, by = stated, FoundBy.STYLE if outline == stated else FoundBy.OUTLINE
        breaks, self._new_page = self._new_page, False
        return Block(
            index=self.ledger.take(line.text),
            kind=BlockKind.ITEM if shown.number and outline is None else BlockKind.PARAGRAPH,
            text=line.text,
            origin=self.origin,
            outline=outline,
            outline_by=None if outline is None else by,
            number=shown.number,
            level=shown.level,
            look=Look(line.bold, line.caps, line.lead, line.size, style.name, breaks, line.underlined),
            unfilled=line.unfilled,
        )

    # What hangs on a paragraph

    def _location(self, index: int, start: int | None = None, end: int | None = None) -> Location:
        row, column = self._place
        return Location(paragraph=index, row=row, column=column, start=start, end=end)

    def _miss(self, what: str) -> None:
        self.ledger.unread.append(Unread(what, self._location(self.ledger.blocks)))

    def _attach(self, line: Line, index: int, depth: int, out: list[Block]) -> None:
        for spot in line.unread:
            self.ledger.unread.append(Unread(spot.what, self._location(index, spot.at, spot.at)))
        self.ledger.keep(line, self._location(index))
        for mark in line.marks:
            known = self.ledger.comments.get(mark.comment)
            if known is None:
                self.ledger.comments[mark.comment] = self._location(index, mark.at, len(line.text) if mark.opens else mark.at)
            elif known.paragraph == index and known.start is not None and known.start <= mark.at:
                self.ledger.comments[mark.comment] = self._location(index, known.start, mark.at)
        for box in line.boxes:
            out += self._box(box, depth)
        self._held += line.notes
        if self._held and not self._tables:
            out += self._notes(depth)

    def _box(self, box: Element, depth: int) -> list[Block]:
        inside = self._beside(Origin.BOX)
        inside._place = self._place
        inside._tables = self._tables + 1  # its notes come after whatever the box hangs on
        blocks = inside.read(box, depth - 1)
        self._held += inside._held
        return blocks

    def _notes(self, depth: int) -> list[Block]:
        held, self._held = self._held, []
        out: list[Block] = []
        for sort, key in held:
            blocks = self._beside(_NOTES[sort]).read(self.inline.notes[sort, key], depth - 1)
            if blocks and blocks[0].kind is BlockKind.PARAGRAPH:
                blocks[0] = replace(blocks[0], number=key.partition(" ")[2])
            out += blocks
        return out

    def _beside(self, origin: Origin) -> OdtStory:
        return OdtStory(self.inline, self.lists, self.ledger, origin)

    # Tables

    def _table(self, table: Element, depth: int, out: list[Block]) -> None:
        opens_page = self._new_page
        opens_page |= self.ledger.blocks > 0 and self.inline.styles.breaks_page(table.get(TABLE + "style-name") or "")
        self._new_page = False
        index, outer = self.ledger.take(), self._place
        self._tables += 1
        rows = [self._row(row, at, depth) for at, row in enumerate(_rows(table, depth))]
        self._tables -= 1
        self._place = outer
        if any(cell.blocks for row in rows for cell in row):
            look, heads = Look(breaks_page=opens_page), _heads(table, depth)
            out.append(Block(index, BlockKind.TABLE, origin=self.origin, look=look, rows=tuple(rows), heads=heads))
        else:
            self.ledger.give_back(index)
            self._new_page |= opens_page
        if self._held and not self._tables:
            out += self._notes(depth)

    def _row(self, row: Element, at: int, depth: int) -> tuple[Cell, ...]:
        self.ledger.visit()
        column, cells = 0, []
        for cell in row:
            if cell.tag == TABLE + "table-cell":
                self.ledger.visit()
                self._place = (at, column)
                width = _count(cell, "number-columns-spanned")
                cells.append(Cell(column, width, tuple(self.read(cell, depth - 1))))
            elif cell.tag != TABLE + "covered-table-cell":
                continue
            column += _count(cell, "number-columns-repeated")
        return tuple(cells)


def _rows(table: Element, depth: int) -> Iterator[Element]:
    for child in table:
        if child.tag == TABLE + "table-row" and child.get(TABLE + "visibility") in (None, "visible"):
            yield child
        elif child.tag in _ROWS and depth > 0:
            yield from _rows(child, depth - 1)


def _heads(table: Element, depth: int) -> int:
    """The number of rows that are repeated as the heading of a table."""
    headed = table.find(TABLE + "table-header-rows")
    return 0 if headed is None else len(list(_rows(headed, depth)))


def _count(cell: Element, attribute: str) -> int:
    return min(max(number(cell.get(TABLE + attribute) or "", 1) or 1, 1), _COLUMNS)

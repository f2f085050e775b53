"""From the paragraphs and tables of one story (the body, a note, a header) to Blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Final

from lxml import etree

from toets.model.document import Block, BlockKind, Cell, FoundBy, Location, Look, Origin, Unread
from toets.readers.counters import LEVELS, Counters
from toets.readers.docx_drawing import choose
from toets.readers.docx_grid import Grid, is_head, is_shown
from toets.readers.docx_inline import WRAPPERS, Inline, Rules, is_unfilled
from toets.readers.docx_numbering import Numbering
from toets.readers.docx_styles import ParagraphStyle, Stated, stated
from toets.readers.docx_xml import MC, W, child_switch, val
from toets.readers.ledger import Ledger
from toets.readers.line import Line
from toets.readers.numerals import roman

_P: Final = W + "p"
_TBL: Final = W + "tbl"
_SDT: Final = W + "sdt"
_PPR: Final = W + "pPr"
_ALTERNATE: Final = MC + "AlternateContent"
_NOTES: Final = {"footnote": Origin.FOOTNOTE, "endnote": Origin.ENDNOTE}


@dataclass(slots=True)
class Story:
    """Walks over one story.

    `notes` are the footnotes and endnotes of the file by sort and id, `noted` the ids that were given already; `breaks` tells of
    each section of the text whether it starts on a new page.
    """

    rules: Rules
    numbering: Numbering
    notes: Mapping[tuple[str, str], etree._Element]
    ledger: Ledger
    origin: Origin = Origin.BODY
    breaks: Sequence[bool] = ()
    counters: Counters = field(default_factory=Counters)
    noted: dict[str, set[str]] = field(default_factory=lambda: {"footnote": set(), "endnote": set()})
    _inline: Inline = field(init=False)
    _merging: list[tuple[etree._Element, Stated]] = field(default_factory=list)
    _held: list[tuple[str, str]] = field(default_factory=list)
    _place: tuple[int | None, int | None] = (None, None)
    _new_page: bool = False
    _sections: int = 0
    _tables: int = 0

    def __post_init__(self) -> None:
        self._inline = Inline(self.rules)

    def read(self, parent: etree._Element, depth: int) -> list[Block]:
        """The blocks that stand in an element, in reading order; `depth` is how much deeper it may go."""
        out: list[Block] = []
        outer, self._merging = self._merging, []
        for child, deep in self._members(parent, (_P, _TBL), depth):
            if child.tag == _P:
                self._paragraph(child, deep, out)
            else:
                self._flush(deep, out)
                self._table(child, deep, out)
        self._flush(depth, out)
        self._merging = outer
        return out

    def _members(self, parent: etree._Element, wanted: Sequence[str], depth: int) -> Iterator[tuple[etree._Element, int]]:
        """The wanted elements in a parent, also those in wrappers, each with the depth that is left below it."""
        for child in parent:
            tag = child.tag
            if tag in wanted:
                if self._room(depth):
                    yield child, depth - 1
            elif tag == _SDT:
                content, asks = child.find(W + "sdtContent"), is_unfilled(child)
                if content is not None and self._room(depth):
                    self._inline.placeholders += asks
                    yield from self._members(content, wanted, depth - 1)
                    self._inline.placeholders -= asks
            elif tag in WRAPPERS or tag in self.rules.added or tag == _ALTERNATE:
                inner = choose(child) if tag == _ALTERNATE else child
                if inner is not None and self._room(depth):
                    yield from self._members(inner, wanted, depth - 1)
            elif tag == W + "commentRangeStart":
                self.ledger.comments.setdefault(val(child, "id"), self._location(self.ledger.blocks, 0))
            elif tag == W + "altChunk":
                self._miss("ingevoegd document (altChunk)")
            elif tag == W + "subDoc":
                self._miss("gekoppeld deeldocument")

    def _room(self, depth: int) -> bool:
        if depth <= 0:
            self._miss("tekst die te diep in andere onderdelen zit")
        return depth > 0

    # Paragraphs

    def _paragraph(self, paragraph: etree._Element, depth: int, out: list[Block]) -> None:
        self.ledger.visit()
        if not len(paragraph) and not self._merging:
            return
        says = stated(paragraph[0] if len(paragraph) and paragraph[0].tag == _PPR else paragraph.find(_PPR))
        self._merging.append((paragraph, says))
        if says.mark is None or not self._is_gone(says.mark):
            self._flush(depth, out)

    def _is_gone(self, mark: etree._Element) -> bool:
        """Whether the end of a paragraph is a tracked change that isn't there: then it runs on into the next."""
        return any(child.tag in self.rules.removed for child in mark)

    def _flush(self, depth: int, out: list[Block]) -> None:
        """Gives the block of the paragraphs that run on into one another; the last of them says how it looks."""
        if not self._merging:
            return
        merged, self._merging = self._merging, []
        says = merged[-1][1]
        if self.rules.original and says.former is not None:
            says = replace(stated(says.former), mark=says.mark, ends_section=says.ends_section)
        style = self.rules.styles.paragraph(says.style)
        line = self._inline.read([paragraph for paragraph, _ in merged], style)
        shown = self._number(says, style, line)
        self._new_page |= line.opens_page or (style.breaks if says.breaks is None else says.breaks)
        if line.text:
            out.append(self._block(line, says, style, shown))
        if line.unread or line.marks or line.pictures or line.hidden:
            self._anchors(line, self.ledger.blocks - (1 if line.text else 0))
        self._new_page |= line.closes_page or (says.ends_section and self._section_ends())
        for box in line.boxes:
            out += self._box(box, depth)
        self._held += line.notes
        if self._held and not self._tables:
            out += self._notes(depth)

    def _block(self, line: Line, says: Stated, style: ParagraphStyle, shown: tuple[str, int]) -> Block:
        outline = style.outline if says.outline is None else says.outline or None
        by = None if outline is None else FoundBy.STYLE if says.outline is None else FoundBy.OUTLINE
        breaks, self._new_page = self._new_page, False
        return Block(
            index=self.ledger.take(line.text),
            kind=BlockKind.ITEM if shown[0] and outline is None else BlockKind.PARAGRAPH,
            text=line.text,
            origin=self.origin,
            outline=outline,
            outline_by=by,
            number=shown[0],
            level=shown[1],
            look=Look(line.bold, line.caps, line.lead, line.size, style.name, breaks, line.underlined),
            unfilled=line.unfilled,
        )

    def _number(self, says: Stated, style: ParagraphStyle, line: Line) -> tuple[str, int]:
        """The number that is shown ("" if none), and its level from 0. Hidden paragraphs don't count."""
        listing = self.numbering.listing(says.num_id or style.num_id)
        if listing is None or (not line.text and _is_hidden(says, style)):
            return "", 0
        level = says.level
        if level is None and not says.num_id:
            level = listing.level_of(style.chain)
            level = style.level if level is None else level
        level = min(max(level or 0, 0), LEVELS - 1)
        return self.counters.advance(listing, level), level

    def _section_ends(self) -> bool:
        """A section ends here: whether the next one starts on a new page."""
        self._sections += 1
        return self.breaks[self._sections] if self._sections < len(self.breaks) else True

    # What hangs on a paragraph

    def _location(self, index: int, start: int | None = None, end: int | None = None) -> Location:
        row, column = self._place
        return Location(paragraph=index, row=row, column=column, start=start, end=end)

    def _miss(self, what: str) -> None:
        self.ledger.unread.append(Unread(what, self._location(self.ledger.blocks)))

    def _anchors(self, line: Line, index: int) -> None:
        for spot in line.unread:
            self.ledger.unread.append(Unread(spot.what, self._location(index, spot.at, spot.at)))
        self.ledger.keep(line, self._location(index))
        comments = self.ledger.comments
        for mark in line.marks:
            known = comments.get(mark.comment)
            if known is None:
                end = len(line.text) if mark.opens else mark.at
                comments[mark.comment] = self._location(index, mark.at, end)
            elif not mark.opens and known.paragraph == index and known.start is not None and known.start <= mark.at:
                comments[mark.comment] = self._location(index, known.start, mark.at)

    def _box(self, box: etree._Element, depth: int) -> list[Block]:
        inside = self._beside(Origin.BOX)
        inside.counters, inside._place = self.counters, self._place
        inside._tables = self._tables + 1  # its notes come after whatever the box hangs on
        blocks = inside.read(box, depth)
        self._held += inside._held
        return blocks

    def _notes(self, depth: int) -> list[Block]:
        """The notes referred to since the last call, each once, numbered as Word does by default."""
        held, self._held = self._held, []
        out: list[Block] = []
        for sort, key in held:
            note = self.notes.get((sort, key))
            if note is None or key in self.noted[sort]:
                continue
            self.noted[sort].add(key)
            count = len(self.noted[sort])
            blocks = self._beside(_NOTES[sort]).read(note, depth)
            if blocks and blocks[0].kind is BlockKind.PARAGRAPH:
                blocks[0] = replace(blocks[0], number=str(count) if sort == "footnote" else roman(count))
            out += blocks
        return out

    def _beside(self, origin: Origin) -> Story:
        return Story(self.rules, self.numbering, self.notes, self.ledger, origin, noted=self.noted)

    # Tables

    def _table(self, table: etree._Element, depth: int, out: list[Block]) -> None:
        opens_page, self._new_page = self._new_page, False
        index, outer = self.ledger.take(), self._place
        self._tables += 1
        grid = Grid()
        lines = list(self._rows(table, depth))
        rows = [self._row(tr, grid, at, deep) for at, (tr, deep) in enumerate(lines)]
        heads = len(list(takewhile(lambda line: is_head(line[0]), lines)))
        self._tables -= 1
        self._place = outer
        if any(cell.blocks for row in rows for cell in row):
            look = Look(breaks_page=opens_page)
            out.append(Block(index, BlockKind.TABLE, origin=self.origin, look=look, rows=tuple(rows), heads=heads))
        else:
            self.ledger.give_back(index)
            self._new_page |= opens_page
        if not self._tables:
            out += self._notes(depth)

    def _rows(self, table: etree._Element, depth: int) -> Iterator[tuple[etree._Element, int]]:
        return (each for each in self._members(table, (W + "tr",), depth) if is_shown(each[0], self.rules.removed))

    def _row(self, row: etree._Element, grid: Grid, at: int, depth: int) -> tuple[Cell, ...]:
        self.ledger.visit()
        grid.start_row(row)
        cells = []
        for cell, deep in self._members(row, (W + "tc",), depth):
            self.ledger.visit()
            place = grid.place(cell, self.rules.removed)
            if place is None:
                continue
            column, width = place
            self._place = (at, column)
            cells.append(Cell(column, width, tuple(self.read(cell, deep))))
        return grid.widened(cells)


def _is_hidden(says: Stated, style: ParagraphStyle) -> bool:
    own = child_switch(says.mark, "vanish")
    return bool(style.letters.hidden if own is None else own)

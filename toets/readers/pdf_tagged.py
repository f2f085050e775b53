"""From the tag tree of a PDF and its words to drafts: the structure that the maker of the file stated."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from toets.model.document import Origin
from toets.readers.pdf_drafts import CellDraft, Column, Draft, Para, TableDraft, line_mark, walk
from toets.readers.pdf_lines import Line, line_of
from toets.readers.pdf_notes import note_of
from toets.readers.pdf_paragraphs import goes_on
from toets.readers.pdf_tree import Node
from toets.readers.pdf_words import Word
from toets.readers.plain_blocks import clean

_HEADING: Final = re.compile(r"H([1-6])?")
_INLINE: Final = frozenset(
    ("Span", "Link", "Em", "Strong", "Quote", "Reference", "Annot", "Code", "Sub", "Formula", "Ruby", "RB", "RT", "BibEntry")
)
_TEXTUAL: Final = re.compile(r"P|H[1-6]?|LI|LBody|Lbl|TD|TH|Caption|Note|FENote")
_BLOCK: Final = re.compile(r"P|H[1-6]?|L|LI|LBody|Lbl|Table|TR|TD|TH|Caption|Note|FENote|Div|Sect|Artifact|BlockQuote|Figure")
_NOTES: Final = frozenset(("Note", "FENote"))
_ROW_GROUPS: Final = frozenset(("THead", "TBody", "TFoot"))
_ENOUGH: Final = 0.8
_CUT: Final = 0.3


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an element stands: level of the list around it (-1 if none), and the heading level and origin of its text."""

    level: int = -1
    outline: int | None = None
    origin: Origin = Origin.BODY


@dataclass(slots=True)
class Tagged:
    """Makes drafts of a tag tree; `words` are those of the pages, furniture left out."""

    words: dict[tuple[int, int], list[Word]]
    used: int = 0
    _pending: list[tuple[int, Word]] = field(default_factory=list)

    def drafts(self, root: Node) -> list[Draft]:
        """All drafts of the document, in the order of the tree."""
        return self._inside(root, _Place())

    def _inside(self, node: Node, place: _Place) -> list[Draft]:
        out: list[Draft] = []
        inline: list[tuple[int, Word]] = []
        for child in node.children():
            if isinstance(child, tuple) or _is_inline(child, node):
                inline += self._words(child, out, place)
                continue
            self._flush(inline, place, out)
            out += self._block(child, place)
        self._flush(inline, place, out)
        return out

    def _block(self, node: Node, place: _Place) -> list[Draft]:
        heading = _HEADING.fullmatch(node.kind)
        if heading:
            return self._inside(node, _Place(place.level, int(heading[1] or 1), place.origin))
        if node.kind == "L":
            return [draft for child in node.children() if isinstance(child, Node) for draft in self._item(child, place)]
        if node.kind == "LI":
            return self._item(node, place)
        if node.kind == "Table":
            return self._table(node)
        if node.kind in _NOTES:
            return self._inside(node, _Place(origin=Origin.FOOTNOTE))
        if node.kind == "Artifact":
            return []
        return self._inside(node, place)

    def _words(self, child: Node | tuple[int, int], out: list[Draft], place: _Place) -> list[tuple[int, Word]]:
        """The words of marked content and of inline elements; a note inside them is a block of its own."""
        if isinstance(child, tuple):
            found = self.words.pop(child, [])
            self.used += len(found)
            return [(child[0], word) for word in found]
        words: list[tuple[int, Word]] = []
        for inner in child.children():
            if isinstance(inner, tuple) or inner.kind not in _NOTES:
                words += self._words(inner, out, place)
            else:
                out += self._block(inner, place)
        return words

    def _flush(self, inline: list[tuple[int, Word]], place: _Place, out: list[Draft]) -> None:
        lines = list(_lines(inline))
        inline.clear()
        if lines:
            column = Column(min(line.x0 for line in lines), max(line.x1 for line in lines), 1.3)
            para = Para(lines, column, line_mark(lines[0]), place.outline, origin=place.origin)
            out.append(note_of(para) if place.origin is Origin.FOOTNOTE else para)

    def _item(self, node: Node, place: _Place) -> list[Draft]:
        """A list item: its first paragraph carries the number, from its label or else from its text."""
        if node.kind == "L":
            return self._block(node, _Place(place.level + 1, origin=place.origin))
        if node.kind != "LI":
            return self._block(node, place)
        inner = _Place(place.level + 1, origin=place.origin)
        labels = [child for child in node.children() if isinstance(child, Node) and child.kind == "Lbl"]
        number = " ".join(word.text for label in labels for _, word in self._words(label, [], place))
        rest = Node("LI", kids={at: kid for at, kid in node.kids.items() if not (isinstance(kid, Node) and kid.kind == "Lbl")})
        drafts = self._inside(rest, inner)
        first = next((draft for draft in drafts if isinstance(draft, Para)), None)
        if first is not None and first.number is None:
            first.level = inner.level
            if number or first.mark is None:
                first.number, first.mark = clean(number), None
        return drafts

    def _table(self, node: Node) -> list[Draft]:
        around: list[Draft] = []
        taken: dict[int, int] = {}
        rows = [self._row(row, taken) for row in _rows(node, around, self)]
        filled = [row for row in rows if any(cell.drafts for cell in row)]
        return [*around, *(_table_of(part) for part in _parts(filled))]

    def _row(self, row: Node, taken: dict[int, int]) -> list[CellDraft]:
        """The cells of a row; `taken` tells for each column how many more rows a cell from above covers."""
        cells: list[CellDraft] = []
        covered: dict[int, int] = {}
        column = 0
        for at in range(row.count):
            while taken.get(column, 0):
                column += 1
            kid = row.kids.get(at)
            cell = kid if isinstance(kid, Node) else Node("TD", kids={0: kid} if kid else {})
            cells.append(CellDraft(column, cell.columns, self._inside(cell, _Place())))
            covered |= dict.fromkeys(range(column, column + cell.columns), cell.rows)
            column += cell.columns
        for at in {*taken, *covered}:
            taken[at] = covered[at] - 1 if at in covered else max(taken[at] - 1, 0)
        return cells


def _is_inline(child: Node, parent: Node) -> bool:
    """Whether an element is part of the text of its parent. Some makers give every stretch of text a nameless element."""
    return child.kind in _INLINE or (bool(_TEXTUAL.fullmatch(parent.kind)) and not _is_block(child))


def _is_block(node: Node) -> bool:
    if _BLOCK.fullmatch(node.kind):
        return True
    return any(isinstance(child, Node) and _is_block(child) for child in node.kids.values())


def tagged_drafts(root: Node, pages: Sequence[Sequence[Word]]) -> list[Draft] | None:
    """The drafts that a tag tree gives for the words of the pages, furniture left out.

    None when the tree can't be trusted: it misses much of the text (headers and footers are outside it, rightly), or makes a
    paragraph of every line.
    """
    words: dict[tuple[int, int], list[Word]] = defaultdict(list)
    for number, page in enumerate(pages, 1):
        for word in page:
            if word.mcid >= 0:
                words[(number, word.mcid)].append(word)
    total = sum(map(len, pages))
    maker = Tagged(dict(words))
    drafts = maker.drafts(root)
    if not total or maker.used < _ENOUGH * total or _cuts_lines(drafts):
        return None
    return drafts


def _cuts_lines(drafts: list[Draft]) -> bool:
    """Whether paragraphs often go on in the next one."""
    paras = [draft for draft in walk(drafts) if isinstance(draft, Para)]
    right = max((para.column.right for para in paras), default=0.0)
    cut = 0
    for para, after in pairwise(paras):
        wide = Para(para.lines, Column(para.column.left, right, 1.3), para.mark)
        cut += after.mark is None and para.page == after.page and not para.ended and goes_on(wide, after.lines[0])
    return cut > max(3, _CUT * len(paras))


def _lines(words: Iterable[tuple[int, Word]]) -> Iterator[Line]:
    """Words in the order of the file as lines: a new one where the baseline changes or the text jumps back."""
    page = 0
    line: list[Word] = []
    for number, word in words:
        if line and (number != page or not _on_line(line[-1], line[0], word)):
            yield line_of(page, line)
            line = []
        page = number
        line.append(word)
    if line:
        yield line_of(page, line)


def _on_line(last: Word, first: Word, word: Word) -> bool:
    size = max(first.size, word.size)
    return abs(word.y - first.y) <= 0.6 * size and word.x0 > last.x0 - 0.1 * size


def _rows(node: Node, around: list[Draft], maker: Tagged) -> Iterator[Node]:
    """The rows of a table, through its groups; other children (a caption) go to `around`."""
    for child in node.children():
        if isinstance(child, tuple):
            continue
        if child.kind == "TR":
            yield child
        elif child.kind in _ROW_GROUPS:
            yield from _rows(child, around, maker)
        else:
            around += maker._block(child, _Place())


def _parts(rows: Sequence[list[CellDraft]]) -> Iterator[list[list[CellDraft]]]:
    """Rows that share a column border; where none is shared, tables were put against each other."""
    part: list[list[CellDraft]] = []
    borders: set[int] = set()
    for row in rows:
        here = {cell.column for cell in row if cell.column > 0}
        if part and borders and here and not borders & here:
            yield part
            part, borders = [], set()
        part.append(row)
        borders = here or borders
    if part:
        yield part


def _table_of(rows: list[list[CellDraft]]) -> TableDraft:
    """A table with its columns counted anew: only those where a cell starts."""
    starts = sorted({cell.column for row in rows for cell in row})
    place = {column: at for at, column in enumerate(starts)}
    for row in rows:
        for cell in row:
            last = sum(1 for start in starts if start < cell.column + cell.width)
            cell.column, cell.width = place[cell.column], last - place[cell.column]
    lines = [draft.lines[0] for row in rows for cell in row for draft in walk(cell.drafts) if isinstance(draft, Para)]
    return TableDraft(min(line.page for line in lines), lines[0].y, (), rows)

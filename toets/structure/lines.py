"""Blocks become lines: stretches of text that may be a heading, with the tables that only serve as page layout opened up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from toets.model.document import NOTES, Block, BlockKind, Cell, Location, Look
from toets.structure.lexicon import Lexicon
from toets.structure.tables import Row, RowKind, Tables, number_of, tables_of

NUMBER = re.compile(
    r"\s*(?P<number>\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Za-z]|[ivxIVX]{1,5})[.)](?=\s|$)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s|$)|\d{1,2}(?=\s+[^\W\d_a-z]))\s*"
)
_BULLET = re.compile(r"\s*[-–—•▪●◦‣∙·*]\s+")


class Stand(StrEnum):
    """Where a line stands."""

    TEXT = "text"
    LABEL = "label"
    HEAD = "head"
    TABLE = "table"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block: the characters `start`…`end` of its text; `body` is where they go on after a typed number.

    A table that is data (TABLE) or holds the head of the document (HEAD) is one line without text; the left cell of a
    template table is a LABEL; `row` and `column` place a line inside an opened table.
    """

    block: Block
    stand: Stand
    start: int = 0
    body: int = 0
    end: int = 0
    number: str = ""
    row: int | None = None
    column: int | None = None

    @property
    def text(self) -> str:
        """The words of the line, without its number."""
        return self.block.text[self.body : self.end].strip()

    @property
    def shown(self) -> str:
        """The line as a reader sees it, its number included."""
        return f"{self.number} {self.text}".strip()

    @property
    def look(self) -> Look:
        """How its block is shown."""
        return self.block.look

    @property
    def plain(self) -> bool:
        """Whether it is a line of running text."""
        return self.stand is Stand.TEXT

    def place(self, start: int, end: int) -> Location:
        """The location of some characters of its block."""
        return Location(page=self.block.page, paragraph=self.block.index, row=self.row, column=self.column, start=start, end=end)


def lines_of(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Line, ...]:
    """All lines in reading order, empty ones left out; a number on a line of its own goes with the line below it."""
    out: list[Line] = []
    tables = tables_of(blocks, lexicon)
    for line in (line for block in blocks for line in _of_block(block, tables, None, None)):
        alone = bool(out) and out[-1].stand is Stand.TEXT and not out[-1].text and bool(out[-1].number)
        if alone and line.stand is Stand.TEXT and not line.number and line.text:
            line = replace(line, number=out.pop().number)
        out.append(line)
    return tuple(out)


def _of_block(block: Block, tables: Tables, row: int | None, column: int | None) -> Iterator[Line]:
    if block.kind is BlockKind.TABLE:
        yield from _of_table(block, tables)
    elif block.origin in NOTES:
        if block.text.strip():
            yield Line(block, Stand.NOTE, end=len(block.text), row=row, column=column)
    else:
        yield from (replace(line, row=row, column=column) for line in split(block))


def split(block: Block) -> Iterator[Line]:
    """The lines of a paragraph or item; a line break inside it starts a new one, but a heading of the file is one line."""
    start = 0
    for piece in [block.text] if block.outline is not None else block.text.split("\n"):
        end = start + len(piece)
        if piece.strip():
            number, body = block.number if start == 0 else "", start
            if not number and (typed := NUMBER.match(block.text, start, end)):
                number, body = typed["number"], typed.end()
            elif bullet := _BULLET.match(block.text, start, end):
                number, body = number or bullet[0].strip(), bullet.end()
            yield Line(block, Stand.TEXT, start, body, end, number)
        start = end + 1


def _of_table(table: Block, tables: Tables) -> Iterator[Line]:
    rows = tables.rows(table)
    if all(row.kind is RowKind.DATA for row in rows):
        yield from _kept(table, rows, Stand.TABLE)
        return
    at = 0
    while at < len(rows):
        kind, first = rows[at].kind, at
        while at < len(rows) and rows[at].kind is kind:
            at += 1
        if kind in (RowKind.FIELD, RowKind.DATA):
            yield from _kept(table, rows[first:at], Stand.HEAD if kind is RowKind.FIELD else Stand.TABLE)
        else:
            for row in rows[first:at]:
                yield from _of_row(row, tables)


def _kept(table: Block, rows: Sequence[Row], stand: Stand) -> Iterator[Line]:
    if any(block.text.strip() for row in rows for block in _inside(row.cells)):
        yield Line(replace(table, rows=tuple(row.cells for row in rows), first_row=rows[0].index), stand, row=rows[0].index)


def _of_row(row: Row, tables: Tables) -> Iterator[Line]:
    if counted := number_of(row):
        first, *rest = (line for block in row.cells[1].blocks for line in _of_block(block, tables, row.index, 1))
        yield from (replace(first, number=first.number or counted), *rest)
        return
    labelled = row.kind is not RowKind.HEADING
    number = ""
    for cell in row.cells:
        for block in cell.blocks:
            for line in _of_block(block, tables, row.index, cell.column):
                if not labelled and not line.text and line.number:
                    number = line.number
                elif not labelled and line.stand is Stand.TEXT:
                    labelled = True
                    yield replace(line, stand=Stand.LABEL, number=line.number or number)
                else:
                    yield line


def _inside(cells: Iterable[Cell]) -> Iterator[Block]:
    for cell in cells:
        for block in cell.blocks:
            yield from block.walk()

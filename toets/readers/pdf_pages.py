"""The layout of one page: which words stand in tables, which in columns, and what is read first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Final

from toets.readers.pdf_aligned import Aligned
from toets.readers.pdf_columns import Band, bands
from toets.readers.pdf_grid import Grid, GridCell
from toets.readers.pdf_lines import Line, lines_of
from toets.readers.pdf_rows import by_words, refined
from toets.readers.pdf_words import Word

_USUAL_PADDING: Final = 5.4
_MOST_PADDING: Final = 12.0


@dataclass(frozen=True, slots=True)
class CellArea:
    """What stands in one cell of a ruled table, with the edges between which its text is set."""

    cell: GridCell
    flow: tuple[Flow, ...]
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class TableArea:
    """A ruled table on a page; `better` is the same table by how its words stand, if that tells more than its lines."""

    page: int
    grid: Grid
    cells: tuple[CellArea, ...]
    better: Aligned | None = None


@dataclass(frozen=True, slots=True)
class Stack:
    """Lines of one column, from top to bottom; `edge` is the gutter to the right of it, infinite if there is none.

    `width` is that of the page, 0 inside a cell.
    """

    lines: tuple[Line, ...]
    edge: float = inf
    width: float = 0.0


Flow = Stack | TableArea


def layout(page: int, words: Sequence[Word], found: Sequence[Grid], width: float, height: float) -> list[Flow]:
    """What stands on a page, in reading order."""
    tables, rest = _tables(page, words, found)
    out: list[Flow] = []
    boxes = [(table.grid.x0, table.grid.y0, table.grid.x1, table.grid.y1) for table in tables]
    for band in bands(rest, boxes, width, height):
        inside = [table for table in tables if _in_band(table.grid, band)]
        out += _merged(lines_of(page, band.words), inside, band.x1 if band.x1 < width else inf, width)
    return out


def _in_band(grid: Grid, band: Band) -> bool:
    return band.y0 < (grid.y0 + grid.y1) / 2 <= band.y1 and band.x0 < (grid.x0 + grid.x1) / 2 <= band.x1


def _merged(lines: Sequence[Line], tables: Sequence[TableArea], edge: float = inf, width: float = 0.0) -> list[Flow]:
    """Lines and tables by where they start."""
    out: list[Flow] = []
    at = 0
    for table in sorted(tables, key=lambda table: table.grid.y0):
        above = [line for line in lines[at:] if line.y <= table.grid.y0 + 1.0]
        out += [Stack(tuple(above), edge, width)] if above else []
        out.append(table)
        at += len(above)
    return [*out, Stack(tuple(lines[at:]), edge, width)] if at < len(lines) else out


def _tables(page: int, words: Sequence[Word], found: Sequence[Grid]) -> tuple[list[TableArea], list[Word]]:
    """The outermost tables with what stands in them, and the words outside."""
    tables: list[TableArea] = []
    rest = list(words)
    outermost = [grid for grid in found if not any(other is not grid and _inside(grid, other) for other in found)]
    for grid in outermost:
        own = [
            word for word in rest if grid.x0 - 1 <= (word.x0 + word.x1) / 2 <= grid.x1 + 1 and grid.y0 <= _middle(word) <= grid.y1
        ]
        nested = [other for other in found if other is not grid and _inside(other, grid)]
        cells = _cells(page, refined(grid, own), own, nested)
        if sum(1 for area in cells if area.flow) > 1:
            tables.append(TableArea(page, grid, cells, by_words(page, grid, own)))
            taken = {word.order for word in own}
            rest = [word for word in rest if word.order not in taken]
    return tables, rest


def _cells(page: int, grid: Grid, words: Sequence[Word], nested: Sequence[Grid]) -> tuple[CellArea, ...]:
    out = []
    rows = sorted({cell.y0 for cell in grid.cells})
    places: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        place = (bisect_right(rows, _middle(word)), bisect_right(grid.columns, (word.x0 + word.x1) / 2))
        places.setdefault(place, []).append(word)
    for cell in grid.cells:
        first, last = bisect_right(rows, cell.y0), bisect_right(rows, cell.y1 - 1.0)
        own = [
            word
            for row in range(first, last + 1)
            for column in range(cell.column + 1, cell.column + cell.width + 1)
            for word in places.get((row, column), ())
        ]
        inner = [
            other
            for other in nested
            if cell.x0 - 1 <= other.x0 and other.x1 <= cell.x1 + 1 and cell.y0 - 1 <= other.y0 <= cell.y1
        ]
        tables, rest = _tables(page, own, inner) if inner else ([], own)
        start = min((word.x0 for word in own), default=cell.x0) - cell.x0
        padding = start if 0 < start <= _MOST_PADDING else _USUAL_PADDING
        flow = tuple(_merged(lines_of(page, rest), tables))
        out.append(CellArea(cell, flow, cell.x0 + padding, cell.x1 - padding))
    return tuple(out)


def _middle(word: Word) -> float:
    return word.y - 0.3 * word.size


def _inside(inner: Grid, outer: Grid) -> bool:
    return outer.x0 - 1 <= inner.x0 and inner.x1 <= outer.x1 + 1 and outer.y0 - 1 <= inner.y0 and inner.y1 <= outer.y1 + 1

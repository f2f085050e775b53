"""Rows and columns of a ruled table that have no line between them, but stand apart all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from toets.readers.pdf_aligned import Aligned, with_tables
from toets.readers.pdf_grid import Grid, GridCell
from toets.readers.pdf_lines import lines_of
from toets.readers.pdf_words import Word

_APART: Final = 0.9  # of the size of the text
_FEWEST: Final = 3
_MOSTLY: Final = 0.5
_OFTEN: Final = 0.25
_LEADING: Final = 1.2


def refined(grid: Grid, words: Sequence[Word]) -> Grid:
    """The grid, in which cells over several columns are split where their words stand in these columns.

    Many tables have lines between the columns of their head only.
    """
    cells = (part for cell in grid.cells for part in (_by_columns(cell, grid.columns, words) if cell.width > 1 else (cell,)))
    return grid._replace(cells=tuple(cells))


def by_words(page: int, grid: Grid, words: Sequence[Word]) -> Aligned | None:
    """The table by how its words stand, when that tells more than its lines: those may be below its head only.

    Its words then make more rows by themselves, about as many as the first column has lines: prose in cells beside each other
    runs on in most of its lines.
    """
    tall = any(len(lines_of(0, _inside(cell, words))) >= _FEWEST for cell in grid.cells if cell.column == 0)
    parts = list(with_tables(lines_of(page, words), _LEADING)) if tall else []
    table = parts[0] if len(parts) == 1 else None
    if not isinstance(table, Aligned) or len(table.columns) < len(grid.columns) - 1:
        return None
    rows, count = len(table.rows), sum(len(row[0]) for row in table.rows)
    share = _OFTEN if len(table.columns) > len(grid.columns) - 1 else _MOSTLY
    return table if rows >= max(cell.row for cell in grid.cells) + _FEWEST and rows >= share * count else None


def _inside(cell: GridCell, words: Sequence[Word]) -> list[Word]:
    return [
        word for word in words if cell.x0 <= (word.x0 + word.x1) / 2 < cell.x1 and cell.y0 <= word.y - 0.3 * word.size < cell.y1
    ]


def _by_columns(cell: GridCell, columns: Sequence[float], words: Sequence[Word]) -> Iterator[GridCell]:
    """A cell over several columns, split where its words stand in these columns, well apart."""
    own = _inside(cell, words)
    cuts = [cell.column]
    for column in range(cell.column + 1, cell.column + cell.width):
        left = [word for word in own if word.x0 < columns[column]]
        right = [word for word in own if word.x0 >= columns[column]]
        before = [word for word in left if word.x0 >= columns[cuts[-1]]]
        if before and right and max(word.x1 for word in left) + _APART * right[0].size < min(word.x0 for word in right):
            cuts.append(column)
    for first, after in pairwise([*cuts, cell.column + cell.width]):
        yield cell._replace(x0=columns[first], x1=columns[after], column=first, width=after - first)

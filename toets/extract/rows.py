"""The rows of tables as passages, and the cells in the text of a row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from toets.extract.scene import Scene
from toets.model.document import CELL_BREAK, Passage, PassageKind

_WORD = re.compile(r"[^\W\d_]{2}")


def tables(scene: Scene) -> Mapping[tuple[int, int], tuple[Passage, ...]]:
    """The rows of every table, by section and block."""
    found: dict[tuple[int, int], list[Passage]] = {}
    for passage in scene.passages:
        if passage.kind == PassageKind.ROW:
            found.setdefault((passage.section, passage.paragraph), []).append(passage)
    return {key: tuple(rows) for key, rows in found.items()}


def cells_in(row: Passage) -> tuple[str, ...]:
    """The texts of the cells of a row."""
    return tuple(row.text.split(CELL_BREAK))


def start_of(cells: Sequence[str], column: int) -> int:
    """Where a cell begins in the text of its row."""
    return sum(len(cell) + len(CELL_BREAK) for cell in cells[:column])


def column_at(row: Passage, place: int) -> int:
    """The column in which a character of a row stands, counted from 0."""
    return row.text.count(CELL_BREAK, 0, place)


def label_column(cells: Sequence[str]) -> int:
    """The column that says what a row is called: the first, or the one behind it where the first has a number or nothing."""
    return int(len(cells) > 2 and not _WORD.search(cells[0]) and _WORD.search(cells[1]) is not None)

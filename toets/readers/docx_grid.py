"""Where the cells of a Word table stand: in which column, how wide, and which are only the lower part of another."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from toets.model.document import Cell
from toets.readers.docx_xml import W, child_switch, child_val, number, val

_COLUMNS: Final = 1_000  # the widest cell that is believed; Word itself stops at 63 columns


def is_shown(row: etree._Element, removed: Set[str]) -> bool:
    """Whether a w:tr is there: not hidden, and not added or deleted by a tracked change that isn't followed."""
    properties = row.find(W + "trPr")
    if properties is None:
        return True
    return not child_switch(properties, "hidden") and not any(child.tag in removed for child in properties)


def is_head(row: etree._Element) -> bool:
    """Whether a w:tr is marked as the heading of its columns, to be repeated on each page."""
    properties = row.find(W + "trPr")
    return properties is not None and bool(child_switch(properties, "tblHeader"))


@dataclass(slots=True)
class Grid:
    """Follows a table from its first row down. `_running` are the columns in which a cell may go on from the row above."""

    _column: int = 0
    _running: set[int] = field(default_factory=set)
    _last: tuple[int, int] | None = None
    _extra: dict[int, int] = field(default_factory=dict)

    def start_row(self, row: etree._Element) -> None:
        """Takes a w:tr."""
        self._column = _span(child_val(row.find(W + "trPr"), "gridBefore"), 0)
        self._last, self._extra = None, {}

    def place(self, cell: etree._Element, removed: Set[str]) -> tuple[int, int] | None:
        """Column and width of the next w:tc; None if it goes on from the cell above or before it, or isn't there."""
        properties = cell.find(W + "tcPr")
        says = {} if properties is None else {child.tag: child for child in properties}
        column, width = self._column, _span(val(says.get(W + "gridSpan")), 1)
        self._column += width
        down, aside = says.get(W + "vMerge"), says.get(W + "hMerge")
        if aside is not None and val(aside) != "restart" and self._last is not None:
            first = self._last[0]
            self._extra[first] = self._extra.get(first, 0) + width
            return None
        goes_on = down is not None and val(down) != "restart" and column in self._running
        if down is None:
            self._running.discard(column)
        else:
            self._running.add(column)
        self._last = None if goes_on else (column, width)
        gone = W + ("cellDel" if W + "del" in removed else "cellIns") in says
        return None if gone else self._last

    def widened(self, cells: Sequence[Cell]) -> tuple[Cell, ...]:
        """The cells of this row, with the width of those that later ones were merged into."""
        if not self._extra:
            return tuple(cells)
        return tuple(replace(cell, width=cell.width + self._extra.get(cell.column, 0)) for cell in cells)


def _span(text: str, least: int) -> int:
    return min(max(number(text, least) or least, least), _COLUMNS)

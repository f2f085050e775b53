"""Percentages in tables: whether they make a hundred together, and fit the amounts beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toets.extract.arithmetic import Comparison, alike
from toets.extract.rows import tables
from toets.extract.scene import Scene
from toets.extract.table_grid import Cells, Share, cells_of
from toets.extract.table_totals import is_total, part_of_part

FEWEST = 2
HUNDRED = 10_000
"""A hundred percent, in hundredths of a percent."""
NEAREST, FARTHEST = 8_000, 12_000
"""Percentages that make less or more than this together are no shares of one thing."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of percentages: those of the rows, and the row called total (0: there is none)."""

    at: int
    shares: dict[int, Share]
    total: int

    @property
    def slack(self) -> int:
        """How far the sum may be off, because each part is rounded."""
        return max(share.unit for share in self.shares.values()) * max(len(self.shares) // 2, 1)


def find(scene: Scene) -> Iterator[Comparison]:
    """A comparison for every column of shares in a table of the proposal that can be counted."""
    for rows in tables(scene).values():
        if rows[0].part != "voorstel" or len(rows) <= FEWEST:
            continue
        cells = cells_of(rows)
        for at in range(1, len(cells.texts[0])):
            column = _column(scene, cells, at)
            if column:
                beside = list(_beside_amounts(cells, column))
                yield from beside or _together(scene, cells, column)


def _column(scene: Scene, cells: Cells, at: int) -> _Column | None:
    """The percentages of a column, when every row up to the total has one, and none is a part of another row."""
    total = next((row for row in cells.body if is_total(scene, cells.text(row, 0))), 0)
    rows = [row for row in cells.body if not total or row < total]
    shares = {row: share for row in rows if (share := cells.share(row, at))}
    if len(shares) < FEWEST or len(shares) < len(rows) or any(part_of_part(scene, cells.text(row, 0)) for row in rows):
        return None
    return _Column(at, shares, total)


def _together(scene: Scene, cells: Cells, column: _Column) -> Iterator[Comparison]:
    """The percentages added up, when the total below them says a hundred."""
    whole = cells.share(column.total, column.at) if column.total else None
    values = [share.value for share in column.shares.values()]
    if not whole or whole.value != HUNDRED or HUNDRED in values or scene.has(cells.head(column.at), "kolom_geen_aandeel"):
        return
    counted = sum(values)
    nested = any(abs(counted - value - HUNDRED) <= column.slack for value in values)
    if abs(counted - HUNDRED) > column.slack and NEAREST <= counted <= FARTHEST and not nested:
        yield _told(cells, column, column.total, whole.value, counted, f"{' + '.join(map(percent, values))} = {percent(counted)}")


def _beside_amounts(cells: Cells, column: _Column) -> Iterator[Comparison]:
    """The percentages against the amounts in another column: one row that is off among rows that are right."""
    for at in range(1, len(cells.texts[0])):
        amounts = {row: cells.amount(row, at) for row in column.shares} if at != column.at else {}
        parts = {row: cents for row, cents in amounts.items() if cents and cents > 0}
        whole = (cells.amount(column.total, at) if column.total else None) or sum(parts.values())
        if len(parts) < len(column.shares) or not alike(whole, sum(parts.values())):
            continue
        off = [row for row, cents in parts.items() if not _fits(column.shares[row], cents, whole)]
        if len(off) == 1 and len(parts) > FEWEST:
            cents = parts[off[0]]
            counted = round(HUNDRED * cents / whole, -2) if column.shares[off[0]].unit == 100 else round(HUNDRED * cents / whole)
            words = f"{cells.text(off[0], at)} van {cells.text(column.total, at) if column.total else 'het totaal'}"
            yield _told(cells, column, off[0], column.shares[off[0]].value, round(counted), words)
            return


def _fits(share: Share, cents: int, whole: int) -> bool:
    return abs(share.value - HUNDRED * cents / whole) <= 1.1 * share.unit


def _told(cells: Cells, column: _Column, row: int, said: int, counted: int, other: str) -> Comparison:
    passage = cells.rows[row]
    start = cells.start(row, column.at)
    return Comparison("share", passage.index, start, said, counted, passage.text, True, other=other, percent=True)


def percent(value: int) -> str:
    """Hundredths of a percent as they are written: 12,5%."""
    whole, rest = divmod(abs(value), 100)
    return f"{whole}" + (f",{rest:02d}".rstrip("0") if rest else "") + "%"

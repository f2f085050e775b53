"""Totals in tables: whether the row or column called "totaal" is the sum of the others.

A total is only said to differ when nothing else can account for it: every cell was read, no row is a part of another row, is
taken off, or pays for the rest, and the difference is neither btw nor one of the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toets.extract.arithmetic import Comparison, adds_up, alike, as_sum, comparable, roughness
from toets.extract.money_table import table_sums, tables
from toets.extract.scene import Scene
from toets.model.document import Passage

FEWEST, MOST = 2, 30

_CELL = " | "
TOTAL_ROW = re.compile(r"\W*(?:sub|eind)?totaa?l\w*\b|\W*totale\b|\W*samen\b|\W*som\b", re.IGNORECASE)
_NOTHING = re.compile(r"[-–—\s]*|nihil|geen|n\.?v\.?t\.?|€? ?0(?:,00|,-)?|€ ?[-–]", re.IGNORECASE)
_NOT_ADDED = re.compile(
    r"aantal|stuks|\bper\b|prijs|tarief|%|percentage|m2|m²|m3|\bfte|\buur|\buren|datum|cumulatief|saldo|stand\b|index|looptijd"
    r"|termijn|jaren|rente|gemiddeld|verschil|btw|was\b|wordt\b|oud\b|nieuw\b",
    re.IGNORECASE,
)
_NOT_A_PART = re.compile(
    r"waarvan|daarvan|w\.v\.|^\W*af\b|\bmin(?:us)?\b|-/-|verminder|aftrek|saldo|baten|opbrengst|inkomst|subsidie|bijdrage|dekking"
    r"|reserve|voorziening|onttrek|vrijval|bespar|verkoop|restwaarde|huur|vergoed|teruggave|korting|btw|incl|excl|cumulatief"
    r"|beschikbaar|begroot|budget|krediet|rest(?:eert|ant)|tekort|overschot|totaal|huidig|bestaand|gemiddeld|raming|realisatie"
    r"|^\W*[-•–*]|^\W*\d+\.\d+|^\W*[a-z]\)",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(r"(?:het |nadelig |voordelig )?verschil(?: per jaar)?(?: \(.*\))?|afwijking|mutatie", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Grid:
    """The rows of one table; `amounts` holds the cents of the cells that are amounts, by row and column."""

    rows: tuple[Passage, ...]
    cells: tuple[tuple[str, ...], ...]
    amounts: Mapping[tuple[int, int], int]
    first: int
    rough: int

    def label(self, row: int) -> str:
        return self.cells[row][0]

    def head(self, column: int) -> str:
        return self.cells[0][column] if self.first and column < len(self.cells[0]) else ""

    def value(self, row: int, column: int) -> int | None:
        """The amount of a cell; 0 when it says that there is none, None when it could not be read."""
        if (row, column) in self.amounts:
            return self.amounts[row, column]
        text = self.cells[row][column] if column < len(self.cells[row]) else ""
        return 0 if _NOTHING.fullmatch(text.strip()) else None


def find(scene: Scene) -> Iterator[Comparison]:
    """A comparison for every total in a table of the proposal that can be counted."""
    for rows in tables(scene).values():
        if rows[0].part == "voorstel" and len(rows) > FEWEST:
            grid = _grid(scene, rows)
            yield from _columns(grid)
            yield from _lines(grid)
            yield from _differences(grid)


def _grid(scene: Scene, rows: Sequence[Passage]) -> _Grid:
    cells = tuple(tuple(row.text.split(_CELL)) for row in rows)
    place = {row.index: number for number, row in enumerate(rows)}
    amounts = {
        (place[item.passage], rows[place[item.passage]].text[: item.start].count(_CELL)): item.cents
        for item in table_sums(scene, rows)
    }
    first = 0 if any(row == 0 for row, _ in amounts) else 1
    rough = sum(roughness(cells[row][column], cents) for (row, column), cents in amounts.items())
    return _Grid(tuple(rows), cells, amounts, first, rough)


def _columns(grid: _Grid) -> Iterator[Comparison]:
    """The first row called total against the rows above it, in every column of amounts."""
    total = next((row for row in range(grid.first, len(grid.rows)) if TOTAL_ROW.match(grid.label(row))), None)
    if total is None or not FEWEST <= total - grid.first <= MOST:
        return
    above = range(grid.first, total)
    plain = not any(_NOT_A_PART.search(grid.label(row)) for row in above)
    for column in range(1, len(grid.cells[total])):
        whole = grid.amounts.get((total, column))
        values = [grid.value(row, column) for row in above]
        parts = [value for value in values if value]
        if whole and len(parts) >= FEWEST and None not in values and not _NOT_ADDED.search(grid.head(column)):
            yield from _judged(grid, total, column, parts, whole, plain=plain)


def _lines(grid: _Grid) -> Iterator[Comparison]:
    """The last column, if it is called total, against the columns before it: one line that is off among lines that are right."""
    last = len(grid.cells[0]) - 1
    if not grid.first or last <= FEWEST or not TOTAL_ROW.match(grid.head(last)):
        return
    columns = range(1, last)
    if any(_NOT_ADDED.search(grid.head(column)) or _NOT_A_PART.search(grid.head(column)) for column in columns):
        return
    right: list[Comparison] = []
    wrong: list[Comparison] = []
    for row in range(1, len(grid.rows)):
        values = [grid.value(row, column) for column in columns]
        parts = [value for value in values if value]
        whole = grid.amounts.get((row, last))
        if whole and len(parts) >= FEWEST and None not in values:
            for found in _judged(grid, row, last, parts, whole, plain=True):
                (wrong if found.differs else right).append(found)
    yield from right
    if len(wrong) == 1 and len(right) >= FEWEST:
        yield from wrong


def _differences(grid: _Grid) -> Iterator[Comparison]:
    """A row called difference against the two rows right above it: one column that is off among columns that are right."""
    at = next((row for row in range(grid.first + 2, len(grid.rows)) if _DIFFERENCE.fullmatch(grid.label(row).strip())), None)
    if at is None:
        return
    wrong: list[tuple[int, int, int]] = []
    right = 0
    for column in range(1, len(grid.cells[at])):
        above, below, told = grid.value(at - 2, column), grid.value(at - 1, column), grid.value(at, column)
        if above is None or below is None or told is None:
            return
        if abs(abs(above - below) - abs(told)) <= max(grid.rough, 1):
            right += int(told != 0)
        elif grid.rough == 0 or abs(abs(above - below) - abs(told)) > FEWEST * grid.rough:
            wrong.append((column, abs(told), abs(above - below)))
    if len(wrong) == 1 and right:
        column, told, counted = wrong[0]
        start = sum(len(cell) + len(_CELL) for cell in grid.cells[at][:column])
        first = grid.rows[at - 2].index
        high, low = sorted((grid.value(at - 2, column) or 0, grid.value(at - 1, column) or 0), reverse=True)
        yield Comparison(
            "table", grid.rows[at].index, start, told, counted, grid.rows[at].text, True, first, as_sum((high, -low))
        )


def _judged(grid: _Grid, row: int, column: int, parts: Sequence[int], whole: int, *, plain: bool) -> Iterator[Comparison]:
    """The comparison of a total with its parts; nothing when something else may account for a difference."""
    counted = sum(parts)
    passage = grid.rows[row]
    start = sum(len(cell) + len(_CELL) for cell in grid.cells[row][:column])
    if adds_up(parts, whole, grid.rough):
        yield Comparison(
            "table", passage.index, start, whole, counted, passage.text, False, grid.rows[grid.first].index, as_sum(parts)
        )
    elif plain and min(parts) > 0 and comparable(counted, whole) and not _accounted(parts, whole):
        yield Comparison(
            "table", passage.index, start, whole, counted, passage.text, True, grid.rows[grid.first].index, as_sum(parts)
        )


def _accounted(parts: Sequence[int], whole: int) -> bool:
    """Whether btw, one of the rows, or a row that is itself the sum of its neighbours accounts for the difference."""
    counted = sum(parts)
    if alike(counted, whole) and not adds_up(parts, whole):
        factor = max(counted, whole) / min(counted, whole)
        if factor > 1.05:
            return True
    if any(adds_up([*parts[:at], *parts[at + 1 :]], whole) or adds_up([*parts, parts[at]], whole) for at in range(len(parts))):
        return True
    return any(_nested(parts, at) for at in range(len(parts)))


def _nested(parts: Sequence[int], at: int) -> bool:
    """Whether the part at this place is the sum of two or more parts right before or right after it."""
    after = [parts[at + 1 : end] for end in range(at + 3, len(parts) + 1)]
    before = [parts[start:at] for start in range(at - 1)]
    return any(sum(group) == parts[at] for group in (*after, *before) if len(group) >= FEWEST)

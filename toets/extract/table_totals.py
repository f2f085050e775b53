"""Totals in tables: whether the row or column called "totaal" is the sum of the others.

A total is only said to differ when nothing else can account for it: every cell was read, no row is a part of another row, is
taken off, or pays for the rest, and the difference is neither btw nor one of the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toets.extract.arithmetic import CENTS, LEAST_ROUNDED, Comparison, adds_up, alike, as_sum, comparable, grain, roughness
from toets.extract.money_table import scale_of
from toets.extract.rows import cells_in, column_at, label_column, start_of, tables
from toets.extract.scene import Scene
from toets.extract.sums import Sum
from toets.model.document import Passage

FEWEST, MOST = 2, 30

_INDENTED = re.compile(r"^\W*[-•–*]|^\W*\d+\.\d+|^\W*[a-z]\)|-/-", re.IGNORECASE)
"""A label that opens so, or has the sign of what is taken off, is of a part of another row."""
_BETWEEN_BRACKETS = re.compile(r" \(.*\)$")
_OPEN = re.compile(r"p\.? ?m\.?(?: ?-? ?post)?", re.IGNORECASE)
"""What is there for the record only adds nothing to a total, and leaves open what the whole will be."""
_NOTHING = re.compile(r"[-–—\s]*|nihil|geen|n\.?v\.?t\.?|€? ?0(?:,00|,-)?|€ ?[-–]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Grid:
    """The rows of one table; `amounts` holds the cents of the cells that are amounts, by row and column."""

    scene: Scene
    rows: tuple[Passage, ...]
    cells: tuple[tuple[str, ...], ...]
    amounts: Mapping[tuple[int, int], int]
    first: int
    rough: int

    def label(self, row: int) -> str:
        return self.cells[row][label_column(self.cells[row])]

    def text(self, row: int, column: int) -> str:
        return self.cells[row][column].strip() if column < len(self.cells[row]) else ""

    def head(self, column: int) -> str:
        return self.cells[0][column] if self.first and column < len(self.cells[0]) else ""

    def pays(self, row: int) -> bool:
        """Whether a row says what something is paid from."""
        return self.scene.has(self.label(row), "rij_betaalt")

    def is_total(self, row: int) -> bool:
        """Whether a row is called a total."""
        return is_total(self.scene, self.label(row))

    def value(self, row: int, column: int) -> int | None:
        """The amount of a cell; 0 when it says that there is none, None when it could not be read."""
        if (row, column) in self.amounts:
            return self.amounts[row, column]
        text = self.text(row, column)
        return 0 if _NOTHING.fullmatch(text) or _OPEN.fullmatch(text) else None


def is_total(scene: Scene, label: str) -> bool:
    """Whether a row or column is called a total."""
    return scene.opens_with(label, "regel_totaal")


def part_of_part(scene: Scene, label: str) -> bool:
    """Whether a row is a part of the row above it, by its label."""
    return scene.has(label, "rij_waarvan") or _INDENTED.search(label) is not None


def _no_part(scene: Scene, label: str) -> bool:
    """Whether a row is no part of the total below it: a part of another row, taken off, or there already."""
    return scene.has(label, "rij_geen_deel") or scene.opens_with(label, "rij_omvat") or part_of_part(scene, label)


def _is_vat(scene: Scene, label: str) -> bool:
    return scene.opens_with(label, "rij_btw") and not scene.has(label, "btw_in_of_uit")


def _is_difference(grid: _Grid, row: int) -> bool:
    return grid.scene.is_one(_BETWEEN_BRACKETS.sub("", grid.label(row).strip()), "rij_verschil")


def find(scene: Scene, sums: Sequence[Sum]) -> Iterator[Comparison]:
    """A comparison for every total in a table of the proposal that can be counted; `sums` are the amounts of the document."""
    in_tables = [item for item in sums if item.table >= 0]
    for rows in tables(scene).values():
        if rows[0].part == "voorstel" and len(rows) > FEWEST:
            grid = _grid(scene, rows, in_tables)
            told: set[tuple[int, int]] = set()
            for found in (*_columns(grid), *_lines(grid), *_differences(grid)):
                if (found.passage, found.start) not in told or not found.differs:
                    yield found
                told.add((found.passage, found.start))


class Untotalled(NamedTuple):
    """A table of costs without a total: its first row, the amounts in cents, and whether a row leaves open what it costs."""

    first: Passage
    parts: tuple[int, ...]
    open: bool


def untotalled(scene: Scene, sums: Sequence[Sum]) -> Iterator[Untotalled]:
    """The tables of costs that say in one column what is spent and give no total."""
    in_tables = [item for item in sums if item.table >= 0 and not item.vague]
    for rows in tables(scene).values():
        if rows[0].part == "voorstel" and rows[0].role == "middelen" and FEWEST + 1 < len(rows) <= MOST:
            grid = _grid(scene, rows, in_tables)
            found = _without_total(grid)
            if found and not nested_any(found.parts):
                yield found


def _without_total(grid: _Grid) -> Untotalled | None:
    """The amounts of the one column that has any; None when a row has none, is a total, or has another sign than the others."""
    body = range(grid.first, len(grid.rows))
    columns = {column for _, column in grid.amounts if not grid.scene.has(grid.head(column), "kolom_niet_optellen")}
    if len(columns) != 1 or any(grid.is_total(row) or grid.pays(row) for row in body) or not _plain(grid, grid.first, body.stop):
        return None
    (column,) = columns
    texts = [grid.text(row, column) for row in body]
    values = [grid.amounts.get((row, column), 0) for row in body if not _OPEN.fullmatch(texts[row - grid.first])]
    if len(values) <= FEWEST or min(values) <= 0:
        return None
    return Untotalled(grid.rows[grid.first], tuple(values), len(values) < len(texts))


def _grid(scene: Scene, rows: Sequence[Passage], sums: Sequence[Sum]) -> _Grid:
    cells = tuple(cells_in(row) for row in rows)
    place = {row.index: number for number, row in enumerate(rows)}
    amounts = {
        (place[item.passage], column_at(rows[place[item.passage]], item.start)): item.cents
        for item in sums
        if item.passage in place
    }
    first = 0 if any(row == 0 for row, _ in amounts) else 1
    scale = scale_of(scene, rows)
    unit = min(scale * CENTS, grain(amounts.values()))
    rough = sum(roughness(cells[row][column], cents) for (row, column), cents in amounts.items())
    rough = max(rough, unit if scale > 1 else 0)
    return _Grid(scene, tuple(rows), cells, amounts, first, rough)


def _columns(grid: _Grid) -> Iterator[Comparison]:
    """Every row called total against the rows that it may be the sum of, in every column of amounts."""
    totals = [row for row in range(grid.first, len(grid.rows)) if grid.is_total(row)]
    if not totals or not FEWEST <= totals[0] - grid.first <= MOST:
        return
    for column in range(1, max(map(len, grid.cells))):
        if not grid.scene.has(grid.head(column), "kolom_niet_optellen"):
            yield from _column(grid, totals, column)


def _column(grid: _Grid, totals: Sequence[int], column: int) -> Iterator[Comparison]:
    """The totals of one column, from above; the first one that is off, or that can't be counted, ends it."""
    before: list[int] = []
    start = grid.first
    for total in totals:
        whole = grid.amounts.get((total, column))
        values = [grid.value(row, column) for row in range(start, total)]
        parts = [value for value in values if value]
        if not whole or None in values:
            return
        if not before:
            if len(parts) < FEWEST:
                return
            found = list(_judged(grid, total, column, parts, whole, plain=_plain(grid, grid.first, total)))
        else:
            found = list(_next_total(grid, total, column, (before, parts), whole, totals))
        yield from found
        if not found or found[0].differs:
            return
        before.append(whole)
        start = total + 1


def _plain(grid: _Grid, start: int, end: int) -> bool:
    """Whether all rows are parts of the total below them: none is a part of a part, or taken off."""
    rows = [row for row in range(start, end) if not grid.is_total(row)]
    pays = [grid.pays(row) for row in rows]
    same = not any(pays) or all(pays) or (bool(grid.first) and grid.scene.opens_with(grid.cells[0][0], "kolom_wie_betaalt"))
    return same and not any(_no_part(grid.scene, grid.label(row)) for row in rows)


def _next_total(
    grid: _Grid, total: int, column: int, above: tuple[list[int], list[int]], whole: int, totals: Sequence[int]
) -> Iterator[Comparison]:
    """A total below another one: of the rows in between, of all rows, of the totals, or of the last total and the rows below."""
    before, parts = above
    every = [grid.value(row, column) or 0 for row in range(grid.first, total) if row not in totals]
    last = [before[-1], *parts]
    vat = len(parts) == 1 and _is_vat(grid.scene, grid.label(total - 1))
    ways = [way for way in (last, parts, before, [*before, *parts], every) if len(way) >= FEWEST]
    right = next((way for way in ways if adds_up(way, whole, grid.rough)), None)
    if right is None and len(parts) >= FEWEST and _of_its_own(grid, total, parts, whole, before):
        yield from _judged(grid, total, column, parts, whole, plain=True)
        return
    plain = vat or (not grid.scene.opens_with(grid.label(total), "rij_subtotaal") and _plain(grid, grid.first, total))
    if right is not None:
        yield from _judged(grid, total, column, right, whole, plain=True)
    elif plain and (vat or total == totals[-1]):
        yield from _judged(grid, total, column, last if vat else [one for one in every if one], whole, plain=True)


def _of_its_own(grid: _Grid, total: int, parts: Sequence[int], whole: int, before: Sequence[int]) -> bool:
    """Whether a total can only be of the rows right above it: it is of what pays, or too little to hold the rows before too."""
    rows = range(total - len(parts), total)
    pays = all(map(grid.pays, rows)) and grid.scene.has(grid.label(total), "rij_totaal_dekking")
    plain = not any(_no_part(grid.scene, grid.label(row)) for row in rows)
    less = whole < max(before) or (
        grid.scene.opens_with(grid.label(total), "rij_subtotaal") and not comparable(before[-1] + sum(parts), whole)
    )
    return min(parts) > 0 and plain and (pays or (not any(map(grid.pays, rows)) and less))


def _lines(grid: _Grid) -> Iterator[Comparison]:
    """The last column, if it is called total, against the columns before it: one line that is off among lines that are right."""
    last = len(grid.cells[0]) - 1
    if not grid.first or last <= FEWEST or not is_total(grid.scene, grid.head(last)):
        return
    columns = range(1, last)
    heads = [grid.head(column) for column in columns]
    if any(grid.scene.has(head, "kolom_niet_optellen") or _no_part(grid.scene, head) for head in heads):
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
    at = next((row for row in range(grid.first + 2, len(grid.rows)) if _is_difference(grid, row)), None)
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
    certain = grid.scene.is_one(grid.label(at - 2), "rij_alle_lasten") and grid.scene.is_one(grid.label(at - 1), "rij_alle_baten")
    if len(wrong) == 1 and (right or certain):
        column, told, counted = wrong[0]
        start = start_of(grid.cells[at], column)
        first = grid.rows[at - 2].index
        high, low = sorted((grid.value(at - 2, column) or 0, grid.value(at - 1, column) or 0), reverse=True)
        yield Comparison(
            "table", grid.rows[at].index, start, told, counted, grid.rows[at].text, True, first, as_sum((high, -low))
        )


def _judged(grid: _Grid, row: int, column: int, parts: Sequence[int], whole: int, *, plain: bool) -> Iterator[Comparison]:
    """The comparison of a total with its parts; nothing when something else may account for a difference."""
    counted = sum(parts)
    passage = grid.rows[row]
    start = start_of(grid.cells[row], column)
    if adds_up(parts, whole, grid.rough):
        yield Comparison(
            "table", passage.index, start, whole, counted, passage.text, False, grid.rows[grid.first].index, as_sum(parts)
        )
    elif plain and _one_sign(grid, row, parts, whole) and comparable(counted, whole) and not _accounted(parts, whole):
        yield Comparison(
            "table", passage.index, start, whole, counted, passage.text, True, grid.rows[grid.first].index, as_sum(parts)
        )


def _one_sign(grid: _Grid, row: int, parts: Sequence[int], whole: int) -> bool:
    """Whether the signs of the parts leave no doubt: none is taken off, or the total is of everything, however it is counted."""
    if min(parts) > 0:
        return True
    others = ([abs(part) for part in parts], [part for part in parts if part > 0])
    plain = grid.scene.is_one(grid.label(row), "rij_eindtotaal")
    return plain and sum(parts) > 0 and not any(adds_up(way, whole) for way in others)


def _accounted(parts: Sequence[int], whole: int) -> bool:
    """Whether btw, one of the rows, or a row that is itself the sum of its neighbours accounts for the difference."""
    counted = sum(parts)
    if alike(counted, whole) and not adds_up(parts, whole):
        factor = max(counted, whole) / min(counted, whole)
        if factor > 1.05:
            return True
    slack = min(grain((*parts, whole)), LEAST_ROUNDED)
    if any(min(abs(counted - part - whole), abs(counted + part - whole)) <= slack for part in parts):
        return True
    return nested_any(parts)


def nested_any(parts: Sequence[int]) -> bool:
    """Whether one of the parts is the sum of others right beside it."""
    return any(_nested(parts, at) for at in range(len(parts)))


def _nested(parts: Sequence[int], at: int) -> bool:
    """Whether the part at this place is the sum of two or more parts right before or right after it."""
    after = [parts[at + 1 : end] for end in range(at + 3, len(parts) + 1)]
    before = [parts[start:at] for start in range(at - 1)]
    return any(sum(group) == parts[at] for group in (*after, *before) if len(group) >= FEWEST)

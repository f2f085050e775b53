"""From ruling lines to tables: which lines belong together, and which cells they enclose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from toets.readers.pdf_drawn import Drawn, Rule

_SNAP: Final = 2.0
_JOIN: Final = 3.0
_SHORTEST: Final = 6.0
_STRIP: Final = 9.0
_MOST: Final = 400


class GridCell(NamedTuple):
    """A cell of a ruled table: its box on the page, first row and column, and how many columns it is wide."""

    x0: float
    y0: float
    x1: float
    y1: float
    row: int
    column: int
    width: int


class Grid(NamedTuple):
    """A ruled table; `columns` are the x of its column borders. Cells are in reading order, by row and column."""

    x0: float
    y0: float
    x1: float
    y1: float
    columns: tuple[float, ...]
    cells: tuple[GridCell, ...]


def grids(drawn: Drawn) -> list[Grid]:
    """The tables that the lines of a page draw, with at least two columns; a table may lie inside a cell of another.

    The outer border may be missing: what the lines span is the table. Columns change halfway: then it is two tables. One row
    of coloured cells is no table: mostly it is the head of one that has no lines otherwise.
    """
    across, down = _merged(drawn.across), _merged(drawn.down)
    if not across or not down or len(across) > _MOST or len(down) > _MOST:
        return []
    return [grid for some, others in _connected(across, down) for grid in _tables(some, others)]


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Lines that lie on each other or go on from each other as one, at their mean place; short remains are dropped."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules):
        if groups and rule.at - groups[-1][-1].at <= _SNAP:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    out: list[Rule] = []
    for group in groups:
        at = sum(rule.at for rule in group) / len(group)
        joined = Rule(at, 0.0, -1e9)
        for rule in sorted(group, key=lambda rule: rule.start):
            if rule.start > joined.end + _JOIN:
                out.append(joined)
                joined = Rule(at, rule.start, rule.end, rule.edge)
            joined = Rule(at, joined.start, max(joined.end, rule.end), joined.edge and rule.edge)
        out.append(joined)
    return [rule for rule in out if rule.end - rule.start >= _SHORTEST]


def _connected(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Groups of lines that touch each other."""
    parent = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, rule in enumerate(across):
        for j, other in enumerate(down, len(across)):
            if _meet(rule, other):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, rule in enumerate(across):
        groups[root(i)][0].append(rule)
    for j, other in enumerate(down, len(across)):
        groups[root(j)][1].append(other)
    return ((some, others) for some, others in groups.values() if some and others)


def _meet(across: Rule, down: Rule) -> bool:
    return across.start - _JOIN <= down.at <= across.end + _JOIN and down.start - _JOIN <= across.at <= down.end + _JOIN


def _tables(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[Grid]:
    xs = _distinct([rule.at for rule in down], [rule.start for rule in across], [rule.end for rule in across])
    ys = _distinct([rule.at for rule in across], [rule.start for rule in down], [rule.end for rule in down])
    coloured = all(rule.edge for rule in across) or all(rule.edge for rule in down)
    if len(xs) < 3 or len(ys) < 2 or (coloured and len(ys) == 2):
        return
    walls = [[_covers(down, xs[i], (ys[j] + ys[j + 1]) / 2) for i in range(1, len(xs) - 1)] for j in range(len(ys) - 1)]
    floors = [[_covers(across, ys[j], (xs[i] + xs[i + 1]) / 2) for i in range(len(xs) - 1)] for j in range(1, len(ys) - 1)]
    yield from _nested(xs, ys, walls, floors)
    for first, last in _stretches(walls, floors):
        grid = _table(xs, ys[first : last + 1], walls[first:last], floors[first : last - 1])
        if len(grid.columns) > 2:
            yield grid


def _nested(xs: Sequence[float], ys: Sequence[float], walls: list[list[bool]], floors: list[list[bool]]) -> Iterator[Grid]:
    """Tables that lie in one cell and touch its borders. Their lines are taken out of `walls` and `floors`.

    Between two lines over the full width, the lines from top to bottom make cells; other lines that stand in one of these
    cells only, with columns of their own, are a table in that cell. In more cells, they are cells beside a merged one.
    """
    cuts = [0, *(j for j in range(1, len(ys) - 1) if all(floors[j - 1])), len(ys) - 1]
    for top, bottom in pairwise(cuts):
        rows = range(top, bottom)
        edges = [0, *(i for i in range(1, len(xs) - 1) if all(walls[j][i - 1] for j in rows)), len(xs) - 1]
        lined = [
            (left, right)
            for left, right in pairwise(edges)
            if any(walls[j][i - 1] for j in rows for i in range(left + 1, right))
            or any(floors[j - 1][i] for j in rows[1:] for i in range(left, right))
        ]
        if len(edges) > 2 and len(lined) == 1:
            left, right = lined[0]
            yield from _inner(xs, ys, walls, floors, (left, right), rows)
            for j in rows:
                walls[j][left : right - 1] = [False] * (right - 1 - left)
            for j in rows[1:]:
                floors[j - 1][left:right] = [False] * (right - left)


def _inner(
    xs: Sequence[float],
    ys: Sequence[float],
    walls: Sequence[Sequence[bool]],
    floors: Sequence[Sequence[bool]],
    columns: tuple[int, int],
    rows: range,
) -> Iterator[Grid]:
    """The tables in one cell: rows with column borders of their own, without the strips at the sides of the cell."""
    left, right = columns
    while right - left > 2 and xs[left + 1] - xs[left] < _STRIP:
        left += 1
    while right - left > 2 and xs[right] - xs[right - 1] < _STRIP:
        right -= 1
    start: int | None = None
    for row in (*rows, rows.stop):
        split = row < rows.stop and any(walls[row][i - 1] for i in range(left + 1, right))
        if split and start is None:
            start = row
        elif not split and start is not None:
            yield _table(
                xs[left : right + 1],
                ys[start : row + 1],
                [each[left : right - 1] for each in walls[start:row]],
                [each[left:right] for each in floors[start : row - 1]],
            )
            start = None


def _distinct(places: Iterable[float], starts: Iterable[float], ends: Iterable[float]) -> list[float]:
    """Where lines are, and the outermost points that the crossing lines reach."""
    out: list[float] = []
    for place in sorted({*places, min(starts), max(ends)}):
        if not out or place - out[-1] > _JOIN:
            out.append(place)
    return out


def _covers(rules: Sequence[Rule], at: float, middle: float) -> bool:
    return any(abs(rule.at - at) <= _JOIN and rule.start - _SNAP <= middle <= rule.end + _SNAP for rule in rules)


def _stretches(walls: Sequence[Sequence[bool]], floors: Sequence[Sequence[bool]]) -> Iterator[tuple[int, int]]:
    """Stretches of rows that share a column border; where none is shared, another table begins."""
    first, borders = 0, {i for i, wall in enumerate(walls[0]) if wall}
    for row in range(1, len(walls)):
        here = {i for i, wall in enumerate(walls[row]) if wall}
        closed = all(floors[row - 1])
        if closed and borders and here and not borders & here:
            yield first, row
            first, borders = row, set()
        borders = here or borders
    yield first, len(walls)


def _table(xs: Sequence[float], ys: Sequence[float], walls: Sequence[Sequence[bool]], floors: Sequence[Sequence[bool]]) -> Grid:
    used = [0, *(i + 1 for i in range(len(xs) - 2) if any(row[i] for row in walls)), len(xs) - 1]
    columns = tuple(xs[i] for i in used)
    right = [[row[i - 1] for i in used[1:-1]] for row in walls]
    below = [[all(row[i:j]) for i, j in pairwise(used)] for row in floors]
    cells = tuple(
        GridCell(columns[c0], ys[r0], columns[c1 + 1], ys[r1 + 1], r0, c0, c1 - c0 + 1)
        for r0, c0, r1, c1 in _spans(right, below, len(ys) - 1, len(columns) - 1)
    )
    return Grid(columns[0], ys[0], columns[-1], ys[-1], columns, cells)


def _spans(
    right: Sequence[Sequence[bool]], below: Sequence[Sequence[bool]], rows: int, columns: int
) -> Iterator[tuple[int, int, int, int]]:
    """Cells as first row, first column, last row, last column: each grows until it meets a line."""
    taken = [[False] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            last = column
            while last < columns - 1 and not right[row][last] and not taken[row][last + 1]:
                last += 1
            bottom = row
            while bottom < rows - 1 and not any(below[bottom][column : last + 1]):
                bottom += 1
            for at in range(row, bottom + 1):
                taken[at][column : last + 1] = [True] * (last + 1 - column)
            yield row, column, bottom, last

"""Tables that count across: so many times a price, and a budget with a change that makes the new budget.

Only one row that is off among rows that come out is a finding: if more are off, the columns mean something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from toets.extract.arithmetic import Comparison, comparable, euros
from toets.extract.money_table import scale_of
from toets.extract.rows import tables
from toets.extract.scene import Scene
from toets.extract.table_grid import Cells, cells_of, columns_called
from toets.extract.table_totals import is_total

PRODUCT = (("count", "kolom_aantal"), ("price", "kolom_per_stuk"), ("whole", "kolom_bedrag"))
CHANGE = (("old", "kolom_oud"), ("step", "kolom_mutatie"), ("new", "kolom_nieuw"))
"""What a column is called that holds each of these."""
_YEAR = re.compile(r" \d{4}$")
_PER = re.compile(r"\bper\b", re.IGNORECASE)
SLACK = 0.006
"""A price or number that is shown rounded may put the product off by so much."""
CENTS = 100


def find(scene: Scene) -> Iterator[Comparison]:
    """A comparison for the one row of a table that does not come out."""
    for rows in tables(scene).values():
        if rows[0].part == "voorstel" and len(rows) > 2:
            cells = cells_of(rows, scale_of(scene, rows))
            yield from _products(scene, cells)
            yield from _changes(scene, cells)


def _called(scene: Scene, head: str, name: str) -> bool:
    """Whether the head of a column is one of these: a price anywhere in it, what else it holds by its first word."""
    if name == "kolom_per_stuk":
        return scene.has(head, name)
    if name == "kolom_oud":
        return scene.opens_with(head, name) or scene.is_one(_YEAR.sub("", head), "kolom_begroting")
    if name == "kolom_nieuw":
        return scene.opens_with(head, name) or scene.has(head, "kolom_na_wijziging")
    return scene.opens_with(head, name) and not (name == "kolom_bedrag" and _PER.search(head))


def _products(scene: Scene, cells: Cells) -> Iterator[Comparison]:
    at = columns_called(cells, PRODUCT, partial(_called, scene))
    if not at:
        return
    lines: list[tuple[int, int, int, str]] = []
    for row in cells.body:
        count, price, whole = cells.number(row, at["count"]), cells.amount(row, at["price"]), cells.amount(row, at["whole"])
        if count and price and whole and not is_total(scene, cells.text(row, 0)):
            words = f"{cells.text(row, at['count'])} × {euros(price)} = {euros(round(count * price))}"
            lines.append((row, whole, round(count * price), words))
    yield from _one_off(cells, at["whole"], lines, "product", fewest=2)


def _changes(scene: Scene, cells: Cells) -> Iterator[Comparison]:
    at = columns_called(cells, CHANGE, partial(_called, scene))
    if not at or not at["old"] < at["step"] < at["new"]:
        return
    lines: list[tuple[int, int, int, str]] = []
    for row in cells.body:
        old, step, new = (cells.amount(row, at[name]) for name in ("old", "step", "new"))
        if old and step and new:
            words = f"{euros(old)} + {euros(step)} = {euros(old + step)}".replace("+ -", "- ")
            lines.append((row, new, old + step, words))
    yield from _one_off(cells, at["new"], lines, "change", fewest=1)


def _one_off(cells: Cells, column: int, lines: list[tuple[int, int, int, str]], of: str, *, fewest: int) -> Iterator[Comparison]:
    """The only line whose amount is another than the one counted, if at least `fewest` lines come out."""
    off = [line for line in lines if abs(line[1] - line[2]) > max(SLACK * abs(line[2]), CENTS * cells.scale)]
    if len(off) == 1 and len(lines) - 1 >= fewest and comparable(off[0][1], off[0][2]):
        row, told, counted, words = off[0]
        passage = cells.rows[row]
        yield Comparison(of, passage.index, cells.start(row, column), told, counted, passage.text, True, other=words)

"""Amounts in tables: what a row is about, what its column is about, and in what unit the table counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from toets.extract.rows import cells_in, label_column, start_of
from toets.extract.scene import Scene
from toets.extract.sums import MONEY_ROLES, Sum
from toets.model.document import Passage
from toets.text.amounts import parse_amount, table_scale

ROWS = (("cover", "rij_dekking"), ("income", "rij_baten"), ("existing", "rij_bestaand"), ("cost", "rij_kosten"))
COLUMNS = (("income", "kolom_baten"), ("price", "kolom_prijs"))
TOTAL = "rij_totaal"

_MONEY = re.compile(
    r"€|(?<!\w)(?:k€|eur|euro|bedrag(?:en)?|kosten|lasten|baten|saldo|raming|budget|krediet|uitgaven"
    r"|financi[eë]le (?:gevolgen|consequenties|effecten))(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_IN_YEAR = re.compile(r"\b(?:in|voor|over) (?:het jaar )?(20\d\d)\b[^.,;]{0,30}:\s*$")
_ONWARD = re.compile(r"e\.v\.|en verder|ev\b|vanaf|structureel|jaarlijks|per jaar", re.IGNORECASE)
_ONE_OFF = re.compile(r"incidente+l|eenmalig", re.IGNORECASE)
_OF_YEAR = re.compile(r"(?:jaar )?(20\d\d)", re.IGNORECASE)
"""The label of a row that is a year and no more."""
_KIND = re.compile(r"[is] ?/ ?[si]|(?:incidenteel|structureel) ?/ ?(?:incidenteel|structureel)", re.IGNORECASE)
"""The head of the column that says of each row whether it comes once (I) or every year (S)."""


class _Cell(NamedTuple):
    """A cell of a row as it stands in the text of its passage."""

    column: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of one table, the cells of its head, and how its numbers are to be read.

    `uses`: what the head of a column says of the amounts in it. `years`: the one year that all of it is about, when its first
    cell or the line above it says so.
    """

    rows: tuple[Passage, ...]
    head: tuple[str, ...]
    scale: int
    bare: bool
    term: str
    uses: tuple[str, ...] = ()
    years: tuple[int, ...] = ()


def table_sums(scene: Scene, rows: Sequence[Passage]) -> Iterator[Sum]:
    """The amounts in the rows of one table, each with its use; the label cells are not read for amounts."""
    table = _table(scene, rows)
    uses = {row.index: _row_use(scene, row) for row in rows}
    whole = {row.index for row in rows if _is_total(scene, row)}
    for row in rows[1:] if _is_head(table) else rows:
        for cell in _cells(row)[1:]:
            cents = parse_amount(cell.text, table.scale, bare=table.bare and bool(cell.text.strip()))
            if cents:
                yield _sum(table, row, cell, cents, uses[row.index], total=row.index in whole)


def scale_of(scene: Scene, rows: Sequence[Passage]) -> int:
    """What the numbers of a table are to be multiplied by, by its head or what stands above it: 1000 for "x € 1.000"."""
    return next((found for text in (*cells_in(rows[0]), *_before(scene, rows)) if (found := table_scale(text)) > 1), 1)


def _before(scene: Scene, rows: Sequence[Passage]) -> tuple[str, str]:
    """The two passages above a table, the nearest first."""
    at = rows[0].index
    return (scene.passages[at - 1].text if at else "", scene.passages[at - 2].text if at > 1 else "")


def _table(scene: Scene, rows: Sequence[Passage]) -> _Table:
    head = cells_in(rows[0])
    before, _ = _before(scene, rows)
    around = " ".join((*head, before))
    scale = scale_of(scene, rows)
    money = scale > 1 or (rows[0].role in MONEY_ROLES and bool(_MONEY.search(around)))
    term = "structural" if _ONWARD.search(" ".join(head)) and not _YEAR.search(" ".join(head)) else ""
    return _Table(
        tuple(rows), head, scale, bare=money, term=term, uses=_column_uses(scene, rows[0]), years=_years_of_all(head, before)
    )


def _column_uses(scene: Scene, head: Passage) -> tuple[str, ...]:
    """What each column is about, by its own cell in the head or, where that is empty, by the cell on its left."""
    uses: list[str] = []
    for cell in _cells(head):
        end = cell.start + len(cell.text)
        found = next((use for use, name in COLUMNS if any(cell.start <= hit.start < end for hit in scene.says(head, name))), "")
        uses.append(found if cell.text.strip() or not uses else uses[-1])
    return tuple(uses)


def _years_of_all(head: tuple[str, ...], before: str) -> tuple[int, ...]:
    """The year in the head of the labels, "Uitgaven 2026", or in the line that announces the table; none when columns differ."""
    if any(_YEAR.search(cell) for cell in head[1:]):
        return ()
    told = _YEAR.findall(head[0]) or _IN_YEAR.findall(before)
    return (int(told[0]),) if len(told) == 1 else ()


def _is_head(table: _Table) -> bool:
    """Whether the first row is a head: it has no amounts of its own."""
    cells = table.head[1:]
    return not any(parse_amount(text) is not None for text in cells)


def _cells(row: Passage) -> tuple[_Cell, ...]:
    texts = cells_in(row)
    return tuple(_Cell(column, start_of(texts, column), text) for column, text in enumerate(texts))


def _label_end(row: Passage) -> int:
    cells = cells_in(row)
    column = label_column(cells)
    return start_of(cells, column) + len(cells[column])


def _is_total(scene: Scene, row: Passage) -> bool:
    return any(hit.end <= _label_end(row) for hit in scene.says(row, TOTAL))


def _row_use(scene: Scene, row: Passage) -> str:
    """What the label of a row says; the first of ROWS wins."""
    end = _label_end(row)
    return next((use for use, name in ROWS if any(hit.end <= end for hit in scene.says(row, name))), "")


def _sum(table: _Table, row: Passage, cell: _Cell, cents: int, use: str, *, total: bool) -> Sum:
    texts = cells_in(row)
    label = texts[label_column(texts)]
    head = table.head[cell.column] if cell.column < len(table.head) else ""
    use = use or (table.uses[cell.column] if cell.column < len(table.uses) else "")
    own = _OF_YEAR.fullmatch(label.strip())
    years = [int(year) for year in _YEAR.findall(head)] or ([int(own[1])] if own else list(table.years))
    item = Sum(
        passage=row.index,
        start=cell.start,
        end=cell.start + len(cell.text),
        cents=cents,
        use=use or ("cost" if row.role in MONEY_ROLES else "other"),
        sure=75 if use else 60,
        year=years[0] if years else 0,
        table=row.paragraph,
        total=total,
        breakdown=not total,
    )
    return replace(
        item,
        term=_told_kind(table, row) or _term(f"{label} {head}", table, item),
        per="year" if "per jaar" in f"{label} {head}".lower() else "",
    )


def _told_kind(table: _Table, row: Passage) -> str:
    """What the column for it says of a row: that it comes once, or every year."""
    column = next((at for at, text in enumerate(table.head) if _KIND.fullmatch(text.strip())), 0)
    cells = cells_in(row)
    told = cells[column].strip().lower()[:1] if 0 < column < len(cells) else ""
    return {"i": "one_off", "s": "structural"}.get(told, "")


def _term(words: str, table: _Table, item: Sum) -> str:
    if _ONE_OFF.search(words):
        return "one_off"
    if _ONWARD.search(words) or table.term:
        return "structural"
    return "bounded" if item.year else ""

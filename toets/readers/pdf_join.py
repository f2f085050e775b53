"""Joins what was cut by the end of a page or column: paragraphs, list items and tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from toets.readers.pdf_drafts import CellDraft, Draft, Para, TableDraft
from toets.readers.pdf_paragraphs import goes_on_later

_SAME_BORDER: Final = 4.0


def joined(pages: Iterable[Sequence[Draft]]) -> list[Draft]:
    """The drafts of all pages (or columns) in order; those that go on from one to the next are one."""
    out: list[Draft] = []
    for drafts in pages:
        waiting = list(drafts)
        if out and waiting and _join(out[-1], waiting[0]):
            waiting.pop(0)
        out += waiting
    return out


def _join(last: Draft, first: Draft) -> bool:
    if isinstance(last, Para) and isinstance(first, Para):
        return _join_paras(last, first)
    if isinstance(last, TableDraft) and isinstance(first, TableDraft):
        return _join_tables(last, first)
    return False


def _join_paras(last: Para, first: Para) -> bool:
    if first.mark is not None or first.origin is not last.origin or not goes_on_later(last, first.lines[0]):
        return False
    last.lines += first.lines
    return True


def _join_tables(last: TableDraft, first: TableDraft) -> bool:
    """Tables with the same borders are one; a head that is repeated is left out."""
    if first.page - max(last.last_page, last.page) not in (0, 1) or not _same_borders(last.columns, first.columns):
        return False
    rows = list(first.rows)
    if len(rows) > 1 and _texts(rows[0]) == _texts(last.rows[0]):
        rows.pop(0)
    if rows and _row_goes_on(last.rows[-1], rows[0]):
        _join_rows(last.rows[-1], rows.pop(0))
    last.rows += rows
    last.last_page = max(first.last_page, first.page)
    return True


def _same_borders(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= _SAME_BORDER for a, b in zip(one, other, strict=True))


def _texts(row: Sequence[CellDraft]) -> list[str]:
    return [" ".join(line.text for draft in cell.drafts if isinstance(draft, Para) for line in draft.lines) for cell in row]


def _row_goes_on(above: Sequence[CellDraft], below: Sequence[CellDraft]) -> bool:
    """Whether a row was cut: its first cell is empty, or every cell with text goes on from the one above."""
    if [cell.column for cell in above] != [cell.column for cell in below]:
        return False
    if not below[0].drafts and any(cell.drafts for cell in below):
        return True
    return all(_cell_goes_on(one, other) for one, other in zip(above, below, strict=True))


def _cell_goes_on(above: CellDraft, below: CellDraft) -> bool:
    if not below.drafts:
        return True
    last, first = above.drafts[-1] if above.drafts else None, below.drafts[0]
    if not isinstance(last, Para) or not isinstance(first, Para) or first.mark is not None:
        return False
    return goes_on_later(last, first.lines[0])


def _join_rows(above: Sequence[CellDraft], below: Sequence[CellDraft]) -> None:
    for cell, more in zip(above, below, strict=True):
        cell.drafts[:] = joined([cell.drafts, more.drafts])

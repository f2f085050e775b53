"""Where a new page was begun on purpose: the page before it was left with much room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from toets.readers.pdf_drafts import Draft, Para, TableDraft
from toets.readers.pdf_lines import Line

_LINES_LEFT: Final = 7.0  # a heading with the first lines of its paragraph moves on by itself when less room is left


def mark_page_breaks(drafts: Sequence[Draft], lines: Sequence[Line]) -> None:
    """Sets `breaks_page` on drafts that open a page after one that could have held more; `lines` are all those of the text."""
    if not lines:
        return
    last: dict[int, float] = {}
    for line in lines:
        last[line.page] = max(last.get(line.page, 0.0), line.y)
    bottom = max(last.values())
    room = _LINES_LEFT * 1.3 * sorted(line.size for line in lines)[len(lines) // 2]
    for before, draft in pairwise(drafts):
        page = draft.page
        if _last_page(before) < page and bottom - last.get(page - 1, 0.0) > (room if isinstance(draft, Para) else 3 * room):
            draft.breaks_page = True


def _last_page(draft: Draft) -> int:
    if isinstance(draft, TableDraft):
        return max(
            [draft.page, draft.last_page, *(_last_page(inner) for row in draft.rows for cell in row for inner in cell.drafts)]
        )
    return draft.lines[-1].page

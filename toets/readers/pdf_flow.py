"""From the layouts of all pages to the drafts of the document, without help of tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from toets.readers.pdf_drafts import CellDraft, Draft, Para, TableDraft, walk
from toets.readers.pdf_furniture import Furniture
from toets.readers.pdf_grid import Grid
from toets.readers.pdf_join import joined
from toets.readers.pdf_lines import Line
from toets.readers.pdf_pages import CellArea, Flow, Stack, TableArea, layout
from toets.readers.pdf_paragraphs import column_of, leading_of, paragraphs
from toets.readers.pdf_words import PageText


def drafts_of(pages: Sequence[PageText], found: Sequence[Sequence[Grid]], around: Furniture) -> list[Draft]:
    """The drafts of a document, joined over its pages; `found` are the ruled tables of each page."""
    flows = [
        layout(at + 1, [word for word in page.words if word.order not in around.words[at]], found[at], *page.frame.size)
        for at, page in enumerate(pages)
    ]
    stacks = [flow.lines for page in flows for flow in page if isinstance(flow, Stack)]
    inner = [flow.lines for page in flows for flow in _inside(page)]
    body, cells = leading_of(stacks), leading_of(inner)
    rights = _right_edges(stacks)
    parts = [[_draft(flow, body, cells, rights) for flow in page] for page in flows]
    return joined(part for page in parts for part in page)


def lines_in(drafts: Iterable[Draft]) -> Iterator[Line]:
    """All lines of the drafts, those in cells included."""
    for draft in walk(drafts):
        if isinstance(draft, Para):
            yield from draft.lines


def usual_size(lines: Iterable[Line]) -> float:
    """The size of most of the text."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _inside(flows: Iterable[Flow]) -> Iterator[Stack]:
    for flow in flows:
        if isinstance(flow, TableArea):
            for area in flow.cells:
                for inner in area.flow:
                    if isinstance(inner, Stack):
                        yield inner
                    else:
                        yield from _inside([inner])


def _right_edges(stacks: Iterable[Sequence[Line]]) -> dict[int, float]:
    """How far lines reach to the right, by where they start (in steps of 20 points)."""
    ends: dict[int, list[float]] = {}
    for lines in stacks:
        ends.setdefault(_step(min(line.x0 for line in lines)), []).extend(line.x1 for line in lines)
    return {step: _without_outlier(sorted(xs)) for step, xs in ends.items()}


def _step(x: float) -> int:
    return round(x / 20)


def _without_outlier(xs: Sequence[float]) -> float:
    return xs[-2] if len(xs) > 10 and xs[-1] - xs[-2] > 10 else xs[-1]


def _draft(flow: Flow, body: float, cells: float, rights: dict[int, float]) -> list[Draft]:
    if isinstance(flow, TableArea):
        return [_table(flow, cells)]
    left = min(line.x0 for line in flow.lines)
    column = column_of(flow.lines, body, left, max(rights[_step(left)], max(line.x1 for line in flow.lines)))
    return list(paragraphs(flow.lines, column))


def _table(area: TableArea, leading: float) -> TableDraft:
    rows: dict[int, list[CellDraft]] = {}
    for cell in area.cells:
        rows.setdefault(cell.cell.row, []).append(CellDraft(cell.cell.column, cell.cell.width, _cell(cell, leading)))
    return TableDraft(area.page, area.grid.y0, area.grid.columns, [rows[row] for row in sorted(rows)])


def _cell(area: CellArea, leading: float) -> list[Draft]:
    parts: list[list[Draft]] = []
    for flow in area.flow:
        if isinstance(flow, TableArea):
            parts.append([_table(flow, leading)])
        else:
            parts.append(list(paragraphs(flow.lines, column_of(flow.lines, leading, area.left, area.right))))
    return [draft for part in parts for draft in part]

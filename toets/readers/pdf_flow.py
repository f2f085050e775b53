"""From the layouts of all pages to the drafts of the document, without help of tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import Final

from toets.readers.pdf_aligned import BETWEEN, Aligned, with_tables
from toets.readers.pdf_drafts import CellDraft, Column, Draft, Para, TableDraft, walk
from toets.readers.pdf_drawn import Drawn
from toets.readers.pdf_furniture import Furniture
from toets.readers.pdf_grid import grids
from toets.readers.pdf_join import joined
from toets.readers.pdf_lines import Line, line_of
from toets.readers.pdf_notes import without_notes
from toets.readers.pdf_pages import CellArea, Flow, Stack, TableArea, layout
from toets.readers.pdf_paragraphs import column_of, leading_of, paragraphs
from toets.readers.pdf_words import PageText, Word

_LONGEST_FIELD: Final = 4
_ENOUGH_LINES: Final = 15
_OFF_MARGINS: Final = 7.0  # keeps the usual margins (2, 2.5 and 3 cm; 1.25 inch) away from where steps meet

_Edges = dict[tuple[int, float], float]


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a document is set: the leading of its text and of its cells, the usual size, and how far lines reach."""

    body: float
    cells: float
    size: float
    rights: _Edges


def drafts_of(pages: Sequence[PageText], drawn: Sequence[Drawn], around: Furniture) -> list[Draft]:
    """The drafts of a document, joined over its pages; footnotes follow what stands on their page."""
    texts = [[word for word in page.words if word.order not in taken] for page, taken in zip(pages, around.words, strict=True)]
    size = _size_of(word for words in texts for word in words)
    split = [without_notes(at + 1, words, drawn[at].across, size) for at, words in enumerate(texts)]
    flows = [
        layout(at + 1, split[at].words, grids(drawn[at]), *page.frame.size)
        for at, page in enumerate(pages)
    ]  # fmt: skip
    stacks = [flow for page in flows for flow in page if isinstance(flow, Stack)]
    body = leading_of(stack.lines for stack in stacks)
    cells = leading_of(stack.lines for page in flows for stack in _inside(page))
    setting = _Setting(body, cells, size, _right_edges(stacks))
    parts: list[list[Draft]] = []
    for page in flows:
        for flow in page:
            last = parts[-1][-1] if parts and flow is page[0] else None
            parts.append(_draft(flow, setting, last.columns if isinstance(last, TableDraft) else ()))
    return _with_notes(joined(parts), [notes.notes for notes in split])


def _with_notes(drafts: list[Draft], notes: Sequence[list[Draft]]) -> list[Draft]:
    """The footnotes of each page after the last draft that starts on it."""
    out: list[Draft] = []
    page = 0
    for draft in drafts:
        while page < draft.page - 1:
            out += notes[page]
            page += 1
        out.append(draft)
    return [*out, *(note for rest in notes[page:] for note in rest)]


def _size_of(words: Iterable[Word]) -> float:
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[round(word.size, 1)] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


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


def _right_edges(stacks: Iterable[Stack]) -> _Edges:
    """How far lines reach to the right, by where they start (in steps of 20 points) and where the gutter is.

    A few lines don't tell; then the margins are taken to be equal.
    """
    ends: dict[tuple[int, float], list[float]] = {}
    mirrored: dict[tuple[int, float], float] = {}
    for stack in stacks:
        step, left = _step(stack), min(line.x0 for line in stack.lines)
        ends.setdefault(step, []).extend(line.x1 for line in stack.lines)
        mirrored[step] = max(mirrored.get(step, 0.0), stack.width - left if stack.edge == inf else 0.0)
    sure = {step: _without_outlier(sorted(xs)) for step, xs in ends.items() if len(xs) >= _ENOUGH_LINES}
    for step, xs in ends.items():
        longest = max(xs)
        beside = [right for (start, _), right in sure.items() if start == step[0] and right >= longest - 1.0]
        sure.setdefault(step, max(longest, min(beside, default=mirrored[step])))
    return sure


def _step(stack: Stack) -> tuple[int, float]:
    left = min(line.x0 for line in stack.lines)
    return int((left + _OFF_MARGINS) // 20), stack.edge if stack.edge == inf else round(stack.edge / 20)


def _without_outlier(xs: Sequence[float]) -> float:
    return xs[-2] if len(xs) > 10 and xs[-1] - xs[-2] > 10 else xs[-1]


def _draft(flow: Flow, setting: _Setting, before: Sequence[float]) -> list[Draft]:
    """What stands in a part of a page; `before` are the columns of the table that the part before it ended with."""
    if isinstance(flow, TableArea) and flow.better is not None:
        return _aligned(flow.better, Column(flow.grid.x0, flow.grid.x1, setting.cells, size=setting.size))
    if isinstance(flow, TableArea):
        return [_table(flow, setting.cells)]
    left = min(line.x0 for line in flow.lines)
    right = max(setting.rights[_step(flow)], max(line.x1 for line in flow.lines))
    column = column_of(flow.lines, setting.body, left, right, setting.size)
    out: list[Draft] = []
    for part in with_tables(flow.lines, setting.body, before):
        out += _aligned(part, column) if isinstance(part, Aligned) else paragraphs(part, column)
    return out


def _aligned(table: Aligned, column: Column) -> list[Draft]:
    """A table without lines; one of labels with a colon and short values becomes a paragraph for each."""
    if _is_fields(table):
        return [Para([line_of(line.page, line.words) for line in _field_lines(row)], column) for row in table.rows]
    rows = [
        [CellDraft(at, 1, list(paragraphs(lines, _cell_column(table, at, lines, column)))) for at, lines in enumerate(row)]
        for row in table.rows
    ]
    return [TableDraft(table.page, table.first.y, tuple(x0 for x0, _ in table.columns), rows)]


def _is_fields(table: Aligned) -> bool:
    return len(table.columns) == 2 and all(
        label and value and len(value) <= _LONGEST_FIELD and (label[-1].text.endswith(":") or value[0].text.startswith(":"))
        for label, value in table.rows
    )


def _field_lines(row: Sequence[Sequence[Line]]) -> list[Line]:
    """A label and its value on one line, then the rest of the value."""
    label, value = row
    first = line_of(value[0].page, [word for line in (*label, value[0]) for word in line.words])
    return [first, *value[1:]]


def _cell_column(table: Aligned, at: int, lines: Sequence[Line], column: Column) -> Column:
    """The edges of a cell: it may reach to where the next column starts."""
    if not lines:
        return column
    right = column.right if at + 1 == len(table.columns) else max(table.columns[at + 1][0] - BETWEEN, table.columns[at][1])
    return column_of(lines, column.leading, table.columns[at][0], right, column.size)


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

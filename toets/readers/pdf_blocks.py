"""From drafts to Blocks: text with its looks, numbers and levels of list items, page and order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from toets.model.document import Block, BlockKind, Cell, FoundBy, Look
from toets.readers.pdf_drafts import Draft, Para, TableDraft, ends
from toets.readers.pdf_lines import runs_of
from toets.readers.plain_blocks import Levels, Run, clean, mark, shape

_LONGEST_HEADING: Final = 14


class BlockMaker:
    """Makes blocks of the drafts of one document.

    `known` counts its words, `notes` are the numbers of the footnotes on each page, `size` is the size of its plain text.
    """

    def __init__(self, known: Counter[str], notes: Mapping[int, Collection[str]], size: float) -> None:
        self._known, self._notes, self._size = known, notes, size

    def blocks(self, drafts: Iterable[Draft]) -> list[Block]:
        """The blocks, not yet counted. Those without text are left out."""
        levels = Levels(tolerance=4.0)
        out: list[Block] = []
        for draft in drafts:
            block = self._table(draft) if isinstance(draft, TableDraft) else self._para(draft, levels)
            if block is not None:
                out.append(block)
        return out

    def _table(self, draft: TableDraft) -> Block | None:
        rows = tuple(tuple(Cell(cell.column, cell.width, tuple(self.blocks(cell.drafts))) for cell in row) for row in draft.rows)
        rows = tuple(row for row in rows if any(cell.blocks for cell in row))
        if not rows:
            return None
        return Block(0, BlockKind.TABLE, page=draft.page, look=Look(breaks_page=draft.breaks_page), rows=rows)

    def _para(self, para: Para, levels: Levels) -> Block | None:
        runs = runs_of(para.lines, self._known, para.column.left, para.column.right, self._notes.get(para.page, ()))
        text, look = shape(runs)
        if not text:
            return None
        look = Look(look.bold, look.caps, look.lead, _rounded(para.lines), "", para.breaks_page)
        by = FoundBy.TAG if para.outline else None
        found = mark(text) if para.mark is not None and not para.outline else None
        number = para.number if para.number is not None and not para.outline else None
        if (number is None and found is None) or (number is None and self._is_heading(text, look)):
            if para.number is None:
                levels.reset()
            return Block(0, BlockKind.PARAGRAPH, text, para.page, para.origin, para.outline, by, look=look)
        if number is None and found is not None:
            number = shown_number(found.number or found.kind)
            text, inner = shape(_without(runs, found.width))
            look = Look(inner.bold, inner.caps, inner.lead, look.size, "", look.breaks_page)
        level = levels.of(para.lines[0].x0, found.kind if found else number or "") if para.level is None else para.level
        return Block(0, BlockKind.ITEM, text, para.page, para.origin, number=number or "", level=level, look=look)

    def _is_heading(self, text: str, look: Look) -> bool:
        """A numbered line that looks like a heading keeps its number in its text: a list would not be shown so."""
        short = len(text.split()) <= _LONGEST_HEADING and not ends(text.rstrip(":"))
        larger = look.size is not None and look.size > self._size * 1.08
        return short and (look.bold or look.caps or larger) and not mark_is_bullet(text)


def mark_is_bullet(text: str) -> bool:
    """Whether a text opens with a bullet or dash."""
    found = mark(text)
    return found is not None and not found.number


def shown_number(number: str) -> str:
    """A list number or bullet as a reader sees it; bullets from picture fonts as the plain one."""
    return "•" if len(number) == 1 and ("\ue000" <= number <= "\uf8ff" or number in "●∙·o") else number


def _without(runs: Sequence[Run], width: int) -> list[Run]:
    """The runs after the first `width` characters of their clean text."""
    out: list[Run] = []
    left = width
    for run in runs:
        text = run.text if out else run.text.lstrip()
        shown = clean(text) + (" " if text.endswith(" ") else "")
        if left <= 0:
            out.append(run)
        elif len(shown) > left:
            out.append(Run(shown[left:], run.bold))
            left = 0
        else:
            left -= len(shown)
    return out


def _rounded(lines: Sequence[object]) -> float | None:
    sizes = Counter(round(getattr(line, "size", 0.0), 1) for line in lines)
    return sizes.most_common(1)[0][0] if sizes else None

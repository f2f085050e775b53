"""From drafts to Blocks: text with its looks, numbers and levels of list items, page and order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from toets.model.document import Block, BlockKind, Cell, FoundBy, Look, Origin
from toets.readers.pdf_drafts import Draft, Para, TableDraft, ends
from toets.readers.pdf_drawn import Rule
from toets.readers.pdf_lines import Line, runs_of
from toets.readers.plain_blocks import Levels, Run, clean, mark, shape, shown, without_initials

_LONGEST_HEADING: Final = 14
_LEADER: Final = re.compile(r"(?<=\S)\s*(?:\.\s?){8,}(\d{1,3})\s*$")
_LINK: Final = re.compile(r"https?:|www\.|@")
_BELOW: Final = 0.3
"""How far below the baseline an underline is drawn at most, in sizes of the letters."""
_MARGIN: Final = 0.4
"""How much wider or narrower than the words it may be."""


class BlockMaker:
    """Makes blocks of the drafts of one document.

    `known` counts its words, `notes` are the numbers of the footnotes on each page, `size` is the size of its plain text;
    `rules` are the horizontal lines that are drawn on each page.
    """

    def __init__(
        self, known: Counter[str], notes: Mapping[int, Collection[str]], size: float, rules: Mapping[int, Sequence[Rule]]
    ) -> None:
        self._known, self._notes, self._size, self._rules = known, notes, size, rules

    def blocks(self, drafts: Iterable[Draft]) -> list[Block]:
        """The blocks, not yet counted. Those without text are left out."""
        levels = Levels(tolerance=4.0)
        out: list[Block] = []
        for draft in drafts:
            block = self._table(draft) if isinstance(draft, TableDraft) else self._para(draft, levels)
            if block is not None:
                out.append(block)
        return without_initials(out)

    def _table(self, draft: TableDraft) -> Block | None:
        rows = tuple(tuple(Cell(cell.column, cell.width, tuple(self.blocks(cell.drafts))) for cell in row) for row in draft.rows)
        rows = tuple(row for row in rows if any(cell.blocks for cell in row))
        if not rows:
            return None
        return Block(0, BlockKind.TABLE, page=draft.page, look=Look(breaks_page=draft.breaks_page), rows=rows)

    def _is_underlined(self, line: Line) -> bool:
        """Whether a drawn line runs right below the words, and no farther: a line of a table does."""
        ink = _MARGIN * line.size
        return any(
            -ink / 2 <= rule.at - line.y <= _BELOW * line.size
            and abs(rule.start - line.x0) <= ink
            and abs(rule.end - line.x1) <= ink
            for rule in self._rules.get(line.page, ())
            if not rule.edge
        )

    def _para(self, para: Para, levels: Levels) -> Block | None:
        notes = self._notes.get(para.page, ())
        runs = _without_leader(runs_of(para.lines, self._known, para.column.left, para.column.right, notes))
        text, look = shape(runs)
        if not text:
            return None
        underlined = not _LINK.search(text) and all(self._is_underlined(line) for line in para.lines)
        look = Look(look.bold, look.caps, look.lead, _usual(para.lines), "", para.breaks_page, underlined)
        if para.origin is not Origin.BODY:
            return Block(0, BlockKind.PARAGRAPH, text, para.page, para.origin, number=para.number or "", look=look)
        if para.outline:
            return Block(0, BlockKind.PARAGRAPH, text, para.page, outline=para.outline, outline_by=FoundBy.TAG, look=look)
        if para.number is not None:
            level = levels.of(para.lines[0].x0, para.number) if para.level is None else para.level
            return Block(0, BlockKind.ITEM, text, para.page, number=shown(para.number), level=level, look=look)
        found = mark(text) if para.mark is not None else None
        if found is None or self._is_heading(text, look):
            levels.reset()
            return Block(0, BlockKind.PARAGRAPH, text, para.page, look=look)
        level = levels.of(para.lines[0].x0, found.kind) if para.level is None else para.level
        text, inner = shape(_without(runs, found.width))
        look = Look(inner.bold, inner.caps, inner.lead, look.size, "", look.breaks_page)
        return Block(0, BlockKind.ITEM, text, para.page, number=shown(found.number), level=level, look=look)

    def _is_heading(self, text: str, look: Look) -> bool:
        """A numbered line that looks like a heading keeps its number in its text: a list would not be shown so."""
        short = len(text.split()) <= _LONGEST_HEADING and not ends(text.rstrip(":"))
        larger = look.size is not None and look.size > self._size * 1.08
        return short and (look.bold or look.caps or larger) and not _has_bullet(text)


def _without_leader(runs: list[Run]) -> list[Run]:
    """The runs with a tab for the row of dots between a heading and its page, as a table of contents has it."""
    text = "".join(run.text for run in runs)
    leader = _LEADER.search(text)
    if leader is None:
        return runs
    kept: list[Run] = []
    left = leader.start()
    for run in runs:
        kept.append(Run(run.text[:left], run.bold))
        left = max(left - len(run.text), 0)
    return [*(run for run in kept if run.text), Run("\t" + leader[1])]


def _has_bullet(text: str) -> bool:
    found = mark(text)
    return found is not None and not found.number


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


def _usual(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0]

"""From the lines of one column to paragraphs and list items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from toets.readers.pdf_drafts import Column, Para, ends, line_mark, starts_low
from toets.readers.pdf_lines import Line
from toets.readers.plain_blocks import Mark, follows

_ALIGNED: Final = 3.0
_USUAL_LEADING: Final = 1.3
_WIDER: Final = 1.22
_DASHES: Final = ("-", "–", "—")


def leading_of(stacks: Iterable[Sequence[Line]]) -> float:
    """The usual distance of lines over their size, of lines in columns: the smallest that isn't rare."""
    ratios: Counter[float] = Counter()
    for lines in stacks:
        for above, below in pairwise(lines):
            if abs(above.size - below.size) < 0.3 and above.page == below.page and above.size > 0:
                ratio = (below.y - above.y) / above.size
                if 0.9 <= ratio <= 2.6:
                    ratios[round(ratio * 20) / 20] += 1
    usual = [ratio for ratio, count in ratios.items() if count >= max(3, 0.08 * ratios.total())]
    return min(usual, default=min(ratios, default=_USUAL_LEADING))


def column_of(lines: Sequence[Line], leading: float, left: float | None = None, right: float | None = None) -> Column:
    """The column that these lines are set in; its edges are those of the lines, unless they are given."""
    edge = max(line.x1 for line in lines) if right is None else right
    full = sum(1 for line in lines if abs(line.x1 - edge) < 0.8)
    return Column(min(line.x0 for line in lines) if left is None else left, edge, leading, full >= 5 and full > 0.4 * len(lines))


def paragraphs(lines: Sequence[Line], column: Column) -> list[Para]:
    """The lines, from top to bottom, as paragraphs and list items."""
    out: list[Para] = []
    for line in lines:
        found = line_mark(line)
        if out and found and not _opens(out, found, line):
            found = None
        if out and found is None and goes_on(out[-1], line):
            out[-1].lines.append(line)
        else:
            out.append(Para([line], column, found))
    return out


def fits(above: Line, below: Line, right: float) -> bool:
    """Whether the first word of a line would have fitted on the line above: then that line was ended on purpose."""
    first = below.words[0]
    return above.x1 + 0.27 * above.size + (first.x1 - first.x0) <= right - 0.5


def _opens(out: Sequence[Para], found: Mark, line: Line) -> bool:
    """Whether a list mark is one: a wrapped line may begin with "12.", "b." or a dash by chance."""
    para = out[-1]
    above = para.lines[-1]
    if (not found.number and found.kind not in _DASHES) or line.page != above.page:
        return True
    if para.ended or fits(above, line, para.column.right) or _far(para, line):
        return True
    if para.mark is not None and para.mark.kind == found.kind and abs(para.lines[0].x0 - line.x0) <= _ALIGNED:
        return not found.number or _next(found.number, para.mark.number)
    return abs(line.x0 - above.x0) > 2 * _ALIGNED and found.first


def _next(number: str, before: str) -> bool:
    one, other = before.strip("().").rpartition(".")[2], number.strip("().").rpartition(".")[2]
    return (one.isdigit() and other.isdigit() and int(other) == int(one) + 1) or follows(number, before)


def _far(para: Para, line: Line) -> bool:
    above = para.lines[-1]
    return line.y - above.y > _WIDER * para.column.leading * max(above.size, line.size) + 0.5


def goes_on(para: Para, line: Line) -> bool:
    """Whether a line below a paragraph belongs to it."""
    above = para.lines[-1]
    if abs(above.size - line.size) > max(0.04 * above.size, 0.3):
        return False
    full = not fits(above, line, para.column.right)
    running = not para.ended and starts_low(line.text)
    if not _same_weight(para, line, full):
        return False
    if _far(para, line) and not (running and full and line.y - above.y < 2 * para.column.leading * line.size):
        return False
    if not _aligned(para, line, running):
        return False
    if full:
        short = para.column.justified and above.x1 < para.column.right - 2.0
        return not (short and para.ended and not starts_low(line.text))
    return running and para.column.right - above.x1 < 0.4 * (para.column.right - para.column.left)


def goes_on_later(para: Para, line: Line) -> bool:
    """Whether a paragraph goes on with the first line of the next page or column."""
    above = para.lines[-1]
    if abs(above.size - line.size) > max(0.04 * above.size, 0.3) or line_mark(line):
        return False
    running = not ends(above.text) and starts_low(line.text)
    width = para.column.right - para.column.left
    full = above.x1 > para.column.right - 0.25 * width
    if not _same_weight(para, line, full):
        return False
    return running or (full and not ends(above.text))


def _same_weight(para: Para, line: Line, full: bool) -> bool:
    """Bold lines and plain ones don't mix, unless bold words run over the end of a full line."""
    if para.bold == line.full_bold:
        return True
    if para.bold:
        return full and line.words[0].bold
    return full and para.lines[-1].words[-1].bold


def _aligned(para: Para, line: Line, running: bool) -> bool:
    """Whether a line starts where the next line of the paragraph would."""
    first, above = para.lines[0], para.lines[-1]
    if abs(line.x0 - above.x0) <= _ALIGNED and (len(para.lines) > 1 or para.mark is None):
        return True
    if abs((line.x0 + line.x1) - (above.x0 + above.x1)) <= 2 * _ALIGNED and above.x0 > para.column.left + 4 * _ALIGNED:
        return True
    if len(para.lines) > 1:
        return False
    if para.mark is not None:
        return abs(line.x0 - para.text_x) <= 2 * _ALIGNED or line.x0 <= first.x0 + _ALIGNED
    return line.x0 < first.x0 or running or any(abs(word.x0 - line.x0) <= _ALIGNED for word in first.words[1:])

"""From the lines of one column to paragraphs and list items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from toets.model.months import FULL_MONTH
from toets.model.numbering import follows
from toets.readers.pdf_drafts import Column, Para, ends, line_mark, starts_low
from toets.readers.pdf_lines import Line
from toets.readers.plain_blocks import Mark
from toets.readers.plain_text import is_field

_ALIGNED: Final = 3.0
_USUAL_LEADING: Final = 1.3
_WIDER: Final = 1.22
_DASHES: Final = ("-", "–", "—")
_FEWEST_FULL: Final = 5
_FEWEST_ALIKE: Final = 4
_NARROWER: Final = 0.08
_PREAMBLE: Final = re.compile(
    r"(?:gelezen|gehoord|gelet|gezien|overwegende|besluit|besluiten|mede gelet|gehoord hebbende|Aldus)\b"
)
_SIGNATURE: Final = re.compile(
    r"de (?:(?:wnd|plv|loco)\.? ?-?)?(?:raads)?(?:griffier|secretaris|gemeentesecretaris|burgemeester|voorzitter)\b,?"
    r"|(?:Het college van burgemeester|Burgemeester) en wethouders van [^.;:]{2,40},?$"
)
_DATED: Final = re.compile(rf"[A-Z][\w' -]{{2,60}}, \d{{1,2}} {FULL_MONTH} \d{{4}}[,.]?")


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


def column_of(
    lines: Sequence[Line], leading: float, left: float | None = None, right: float | None = None, size: float = 0.0
) -> Column:
    """The column that these lines are set in; its edges are those of the lines, unless they are given."""
    edge = max(line.x1 for line in lines) if right is None else right
    full = sum(1 for line in lines if abs(line.x1 - edge) < 0.8)
    justified = full >= _FEWEST_FULL and full > 0.4 * len(lines)
    return Column(min(line.x0 for line in lines) if left is None else left, edge, leading, justified, size)


def paragraphs(lines: Sequence[Line], column: Column) -> list[Para]:
    """The lines, from top to bottom, as paragraphs and list items."""
    out: list[Para] = []
    for stretch, narrower in _stretches(lines, column):
        for line in stretch:
            found = line_mark(line)
            if out and found and not _opens(out, found, line):
                found = None
            if out and found is None and goes_on(out[-1], line):
                out[-1].lines.append(line)
            else:
                out.append(Para([line], narrower, found))
    return out


def _stretches(lines: Sequence[Line], column: Column) -> Iterator[tuple[Sequence[Line], Column]]:
    """Lines that are set alike, with the column they are set in: prose that is indented at the right has one of its own."""
    start = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and _alike(lines[at - 1], lines[at], column):
            continue
        stretch = lines[start:at]
        yield stretch, _narrowed(stretch, column)
        start = at


def _alike(above: Line, below: Line, column: Column) -> bool:
    near = below.y - above.y <= _WIDER * column.leading * below.size + 0.5
    return near and abs(above.size - below.size) < 0.3 and abs(above.x0 - below.x0) <= _ALIGNED


def _narrowed(lines: Sequence[Line], column: Column) -> Column:
    if len(lines) < _FEWEST_ALIKE:
        return column
    last, longest = sorted(line.x1 for line in lines)[-2:]
    slack = _NARROWER * (column.right - column.left)
    running = sum(not ends(above.text) and starts_low(below.text) for above, below in pairwise(lines))
    if column.right - longest < slack or longest - last > slack or running < 0.4 * (len(lines) - 1):
        return column
    return replace(column, right=longest, justified=False)


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
    return follows(_last(number), _last(before))


def _last(number: str) -> str:
    """The part of a number that counts on: "3" of "2.3."."""
    return number.strip("().").rpartition(".")[2]


def _far(para: Para, line: Line) -> bool:
    above = para.lines[-1]
    return line.y - above.y > _WIDER * para.column.leading * max(above.size, line.size) + 0.5


def goes_on(para: Para, line: Line) -> bool:
    """Whether a line below a paragraph belongs to it."""
    above, column = para.lines[-1], para.column
    if abs(above.size - line.size) > max(0.04 * above.size, 0.3) or _starts_anew(para, line):
        return False
    full = not fits(above, line, column.right)
    broken = above.words[-1].hyphen
    running = broken or (not para.ended and starts_low(line.text))
    if not _same_weight(para, line, full) or not _aligned(para, line, running):
        return False
    if _far(para, line) and not (running and full and line.y - above.y < 2 * column.leading * line.size):
        return False
    room, width = column.right - above.x1, column.right - column.left
    if full:
        short = column.justified and room > 2.0
        return not (short and para.ended and not starts_low(line.text))
    if running:
        return broken or room < 0.4 * width
    return _is_heading(para) and not para.ended and room < 0.15 * width + line.words[0].x1 - line.words[0].x0


def goes_on_later(para: Para, line: Line) -> bool:
    """Whether a paragraph goes on with the first line of the next page or column.

    After the end of a sentence nothing tells for certain; a full line is more often broken than the last of its paragraph.
    """
    above = para.lines[-1]
    if abs(above.size - line.size) > max(0.04 * above.size, 0.3) or line_mark(line) or _starts_anew(para, line):
        return False
    full = not fits(above, line, para.column.right)
    if not _same_weight(para, line, full):
        return False
    if not para.ended:
        return full or starts_low(line.text)
    return full and len(para.lines) > 1 and not _is_heading(para) and not above.text.endswith((":", ";"))


def _is_heading(para: Para) -> bool:
    return para.bold or (para.column.size > 0 and para.lines[0].size > 1.12 * para.column.size)


def _starts_anew(para: Para, line: Line) -> bool:
    """Whether the words of a line show that it opens a paragraph, or those of the line above that it was the last.

    Such are the parts of a decree ("gelet op …;"), signatures, "Label: waarde" lines below each other, and bold words.
    """
    above = para.lines[-1]
    if _PREAMBLE.match(line.text) and above.text.endswith((";", ",", ":")):
        return True
    if _SIGNATURE.match(line.text) or _DATED.fullmatch(line.text) or _DATED.fullmatch(above.text):
        return (not starts_low(above.text) and len(para.lines) == 1) or para.ended or bool(_DATED.fullmatch(line.text))
    if is_field(line.text) and is_field(para.lines[0].text) and para.mark is None:
        return True
    lead = next((word for word in line.words if not word.bold), None)
    if line.words[0].bold and lead is not None and not above.words[-1].bold:
        before = next(at for at, word in enumerate(line.words) if not word.bold)
        return para.ended or line.words[before - 1].text.endswith(":")
    return False


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

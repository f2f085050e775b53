"""Tables without ruling lines: lines with wide gaps that lie above each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import Final

from toets.readers.pdf_drafts import ends, starts_low
from toets.readers.pdf_lines import Line, line_of
from toets.readers.pdf_words import Word
from toets.readers.plain_blocks import mark

_SMALL_GAP: Final = 0.45
_EXACT: Final = 1.5
_MOST_LINES: Final = 400  # a page with more is no page that people made
_MOST_TRIED: Final = 4_000
_LOOK_AHEAD: Final = 2
_GAP: Final = 1.5  # of the size of the text: what is less may be a space in a justified line
_ALIGNED: Final = 3.0
_FAR: Final = 3.5
_TIGHT: Final = 1.15
_MOST_ALIGNED: Final = 0.7
BETWEEN: Final = 10.8  # what Word and LibreOffice leave between the text of two cells, unless told otherwise
_LEADERS: Final = "...."
_NO_LABEL: Final = (",", ";", ".")
"""What is said below a table ends so, as "De raad van de gemeente Lindewaard," does; no label without a value."""


@dataclass(slots=True)
class Aligned:
    """A table of lines: the x where each column starts and ends, and its rows as the lines in each column."""

    columns: list[tuple[float, float]]
    rows: list[list[list[Line]]]

    @property
    def page(self) -> int:
        """The page it stands on."""
        return self.first.page

    @property
    def first(self) -> Line:
        """Its first line."""
        return next(line for cell in self.rows[0] for line in cell)


def with_tables(lines: Sequence[Line], leading: float, before: Sequence[float] = ()) -> Iterator[list[Line] | Aligned]:
    """The lines of a column from top to bottom, in which tables are told apart from text.

    `before` are the x where the columns start of a table that ended the page before: it may go on with part of a row.
    """
    if len(lines) > _MOST_LINES:
        yield list(lines)
        return
    parts = [_fragments(line) for line in lines]
    plain: list[Line] = []
    at = tried = 0
    while at < len(lines):
        known = before if at == 0 else ()
        table, end = _table_at(parts, at, leading, known) if tried < _MOST_TRIED else (None, at)
        tried += end - at
        if table is None:
            plain.append(lines[at])
            at += 1
            continue
        if plain:
            yield plain
            plain = []
        yield table
        at = end
    if plain:
        yield plain


def _table_at(parts: Sequence[Sequence[Line]], at: int, leading: float, known: Sequence[float]) -> tuple[Aligned | None, int]:
    """The table that starts with this line, if one does, and the line after it."""
    starts = known[1:]
    first = _resplit(parts[at], starts)
    for ahead in parts[at + 1 : at + 1 + _LOOK_AHEAD]:
        if len(first) > 1:
            break
        first = _resplit(parts[at], [part.x0 for part in ahead[1:]])
    columns = [(part.x0, part.x1) for part in first]
    if len(first) < 2:
        if not _is_rest(first[0], parts[at + 1 : at + 1 + _LOOK_AHEAD], starts):
            return None, at
        columns = _widened([(start, start + 1.0) for start in known], first)
    run, columns = _run([first, *parts[at + 1 :]], columns, leading)
    return _table(run, columns, leading, goes_on=bool(known)), at + len(run)


def _is_rest(line: Line, below: Sequence[Sequence[Line]], known: Sequence[float]) -> bool:
    """Whether a line is the rest of a row that began on the page before, in a table with these columns."""
    if not known or any(abs(line.x0 - start) <= _ALIGNED for start in known):
        return bool(known)
    return line.x1 < known[0] and any(len(_resplit(parts, known)) > 1 for parts in below)


def _resplit(parts: Sequence[Line], starts: Sequence[float]) -> Sequence[Line]:
    """A line split at words that stand where columns start, behind a gap that may be smaller."""
    if not starts:
        return parts
    groups: list[list[Word]] = []
    for part in parts:
        groups.append([part.words[0]])
        for word, after in pairwise(part.words):
            gap = after.x0 - word.x1 >= _SMALL_GAP * part.size
            if gap and any(abs(after.x0 - start) <= _EXACT for start in starts):
                groups.append([])
            groups[-1].append(after)
    return parts if len(groups) == len(parts) else [line_of(parts[0].page, group) for group in groups]


def _fragments(line: Line) -> list[Line]:
    """The parts of a line between wide gaps; a list mark stays with its text."""
    if _LEADERS in line.text:
        return [line]
    groups: list[list[Word]] = [[line.words[0]]]
    for word, after in pairwise(line.words):
        if after.x0 - word.x1 >= _GAP * line.size:
            groups.append([])
        groups[-1].append(after)
    if len(groups) > 1 and _is_mark(" ".join(word.text for word in groups[0])):
        groups[0] += groups.pop(1)
    return [line] if len(groups) == 1 else [line_of(line.page, group) for group in groups]


def _is_mark(text: str) -> bool:
    found = mark(f"{text} X")
    return found is not None and found.width == len(text) + 1


def _run(
    parts: Sequence[Sequence[Line]], columns: list[tuple[float, float]], leading: float
) -> tuple[list[Sequence[Line]], list[tuple[float, float]]]:
    """The lines of the table that begins with the first of these, and its columns, which are at least those given."""
    run, last = [parts[0]], 1
    least = inf
    for here in parts[1:]:
        above = run[-1][0]
        here = _resplit(here, [x0 for x0, _ in columns[1:]])
        step = (here[0].y - above.y) / max(here[0].size, 0.1)
        wider = _widened(columns, here)
        if step > _FAR * leading or len(wider) < len(columns) or _is_heading(here, run):
            break
        in_first = len(here) == 1 and here[0].x0 < columns[1][0] - _ALIGNED
        if in_first and step > 1.25 * max(least if least < inf else leading, 0.1):
            break
        columns, run = wider, [*run, here]
        label = len(columns) == 2 and step <= 1.03 * least and not here[-1].text.endswith(_NO_LABEL)
        if not in_first or label or (starts_low(here[0].text) and step <= 1.1 * least):
            last = len(run)
        least = min(least, step)
    return run[:last], columns


def _is_heading(here: Sequence[Line], run: Sequence[Sequence[Line]]) -> bool:
    """Whether a line of one part is set otherwise than the first column above it: larger, or bold where that isn't."""
    above = next((parts[0] for parts in reversed(run)), here[0])
    if len(here) > 1:
        return False
    return here[0].size > 1.08 * above.size or (here[0].full_bold and not above.full_bold)


def _widened(columns: Sequence[tuple[float, float]], parts: Sequence[Line]) -> list[tuple[float, float]]:
    """The columns, made wide enough for these parts; fewer when a part lies across two of them."""
    spans = sorted([*columns, *((part.x0, part.x1) for part in parts)])
    out = [spans[0]]
    for x0, x1 in spans[1:]:
        if x0 <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], x1))
        else:
            out.append((x0, x1))
    return out


def _table(
    parts: Sequence[Sequence[Line]], columns: list[tuple[float, float]], leading: float, *, goes_on: bool
) -> Aligned | None:
    """The table of these lines, when their parts line up; `goes_on`: a table was cut just before."""
    wide = [line for line in parts if len(line) > 1]
    if not goes_on and (len(wide) < 2 or not all(_lines_up(wide, column) for column in columns[1:])):
        return None
    steps = [(below[0].y - above[0].y) / max(below[0].size, 0.1) for above, below in pairwise(parts)]
    least = min(steps, default=leading)
    least = leading if least > 1.3 * leading else max(least, 0.8 * leading)
    spread = max(steps, default=leading) > 1.25 * least and not _stacked(parts, columns, steps, _TIGHT * least)
    rows: list[list[list[Line]]] = []
    for at, line in enumerate(parts):
        cells = [[part for part in line if column[0] <= (part.x0 + part.x1) / 2 <= column[1]] for column in columns]
        tight = at > 0 and steps[at - 1] <= _TIGHT * least
        if rows and _same_row(rows[-1], cells, columns, tight=tight, spread=spread):
            for cell, more in zip(rows[-1], cells, strict=True):
                cell += more
        else:
            rows.append(cells)
    return Aligned(columns, rows) if len(rows) > 1 or goes_on else None


def _stacked(
    parts: Sequence[Sequence[Line]], columns: Sequence[tuple[float, float]], steps: Sequence[float], tight: float
) -> bool:
    """Whether most lines that follow closely start something new in the first column: then rows stand as close as lines do."""
    edge = columns[1][0] - BETWEEN
    close = [
        (above[0], below[0])
        for (above, below), step in zip(pairwise(parts), steps, strict=True)
        if step <= tight and len(below) > 1 and below[0].x0 < columns[1][0] and above[0].x0 < columns[1][0]
    ]
    new = sum(not starts_low(below.text) and above.x1 + below.words[0].x1 - below.words[0].x0 < edge for above, below in close)
    return 2 * new > len(close)


def _same_row(
    row: Sequence[Sequence[Line]],
    cells: Sequence[Sequence[Line]],
    columns: Sequence[tuple[float, float]],
    *,
    tight: bool,
    spread: bool,
) -> bool:
    """Whether a line belongs to the row above it. `spread`: rows stand further apart than the lines in a cell."""
    if not cells[0]:
        return tight or len(cells) == 2 or sum(map(bool, cells)) == 1
    if not tight:
        return False
    if spread or not any(cells[1:]):
        return spread or starts_low(cells[0][0].text) or not any(row[1:])
    return _runs_on(row, cells, columns)


def _lines_up(lines: Sequence[Sequence[Line]], column: tuple[float, float]) -> bool:
    """Whether the parts in a column start, or end, at the same place."""
    parts = [part for line in lines for part in line if column[0] <= (part.x0 + part.x1) / 2 <= column[1]]
    if len(parts) < 2:
        return len(lines) > 2
    for edges in ([part.x0 for part in parts], [part.x1 for part in parts], [(part.x0 + part.x1) / 2 for part in parts]):
        usual = sorted(edges)[len(edges) // 2]
        if sum(abs(edge - usual) <= _ALIGNED for edge in edges) >= _MOST_ALIGNED * len(edges):
            return True
    return False


def _runs_on(row: Sequence[Sequence[Line]], cells: Sequence[Sequence[Line]], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether the text of a cell goes on in a line that has text in the first column too: its last line is full."""
    edges = [after[0] - BETWEEN for after in columns[1:]] + [columns[-1][1]]
    return any(
        above and below
        and not ends(above[-1].text) and starts_low(below[0].text)
        and above[-1].x1 + below[0].words[0].x1 - below[0].words[0].x0 > edge
        for above, below, edge in zip(row[1:], cells[1:], edges[1:], strict=True)
    )  # fmt: skip

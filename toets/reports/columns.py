"""How wide the columns of a table are: as asked, but none narrower than its longest word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from toets.reports.sheet import Grid
from toets.reports.words import unbroken

MOST = 0.3
"""The part of a table that one long word (a file name, a link) may claim; a longer one is broken."""

_WORD = re.compile(r"[^ \n]+")


def fitted(grid: Grid, total: int, measure: Callable[[str], int], gap: int = 0) -> tuple[int, ...]:
    """The widths of the columns, together `total`; `measure` tells how wide a word is, `gap` is what stands between columns.

    A column that is too narrow for a word takes what it needs from those that have room.
    """
    most = round(total * MOST)
    needs = [min(most, gap + max(map(measure, words), default=0)) for words in _words(grid)]
    if sum(needs) > total:
        needs = [0] * len(needs)  # a very narrow screen: words are broken whatever the widths
    asked = [total * part / sum(grid.widths) for part in grid.widths]
    short = sum(max(0, need - width) for need, width in zip(needs, asked, strict=True))
    room = [max(0, width - need) for need, width in zip(needs, asked, strict=True)]
    taken = min(1, short / sum(room)) if any(room) else 0
    widths = [max(need, width) - taken * each for need, width, each in zip(needs, asked, room, strict=True)]
    found = [int(width) for width in widths]
    found[found.index(max(found))] += total - sum(found)
    return tuple(found)


def _words(grid: Grid) -> Iterator[list[str]]:
    """What stays on one line, by column."""
    for number, heading in enumerate(grid.header):
        cells = ("".join(each.text for each in row[number]) for row in grid.rows)
        yield [word for cell in (heading, *cells) for word in _WORD.findall(unbroken(cell))]

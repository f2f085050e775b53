"""Lists that count: levels, restarts, and the number that is shown before the next paragraph."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from toets.readers.numerals import numeral

LEVELS: Final = 9
BULLET: Final = "•"
_PLACE: Final = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and how the number is written; `text` as in Word, "%1.%2".

    `restart` is the level (from 1) whose use makes this one start again; 0 is never, None is any higher level.
    `style` is the paragraph style that stands for this level.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    hidden: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as paragraphs refer to it by its id; lists with the same `key` count on together.

    `starts` are first numbers of its own, at which the common count starts again when this list is first used.
    """

    num_id: str
    key: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]

    def level_of(self, styles: Sequence[str]) -> int | None:
        """The level that one of these paragraph styles (nearest first) stands for."""
        for style in styles:
            for depth, level in self.levels.items():
                if level.style == style:
                    return depth
        return None

    def start(self, depth: int) -> int:
        """The first number at a level."""
        level = self.levels.get(depth)
        return self.starts.get(depth, 1 if level is None else level.start)


class Counters:
    """Counts along while a text is read from its start to its end."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def advance(self, listing: Listing, depth: int, start: int | None = None) -> str:
        """The number shown before the next paragraph of a list at this level (0…8); "" if none is shown.

        `start` is a number with which this paragraph starts the count again.
        """
        depth = min(max(depth, 0), LEVELS - 1)
        counts = self._counts.setdefault(listing.key, [None] * LEVELS)
        if depth in listing.starts and (listing.num_id, depth) not in self._begun:
            counts[depth] = None
        self._begun.add((listing.num_id, depth))
        for above in range(depth):
            if counts[above] is None:
                counts[above] = listing.start(above)
        now = counts[depth]
        counts[depth] = (listing.start(depth) if now is None else now + 1) if start is None else start
        for below in range(depth + 1, LEVELS):
            restart = listing.levels[below].restart if below in listing.levels else None
            if restart is None or depth < restart <= below:
                counts[below] = None
        return _shown(listing, depth, counts)


def _shown(listing: Listing, depth: int, counts: Sequence[int | None]) -> str:
    level = listing.levels.get(depth)
    if level is None or level.hidden:
        return ""
    if level.form == "bullet":
        return BULLET if level.text.strip() else ""

    def place(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        count = counts[at]
        form = listing.levels[at].form if at in listing.levels else "decimal"
        return "" if count is None else numeral(count, "decimal" if level.legal and form != "none" else form)

    return " ".join(_PLACE.sub(place, level.text).split())

"""The numbers that Word shows before headings and list items, computed as Word does."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from toets.readers.docx_xml import MC, W, child_switch, child_val, number, val
from toets.readers.numerals import numeral

LEVELS: Final = 9
BULLET: Final = "•"
_PLACE: Final = re.compile(r"%([1-9])")
_HOPS: Final = 5  # lists that refer to a style that refers to a list


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


class Numbering:
    """The lists that a file defines. `list_of` gives the list id behind a numbering style."""

    def __init__(self, root: etree._Element | None, list_of: Callable[[str], str]) -> None:
        self._nums: dict[str, etree._Element] = {}
        self._abstracts: dict[str, etree._Element] = {}
        self._list_of = list_of
        self._known: dict[str, Listing | None] = {}
        for child in () if root is None else root:
            if child.tag == W + "num":
                self._nums.setdefault(val(child, "numId"), child)
            elif child.tag == W + "abstractNum":
                self._abstracts.setdefault(val(child, "abstractNumId"), child)

    def listing(self, num_id: str) -> Listing | None:
        """A list by id; None when the file doesn't define it (id "0" means: no list)."""
        if num_id not in self._known:
            self._known[num_id] = self._resolve(num_id)
        return self._known[num_id]

    def _resolve(self, num_id: str) -> Listing | None:
        num = self._nums.get(num_id)
        if num is None or num_id == "0":
            return None
        key, abstract = self._abstract(num)
        if abstract is None:
            return None
        levels = {d: _level(e) for e in abstract.findall(W + "lvl") if (d := _depth(e)) is not None}
        starts: dict[int, int] = {}
        for override in num.findall(W + "lvlOverride"):
            depth, own = _depth(override), override.find(W + "lvl")
            first = number(child_val(override, "startOverride"))
            if depth is None:
                continue
            if own is not None:
                levels[depth] = _level(own)
            if first is not None:
                starts[depth] = first
        return Listing(num_id, key, levels, starts)

    def _abstract(self, num: etree._Element) -> tuple[str, etree._Element | None]:
        key = child_val(num, "abstractNumId")
        for _ in range(_HOPS):
            abstract = self._abstracts.get(key)
            style = child_val(abstract, "numStyleLink")
            if abstract is None or not style or abstract.find(W + "lvl") is not None:
                return key, abstract
            linked = self._nums.get(self._list_of(style))
            if linked is None:
                return key, abstract
            key = child_val(linked, "abstractNumId")
        return key, None


class Counters:
    """Counts along while a text is read from its start to its end."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def advance(self, listing: Listing, depth: int) -> str:
        """The number shown before the next paragraph of a list at this level (0…8); "" if none is shown."""
        depth = min(max(depth, 0), LEVELS - 1)
        counts = self._counts.setdefault(listing.key, [None] * LEVELS)
        if depth in listing.starts and (listing.num_id, depth) not in self._begun:
            counts[depth] = None
        self._begun.add((listing.num_id, depth))
        for above in range(depth):
            if counts[above] is None:
                counts[above] = listing.start(above)
        now = counts[depth]
        counts[depth] = listing.start(depth) if now is None else now + 1
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


def _depth(element: etree._Element) -> int | None:
    depth = number(val(element, "ilvl"))
    return depth if depth is not None and 0 <= depth < LEVELS else None


def _level(element: etree._Element) -> Level:
    """A w:lvl. Formats such as "001, 002" hide in a choice that older programs can't read."""
    form = element.find(W + "numFmt")
    if form is None:
        form = element.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    kind = val(form) or "decimal"
    start = number(child_val(element, "start"), 0)
    return Level(
        0 if start is None else start,
        val(form, "format") if kind == "custom" else kind,
        child_val(element, "lvlText"),
        number(child_val(element, "lvlRestart")),
        bool(child_switch(element, "isLgl")),
        bool(child_switch(element.find(W + "rPr"), "vanish")),
        child_val(element, "pStyle"),
    )

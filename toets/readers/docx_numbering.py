"""The lists that a Word file defines, from which the numbers before headings and list items follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lxml import etree

from toets.readers.counters import LEVELS, Level, Listing
from toets.readers.docx_xml import MC, W, child_switch, child_val, number, val

_HOPS: Final = 5  # lists that refer to a style that refers to a list


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

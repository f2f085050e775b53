"""Cuts the runs of a Word text so that a comment can start and end at the very character."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from toets.model.wordmap import Stretch

Element = etree._Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What may hold runs, and so the marks of a comment as well.
_HOLDERS = frozenset(
    "p ins del moveFrom moveTo hyperlink smartTag customXml fldSimple sdt sdtContent dir bdo".split()  # noqa: SIM905
)
_RUN_TEXT = frozenset({"t", "delText"})


class Cutter:
    """The text part of a Word file while marks are put into it; `root` is changed.

    Places are those of a `Stretch`: elements are numbered as they stood at first.
    """

    def __init__(self, root: Element) -> None:
        self.word = root.tag[: root.tag.index("}") + 1]
        self._elements = tuple(root.iter("*"))
        self._pieces: dict[int, list[tuple[int, Element]]] = {}

    def span(self, stretches: Sequence[Stretch], start: int, end: int) -> tuple[Element, Element] | None:
        """The first and last element of characters `start`…`end`, cut out of their runs; None if there is no place for marks.

        Of text that can't be cut, or in which no mark may stand (a text box, a note), it is the whole run it hangs on.
        """
        inside = [each for each in stretches if each.start < end and each.end > start]
        if not inside:
            return None
        first, last = inside[0], inside[-1]
        opening = self._before(first, max(start, first.start))
        closing = self._after(last, min(end, last.end))
        return None if opening is None or closing is None else (opening, closing)

    def _before(self, stretch: Stretch, start: int) -> Element | None:
        element, at = self._at(stretch, start)
        unit = self._unit(element)
        if unit is None or element.getparent() is not unit:
            return unit
        if at > 0 and self._may_cut(element):
            return self._split(stretch.node, element, at)
        return unit if self._is_first(element) else self._divide(element)

    def _after(self, stretch: Stretch, end: int) -> Element | None:
        element, at = self._at(stretch, end - 1)
        unit = self._unit(element)
        if unit is None or element.getparent() is not unit:
            return unit
        at += 1
        while unicodedata.combining((element.text or "")[at : at + 1] or " "):
            at += 1
        if stretch.at is not None and at < len(element.text or "") and self._may_cut(element):
            self._split(stretch.node, element, at)
        elif (after := element.getnext()) is not None:
            self._divide(after)
        return unit

    def _at(self, stretch: Stretch, place: int) -> tuple[Element, int]:
        """The element that has a character now, and which of its own characters that is."""
        if stretch.at is None:
            return self._elements[stretch.node], 0
        at = stretch.at + place - stretch.start
        pieces = self._pieces.get(stretch.node, [(0, self._elements[stretch.node])])
        first, element = next((first, element) for first, element in reversed(pieces) if first <= at)
        return element, at - first

    def _unit(self, element: Element) -> Element | None:
        """The highest thing around an element beside which a mark may stand, in the outermost paragraph."""
        chain = [element, *element.iterancestors()]
        paragraphs = [number for number, each in enumerate(chain) if each.tag == self.word + "p"]
        if not paragraphs:
            return None
        below = paragraphs[-1] - 1
        while below > 0 and self._holds(chain[below]):
            below -= 1
        return chain[below] if below >= 0 else None

    def _holds(self, element: Element) -> bool:
        return element.tag.startswith(self.word) and element.tag[len(self.word) :] in _HOLDERS

    def _is_first(self, element: Element) -> bool:
        before = element.getprevious()
        return before is None or before.tag == self.word + "rPr"

    def _may_cut(self, element: Element) -> bool:
        """Blanks at the edge of a text are shown only if the file says so; a part of it would have to say it for all."""
        text = element.text or ""
        is_text = element.tag.startswith(self.word) and element.tag[len(self.word) :] in _RUN_TEXT
        return is_text and not len(element) and (element.get(_SPACE) == "preserve" or text == text.strip())

    def _split(self, node: int, element: Element, at: int) -> Element:
        """Cuts a text in two, and gives the run with the second half."""
        text = element.text or ""
        rest = _bare(element)
        rest.text, element.text = text[at:], text[:at]
        for half in (element, rest):
            if (half.text or "") != (half.text or "").strip():
                half.set(_SPACE, "preserve")
        insert_after(element, rest)
        pieces = self._pieces.setdefault(node, [(0, element)])
        number = next(number for number, (_, piece) in enumerate(pieces) if piece is element)
        pieces.insert(number + 1, (pieces[number][0] + at, rest))
        return self._divide(rest)

    def _divide(self, element: Element) -> Element:
        """Cuts a run in two before one of its children, and gives the second."""
        run = element.getparent()
        if run is None:
            raise ValueError("an element outside a run was asked to be divided")
        second = _bare(run)
        look = run.find(self.word + "rPr")
        if look is not None:
            second.append(deepcopy(look))
        for child in tuple(_from(element)):
            second.append(child)
        insert_after(run, second)
        return second


def insert_after(element: Element, new: Element) -> None:
    """Puts an element after another; blanks that followed the other, to lay out the XML, stay with it."""
    tail, element.tail = element.tail, None
    element.addnext(new)
    element.tail = tail


def _bare(element: Element) -> Element:
    """An element of the same name and attributes, with nothing in it; its prefixes become those of where it is put."""
    return etree.Element(element.tag, {str(name): str(value) for name, value in element.attrib.items()})


def _from(element: Element) -> Iterator[Element]:
    yield element
    yield from element.itersiblings()

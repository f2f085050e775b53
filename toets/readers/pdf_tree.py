"""The tag tree of a PDF, put together from its pages: what Word and LibreOffice say about headings, lists and tables."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

import pypdfium2.raw as pdfium

from toets.readers.pdf_strings import string

_DEEPEST: Final = 60
_MOST_NODES: Final = 400_000
# In a list of children this long, those of a page are looked for from where those of the page before were found.
_LONG: Final = 2_000
_WINDOW: Final = 1_500


@dataclass(slots=True)
class Node:
    """An element: its standard type ("P", "H1", "TD"), its children by place, and how many cells it spans.

    `kids` holds elements, and marked content as (page from 1, number). `count` is the number of children that the file gives
    it: empty cells are counted, but have no node.
    """

    kind: str
    count: int = 0
    columns: int = 1
    rows: int = 1
    kids: dict[int, Node | tuple[int, int]] = field(default_factory=dict)
    seen: int = 0

    def children(self) -> Iterator[Node | tuple[int, int]]:
        """The children in order."""
        for place in sorted(self.kids):
            yield self.kids[place]


class TreeReader:
    """Collects the tree page by page: `add` every page, then take `root`; `whole` is False when it became too large."""

    def __init__(self) -> None:
        self.root = Node("Document")
        self.whole = True
        self._nodes = 0
        self._number = ctypes.c_float()

    def add(self, page: Any, number: int) -> None:
        """Add what the tree says about a page; `number` counts from 1."""
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        if not tree:
            return
        try:
            self.root.count = max(pdfium.FPDF_StructTree_CountChildren(tree), 0)
            self._children(self.root, partial(pdfium.FPDF_StructTree_GetChildAtIndex, tree), None, number, _DEEPEST)
        finally:
            pdfium.FPDF_StructTree_Close(tree)

    def _element(self, element: Any, parent: Node, place: int, page: int, depth: int) -> None:
        self._nodes += 1
        if depth <= 0 or self._nodes > _MOST_NODES:
            self.whole = False
            return
        node = parent.kids.get(place)
        if not isinstance(node, Node):
            node = parent.kids[place] = self._node(element)
        child_at = partial(pdfium.FPDF_StructElement_GetChildAtIndex, element)
        self._children(node, child_at, partial(pdfium.FPDF_StructElement_GetChildMarkedContentID, element), page, depth - 1)

    def _children(
        self, node: Node, child_at: Callable[[int], Any], content_at: Callable[[int], int] | None, page: int, depth: int
    ) -> None:
        """Add the children of an element that stand on this page. Of a long list, only a stretch of it is looked through."""
        long = node.count > _LONG
        first: int | None = None
        misses = 0
        for at in range(node.seen if long else 0, node.count):
            child = child_at(at)
            content = -1 if child or content_at is None else content_at(at)
            if child:
                self._element(child, node, at, page, depth)
            elif content >= 0:
                node.kids[at] = (page, content)
            else:
                misses += first is not None
                if long and misses > _WINDOW:
                    break
                continue
            first, misses = (at if first is None else first), 0
        node.seen = node.seen if first is None else first

    def _node(self, element: Any) -> Node:
        kind = string(pdfium.FPDF_StructElement_GetType, element)
        node = Node(kind, max(pdfium.FPDF_StructElement_CountChildren(element), 0))
        if kind in ("TD", "TH"):
            self._spans(element, node)
        return node

    def _spans(self, element: Any, node: Node) -> None:
        for index in range(min(pdfium.FPDF_StructElement_GetAttributeCount(element), 20)):
            attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(element, index)
            if attributes:
                node.columns = max(node.columns, self._whole(attributes, b"ColSpan"))
                node.rows = max(node.rows, self._whole(attributes, b"RowSpan"))

    def _whole(self, attributes: Any, name: bytes) -> int:
        value = pdfium.FPDF_StructElement_Attr_GetValue(attributes, name)
        if not value or not pdfium.FPDF_StructElement_Attr_GetNumberValue(value, self._number):
            return 1
        return min(max(int(self._number.value), 1), 1000)

"""Where the words of a PDF stand on its pages: what a writer of highlights needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in the coordinates of the page, in points, y upwards."""

    x0: float
    y0: float
    x1: float
    y1: float


class PlacedWord(NamedTuple):
    """A word, and the rectangle it fills."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """The words of a page as the file has them, in its order; `visible` is the part of the page that is shown."""

    number: int
    words: tuple[PlacedWord, ...]
    visible: Box

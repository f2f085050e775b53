"""The words of a PDF with their place on the page, for whoever writes highlights over them."""

from __future__ import annotations

from typing import Final

from toets.model.pdfmap import Box, PlacedPage, PlacedWord
from toets.model.reading import ReadOptions
from toets.readers.pdf_open import opened
from toets.readers.pdf_read import read_pages
from toets.readers.pdf_words import Frame, Word
from toets.readers.plain_blocks import clean

_ABOVE: Final = 0.85  # of the size of letters, from the baseline to the top of a line
_BELOW: Final = 0.22


def places_in_pdf(data: bytes, name: str, options: ReadOptions) -> tuple[PlacedPage, ...]:
    """The words of every page. Raises ReadError as reading the text does; a page that can't be read has no words."""
    with opened(data, name, options.limits) as document:
        pages = read_pages(document, options.limits).pages
    return tuple(
        PlacedPage(
            page.number,
            tuple(PlacedWord(clean(word.text), _box(word, page.text.frame)) for word in page.text.words),
            Box(page.text.frame.left, page.text.frame.bottom, page.text.frame.right, page.text.frame.top),
        )
        for page in pages
    )


def _box(word: Word, frame: Frame) -> Box:
    """The rectangle of a word on the page as the file has it, however it is turned to be read."""
    corners = (
        _back(frame, word.x0, word.y - _ABOVE * word.size),
        _back(frame, word.x1, word.y + _BELOW * word.size),
    )
    xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    return Box(xs[0], ys[0], xs[1], ys[1])


def _back(frame: Frame, x: float, y: float) -> tuple[float, float]:
    """The opposite of `Frame.place`."""
    if frame.turns == 0:
        return x + frame.left, frame.top - y
    if frame.turns == 1:
        return y + frame.left, x + frame.bottom
    if frame.turns == 2:
        return frame.right - x, y + frame.bottom
    return frame.right - y, frame.top - x

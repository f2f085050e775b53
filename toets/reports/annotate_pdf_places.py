"""Finds the words of a note on the pages of a PDF: by their letters and digits, since a reader joins lines and drops hyphens."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toets.model.document import Block
from toets.model.pdfmap import Box, PlacedPage, PlacedWord

_LINE = 0.5  # words of which so much of the height is shared stand on one line
_SHORTEST = 8  # letters by which a part of a quote is still known
_NEXT_PAGES = 2
_PLACES = 50  # of letters that stand on a page more often, these are looked at


@dataclass(frozen=True, slots=True)
class Stripes:
    """One page with the rectangles of some words on it, one a line."""

    page: int
    boxes: tuple[Box, ...]


class Finder:
    """Looks for words on pages; each page is put into letters once."""

    def __init__(self, pages: Sequence[PlacedPage]) -> None:
        self._pages = {page.number: page for page in pages}
        self._letters: dict[int, tuple[str, tuple[int, ...]]] = {}

    def find(self, block: Block, start: int, end: int) -> tuple[Stripes, ...]:
        """Where characters `start`…`end` of a block stand: on one page, or on two if they run on. () if they aren't found."""
        wanted, before, whole = _bare(block.text[start:end]), len(_bare(block.text[:start])), _bare(block.text)
        if not wanted or block.page is None:
            return ()
        pages = range(block.page, block.page + 1 + _NEXT_PAGES)
        for page in pages:
            at = self._at(page, whole, block.text.strip()[:1])
            if at >= 0:
                return self._stripes(page, at + before, len(wanted))
        for page in pages:
            at = self._at(page, wanted, block.text[start:end].strip()[:1])
            if at >= 0:
                return self._stripes(page, at, len(wanted))
        return self._in_pieces(pages, wanted)

    def _in_pieces(self, pages: range, wanted: str) -> tuple[Stripes, ...]:
        """Words over the end of a page, or in another order than the file has: the longest piece found, then the rest.

        A piece of a few letters is found anywhere: what is left after those is given up.
        """
        found: dict[int, list[Box]] = {}
        while len(wanted) >= _SHORTEST:
            page, at, size = max(((page, *self._longest(page, wanted)) for page in pages), key=lambda each: (each[2], -each[0]))
            if size < min(_SHORTEST, len(wanted)):
                break
            for stripes in self._stripes(page, at, size):
                found.setdefault(page, []).extend(stripes.boxes)
            wanted = wanted[size:]
        return tuple(Stripes(page, tuple(boxes)) for page, boxes in sorted(found.items()))

    def _longest(self, page: int, wanted: str) -> tuple[int, int]:
        """Where the longest beginning of some letters stands on a page, and how long it is."""
        known, unknown, place = 0, len(wanted) + 1, -1
        while unknown - known > 1:
            size = (known + unknown) // 2
            at = self._at(page, wanted[:size])
            known, unknown, place = (size, unknown, at) if at >= 0 else (known, size, place)
        return place, known

    def _at(self, page: int, wanted: str, opening: str = "") -> int:
        """Where some letters stand on a page, -1 if nowhere: best on lines of their own, then as whole words, then anywhere.

        So the heading "Voorstel" is not sought in "Raadsvoorstel", nor in "dit voorstel" in a sentence; of places that are
        alike the one that begins with the `opening` sign is best, capital or not.
        """
        letters, found = self._text(page)[0], list[tuple[int, bool, int]]()
        at = letters.find(wanted)
        while at >= 0 and len(found) < _PLACES:
            found.append((-self._apart(page, at, at + len(wanted)), not self._opens(page, at, opening), at))
            at = letters.find(wanted, at + 1)
        return min(found)[-1] if found else -1

    def _opens(self, page: int, at: int, opening: str) -> bool:
        return opening in self._pages[page].words[self._text(page)[1][at]].text[:1]

    def _apart(self, page: int, at: int, end: int) -> int:
        """2 for letters on lines of their own, 1 for whole words, 0 for a part of a word."""
        owners = self._text(page)[1]
        before, after = owners[at - 1] if at else -1, owners[end] if end < len(owners) else -1
        if before == owners[at] or after == owners[end - 1]:
            return 0
        words = self._pages[page].words
        joined = (before >= 0 and _level(words[before].box, words[owners[at]].box)) or (
            after >= 0 and _level(words[owners[end - 1]].box, words[after].box)
        )
        return 1 if joined else 2

    def _text(self, number: int) -> tuple[str, tuple[int, ...]]:
        """The letters of a page, and for each the word it is in."""
        if number not in self._letters:
            page = self._pages.get(number)
            bare = [_bare(word.text) for word in page.words] if page else []
            self._letters[number] = "".join(bare), tuple(at for at, letters in enumerate(bare) for _ in letters)
        return self._letters[number]

    def _stripes(self, number: int, at: int, size: int) -> tuple[Stripes, ...]:
        owners = self._text(number)[1][at : at + size]
        if not owners:
            return ()
        words = self._pages[number].words[owners[0] : owners[-1] + 1]
        return (Stripes(number, tuple(_lines(words))),)


def _bare(text: str) -> str:
    """The letters, digits and signs such as € of a text, without capitals, ligatures and punctuation."""
    return "".join(each for each in unicodedata.normalize("NFKC", text).casefold() if unicodedata.category(each)[0] not in "PZC")


def _lines(words: Sequence[PlacedWord]) -> Iterator[Box]:
    """A rectangle for each stretch of words on one line."""
    current: Box | None = None
    for _, box in words:
        if current is not None and _beside(current, box):
            current = Box(min(current.x0, box.x0), min(current.y0, box.y0), max(current.x1, box.x1), max(current.y1, box.y1))
            continue
        if current is not None:
            yield current
        current = box
    if current is not None:
        yield current


def _beside(one: Box, other: Box) -> bool:
    """Whether two rectangles share a line, of text that is read along the page or across it."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    upright = width > _LINE * min(one.x1 - one.x0, other.x1 - other.x0)
    return _level(one, other) or (upright and other.y1 - other.y0 > other.x1 - other.x0)


def _level(one: Box, other: Box) -> bool:
    """Whether two rectangles share so much of their height that they stand on one line."""
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    return height > _LINE * min(one.y1 - one.y0, other.y1 - other.y0)

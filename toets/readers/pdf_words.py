"""The words of a PDF page with their place, size and weight, by PDFium's own text page."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

_BLANKS: Final = frozenset((0, 9, 10, 13, 32, 0x2002, 0x2003, 0x2009, 0x200A, 0x3000, 0xFFFF))
_HYPHENS: Final = frozenset((2, 0xAD, 0xFFFE))
_BOLD: Final = re.compile(r"bold|black|heavy|semibd|demi|[-,_]bd\b|[-,_]b\b", re.I)
_NAMED: Final = re.compile(r"(?:[A-Z]{6}\+)?[A-Za-z]{4,}")
_LIST_NUMBER: Final = re.compile(r"\(?\d{1,2}[.)]")
_SOME: Final = 200
_STAMP: Final = 3.0
_FAR: Final = 20_000.0  # points; pages are at most 14,400
_SMALLEST: Final = 0.6
"""How small small capitals are beside large ones, at least."""
_FORCE_BOLD: Final = 0x40000
_HEAVY: Final = 650
_FILL_AND_STROKE: Final = 2
_INVISIBLE: Final = 3


class Word(NamedTuple):
    """A word on a page; places in points from the top left, `y` is the baseline.

    `order` is the place of its first character in the file, `mcid` the number of the marked content it stands in (-1 if none);
    `hyphen`: the word ends in a hyphen, the last character of `text`, that PDFium takes for a broken word. `spaced`: a space
    follows that was written in the file, so the word ends here, also at the end of a line.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    order: int
    mcid: int
    hyphen: bool
    spaced: bool


class Frame(NamedTuple):
    """How to get from the coordinates of a page to those of the page as it is read: its box, and quarter turns clockwise.

    It is turned as its text asks, whatever the file says about the page.
    """

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read."""
        width, height = self.right - self.left, self.top - self.bottom
        return (width, height) if self.turns % 2 == 0 else (height, width)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point on the page as it is read, y downwards."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x


class _Font(NamedTuple):
    """What holds for all characters of one text object; `quarter` is the direction it is written in, None if slanting."""

    size: float
    bold: bool
    mcid: int
    quarter: int | None
    invisible: bool


@dataclass(slots=True)
class _Draft:
    """A word being read: its characters, the boxes of its first and last, and the text object it began in."""

    font: _Font
    first: int
    x: float
    y: float
    letters: list[str] = field(default_factory=list)
    last: int = 0
    hyphen: bool = False
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of one page as they stand on it, and text that is written askew (stamps, watermarks, side notes).

    `recognised`: most of it is the invisible text that OCR lays under a scan. `garbled`: there are letters, but the file does
    not tell which (a font without a table of characters); the words are left out.
    """

    words: tuple[Word, ...]
    aside: tuple[str, ...]
    frame: Frame
    recognised: bool = False
    garbled: bool = False


class TextReader:
    """Reads the words of pages; one for a document, so that C buffers are made once."""

    def __init__(self) -> None:
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()

    def read(self, textpage: Any, frame: Frame, most: int) -> PageText | None:
        """The words of a text page; None when it has more than `most` characters."""
        count = pdfium.FPDFText_CountChars(textpage)
        if count > most:
            return None
        drafts = list(self._drafts(textpage, max(count, 0)))
        upright = _main_quarter(drafts)
        frame = frame._replace(turns=upright)
        words = _on_page([self._word(textpage, draft, frame) for draft in drafts if draft.font.quarter == upright], frame)
        if _is_garbled(words, count):
            return PageText((), (), frame, garbled=True)
        words, behind = _without_stamps(words)
        aside = " ".join([*behind, *("".join(draft.letters) for draft in drafts if draft.font.quarter != upright)])
        recognised = sum(draft.font.invisible for draft in drafts) > 0.5 * len(drafts)
        return PageText(_evened(words) if recognised else words, (aside,) if aside else (), frame, recognised)

    def _drafts(self, textpage: Any, count: int) -> Iterator[_Draft]:
        code_at, object_at = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetTextObject
        address = ctypes.addressof
        fonts: dict[int, _Font] = {}
        word: _Draft | None = None
        current = 0
        for at in range(count):
            code = code_at(textpage, at)
            if code in _HYPHENS and word is not None:
                word.letters.append("-")
                word.last, word.hyphen = at, True
                yield word
                word = None
                continue
            thing = object_at(textpage, at)
            if code in _BLANKS or not thing:
                if word is not None:
                    word.spaced = bool(thing)
                    yield word
                    word = None
                continue
            here = address(thing.contents)
            if word is None or here != current:
                current = here
                font = fonts.get(here)
                if font is None:
                    font = fonts[here] = self._font(textpage, thing, at)
                if word is None or not self._touches(textpage, word, font, at, code):
                    if word is not None:
                        yield word
                    pdfium.FPDFText_GetCharOrigin(textpage, at, self._x, self._y)
                    word = _Draft(font, at, self._x.value, self._y.value)
            word.letters.append(chr(code))
            word.last = at
        if word is not None:
            yield word

    def _font(self, textpage: Any, thing: Any, at: int) -> _Font:
        matrix = self._matrix
        if not pdfium.FPDFText_GetMatrix(textpage, at, matrix):
            matrix.a, matrix.b, matrix.c, matrix.d = 1.0, 0.0, 0.0, 1.0
        size = pdfium.FPDFText_GetFontSize(textpage, at) * math.hypot(matrix.c, matrix.d)
        pdfium.FPDFText_GetFontInfo(textpage, at, self._name, 256, self._flags)
        name = self._name.value.decode("latin-1")
        weight = pdfium.FPDFText_GetFontWeight(textpage, at)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(thing)
        bold = (
            bool(_BOLD.search(name))
            or bool(self._flags.value > 0 and self._flags.value & _FORCE_BOLD)
            or (not _NAMED.match(name) and weight >= _HEAVY)
            or mode == _FILL_AND_STROKE
        )
        content = pdfium.FPDFPageObj_GetMarkedContentID(thing)
        return _Font(abs(size), bold, content, _quarter(matrix.a, matrix.b), mode == _INVISIBLE)

    def _touches(self, textpage: Any, word: _Draft, font: _Font, at: int, code: int) -> bool:
        """Whether a character in another text object goes on with the word: on its line, right behind it."""
        alike = 0.8 < font.size / max(word.font.size, 0.1) < 1.25
        if font.quarter != word.font.quarter or font.mcid != word.font.mcid or not (alike or _is_small_capital(word, font, code)):
            return False
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(textpage, word.last, box)
        ends = (box.right, box.top, box.left, box.bottom)[font.quarter or 0]
        pdfium.FPDFText_GetCharOrigin(textpage, at, self._x, self._y)
        x, y = self._x.value, self._y.value
        along, across = ((x, y - word.y), (y, x - word.x), (-x, y - word.y), (-y, x - word.x))[font.quarter or 0]
        gap = along - (ends if (font.quarter or 0) < 2 else -ends)
        size = max(word.font.size, 1.0)
        if gap > 0 and _LIST_NUMBER.fullmatch("".join(word.letters)) and chr(code).isalpha():
            return False
        return abs(across) < 0.5 * size and -0.5 * size < gap < 0.2 * size

    def _word(self, textpage: Any, draft: _Draft, frame: Frame) -> Word:
        box, corners = self._box, []
        for at in (draft.first, draft.last):
            pdfium.FPDFText_GetLooseCharBox(textpage, at, box)
            corners += [frame.place(box.left, box.bottom)[0], frame.place(box.right, box.top)[0]]
        text = _characters("".join(draft.letters))
        y = frame.place(draft.x, draft.y)[1]
        return Word(
            text,
            min(corners),
            max(corners),
            y,
            draft.font.size,
            draft.font.bold,
            draft.first,
            draft.font.mcid,
            draft.hyphen,
            draft.spaced,
        )


def _is_small_capital(word: _Draft, font: _Font, code: int) -> bool:
    """Whether a capital follows on larger ones, as small capitals do: "Voorstel" with a large V."""
    smaller = _SMALLEST <= font.size / max(word.font.size, 0.1) <= 0.8
    return smaller and chr(code).isupper() and word.letters[-1].isupper() and font.bold == word.font.bold


def _quarter(a: float, b: float) -> int | None:
    """The direction of writing in quarter turns against the clock; None if it slants."""
    if abs(b) <= 0.05 * abs(a):
        return 0 if a >= 0 else 2
    if abs(a) <= 0.05 * abs(b):
        return 1 if b > 0 else 3
    return None


def _main_quarter(drafts: list[_Draft]) -> int:
    weights: Counter[int] = Counter()
    for draft in drafts:
        if draft.font.quarter is not None:
            weights[draft.font.quarter] += len(draft.letters)
    return weights.most_common(1)[0][0] if weights else 0


def _on_page(words: list[Word], frame: Frame) -> tuple[Word, ...]:
    """The words that can be seen on the page; if that leaves out most of them, the page's own box is wrong."""
    sane = [
        word for word in words if word.x1 - word.x0 < _FAR and abs(word.x0) < _FAR and abs(word.y) < _FAR and word.size < _FAR
    ]
    width, height = frame.size
    inside = [word for word in sane if word.x1 > 0 and word.x0 < width and word.y > 0 and word.y - word.size < height]
    return tuple(inside if 2 * len(inside) >= len(sane) else sane)


def _is_garbled(words: tuple[Word, ...], count: int) -> bool:
    """Whether text is no text: of many characters most are unknown, or hardly any is a letter or digit."""
    if count < _SOME:
        return False
    shown = sum(len(word.text) for word in words)
    known = sum(c.isalnum() for word in words for c in word.text)
    dotted = sum(word.text.count(c) for word in words for c in ("_", "."))
    return shown < 0.2 * count or known < 0.4 * (shown - dotted)


def _without_stamps(words: tuple[Word, ...]) -> tuple[tuple[Word, ...], list[str]]:
    """The words without very large ones that stand behind or over several lines of others, and these apart."""
    if not words:
        return words, []
    usual = sorted(word.size for word in words)[len(words) // 2]
    large = [word for word in words if word.size > _STAMP * usual]
    stamps = {word.order for word in large if len(_lines_behind(word, words)) > 1}
    return tuple(word for word in words if word.order not in stamps), [word.text for word in large if word.order in stamps]


def _lines_behind(stamp: Word, words: tuple[Word, ...]) -> set[int]:
    return {
        round(word.y)
        for word in words
        if word.size < stamp.size / 2 and stamp.y - stamp.size < word.y < stamp.y and word.x0 < stamp.x1 and word.x1 > stamp.x0
    }


def _evened(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """OCR guesses the size of every line anew; sizes near the usual one are taken for that."""
    usual = sorted(word.size for word in words)[len(words) // 2]
    return tuple(word._replace(size=usual) if 0.8 < word.size / max(usual, 0.1) < 1.22 else word for word in words)


def _characters(text: str) -> str:
    """Ligatures as letters, halves of surrogate pairs joined or dropped."""
    if text.isascii():
        return text
    if any("\ud800" <= c <= "\udfff" for c in text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    if any("\ufb00" <= c <= "\ufb06" for c in text):
        text = "".join(unicodedata.normalize("NFKC", c) if "\ufb00" <= c <= "\ufb06" else c for c in text)
    return text

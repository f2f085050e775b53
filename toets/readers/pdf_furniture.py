"""Running headers, footers and page numbers: what stands in the margin of pages again and again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from toets.readers.pdf_lines import Line, lines_of
from toets.readers.pdf_words import PageText
from toets.readers.plain_blocks import clean

_DEPTH: Final = 8
_MARGIN: Final = 0.16
_COPIED: Final = 0.8
_NARROW_MARGIN: Final = 0.085
_GAP: Final = 2.2
_SAME_PLACE: Final = 4.0
_NUMBER: Final = re.compile(r"\d+")
_PAGE_NUMBER: Final = re.compile(
    r"(?:.*[\s·|–—-]|)(?:pagina|pag\.?|blad(?:zijde|nr\.?)?|blz\.?|page|p\.)\s*:?\s*(?P<named>\d{1,4})(?:\s*(?:van|/|of|uit)\s*\d{1,4})?[.\s]*"
    r"|(?:.{1,80}\s|)(?P<of>\d{1,4})\s*(?:/|van)\s*(?P<total>\d{1,4})"
    r"|[-–—\s]*(?P<bare>\d{1,4})[-–—.\s]*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """The texts of headers and footers, each once, and for each page the `order` of the words that they are made of."""

    texts: tuple[str, ...]
    words: tuple[frozenset[int], ...]


def furniture(pages: Sequence[PageText]) -> Furniture:
    """What is furniture on these pages. Only lines at the edge count, with nothing but furniture outside them."""
    seen = [_Seen.of(at, page) for at, page in enumerate(pages)]
    texts: dict[str, None] = {}
    words: list[frozenset[int]] = []
    for at, page in enumerate(seen):
        taken: set[int] = set()
        for edge in (page.lines, page.lines[::-1]):
            for line in _at_edge(edge, page.height):
                if not (_repeats(line, at, seen) or _is_page_number(line, at, len(pages), _alone(line, page.lines))):
                    break
                taken |= {word.order for word in line.words}
        for line in page.lines:
            if line.words[0].order in taken:
                texts.setdefault(clean(line.text))
        words.append(frozenset(taken))
    if sum(map(len, words)) == sum(len(page.words) for page in pages):
        return Furniture((), (frozenset(),) * len(pages))
    return Furniture(distinct(texts), tuple(words))


@dataclass(frozen=True, slots=True)
class _Seen:
    """A page: its lines from top to bottom, their texts, and its height."""

    lines: list[Line]
    texts: frozenset[str]
    height: float

    @staticmethod
    def of(at: int, page: PageText) -> _Seen:
        lines = lines_of(at + 1, page.words)
        return _Seen(lines, frozenset(line.text for line in lines), page.frame.size[1])

    def copies(self, other: _Seen) -> bool:
        """Whether two pages hold mostly the same: then what they share is no furniture."""
        most = max(len(self.texts), len(other.texts))
        return len(self.lines) >= _DEPTH and len(self.texts & other.texts) > _COPIED * most


def _at_edge(lines: Sequence[Line], height: float) -> Iterator[Line]:
    """The outermost lines, as far as they stand in the margin; below a gap only what is well inside it."""
    above: Line | None = None
    for line in lines[:_DEPTH]:
        inside = min(line.y, height - line.y)
        apart = above is not None and abs(line.y - above.y) > _GAP * max(line.size, above.size)
        if inside > _MARGIN * height or (apart and inside > _NARROW_MARGIN * height):
            return
        yield line
        above = line


def _repeats(line: Line, at: int, pages: Sequence[_Seen]) -> bool:
    """Whether a page nearby has the same line at the same place, page numbers aside."""
    page = pages[at]
    for other in (at - 2, at - 1, at + 1, at + 2):
        if not 0 <= other < len(pages) or not pages[other].lines:
            continue
        shift = pages[other].height - page.height if line.y > page.height / 2 else 0.0
        twins = (twin for twin in pages[other].lines if abs(twin.y - shift - line.y) <= _SAME_PLACE)
        if any(abs(twin.size - line.size) < 0.6 and _same(line.text, twin.text, other - at) for twin in twins):
            return not page.copies(pages[other])
    return False


def _same(text: str, other: str, pages_on: int) -> bool:
    """Equal texts, or texts in which numbers count the pages."""
    if text == other:
        return True
    if _NUMBER.sub("0", text) != _NUMBER.sub("0", other):
        return False
    pairs = [(int(a), int(b)) for a, b in zip(_NUMBER.findall(text), _NUMBER.findall(other), strict=True)]
    return all(a == b or b - a == pages_on for a, b in pairs)


def _alone(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line stands apart from the text by more than two lines."""
    return all(other is line or abs(other.y - line.y) > 2.2 * max(line.size, other.size) for other in lines)


def _is_page_number(line: Line, at: int, count: int, alone: bool) -> bool:
    """A page number that is right, also when it stands on one page only; one that stands alone may count otherwise."""
    found = _PAGE_NUMBER.fullmatch(line.text.strip())
    if found is None or len(line.text) > 100:
        return False
    if found["named"]:
        return int(found["named"]) <= max(count + 1, 9)
    if found["of"]:
        return int(found["of"]) == at + 1 and int(found["total"]) == count
    return count > 1 and (int(found["bare"]) in (at + 1, at) or (alone and int(found["bare"]) <= count))


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts that differ in their numbers only, once; empty ones left out."""
    seen: dict[str, str] = {}
    for text in texts:
        if text:
            seen.setdefault(_NUMBER.sub("0", text), text)
    return tuple(seen.values())

"""Columns of text on a page: where a gutter runs between two stretches of prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final, NamedTuple

from toets.readers.pdf_lines import lines_of
from toets.readers.pdf_words import Word
from toets.readers.plain_blocks import mark

_GUTTER: Final = 8.0
_STEP: Final = 6.0
_MOST_STEPS: Final = 100
_MOST_PIECES: Final = 1_000  # a page with more is no page that people made
_FEWEST_LINES: Final = 4
_FEWEST_LETTERS: Final = 10
_MANY_LETTERS: Final = 18
_SAME: Final = 3.0
_DEEPEST: Final = 4


class Band(NamedTuple):
    """A part of a page that is read from top to bottom before the next one."""

    words: tuple[Word, ...]
    y0: float
    y1: float
    x0: float
    x1: float


class _Piece(NamedTuple):
    """Words that stand close together on one line."""

    x0: float
    x1: float
    y: float
    letters: int
    order: int


def bands(
    words: Sequence[Word], obstacles: Sequence[tuple[float, float, float, float]], width: float, height: float
) -> list[Band]:
    """The words of a page as bands in reading order. `obstacles` are boxes (x0, y0, x1, y1) that no gutter crosses."""
    whole = Band(tuple(words), -1.0, height + 1.0, -1.0, width + 1.0)
    return list(_split(whole, obstacles, _DEEPEST))


def _split(band: Band, obstacles: Sequence[tuple[float, float, float, float]], depth: int) -> Iterator[Band]:
    found = _gutter(band, obstacles) if depth else None
    if found is None:
        yield band
        return
    x, top, bottom = found
    above = [word for word in band.words if word.y < top]
    below = [word for word in band.words if word.y > bottom]
    beside = [word for word in band.words if top <= word.y <= bottom]
    left, right = [word for word in beside if word.x1 <= x], [word for word in beside if word.x1 > x]
    yield from _split(Band(tuple(above), band.y0, top - 0.1, band.x0, band.x1), obstacles, depth - 1)
    yield from _split(Band(tuple(left), top - 0.1, bottom, band.x0, x), obstacles, depth - 1)
    yield from _split(Band(tuple(right), top - 0.1, bottom, x, band.x1), obstacles, depth - 1)
    yield from _split(Band(tuple(below), bottom, band.y1, band.x0, band.x1), obstacles, depth - 1)


def _gutter(band: Band, obstacles: Sequence[tuple[float, float, float, float]]) -> tuple[float, float, float] | None:
    """The x of the gutter with the most lines beside it, and the baselines of the first and last of those; None if none."""
    pieces = _pieces(band.words)
    if not 2 * _FEWEST_LINES <= len(pieces) <= _MOST_PIECES:
        return None
    left, right = min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)
    blocks = [(x0, x1, y0, y1) for x0, y0, x1, y1 in obstacles if band.y0 <= y0 <= band.y1]
    best: tuple[int, float, float, float] | None = None
    x = left + 0.2 * (right - left)
    while x < right - 0.2 * (right - left):
        for stretch in _clear(pieces, blocks, x):
            found = _columns(stretch, x)
            if found and (best is None or found[0] > best[0]):
                best = found
        x += max(_STEP, (right - left) / _MOST_STEPS)
    return best[1:] if best else None


def _pieces(words: Sequence[Word]) -> list[_Piece]:
    out: list[_Piece] = []
    for line in lines_of(0, words):
        run = [line.words[0]]
        for word in line.words[1:]:
            wide = word.x0 - run[-1].x1 > max(0.8 * line.size, _GUTTER)
            if wide and not (len(run) == 1 and mark(f"{run[0].text} X")):
                out.append(_piece(run, line.y))
                run = []
            run.append(word)
        out.append(_piece(run, line.y))
    return out


def _piece(words: Sequence[Word], y: float) -> _Piece:
    return _Piece(words[0].x0, words[-1].x1, y, sum(len(word.text) + 1 for word in words), min(word.order for word in words))


def _clear(pieces: Sequence[_Piece], blocks: Sequence[tuple[float, float, float, float]], x: float) -> Iterator[list[_Piece]]:
    """Stretches of pieces, from top to bottom, without any that crosses x."""
    walls = sorted([piece.y for piece in pieces if piece.x0 < x < piece.x1] + [y0 for x0, x1, y0, _ in blocks if x0 < x < x1])
    stretch: list[_Piece] = []
    at = 0
    for piece in pieces:
        while at < len(walls) and walls[at] <= piece.y:
            at += 1
            if len(stretch) >= 2 * _FEWEST_LINES:
                yield stretch
            stretch = []
        if not piece.x0 < x < piece.x1:
            stretch.append(piece)
    if len(stretch) >= 2 * _FEWEST_LINES:
        yield stretch


def _columns(stretch: Sequence[_Piece], x: float) -> tuple[int, float, float, float] | None:
    """Whether the pieces left and right of x are columns of prose; how many, the middle of the gutter, first and last y."""
    stretch = _without_tail(stretch, x)
    left, right = [piece for piece in stretch if piece.x1 <= x], [piece for piece in stretch if piece.x0 >= x]
    if min(len(left), len(right)) < _FEWEST_LINES:
        return None
    start, end = max(piece.x1 for piece in left), min(piece.x0 for piece in right)
    if end - start < _GUTTER or not _read_in_turn(left, right):
        return None
    if not (_is_prose(left) or _is_prose(right)) or min(map(_usual_letters, (left, right))) < _FEWEST_LETTERS:
        return None
    ys = [piece.y for piece in stretch]
    return len(stretch), (start + end) / 2, min(ys) - 0.5, max(ys) + 0.5


def _without_tail(stretch: Sequence[_Piece], x: float) -> Sequence[_Piece]:
    """The pieces without short lines at the left end that the file gives behind the right column: text below both."""
    latest = max((piece.order for piece in stretch if piece.x0 >= x), default=0)
    end = len(stretch)
    while end and stretch[end - 1].x1 <= x and stretch[end - 1].order > latest:
        end -= 1
    return stretch[:end]


def _is_prose(pieces: Sequence[_Piece]) -> bool:
    """Lines of some length that mostly start at the same place, and mostly fill their column."""
    edge = min(piece.x0 for piece in pieces)
    width = max(piece.x1 for piece in pieces) - edge
    aligned = sum(1 for piece in pieces if piece.x0 - edge <= _SAME)
    return (
        _usual_letters(pieces) >= _MANY_LETTERS
        and aligned >= 0.5 * len(pieces)
        and median(piece.x1 - piece.x0 for piece in pieces) >= 0.55 * width
    )


def _usual_letters(pieces: Sequence[_Piece]) -> float:
    return median(piece.letters for piece in pieces)


def _read_in_turn(left: Sequence[_Piece], right: Sequence[_Piece]) -> bool:
    """The file gives one side wholly before the other; a table is given row by row."""
    last = sorted(piece.order for piece in left)[int(0.95 * (len(left) - 1))]
    first = sorted(piece.order for piece in right)[int(0.05 * (len(right) - 1))]
    return last < first

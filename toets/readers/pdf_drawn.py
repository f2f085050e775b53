"""What is drawn on a PDF page beside text: ruling lines and pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from toets.readers.pdf_words import Frame

_MOST_OBJECTS: Final = 50_000
_MOST_LINES: Final = 4_000
_DEEPEST: Final = 8
_THIN: Final = 3.0
_WHITE: Final = 250
_LINE_TO, _MOVE_TO = pdfium.FPDF_SEGMENT_LINETO, pdfium.FPDF_SEGMENT_MOVETO

Matrix = tuple[float, float, float, float, float, float]
_SAME: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Rule(NamedTuple):
    """A straight line, horizontal (`at` is y) or vertical (`at` is x), from `start` to `end`; in points of the upright page.

    `edge`: it isn't drawn itself, but is where a coloured area ends.
    """

    at: float
    start: float
    end: float
    edge: bool = False


class Picture(NamedTuple):
    """The box of a picture on the upright page."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def area(self) -> float:
        """Square points."""
        return max(self.x1 - self.x0, 0.0) * max(self.y1 - self.y0, 0.0)


@dataclass(slots=True)
class Drawn:
    """The lines and pictures of a page; `shapes` counts everything drawn that isn't text or a picture."""

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    shapes: int = 0


class DrawingReader:
    """Reads what is drawn on pages; one for a document, so that C buffers are made once."""

    def __init__(self) -> None:
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._fill, self._stroke = ctypes.c_int(), ctypes.c_int()
        self._colour = tuple(ctypes.c_uint() for _ in range(4))
        self._bounds = tuple(ctypes.c_float() for _ in range(4))
        self._matrix = pdfium.FS_MATRIX()

    def read(self, page: Any, frame: Frame) -> Drawn:
        """The drawing of a page. A page with very many lines is a map or a plan: then its lines are left out."""
        drawn = Drawn()
        for thing, matrix, seen in self._things(page):
            kind = pdfium.FPDFPageObj_GetType(thing)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                drawn.shapes += 1
                self._path(thing, matrix, frame, drawn)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._picture(thing, matrix, frame, drawn)
            elif kind == pdfium.FPDF_PAGEOBJ_SHADING:
                drawn.shapes += 1
            if len(drawn.across) + len(drawn.down) > _MOST_LINES or seen > _MOST_OBJECTS:
                drawn.across, drawn.down = [], []
                break
        return drawn

    def _things(self, page: Any) -> Iterator[tuple[Any, Matrix, int]]:
        """All objects of the page, those in forms included, with the matrix of the form and a running count."""
        seen = 0
        waiting = [(page, _SAME, 0)]
        while waiting:
            holder, matrix, depth = waiting.pop()
            count_of, at = (
                (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject)
                if depth
                else (pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)
            )
            for index in range(min(count_of(holder), _MOST_OBJECTS)):
                thing = at(holder, index)
                seen += 1
                if not thing:
                    continue
                if pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                    waiting.append((thing, _times(self._own(thing), matrix), depth + 1))
                yield thing, matrix, seen

    def _own(self, thing: Any) -> Matrix:
        m = self._matrix
        if not pdfium.FPDFPageObj_GetMatrix(thing, m):
            return _SAME
        return (m.a, m.b, m.c, m.d, m.e, m.f)

    def _path(self, thing: Any, outer: Matrix, frame: Frame, drawn: Drawn) -> None:
        pdfium.FPDFPath_GetDrawMode(thing, self._fill, self._stroke)
        stroked, filled = bool(self._stroke.value), bool(self._fill.value)
        if not stroked and (not filled or self._is_white(thing)):
            return
        matrix = _times(self._own(thing), outer)
        for points in self._strokes(thing, matrix, frame):
            box = _box(points)
            thin = min(box.x1 - box.x0, box.y1 - box.y0) < _THIN
            if filled and not stroked and thin:
                _add_bar(box, drawn)
            else:
                _add_lines(points if stroked else [*points, points[0]], drawn, edge=not stroked)

    def _strokes(self, thing: Any, matrix: Matrix, frame: Frame) -> Iterator[list[tuple[float, float]]]:
        """The parts of a path as points; curves are left out, and end a part."""
        points: list[tuple[float, float]] = []
        for index in range(min(pdfium.FPDFPath_CountSegments(thing), _MOST_LINES)):
            segment = pdfium.FPDFPath_GetPathSegment(thing, index)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind != _LINE_TO and points:
                if len(points) > 1:
                    yield points
                points = []
            pdfium.FPDFPathSegment_GetPoint(segment, self._x, self._y)
            points.append(frame.place(*_apply(matrix, self._x.value, self._y.value)))
            if kind == _LINE_TO and pdfium.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if len(points) > 1:
            yield points

    def _is_white(self, thing: Any) -> bool:
        red, green, blue, alpha = self._colour
        if not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha):
            return False
        return min(red.value, green.value, blue.value) >= _WHITE or alpha.value == 0

    def _picture(self, thing: Any, outer: Matrix, frame: Frame, drawn: Drawn) -> None:
        left, bottom, right, top = self._bounds
        if pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
            corners = [_apply(outer, left.value, bottom.value), _apply(outer, right.value, top.value)]
            drawn.pictures.append(Picture(*_box([frame.place(*corner) for corner in corners])))


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _box(points: list[tuple[float, float]]) -> Picture:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Picture(min(xs), min(ys), max(xs), max(ys))


def _add_bar(box: Picture, drawn: Drawn) -> None:
    """A thin filled box is how many programs draw a line."""
    if box.x1 - box.x0 >= box.y1 - box.y0:
        drawn.across.append(Rule((box.y0 + box.y1) / 2, box.x0, box.x1))
    else:
        drawn.down.append(Rule((box.x0 + box.x1) / 2, box.y0, box.y1))


def _add_lines(points: list[tuple[float, float]], drawn: Drawn, *, edge: bool) -> None:
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(y1 - y0) < 1.0 <= abs(x1 - x0):
            drawn.across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1), edge))
        elif abs(x1 - x0) < 1.0 <= abs(y1 - y0):
            drawn.down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1), edge))

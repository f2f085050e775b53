"""From the content of an ODF paragraph to one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from toets.readers.docx_symbols import clean
from toets.readers.docx_xml import Element, number
from toets.readers.line import Draft, Line, Mark, Piece, Shown, Spot
from toets.readers.odt_styles import OdtStyle, OdtStyles
from toets.readers.odt_xml import DRAW, OFFICE, SVG, TABLE, TEXT, XLINK, centimetres
from toets.readers.pictures import SMALLEST, description, picture

_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_LONGEST: Final = 1_000  # spaces that one element may stand for
_TOLD: Final = 500
# Elements inside a paragraph that show nothing, or something of their own.
_SILENT: Final = frozenset({OFFICE + "event-listeners", SVG + "title", SVG + "desc"}).union(
    TEXT + tag for tag in ("ruby-text", "script", "note-citation", "toc-mark", "alphabetical-index-mark", "user-index-mark")
)
_SHAPES: Final = frozenset(
    DRAW + tag for tag in ("frame", "g", "a", "custom-shape", "rect", "ellipse", "circle", "polygon", "path", "caption")
)
_TEXTS: Final = frozenset({TEXT + "p", TEXT + "h", TEXT + "list", TABLE + "table"})


@dataclass(slots=True)
class Changes:
    """Tracked changes of a file. With `original`, what was inserted is passed over and what was deleted is read."""

    original: bool
    inserted: frozenset[str] = frozenset()
    deleted: dict[str, Element] = field(default_factory=dict)
    inside: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)

    def step(self, mark: Element) -> Element | None:
        """Takes a mark in the text; gives the deleted text that stands here, once, if that is to be read."""
        key = mark.get(TEXT + "change-id") or ""
        if mark.tag == TEXT + "change-start" and self.original and key in self.inserted:
            self.inside.add(key)
        elif mark.tag == TEXT + "change-end":
            self.inside.discard(key)
        if not self.original or mark.tag != TEXT + "change" or key in self.given:
            return None
        self.given.add(key)
        return self.deleted.get(key)


@dataclass(slots=True)
class OdtInline:
    """Reads paragraphs one after another. Notes and comments are kept under the keys that the lines name."""

    styles: OdtStyles
    changes: Changes
    depth: int
    smallest: float = SMALLEST
    notes: dict[tuple[str, str], Element] = field(default_factory=dict)
    comments: dict[str, Element] = field(default_factory=dict)
    _draft: Draft = field(default_factory=Draft)
    _after_blank: bool = True

    def read(self, paragraph: Element, style: OdtStyle) -> Line:
        """The line that a text:p or text:h shows."""
        self._draft, self._after_blank = Draft(), True
        self._inside(paragraph, style, self.depth)
        return self._draft.line()

    def read_shapes(self, parent: Element) -> Line:
        """The line of a shape that stands between paragraphs: no text, only what hangs on it."""
        self._draft = Draft()
        self._shape(parent)
        return self._draft.line()

    def _inside(self, element: Element, look: OdtStyle, depth: int) -> None:
        self._write(_BLANKS.sub(" ", element.text or ""), look)
        for child in element:
            if depth > 0:
                self._child(child, look, depth)
            else:
                self._draft.unread.append(Spot("tekst die te diep in andere onderdelen zit", self._draft.length))
            self._write(_BLANKS.sub(" ", child.tail or ""), look)

    def _child(self, child: Element, look: OdtStyle, depth: int) -> None:
        tag = child.tag
        if tag == TEXT + "span":
            self._inside(child, self.styles.letters(child.get(TEXT + "style-name") or "", look), depth - 1)
        elif tag == TEXT + "s":
            count = number(child.get(TEXT + "c") or "", 1) or 1
            self._exact(" " * min(max(count, 1), _LONGEST), look)
        elif tag in (TEXT + "tab", TEXT + "line-break"):
            self._exact("\t" if tag == TEXT + "tab" else "\n", look)
        elif tag in _SHAPES:
            self._shape(child)
        elif tag == TEXT + "note":
            self._note(child)
        elif tag in (OFFICE + "annotation", OFFICE + "annotation-end"):
            self._comment(child)
        elif tag.startswith(TEXT + "change"):
            self._deleted(self.changes.step(child), look, depth)
        elif tag == TEXT + "placeholder":
            start = self._draft.length
            self._inside(child, look, depth - 1)
            self._draft.unfilled.append((start, self._draft.length))
        elif tag not in _SILENT and child.get(TEXT + "is-hidden") != "true":
            self._inside(child, look, depth - 1)

    def _deleted(self, deleted: Element | None, look: OdtStyle, depth: int) -> None:
        for place, paragraph in enumerate(() if deleted is None else deleted.iter(TEXT + "p", TEXT + "h")):
            if place:
                self._exact("\n", look)
            self._inside(paragraph, look, depth - 1)

    def _write(self, text: str, look: OdtStyle) -> None:
        """Text of the file, in which blanks in a row, also from one element to the next, count as one."""
        if self._after_blank and text.startswith(" "):
            text = text[1:]
        if text:
            self._after_blank = text.endswith(" ")
            self._add(text, look)

    def _exact(self, text: str, look: OdtStyle) -> None:
        self._after_blank = False
        self._add(text, look)

    def _add(self, text: str, look: OdtStyle) -> None:
        if not look.hidden and not self.changes.inside:
            self._draft.add(Piece(clean(text), look.bold, look.caps, look.size, look.underlined))

    def _note(self, note: Element) -> None:
        body = note.find(TEXT + "note-body")
        if body is None or self.changes.inside:
            return
        sort = "endnote" if note.get(TEXT + "note-class") == "endnote" else "footnote"
        citation = note.find(TEXT + "note-citation")
        shown = "" if citation is None else clean(citation.text or "").strip()[:20]
        key = (sort, f"{len(self.notes)} {shown}")
        self.notes[key] = body
        self._draft.notes.append(key)

    def _comment(self, mark: Element) -> None:
        key = mark.get(OFFICE + "name") or f"comment {len(self.comments)}"
        opens = mark.tag == OFFICE + "annotation"
        if opens:
            self.comments.setdefault(key, mark)
        named = bool(mark.get(OFFICE + "name"))
        self._draft.marks.append(Mark(key, self._draft.length, opens=opens and named))

    def _shape(self, shape: Element) -> None:
        """A text box or shape with text is kept to be read; a picture or object that can't be read is told."""
        if self.changes.inside:
            return
        parts = tuple(_parts(shape, self.depth))
        boxes = [part for part in parts if _holds_text(part)]
        self._draft.boxes += boxes
        what = "" if boxes else _unread(parts, self.smallest)
        if not boxes and any(part.tag == DRAW + "image" for part in parts):
            self._draft.pictures.append(Shown(_told(parts), False, *_size(parts), self._draft.length))
        if what:
            self._draft.unread.append(Spot(what, self._draft.length))


def _parts(shape: Element, depth: int) -> Iterator[Element]:
    """A shape and what it is made of; what holds text is given, but not entered."""
    yield shape
    if depth > 0 and not _holds_text(shape):
        for child in shape:
            yield from _parts(child, depth - 1)


def _holds_text(shape: Element) -> bool:
    return any(child.tag in _TEXTS for child in shape)


def _unread(parts: tuple[Element, ...], smallest: float) -> str:
    words = _told(parts)
    tags = {part.tag for part in parts}
    if tags & {DRAW + "object", DRAW + "object-ole"}:
        return f"ingesloten object{description(words)}"
    images = [part for part in parts if part.tag == DRAW + "image"]
    if not images:
        return ""
    width, height = _size(parts)
    linked = any("://" in (image.get(XLINK + "href") or "") for image in images)
    return picture(width, height, description(words), linked=linked, smallest=smallest)


def _told(parts: tuple[Element, ...]) -> str:
    """What the writer says that a picture shows."""
    told = (part.text or "" for part in parts if part.tag in (SVG + "desc", SVG + "title"))
    return next((" ".join(clean(words).split())[:_TOLD] for words in told if words.strip()), "")


def _size(parts: tuple[Element, ...]) -> tuple[float, float]:
    frames = (part for part in parts if part.tag == DRAW + "frame")
    return next(((centimetres(frame.get(SVG + "width")), centimetres(frame.get(SVG + "height"))) for frame in frames), (0.0, 0.0))


def hides_paragraph(paragraph: Element) -> bool:
    """Whether a field in it hides the whole paragraph."""
    return any(each.get(TEXT + "is-hidden") == "true" for each in paragraph.iter(TEXT + "hidden-paragraph"))

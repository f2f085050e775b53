"""Takes everything from the pages of an open PDF that the rest of the reader needs, within its limits of size and time."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from toets.model.document import Location, Remark, Unread
from toets.model.reading import Limits
from toets.readers.pdf_around import NoteReader
from toets.readers.pdf_drawn import DrawingReader, Drawn
from toets.readers.pdf_tree import Node, TreeReader
from toets.readers.pdf_words import Frame, PageText, TextReader

_MOST_CHARACTERS: Final = 200_000
_SHAPES_OF_TEXT: Final = 60  # letters drawn as outlines give at least so many shapes
_SCANNED: Final = 0.1

_Readers = tuple[TextReader, DrawingReader, NoteReader, TreeReader | None]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its text and drawing; `number` counts from 1. `why` tells why it could not be read, "" if it could."""

    number: int
    text: PageText
    drawn: Drawn
    why: str = ""
    filled: bool = False

    @property
    def is_picture(self) -> bool:
        """Something is shown, but no text: a scan, letters drawn as outlines, or letters that can't be told."""
        if self.text.garbled:
            return True
        if self.text.words or self.text.aside:
            return False
        width, height = self.text.frame.size
        shown = sum(picture.area for picture in self.drawn.pictures)
        return shown > _SCANNED * width * height or self.drawn.shapes >= _SHAPES_OF_TEXT


@dataclass(slots=True)
class Pages:
    """The pages of a document, with its tag tree (None without one) and the notes on it."""

    pages: list[Page] = field(default_factory=list)
    tree: Node | None = None
    remarks: list[Remark] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def read_pages(document: Any, limits: Limits, only: Collection[int] = ()) -> Pages:
    """All pages of the document (or only those with these numbers, from 1).

    A page that can't be read or takes too long is named in `unread`; when the time for the document is over, so are the rest.
    """
    out = Pages()
    tree = TreeReader() if pdfium.FPDFCatalog_IsTagged(document.raw) else None
    readers = (TextReader(), DrawingReader(), NoteReader(_form(document)), tree)
    started = time.monotonic()
    for number in only or range(1, len(document) + 1):
        if time.monotonic() - started > limits.seconds:
            out.unread.append(Unread(f"de bladzijden vanaf {number}: het lezen duurde te lang", Location(page=number)))
            break
        page = _read_page(document, number, readers, limits, out)
        out.pages.append(page)
        if page.why:
            out.unread.append(Unread(f"bladzijde {number}: {page.why}", Location(page=number)))
    if tree is not None and tree.whole and tree.root.kids:
        out.tree = tree.root
    return out


def _form(document: Any) -> Any:
    if pdfium.FPDF_GetFormType(document.raw) == pdfium.FORMTYPE_NONE:
        return None
    document.init_forms()
    return document.formenv.raw if document.formenv else None


def _read_page(document: Any, number: int, readers: _Readers, limits: Limits, out: Pages) -> Page:
    started = time.monotonic()
    nothing = PageText((), (), Frame(0.0, 0.0, 595.0, 842.0, 0))
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return Page(number, nothing, Drawn(), "is beschadigd en niet gelezen")
    try:
        read = _contents(page, number, readers, out)
    except pypdfium2.PdfiumError:
        return Page(number, nothing, Drawn(), "is beschadigd en niet gelezen")
    finally:
        page.close()
    if read is None:
        return Page(number, nothing, Drawn(), "bevat te veel tekst om te lezen")
    if time.monotonic() - started > limits.page_seconds:
        return Page(number, nothing, Drawn(), "het lezen duurde te lang")
    return read


def _contents(page: Any, number: int, readers: _Readers, out: Pages) -> Page | None:
    texts, drawings, notes, tree = readers
    textpage = page.get_textpage()
    try:
        text = texts.read(textpage.raw, _frame(page), _MOST_CHARACTERS)
    finally:
        textpage.close()
    if text is None:
        return None
    drawn = drawings.read(page.raw, text.frame)
    if tree is not None:
        tree.add(page.raw, number)
    words, remarks = notes.read(page.raw, number, text.frame)
    out.remarks += remarks
    if words:
        text = replace(text, words=(*text.words, *words))
    return Page(number, text, drawn, filled=bool(words))


def _frame(page: Any) -> Frame:
    """The visible part of the page; a box without size is that of A4."""
    left, bottom, right, top = page.get_cropbox()
    turns = page.get_rotation() // 90 % 4
    if right - left < 1 or top - bottom < 1:
        left, bottom, right, top = 0.0, 0.0, 595.0, 842.0
    return Frame(left, bottom, right, top, turns)

"""The original PDF with the findings as highlights and notes, added behind the file as it was."""

from __future__ import annotations

import io
import logging
from collections.abc import Mapping, Sequence

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, TextStringObject

from toets.errors import AnnotateError
from toets.model.document import Block
from toets.model.note import AUTHOR
from toets.model.pdfmap import Box, PlacedPage
from toets.model.rule import Severity
from toets.reports.annotate_notes import Note
from toets.reports.annotate_pdf_places import Finder, Stripes

_COLORS: Mapping[Severity, tuple[float, float, float]] = {
    Severity.BLOCKING: (1.0, 0.72, 0.68),
    Severity.ATTENTION: (1.0, 0.9, 0.45),
    Severity.ADVICE: (0.75, 0.88, 1.0),
}
_PRINTED = 4
_ICON, _MARGIN, _STEP = 18.0, 6.0, 22.0
_SLACK = 0.5
_SIGNED = 1


def annotated_pdf(data: bytes, pages: Sequence[PlacedPage], notes: Sequence[Note], blocks: Mapping[int, Block]) -> bytes:
    """A copy of a PDF with a highlight for each note, which holds its text; else a sign beside the page.

    The copy starts with the bytes of the file itself: only what is added stands behind them. Without notes it equals the file.
    The same input gives the same bytes. Raises AnnotateError when the file is signed, locked or too damaged to add to.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it thinks of a file is no news for the user
    try:
        reader = PdfReader(io.BytesIO(data))
        _refuse_closed(reader, data)
        if not notes:
            return data
        writer = PdfWriter(io.BytesIO(data), incremental=True)
        _add(writer, pages, notes, blocks)
        out = io.BytesIO()
        writer.write(out)
    except (
        PyPdfError,
        NotImplementedError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        AssertionError,
        RecursionError,
    ) as error:
        raise AnnotateError(
            "de pdf is zo opgebouwd dat er geen opmerkingen in een kopie kunnen worden gezet, en is met rust gelaten."
        ) from error
    return out.getvalue()


def _refuse_closed(reader: PdfReader, data: bytes) -> None:
    if reader.is_encrypted:
        raise AnnotateError("de pdf is beveiligd tegen wijzigen, en is met rust gelaten.")
    root = reader.root_object
    form = root.get("/AcroForm")
    flags = form.get_object().get("/SigFlags", 0) if form is not None else 0
    if int(flags or 0) & _SIGNED or "/Perms" in root or b"/ByteRange" in data:
        raise AnnotateError("de pdf is ondertekend: een opmerking erin zou de handtekening breken. Hij is met rust gelaten.")


def _add(writer: PdfWriter, pages: Sequence[PlacedPage], notes: Sequence[Note], blocks: Mapping[int, Block]) -> None:
    finder = Finder(pages)
    aside: dict[int, int] = {}
    colored: dict[int, list[Box]] = {}
    for number, note in enumerate(notes, 1):
        block = blocks[note.anchor.block]
        found = finder.find(block, note.anchor.start, note.anchor.end)
        for part, stripes in enumerate(found):
            name = f"toets-{number}" + (f"-{part + 1}" if part else "")
            made = _highlight(note, stripes, name)
            over = colored.setdefault(stripes.page, [])
            if all(any(_inside(box, other) for other in over) for box in stripes.boxes):
                made[NameObject("/CA")] = FloatObject(0)
            over.extend(stripes.boxes)
            writer.add_annotation(stripes.page - 1, made)
        if not found:
            page = block.page or 1
            count = aside[page] = aside.get(page, 0) + 1
            writer.add_annotation(page - 1, _beside(note, pages[page - 1], count, f"toets-{number}"))


def _highlight(note: Note, stripes: Stripes, name: str) -> DictionaryObject:
    """Rectangles over words; of each the corners above left and right, then below left and right."""
    quads: list[float] = []
    for box in stripes.boxes:
        quads += [box.x0, box.y1, box.x1, box.y1, box.x0, box.y0, box.x1, box.y0]
    around = (
        min(box.x0 for box in stripes.boxes),
        min(box.y0 for box in stripes.boxes),
        max(box.x1 for box in stripes.boxes),
        max(box.y1 for box in stripes.boxes),
    )
    made = _annotation("/Highlight", note, around, name)
    made[NameObject("/QuadPoints")] = _numbers(quads)
    return made


def _inside(box: Box, other: Box) -> bool:
    """Whether words have a colour already.

    Of several notes at one place the heaviest comes first and gives the colour: more on top of each other would make the words
    unreadable. The others are in the list of comments.
    """
    return (
        other.x0 - _SLACK <= box.x0
        and other.y0 - _SLACK <= box.y0
        and box.x1 <= other.x1 + _SLACK
        and box.y1 <= other.y1 + _SLACK
    )


def _beside(note: Note, page: PlacedPage, count: int, name: str) -> DictionaryObject:
    """A sign in the right margin, the first at the top."""
    x, y = page.visible.x1 - _MARGIN - _ICON, page.visible.y1 - _MARGIN - count * _STEP
    made = _annotation("/Text", note, (x, y, x + _ICON, y + _ICON), name)
    made[NameObject("/Name")] = NameObject("/Comment")
    return made


def _annotation(sort: str, note: Note, around: tuple[float, float, float, float], name: str) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(sort),
            NameObject("/Rect"): _numbers(around),
            NameObject("/Contents"): TextStringObject(note.text),
            NameObject("/T"): TextStringObject(AUTHOR),
            NameObject("/NM"): TextStringObject(name),
            NameObject("/C"): _numbers(_COLORS[note.severity]),
            NameObject("/F"): NumberObject(_PRINTED),
        }
    )


def _numbers(values: Sequence[float]) -> ArrayObject:
    return ArrayObject([FloatObject(round(value, 2)) for value in values])

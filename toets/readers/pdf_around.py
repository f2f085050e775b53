"""What a PDF holds beside the content of its pages: filled-in form fields, notes, enclosed files, properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import pypdfium2.raw as pdfium

from toets.model.document import Location, Remark, Unread
from toets.readers.pdf_strings import string
from toets.readers.pdf_words import Frame, Word
from toets.readers.plain_blocks import clean

_MOST_NOTES: Final = 2_000
_LONGEST_NAME: Final = 200
_FIRST_ORDER: Final = 10_000_000  # words of form fields come after all others of their page
_TEXTS: Final = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
_BOXES: Final = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
_PROPERTIES: Final = (
    ("title", "Title"),
    ("subject", "Subject"),
    ("author", "Author"),
    ("created", "CreationDate"),
    ("modified", "ModDate"),
)
_SILENT: Final = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)


def properties(document: Any) -> Mapping[str, str]:
    """What the file says about itself."""
    found = document.get_metadata_dict(skip_empty=True)
    texts = {ours: clean(found.get(theirs, ""))[:_LONGEST_NAME] for ours, theirs in _PROPERTIES}
    texts["language"] = clean(string(pdfium.FPDFCatalog_GetLanguage, document.raw))[:_LONGEST_NAME]
    return {name: text for name, text in texts.items() if text}


def enclosed(document: Any) -> list[Unread]:
    """The files that are enclosed in the document."""
    out = []
    for index in range(min(document.count_attachments(), 100)):
        name = clean(document.get_attachment(index).get_name())[:_LONGEST_NAME]
        out.append(Unread(f"ingesloten bestand {name}".strip(), Location()))
    return out


class NoteReader:
    """Reads what lies on top of pages; `form` is PDFium's form environment, None when the document has no form."""

    def __init__(self, form: Any) -> None:
        self._form = form
        self._box = pdfium.FS_RECTF()
        self._seen = 0

    def read(self, page: Any, number: int, frame: Frame) -> tuple[list[Word], list[Remark]]:
        """The words in the form fields of a page, and the notes that people put on it."""
        words: list[Word] = []
        remarks: list[Remark] = []
        for note in self._notes(page):
            kind = pdfium.FPDFAnnot_GetSubtype(note)
            if kind == pdfium.FPDF_ANNOT_WIDGET and self._form is not None:
                words += self._field(note, frame, _FIRST_ORDER + 1000 * self._seen)
            elif kind not in _SILENT:
                text = clean(string(pdfium.FPDFAnnot_GetStringValue, note, b"Contents"))
                author = clean(string(pdfium.FPDFAnnot_GetStringValue, note, b"T"))[:_LONGEST_NAME]
                remarks += [Remark(author, text, Location(page=number))] if text else []
        return words, remarks

    def _notes(self, page: Any) -> Iterator[Any]:
        for index in range(max(pdfium.FPDFPage_GetAnnotCount(page), 0)):
            self._seen += 1
            if self._seen > _MOST_NOTES:
                return
            note = pdfium.FPDFPage_GetAnnot(page, index)
            if note:
                try:
                    yield note
                finally:
                    pdfium.FPDFPage_CloseAnnot(note)

    def _field(self, note: Any, frame: Frame, order: int) -> list[Word]:
        kind = pdfium.FPDFAnnot_GetFormFieldType(self._form, note)
        if kind in _TEXTS:
            text = string(pdfium.FPDFAnnot_GetFormFieldValue, self._form, note)
        elif kind in _BOXES:
            text = "☒" if pdfium.FPDFAnnot_IsChecked(self._form, note) else "☐"
        else:
            return []
        if not pdfium.FPDFAnnot_GetRect(note, self._box):
            return []
        box = self._box
        (x0, y0), (x1, y1) = frame.place(box.left, box.bottom), frame.place(box.right, box.top)
        return _laid_out(text, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), order)


def _laid_out(text: str, x0: float, y0: float, x1: float, y1: float, order: int) -> list[Word]:
    """The lines of a field as words in its box; how wide they really are doesn't matter."""
    lines = [line.split() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.split()]
    out: list[Word] = []
    height = min((y1 - y0) / max(len(lines), 1), 14.0)
    for row, words in enumerate(lines):
        step = (x1 - x0) / max(sum(len(word) + 1 for word in words), 1)
        x = x0
        for word in words:
            y = y0 + height * (row + 0.75) if len(lines) > 1 else (y0 + y1) / 2 + 0.25 * height
            out.append(Word(word, x, x + step * len(word), y, 0.75 * height, False, order + len(out), -1, False, True))
            x += step * (len(word) + 1)
    return out

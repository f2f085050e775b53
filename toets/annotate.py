"""The original with the findings put in it: a copy of the Word file or PDF that was judged, with a note at each place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from toets.errors import AnnotateError
from toets.model.report import DocumentReport, DocumentStatus
from toets.readers import ReadOptions, pdf_places, word_map
from toets.reports.annotate_notes import Note, notes_of

_SUFFIXES = {"docx": (".docx", ".docm", ".dotx", ".dotm"), "pdf": (".pdf",)}


@dataclass(frozen=True, slots=True)
class Annotated:
    """A copy with notes: its bytes, the ending of its name ("docx"), and the notes that are in it."""

    data: bytes
    ending: str
    notes: tuple[Note, ...]


def annotate(report: DocumentReport, data: bytes, reading: ReadOptions | None = None) -> Annotated:
    """A copy of the document with a comment (Word) or a highlight with a note (PDF) for every finding.

    `data` are the bytes of the file that the report is about, `reading` the options it was read with. Raises AnnotateError,
    with a Dutch clause that says why, for a document that is left alone: another format, a signature, a lock.
    """
    document, options = report.document, reading or ReadOptions()
    if report.status is not DocumentStatus.JUDGED or document is None:
        raise AnnotateError("het document is niet beoordeeld.")
    form, notes = document.source.format, notes_of(report)
    if form not in _SUFFIXES:
        raise AnnotateError("opmerkingen in een kopie kunnen alleen in een Word-bestand (.docx) of een pdf.")
    if form == "docx":
        from toets.reports.annotate_docx import annotated_docx

        where = word_map(data, document.source.name, options)
        if where.signed:
            raise AnnotateError("het bestand is digitaal ondertekend: een opmerking erin zou de handtekening breken.")
        made = annotated_docx(data, where, notes)
    else:
        from toets.reports.annotate_pdf import annotated_pdf

        blocks = {block.index: block for block in document.source.walk()}
        made = annotated_pdf(data, pdf_places(data, document.source.name, options), notes, blocks)
    suffix = PurePath(document.source.name).suffix.lower()
    return Annotated(made, suffix[1:] if suffix in _SUFFIXES[form] else form, notes)

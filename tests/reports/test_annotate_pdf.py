"""Highlights in a copy of a PDF: over the very words, behind the file as it was."""

from __future__ import annotations

import io
import textwrap
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from tests.readers.pdf_build import Pdf
from toets.annotate import annotate
from toets.checker import Checker
from toets.errors import AnnotateError
from toets.model.document import Source
from toets.model.rule import Severity
from toets.readers import pdf_places, read_bytes
from toets.reports.annotate_notes import Note
from toets.reports.annotate_pdf import annotated_pdf
from toets.reports.annotate_places import Anchor, Spot

CORPUS = sorted((Path(__file__).parent.parent.parent / "corpus").glob("*/documenten/*.pdf"))
WORDS = "De gemeenteraad besluit een krediet van € 5.000 beschikbaar te stellen voor de herinrichting van het plein."


def note(block: int, start: int, end: int) -> Note:
    return Note("X-01", "X-01 (aandacht): Titel", Severity.ATTENTION, (("", "Bericht."),), Anchor(block, start, end, Spot.WORDS))


def made(*, rotate: int = 0) -> bytes:
    document = Pdf()
    page = document.page(rotate)
    page.text(71, 80, "Raadsvoorstel", 16, bold=True)
    end = page.paragraph(120, WORDS)
    page.paragraph(end + 20, "Een tweede alinea, met een eigen inhoud en een slot.")
    return document.bytes()


def annotated(data: bytes, words: str) -> tuple[bytes, Source]:
    source = read_bytes(data, "v.pdf")
    block = next(block for block in source.walk() if words in block.text)
    start = block.text.index(words)
    notes = [note(block.index, start, start + len(words))]
    return annotated_pdf(data, pdf_places(data, "v.pdf"), notes, {each.index: each for each in source.walk()}), source


def notes_on(page: Any) -> list[Any]:
    return list(page.get("/Annots", ()))


def highlights(data: bytes) -> list[tuple[int, DictionaryObject]]:
    return [
        (number, each.get_object())
        for number, page in enumerate(PdfReader(io.BytesIO(data)).pages)
        for each in notes_on(page)
        if each.get_object()["/Subtype"] == "/Highlight"
    ]


def under(data: bytes, page: int, highlight: DictionaryObject) -> str:
    """The text that PDFium finds in the rectangles of a highlight."""
    document = pypdfium2.PdfDocument(data)
    try:
        text: Any = document[page].get_textpage()
        quads = [float(each) for each in list(cast("ArrayObject", highlight["/QuadPoints"]))]
        lines = [quads[at : at + 8] for at in range(0, len(quads), 8)]
        return " ".join(
            text.get_text_bounded(min(q[::2]) - 0.5, min(q[1::2]) + 1.5, max(q[::2]) + 0.5, max(q[1::2]) - 1.5) for q in lines
        )
    finally:
        document.close()


def pictures(data: bytes) -> list[bytes]:
    """Every page as it looks without notes."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [bytes(page.render(scale=1, may_draw_forms=False, draw_annots=False).buffer) for page in document]
    finally:
        document.close()


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "words", ["een krediet van € 5.000", "gemeenteraad besluit een krediet van € 5.000 beschikbaar te stellen voor"]
)
def test_the_words_are_highlighted_and_the_page_looks_the_same(words: str, rotate: int) -> None:
    data = made(rotate=rotate)
    after, _ = annotated(data, words)
    ((page, highlight),) = highlights(after)
    assert under(data, page, highlight).split() == words.split()
    assert str(highlight["/T"]) == "toets"
    assert str(highlight["/Contents"]).splitlines() == ["X-01 (aandacht): Titel", "Bericht."]
    assert after.startswith(data)
    assert pictures(after) == pictures(data)


def test_of_several_notes_at_one_place_only_the_first_gives_a_colour() -> None:
    data = made()
    source = read_bytes(data, "v.pdf")
    block = next(block for block in source.walk() if WORDS in block.text)
    notes = [note(block.index, 0, 40), note(block.index, 0, 40), note(block.index, 3, 17), note(block.index, 50, 60)]
    after = annotated_pdf(data, pdf_places(data, "v.pdf"), notes, {each.index: each for each in source.walk()})
    assert [each.get("/CA", 1) for _, each in highlights(after)] == [1, 0, 0, 1]


def test_words_that_run_on_over_the_page_are_highlighted_on_both() -> None:
    document = Pdf()
    first, second = document.page(), document.page()
    for page, number in ((first, 1), (second, 2)):
        page.text(71, 40, "Gemeente Voorbeeld, raadsvoorstel")
        page.text(280, 820, f"{number} van 2")
    text = " ".join(f"Zin {number} van deze alinea gaat over iets dat de raad moet weten," for number in range(80))
    lines = textwrap.wrap(text, 68)
    for at, line in enumerate(lines):
        (first if at < 50 else second).text(71, 80 + 13.2 * (at % 50), line)
    data, words = document.bytes(), f"{lines[49]} {lines[50]}"
    after, _ = annotated(data, words)
    assert [page for page, _ in highlights(after)] == [0, 1]


def test_the_same_file_gives_the_same_bytes_and_no_notes_the_file() -> None:
    data = made()
    assert annotated(data, "krediet")[0] == annotated(data, "krediet")[0]
    assert annotated_pdf(data, pdf_places(data, "v.pdf"), [], {}) == data


def test_words_that_are_not_found_get_a_sign_beside_the_page() -> None:
    data = made()
    (page,) = pdf_places(data, "v.pdf")
    blocks = {each.index: each for each in read_bytes(data, "v.pdf").walk()}
    after = annotated_pdf(data, [replace(page, words=())], [note(0, 0, 5)], blocks)
    (sign,) = [each.get_object() for each in notes_on(PdfReader(io.BytesIO(after)).pages[0])]
    assert sign["/Subtype"] == "/Text"
    assert "Bericht." in sign["/Contents"]


def locked(data: bytes) -> bytes:
    writer = PdfWriter(io.BytesIO(data))
    writer.encrypt("", owner_password="geheim", algorithm="RC4-128")  # noqa: S106
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def signed(data: bytes) -> bytes:
    writer = PdfWriter(io.BytesIO(data))
    form = DictionaryObject({NameObject("/SigFlags"): NumberObject(3), NameObject("/Fields"): ArrayObject()})
    writer.root_object[NameObject("/AcroForm")] = form
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(("close", "why"), [(locked, "beveiligd"), (signed, "ondertekend")])
def test_a_pdf_that_is_locked_or_signed_is_left_alone(close: Any, why: str, checker: Checker) -> None:
    data = close(made())
    report = checker.check_bytes(data, "v.pdf")
    with pytest.raises(AnnotateError, match=why):
        annotate(report, data)


@pytest.mark.parametrize("path", CORPUS[::6], ids=lambda path: path.stem)
def test_pdfs_of_the_corpus_are_highlighted_at_the_words_and_read_as_before(path: Path, checker: Checker) -> None:
    data = path.read_bytes()
    report = checker.check(path)
    made = annotate(report, data)
    assert report.document is not None
    source = report.document.source
    texts = {block.index: block.text for block in source.walk()}
    found = highlights(made.data)
    names = {str(highlight["/NM"]).split("-")[1] for _, highlight in found}
    assert len(names) == len(made.notes)
    parts = Counter(str(each["/NM"]).split("-")[1] for _, each in found)
    whole = [(page, each) for page, each in found if parts[str(each["/NM"]).split("-")[1]] == 1]
    for page, each in whole:
        anchor = made.notes[int(str(each["/NM"]).split("-")[1]) - 1].anchor
        wanted = texts[anchor.block][anchor.start : anchor.end]
        seen = "".join(under(data, page, each).split())  # a word may be broken over two lines at its own hyphen
        assert sum(word in seen for word in wanted.split()) >= 0.8 * len(wanted.split())
    assert made.data.startswith(data)
    again = read_bytes(made.data, path.name)
    assert replace(again, sha256=source.sha256, beside=source.beside) == source

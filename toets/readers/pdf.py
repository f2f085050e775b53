"""PDF files with a text layer to a Source: by their tags if they have good ones, else by how they look."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Final

from toets.errors import ReadError
from toets.model.document import Location, Source, Unread
from toets.model.reading import ReadOptions
from toets.readers.pdf_around import enclosed, properties
from toets.readers.pdf_blocks import BlockMaker
from toets.readers.pdf_breaks import mark_page_breaks
from toets.readers.pdf_drafts import Draft
from toets.readers.pdf_flow import drafts_of, lines_in, usual_size
from toets.readers.pdf_furniture import Furniture, distinct, furniture
from toets.readers.pdf_lines import lines_of, words_known
from toets.readers.pdf_notes import note_numbers
from toets.readers.pdf_open import broken_streams, opened
from toets.readers.pdf_read import Page, Pages, read_pages
from toets.readers.pdf_tagged import tagged_drafts
from toets.readers.pdf_words import PageText
from toets.readers.pictures import picture
from toets.readers.plain_blocks import clean, indexed, within

_CENTIMETRE: Final = 72 / 2.54
_SAME_PLACE: Final = 3.0
_SCAN: Final = "een scan of afbeelding zonder tekst"
_GARBLED: Final = "letters waarvan de pdf niet vertelt welke het zijn"


def read_pdf(data: bytes, name: str, options: ReadOptions) -> Source:
    """The text of a PDF with all that stands around it.

    Raises ReadError when the file is locked, damaged, too large or has no text; smaller damage is told in `Source.unread`.
    With `options.ocr` pages without text are read by OCR.
    """
    broken = broken_streams(data, name, options.limits)
    with opened(data, name, options.limits) as document:
        read = read_pages(document, options.limits)
        about, files, count = properties(document), enclosed(document), len(document)
    scanned = [page for page in read.pages if page.is_picture]
    if scanned and options.ocr:
        from toets.readers.pdf_ocr import read_scans

        read, scanned = read_scans(data, name, read, [page.number for page in scanned], options), []
    _require_text(read, name, scanned, damaged=bool(broken or read.unread))
    unread = [*read.unread, *_unread_pictures(read.pages), *(_scan(page) for page in scanned), *files]
    if broken:
        unread.append(Unread("een beschadigd deel van de pdf: er kan tekst ontbreken", Location()))
    texts = [page.text for page in read.pages]
    around = furniture(texts)
    drafts, margins = _drafts(read, texts, around)
    lines = list(lines_in(drafts))
    mark_page_breaks(drafts, lines)
    rules = {page.number: page.drawn.across for page in read.pages}
    blocks = BlockMaker(words_known(lines), note_numbers(drafts), usual_size(lines), rules).blocks(drafts)
    within(blocks, name, options.limits)
    aside = (clean(text) for page in texts for text in page.aside)
    return Source(
        name=name,
        format="pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=indexed(blocks),
        pages=count,
        furniture=tuple(dict.fromkeys((*around.texts, *margins, *aside))),
        properties=_with_ocr(about, read.pages),
        remarks=tuple(read.remarks),
        unread=tuple(sorted(unread, key=lambda each: each.location.page or 0)),
    )


def _drafts(read: Pages, texts: Sequence[PageText], around: Furniture) -> tuple[list[Draft], tuple[str, ...]]:
    """The drafts by the tag tree if there is one that can be trusted, else by the layout of the pages.

    With them the text that the tags leave out: that belongs to the page, not to the document.
    """
    if read.tree is not None and not any(page.filled for page in read.pages):
        words = [
            [word for word in page.words if word.order not in taken] for page, taken in zip(texts, around.words, strict=True)
        ]
        drafts = tagged_drafts(read.tree, words)
        if drafts is not None:
            left_out = (
                clean(line.text) for page in words for line in lines_of(0, [word for word in page if word.mcid < 0])
            )  # fmt: skip
            return drafts, distinct(left_out)
    return drafts_of(texts, [page.drawn for page in read.pages], around), ()


def _require_text(read: Pages, name: str, scanned: Sequence[Page], *, damaged: bool) -> None:
    if any(page.text.words for page in read.pages):
        return
    if scanned:
        what = _GARBLED if scanned[0].text.garbled else "afbeeldingen van bladzijden (een scan)"
        raise ReadError(
            f"{name}: de pdf bevat geen leesbare tekst, alleen {what}. Toets het oorspronkelijke document, of laat de tekst "
            "herkennen met --ocr."
        )
    if read.unread:
        raise ReadError(f"{name}: de pdf kan niet worden gelezen: {read.unread[0].what}. Vraag een nieuw exemplaar.")
    if damaged:
        raise ReadError(f"{name}: de pdf is beschadigd: geen enkele bladzijde kon worden gelezen. Vraag een nieuw exemplaar.")
    raise ReadError(f"{name}: de pdf is leeg: de bladzijden bevatten geen tekst en geen afbeeldingen.")


def _with_ocr(about: Mapping[str, str], pages: Sequence[Page]) -> Mapping[str, str]:
    """The properties, with the pages whose text comes from OCR: signs in amounts are easily misread there."""
    numbers = ", ".join(str(page.number) for page in pages if page.text.recognised and page.text.words)
    return {**about, "ocr": numbers} if numbers else about


def _scan(page: Page) -> Unread:
    return Unread(f"bladzijde {page.number}: {_GARBLED if page.text.garbled else _SCAN}", Location(page=page.number))


def _unread_pictures(pages: Sequence[Page]) -> list[Unread]:
    """Pictures on pages with text that are large enough to hold text themselves; those that return are decoration."""
    places = [
        (page.number, round(each.x0 / _SAME_PLACE), round(each.y0 / _SAME_PLACE), each)
        for page in pages
        if page.text.words
        for each in page.drawn.pictures
    ]
    counts: dict[tuple[int, int], set[int]] = {}
    for number, x, y, _ in places:
        counts.setdefault((x, y), set()).add(number)
    out = []
    for number, x, y, each in places:
        what = picture((each.x1 - each.x0) / _CENTIMETRE, (each.y1 - each.y0) / _CENTIMETRE, "")
        if what and len(counts[(x, y)]) == 1:
            out.append(Unread(what, Location(page=number)))
    return out

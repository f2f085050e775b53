"""A report as a Word document: real styles and headings, marked table headers, Dutch, and the same bytes every time."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph as TextParagraph

from toets.model.report import Report
from toets.reports.book import book
from toets.reports.columns import fitted
from toets.reports.package import without_clock
from toets.reports.sheet import (
    Banner,
    Block,
    Book,
    Card,
    Chapter,
    Draft,
    Grid,
    Line,
    Listing,
    Paragraph,
    Quote,
    Sheet,
    Words,
    numeric,
)
from toets.reports.views import EVERYTHING, View
from toets.reports.word_styles import (
    COLORS,
    TABLE_GAP,
    TABLE_WIDTH,
    blank,
    bookmark,
    boxed,
    color,
    kept,
    linked,
    printed_width,
    shaded,
    table_of,
    unbroken_codes,
)
from toets.reports.words import unbroken

KEPT_QUOTES = 4


def to_word(report: Report, *, view: View = EVERYTHING) -> bytes:
    """The report as a .docx for a reader."""
    return document(book(report, view))


def document(made: Book) -> bytes:
    """A book as a .docx."""
    word = blank(made.title, footer=made.colophon[-1] if made.colophon else "")
    writer = Writer(word)
    for number, sheet in enumerate(made.sheets):
        writer.sheet(sheet, new_page=number > 0)
    for line in made.colophon:
        word.add_paragraph(line, style="Klein")
    return saved(word)


def saved(word: Word) -> bytes:
    """The bytes of a Word document."""
    for node in word.element.body.iter(qn("w:t")):
        node.text = unbroken(node.text or "")
    out = BytesIO()
    word.save(out)
    return without_clock(out.getvalue())


class Writer:
    """Places blocks in a Word document, one after the other."""

    def __init__(self, word: Word) -> None:
        self.word = word
        self._marks = 0
        self._styles = {style.name: style.style_id for style in word.styles}

    def sheet(self, sheet: Sheet, *, new_page: bool = False) -> None:
        """Place a whole sheet."""
        over = self._paragraph("Boven", sheet.over)
        over.paragraph_format.page_break_before = new_page or None
        self.title(sheet.title, anchor=sheet.anchor)
        for block in sheet.opening:
            self.block(block)
        for chapter in sheet.chapters:
            self._chapter(chapter, 1)

    def _chapter(self, chapter: Chapter, level: int) -> None:
        self._mark(self._paragraph(f"Heading {level}", chapter.title), chapter.anchor)
        for block in chapter.blocks:
            self.block(block, level + 1)
        for each in chapter.chapters:
            self._chapter(each, level + 1)

    def title(self, words: str, *, anchor: str = "", new_page: bool = False, style: str = "Title") -> None:
        """Place the title of what follows."""
        paragraph = self._paragraph(style, words)
        paragraph.paragraph_format.page_break_before = new_page or None
        self._mark(paragraph, anchor)

    def block(self, block: Block, level: int = 2) -> None:
        """Place one block; `level` is that of a heading in it."""
        match block:
            case Paragraph(line):
                self._line(self._paragraph("Klein" if line and line[-1].soft else "Normal"), line)
            case Listing():
                self._listing(block)
            case Banner():
                self._banner(block)
            case Draft(paragraphs):
                for words in paragraphs:
                    boxed(self._paragraph("Concept", words))
            case Grid():
                self._grid(block)
            case Card():
                self._card(block, level)

    def _listing(self, listing: Listing) -> None:
        if listing.columns > 1:
            self._line(self._paragraph("Normal"), _run_on(listing.items))
            return
        for number, item in enumerate(listing.items, 1):
            if listing.numbered:
                self._line(self._paragraph("Genummerd", f"{number}.\t"), item)
            else:
                self._line(self._paragraph("List Bullet"), item)

    def _banner(self, banner: Banner) -> None:
        title = self._paragraph("Advies", banner.title)
        for paragraph in (title, *(self._paragraph("Advies regel", line) for line in banner.lines)):
            shaded(paragraph, COLORS[banner.tone])
        paragraph.paragraph_format.space_after = Pt(8)

    def _card(self, card: Card, level: int) -> None:
        """A card stays on one page; one with many quotes may break between these."""
        label = self._paragraph("Bevinding label")
        color(label.add_run(f"{card.code} · {card.label}"), COLORS[card.tone])
        self._mark(self._paragraph(f"Bevinding {level}", card.title), card.anchor)
        head = [self._paragraph("Normal", card.message)]
        if card.missing:
            head.append(self._paragraph("Normal", f"Nog niet aangetroffen: {card.missing}."))
        quotes = [self._quote(quote) for quote in card.quotes]
        if card.more:
            quotes.append(self._paragraph("Citaat", card.more))
        tail = [self._repair(card.repair)] if card.repair else []
        if card.basis:
            tail.append(self._paragraph("Klein", card.basis))
        loose = quotes[1:-2] if len(quotes) > KEPT_QUOTES else []
        kept(each for each in (*head, *quotes, *tail)[:-1] if each not in loose)

    def _repair(self, words: str) -> Any:
        repair = self._paragraph("Normal")
        repair.add_run("Herstel: ").bold = True
        repair.add_run(words)
        return repair

    def _grid(self, grid: Grid) -> None:
        rows = (tuple((Words(cell),) for cell in grid.header), *grid.rows)
        numbers = numeric(grid)
        widths = fitted(grid, TABLE_WIDTH, printed_width, TABLE_GAP)
        table = table_of(self.word, len(rows), widths, grid.title, self._styles["Toets tabel"])
        for number, (cells, row) in enumerate(zip(table, rows, strict=True)):
            for cell, line, right in zip(cells, row, numbers, strict=True):
                paragraph = self._styled(cell.add_p(), "Tabeltekst" if number else "Tabelkop")
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if right else None
                self._line(paragraph, line)
        self._paragraph("Na tabel")

    def _quote(self, quote: Quote) -> Any:
        paragraph = self._paragraph("Citaat", f"“{quote.words}”")
        if quote.where:
            paragraph.add_run(f" ({quote.where})")
        if quote.says:
            paragraph.add_run(f": {quote.says}")
        return paragraph

    def _line(self, paragraph: Any, line: Line) -> None:
        for piece in line:
            if piece.link:
                linked(paragraph, piece.text, piece.link)
                continue
            run = unbroken_codes(paragraph.add_run(), piece.text)
            run.bold = piece.strong or None
            if piece.soft or piece.tone != "plain":
                color(run, COLORS[piece.tone])

    def _paragraph(self, style: str, text: str = "") -> Any:
        paragraph = self._styled(self.word.element.body.add_p(), style)
        if text:
            paragraph.add_run(text)
        return paragraph

    def _styled(self, element: Any, style: str) -> Any:
        """A paragraph with a style by its id: to look a style up by its name for every paragraph takes most of the time."""
        element.style = self._styles[style]
        return TextParagraph(element, self.word._body)

    def _mark(self, paragraph: Any, anchor: str) -> None:
        if anchor:
            self._marks += 1
            bookmark(paragraph, anchor, self._marks)


def _run_on(items: Sequence[Line]) -> Line:
    """Short items behind each other, as paper has no room for a line for each."""
    return tuple(piece for number, item in enumerate(items) for piece in (*((Words("; "),) if number else ()), *item))

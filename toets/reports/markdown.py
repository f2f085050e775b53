"""A report as Markdown, for an issue, a wiki or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.model.report import Report
from toets.reports.book import book
from toets.reports.sheet import Banner, Block, Book, Card, Chapter, Draft, Grid, Line, Listing, Paragraph, Quote, Sheet, numeric
from toets.reports.views import EVERYTHING, View
from toets.reports.words import one_line

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&]|^[-+](?=\s)|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s))")


def to_markdown(report: Report, *, view: View = EVERYTHING) -> str:
    """The report as Markdown (CommonMark with tables) for a reader; text of documents is escaped."""
    return text_of(book(report, view))


def text_of(made: Book) -> str:
    """A book as Markdown, a heading a sheet."""
    lines = [line for sheet in made.sheets for line in _sheet(sheet)]
    return "\n".join([*lines, "---", "", *(f"{plain(words)}  " for words in made.colophon)]).rstrip() + "\n"


def plain(text: str, *, length: int | None = None) -> str:
    """Text on one line, with every character that means something in Markdown escaped."""
    return _MARKS.sub(r"\\\1", one_line(text, length=length))


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield from (f"# {plain(sheet.title)}", "", plain(sheet.over), "")
    for block in sheet.opening:
        yield from _block(block, 2)
    for chapter in sheet.chapters:
        yield from _chapter(chapter, 2)


def _chapter(chapter: Chapter, level: int) -> Iterator[str]:
    yield from (f"{'#' * level} {plain(chapter.title)}", "")
    for block in chapter.blocks:
        yield from _block(block, level + 1)
    for each in chapter.chapters:
        yield from _chapter(each, level + 1)


def _block(block: Block, level: int) -> Iterator[str]:
    match block:
        case Paragraph(line):
            yield _line(line)
        case Listing(items, numbered=numbered):
            yield from (f"{f'{number}.' if numbered else '-'} {_line(item)}" for number, item in enumerate(items, 1))
        case Banner(title, lines):
            yield "\\\n".join((f"**{plain(title)}**", *map(plain, lines)))
        case Draft(paragraphs):
            yield from (f"> {plain(words)}  " for words in paragraphs)
        case Grid():
            yield from _grid(block)
        case Card():
            yield from _card(block, level)
    yield ""


def _grid(grid: Grid) -> Iterator[str]:
    yield f"| {' | '.join(map(plain, grid.header))} |"
    yield f"|{''.join(' ---: |' if right else ' --- |' for right in numeric(grid))}"
    yield from (f"| {' | '.join(map(_line, row))} |" for row in grid.rows)


def _card(card: Card, level: int) -> Iterator[str]:
    yield from (f"{'#' * level} {card.code} {plain(card.title)}", "")
    yield f"*{plain(card.label.capitalize())}.* {plain(card.message)}"
    rows = [f"- {_quote(quote)}" for quote in card.quotes]
    rows += [f"- {plain(card.more)}"] if card.more else []
    rows += [f"- **Nog niet aangetroffen:** {plain(card.missing)}"] if card.missing else []
    rows += [f"- **Herstel:** {plain(card.repair)}"] if card.repair else []
    rows += [f"- {plain(card.basis)}"] if card.basis else []
    yield from ("", *rows)


def _quote(quote: Quote) -> str:
    where = f" ({plain(quote.where)})" if quote.where else ""
    return f"“{plain(quote.words)}”{where}" + (f": {plain(quote.says)}" if quote.says else "")


def _line(line: Line) -> str:
    """A line; heavy words stay bold, links lead nowhere in plain Markdown and are words."""
    return "".join(_strong(one.text) if one.strong else _escaped(one.text) for one in line).strip()


def _strong(text: str) -> str:
    """Bold, with what stands around the words outside the marks: "; aandacht" is "; **aandacht**"."""
    bare = text.strip(" ;:,")
    return _escaped(text).replace(_escaped(bare), f"**{_escaped(bare)}**", 1) if bare else _escaped(text)


def _escaped(text: str) -> str:
    """Like plain, but spaces at the ends stay."""
    return f"{' ' * (text[:1] == ' ')}{plain(text)}{' ' * (len(text) > 1 and text[-1] == ' ')}"

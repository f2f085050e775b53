"""A book on the screen, for reports that have no terminal form of their own: wrapped text, tables, colours where they show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from toets.reports.columns import fitted
from toets.reports.console import NARROWEST, drawn, held, rule, said
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
    Tone,
    numeric,
)

GAP = 2

_STYLES = {Tone.PLAIN: "", Tone.BLOCKING: "red", Tone.ATTENTION: "yellow", Tone.ADVICE: "cyan", Tone.GOOD: "green"}


def to_screen(made: Book, *, width: int, color: bool) -> str:
    """A book as text of at most `width` columns; with `color` with terminal codes."""
    return drawn(_parts(made, width), width=width, color=color)


def _parts(made: Book, width: int) -> Iterator[RenderableType]:
    for number, sheet in enumerate(made.sheets):
        if number:
            yield rule(width)
        yield _sheet(sheet, max(width, NARROWEST))
    yield from (said(line, "dim") for line in made.colophon)


def _sheet(sheet: Sheet, width: int) -> RenderableType:
    parts: list[RenderableType] = [said(sheet.over, "dim"), said(sheet.title, "bold"), Text()]
    for block in sheet.opening:
        parts += [_block(block, width), Text()]
    return Group(*parts, *(_chapter(chapter, width, top=True) for chapter in sheet.chapters))


def _chapter(chapter: Chapter, width: int, *, top: bool) -> RenderableType:
    parts: list[RenderableType] = [Text(chapter.title.upper() if top else chapter.title, style="bold"), Text()]
    for block in chapter.blocks:
        parts += [_block(block, width), Text()]
    return Group(*parts, *(_chapter(each, width, top=False) for each in chapter.chapters))


def _block(block: Block, width: int) -> RenderableType:
    match block:
        case Paragraph(line):
            return _line(line)
        case Listing():
            return _listing(block)
        case Grid():
            return _grid(block, width)
        case Banner(title, lines, tone):
            return Group(said(title, f"bold {_STYLES[tone]}".strip()), *map(said, lines))
        case Draft(paragraphs):
            return Padding(Group(*map(said, paragraphs)), (0, 0, 0, 2))
        case Card():
            return _card(block)
    assert_never(block)


def _line(line: Line) -> Text:
    made = Text()
    for one in line:
        style = " ".join(part for part in ("bold" if one.strong else "", "dim" if one.soft else "", _STYLES[one.tone]) if part)
        made.append(held(one.text), style=style)
    return made


def _listing(listing: Listing) -> RenderableType:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for number, item in enumerate(listing.items, 1):
        table.add_row(f"{number}." if listing.numbered else "-", _line(item))
    return table


def _grid(grid: Grid, width: int) -> RenderableType:
    table = Table(box=None, padding=(0, GAP, 0, 0), header_style="bold")
    widths = fitted(grid, width, cell_len, GAP)
    for heading, part, right in zip(grid.header, widths, numeric(grid), strict=True):
        table.add_column(heading, overflow="fold", width=max(1, part - GAP), justify="right" if right else "left")
    for row in grid.rows:
        table.add_row(*map(_line, row))
    return table


def _card(card: Card) -> RenderableType:
    head = Text.assemble((card.code, f"bold {_STYLES[card.tone]}".strip()), "  ", (card.title, "bold"))
    head.append(f"  [{card.label}]", style="dim")
    lines = [card.message, *map(_quote, card.quotes), *((card.more,) if card.more else ())]
    if card.missing:
        lines.append(f"Nog niet aangetroffen: {card.missing}.")
    if card.repair:
        lines.append(f"Herstel: {card.repair}")
    if card.basis:
        lines.append(card.basis)
    return Group(head, Padding(Group(*map(said, lines)), (0, 0, 0, 2)))


def _quote(quote: Quote) -> str:
    where = f" ({quote.where})" if quote.where else ""
    return f"“{quote.words}”{where}" + (f": {quote.says}" if quote.says else "")

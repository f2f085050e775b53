"""A book on the screen, for reports that have no terminal form of their own: wrapped text, tables, colours where they show."""

from __future__ import annotations

from io import StringIO
from typing import assert_never

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

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

_STYLES = {Tone.PLAIN: "", Tone.BLOCKING: "red", Tone.ATTENTION: "yellow", Tone.ADVICE: "cyan", Tone.GOOD: "green"}


def to_screen(made: Book, *, width: int, color: bool) -> str:
    """A book as text of at most `width` columns; with `color` with terminal codes."""
    out = StringIO()
    console = Console(
        file=out, width=max(width, 40), force_terminal=color, no_color=not color, color_system="standard" if color else None,
        highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    for number, sheet in enumerate(made.sheets):
        if number:
            console.print(Text("-" * min(console.width, 80), style="dim"))
        console.print(_sheet(sheet))
    for line in made.colophon:
        console.print(Text(line, style="dim"))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _sheet(sheet: Sheet) -> RenderableType:
    parts: list[RenderableType] = [Text(sheet.over, style="dim"), Text(sheet.title, style="bold"), Text()]
    for block in sheet.opening:
        parts += [_block(block), Text()]
    return Group(*parts, *(_chapter(chapter, top=True) for chapter in sheet.chapters))


def _chapter(chapter: Chapter, *, top: bool) -> RenderableType:
    parts: list[RenderableType] = [Text(chapter.title.upper() if top else chapter.title, style="bold"), Text()]
    for block in chapter.blocks:
        parts += [_block(block), Text()]
    return Group(*parts, *(_chapter(each, top=False) for each in chapter.chapters))


def _block(block: Block) -> RenderableType:
    match block:
        case Paragraph(line):
            return _line(line)
        case Listing():
            return _listing(block)
        case Grid():
            return _grid(block)
        case Banner(title, lines, tone):
            return Group(Text(title, style=f"bold {_STYLES[tone]}".strip()), *map(Text, lines))
        case Draft(paragraphs):
            return Padding(Group(*map(Text, paragraphs)), (0, 0, 0, 2))
        case Card():
            return _card(block)
    assert_never(block)


def _line(line: Line) -> Text:
    made = Text()
    for one in line:
        style = " ".join(part for part in ("bold" if one.strong else "", "dim" if one.soft else "", _STYLES[one.tone]) if part)
        made.append(one.text, style=style)
    return made


def _listing(listing: Listing) -> RenderableType:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for number, item in enumerate(listing.items, 1):
        table.add_row(f"{number}." if listing.numbered else "-", _line(item))
    return table


def _grid(grid: Grid) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", expand=True)
    for heading, part, right in zip(grid.header, grid.widths, numeric(grid), strict=True):
        table.add_column(heading, overflow="fold", ratio=part, justify="right" if right else "left")
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
    return Group(head, Padding(Group(*map(Text, lines)), (0, 0, 0, 2)))


def _quote(quote: Quote) -> str:
    where = f" ({quote.where})" if quote.where else ""
    return f"“{quote.words}”{where}" + (f": {quote.says}" if quote.says else "")

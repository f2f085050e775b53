"""Small documents for the tests of structure, and the shipped vocabulary without the machinery of rule sets."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from toets.model.document import Block, BlockKind, Cell, Document, FoundBy, Look, Origin, Section, Source, Unread
from toets.model.vocabulary import HeadingRole, MetaField, Paper, Vocabulary
from toets.structure import understand

RULES = Path(__file__).parents[2] / "rules" / "vocabulaire"
PROSE = "De raad heeft dit vorig jaar besproken en het college heeft de gemaakte afspraken daarna met de partijen uitgewerkt."


@cache
def vocabulary() -> Vocabulary:
    """Headings, labels and word lists as they are shipped."""
    headings: list[HeadingRole] = []
    fields: list[MetaField] = []
    papers: list[Paper] = []
    names = ("koppen", "koptekens", "kopgegevens", "delen", "sjabloon", "bijlagen")
    files = [tomllib.loads((RULES / f"{name}.toml").read_text(encoding="utf-8")) for name in names]
    written = {name: words for data in files for name, words in data.get("list", {}).items()}
    for data in files:
        headings += [
            HeadingRole(one["role"], _spelled(one["names"], written), _spelled(one.get("opens", ()), written))
            for one in data.get("heading", ())
        ]
        fields += [MetaField(one["name"], tuple(one["labels"])) for one in data.get("field", ())]
        papers += [Paper(**{key: _fixed(value) for key, value in one.items()}) for one in data.get("paper", ())]
    lists = {name: _spelled(words, written) for name, words in written.items()}
    return Vocabulary(headings=tuple(headings), fields=tuple(fields), papers=tuple(papers), lists=lists)


def _spelled(items: Iterable[Any], written: dict[str, list[str]]) -> tuple[str, ...]:
    """Words, with those of the lists that are named between them."""
    return tuple(word for item in items for word in (written[item["list"]] if isinstance(item, dict) else (item,)))


def _fixed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def styled(text: str, level: int = 1) -> Block:
    """A heading by its style."""
    return Block(
        0, BlockKind.PARAGRAPH, text, outline=level, outline_by=FoundBy.STYLE, look=Look(bold=True, style=f"Kop {level}")
    )


def bold(text: str, size: float | None = 11, *, breaks_page: bool = False) -> Block:
    """A line that is wholly bold."""
    return Block(0, BlockKind.PARAGRAPH, text, look=Look(bold=True, caps=text.isupper(), size=size, breaks_page=breaks_page))


def underlined(text: str, size: float | None = 11) -> Block:
    """A line that is underlined and not bold."""
    return Block(0, BlockKind.PARAGRAPH, text, look=Look(underlined=True, size=size))


def para(text: str = PROSE, *, lead: str = "", size: float | None = 11, number: str = "", breaks_page: bool = False) -> Block:
    """A plain paragraph; `lead` are the bold words that open it."""
    look = Look(lead=lead, size=size, caps=text.isupper(), breaks_page=breaks_page)
    return Block(0, BlockKind.PARAGRAPH, text, number=number, look=look)


def item(text: str, number: str = "•", level: int = 0) -> Block:
    """A list item with the number that a reader of the page sees."""
    return Block(0, BlockKind.ITEM, text, number=number, level=level, look=Look(size=11))


def note(text: str, number: str = "1", origin: Origin = Origin.FOOTNOTE) -> Block:
    """A footnote or endnote, as a reader gives it behind the paragraph that refers to it."""
    return Block(0, BlockKind.PARAGRAPH, text, number=number, origin=origin, look=Look(size=9))


Rows = Iterable[Sequence[str | Block | Sequence[Block]]]


def table(rows: Rows) -> Block:
    """A table; a cell is a text, a block or several."""
    return Block(0, BlockKind.TABLE, rows=tuple(tuple(_cell(column, held) for column, held in enumerate(row)) for row in rows))


def _cell(column: int, held: str | Block | Sequence[Block]) -> Cell:
    if isinstance(held, str):
        return Cell(column, 1, (para(held),) if held else ())
    return Cell(column, 1, (held,) if isinstance(held, Block) else tuple(held))


def source(blocks: Iterable[Block | str], *, furniture: tuple[str, ...] = (), unread: tuple[Unread, ...] = ()) -> Source:
    """A file with these blocks, numbered in reading order; a text is a plain paragraph."""
    counter = iter(range(1_000_000))
    numbered = tuple(_numbered(para(block) if isinstance(block, str) else block, counter) for block in blocks)
    return Source("voorstel.docx", "docx", "0" * 64, numbered, furniture=furniture, unread=unread)


def _numbered(block: Block, counter: Iterable[int]) -> Block:
    index = next(iter(counter))
    rows = tuple(
        tuple(replace(cell, blocks=tuple(_numbered(inner, counter) for inner in cell.blocks)) for cell in row)
        for row in block.rows
    )
    return replace(block, index=index, rows=rows)


def read(*blocks: Block | str, furniture: tuple[str, ...] = (), unread: tuple[Unread, ...] = ()) -> Document:
    """A document of these blocks, understood."""
    return understand(source(blocks, furniture=furniture, unread=unread), vocabulary())


def headings(document: Document) -> list[tuple[str, str]]:
    """The headings with their role, in order; sections without a heading are left out."""
    return [(section.heading, section.role) for section in document.sections if section.heading]


def section(document: Document, heading: str) -> Section:
    """The section with this heading."""
    return next(one for one in document.sections if one.heading == heading)


def fields(document: Document) -> dict[str, str]:
    """The head of the document: value by field."""
    return {field.field: field.value for field in document.metadata}


def texts(found: Section) -> str:
    """The text of a section's own blocks."""
    return "\n".join(block.plain().strip() for block in found.blocks)

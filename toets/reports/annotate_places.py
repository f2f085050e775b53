"""From an outcome to the place in the document where its comment belongs: the words, the heading, or the title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from toets.model.document import CELL_BREAK, Block, BlockKind, Document, Location, Origin
from toets.model.outcome import Evidence, Outcome

HOMES: Mapping[str, tuple[str, ...]] = {
    "opdracht": ("beslispunten", "beoogd_effect", "aanleiding"),
    "opgaven": ("argumenten", "kader", "aanleiding"),
    "resultaat": ("beoogd_effect", "argumenten"),
    "mandaat": ("mandaat", "kader", "aanleiding"),
    "middelen": ("middelen",),
    "sociaal": ("sociaal_domein", "participatie", "argumenten"),
    "samenwerking": ("participatie", "communicatie", "argumenten"),
    "uitvoering": ("uitvoering", "evaluatie"),
}
"""Under which headings the answer to a rule of a set belongs, the likeliest first; other sets belong to the whole document."""

_TITLE_BLOCKS = 12


class Spot(StrEnum):
    """What kind of place a comment got."""

    WORDS = "words"
    HEADING = "heading"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Characters `start`…`end` in the text of a block; `spot` says why there, `row` of the table if it is in one."""

    block: int
    start: int
    end: int
    spot: Spot


@dataclass(frozen=True, slots=True)
class Places:
    """Finds places in one document."""

    document: Document
    blocks: Mapping[int, Block]

    def of_evidence(self, evidence: Evidence) -> Anchor | None:
        """The words of the evidence; None when it points at no words."""
        location, quote = evidence.location, evidence.quote.strip()
        block = self.blocks.get(location.paragraph) if location.paragraph is not None else None
        if block is None:
            return self._in_section(location, quote)
        if block.kind is BlockKind.TABLE:
            return _in_table(block, location, quote)
        return (
            _quoted(block, quote, location)
            or _told(block, quote, location)
            or self._in_section(location, quote)
            or self._anywhere(location, quote)
            or _spanned(block, location)
            or _whole(block)
        )

    def home(self, outcome: Outcome) -> Anchor | None:
        """Where the answer to a rule belongs: the heading of the section, else the title; None in a document without text."""
        for role in (*outcome.about, *HOMES.get(outcome.set, ())):
            for section in self.document.sections:
                if section.role == role and section.heading and self.document.part_of(section).role == "voorstel":
                    block = self.blocks.get(section.location.paragraph) if section.location.paragraph is not None else None
                    if block is not None and block.text:
                        return _spanned(block, section.location, Spot.HEADING) or _whole(block, Spot.HEADING)
        return self.title()

    def title(self) -> Anchor | None:
        """The line in which the document names itself, else its first line."""
        lines = [block for block in self.blocks.values() if block.text and block.origin is Origin.BODY]
        name = self.document.title.casefold()
        named = (block for block in lines[:_TITLE_BLOCKS] if name and name in " ".join(block.text.split()).casefold())
        first = next(named, None) or next(iter(lines), None)
        return None if first is None else _whole(first, Spot.TITLE)

    def _in_section(self, location: Location, quote: str) -> Anchor | None:
        """The same words in another block of the section, or in a section of which only the heading is known."""
        if location.section is None or location.section >= len(self.document.sections) or not quote:
            return None
        for top in self.document.sections[location.section].blocks:
            for block in top.walk():
                found = _quoted(block, quote, None)
                if found:
                    return found
        return None

    def _anywhere(self, location: Location, quote: str) -> Anchor | None:
        """Words of which only the document is known: where they first stand."""
        if location.start is not None:
            return None
        found = (_quoted(block, quote, None) for block in self.blocks.values())
        return next((anchor for anchor in found if anchor), None)


def places_of(document: Document) -> Places:
    """The places of a document."""
    return Places(document, {block.index: block for block in document.source.walk()})


def _whole(block: Block, spot: Spot = Spot.WORDS) -> Anchor | None:
    return Anchor(block.index, 0, len(block.text), spot) if block.text else None


def _spanned(block: Block, location: Location, spot: Spot = Spot.WORDS) -> Anchor | None:
    """The characters that a location names, without blanks around them."""
    start, end = location.start or 0, min(location.end or 0, len(block.text))
    words = block.text[start:end]
    if not words.strip():
        return None
    start += len(words) - len(words.lstrip())
    return Anchor(block.index, start, start + len(words.strip()), spot)


def _told(block: Block, quote: str, location: Location) -> Anchor | None:
    """What a location names, when that is a part of the quote: of "Datum raad: 3 juli" the date in a cell of its own."""
    spanned = _spanned(block, location)
    return spanned if spanned and block.text[spanned.start : spanned.end] in quote else None


def _quoted(block: Block, quote: str, location: Location | None) -> Anchor | None:
    """The quote in a block: where the location points, else where it first stands; a number before it isn't in the text."""
    if block.kind is BlockKind.TABLE or not block.text or not quote:
        return None
    if quote == block.plain():
        return _whole(block)
    if block.number and quote.startswith(f"{block.number} "):
        quote = quote[len(block.number) + 1 :]
    starts = tuple(_occurrences(block.text, quote))
    if not starts:
        return None
    wanted = location.start if location is not None and location.start is not None else 0
    start = min(starts, key=lambda at: (not at <= wanted < at + len(quote), abs(at - wanted)))
    return Anchor(block.index, start, start + len(quote), Spot.WORDS)


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _in_table(table: Block, location: Location, quote: str) -> Anchor | None:
    """The words in a row: `start` and `end` count in the row as "cell | cell"; without them the first cell with text."""
    rows = table.rows if location.row is None else table.rows[location.row : location.row + 1]
    start, end = location.start or 0, location.end or 0
    first: Anchor | None = None
    for row in rows:
        at = 0
        for cell in row:
            text = cell.text
            for block, inside, number in _lines(cell.blocks):
                begin, stop = at + inside + number, at + inside + number + len(block.text)
                first = first or _quoted(block, quote, None) or _whole(block)
                if location.row is not None and start < end and begin < end and start < stop:
                    where = Location(start=max(start - begin, 0), end=min(end, stop) - begin)
                    return _spanned(block, where) or first
            at += len(text) + len(CELL_BREAK)
    return first


def _lines(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, int, int]]:
    """The blocks of a cell that have text of their own, where their line starts in the cell, and how long their number is."""
    at = 0
    for block in blocks:
        line = block.plain()
        if not line:
            continue
        if block.kind is not BlockKind.TABLE and block.text:
            yield block, at, len(line) - len(block.text)
        at += len(line) + 1

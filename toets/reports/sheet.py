"""A report as a reader sees it, without any form yet: chapters of paragraphs, lists, tables and findings.

Every form of report for people (a web page, Word, Markdown) places these and computes nothing. Texts are in one line and
fit to show; a form only escapes them its own way.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How heavy something is; a form gives it a colour, and words always say it too."""

    PLAIN = "plain"
    BLOCKING = "blocking"
    ATTENTION = "attention"
    ADVICE = "advice"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of a line; `link` is the anchor of something else in the report."""

    text: str
    strong: bool = False
    soft: bool = False
    link: str = ""
    tone: Tone = Tone.PLAIN


Line = tuple[Words, ...]
"""A paragraph, an item or a cell."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    line: Line


@dataclass(frozen=True, slots=True)
class Listing:
    """Items below each other; short ones may stand in two columns where a form can do that."""

    items: tuple[Line, ...]
    columns: int = 1
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a header row; `widths` are parts of the whole, `title` says in a few words what it holds.

    The first cell of a row names the row.
    """

    title: str
    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Line, ...], ...]


def numeric(grid: Grid) -> tuple[bool, ...]:
    """Which columns hold numbers only and so stand to the right; the first names the row, also when it is a number."""
    columns = zip(*grid.rows, strict=True) if grid.rows else ((),) * len(grid.header)
    told = (["".join(one.text for one in line) for line in column] for column in columns)
    return tuple(
        number > 0 and any(cells) and all(not cell or cell.isdecimal() for cell in cells) for number, cells in enumerate(told)
    )


@dataclass(frozen=True, slots=True)
class Banner:
    """The one thing to remember."""

    title: str
    lines: tuple[str, ...]
    tone: Tone


@dataclass(frozen=True, slots=True)
class Quote:
    """Words from the document with their place, and what is said about them ("" when the finding says it all)."""

    words: str
    where: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A finding. `label` is its severity and status in words; `basis` why it matters, and the norm; `anchor` is unique.

    `whole` is the message with the words of the document that stand in the quotes, for a reader who doesn't see these.
    """

    anchor: str
    code: str
    title: str
    tone: Tone
    label: str
    message: str
    whole: str = ""
    quotes: tuple[Quote, ...] = ()
    more: str = ""
    missing: str = ""
    repair: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """Text that a reader copies into a mail or a document."""

    paragraphs: tuple[str, ...]


Block = Paragraph | Listing | Grid | Banner | Card | Draft


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading with what stands under it, and chapters one level down; an empty `anchor` is one that nothing links to."""

    title: str
    blocks: tuple[Block, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is said of one document (or of a whole run): `over` stands above the title, `opening` before the chapters."""

    anchor: str
    over: str
    title: str
    opening: tuple[Block, ...]
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A report of one or more sheets. `colophon` are the closing lines: what made it, and what it does not say."""

    title: str
    sheets: tuple[Sheet, ...]
    colophon: tuple[str, ...]


def text(words: str, *, strong: bool = False, soft: bool = False) -> Line:
    """A line of one piece."""
    return (Words(words, strong, soft),) if words else ()

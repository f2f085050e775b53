"""What a PDF page is made of while it is being read: paragraphs of lines, and tables of cells that hold paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from toets.model.document import Origin
from toets.readers.pdf_lines import Line
from toets.readers.plain_blocks import Mark, mark

_ENDS: Final = (".", ":", ";", "!", "?")
_CLOSERS: Final = "\"'’”)»"


@dataclass(frozen=True, slots=True)
class Column:
    """Where lines are set: between `left` and `right`, in points; `leading` is the distance of lines over their size.

    `justified`: full lines end exactly at the right. `size` is the usual size of the text, 0 if not known.
    """

    left: float
    right: float
    leading: float
    justified: bool = False
    size: float = 0.0


@dataclass(slots=True)
class Para:
    """A paragraph or list item: its lines, possibly on more than one page, and what a tag says about it."""

    lines: list[Line]
    column: Column
    mark: Mark | None = None
    outline: int | None = None
    number: str | None = None
    level: int | None = None
    origin: Origin = Origin.BODY
    breaks_page: bool = False

    @property
    def page(self) -> int:
        """The page it starts on."""
        return self.lines[0].page

    @property
    def y(self) -> float:
        """Where it starts on that page."""
        return self.lines[0].y

    @property
    def bold(self) -> bool:
        """Every line is wholly bold."""
        return all(line.full_bold for line in self.lines)

    @property
    def text_x(self) -> float:
        """Where the text after the list mark starts, or the first line if there is none."""
        first = self.lines[0]
        if self.mark is None:
            return first.x0
        after = len(first.text[: self.mark.width].split())
        return first.words[after].x0 if after < len(first.words) else first.x0

    @property
    def ended(self) -> bool:
        """The last line ends as a sentence or an item does."""
        return ends(self.lines[-1].text)


@dataclass(slots=True)
class CellDraft:
    """A cell of a table: first column, width in columns, and what stands in it."""

    column: int
    width: int
    drafts: list[Draft] = field(default_factory=list)


@dataclass(slots=True)
class TableDraft:
    """A table; `columns` are the x of its column borders, by which its parts on following pages are known."""

    page: int
    y: float
    columns: tuple[float, ...]
    rows: list[list[CellDraft]]
    last_page: int = 0
    breaks_page: bool = False


Draft = Para | TableDraft


def ends(text: str) -> bool:
    """Whether a text ends as a sentence or an item does."""
    bare = text.rstrip(_CLOSERS)
    return bare.endswith(_ENDS) or (bare != text and text.endswith("”"))


def starts_low(text: str) -> bool:
    """Whether a text goes on inside a sentence: with a small letter, or punctuation."""
    first = text.lstrip("\"'‘“„(")[:1]
    return first.islower() or first in tuple(",;%&/)")


def line_mark(line: Line) -> Mark | None:
    """The list mark that opens a line."""
    return mark(line.text)


def walk(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """All drafts, those in cells included, in reading order."""
    for draft in drafts:
        yield draft
        if isinstance(draft, TableDraft):
            for row in draft.rows:
                for cell in row:
                    yield from walk(cell.drafts)

"""The cells of a table as numbers: what a column is called, and what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toets.extract.rows import cells_in, start_of
from toets.model.document import Passage
from toets.text.amounts import parse_amount

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d{1,2})?|\d+(?:,\d{1,2})?")
_PERCENT = re.compile(r"(?P<number>\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|procent)?", re.IGNORECASE)
_SIGNED = re.compile(r"%|procent", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage in hundredths of a percent, and how fine it is written: 100 for whole percents, 10 or 1 for decimals."""

    value: int
    unit: int


@dataclass(frozen=True, slots=True)
class Cells:
    """The rows of one table with a head, as texts."""

    rows: tuple[Passage, ...]
    texts: tuple[tuple[str, ...], ...]
    scale: int = 1

    @property
    def body(self) -> range:
        """The rows below the head."""
        return range(1, len(self.rows))

    def head(self, column: int) -> str:
        """What a column is called."""
        return self.texts[0][column] if column < len(self.texts[0]) else ""

    def text(self, row: int, column: int) -> str:
        """The text of a cell; "" where a row is shorter."""
        return self.texts[row][column].strip() if column < len(self.texts[row]) else ""

    def start(self, row: int, column: int) -> int:
        """Where a cell begins in the text of its row."""
        return start_of(self.texts[row], column)

    def amount(self, row: int, column: int) -> int | None:
        """The eurocents of a cell, with or without a sign of the euro."""
        return parse_amount(self.text(row, column), self.scale, bare=bool(self.text(row, column)))

    def number(self, row: int, column: int) -> float | None:
        """The plain number of a cell."""
        found = _NUMBER.match(self.text(row, column))
        return float(found[0].replace(".", "").replace(",", ".")) if found else None

    def share(self, row: int, column: int) -> Share | None:
        """The percentage of a cell; without a sign only in a column that is headed with one."""
        text = self.text(row, column)
        found = _PERCENT.fullmatch(text)
        if not found or not (_SIGNED.search(text) or _SIGNED.search(self.head(column))):
            return None
        whole, _, rest = found["number"].replace(".", ",").partition(",")
        return Share(int(whole) * 100 + int(f"{rest:<02}".replace(" ", "0")), (100, 10, 1)[len(rest)])


def cells_of(rows: Sequence[Passage], scale: int = 1) -> Cells:
    """The cells of a table from its rows."""
    return Cells(tuple(rows), tuple(cells_in(row) for row in rows), scale)


def columns_called(cells: Cells, names: Sequence[tuple[str, str]], fits: Callable[[str, str], bool]) -> dict[str, int] | None:
    """For each name the one column whose head fits the word list of that name; None when there is none, or more than one."""
    found: dict[str, int] = {}
    for name, listed in names:
        at = [column for column in range(1, len(cells.texts[0])) if fits(cells.head(column), listed)]
        if len(at) != 1 or at[0] in found.values():
            return None
        found[name] = at[0]
    return found

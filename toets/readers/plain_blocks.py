"""What the readers of text, Markdown, HTML and PDF share: clean text, looks, list marks, levels and block numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from toets.errors import ReadError
from toets.model.document import Block, BlockKind, Cell, Look
from toets.model.reading import Limits

BULLETS = "-*+•●○◦▪▫■□‣⁃∙·–—➢➤►✓✔❖"
BULLET = "•"
# Word's bullets come from the private area of Symbol and Wingdings.
_PRIVATE = "\uf020-\uf0ff"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]")
_SPACE = re.compile(r"\s+")
_MARK = re.compile(
    rf"(?P<bullet>[{re.escape(BULLETS)}{_PRIVATE}]|o(?=\s))\s+"
    r"|(?P<number>(?:\d{1,2}\.){0,3}\d{1,2}[.)]|\d{1,2}[.)]?[a-z][.)]|\(\d{1,2}\)|[a-zA-Z][.)]|\([a-zA-Z]\)|[ivx]{2,5}[.)]|[IVX]{2,5}[.)])\s+"
    r"|(?P<section>\d{1,2}(?:\.\d{1,2}){1,3})\s+(?=[^\W\d_a-z]|['\"‘“„(])"
)
_SIGNS = "-+–−"
_AMOUNT = re.compile(r"(?:€\s*)?[\d.,]+-?%?")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What opens a list item: its number as shown ("" for a bullet), its kind, and how many characters it takes."""

    number: str
    kind: str
    width: int

    @property
    def first(self) -> bool:
        """Whether a list can start with it."""
        core = self.number.strip("().")
        return core in ("", "1", "a", "A", "i", "I", "1a") or core.endswith(".1")


def clean(text: str) -> str:
    """The text in NFC, without invisible characters, every run of white space as one space, or one tab if it holds one."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACE.sub(
        lambda blank: "\t" if "\t" in blank[0] else " ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    ).strip()


def uncommented(text: str) -> str:
    """Marked-up text without its <!-- comments -->."""
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join(kept) + text[at:]


def is_caps(text: str) -> bool:
    """Whether the text has letters, and all of them are capitals."""
    return text.isupper()


def shape(runs: Sequence[Run]) -> tuple[str, Look]:
    """The clean text of the runs, and how it looks: wholly bold, capitals, or opened by bold words."""
    text = clean("".join(run.text for run in runs))
    lettered = [run for run in runs if any(c.isalnum() for c in run.text)]
    bold = bool(lettered) and all(run.bold for run in lettered)
    lead: list[str] = []
    for run in runs:
        if not run.bold and any(c.isalnum() for c in run.text):
            break
        lead += [run.text] if run.bold or not clean(run.text) else []
    opening = "" if bold else clean("".join(lead))
    return text, Look(bold=bold, caps=is_caps(text), lead=opening if any(c.isalnum() for c in opening) else "")


def mark(line: str) -> Mark | None:
    """The list mark that opens a line (without indent), if it does."""
    found = _MARK.match(line)
    if found is None or found.end() == len(line):
        return None
    if found["bullet"]:
        if found["bullet"] in _SIGNS and _AMOUNT.fullmatch(line, found.end()):
            return None
        return Mark("", found["bullet"], found.end())
    number = found["number"] or found["section"]
    return Mark(number, _kind(number), found.end())


def _kind(number: str) -> str:
    core = number.strip("().")
    if "." in core:
        return f"section{core.count('.')}"
    if core.isdigit():
        return "(1" if number.startswith("(") else "1"
    if core[0].isdigit():
        return "1a"
    if len(core) > 1:
        return "i" if core.islower() else "I"
    return "a" if core.islower() else "A"


def shown(number: str) -> str:
    """A number as a reader sees it; all bullets are shown as one."""
    return number if any(c.isalnum() for c in number) and number != "o" else BULLET


def sequences(numbers: Collection[str]) -> frozenset[str]:
    """Of capital letters with a point, those that number a list: "A." and "B." do, "J." before a surname doesn't."""
    good = {"I."} if "I." in numbers and "II." in numbers else set()
    letter = "A"
    while f"{letter}." in numbers and "B." in numbers:
        good.add(f"{letter}.")
        letter = chr(ord(letter) + 1)
    return frozenset(good)


def is_initial(number: str, good: Collection[str]) -> bool:
    """Whether a number is the initial of a name; `good` are the letters that count, by `sequences`."""
    return len(number) == 2 and number[0].isupper() and number[1] == "." and number not in good


def without_initials(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which what opens with the initial of a name is no list item."""
    good = sequences({block.number for block in blocks})
    return [
        replace(block, kind=BlockKind.PARAGRAPH, text=f"{block.number} {block.text}", number="", level=0)
        if block.kind is BlockKind.ITEM and is_initial(block.number, good)
        else block
        for block in blocks
    ]


_SAME_LIST = {"I": "A", "i": "a", "1a": "1"}
"""Kinds of number that go on from another: "I." may be a letter, and "2." comes after "1b."."""


class Levels:
    """Gives list items their level, 0 for the outermost, from indent and kind of mark; reset by what is not a list."""

    def __init__(self, *, tolerance: float = 1.0) -> None:
        self._open: list[tuple[float, str]] = []
        self._tolerance = tolerance

    def reset(self) -> None:
        """Forget the list: the next item starts a new one."""
        self._open.clear()

    def of(self, indent: float, kind: str) -> int:
        """The level of an item with this indent (any unit, the same throughout) and kind of mark."""
        kind = _SAME_LIST.get(kind, kind)
        while self._open and indent < self._open[-1][0] - self._tolerance:
            self._open.pop()
        if self._open and indent <= self._open[-1][0] + self._tolerance:
            self._leave(indent, kind)
        if not self._open or self._open[-1][1] != kind or indent > self._open[-1][0] + self._tolerance:
            self._open.append((indent, kind))
        return len(self._open) - 1

    def _leave(self, indent: float, kind: str) -> None:
        """Close the deeper lists at this indent if a list of this kind is open there."""
        same = [i for i, (at, of) in enumerate(self._open) if abs(at - indent) <= self._tolerance and of == kind]
        if same:
            del self._open[same[-1] + 1 :]


def row(cells: Iterable[Sequence[Block]]) -> tuple[Cell, ...]:
    """A table row in which every cell is one column wide."""
    return tuple(Cell(column, 1, tuple(blocks)) for column, blocks in enumerate(cells))


def indexed(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with their index in reading order; a table comes before the blocks in its cells."""
    counter = _Counter()
    return tuple(counter.number(block) for block in blocks)


class _Counter:
    def __init__(self) -> None:
        self._next = 0

    def number(self, block: Block) -> Block:
        index, self._next = self._next, self._next + 1
        if block.kind is not BlockKind.TABLE:
            return replace(block, index=index)
        rows = tuple(
            tuple(replace(cell, blocks=tuple(self.number(inner) for inner in cell.blocks)) for cell in cells)
            for cells in block.rows
        )
        return replace(block, index=index, rows=rows)


def within(blocks: Sequence[Block], name: str, limits: Limits) -> None:
    """Refuse a document with more blocks or characters than the limits allow (ReadError)."""
    count = characters = 0
    for block in blocks:
        for inner in block.walk():
            count += 1
            characters += len(inner.text)
    if count > limits.blocks or characters > limits.characters:
        raise ReadError(
            f"{name}: het document is te groot om te toetsen ({count} alinea's, {characters} tekens; "
            f"ten hoogste {limits.blocks} en {limits.characters}). Splits het document of lever alleen het voorstel aan."
        )

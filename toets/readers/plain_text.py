"""Plain lines to paragraphs, list items and tables of tabs; the part of Markdown that isn't markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from toets.model.document import Block, BlockKind, Look
from toets.model.numbering import follows
from toets.readers.plain_blocks import Levels, Mark, Run, mark, row, shape, shown, without_initials

# "Portefeuillehouder: J. de Vries", "Het college stelt voor:"
_FIELD = re.compile(r"[A-Z][^\s:.;?!]*(?: [^\s:.;?!]+){0,5} ?:(?:\s|$)")
_UNWRAPPED = 120
_LONG_FIELD = 60
_SHORT = 32

Inline = Callable[[str], Sequence[Run]]
Wrapped = Callable[[str, str], bool]


def is_field(line: str) -> bool:
    """Whether a line looks like "Label: waarde", or like a label whose value is below it."""
    return bool(_FIELD.match(line)) and len(line.split(":")[0]) <= 50


def literal(text: str) -> Sequence[Run]:
    """Text without markup."""
    return (Run(text),)


def never(_last: str, _after: str) -> bool:
    """Every line stands by itself."""
    return False


class Flow:
    """Collects lines into blocks: `line` for every line, `end` at a break, `blocks` for the result.

    `inline` turns marked-up text into runs. `wrapped` tells whether a line goes on in the next one, so far as that
    can't be told from the lines' own words.
    """

    def __init__(self, inline: Inline, wrapped: Wrapped) -> None:
        self.blocks: list[Block] = []
        self._inline, self._wrapped = inline, wrapped
        self._lines: list[str] = []
        self._mark: Mark | None = None
        self._level = 0
        self._levels = Levels()

    @property
    def pending(self) -> bool:
        """Whether a paragraph or item is open, so that the next line may continue it."""
        return bool(self._lines)

    def line(self, raw: str) -> None:
        """Take a line; an empty one ends the paragraph or item."""
        text = raw.strip()
        if not text:
            self.end()
            return
        found = mark(text)
        indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
        if found and self._opens(found, indent):
            self.end()
            self._mark, self._level = found, self._levels.of(indent, found.kind)
            self._lines = [text[found.width :]]
            return
        if self._lines and not self._continues(text):
            self.end()
        if not self._lines and not indent:
            self._levels.reset()
        self._lines.append(text)

    def end(self) -> None:
        """Finish the open paragraph or item."""
        if self._lines:
            text, look = shape(self._inline(" ".join(self._lines)))
            if text:
                self.blocks.append(self._block(text, look))
        self._lines, self._mark = [], None

    def add(self, block: Block) -> None:
        """Put a finished block after what was collected; it ends a list."""
        self.end()
        self._levels.reset()
        self.blocks.append(block)

    def _block(self, text: str, look: Look) -> Block:
        if self._mark is None:
            return Block(0, BlockKind.PARAGRAPH, text, look=look)
        return Block(0, BlockKind.ITEM, text, look=look, number=shown(self._mark.number), level=self._level)

    def _opens(self, found: Mark, indent: int) -> bool:
        """Inside a paragraph only what can start a list does: a wrapped line may begin with "12." or "b." by chance."""
        if not self._lines or found.first or indent:
            return True
        if self._mark is not None:
            return not found.number.strip("().").isalpha() or follows(found.number, self._mark.number) or len(found.number) > 2
        return self._lines[-1].endswith((":", ";"))

    def _continues(self, text: str) -> bool:
        last = self._lines[-1]
        if self._mark is None and is_field(last) and len(self._lines) == 1:
            return len(last) >= _LONG_FIELD and text[0].islower()
        return not is_field(text) and self._wrapped(last, text)


def parse_text(text: str) -> list[Block]:
    """The blocks of a text without markup: paragraphs, list items, and tables of tab-separated lines."""
    lines = text.replace("\f", "\n\n").split("\n")
    width = max((len(line.rstrip()) for line in lines), default=0)
    flow = Flow(literal, lambda last, after: _runs_on(last, after, width))
    at = 0
    while at < len(lines):
        table = _tabbed(lines, at)
        if len(table) > 1:
            flow.add(Block(0, BlockKind.TABLE, rows=tuple(row(_cell(cell) for cell in cells) for cells in table)))
            at += len(table)
        else:
            flow.line(lines[at])
            at += 1
    flow.end()
    return without_initials(flow.blocks)


def _runs_on(last: str, after: str, width: int) -> bool:
    """Whether a line was broken because the next word didn't fit; in a text without wrapping every line is a paragraph."""
    if width > _UNWRAPPED:
        return False
    first = after.split(maxsplit=1)[0]
    fits = len(last) + 1 + len(first) <= 0.8 * width
    return not fits or after[0].islower() or (len(last) > _SHORT and last[-1] not in ".:;!?")


def _tabbed(lines: Sequence[str], start: int) -> list[list[str]]:
    rows: list[list[str]] = []
    for at in range(start, len(lines)):
        line = lines[at].strip()
        cells = line.split("\t")
        if len(cells) < 2 or mark(line) or (rows and len(cells) != len(rows[0])):
            break
        rows.append(cells)
    return rows


def _cell(text: str) -> tuple[Block, ...]:
    words, look = shape((Run(text),))
    return (Block(0, BlockKind.PARAGRAPH, words, look=look),) if words else ()

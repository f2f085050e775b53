"""What a table is for: data, the head of the document, or a template with the heading on the left and the text on the right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from toets.model.document import Block, BlockKind, Cell
from toets.structure.lexicon import Lexicon
from toets.text.normal import normal

_PROSE = 8
"""From this many words on a cell holds prose."""
_SUBJECT = 40
"""The value of a field has no more words than this."""
_LABEL = 14
_TEMPLATE = 3
_HEADER = 4
"""The words of the name of a column."""
_NAMED = 2
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]?$|$")
_COUNT = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[IVX]{1,5})[.)]?")
REFERENCE = re.compile(r"(?=\S*\d)(?=\S*[A-Za-z/-])[\w./-]+")
"""A number by which a paper is known: "2024-037", "Z/22/041877"."""
_FIGURE = re.compile(
    r"(?:-/-|[-+(]|€|EUR|\s)*\d{1,3}(?:[. ]?\d{3})*(?:,(?:\d{1,2}|-{1,2}))?\)?\s*(?:%|mln\.?|miljoen|-/-|-)?|-|€ ?-|nihil"
)


class RowKind(StrEnum):
    """What a row is: a heading with its text, fields of the head, one cell of layout, or data."""

    HEADING = "heading"
    FIELD = "field"
    LAYOUT = "layout"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, its number in that table, and what it is for."""

    index: int
    cells: tuple[Cell, ...]
    kind: RowKind


@dataclass(frozen=True, slots=True)
class Tables:
    """Tells what tables are for.

    `template`: the document puts its headings in the left cells of tables; `styled`: it states its headings by style.
    """

    lexicon: Lexicon
    styled: bool
    template: bool = False

    def rows(self, table: Block) -> tuple[Row, ...]:
        """What every row is for; empty rows are left out."""
        inked = [(number, cells) for number, cells in enumerate(table.rows) if any(map(_inked, cells))]
        kinds = self._kinds([cells for _, cells in inked])
        return tuple(Row(number, cells, kind) for (number, cells), kind in zip(inked, kinds, strict=True))

    def _kinds(self, rows: Sequence[tuple[Cell, ...]]) -> list[RowKind]:
        if all(len(cells) == 1 for cells in rows):
            return [RowKind.LAYOUT] * len(rows)
        if len(rows) > 1 and labels_above(rows[0], rows[1], self.lexicon):
            return [RowKind.FIELD] * len(rows)
        if _has_header(rows) or _counts(rows):
            return [RowKind.DATA] * len(rows)
        told = self._told(rows)
        if sum(named := [self._holds_section(cells) for cells in rows]) >= _NAMED:
            return [_in_form(kind, cells, is_named=one) for kind, cells, one in zip(told, rows, named, strict=True)]
        if _is_head(rows, told):
            return [RowKind.FIELD if kind is RowKind.HEADING else kind or RowKind.FIELD for kind in told]
        bold = [_has_bold_label(cells) for cells in rows]
        if any(bold) and self._are_headings(rows, told, bold):
            return _by_bold(told, bold)
        fields, headings = told.count(RowKind.FIELD), told.count(RowKind.HEADING)
        unknown = told.count(None) > fields + headings + told.count(RowKind.LAYOUT)
        by_chance = not fields and ((self.styled and headings < _NAMED) or _is_data(rows, headings))
        if not fields + headings or unknown or by_chance:
            return [RowKind.DATA] * len(rows)
        return [kind or _guess(told, at, rows[at]) for at, kind in enumerate(told)]

    def _told(self, rows: Sequence[tuple[Cell, ...]]) -> list[RowKind | None]:
        """What each row is by its words; in the head a short row about the procedure ("OR | nee") is a field too."""
        told: list[RowKind | None] = []
        for cells in rows:
            kind = _kind(cells, self.lexicon)
            in_head = RowKind.FIELD in told and RowKind.HEADING not in told
            told.append(RowKind.FIELD if in_head and self._is_procedure(kind, cells) else kind)
        return told

    def _holds_section(self, cells: Sequence[Cell]) -> bool:
        """Whether a row has a number and a cell with a known heading above its text: "3 | **Argumenten** Het plan …"."""
        if not _is_counted(cells):
            return False
        known = self.lexicon.heading(_label(cells[1]), damaged=True)
        return known is not None and known.firm

    def _is_procedure(self, kind: RowKind | None, cells: Sequence[Cell]) -> bool:
        left = _left(cells)
        if kind is not RowKind.HEADING or left is None or any(len(cell.text.split()) >= _PROSE for cell in cells):
            return False
        known = self.lexicon.heading(_label(left))
        return known is not None and known.role == "overig"

    def _are_headings(self, rows: Sequence[tuple[Cell, ...]], told: Sequence[RowKind | None], bold: Sequence[bool]) -> bool:
        """Whether bold labels are headings: half of them have a known name, or one and they stand out or have text beside them.

        Also if the plain rows are a head, or nothing is known of the table but that the document is such a template.
        """
        labelled = [
            (cells, left) for cells, is_bold in zip(rows, bold, strict=True) if is_bold and (left := _left(cells)) is not None
        ]
        named = sum(
            (known := self.lexicon.heading(_label(left), damaged=True)) is not None and known.firm for _, left in labelled
        )
        texts = sum(_is_prose(cells, left) or not _beside(cells, left) for cells, left in labelled)
        stands_out, mostly_text = not all(bold), texts * 2 >= len(labelled)
        if not stands_out and len(rows) > 1 and all(kind is RowKind.FIELD for kind in told):
            return False
        if self.styled and not any(block.outline for _, left in labelled for block in left.blocks):
            return named >= _NAMED and named * 2 >= len(labelled)
        if named:
            return named * 2 >= len(labelled) or stands_out or mostly_text
        head = RowKind.FIELD in [kind for kind, is_bold in zip(told, bold, strict=True) if not is_bold]
        return head or (len(rows) == 1 and mostly_text) or (self.template and (mostly_text or len(rows) == 1))


def tables_of(blocks: Sequence[Block], lexicon: Lexicon) -> Tables:
    """Look at all tables of a document first: with three headings in left cells it is a template."""
    first = Tables(lexicon, sum(inner.outline is not None for block in blocks for inner in block.walk()) >= _TEMPLATE)
    rows = (row for block in blocks if block.kind is BlockKind.TABLE for row in first.rows(block))
    return replace(first, template=sum(row.kind is RowKind.HEADING for row in rows) >= _TEMPLATE)


def _kind(cells: Sequence[Cell], lexicon: Lexicon) -> RowKind | None:
    """What a row is by its own words; None if they don't tell."""
    inked, left = [cell for cell in cells if _inked(cell)], _left(cells)
    if len(cells) == 1 or (len(inked) == 1 and inked[0] is not left):
        return RowKind.LAYOUT
    if left is None or len(_label(left).split()) > _LABEL:
        return None
    if len(cells) == 4 and lexicon.field(_label(cells[2]).rstrip(": ")):
        return RowKind.FIELD  # label, value, label, value: a head of four columns
    is_field = bool(lexicon.field(_label(left).split(":")[0]))
    known = lexicon.heading(_label(left), damaged=_bold(left))
    if known is None or not (known.firm or _is_prose(cells, left)):
        return RowKind.FIELD if is_field else None
    if _is_reference(cells, left):
        return RowKind.FIELD
    return RowKind.FIELD if is_field and not _is_list(cells, left) else RowKind.HEADING


def _is_counted(cells: Sequence[Cell]) -> bool:
    """Whether a row has a number and one cell, in which a line that stands out is followed by text."""
    blocks = [block for block in cells[-1].blocks if block.plain().strip()]
    if len(cells) != 2 or not _COUNT.fullmatch(cells[0].text.strip()) or len(blocks) < 2:
        return False
    return (blocks[0].look.bold or blocks[0].outline is not None) and not all(block.look.bold for block in blocks)


def _in_form(kind: RowKind | None, cells: Sequence[Cell], *, is_named: bool) -> RowKind:
    """What a row is beside others that hold a section with its number."""
    if is_named or _is_counted(cells):
        return RowKind.LAYOUT
    return kind if kind in (RowKind.FIELD, RowKind.LAYOUT) else RowKind.DATA


def _has_bold_label(cells: Sequence[Cell]) -> bool:
    left = _left(cells)
    if left is None or not _bold(left) or len(_label(left).split()) > _LABEL or len(cells) > 2 + _numbered(cells):
        return False
    return not any(block.look.bold for block in _beside(cells, left)[:1]) or _is_list(cells, left)


def _by_bold(told: Sequence[RowKind | None], marked: Sequence[bool]) -> list[RowKind]:
    """In a table whose headings are bold: what comes before the first is the head, plain rows after it are data.

    The labels of the head may be bold as well: two fields or more, above the first name of a section.
    """
    head = next((at for at, kind in enumerate(told) if kind is not RowKind.FIELD), len(told))
    named = RowKind.HEADING in told[head:]
    marked = [is_marked and not (named and head > 1 and at < head) for at, is_marked in enumerate(marked)]
    first = marked.index(True)
    out = []
    for at, (kind, is_marked) in enumerate(zip(told, marked, strict=True)):
        if is_marked:
            out.append(RowKind.HEADING)
        elif kind is RowKind.LAYOUT:
            out.append(kind)
        else:
            out.append(RowKind.FIELD if at < first and RowKind.FIELD in told[:first] else RowKind.DATA)
    return out


def _guess(told: Sequence[RowKind | None], at: int, cells: Sequence[Cell]) -> RowKind:
    """What an unknown row of a template is: prose beside a short label makes a heading, else it is as its neighbours."""
    left = _left(cells)
    short = left is not None and len(_label(left).split()) <= _LABEL
    if left is not None and short and RowKind.HEADING in told and _is_prose(cells, left):
        return RowKind.HEADING
    before = next((kind for kind in reversed(told[:at]) if kind in (RowKind.FIELD, RowKind.HEADING)), None)
    after = next((kind for kind in told[at + 1 :] if kind in (RowKind.FIELD, RowKind.HEADING)), None)
    return RowKind.FIELD if before is not RowKind.HEADING and RowKind.FIELD in (before, after) else RowKind.DATA


def _is_head(rows: Sequence[tuple[Cell, ...]], told: Sequence[RowKind | None]) -> bool:
    """Whether this is a head, though some labels are also names of sections: "Besluiten | Raad 5 maart" is no text of one."""
    named = [(cells, _left(cells)) for cells, kind in zip(rows, told, strict=True) if kind is RowKind.HEADING]
    mostly = told.count(RowKind.FIELD) * 2 > len(rows) - told.count(RowKind.LAYOUT)
    short = all(left is not None and _beside(cells, left) and not _is_prose(cells, left) for cells, left in named)
    return bool(named) and mostly and short


def labels_above(labels: Sequence[Cell], values: Sequence[Cell], lexicon: Lexicon) -> bool:
    """Whether one row holds labels for the values in the row below: most are known as they stand, and no value is a label.

    Half is enough where what stands below the first can't be a label: "Behandeling | Reactie" above "z.s.m. | volgt nog".
    """
    filled = [cell.text.strip(": \n") for cell in values if _inked(cell)]
    if len(labels) < 2 or not filled or not all(map(_inked, labels)) or _known(filled, lexicon):
        return False
    known = _known([cell.text.strip(": \n") for cell in labels], lexicon)
    return known * 2 > len(labels) or (known * 2 == len(labels) and filled[0][0].islower())


def _known(labels: Sequence[str], lexicon: Lexicon) -> int:
    return sum(normal(label) in lexicon.labels for label in labels)


def _has_header(rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether a row of short bold names, one for each column, stands above rows that have none: "Risico | Beheersing"."""
    first, rest = rows[0], rows[1:]
    named = len(first) > 1 and all(_bold(cell) and 0 < len(cell.text.split()) <= _HEADER for cell in first)
    return named and len(rest) > 1 and not any(_bold(cell) for cells in rest for cell in cells)


def _counts(rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether at least half of the rows are figures behind a label: an amount of money, or two numbers or more."""
    counting = 0
    for cells in rows:
        figures = [cell.text for cell in cells[1:] if _inked(cell) and _FIGURE.fullmatch(cell.text.strip())]
        counting += len(figures) == sum(map(_inked, cells[1:])) and (len(figures) > 1 or any("€" in text for text in figures))
    return len(rows) > 1 and counting * 2 >= len(rows)


def _is_data(rows: Sequence[tuple[Cell, ...]], headings: int) -> bool:
    """Whether a table whose left cells happen to be names of headings is data: short cells, or more than two columns."""
    wide = sum(len(cells) > 2 and not _numbered(cells) for cells in rows)
    prose = sum((left := _left(cells)) is not None and _is_prose(cells, left) for cells in rows)
    return wide * 2 > len(rows) or (len(rows) > 1 and prose * 3 < headings)


def items_of(table: Block) -> tuple[Block, ...] | None:
    """The rows of a table that is a numbered list, as list items; None if any row has more than a number and one cell."""
    out: list[Block] = []
    for cells in table.rows:
        inked = [cell for cell in cells if _inked(cell)]
        marked = len(inked) == 2 and bool(_NUMBERED.fullmatch(inked[0].text.strip()))
        if not inked or len(inked) - marked != 1:
            return None
        number, blocks = inked[0].text.strip() if marked else "", [block for block in inked[-1].blocks if block.plain().strip()]
        if marked and blocks[0].kind is not BlockKind.TABLE:
            blocks[0] = replace(blocks[0], kind=BlockKind.ITEM, number=number)
        out.extend(blocks)
    return tuple(out)


def number_of(row: Row) -> str:
    """The number in the first cell of a row that holds a section; "" if it is no such row."""
    counted = row.kind is RowKind.LAYOUT and _is_counted(row.cells)
    return row.cells[0].text.strip() if counted else ""


def _left(cells: Sequence[Cell]) -> Cell | None:
    """The cell that may hold a label: the first, or the second when the first holds only a number."""
    if _numbered(cells):
        return cells[1]
    return cells[0] if _inked(cells[0]) else None


def _label(cell: Cell) -> str:
    """The first line of a cell."""
    return next((line for line in cell.text.split("\n") if line.strip()), "")


def _numbered(cells: Sequence[Cell]) -> bool:
    return len(cells) > 2 and bool(_NUMBERED.match(cells[0].text.strip())) and _inked(cells[1])


def _is_prose(cells: Sequence[Cell], left: Cell) -> bool:
    """Whether the text beside a label is long, a list, or has several paragraphs."""
    return _is_list(cells, left) or any(len(block.text.split()) >= _PROSE for block in _beside(cells, left))


def _is_list(cells: Sequence[Cell], left: Cell) -> bool:
    """Whether the text beside a label is a list or has several paragraphs."""
    blocks = _beside(cells, left)
    listed = any(block.kind is not BlockKind.PARAGRAPH or block.text.startswith("1.") for block in blocks)
    return listed or len(blocks) > 1 or any(len(block.text.split()) > _SUBJECT for block in blocks)


def _is_reference(cells: Sequence[Cell], left: Cell) -> bool:
    """Whether nothing but a number stands beside a label ("Voorstel | 2024-037")."""
    blocks = _beside(cells, left)
    return len(blocks) == 1 and bool(REFERENCE.fullmatch(blocks[0].text.strip()))


def _beside(cells: Sequence[Cell], left: Cell) -> list[Block]:
    return [block for cell in cells if cell.column > left.column for block in cell.blocks if block.plain().strip()]


def _inked(cell: Cell) -> bool:
    return any(block.plain().strip(" |\n\u200b\ufeff") for block in cell.blocks)


def _bold(cell: Cell) -> bool:
    blocks = [block for block in cell.blocks if block.text.strip()]
    return bool(blocks) and all(block.look.bold for block in blocks)

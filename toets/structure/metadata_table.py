"""Fields of the head that stand in a table: two or four columns, or a row of labels above a row of values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from toets.model.document import Block, Cell, Location, Metadatum
from toets.structure.lexicon import Lexicon
from toets.structure.lines import Line
from toets.structure.pairs import Pair, told_by, trimmed
from toets.structure.tables import REFERENCE, labels_above
from toets.text.normal import normal

_BLANK = " \t\n\u00a0\u200b\u200c\u200d\u2060\ufeff:"


def table_fields(line: Line, lexicon: Lexicon) -> Iterator[Metadatum]:
    """All fields in a table that holds the head of a document; empty values too."""
    rows, first = line.block.rows, line.row or 0
    at = 0
    while at < len(rows):
        cells = [cell for cell in rows[at] if cell.text.strip() != ":"]
        if at + 1 < len(rows) and labels_above(cells, rows[at + 1], lexicon):
            below = {cell.column: cell for cell in rows[at + 1]}
            for cell in cells:
                yield _field(cell, below.get(cell.column), first + at, lexicon)
            at += 2
        else:
            yield from _row(cells, first + at, lexicon)
            at += 1


def _row(cells: Sequence[Cell], row: int, lexicon: Lexicon) -> Iterator[Metadatum]:
    """Label, value, label, value, …; or "label: waarde" inside a cell, also without the colon if all cells of the row are so."""
    if told := _each_told(cells, row, lexicon):
        yield from told
        return
    at = 0
    while at < len(cells):
        cell, after = cells[at], cells[at + 1] if at + 1 < len(cells) else None
        if not _text(cell):
            at += 1
        elif inside := list(_inside(cell, row, lexicon)):
            yield from inside
            at += 1
        else:
            yield from _beside(cell, after, row, lexicon)
            at += 2


def _each_told(cells: Sequence[Cell], row: int, lexicon: Lexicon) -> tuple[Metadatum, ...]:
    """The fields of a row in which every cell has a label and its value; none if any cell has not."""
    blocks = [(cell, block) for cell in cells for block in cell.blocks if block.text.strip(_BLANK)]
    told = [told_by(block.text, lexicon) for _, block in blocks]
    found = tuple(_metadatum(pair, cell, block, row, lexicon) for pair, (cell, block) in zip(told, blocks, strict=True) if pair)
    return found if len(found) == len(blocks) > 1 else ()


def _metadatum(pair: Pair, cell: Cell, block: Block, row: int, lexicon: Lexicon) -> Metadatum:
    place = Location(page=block.page, paragraph=block.index, row=row, column=cell.column, start=pair.start, end=pair.end)
    return Metadatum(lexicon.field(pair.label), pair.label, pair.value, place)


def _beside(cell: Cell, after: Cell | None, row: int, lexicon: Lexicon) -> Iterator[Metadatum]:
    """A cell of labels and the cell of values beside it, which may both have several lines."""
    labels = [block for block in cell.blocks if block.text.strip(_BLANK)]
    values = [block for block in after.blocks if block.text.strip(_BLANK)] if after else []
    if len(labels) > 1 and len(labels) == len(values) and after is not None:
        for label, value in zip(labels, values, strict=True):
            yield _field(Cell(cell.column, 1, (label,)), Cell(after.column, 1, (value,)), row, lexicon)
    else:
        yield _field(cell, after, row, lexicon)


def _inside(cell: Cell, row: int, lexicon: Lexicon) -> Iterator[Metadatum]:
    for block in cell.blocks:
        label, colon, value = block.text.partition(":")
        if colon and value.strip(_BLANK) and (field := lexicon.field(label)):
            pair = Pair(label.strip(_BLANK), *trimmed(block.text, len(label) + 1, len(block.text)))
            yield replace(_metadatum(pair, cell, block, row, lexicon), field=field)


def _field(cell: Cell, after: Cell | None, row: int, lexicon: Lexicon) -> Metadatum:
    label, value = _text(cell), _text(after) if after else ""
    holder = after if value and after else cell
    block = next((block for block in holder.blocks if block.text.strip()), holder.blocks[0])
    place = Location(page=block.page, paragraph=block.index, row=row, column=holder.column, start=0, end=len(block.text))
    return Metadatum(_name(label, value, lexicon), label, value, place)


def _name(label: str, value: str, lexicon: Lexicon) -> str:
    """The field that a label names; a number beside the name of a heading is that of the paper ("Voorstel | 2024-037")."""
    if found := lexicon.field(label):
        return found
    if lexicon.heading(label) and REFERENCE.fullmatch(value):
        return "zaaknummer"
    return normal(label).replace(" ", "_")


def _text(cell: Cell) -> str:
    return cell.text.strip(_BLANK)

"""Tables in a Word file."""

from __future__ import annotations

import pytest

from toets.model.document import Block, BlockKind
from toets.readers import ReadOptions, read_bytes

from .build import cell, control, docx, paragraph, row, table

_SPAN = '<w:gridSpan w:val="{}"/>'
_START, _ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def only(body: str, options: ReadOptions | None = None) -> Block:
    (block,) = read_bytes(docx(body), "voorstel.docx", options or ReadOptions()).blocks
    return block


def grid(block: Block) -> list[list[tuple[int, int, str]]]:
    return [[(each.column, each.width, each.text) for each in line] for line in block.rows]


def test_cells_have_their_column_and_blocks_are_numbered_through() -> None:
    block = only(table(row("Steller", "Jansen"), row("Datum", "3 juli")))
    assert grid(block) == [[(0, 1, "Steller"), (1, 1, "Jansen")], [(0, 1, "Datum"), (1, 1, "3 juli")]]
    assert [each.index for each in block.walk()] == [0, 1, 2, 3, 4]
    assert block.kind is BlockKind.TABLE


def test_an_empty_cell_stays_a_cell() -> None:
    assert grid(only(table(row("Steller", cell(paragraph()))))) == [[(0, 1, "Steller"), (1, 1, "")]]


def test_a_merged_cell_appears_once_with_its_width() -> None:
    block = only(table(row(cell(paragraph("kop"), _SPAN.format(2)), "c"), row("a", "b", "c")))
    assert grid(block)[0] == [(0, 2, "kop"), (2, 1, "c")]


def test_the_lower_part_of_a_merged_cell_is_not_repeated() -> None:
    block = only(table(row(cell(paragraph("jaar"), _START), "2024"), row(cell(paragraph("jaar"), _ON), "2025")))
    assert grid(block) == [[(0, 1, "jaar"), (1, 1, "2024")], [(1, 1, "2025")]]


def test_a_cell_that_goes_on_from_nothing_is_read() -> None:
    assert grid(only(table(row(cell(paragraph("tekst"), _ON), "b")))) == [[(0, 1, "tekst"), (1, 1, "b")]]


def test_cells_merged_in_the_old_way_count_as_one() -> None:
    old = [cell(paragraph("kop"), '<w:hMerge w:val="restart"/>'), cell(paragraph(), "<w:hMerge/>"), "c"]
    assert grid(only(table(row(*old)))) == [[(0, 2, "kop"), (2, 1, "c")]]


def test_a_row_that_starts_further_on_keeps_its_columns() -> None:
    block = only(table(row("a", "b"), row("b2", properties='<w:gridBefore w:val="1"/>')))
    assert grid(block)[1] == [(1, 1, "b2")]


def test_nested_tables_stand_in_their_cell() -> None:
    block = only(table(row("links", cell(paragraph("boven") + table(row("x", "y")) + paragraph("onder")))))
    inner = block.rows[0][1].blocks
    assert [each.kind for each in inner] == [BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.PARAGRAPH]
    assert grid(inner[1]) == [[(0, 1, "x"), (1, 1, "y")]]
    assert [each.index for each in block.walk()] == list(range(7))


def test_rows_and_cells_in_content_controls_are_read() -> None:
    block = only(table(row("a", "b"), control(row("c", control(cell(paragraph("d")))))))
    assert grid(block)[1] == [(0, 1, "c"), (1, 1, "d")]


def test_a_table_without_text_is_no_block() -> None:
    source = read_bytes(docx(table(row(cell(paragraph()))) + paragraph("tekst")), "v.docx")
    assert [(each.index, each.text) for each in source.blocks] == [(0, "tekst")]


def test_a_hidden_row_is_left_out() -> None:
    assert grid(only(table(row("a"), row("b", properties="<w:hidden/>")))) == [[(0, 1, "a")]]


@pytest.mark.parametrize(("side", "left"), [("final", "nieuw"), ("original", "oud")])
def test_rows_follow_the_side_of_tracked_changes(side: str, left: str) -> None:
    body = table(row("vast"), row("nieuw", properties="<w:ins/>"), row("oud", properties="<w:del/>"))
    options = ReadOptions(changes="final" if side == "final" else "original")
    assert [line[0].text for line in only(body, options).rows] == ["vast", left]


def test_an_absurd_width_is_not_believed() -> None:
    assert grid(only(table(row(cell(paragraph("a"), _SPAN.format(999999999)), "b"))))[0][1] == (1000, 1, "b")

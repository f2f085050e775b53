"""Tables with and without lines become rows of cells that hold paragraphs."""

from __future__ import annotations

import io

import pdfplumber

from tests.readers.pdf_build import LEADING, LEFT, Page, Pdf
from tests.readers.test_pdf_text import PROSE, read, texts
from toets.model.document import Block, BlockKind, Source

XS = (LEFT - 5, 200.0, 350.0, 520.0)


def tables(source: Source) -> list[Block]:
    return [block for block in source.blocks if block.kind is BlockKind.TABLE]


def rows(block: Block) -> list[list[str]]:
    return [[cell.text for cell in row] for row in block.rows]


def only(made: Pdf) -> Block:
    (table,) = tables(read(made))
    return table


def fill(page: Page, xs: tuple[float, ...], top: float, lines: list[list[str]], height: float = 20) -> None:
    for at, line in enumerate(lines):
        for x, text in zip(xs, line, strict=False):
            page.text(x + 5, top + at * height + 14, text)


def test_a_ruled_table_has_its_rows_and_cells() -> None:
    made = Pdf()
    page = made.page()
    page.grid(XS, (100, 120, 140))
    fill(page, XS, 100, [["Post", "2026", "2027"], ["Riool", "5.000", "6.000"]])
    assert rows(only(made)) == [["Post", "2026", "2027"], ["Riool", "5.000", "6.000"]]


def test_text_around_a_table_keeps_its_place() -> None:
    made = Pdf()
    page = made.page()
    page.text(LEFT, 80, "Erboven.")
    page.grid(XS, (100, 120, 140))
    fill(page, XS, 100, [["a", "b", "c"], ["d", "e", "f"]])
    page.text(LEFT, 180, "Eronder.")
    assert [block.text for block in read(made).blocks] == ["Erboven.", "", "Eronder."]


def test_merged_cells_appear_once_with_their_width() -> None:
    made = Pdf()
    page = made.page()
    for y in (100, 120, 160):
        page.line(XS[0], y, XS[3], y)
    page.line(XS[1], 140, XS[3], 140)
    page.line(XS[0], 100, XS[0], 160)
    page.line(XS[3], 100, XS[3], 160)
    page.line(XS[1], 120, XS[1], 160)
    page.line(XS[2], 120, XS[2], 160)
    fill(page, XS, 100, [["Samen"], ["Riool", "1", "2"], ["", "3", "4"]])
    found = [[(cell.column, cell.width, cell.text) for cell in row] for row in only(made).rows]
    assert found == [[(0, 3, "Samen")], [(0, 1, "Riool"), (1, 1, "1"), (2, 1, "2")], [(1, 1, "3"), (2, 1, "4")]]


def test_a_table_without_outer_border_is_one_too() -> None:
    made = Pdf()
    page = made.page()
    page.line(XS[0], 120, XS[2], 120)
    page.line(XS[1], 100, XS[1], 140)
    fill(page, XS, 100, [["Post", "Bedrag"], ["Riool", "5.000"]])
    assert rows(only(made)) == [["Post", "Bedrag"], ["Riool", "5.000"]]


def test_a_template_table_keeps_paragraphs_and_items_in_its_cells() -> None:
    made = Pdf()
    page = made.page()
    page.grid((LEFT - 5, 200, 520), (100, 200, 300))
    page.text(LEFT, 114, "Inleiding", bold=True)
    y = page.paragraph(114, "De straat is versleten en moet worden vernieuwd.", x=205, letters=46)
    page.paragraph(y + 6, "Dat kan dit jaar nog.", x=205, letters=46)
    page.text(LEFT, 214, "Voorstel", bold=True)
    page.text(205, 214, "1. In te stemmen;")
    page.text(205, 214 + LEADING, "2. te betalen.")
    table = only(made)
    assert [[[block.plain() for block in cell.blocks] for cell in row] for row in table.rows] == [
        [["Inleiding"], ["De straat is versleten en moet worden vernieuwd.", "Dat kan dit jaar nog."]],
        [["Voorstel"], ["1. In te stemmen;", "2. te betalen."]],
    ]
    assert table.rows[0][0].blocks[0].look.bold


def test_a_word_that_is_broken_because_its_cell_is_narrow_is_mended() -> None:
    made = Pdf()
    page = made.page()
    page.grid((66, 150, 300), (100, 150))
    page.text(71.4, 114, "infiltratie")
    page.text(71.4, 114 + LEADING, "voorziening")
    page.text(160, 114, "2")
    assert only(made).rows[0][0].text == "infiltratievoorziening"


def test_a_table_over_two_pages_is_one_and_its_repeated_head_is_left_out() -> None:
    made = Pdf()
    for at, lines in enumerate(([["Post", "Bedrag"], ["Riool", "1"]], [["Post", "Bedrag"], ["Weg", "2"]])):
        page = made.page()
        top = 700.0 if at == 0 else 100.0
        page.paragraph(300, PROSE)
        if at:
            page.operators.clear()
        page.grid(XS[:3], (top, top + 20, top + 40))
        fill(page, XS, top, lines)
    assert rows(only(made)) == [["Post", "Bedrag"], ["Riool", "1"], ["Weg", "2"]]


def test_a_row_that_is_cut_by_the_end_of_a_page_is_one() -> None:
    made = Pdf()
    first, second = made.page(), made.page()
    first.grid((LEFT - 5, 200, 520), (700, 740))
    first.text(LEFT, 714, "Inleiding", bold=True)
    first.text(205, 714, "De straat is versleten en moet worden")
    second.grid((LEFT - 5, 200, 520), (100, 120, 140))
    second.text(205, 114, "vernieuwd.")
    second.text(LEFT, 134, "Doel", bold=True)
    second.text(205, 134, "Een mooie straat.")
    assert rows(only(made)) == [["Inleiding", "De straat is versleten en moet worden vernieuwd."], ["Doel", "Een mooie straat."]]


def test_two_tables_against_each_other_are_two() -> None:
    made = Pdf()
    page = made.page()
    page.grid((66, 250, 520), (100, 120))
    page.grid((66, 150, 350, 450, 520), (120, 140))
    fill(page, (66, 250), 100, [["Kosten", "zie onder"]])
    fill(page, (66, 150, 350, 450), 120, [["a", "b", "c", "d"]])
    assert [rows(table) for table in tables(read(made))] == [[["Kosten", "zie onder"]], [["a", "b", "c", "d"]]]


def test_rows_without_column_lines_below_a_head_that_has_them_are_split_by_their_words() -> None:
    made = Pdf()
    page = made.page()
    page.grid(XS, (100, 120))
    for y in (140, 160):
        page.line(XS[0], y, XS[3], y)
    page.line(XS[0], 120, XS[0], 160)
    page.line(XS[3], 120, XS[3], 160)
    fill(page, XS, 100, [["Post", "2026", "2027"], ["Riool", "5.000", "6.000"], ["Alle bedragen zijn exclusief btw"]])
    assert rows(only(made)) == [["Post", "2026", "2027"], ["Riool", "5.000", "6.000"], ["Alle bedragen zijn exclusief btw"]]


def test_rows_without_lines_between_them_are_split_by_their_words() -> None:
    made = Pdf()
    page = made.page()
    page.grid(XS, (100, 120, 200))
    lines = [["Post", "2026", "2027"], ["Riool", "5.000", "6.000"], ["Weg", "7.000", "8.000"], ["Plein", "", "9.000"]]
    fill(page, XS, 100, lines)
    assert rows(only(made)) == lines


def test_cells_with_text_of_more_lines_beside_each_other_stay_one_row() -> None:
    made = Pdf()
    page = made.page()
    page.grid((66, 290, 520), (100, 200))
    page.paragraph(114, "De aannemer kan failliet gaan tijdens het werk, waardoor het stil komt te liggen.", x=71, letters=32)
    page.paragraph(114, "Wij vragen een garantie van de bank en betalen alleen wat al is gemaakt.", x=295, letters=32)
    assert len(only(made).rows) == 1


def test_a_table_with_a_coloured_head_and_no_lines_is_one_table() -> None:
    made = Pdf()
    page = made.page()
    for x0, x1 in ((66, 250), (250, 400), (400, 520)):
        page.colour(x0, 100, x1, 120)
    fill(page, (66, 250, 400), 100, [["Post", "2026", "2027"], ["Riool", "5.000", "6.000"], ["Weg", "7.000", "8.000"]])
    assert rows(only(made)) == [["Post", "2026", "2027"], ["Riool", "5.000", "6.000"], ["Weg", "7.000", "8.000"]]


def test_a_table_in_a_cell_that_shares_its_borders_is_a_table_in_that_cell() -> None:
    made = Pdf()
    page = made.page()
    page.grid((66, 200, 520), (100, 200))
    page.grid((200, 350, 520), (140, 160, 180))
    page.text(71, 114, "Kosten")
    page.text(205, 114, "Het gaat om:")
    fill(page, (200, 350), 140, [["Riool", "1"], ["Weg", "2"]])
    page.text(205, 194, "Meer niet.")
    (row,) = only(made).rows
    assert row[0].text == "Kosten"
    assert [block.text for block in row[1].blocks] == ["Het gaat om:", "", "Meer niet."]
    assert rows(row[1].blocks[1]) == [["Riool", "1"], ["Weg", "2"]]


def test_an_underlined_heading_or_a_box_is_no_table() -> None:
    made = Pdf()
    page = made.page()
    page.text(LEFT, 100, "Kop", bold=True)
    page.line(LEFT, 102, 200, 102)
    page.grid((66, 520), (150, 200))
    page.text(LEFT, 170, "Tekst in een kader.")
    assert texts(read(made)) == ["Kop", "Tekst in een kader."]


def test_aligned_lines_without_ruling_are_rows() -> None:
    made = Pdf()
    page = made.page()
    page.paragraph(60, PROSE)
    fill(page, (66, 250, 400), 120, [["Post", "2026", "2027"], ["Riool", "5.000", "6.000"], ["Weg", "7.000", "8.000"]])
    page.paragraph(220, PROSE)
    assert rows(only(made)) == [["Post", "2026", "2027"], ["Riool", "5.000", "6.000"], ["Weg", "7.000", "8.000"]]


def test_a_column_of_labels_with_values_that_wrap_gives_one_row_each() -> None:
    made = Pdf()
    page = made.page()
    page.text(LEFT, 100, "Onderwerp")
    y = page.paragraph(100, "Krediet voor de herinrichting van de Dorpsstraat en het plein", x=220, letters=42)
    page.text(LEFT, y, "Steller")
    page.text(220, y, "J. de Vries")
    assert rows(only(made)) == [
        ["Onderwerp", "Krediet voor de herinrichting van de Dorpsstraat en het plein"],
        ["Steller", "J. de Vries"],
    ]


def test_labels_with_a_colon_give_a_paragraph_each() -> None:
    made = Pdf()
    page = made.page()
    for at, (label, value) in enumerate((("Onderwerp:", "krediet"), ("Datum:", "12 maart 2026"))):
        page.text(LEFT, 100 + at * LEADING, label)
        page.text(250, 100 + at * LEADING, value)
    assert [text.replace("\t", " ") for text in texts(read(made))] == ["Onderwerp: krediet", "Datum: 12 maart 2026"]


def test_the_body_of_a_decree_below_a_table_is_no_label_in_it() -> None:
    made = Pdf()
    page = made.page()
    for at, (label, value) in enumerate(
        (("Raadsbesluit", "Gemeente Lindewaard"), ("Nummer", "2026-6"), ("Onderwerp", "De brug"))
    ):
        page.text(LEFT, 100 + at * LEADING, label)
        page.text(LEFT + 250, 100 + at * LEADING, value)
    page.text(LEFT, 100 + 3 * LEADING, "De raad van de gemeente Lindewaard,")
    source = read(made)
    assert source.blocks[-1].text == "De raad van de gemeente Lindewaard,"
    assert len(tables(source)[0].rows) == 3


def test_prose_is_no_table() -> None:
    made = Pdf()
    page = made.page()
    y = 60.0
    for _ in range(12):
        y = page.paragraph(y, PROSE) + 8
    assert tables(read(made)) == []


def test_ruled_cells_are_those_that_pdfplumber_finds() -> None:
    made = Pdf()
    page = made.page()
    page.grid((66, 180, 300, 410, 520), tuple(range(100, 400, 20)))
    lines = [[f"{row}.{column}" for column in range(4)] for row in range(14)]
    fill(page, (66, 180, 300, 410), 100, lines)
    with pdfplumber.open(io.BytesIO(made.bytes())) as other:
        (expected,) = other.pages[0].extract_tables()
    assert rows(only(made)) == expected == lines

"""A tagged PDF tells its own structure."""

from __future__ import annotations

from collections.abc import Sequence

from tests.readers.pdf_build import LEADING, LEFT, Pdf, Tag
from tests.readers.test_pdf_text import items, read, texts
from toets.model.document import BlockKind, FoundBy, Origin


def tagged(lines: Sequence[str], tags: Sequence[Tag], *, step: float = LEADING) -> Pdf:
    """One page with these lines, each with its own number for the tags, from 0."""
    made = Pdf(tags=tags)
    page = made.page()
    for at, line in enumerate(lines):
        page.text(LEFT, 100 + at * step, line, mcid=at)
    return made


def test_headings_come_from_the_tags() -> None:
    source = read(tagged(["Voorstel", "Inleiding", "Tekst."], [("H1", [(1, 0)]), ("H3", [(1, 1)]), ("P", [(1, 2)])]))
    assert [(block.text, block.outline, block.outline_by) for block in source.blocks] == [
        ("Voorstel", 1, FoundBy.TAG),
        ("Inleiding", 3, FoundBy.TAG),
        ("Tekst.", None, None),
    ]


def test_paragraphs_are_those_of_the_tags_however_they_look() -> None:
    lines = ["Een eerste alinea.", "Nog een eerste", "Een tweede alinea."]
    source = read(tagged(lines, [("P", [(1, 0), (1, 1)]), ("P", [(1, 2)])]))
    assert texts(source) == ["Een eerste alinea. Nog een eerste", "Een tweede alinea."]


def test_list_items_have_their_label_and_level() -> None:
    nested: Tag = ("L", [("LI", [("Lbl", [(1, 4)]), ("LBody", [(1, 5)])])])
    first: Tag = ("LI", [("Lbl", [(1, 0)]), ("LBody", [("P", [(1, 1)])])])
    second: Tag = ("LI", [("Lbl", [(1, 2)]), ("LBody", [("P", [(1, 3)]), nested])])
    tags: list[Tag] = [("L", [first, second])]
    source = read(tagged(["1.", "in te stemmen;", "2.", "een krediet:", "a.", "van 5 euro."], tags))
    assert items(source) == [("1.", 0, "in te stemmen;"), ("2.", 0, "een krediet:"), ("a.", 1, "van 5 euro.")]


def test_a_number_in_the_text_of_an_item_is_its_number() -> None:
    source = read(tagged(["1. in te stemmen;", "2. te betalen."], [("L", [("LI", [("LBody", [(1, at)])]) for at in (0, 1)])]))
    assert items(source) == [("1.", 0, "in te stemmen;"), ("2.", 0, "te betalen.")]


def test_a_table_has_its_rows_cells_and_spans() -> None:
    head: Tag = ("TR", [("TH /A<</O/Table/ColSpan 2>>", [(1, 0)])])
    row: Tag = ("TR", [("TD", [("P", [(1, 1)])]), ("TD", [("P", [(1, 2)]), ("P", [(1, 3)])])])
    source = read(tagged(["Kosten", "Riool", "5.000", "per jaar"], [("Table", [head, row])]))
    (table,) = source.blocks
    found = [[(cell.column, cell.width, cell.text) for cell in cells] for cells in table.rows]
    assert found == [[(0, 2, "Kosten")], [(0, 1, "Riool"), (1, 1, "5.000\nper jaar")]]


def test_a_paragraph_over_two_pages_is_one() -> None:
    made = Pdf(tags=[("P", [(1, 0), (2, 0)]), ("P", [(2, 1)])])
    made.page().text(LEFT, 700, "Hier begint het.", mcid=0)
    page = made.page()
    page.text(LEFT, 100, "Hier gaat het door.", mcid=0)
    page.text(LEFT, 120, "Daarna iets anders.", mcid=1)
    assert texts(read(made)) == ["Hier begint het. Hier gaat het door.", "Daarna iets anders."]


def test_text_outside_the_tags_belongs_to_the_page() -> None:
    made = tagged(["Kop", "Tekst."], [("H1", [(1, 0)]), ("P", [(1, 1)])])
    made.pages[0].text(LEFT, 300, "VERTROUWELIJK")
    for at in range(20):
        made.pages[0].text(LEFT, 320 + at * LEADING, "Meer tekst van het document zelf.", mcid=2 + at)
    made.tags = [*made.tags, ("P", [(1, 2 + at) for at in range(20)])]
    source = read(made)
    assert source.furniture == ("VERTROUWELIJK",)
    assert "VERTROUWELIJK" not in " ".join(texts(source))


def test_a_note_is_a_footnote_without_its_number() -> None:
    tags: list[Tag] = [("P", [(1, 0), ("Note", [("P", [(1, 1)])])])]
    source = read(tagged(["De tekst.", "1 De noot."], tags))
    assert [(block.origin, block.number, block.text) for block in source.blocks] == [
        (Origin.BODY, "", "De tekst."),
        (Origin.FOOTNOTE, "1", "De noot."),
    ]


def test_tags_that_miss_the_text_are_not_trusted() -> None:
    made = tagged(["Kop"], [("H1", [(1, 0)])])
    made.pages[0].paragraph(200, "Deze tekst staat niet in de tags, en het is veel meer dan wat er wel in staat.")
    source = read(made)
    assert [block.outline for block in source.blocks] == [None, None]
    assert "Deze tekst staat niet in de tags" in source.blocks[1].text


def test_tags_that_make_a_paragraph_of_every_line_are_not_trusted() -> None:
    lines = ["De raad heeft in het voorjaar van dit jaar besloten om de straat en het"] * 12
    source = read(tagged(lines, [("P", [(1, at)]) for at in range(12)]))
    assert len(source.blocks) == 1
    assert source.blocks[0].kind is BlockKind.PARAGRAPH

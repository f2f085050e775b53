"""The text of a PDF page becomes paragraphs, headings and list items."""

from __future__ import annotations

import pytest

from tests.readers.pdf_build import LEADING, LEFT, Pdf, pdf
from toets.model.document import Block, BlockKind, Source
from toets.model.reading import ReadOptions
from toets.readers.pdf import read_pdf

PROSE = (
    "De raad heeft in het voorjaar besloten om de straat opnieuw in te richten, zodat er ruimte komt voor bomen en fietsers. "
    "Het plan is daarna met de bewoners besproken en op een paar plaatsen nog aangepast aan hun wensen."
)


def read(made: Pdf) -> Source:
    return read_pdf(made.bytes(), "voorstel.pdf", ReadOptions())


def texts(source: Source) -> list[str]:
    return [block.plain() for block in source.blocks]


def items(source: Source) -> list[tuple[str, int, str]]:
    return [(block.number, block.level, block.text) for block in source.walk() if block.kind is BlockKind.ITEM]


def one(made: Pdf) -> Block:
    (block,) = read(made).blocks
    return block


def test_the_lines_of_a_paragraph_are_joined() -> None:
    made = Pdf()
    made.page().paragraph(100, PROSE)
    assert texts(read(made)) == [PROSE]


def test_paragraphs_with_space_between_them_are_told_apart() -> None:
    made = Pdf()
    page = made.page()
    y = page.paragraph(100, PROSE)
    page.paragraph(y + 8, PROSE)
    assert texts(read(made)) == [PROSE, PROSE]


def test_a_line_that_ends_early_ends_its_paragraph_also_without_space() -> None:
    made = Pdf()
    page = made.page()
    y = page.paragraph(100, PROSE)
    page.paragraph(y, PROSE)
    assert texts(read(made)) == [PROSE, PROSE]


def test_a_bold_line_is_split_from_the_text_after_it_and_is_bold() -> None:
    made = Pdf()
    page = made.page()
    page.text(LEFT, 100, "Inleiding", bold=True)
    page.paragraph(100 + LEADING, PROSE)
    first, second = read(made).blocks
    assert (first.text, first.look.bold, first.outline) == ("Inleiding", True, None)
    assert (second.text, second.look.bold) == (PROSE, False)


def test_a_bold_heading_over_two_lines_stays_one() -> None:
    made = Pdf()
    page = made.page()
    heading = "2.1 De gevolgen voor de begroting van dit jaar en de meerjarenraming van de drie jaren erna"
    y = page.paragraph(100, heading, bold=True)
    page.paragraph(y, PROSE)
    assert texts(read(made)) == [heading, PROSE]


def test_bold_words_that_open_a_paragraph_are_its_lead() -> None:
    made = Pdf()
    page = made.page()
    page.text(LEFT, 100, "Kosten:", bold=True)
    page.text(LEFT + 8 * 6.6, 100, "die zijn er niet.")
    block = one(made)
    assert (block.text, block.look.lead, block.look.bold) == ("Kosten: die zijn er niet.", "Kosten:", False)


def test_size_and_capitals_are_told() -> None:
    made = Pdf()
    page = made.page()
    page.text(LEFT, 100, "RAADSVOORSTEL", 16)
    page.paragraph(140, PROSE)
    first, second = read(made).blocks
    assert (first.look.size, first.look.caps) == (16.0, True)
    assert (second.look.size, second.look.caps) == (11.0, False)


def test_small_capitals_are_one_word_with_the_large_one_before_them() -> None:
    made = Pdf()
    page = made.page()
    page.text(LEFT, 100, "B", 11.5)
    page.text(LEFT + 6.9, 100, "EOOGD", 9.2)
    page.text(LEFT + 6.9 + 6 * 5.52, 100, "EFFECT", 9.2)
    assert one(made).text == "BEOOGD EFFECT"


def test_the_dots_of_a_table_of_contents_are_a_tab() -> None:
    made = Pdf()
    page = made.page()
    page.text(LEFT, 100, "1 Aanleiding" + "." * 40 + "3")
    page.text(LEFT, 130, "2 Beoogd effect " + ". " * 30 + "12")
    page.text(LEFT, 160, "Paraaf: " + "." * 40)
    assert texts(read(made)) == ["1 Aanleiding\t3", "2 Beoogd effect\t12", "Paraaf: " + "." * 40]


def test_list_items_have_their_number_and_all_their_lines() -> None:
    made = Pdf()
    page = made.page()
    y = page.paragraph(100, "Het college stelt voor:")
    y = page.paragraph(y, f"1. {PROSE}", hang=3)
    y = page.paragraph(y, "2. Een krediet:", hang=3)
    y = page.paragraph(y, "a. van € 5.000;", x=LEFT + 20, hang=3)
    y = page.paragraph(y, "b. van € 6.000.", x=LEFT + 20, hang=3)
    page.paragraph(y, "3. Niets meer.", hang=3)
    assert items(read(made)) == [
        ("1.", 0, PROSE),
        ("2.", 0, "Een krediet:"),
        ("a.", 1, "van € 5.000;"),
        ("b.", 1, "van € 6.000."),
        ("3.", 0, "Niets meer."),
    ]


@pytest.mark.parametrize("numbers", [["1.", "2.", "3."], ["a.", "b.", "c."], ["ii.", "iii.", "iv."]])
def test_an_item_below_a_full_line_is_told_by_the_number_that_comes_next(numbers: list[str]) -> None:
    made = Pdf()
    page = made.page()
    for at, number in enumerate(numbers):
        page.text(LEFT, 100 + at * LEADING, f"{number} de straat in het voorjaar opnieuw in te richten met bomen en een fietspad")
    assert [number for number, _, _ in items(read(made))] == numbers


def test_bullets_of_every_kind_are_shown_as_one() -> None:
    made = Pdf()
    page = made.page()
    for at, bullet in enumerate("•-–o"):
        page.text(LEFT, 100 + at * LEADING, f"{bullet} punt")
    assert [number for number, _, _ in items(read(made))] == ["•"] * 4


def test_a_wrapped_line_that_opens_with_a_number_is_no_item() -> None:
    made = Pdf()
    page = made.page()
    page.text(LEFT, 100, "De raad vergadert volgens het rooster van dit jaar pas weer op vrijdag")
    page.text(LEFT, 100 + LEADING, "12. Daarna is het reces.")
    assert [block.kind for block in read(made).blocks] == [BlockKind.PARAGRAPH]


def test_a_numbered_heading_keeps_its_number_in_its_text() -> None:
    made = Pdf()
    page = made.page()
    page.text(LEFT, 100, "3. Financiële gevolgen", bold=True)
    page.paragraph(130, PROSE)
    block = read(made).blocks[0]
    assert (block.kind, block.text, block.number) == (BlockKind.PARAGRAPH, "3. Financiële gevolgen", "")


def test_a_name_is_no_list_item_and_an_amount_with_a_sign_neither() -> None:
    made = Pdf()
    page = made.page()
    page.text(LEFT, 100, "J. de Vries")
    page.text(LEFT, 140, "- € 4.000")
    assert items(read(made)) == []


def test_words_broken_at_the_end_of_a_line_are_mended() -> None:
    made = Pdf()
    page = made.page()
    lines = [
        "Het college heeft daarover uitvoerig gesproken met de ondernemersver-",
        "eniging en met de bewoners van de straat. Zij vinden dat de gemeente-",
        "raad snel moet besluiten, want de kosten van de bouw- en aanleg- en be-",
        "heerkosten lopen op. In Noord-",
        "Holland gebeurt dat ook, voor in- ",
        "en uitvoer.",
    ]
    for at, line in enumerate(lines):
        page.text(LEFT, 100 + at * LEADING, line)
    text = " ".join(texts(read(made)))
    assert "ondernemersvereniging" in text
    assert "gemeenteraad" in text
    assert "Noord-Holland" in text
    assert "in- en uitvoer" in text


def test_a_real_hyphen_at_the_end_of_a_line_stays_where_the_document_writes_it_so() -> None:
    made = Pdf()
    page = made.page()
    y = page.paragraph(100, "De verkeers-veiligheid telt.")
    page.text(LEFT, y + 20, "Wie de straat opnieuw inricht let daarbij ook goed op de verkeers-")
    page.text(LEFT, y + 20 + LEADING, "veiligheid van kinderen.")
    assert texts(read(made))[1].endswith("op de verkeers-veiligheid van kinderen.")


def test_fields_below_each_other_stay_apart() -> None:
    made = Pdf()
    page = made.page()
    for at, line in enumerate(("Onderwerp: krediet voor de straat", "Steller: J. de Vries", "Datum: 12 maart 2026")):
        page.text(LEFT, 100 + at * LEADING, line)
    assert texts(read(made)) == ["Onderwerp: krediet voor de straat", "Steller: J. de Vries", "Datum: 12 maart 2026"]


def test_the_parts_of_a_decree_and_the_signatures_stay_apart() -> None:
    made = Pdf()
    page = made.page()
    lines = [
        "gelezen het voorstel van het college van burgemeester en wethouders;",
        "gelet op artikel 147 van de Gemeentewet en de verordening van 2024;",
        "Aldus vastgesteld in de openbare vergadering van de raad van 12 mei,",
        "de griffier, M. Jansen",
    ]
    for at, line in enumerate(lines):
        page.text(LEFT, 100 + at * LEADING, line)
    assert texts(read(made)) == lines


def test_footnotes_are_apart_and_their_references_leave_the_text() -> None:
    made = Pdf()
    page = made.page()
    page.paragraph(100, PROSE)
    page.text(LEFT, 200, "Dat stond in het coalitieakkoord")
    page.text(LEFT + 32 * 6.6, 196, "1", 6)
    page.text(LEFT + 33 * 6.6 + 4, 200, "van 2022.")
    page.text(LEFT, 700, "1", 6)
    page.text(LEFT + 8, 703, "Coalitieakkoord, pagina 12.", 9)
    source = read(made)
    assert texts(source) == [PROSE, "Dat stond in het coalitieakkoord van 2022.", "1 Coalitieakkoord, pagina 12."]
    assert source.blocks[-1].origin.value == "footnote"


def test_square_metres_keep_their_square() -> None:
    made = Pdf()
    page = made.page()
    page.text(LEFT, 100, "Er komt 900 m")
    page.text(LEFT + 13 * 6.6, 96, "2", 6)
    page.text(LEFT + 14 * 6.6, 100, "bij.")
    assert one(made).text == "Er komt 900 m² bij."


def test_a_turned_page_reads_like_an_upright_one() -> None:
    made = Pdf()
    page = made.page(rotate=90)
    page.text(100, 700, "Deze tekst staat op de zijkant", turn="0 1 -1 0")
    page.text(100 + LEADING, 700, "van een liggende bladzijde.", turn="0 1 -1 0")
    assert texts(read(made)) == ["Deze tekst staat op de zijkant", "van een liggende bladzijde."]


def test_a_stamp_across_the_page_is_not_in_the_text() -> None:
    made = Pdf()
    page = made.page()
    page.paragraph(100, PROSE)
    page.text(200, 500, "CONCEPT", 60, turn="0.7 0.7 -0.7 0.7")
    source = read(made)
    assert texts(source) == [PROSE]
    assert source.furniture == ("CONCEPT",)


def test_a_large_word_behind_the_text_is_not_in_it() -> None:
    made = Pdf()
    page = made.page()
    page.text(100, 150, "CONCEPT", 80)
    y = page.paragraph(100, PROSE)
    page.paragraph(y, PROSE)
    source = read(made)
    assert texts(source) == [PROSE, PROSE]
    assert source.furniture == ("CONCEPT",)


def test_blocks_know_their_page_and_their_place_in_the_document() -> None:
    source = read_pdf(pdf([(LEFT, 100, "Een.")], [(LEFT, 100, "Twee.")]), "x.pdf", ReadOptions())
    assert [(block.page, block.index) for block in source.blocks] == [(1, 0), (2, 1)]
    assert source.pages == 2


def test_a_page_begun_on_purpose_is_seen() -> None:
    made = Pdf()
    page = made.page()
    y = 100.0
    while y < 700:
        y = page.paragraph(y, PROSE) + 8
    made.page().text(LEFT, 100, "Kort.")
    made.page().text(LEFT, 100, "Raadsbesluit")
    by_text = {block.text: block.look.breaks_page for block in read(made).blocks}
    assert (by_text["Kort."], by_text["Raadsbesluit"]) == (False, True)

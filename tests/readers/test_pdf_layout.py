"""What is read first on a page, what belongs to the page and not to the text, and what goes on over pages."""

from __future__ import annotations

import textwrap

from tests.readers.pdf_build import LEADING, LEFT, Pdf
from tests.readers.test_pdf_text import PROSE, read, texts

OTHER = (
    "Het college verwacht dat de werkzaamheden na de zomer beginnen en dat de straat voor het einde van het jaar weer open is, "
    "zodat de winkels in december goed bereikbaar zijn voor hun klanten uit de hele omgeving."
)
LONG = "De bewoners zijn uitgenodigd om mee te denken over de inrichting van hun straat en hebben daar gebruik van gemaakt."


def numbered(count: int) -> Pdf:
    """Pages with a header, a footer with the page number, and a sentence that runs over the end of each page."""
    made = Pdf()
    for number in range(1, count + 1):
        page = made.page()
        page.text(LEFT, 40, "Gemeente Maasvoort - raadsvoorstel")
        page.paragraph(100, PROSE)
        page.text(LEFT, 760, "De zin op de laatste regel van de bladzijde loopt zonder punt door op")
        page.text(LEFT, 800, f"Zaaknummer 2025-048 - pagina {number} van {count}")
    return made


def test_two_columns_are_read_one_after_the_other() -> None:
    made = Pdf()
    page = made.page()
    page.text(LEFT, 60, "Een kop over de hele breedte van de bladzijde, boven de twee kolommen", 12, bold=True)
    y = page.paragraph(100, PROSE, letters=32)
    page.paragraph(y + 8, LONG, letters=32)
    page.paragraph(103, OTHER, letters=32, x=LEFT + 240)
    assert texts(read(made))[1:] == [PROSE, LONG, OTHER]


def test_a_paragraph_that_goes_on_in_the_next_column_is_one() -> None:
    made = Pdf()
    page = made.page()
    lines = textwrap.wrap(f"{PROSE} {OTHER}", 32)
    half = len(lines) // 2
    for at, line in enumerate(lines):
        left = at < half
        page.text(LEFT if left else LEFT + 240, 100 + (at if left else at - half) * LEADING, line)
    assert texts(read(made)) == [f"{PROSE} {OTHER}"]


def test_running_headers_footers_and_page_numbers_leave_the_text_also_on_two_pages() -> None:
    for count in (2, 3, 7):
        source = read(numbered(count))
        assert source.furniture == ("Gemeente Maasvoort - raadsvoorstel", f"Zaaknummer 2025-048 - pagina 1 van {count}")
        assert not any("Maasvoort" in text or "pagina" in text for text in texts(source))


def test_a_sentence_that_is_cut_by_the_end_of_a_page_is_one() -> None:
    made = numbered(2)
    made.pages[1].operators.pop(1)
    made.pages[1].text(LEFT, 90, "de eerste regel van de volgende.")
    joined = "De zin op de laatste regel van de bladzijde loopt zonder punt door op de eerste regel van de volgende."
    assert any(text.startswith(joined) for text in texts(read(made)))


def test_a_page_number_that_stands_alone_is_no_text() -> None:
    for number in ("2", "- 2 -", "Pagina 2 van 2", "2/2", "blad 2"):
        made = Pdf()
        made.page().paragraph(100, PROSE)
        page = made.page()
        page.paragraph(100, OTHER)
        page.text(300, 810, number)
        source = read(made)
        assert texts(source) == [PROSE, OTHER]
        assert source.furniture == (number,)


def test_amounts_at_the_same_place_on_two_pages_are_no_furniture() -> None:
    made = Pdf()
    for amount in ("2026: 5.000 euro", "2027: 7.500 euro"):
        page = made.page()
        page.text(LEFT, 60, amount)
        page.paragraph(100, PROSE)
    assert [text for text in texts(read(made)) if "euro" in text] == ["2026: 5.000 euro", "2027: 7.500 euro"]


def test_an_item_that_is_cut_by_the_end_of_a_page_is_one() -> None:
    made = Pdf()
    first = made.page()
    first.paragraph(100, PROSE)
    first.text(LEFT, 760, "1. In te stemmen met het plan voor de herinrichting van de straat en")
    second = made.page()
    second.text(LEFT + 20, 100, "het plein;")
    second.text(LEFT, 100 + LEADING, "2. Een krediet beschikbaar te stellen.")
    assert texts(read(made))[1:] == [
        "1. In te stemmen met het plan voor de herinrichting van de straat en het plein;",
        "2. Een krediet beschikbaar te stellen.",
    ]


def test_a_page_that_is_a_copy_of_another_keeps_its_heading() -> None:
    made = Pdf()
    for _ in range(2):
        page = made.page()
        page.text(LEFT, 60, "Raadsbesluit", bold=True)
        y = 100.0
        for _ in range(4):
            y = page.paragraph(y, PROSE) + 8
    assert texts(read(made)).count("Raadsbesluit") == 2


def test_words_with_a_line_drawn_right_below_them_are_underlined() -> None:
    made = Pdf()
    page = made.page()
    page.text(LEFT, 60, "Aanleiding")
    page.line(LEFT, 62, LEFT + 66, 62)
    page.text(LEFT, 90, "Een titel boven een lijn over de hele bladzijde")
    page.line(LEFT, 92, LEFT + 480, 92)
    page.text(LEFT, 120, "www.maasvoort.example")
    page.line(LEFT, 122, LEFT + 138, 122)
    page.paragraph(150, PROSE)
    assert [block.look.underlined for block in read(made).blocks] == [True, False, False, False]


def test_small_text_far_beside_a_title_is_no_part_of_it() -> None:
    made = Pdf()
    page = made.page()
    page.text(LEFT, 100, "Raadsvoorstel", 20, bold=True)
    for at, text in enumerate(("Zaaknummer: 12", "Steller: P. Jansen", "Telefoon: 12 34")):
        page.text(380, 88 + 12 * at, text, 9)
    page.paragraph(160, PROSE)
    assert [block.text for block in read(made).blocks if block.look.bold] == ["Raadsvoorstel"]
    assert "Steller: P. Jansen" in [block.text for block in read(made).blocks]


def test_a_heading_below_two_columns_is_read_behind_both() -> None:
    made = Pdf()
    page = made.page()
    page.paragraph(100, PROSE, letters=32)
    page.paragraph(100, OTHER, letters=32, x=LEFT + 240)
    page.text(LEFT, 250, "Financiën", bold=True)
    page.paragraph(270, LONG)
    assert texts(read(made)) == [PROSE, OTHER, "Financiën", LONG]

"""The report as a Word document."""

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from toets.model.outcome import Status
from toets.model.report import DocumentReport
from toets.model.rule import Severity
from toets.reports.sheet import Book, Grid, Sheet, Words
from toets.reports.views import VIEWS, view_for
from toets.reports.word import document, to_word
from toets.reports.word_styles import TABLE_WIDTH

from .build import KREDIET, at, failed, judged, lookalike, outcome, quoted, ready, report, unreadable

EVERYTHING = report(judged(), ready(), lookalike(), unreadable(), failed())
HUNDREDS = tuple(outcome(f"AAA-{n:03}", Status.VIOLATED, Severity.ATTENTION, evidence=(KREDIET,)) for n in range(200))
MANY = replace(judged(), outcomes=HUNDREDS)


def word(data: bytes) -> Any:
    return docx.Document(BytesIO(data))


def headings(one: Any) -> list[tuple[int, str]]:
    """The headings as Word's own navigation sees them: by the style or what it is based on."""
    found = []
    for paragraph in one.paragraphs:
        style = paragraph.style
        while style is not None and not style.name.startswith("Heading "):
            style = style.base_style
        if style is not None:
            found.append((int(style.name[-1]), paragraph.text))
    return found


def test_headings_are_real_headings_in_reading_order() -> None:
    assert headings(word(to_word(report()))) == [
        (1, "Eerst te herstellen"), (2, "De dekking is herleidbaar"), (1, "Beslispunten"), (1, "Bevindingen per onderdeel"),
        (2, "Planning en uitvoering"), (3, "Terugkoppeling aan de raad"), (2, "Nog niet in het document"),
        (3, "De opdracht is expliciet"), (1, "In orde"), (1, "Uitzonderingen"), (1, "Niet te beoordelen"), (1, "Niet getoetst"),
        (1, "Gevonden in het document"), (2, "Bedragen"), (2, "Betrokkenen"), (1, "Over dit verslag"),
    ]  # fmt: skip


def test_the_document_says_what_it_is_and_in_which_language_and_not_when_it_was_made() -> None:
    one = word(to_word(report()))
    assert one.core_properties.title == "Toetsverslag: Raadsvoorstel: Krediet nieuwbouw sporthal De Veste"
    assert one.core_properties.language == "nl-NL"
    assert one.core_properties.created is None
    assert one.styles["Normal"].element.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val")) == "nl-NL"


def test_every_table_has_a_header_row_that_repeats_and_a_description() -> None:
    one = word(to_word(report()))
    assert [table.rows[0].cells[0].text for table in one.tables] == ["Nr.", "Regel", "Waarvoor", "Rol"]
    for table in one.tables:
        assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert table.rows[1]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))


def test_pages_are_numbered() -> None:
    footer = word(to_word(report())).sections[0].footer._element.xml
    assert 'w:instr="PAGE"' in footer
    assert 'w:instr="NUMPAGES"' in footer


def test_every_link_leads_to_a_bookmark() -> None:
    body = word(to_word(EVERYTHING)).element.body
    marks = [node.get(qn("w:name")) for node in body.iter(qn("w:bookmarkStart"))]
    assert len(marks) == len(set(marks))
    links = {node.get(qn("w:anchor")) for node in body.iter(qn("w:hyperlink"))}
    assert links
    assert links <= set(marks)


def test_severity_is_said_in_words_and_not_by_colour_alone() -> None:
    labels = [each.text for each in word(to_word(report())).paragraphs if each.style.name == "Bevinding label"]
    assert labels == [
        "MID-02 · blokkerend, niet voldaan",
        "UIT-08 · advies, n.v.t. zonder reden",
        "OPD-01 · aandacht, deels voldaan",
    ]


@pytest.mark.parametrize("one", [judged(), ready(), lookalike(), unreadable(), failed(), replace(judged(), document=None), MANY])
@pytest.mark.parametrize("reader", ["", *VIEWS])
def test_every_document_makes_a_word_document_for_every_reader(one: DocumentReport, reader: str) -> None:
    assert word(to_word(report(one), view=view_for(reader))).paragraphs


def test_several_documents_start_on_a_page_of_their_own_after_the_overview() -> None:
    one = word(to_word(EVERYTHING))
    titles = [each.text for each in one.paragraphs if each.style.name == "Title"]
    assert titles[0] == "5 documenten"
    assert len(titles) == 6
    assert sum(bool(each.paragraph_format.page_break_before) for each in one.paragraphs) == 5


def test_text_of_a_document_stays_text() -> None:
    nasty = "<w:p/> \x00\x0b & \ufffe {PAGE} \ud800"
    one = replace(judged(path=nasty), outcomes=(outcome("MID-02", title=nasty, message=nasty, evidence=(quoted(nasty, at(1)),)),))
    assert any("<w:p/> & {PAGE}" in each.text for each in word(to_word(report(one))).paragraphs)


def test_the_same_report_gives_the_same_bytes() -> None:
    data = to_word(EVERYTHING)
    assert data == to_word(EVERYTHING)
    with ZipFile(BytesIO(data)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_finding_stays_on_one_page_up_to_its_last_line() -> None:
    paragraphs = word(to_word(report())).paragraphs
    start = next(n for n, one in enumerate(paragraphs) if one.text.startswith("MID-02 ·"))
    end = next(n for n in range(start, len(paragraphs)) if paragraphs[n].style.name == "Klein")
    kept = [one.paragraph_format.keep_with_next for one in paragraphs[start + 2 : end + 1]]
    assert all(kept[:-1])
    assert not kept[-1]


def test_the_code_of_a_rule_in_a_table_is_not_broken() -> None:
    (cell,) = [cell for cell in word(to_word(report())).tables[0].column_cells(2) if "MID-02" in cell.text]
    assert len([*cell._tc.iter(qn("w:noBreakHyphen"))]) == 1


def test_no_column_is_narrower_than_its_longest_word() -> None:
    rows = (((Words("Krediet"),), (Words("terugsturen"),), (Words("3"),)),)
    grid = Grid("Voorstellen", ("Voorstel", "Stand", "Veranderd"), (90, 5, 5), rows)
    (table,) = word(document(Book("", (Sheet("a", "", "", (grid,), ()),), ()))).tables
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.iter(qn("w:gridCol"))]
    assert all(least <= width for least, width in zip((1100, 1100, 1000), widths, strict=True))
    assert sum(widths) == TABLE_WIDTH


def test_what_is_in_order_and_what_was_not_tested_take_few_lines() -> None:
    many = tuple(outcome(f"AAA-{n:02}", Status.SATISFIED, title=f"Titel {n}") for n in range(30))
    paragraphs = word(to_word(report(replace(judged(), outcomes=many)))).paragraphs
    (told,) = [each.text for each in paragraphs if "Titel 7" in each.text]
    assert "Titel 7; AAA" in told.replace("\u2011", "-")
    left_out = next(each for each in paragraphs if each.text.startswith("Uitgezet in profiel griffie"))
    assert left_out.style.name == "Klein"


def test_a_title_longer_than_a_word_file_can_hold_is_cut_in_its_properties_only() -> None:
    one = judged()
    assert one.document is not None
    long = "Vaststellen van de verordening op de heffing en invordering van leges " * 5
    made = word(to_word(report(replace(one, document=replace(one.document, subject=long)))))
    assert len(made.core_properties.title) <= 255
    assert made.core_properties.title.endswith("…")
    assert any(long.strip() in paragraph.text for paragraph in made.paragraphs)

"""What a file holds beside its text: pictures with their description, headings of tables, hidden text, language."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.shared import Cm

from toets.model.document import BlockKind, Source
from toets.readers import ReadOptions, read_bytes

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44"
    "ae426082"
)


def word(make: Callable[[Any], None]) -> Source:
    document = Document()
    document.add_heading("Raadsvoorstel", 1)
    make(document)
    out = io.BytesIO()
    document.save(out)
    return read_bytes(out.getvalue(), "voorstel.docx")


def add_picture(document: Any, description: str) -> None:
    document.add_picture(io.BytesIO(DOT), width=Cm(8), height=Cm(4))
    document.inline_shapes[-1]._inline.docPr.set("descr", description)


def test_a_picture_comes_with_its_description_and_size() -> None:
    def make(document: Any) -> None:
        add_picture(document, "Kaart van het plein")
        add_picture(document, "")

    source = word(make)
    assert [picture.words for picture in source.pictures] == ["Kaart van het plein", ""]
    assert [(round(picture.width), round(picture.height)) for picture in source.pictures] == [(8, 4), (8, 4)]
    assert all(picture.location.paragraph is not None for picture in source.pictures)


def test_text_that_word_hides_is_kept_apart_from_the_text() -> None:
    def make(document: Any) -> None:
        paragraph = document.add_paragraph("Wij vragen € 40.000.")
        paragraph.add_run(" De bieding was € 31.000.").font.hidden = True

    source = word(make)
    assert [hidden.text for hidden in source.hidden] == ["De bieding was € 31.000."]
    assert not any("31.000" in block.text for block in source.walk())
    assert source.blocks[source.hidden[0].location.paragraph or 0].text == "Wij vragen € 40.000."


@pytest.mark.parametrize("marked", [0, 1, 2])
def test_rows_marked_as_heading_of_a_word_table_are_counted(marked: int) -> None:
    def make(document: Any) -> None:
        table = document.add_table(3, 2)
        for row in table.rows:
            for cell in row.cells:
                cell.text = "x"
        for row in table.rows[:marked]:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    table = next(block for block in word(make).blocks if block.kind is BlockKind.TABLE)
    assert table.heads == marked


PAGE = """<html lang="nl"><head><title>Voorstel plein</title><meta name="author" content="J. Jansen"></head><body>
<h1>Raadsvoorstel</h1><p>Tekst <del>oud</del><ins>nieuw</ins>.</p><p style="display: none">geheim</p>
<img src="a.png"><img src="b.png" alt=""><img src="c.png" alt="Kaart">
<table><tr><th>Post</th><th>Bedrag</th></tr><tr><th>Straat</th><td>10</td></tr></table>
<table><tr><td>Post</td><td>Bedrag</td></tr><tr><td>Straat</td><td>10</td></tr></table></body></html>"""


def test_a_page_tells_of_its_pictures_hidden_text_changes_and_itself() -> None:
    source = read_bytes(PAGE.encode(), "voorstel.html")
    assert [(picture.words, picture.decorative) for picture in source.pictures] == [("", False), ("", True), ("Kaart", False)]
    assert [hidden.text for hidden in source.hidden] == ["geheim"]
    assert source.changes == 2
    assert dict(source.properties) == {"title": "Voorstel plein", "language": "nl", "author": "J. Jansen"}
    assert [block.heads for block in source.blocks if block.kind is BlockKind.TABLE] == [1, 0]


def test_changes_in_a_page_are_read_by_policy() -> None:
    def text(**given: Any) -> str:
        return read_bytes(PAGE.encode(), "voorstel.html", ReadOptions(**given)).blocks[1].text

    assert text() == "Tekst nieuw."
    assert text(changes="original") == "Tekst oud."


def test_a_picture_in_markdown_comes_with_its_description() -> None:
    source = read_bytes(b"# Voorstel\n\nZie ![Kaart](a.png) en ![](b.png)\n", "voorstel.md")
    assert [picture.words for picture in source.pictures] == ["Kaart", ""]


ODT = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">
<office:automatic-styles><style:default-style style:family="paragraph"><style:text-properties fo:language="nl" fo:country="NL"/>
</style:default-style></office:automatic-styles>
<office:body><office:text><text:h text:outline-level="1">Raadsvoorstel</text:h>
<text:p>Zie <draw:frame svg:width="8cm" svg:height="4cm"><draw:image xlink:href="Pictures/a.png"/>
<svg:desc>Kaart van het plein</svg:desc></draw:frame></text:p>
<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Post</text:p></table:table-cell></table:table-row>
</table:table-header-rows><table:table-row><table:table-cell><text:p>Straat</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""


def test_an_open_document_tells_of_pictures_headings_of_tables_and_language() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", ODT)
    source = read_bytes(out.getvalue(), "voorstel.odt")
    assert [(picture.words, picture.width) for picture in source.pictures] == [("Kaart van het plein", 8.0)]
    assert next(block for block in source.blocks if block.kind is BlockKind.TABLE).heads == 1
    assert source.properties["language"] == "nl-NL"

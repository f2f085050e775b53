"""What stands around the text of a Word file: notes, boxes, headers, pictures, properties."""

from __future__ import annotations

import hashlib

import pytest

from toets.model.document import Location, Origin, Source
from toets.readers import read_bytes

from .build import cell, docx, package, paragraph, part, row, run, styles, table

_GRAPHIC = "<wp:inline>{}<a:graphic><a:graphicData>{}</a:graphicData></a:graphic></wp:inline>"
_BLIP = '<a:blip r:embed="rId9"/>'
_NOTE = '<w:r><w:{0}Reference w:id="{1}"/></w:r>'


def source(body: str, **parts: str) -> Source:
    return read_bytes(docx(body, **parts), "voorstel.docx")


def told(read: Source) -> list[tuple[str, str, str]]:
    return [(block.origin.value, block.number, block.text) for block in read.walk()]


def box(content: str) -> str:
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    modern = f"<w:drawing>{_GRAPHIC.format('', f'<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp>')}</w:drawing>"
    older = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{modern}</mc:Choice><mc:Fallback>{older}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def notes(sort: str, *each: str) -> str:
    lines = f'<w:{sort} w:id="0" w:type="separator">{paragraph("lijn")}</w:{sort}>'
    return part(
        f"{sort}s", lines + "".join(f'<w:{sort} w:id="{n}">{paragraph(text)}</w:{sort}>' for n, text in enumerate(each, 1))
    )


def picture(width: float, height: float, more: str = "", description: str = "") -> str:
    size = f'<wp:extent cx="{int(width * 360000)}" cy="{int(height * 360000)}"/>'
    about = f'<wp:docPr id="1" name="x" descr="{description}">{more}</wp:docPr>'
    return f"<w:r><w:drawing>{_GRAPHIC.format(size + about, _BLIP)}</w:drawing></w:r>"


def test_a_text_box_is_read_once_after_the_paragraph_it_hangs_on() -> None:
    read = source(paragraph(runs=run("voor ") + box(paragraph("in de doos")) + run("na")) + paragraph("verder"))
    assert told(read) == [("body", "", "voor na"), ("box", "", "in de doos"), ("body", "", "verder")]


def test_an_old_text_box_is_read() -> None:
    inside = f"<v:textbox><w:txbxContent>{paragraph('doos')}</w:txbxContent></v:textbox>"
    old = f"<w:r><w:pict><v:shape>{inside}</v:shape></w:pict></w:r>"
    assert told(source(paragraph(runs=old) + paragraph("tekst"))) == [("box", "", "doos"), ("body", "", "tekst")]


def test_boxes_in_boxes_and_tables_in_boxes_are_read_once() -> None:
    inner = paragraph("buiten") + paragraph(runs=box(table(row("binnen"))))
    assert [text for _, _, text in told(source(paragraph(runs=box(inner))))] == ["buiten", "", "binnen"]


def test_a_box_in_a_cell_stands_in_that_cell() -> None:
    read = source(table(row(cell(paragraph(runs=run("cel") + box(paragraph("doos")))))))
    assert [(block.origin, block.text) for block in read.blocks[0].rows[0][0].blocks] == [
        (Origin.BODY, "cel"),
        (Origin.BOX, "doos"),
    ]


def test_footnotes_stand_after_the_paragraph_that_refers_to_them() -> None:
    body = paragraph(runs=run("eerste") + _NOTE.format("footnote", 2) + run(" tweede") + _NOTE.format("footnote", 1)) + paragraph(
        "verder"
    )
    read = source(body, footnotes=notes("footnote", "noot een", "noot twee"))
    assert told(read) == [
        ("body", "", "eerste tweede"),
        ("footnote", "1", "noot twee"),
        ("footnote", "2", "noot een"),
        ("body", "", "verder"),
    ]
    assert [block.index for block in read.blocks] == [0, 1, 2, 3]


def test_endnotes_have_their_own_count() -> None:
    body = paragraph(runs=run("a") + _NOTE.format("footnote", 1) + _NOTE.format("endnote", 1) + _NOTE.format("endnote", 2))
    read = source(body, footnotes=notes("footnote", "voet"), endnotes=notes("endnote", "eind", "slot"))
    assert told(read)[1:] == [("footnote", "1", "voet"), ("endnote", "i", "eind"), ("endnote", "ii", "slot")]


def test_a_note_in_a_table_stands_after_the_table() -> None:
    inside = cell(paragraph(runs=run("€ 5.000") + _NOTE.format("footnote", 1)))
    read = source(table(row("kosten", inside)), footnotes=notes("footnote", "exclusief btw"))
    assert read.blocks[0].rows[0][1].text == "€ 5.000"
    assert told(read)[-1] == ("footnote", "1", "exclusief btw")


def test_notes_that_nobody_refers_to_and_notes_that_are_missing_are_left_out() -> None:
    body = paragraph(runs=run("a") + _NOTE.format("footnote", 7))
    assert told(source(body, footnotes=notes("footnote", "niet gebruikt"))) == [("body", "", "a")]
    assert told(source(body)) == [("body", "", "a")]


def test_a_note_that_refers_to_itself_is_given_once() -> None:
    footnotes = part(
        "footnotes", f'<w:footnote w:id="1">{paragraph(runs=run("noot") + _NOTE.format("footnote", 1))}</w:footnote>'
    )
    assert told(source(paragraph(runs=run("a") + _NOTE.format("footnote", 1)), footnotes=footnotes))[1:] == [
        ("footnote", "1", "noot")
    ]


def test_headers_and_footers_are_furniture_each_text_once() -> None:
    used = '<w:headerReference r:id="rheader1"/><w:headerReference r:id="rheader2"/><w:footerReference r:id="rfooter1"/>'
    body = f"{paragraph('tekst')}<w:sectPr>{used}</w:sectPr>"
    read = source(
        body,
        header1=part("hdr", paragraph("Gemeente X")),
        header2=part("hdr", paragraph("Gemeente X")),
        footer1=part("ftr", table(row("Zaak 1", "blad 2"))),
        header3=part("hdr", paragraph("niet gebruikt")),
    )
    assert read.furniture == ("Gemeente X", "Zaak 1 | blad 2")
    assert told(read) == [("body", "", "tekst")]


def test_a_large_picture_is_named_with_its_description_and_place() -> None:
    (unread,) = source(paragraph("a") + paragraph(runs=run("zie ") + picture(12, 8, description="Tabel met kosten"))).unread
    assert unread.what == "afbeelding, mogelijk met tekst (12 × 8 cm): “Tabel met kosten”"
    assert unread.location == Location(paragraph=1, start=3, end=3)


@pytest.mark.parametrize(
    "small", [picture(4, 2), picture(30, 1), picture(12, 8, '<a:ext><x:decorative xmlns:x="y" val="1"/></a:ext>')]
)
def test_a_logo_a_line_and_a_decoration_are_not_named(small: str) -> None:
    assert source(paragraph(runs=run("a") + small)).unread == ()


def test_a_picture_in_a_header_is_only_named_if_it_is_more_than_a_logo() -> None:
    body = paragraph("a") + '<w:sectPr><w:headerReference r:id="rheader1"/></w:sectPr>'
    assert source(body, header1=part("hdr", paragraph(runs=picture(8, 6)))).unread == ()
    (unread,) = source(body, header1=part("hdr", paragraph(runs=picture(20, 27)))).unread
    assert "kop- of voettekst" in unread.what


def test_an_old_picture_tells_its_size_in_its_style() -> None:
    old = '<w:r><w:pict><v:shape style="width:{}pt;height:300pt" alt="Kaart"><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r>'
    assert [each.what for each in source(paragraph(runs=run("a") + old.format(400))).unread] == [
        "afbeelding, mogelijk met tekst (14 × 11 cm): “Kaart”"
    ]
    assert source(paragraph(runs=run("a") + old.format(20))).unread == ()


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        ('<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>', "ingesloten object (Excel-werkblad)"),
        ('<w:object><o:OLEObject ProgID="Iets.Anders"/></w:object>', "ingesloten object (Iets.Anders)"),
        (
            "<w:drawing><wp:inline><a:graphic><a:graphicData><c:chart/></a:graphicData></a:graphic></wp:inline></w:drawing>",
            "grafiek",
        ),
    ],
)
def test_objects_and_charts_are_named(xml: str, what: str) -> None:
    assert [each.what for each in source(paragraph(runs=run("a") + f"<w:r>{xml}</w:r>")).unread] == [what]


def test_an_inserted_document_is_named() -> None:
    (unread,) = source(paragraph("a") + '<w:altChunk r:id="x"/>' + paragraph("b")).unread
    assert unread.what == "ingevoegd document (altChunk)"
    assert unread.location.paragraph == 1


def test_a_place_after_the_last_block_is_moved_to_it() -> None:
    (unread,) = source(paragraph("a") + paragraph(runs=picture(12, 8))).unread
    assert unread.location == Location(paragraph=0)


@pytest.mark.parametrize(
    ("name", "word"), [("styles", "koppen"), ("numbering", "nummers"), ("footnotes", "voetnoten"), ("endnotes", "eindnoten")]
)
def test_a_damaged_part_is_named_and_the_rest_is_read(name: str, word: str) -> None:
    read = source(paragraph("tekst"), **{name: "<w:kapot"})
    assert told(read) == [("body", "", "tekst")]
    assert [word in each.what for each in read.unread] == [True]


def test_properties_of_the_file() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Raadsvoorstel  X</dc:title><dc:creator>Jansen</dc:creator>'
        "<cp:lastModifiedBy>Pietersen</cp:lastModifiedBy></cp:coreProperties>"
    )
    app = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>7</Pages></Properties>'
    data = package(
        {
            "word/document.xml": part("document", f"<w:body>{paragraph('tekst')}</w:body>"),
            "word/styles.xml": styles(defaults='<w:lang w:val="nl-NL"/>'),
            "docProps/core.xml": core,
            "docProps/app.xml": app,
        }
    )
    read = read_bytes(data, "v.docx")
    assert dict(read.properties) == {
        "language": "nl-NL",
        "title": "Raadsvoorstel X",
        "author": "Jansen",
        "last_modified_by": "Pietersen",
    }
    assert read.pages == 7


def test_the_source_carries_name_format_and_hash() -> None:
    data = docx(paragraph("tekst"))
    read = read_bytes(data, "voorstel.docx")
    assert (read.name, read.format, read.sha256) == ("voorstel.docx", "docx", hashlib.sha256(data).hexdigest())

"""The door of all readers: the format is found from the content, and what can't be read is told with its remedy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from toets.errors import ReadError
from toets.readers import read, read_bytes

from .build import docx, package, paragraph, part, relation, relations

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500
_DOCUMENT = part("document", f"<w:body>{paragraph('tekst')}</w:body>")


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    return message


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "voorstel.docx"
    path.write_bytes(docx(paragraph("Inleiding")))
    source = read(path)
    assert (source.name, source.format, [block.text for block in source.blocks]) == ("voorstel.docx", "docx", ["Inleiding"])


@pytest.mark.parametrize("name", ["voorstel.pdf", "voorstel.txt", "voorstel", "-"])
def test_a_word_file_is_known_whatever_its_name(name: str) -> None:
    assert read_bytes(docx(paragraph("tekst")), name).format == "docx"


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (b"Onderwerp\n\nEen tekst.", "voorstel.txt", "txt"),
        (b"Onderwerp\n\nEen tekst.", "-", "txt"),
        (b"# Onderwerp\n\nEen tekst.", "-", "md"),
        (b"Onderwerp\n\nEen tekst.", "voorstel.md", "md"),
        (b"<!DOCTYPE html><html><body><p>Een tekst.</p></body></html>", "voorstel.docx", "html"),
        (b"\xef\xbb\xbf  <html><p>Een tekst.</p></html>", "voorstel.txt", "html"),
        ("Onderwerp: één tekst".encode("utf-16"), "voorstel.txt", "txt"),
        (b"<b>Let op</b> dit is gewone tekst", "voorstel.txt", "txt"),
    ],
)
def test_kinds_of_text_are_told_apart(data: bytes, name: str, form: str) -> None:
    assert read_bytes(data, name).format == form


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "voorstel.docx", "leeg"),
        (b"\x00" * 9000, "voorstel.docx", "leeg"),
        (b"  \n", "voorstel.txt", "leeg"),
        (b"Dit is gewone tekst.", "voorstel.docx", "gewone tekst"),
        (b"Dit is gewone tekst.", "voorstel.pdf", "gewone tekst"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "voorstel.docx", "wachtwoord"),
        (_OLE + "Workbook".encode("utf-16-le"), "begroting.xls", "ander Office-bestand"),
        (b'<?xml version="1.0"?><w:wordDocument/>', "voorstel.xml", "XML"),
        (b"MIME-Version: 1.0\r\n", "voorstel.doc", "MHTML"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "scan.png", "afbeelding"),
        (b"\x7fELF\x02\x01\x00\x00\xff\xfe\xfa", "programma", "geen leesbaar document"),
        (package({"brief.txt": "tekst"}), "alles.zip", "een zip-bestand"),
        (package({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "begroting.xlsx", "Excel"),
        (package({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "dia.pptx", "presentatie"),
        (package({"[Content_Types].xml": "", "word/styles.xml": ""}), "voorstel.docx", "ontbreekt"),
        (package({"[Content_Types].xml": ""}), "voorstel.docx", "ontbreekt"),
        (docx(paragraph("tekst"))[:-200], "voorstel.docx", "beschadigd"),
        (docx(paragraph("tekst"))[:300], "voorstel.docx", "beschadigd"),
        (package({"word/document.xml": "<w:kapot"}), "voorstel.docx", "beschadigd"),
        (package({"word/document.xml": "<iets/>"}), "voorstel.docx", "geen Word-document"),
        (docx(paragraph()), "voorstel.docx", "geen tekst"),
    ],
)
def test_what_can_not_be_read_is_refused_with_the_reason(data: bytes, name: str, words: str) -> None:
    assert words in refusal(data, name)


@pytest.mark.parametrize("name", ["verslag.json", "a.csv", "a.py", "toets.toml", "a.xml", "A.YAML", "voorstel.log"])
def test_text_of_another_sort_is_refused_with_what_is_read(name: str) -> None:
    message = refusal(b"# Raadsvoorstel\n\nOnderwerp: Een tekst.", name)
    assert f"dit soort bestand ({Path(name).suffix.lower()}) leest toets niet" in message
    assert ".docx, .odt, .pdf, .html, .md en .txt" in message


@pytest.mark.parametrize("name", ["a.txt", "a.TEXT", "a.md", "a.markdown", "voorstel", "Raadsvoorstel nr. 5", "Nota 2026.11"])
def test_text_with_a_known_ending_or_none_is_read(name: str) -> None:
    assert read_bytes(b"Onderwerp\n\nEen tekst.", name).blocks


def test_a_document_of_pictures_only_is_refused_for_having_no_text() -> None:
    picture = '<w:r><w:drawing><a:graphic><a:graphicData><a:blip r:embed="x"/></a:graphicData></a:graphic></w:drawing></w:r>'
    assert "geen leesbare tekst, alleen afbeelding" in refusal(docx(paragraph(runs=picture)), "scan.docx")


def test_missing_files_and_folders_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="niet gevonden"):
        read(tmp_path / "weg.docx")
    with pytest.raises(ReadError, match="een map"):
        read(tmp_path)
    with pytest.raises(ReadError, match=r"kan niet worden gelezen|niet gevonden"):
        read(tmp_path / ("x" * 5000))
    with pytest.raises(ReadError, match=r"kan niet worden gelezen|niet gevonden"):
        read(tmp_path / "a\x00b.docx")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp.docx"
    os.mkfifo(pipe)
    with pytest.raises(ReadError, match="geen gewoon bestand"):
        read(pipe)


def test_the_text_is_found_wherever_the_file_says_it_is() -> None:
    links = relations(relation("r", "officeDocument", "/word/document2.xml"))
    assert read_bytes(package({"_rels/.rels": links, "word/document2.xml": _DOCUMENT}), "v.docx").blocks[0].text == "tekst"


@pytest.mark.parametrize("links", ["<kapot", '<Relationships xmlns="x"><Relationship Target="NULL"/></Relationships>', ""])
def test_broken_references_do_not_hide_the_text(links: str) -> None:
    files = {
        "[Content_Types].xml": "",
        "_rels/.rels": links,
        "word/_rels/document.xml.rels": links,
        "word/document.xml": _DOCUMENT,
    }
    assert read_bytes(package(files), "v.docx").blocks[0].text == "tekst"


def test_parts_with_other_capitals_or_slashes_are_found() -> None:
    assert read_bytes(package({"Word\\Document.xml": _DOCUMENT}), "v.docx").blocks[0].text == "tekst"


def test_templates_and_files_with_macros_are_read() -> None:
    assert read_bytes(docx(paragraph("tekst")), "sjabloon.dotm").format == "docx"

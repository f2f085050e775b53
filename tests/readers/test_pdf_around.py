"""Form fields, notes, properties, and text recognition of a PDF."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.readers.pdf_build import LEFT, Pdf
from tests.readers.test_pdf_text import PROSE, read, texts
from toets.errors import ReadError
from toets.model.reading import ReadOptions
from toets.readers.pdf import read_pdf


def test_what_is_filled_in_on_a_form_is_text_beside_its_label() -> None:
    made = Pdf()
    page = made.page()
    page.text(LEFT, 100, "Portefeuillehouder:")
    page.filled(230, 100, "M. van Heijst")
    assert [text.replace("\t", " ") for text in texts(read(made))] == ["Portefeuillehouder: M. van Heijst"]


def test_notes_on_the_page_are_remarks() -> None:
    made = Pdf()
    page = made.page()
    page.paragraph(100, PROSE)
    page.note("Klopt dit bedrag?", "Jan")
    source = read(made)
    assert [(remark.author, remark.text, remark.location.page) for remark in source.remarks] == [("Jan", "Klopt dit bedrag?", 1)]
    assert texts(source) == [PROSE]


def test_the_title_of_the_file_is_a_property() -> None:
    made = Pdf(title="Raadsvoorstel")
    made.page().paragraph(100, PROSE)
    source = read(made)
    assert source.properties["title"] == "Raadsvoorstel"
    assert (source.format, source.name, source.pages) == ("pdf", "voorstel.pdf", 1)


@pytest.fixture
def scan() -> bytes:
    made = Pdf()
    made.page().paragraph(100, PROSE)
    made.page().image(0, 0, 595, 842)
    return made.bytes()


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH, with the few programs that a shell script needs."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("sh", "cp", "echo"):
        found = shutil.which(name)
        if found is None:
            pytest.skip(f"no {name} here")
        (folder / name).symlink_to(found)
    monkeypatch.setenv("PATH", str(folder))
    return folder


def recogniser(folder: Path, script: str) -> None:
    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    os.chmod(program, 0o755)  # noqa: PTH101, S103 - it must run


def test_text_recognition_without_a_program_names_the_packages(scan: bytes, programs: Path) -> None:
    assert not (programs / "tesseract").exists()
    with pytest.raises(ReadError, match="tesseract-ocr tesseract-ocr-nld"):
        read_pdf(scan, "scan.pdf", ReadOptions(ocr=True))


def test_text_recognition_without_dutch_names_the_packages(scan: bytes, programs: Path) -> None:
    recogniser(programs, "echo eng")
    with pytest.raises(ReadError, match=r"geen Nederlands.*tesseract-ocr-nld"):
        read_pdf(scan, "scan.pdf", ReadOptions(ocr=True))


def test_text_recognition_that_fails_gives_a_message(scan: bytes, programs: Path) -> None:
    recogniser(programs, '[ "$1" = --list-langs ] && echo nld && exit 0\nexit 1')
    with pytest.raises(ReadError, match="mislukt"):
        read_pdf(scan, "scan.pdf", ReadOptions(ocr=True))


def test_scanned_pages_are_read_by_text_recognition_when_asked(scan: bytes, programs: Path, tmp_path: Path) -> None:
    recognised = Pdf()
    recognised.page().text(LEFT, 100, "Het krediet is € 2,5 min. voor dit jaar.")
    (tmp_path / "result.pdf").write_bytes(recognised.bytes())
    recogniser(programs, f'[ "$1" = --list-langs ] && echo nld && exit 0\ncp "{tmp_path}/result.pdf" out.pdf')
    source = read_pdf(scan, "scan.pdf", ReadOptions(ocr=True))
    assert [(block.page, block.text) for block in source.blocks] == [(1, PROSE), (2, "Het krediet is € 2,5 mln. voor dit jaar.")]
    assert source.unread == ()


def test_text_recognition_is_not_asked_for_when_there_is_text(programs: Path) -> None:
    made = Pdf()
    made.page().paragraph(100, PROSE)
    assert not (programs / "tesseract").exists()
    assert texts(read_pdf(made.bytes(), "x.pdf", ReadOptions(ocr=True))) == [PROSE]

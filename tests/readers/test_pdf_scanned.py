"""A real proposal, scanned, and read again by the real program for it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from toets.model.document import Block
from toets.readers import ReadOptions, read_bytes

PROPOSAL = Path(__file__).parents[2] / "corpus" / "ontwikkeling" / "documenten" / "M03.pdf"


def recognises_dutch() -> bool:
    program = shutil.which("tesseract")
    if program is None:
        return False
    return "nld" in subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False).stdout.split()


def scanned(data: bytes) -> bytes:
    """The first page of a PDF as a picture in a PDF."""
    made = pypdfium2.PdfDocument.new()
    page = pypdfium2.PdfDocument(data)[0]
    image = pypdfium2.PdfImage.new(made)
    image.set_bitmap(page.render(scale=200 / 72, grayscale=True))
    image.set_matrix(pypdfium2.PdfMatrix().scale(*page.get_size()))
    sheet = made.new_page(*page.get_size())
    sheet.insert_obj(image)
    sheet.gen_content()
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def words(blocks: Iterable[Block]) -> set[str]:
    return {word for block in blocks for word in block.text.split()}


@pytest.mark.skipif(not recognises_dutch(), reason="tesseract met Nederlands (tesseract-ocr-nld) is niet geïnstalleerd")
def test_a_scan_gives_nearly_the_words_of_the_document() -> None:
    data = PROPOSAL.read_bytes()
    there = words(block for block in read_bytes(data, "M03.pdf").blocks if block.page == 1)
    seen = words(read_bytes(scanned(data), "scan.pdf", ReadOptions(ocr=True)).blocks)
    assert len(there & seen) > 0.9 * len(there)

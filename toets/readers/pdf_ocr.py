"""Reads the text of scanned pages by OCR, with OCRmyPDF or tesseract when one of them is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pypdfium2

from toets.errors import ReadError
from toets.model.reading import ReadOptions
from toets.readers.pdf_open import opened
from toets.readers.pdf_read import Page, Pages, read_pages
from toets.readers.pdf_words import PageText, Word

_DPI: Final = 200
_LANGUAGE: Final = "nld"
_SECONDS_A_PAGE: Final = 30
_SECONDS_TO_START: Final = 60
_INSTALL: Final = (
    "Installeer tesseract met Nederlands (Debian en Ubuntu: apt install tesseract-ocr tesseract-ocr-nld; eventueel ook ocrmypdf) "
    "of toets het oorspronkelijke document."
)


def read_scans(data: bytes, name: str, read: Pages, scanned: Sequence[int], options: ReadOptions) -> Pages:
    """The pages as they were read, those with the numbers in `scanned` replaced by what OCR makes of them.

    Raises ReadError when no OCR program or no Dutch is installed, or when it fails or takes too long.
    """
    program = shutil.which("ocrmypdf") or shutil.which("tesseract")
    if program is None:
        raise ReadError(f"{name}: de pdf bevat gescande bladzijden, en er is geen programma voor tekstherkenning. {_INSTALL}")
    _require_dutch(name)
    with tempfile.TemporaryDirectory(prefix="toets-ocr-") as folder:
        work = Path(folder)
        with opened(data, name, options.limits) as document:
            made = (_by_ocrmypdf if program.endswith("ocrmypdf") else _by_tesseract)(program, document, scanned, work, name)
        with opened(made.read_bytes(), name, options.limits) as document:
            result = read_pages(document, options.limits)
    found = {number: _renumbered(page, number) for number, page in zip(scanned, result.pages, strict=False)}
    return replace(read, pages=[found.get(page.number, page) for page in read.pages])


def _require_dutch(name: str) -> None:
    tesseract = shutil.which("tesseract")
    known = _run([tesseract, "--list-langs"], 30, name).split() if tesseract else []
    if _LANGUAGE not in known:
        raise ReadError(f"{name}: de tekstherkenning kent geen Nederlands. {_INSTALL}")


def _by_ocrmypdf(program: str, document: Any, scanned: Sequence[int], work: Path, name: str) -> Path:
    part = pypdfium2.PdfDocument.new()
    try:
        part.import_pages(document, [number - 1 for number in scanned])
        part.save(work / "in.pdf")
    finally:
        part.close()
    command = [program, "-l", _LANGUAGE, "--force-ocr", "--output-type", "pdf", "--quiet", "in.pdf", "out.pdf"]
    return _made(command, work, len(scanned), name)


def _by_tesseract(program: str, document: Any, scanned: Sequence[int], work: Path, name: str) -> Path:
    files = []
    for number in scanned:
        page = document[number - 1]
        bitmap = page.render(scale=_DPI / 72, grayscale=True)
        file = work / f"{number}.pgm"
        file.write_bytes(_grey_map(bitmap))
        bitmap.close()
        page.close()
        files.append(file.name)
    (work / "pages.txt").write_text("\n".join(files), encoding="ascii")
    return _made([program, "pages.txt", "out", "-l", _LANGUAGE, "--dpi", str(_DPI), "pdf"], work, len(scanned), name)


def _grey_map(bitmap: Any) -> bytes:
    """A bitmap with a byte a pixel in the PGM format."""
    stride, width, height = bitmap.stride, bitmap.width, bitmap.height
    raw = bytes(bitmap.buffer)
    rows = [raw[at * stride : at * stride + width] for at in range(height)]
    return b"P5 %d %d 255\n" % (width, height) + b"".join(rows)


def _made(command: Sequence[str], work: Path, pages: int, name: str) -> Path:
    _run(command, _SECONDS_TO_START + _SECONDS_A_PAGE * pages, name, work)
    made = work / "out.pdf"
    if not made.is_file():
        raise ReadError(f"{name}: de tekstherkenning gaf geen resultaat. Toets het oorspronkelijke document.")
    return made


def _run(command: Sequence[str], seconds: float, name: str, folder: Path | None = None) -> str:
    try:
        # Fixed words and files of our own making: nothing of the document's reaches the command.
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=seconds, check=True)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise ReadError(
            f"{name}: de tekstherkenning duurde langer dan {seconds:.0f} seconden. Toets minder bladzijden."
        ) from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise ReadError(f"{name}: de tekstherkenning is mislukt. Toets het oorspronkelijke document.") from error
    return done.stdout.decode("utf-8", "replace")


def _renumbered(page: Page, number: int) -> Page:
    return replace(page, number=number, text=_mended(page.text), why="")


def _mended(text: PageText) -> PageText:
    """OCR takes "mln." for "min."; behind an amount of money the latter is never meant."""
    words: list[Word] = []
    for word in text.words:
        amount = words[-1].text if words else ""
        money = amount.startswith("€") or (len(words) > 1 and words[-2].text == "€" and amount[:1].isdigit())
        words.append(word._replace(text=word.text.replace("min", "mln")) if money and word.text.rstrip(".,;:") == "min" else word)
    return replace(text, words=tuple(words))

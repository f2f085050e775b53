"""Opens a PDF, or says why that can't be done; and looks for damage that PDFium passes over in silence."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from toets.errors import ReadError
from toets.model.reading import MEGABYTE, Limits

_AGAIN: Final = "Maak de pdf opnieuw vanuit het oorspronkelijke document, of toets het .docx-bestand."
_STREAM: Final = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY: Final = 800
_PIECE: Final = 65_536
_MOST_STREAMS: Final = 20_000
_IMAGE: Final = re.compile(rb"/Subtype\s*/Image\b")


@contextmanager
def opened(data: bytes, name: str, limits: Limits) -> Iterator[Any]:
    """The document in these bytes; it is closed at the end.

    Raises ReadError when it is locked, damaged, empty or too large.
    """
    if len(data) > limits.file_size:
        raise ReadError(
            f"{name}: het bestand is te groot ({len(data) // MEGABYTE} MB; ten hoogste {limits.file_size // MEGABYTE} MB)."
        )
    if not data.strip(b"\x00\r\n\t "):
        raise ReadError(f"{name}: het bestand is leeg. Controleer of het goed is opgeslagen of verzonden.")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadError(_refusal(_cause(data), data, name)) from error
    try:
        count = len(document)
        if count < 1:
            raise ReadError(f"{name}: de pdf heeft geen bladzijden. {_AGAIN}")
        if count > limits.pages:
            raise ReadError(
                f"{name}: de pdf telt {count} bladzijden; toets leest er ten hoogste {limits.pages}. "
                "Lever alleen het voorstel aan, zonder de bijlagen."
            )
        yield document
    finally:
        document.close()


def _cause(data: bytes) -> int:
    """PDFium's code for why it can't open these bytes. It keeps the last one when it has none: a first try makes that known."""
    code = None
    for each in (b"-", data):
        try:
            pypdfium2.PdfDocument(each).close()
        except pypdfium2.PdfiumError as error:
            code = getattr(error, "err_code", None)
    return code or int(pdfium.FPDF_ERR_FORMAT)


def _refusal(code: int, data: bytes, name: str) -> str:
    if code == pdfium.FPDF_ERR_PASSWORD:
        return f"{name}: de pdf is beveiligd met een wachtwoord. Sla het document op zonder wachtwoord, en toets dat bestand."
    if code == pdfium.FPDF_ERR_SECURITY:
        return f"{name}: de pdf is beveiligd op een manier die toets niet kent. {_AGAIN}"
    if b"%PDF-" not in data[:1024]:
        return f"{name}: dit is geen pdf. Lever het voorstel aan als .docx, .odt of .pdf."
    if b"%%EOF" not in data[-2048:]:
        return f"{name}: de pdf is niet volledig: het einde ontbreekt. Verzend of download het bestand opnieuw."
    return f"{name}: de pdf is beschadigd en kan niet worden gelezen. {_AGAIN}"


def broken_streams(data: bytes, name: str, limits: Limits) -> int:
    """How many compressed parts of the file can't be unpacked: PDFium leaves out their text without a word.

    Raises ReadError when the parts are larger unpacked than the limits allow. Files with encryption are not looked into.
    """
    if b"/Encrypt" in data:
        return 0
    broken, total = 0, 0
    for seen, found in enumerate(_STREAM.finditer(data)):
        about = data[max(0, found.start() - _DICTIONARY) : found.start()].rpartition(b" obj")[2]
        if seen >= _MOST_STREAMS:
            break
        if b"/FlateDecode" not in about or _IMAGE.search(about):
            continue
        size = _unpacked(data, found.end(), about.count(b"/FlateDecode"), limits.part_size)
        broken += size < 0
        total += max(size, 0)
        if size > limits.part_size or total > limits.unpacked_size:
            raise ReadError(
                f"{name}: de pdf is uitgepakt te groot (meer dan {limits.part_size // MEGABYTE} MB in één onderdeel, of "
                f"{limits.unpacked_size // MEGABYTE} MB in totaal). {_AGAIN}"
            )
    return broken


def _unpacked(data: bytes, start: int, layers: int, most: int) -> int:
    """The size of a part when unpacked so many times over, in bytes, as far as just over `most`; -1 when it is damaged."""
    inside = bytearray()
    unpacker = zlib.decompressobj()
    try:
        for at in range(start, len(data), _PIECE):
            waiting = data[at : at + _PIECE]
            while waiting and not unpacker.eof:
                inside += unpacker.decompress(waiting, MEGABYTE)
                waiting = unpacker.unconsumed_tail
                if len(inside) > most:
                    return len(inside)
            if unpacker.eof:
                return len(inside) if layers < 2 else _unpacked(bytes(inside), 0, layers - 1, most)
    except zlib.error:
        return -1
    return -1

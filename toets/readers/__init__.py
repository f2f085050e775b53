"""The door to all readers: a file becomes a Source, whatever its format; nothing is interpreted."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path, PurePath

from toets.errors import ReadError, in_words
from toets.model.document import Block, Source
from toets.model.extension import Reader
from toets.model.note import is_note
from toets.model.pdfmap import PlacedPage
from toets.model.reading import MEGABYTE, Limits, ReadOptions
from toets.model.wordmap import WordMap
from toets.readers.beside import beside
from toets.readers.package import Package, PartError, open_package
from toets.readers.sniff import Format, sniff

__all__ = ["Limits", "ReadOptions", "beside", "pdf_places", "read", "read_bytes", "word_map"]

_DEFAULTS = ReadOptions()
_SAVE_AS_DOCX = "Open het in Word of LibreOffice, sla het op als .docx, en toets dat bestand."
_READ = "Toets leest .docx, .odt, .pdf, .html, .md en .txt, en met LibreOffice ook .doc, .rtf en .fodt."
_REFUSED = {
    Format.EMPTY: "het bestand is leeg. Controleer of het goed is opgeslagen of verzonden.",
    Format.LOCKED: "het bestand is beveiligd met een wachtwoord. Sla het op zonder wachtwoord, en toets dat bestand.",
    Format.OLD_OFFICE: f"dit is geen Word-document, maar een ander Office-bestand van vóór 2007. {_SAVE_AS_DOCX}",
    Format.FLAT_XML: f"dit is een los XML-bestand. Is het een tekstdocument? {_SAVE_AS_DOCX}",
    Format.WEB_ARCHIVE: f"dit is een opgeslagen webpagina of e-mail (MHTML). {_SAVE_AS_DOCX}",
    Format.IMAGE: "dit is een afbeelding. Toets het document waar de tekst in staat (.docx of .pdf).",
    Format.NOT_TEXT: f"het bestand is geen leesbaar document. {_READ}",
    Format.DISGUISED_TEXT: "het bestand is geen Word-, ODF- of pdf-document, maar gewone tekst. Geef het een naam op .txt, "
    "of lever het oorspronkelijke document aan.",
}
_BY_LIBREOFFICE = frozenset({Format.OLD_WORD, Format.RTF, Format.FLAT_ODF})
_OTHER_ZIPS = (
    ("xl/", "een Excel-werkmap"),
    ("ppt/", "een presentatie"),
    ("visio/", "een Visio-tekening"),
)
_OPEN_DOCUMENTS = "application/vnd.oasis.opendocument."


def read(path: Path, options: ReadOptions = _DEFAULTS) -> Source:
    """The document in a file; its format is found from its content.

    Raises ReadError, with the remedy in the message, when there is no such file or it can't be read.
    """
    return replace(read_bytes(_content(path, options.limits), path.name, options), beside=beside(path))


def read_bytes(data: bytes, name: str, options: ReadOptions = _DEFAULTS) -> Source:
    """The document in these bytes; `name` is used in messages, and to tell kinds of plain text apart.

    Notes that toets itself put in a copy are left out: it is judged as the document was.
    """
    source = _as_it_is(data, name, options)
    if not any(is_note(remark.author, remark.text) for remark in source.remarks):
        return source
    return replace(source, remarks=tuple(remark for remark in source.remarks if not is_note(remark.author, remark.text)))


def _as_it_is(data: bytes, name: str, options: ReadOptions) -> Source:
    for reader in options.readers:
        if name.lower().endswith(reader.suffixes):
            return _by_plugin(reader, data, name)
    found = sniff(data, name)
    if found is Format.OTHER_TEXT:
        raise ReadError(f"{name}: dit soort bestand ({PurePath(name).suffix.lower()}) leest toets niet. {_READ}")
    if found in _REFUSED:
        raise ReadError(f"{name}: {_REFUSED[found]}")
    if found is Format.ZIP:
        return _read_zip(data, name, options)
    if found is Format.PDF:
        from toets.readers.pdf import read_pdf

        return read_pdf(data, name, options)
    if found in _BY_LIBREOFFICE:
        from toets.readers.office import read_office

        return read_office(data, name, found, options)
    from toets.readers.plain import read_html, read_markdown, read_text

    return {Format.HTML: read_html, Format.MARKDOWN: read_markdown}.get(found, read_text)(data, name, options)


def _by_plugin(reader: Reader, data: bytes, name: str) -> Source:
    """What a reader of a plugin makes of a file; it goes by the name of the file, whatever is in it."""
    try:
        with redirect_stdout(sys.stderr):  # what it prints is no part of a report
            source: object = reader.read(data, name)
    except ReadError:
        raise
    except (Exception, SystemExit) as error:  # any mistake of a plugin costs this document only
        raise _reader_error(reader, name, f"werd afgebroken ({in_words(error)})") from error
    if not isinstance(source, Source):
        given = type(source).__name__
        raise _reader_error(reader, name, f"gaf geen document (toets.model.document.Source), maar {given}")
    if not _are_blocks(source.blocks):
        raise _reader_error(reader, name, "gaf een document met blokken die geen tuple van Block met tekst zijn")
    if not source.unread and not any(block.text.strip() for block in source.walk()):
        raise ReadError(f"{name}: de lezer '{reader.name}' van {reader.origin} vond geen tekst. Is dit het juiste bestand?")
    return replace(source, name=name, sha256=source.sha256 or hashlib.sha256(data).hexdigest())


def _reader_error(reader: Reader, name: str, what: str) -> ReadError:
    return ReadError(f"{name}: de lezer '{reader.name}' van {reader.origin} {what}. Meld dit bij de maker van de plugin.")


def _are_blocks(given: object) -> bool:
    """Whether these are blocks as the rest of toets takes them, down to those in the cells of tables."""
    return isinstance(given, tuple) and all(map(_is_block, given))


def _is_block(given: object) -> bool:
    if not isinstance(given, Block):
        return False
    text: object = given.text
    return isinstance(text, str) and all(_are_blocks(cell.blocks) for row in given.rows for cell in row)


def word_map(data: bytes, name: str, options: ReadOptions = _DEFAULTS) -> WordMap:
    """Where the text of a Word file stands in its XML, for the blocks that `read_bytes` gives with the same options.

    Raises ReadError as `read_bytes` does.
    """
    from toets.readers.docx import map_docx

    return map_docx(open_package(data, name, options.limits), options)


def pdf_places(data: bytes, name: str, options: ReadOptions = _DEFAULTS) -> tuple[PlacedPage, ...]:
    """The words of a PDF with their place on each page. Raises ReadError as `read_bytes` does."""
    from toets.readers.pdf_places import places_in_pdf

    return places_in_pdf(data, name, options)


def _content(path: Path, limits: Limits) -> bytes:
    name = path.name or str(path)
    try:
        if path.is_dir() and not os.access(path, os.R_OK | os.X_OK):
            raise ReadError(f"{path}: u heeft geen rechten om deze map te lezen. Vraag toegang, of kopieer de documenten.")
        if path.is_dir():
            raise ReadError(f"{path}: dit is een map, geen bestand. Noem het document zelf.")
        if not path.exists():
            raise ReadError(f"{path}: het bestand is niet gevonden. Controleer de naam en de map.")
        if not path.is_file():
            raise ReadError(f"{path}: dit is geen gewoon bestand. Noem een document.")
        size = path.stat().st_size
        if size > limits.file_size:
            raise ReadError(
                f"{name}: het bestand is te groot ({size // MEGABYTE} MB; ten hoogste {limits.file_size // MEGABYTE} MB)."
            )
        return path.read_bytes()
    except PermissionError as error:
        raise ReadError(
            f"{path}: u heeft geen rechten om dit bestand te lezen. Vraag toegang, of kopieer het bestand."
        ) from error
    except (OSError, ValueError) as error:
        raise ReadError(f"{path}: het bestand kan niet worden gelezen. Controleer de naam en de map.") from error


def _read_zip(data: bytes, name: str, options: ReadOptions) -> Source:
    package = open_package(data, name, options.limits)
    if package.has("mimetype"):
        return _read_open_document(package, data, options)
    other = _other_content(package)
    if other:
        raise ReadError(f"{name}: dit is {other}, geen tekstdocument. Lever het voorstel aan als .docx, .odt of .pdf.")
    from toets.readers.docx import read_docx

    return read_docx(package, data, options)


def _read_open_document(package: Package, data: bytes, options: ReadOptions) -> Source:
    try:
        kind = package.read("mimetype").decode("ascii", errors="replace").strip()
    except PartError as error:
        raise ReadError(f"{package.name}: het bestand is beschadigd. Vraag een nieuw exemplaar.") from error
    if not kind.startswith(f"{_OPEN_DOCUMENTS}text"):
        raise ReadError(f"{package.name}: dit is geen tekstdocument. Lever het voorstel aan als .docx, .odt of .pdf.")
    from toets.readers.odt import read_odt

    return read_odt(package, data, options)


def _other_content(package: Package) -> str:
    """What a zip holds, when it isn't a text document; "" if it may be one."""
    if any(part.startswith("word/") for part in package.parts):
        return ""
    other = next((what for folder, what in _OTHER_ZIPS if any(part.startswith(folder) for part in package.parts)), "")
    return other or ("" if package.has("[Content_Types].xml") else "een zip-bestand")

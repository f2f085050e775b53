"""XML parts of office files: names of elements, and parsing that nothing in a part can abuse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lxml import etree

from toets.errors import ReadError
from toets.readers.package import Package, PartError

Element = etree._Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DGM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
V: Final = "{urn:schemas-microsoft-com:vml}"
OFFICE: Final = "{urn:schemas-microsoft-com:office:office}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

# "Strict" Office files use other names for the same things.
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", C),
    (b"http://purl.oclc.org/ooxml/drawingml/diagram", DGM),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M),
)
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
# Elements and attributes of one part, to bound memory; the largest proposal seen, of 420 pages, has a tenth of it.
_MARKS: Final = 5_000_000
_UNSAFE: Final = "bevat een onderdeel dat het openen onveilig maakt (DOCTYPE). Vraag de afzender om een gewoon exemplaar."


def read_xml(package: Package, part: str, trim: Callable[[bytes], bytes] = bytes) -> etree._Element:
    """The root of an XML part, trimmed before it is parsed. PartError when it is missing or damaged, ReadError when unsafe."""
    data = package.read(part)
    if data.count(b"<") + data.count(b"=") > _MARKS:
        raise ReadError(f"{package.name}: het onderdeel {part} is te groot om te lezen. Splits het document.")
    if not any(mark in data for mark in _DOCTYPES):
        root = parse(trim(data))
        if root.getroottree().docinfo.internalDTD is None:
            return root
    raise ReadError(f"{package.name}: het bestand {_UNSAFE}")


def parse(data: bytes) -> etree._Element:
    """The root of some XML; nothing outside it is fetched and no entity expanded. PartError when it isn't well-formed."""
    if b"purl.oclc.org/ooxml" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual[1:-1].encode())
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PartError("is beschadigd") from error
    if root is None:
        raise PartError("is beschadigd")
    return root


def val(element: etree._Element | None, name: str = "val") -> str:
    """An attribute in the name space of Word; "" when the element or the attribute is missing."""
    return "" if element is None else element.get(W + name) or ""


def child_val(element: etree._Element | None, tag: str) -> str:
    """The w:val of a child, or ""."""
    return "" if element is None else val(element.find(W + tag))


def number(text: str, default: int | None = None) -> int | None:
    """A whole number of at most nine digits, or the default."""
    bare = text.strip()
    digits = bare[1:] if bare[:1] == "-" else bare
    return int(bare) if digits.isascii() and digits.isdigit() and len(digits) < 10 else default


def switch(element: etree._Element | None) -> bool | None:
    """A property that is on or off: None when the element is missing, True without a value."""
    if element is None:
        return None
    return val(element).lower() not in ("0", "false", "off", "none")


def child_switch(element: etree._Element | None, tag: str) -> bool | None:
    """The same for a child."""
    return None if element is None else switch(element.find(W + tag))

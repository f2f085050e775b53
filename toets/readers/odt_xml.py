"""Names of elements in ODF files, and small readings of their attributes."""

from __future__ import annotations

import re
from typing import Final

_BASE: Final = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE: Final = f"{{{_BASE}:office:1.0}}"
TEXT: Final = f"{{{_BASE}:text:1.0}}"
TABLE: Final = f"{{{_BASE}:table:1.0}}"
STYLE: Final = f"{{{_BASE}:style:1.0}}"
DRAW: Final = f"{{{_BASE}:drawing:1.0}}"
SVG: Final = f"{{{_BASE}:svg-compatible:1.0}}"
FO: Final = f"{{{_BASE}:xsl-fo-compatible:1.0}}"
META: Final = f"{{{_BASE}:meta:1.0}}"
DC: Final = "{http://purl.org/dc/elements/1.1/}"
XLINK: Final = "{http://www.w3.org/1999/xlink}"
LOEXT: Final = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
ID: Final = "{http://www.w3.org/XML/1998/namespace}id"

_LENGTH: Final = re.compile(r"(\d{1,6}(?:\.\d{1,9})?)(cm|mm|in|pt|pc|px)")
_CENTIMETRES: Final = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}


def centimetres(length: str | None) -> float:
    """A length such as "2.5in" in centimetres; 0 if it isn't one."""
    match = _LENGTH.fullmatch(length or "")
    return float(match[1]) * _CENTIMETRES[match[2]] if match else 0.0

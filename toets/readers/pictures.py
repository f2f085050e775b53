"""How a picture that toets can't read is named, and which ones are worth naming."""

from __future__ import annotations

from typing import Final

from toets.readers.docx_symbols import clean

SMALLEST: Final = 20.0  # square centimetres; a logo or icon stays below, a scanned table or letter doesn't
LETTERHEAD: Final = 100.0  # the same, for pictures in headers and footers
_NARROWEST: Final = 1.5  # centimetres; what is narrower is a line
_LONGEST: Final = 200


def picture(width: float, height: float, about: str, *, linked: bool = False, smallest: float = SMALLEST) -> str:
    """A Dutch phrase for a picture of this size in centimetres; "" if it is too small to carry text.

    Without a known size (0) a picture counts as large: better named than passed over. `linked` ones stand outside the file.
    """
    known = width > 0 and height > 0
    if known and (width * height < smallest or min(width, height) < _NARROWEST):
        return ""
    kind = "afbeelding buiten het bestand" if linked else "afbeelding, mogelijk met tekst"
    return f"{kind}{f' ({width:.0f} × {height:.0f} cm)' if known else ''}{about}"


def description(words: str) -> str:
    """A description that the writer gave, as the end of such a phrase; "" if there is none."""
    text = " ".join(clean(words).split())
    return f": “{text[:_LONGEST]}”" if text else ""

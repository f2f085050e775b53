"""From the bytes of a text file to its characters."""

from __future__ import annotations

import codecs

from toets.errors import ReadError
from toets.model.reading import Limits

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAVE_AGAIN = "Sla het opnieuw op als tekst in UTF-8."


def decode(data: bytes, name: str, limits: Limits) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows-1252, lines ending in a newline only.

    Raises ReadError when the file is too large, holds no text, or isn't text at all.
    """
    if len(data) > limits.file_size:
        raise ReadError(f"{name}: het bestand is te groot ({len(data)} bytes; ten hoogste {limits.file_size}).")
    text = _characters(data).replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    if _strange(text):
        raise ReadError(f"{name}: dit is geen leesbaar tekstbestand. {_SAVE_AGAIN}")
    if not any(c.isalnum() for c in text):
        raise ReadError(f"{name}: het bestand bevat geen tekst. Controleer of het juiste bestand is aangeleverd.")
    return text


def _characters(data: bytes) -> str:
    for bom, encoding in _MARKS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    wide = _wide(data)
    if wide:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged(data)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of mostly Latin text is zero."""
    sample = data[:2000]
    even, odd = sample[0::2], sample[1::2]
    if len(sample) >= 4 and odd.count(0) > 0.7 * len(odd) and not even.count(0):
        return "utf-16-le"
    if len(sample) >= 4 and even.count(0) > 0.7 * len(even) and not odd.count(0):
        return "utf-16-be"
    return ""


def _damaged(data: bytes) -> str:
    """UTF-8 with a few broken bytes if that fits better than Windows-1252."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if broken < sum(1 for c in text if c > "\x7f") - broken:
        return text
    return data.decode("cp1252", errors="replace")


def _strange(text: str) -> bool:
    odd = sum(1 for c in text if c == "\ufffd" or (c < " " and c not in "\n\t\f"))
    return odd > 0.05 * len(text)

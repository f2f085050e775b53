"""Characters of Word as toets has them: symbols from picture fonts, odd spaces, invisible signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

_INVISIBLE: Final = (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0xFFFC)
_SPACES: Final = (0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)
_HYPHENS: Final = (0x2010, 0x2011)
# Private characters that text set in a picture font leaves behind.
_PRIVATE: Final = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF0A8: "☐",
    0xF06F: "☐",
    0xF0FE: "☒",
    0xF0FC: "✓",
    0xF0E0: "→",
    0xF0D8: "➢",
    0xF02D: "-",
}
_CLEAN: Final[Mapping[int, str | None]] = {
    **dict.fromkeys(_INVISIBLE),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_HYPHENS, "-"),
    **_PRIVATE,
    # Letters of Windows-1252 that were taken for Unicode: control characters that nobody ever means.
    **{code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)},
}
_ODD: Final = re.compile("[" + "".join(map(chr, _CLEAN)) + "]")

_GREEK: Final = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_FONTS: Final[Mapping[str, Mapping[int, str]]] = {
    "symbol": {
        **_GREEK, 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0xA0: "€", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAE: "→", 0xB0: "°",
        0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©",
        0xD4: "™", 0xDE: "⇒", 0x2D: "-",
    },
    "wingdings": {
        0x28: "☎", 0x2A: "✉", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9E: "·",
        0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢",
        0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "☐", 0x2A: "☐", 0x35: "☐"},
    "wingdings 3": {0x7D: "▶", 0x22: "→"},
    "webdings": {0x61: "✓", 0x63: "☐", 0x67: "■", 0x72: "✗", 0x34: "▶", 0x69: "ℹ"},
}  # fmt: skip


def clean(text: str) -> str:
    """Text without invisible signs, in composed form, every odd space a space and every odd hyphen a hyphen."""
    if text.isascii():
        return text
    composed = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    return composed.translate(_CLEAN) if _ODD.search(composed) else composed


def symbol(font: str, code: str) -> str:
    """The character behind a w:sym: hexadecimal code in a font; "" for a picture without a known meaning."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    known = _FONTS.get(font.lower())
    if known is not None:
        return known.get(place & 0xFF, "")
    if 0xF020 <= place <= 0xF0FF:
        return clean(chr(place - 0xF000))
    return clean(chr(place)) if 0x20 <= place < 0xD800 else ""

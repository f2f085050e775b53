"""Numbers as a list shows them: 3, c, III, 03, 3e, derde."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CARDINALS: Final = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_ORDINALS: Final = (
    "nulde", "eerste", "tweede", "derde", "vierde", "vijfde", "zesde",
    "zevende", "achtste", "negende", "tiende", "elfde", "twaalfde",
)  # fmt: skip
_SIGNS: Final = "*†‡§"


def roman(count: int) -> str:
    """A Roman number in small letters; outside 1…3999 the number itself."""
    if not 0 < count < 4000:
        return str(count)
    out = ""
    for size, sign in _ROMAN:
        out, count = out + sign * (count // size), count % size
    return out


def letter(count: int) -> str:
    """Letters as Word counts, a … z, aa, bb …; outside 1…780 the number itself."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if 0 < count <= 780 else str(count)


def _word(words: tuple[str, ...], count: int) -> str:
    return words[count] if 0 <= count < len(words) else str(count)


_FORMS: Final[Mapping[str, Callable[[int], str]]] = {
    "lowerLetter": letter,
    "upperLetter": lambda count: letter(count).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "ordinal": lambda count: f"{count}e",
    "cardinalText": lambda count: _word(_CARDINALS, count),
    "ordinalText": lambda count: _word(_ORDINALS, count),
    "decimalZero": lambda count: f"{count:02d}",
    "numberInDash": lambda count: f"- {count} -",
    "chicago": lambda count: _SIGNS[(count - 1) % 4] * ((count - 1) // 4 + 1) if 0 < count <= 40 else str(count),
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def numeral(count: int, form: str) -> str:
    """A count in one of Word's number formats, or by example ("001, 002, …"); other formats show plain digits."""
    known = _FORMS.get(form)
    if known is not None:
        return known(count)
    example = form.split(",")[0].strip()
    return f"{count:0{len(example)}d}" if example.isdigit() and len(example) < 10 else str(count)

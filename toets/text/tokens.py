"""Characters become tokens: the words, numbers and signs of a text, without its punctuation."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_MARKS = "\u0300-\u036f"
_PLAIN = str.maketrans(
    {**dict.fromkeys("’‘ʼ‛´`", "'"), **dict.fromkeys("‐‑", "-"), "ĳ": "ij", "Ĳ": "IJ", **dict.fromkeys(_INVISIBLE, "")}
)

_MORE = rf"[\w{_MARKS}{_INVISIBLE}]"
_LETTER = rf"[^\W\d_][{_MARKS}]*"
_WORD = rf"[^\W_]{_MORE}*"
_TOKEN = re.compile(
    rf"""
      {_LETTER}(?:\.{_LETTER})+\.?(?!{_MORE})             # n.v.t.  o.g.  J.P.
    | {_LETTER}/{_LETTER}(?!{_MORE})                      # t/m
    | \d{_MORE}*(?:[.,:]\d{_MORE}*)+(?:[-‐‑]{_WORD})*     # 1.250.000  2,5  16.15a
    | {_WORD}(?:[-‐‑&'’‘ʼ]{_WORD})*                       # raad  B&W  foto's  2e-lijns  niet-openbaar
    | (?<!\w)['’‘ʼ][stnkm](?!{_MORE})(?:[-‐‑]{_WORD})*         # 's-Gravenhage  't
    | [€%§‰]
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word, number or sign: as it stands, in its normal form, and where (characters of the text)."""

    text: str
    lower: str
    start: int
    end: int


def word_set(words: str) -> frozenset[str]:
    """Words with spaces in between as a set: how the word lists of this room are written."""
    return frozenset(words.split())


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text in order; punctuation is no token, a compound with a hyphen is one, "raad/college" are two."""
    return tuple(Token(text[start:end], word, start, end) for word, start, end in zip(*columns(text), strict=True))


def columns(text: str) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
    """The tokens of a text as three rows of the same length: normal forms, starts, ends."""
    places = [found.span() for found in _TOKEN.finditer(text)]
    if text.isascii():
        low = text.lower()
        words = [low[start:end].rstrip(".") for start, end in places]
    else:
        words = [normal_form(text[start:end]) for start, end in places]
    return tuple(words), tuple([start for start, _ in places]), tuple([end for _, end in places])


_ONE = frozenset({"Eén", "eén", "Éen", "éen"})


def normal_form(word: str) -> str:
    """One token as phrases know it: lower case, NFC, straight apostrophes and hyphens, no full stop at the end."""
    if not word.isascii():
        word = unicodedata.normalize("NFC", word.translate(_PLAIN))
        if word in _ONE:  # at the head of a sentence its first letter goes without an accent
            return "één"
    return word.lower().rstrip(".")

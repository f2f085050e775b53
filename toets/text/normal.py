"""Headings and labels in a form in which they can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPACED = re.compile(r"(?<!\w)[^\W\d_](?: [^\W\d_]){2,}(?!\w)")
_NUMBER = re.compile(
    r"""(?:(?: \d{1,2}(?:\.\d{1,2})+\.? (?=\s)                        # 2.1 Dekking
             | \d (?=\s[^\W\d_]) | \d\d (?=\s[A-Z])                   # 1 Probleemstelling, but 10 jaar beleid
             | (?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,5}|[A-Z]|[IVX]{1,5}) [.)] (?=\s|[^\W\d_]{2})
           )\s*)+""",
    re.VERBOSE,
)
_NOTHING = re.compile(r"['’‘ʼ()\[\]\u00ad\u200b-\u200d\u2060\ufeff]")
_SPACE = re.compile(r"(?:[^\w&]|_)+")
_STEM = 6


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """A heading or label without what differs between houses: number, capitals, accents, punctuation, spaced letters.

    "2.1 Beslispunt(en):" gives "beslispunten", "b e s l u i t :" gives "besluit", "Financiële gevolgen" "financiele
    gevolgen"; a number counts as one only before the words and with at most two digits ("2026 en verder" keeps its year).
    """
    plain = text.strip() if text.isascii() else _unaccented(text)
    plain = _SPACED.sub(lambda found: found[0].replace(" ", ""), plain)
    plain = plain[found.end() :] if (found := _NUMBER.match(plain)) else plain
    return _SPACE.sub(" ", _NOTHING.sub("", plain.lower()).replace(" & ", " en ")).strip()


def stem(word: str) -> str:
    """The letters that tell a word apart, whatever its ending: its first six."""
    return word[:_STEM]


def _unaccented(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).replace("\u00a0", " ").strip()
    return "".join(sign for sign in plain if not unicodedata.combining(sign))

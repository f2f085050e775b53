"""What an amount is for, in the words behind it: "een krediet van € 450.000 … voor de sporthal"."""

from __future__ import annotations

import re

from toets.text import normal, stem

REACH = 130

_PURPOSE = re.compile(
    r"^[^.;:€]{0,60}?\b(?:voor|ten behoeve van|t\.b\.v\.|aan)\s+(?P<words>(?!(?:fase|jaar|€)\b(?! \d))[^.;:(€]{3,80})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"\d{1,2}|[ivx]+", re.IGNORECASE)


def purpose(text: str, end: int, plain: frozenset[str]) -> frozenset[str]:
    """The beginnings of the telling words of what an amount that ends at `end` is for; nothing when it is not said there.

    The words `plain` tell of no purpose.
    """
    found = _PURPOSE.match(text[end : end + REACH])
    if not found:
        return frozenset()
    words = _WORD.findall(normal(found["words"]))
    return frozenset(
        stem(word) for word in words if (len(word) > 2 and word not in plain and word.isalpha()) or _FIGURE.fullmatch(word)
    )


def one_purpose(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two purposes are surely the same: they share a word, and no figure ("fase 1") tells them apart."""
    figures = {word for word in one | two if _FIGURE.fullmatch(word)}
    return bool((one & two) - figures) and (one & figures == two & figures)


def may_be_one(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two purposes do not contradict each other: one of them is not told, or they are the same."""
    return not one or not two or one_purpose(one, two)

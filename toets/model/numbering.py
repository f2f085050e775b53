"""Numbers of list items as they are typed: what they are, and which comes next."""

from __future__ import annotations

import re
from collections.abc import Iterable

_TYPED = re.compile(
    r"(?:(?:(?:beslis|besluit)punt|besluit|punt|voorstel)\s+(?=\w+\s?[.):–]))?"
    r"(?P<number>\(?(?:\d{1,2}(?:\.\d{1,2})*|\d{1,2}[a-z]|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})°?[.):]|\d{1,2}(?:\.\d{1,2})+|\d{1,2}(?=\s–\s))"
    r"(?=\s|$)\s*(?:–\s+)?",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10}


def typed_number(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The number that stands at `start`, and where the text after it begins; None if there is none."""
    found = _TYPED.match(text, start, end)
    return (found["number"], found.end()) if found else None


def kind_of(number: str) -> str:
    """What sort of list a number belongs to: "1", "a", "i" (from ii on) or "•"."""
    core = number.strip("():.° ")
    if core[:1].isdigit():
        return "1"
    if len(core) > 1 and set(core.lower()) <= set(_ROMAN):
        return "i"
    return "a" if core.isalpha() and len(core) == 1 else "•"


def follows(number: str, before: str) -> bool:
    """Whether a number comes right after another: "3." after "2.", "c)" after "b)", "iv." after "iii."."""
    one, two = before.strip("():.° "), number.strip("():.° ")
    if one.isdigit() and two.isdigit():
        return int(two) == int(one) + 1
    if len(one) == len(two) == 1 and one.isalpha() and two.isalpha():
        return ord(two) == ord(one) + 1
    return bool(one and two) and set((one + two).lower()) <= set(_ROMAN) and _value(two) == _value(one) + 1


def _value(roman: str) -> int:
    values = [_ROMAN[sign] for sign in roman.lower()]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def run_of(marks: Iterable[tuple[bool, str]]) -> list[str]:
    """All numbers that are meant by some that are named, each with whether it says "to": "1" and to "3" are 1, 2 and 3.

    A run is at most forty numbers long.
    """
    out: list[str] = []
    for runs_on, mark in marks:
        if runs_on and out and out[-1].isdigit() and mark.isdigit():
            out.extend(map(str, range(int(out[-1]) + 1, min(int(mark), int(out[-1]) + 40))))
        out.append(mark)
    return out

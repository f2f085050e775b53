"""Marks of the phrase language where plain words are read: they would be taken for letters, and be found in no document."""

from __future__ import annotations

import re
from collections.abc import Iterable

from toets.toml.problems import shown
from toets.toml.table import Table

_OF_PHRASES = re.compile(r"(~)\w|(\{)\s*[\w-]+\s*\}")
_STARRED = re.compile(r"\w\*\w")


_REMEDY = "schrijf de woorden zoals ze in een document staan"
_ELSEWHERE = f"{_REMEDY}; zinsdelen met tekens staan in [phrases] of een onderwerp"
_AT_EDGE = "een sterretje staat voor of achter een woord: *visie of wijkteam*"


def refuse_marks(table: Table, name: str, texts: Iterable[str], *, slots: Iterable[str] = ()) -> None:
    """Note the texts with a mark that means nothing here; `slots` are the names that "<…>" has in phrases."""
    for index, text in enumerate(texts):
        if mark := _mark(text, slots) or next((sign for sign in "|*" if sign in text), ""):
            _note(table, name, index, text, mark, _ELSEWHERE if slots else _REMEDY)


def refuse_list_marks(table: Table, name: str, texts: Iterable[str], *, slots: Iterable[str], choices: bool) -> None:
    """The same for a list of words, in which a star may stand at the edge of a word; `choices`: a|b may too."""
    for index, text in enumerate(texts):
        if mark := _mark(text, slots) or ("|" if "|" in text and not choices else ""):
            _note(table, name, index, text, mark, _ELSEWHERE)
        elif _STARRED.search(text):
            _note(table, name, index, text, "*", _AT_EDGE)


def _mark(text: str, slots: Iterable[str]) -> str:
    if found := _OF_PHRASES.search(text):
        return found[1] or found[2]
    return "<" if any(f"<{slot}>" in text for slot in slots) else ""


def _note(table: Table, name: str, index: int, text: str, mark: str, remedy: str) -> None:
    table.note(f'bevat {shown(text)}: het teken "{mark}" heeft hier geen betekenis; {remedy}', name, index)

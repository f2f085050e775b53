"""The [[paper]] tables of a vocabulary file: by what else a text may name an attachment."""

from __future__ import annotations

from collections.abc import Iterable

from toets.model.vocabulary import Paper
from toets.toml import Table, shown

SHORTEST_ENDING = 3
"""An ending of compounds ("*manager") has at least so many letters; shorter ones would be in every other word."""


def read_paper(table: Table) -> Paper:
    """One [[paper]]: other names of one attachment, or the nouns it goes by and what was done for it; problems are noted."""
    names, nouns, deeds = (_spelled(table, key) for key in ("names", "nouns", "deeds"))
    found = Paper(table.text("name"), names, nouns, deeds, table.flag("common", default=False))
    if len(names) == 1:
        table.note("telt één naam; noem ten minste twee namen van hetzelfde stuk", "names")
    _single(table, "nouns", nouns, shortest=SHORTEST_ENDING)
    _single(table, "deeds", deeds)
    if "names" not in table and "nouns" not in table and "deeds" not in table:
        table.note('verplichte sleutel "names", of "nouns" met "deeds", ontbreekt')
    for key, other in (("nouns", "deeds"), ("deeds", "nouns"), ("common", "deeds")):
        if key in table and other not in table:
            table.note(f'verplichte sleutel "{other}" ontbreekt: "{key}" heeft alleen samen met "{other}" betekenis')
    table.done()
    return found


def _spelled(table: Table, key: str) -> tuple[str, ...]:
    """A list of words, none of them without letters; when its key is there it holds at least one."""
    found = table.texts(key)
    if table.raw(key) == []:
        table.note("is leeg; noem ten minste één woord of laat de sleutel weg", key)
    for index, text in enumerate(found):
        if not any(sign.isalpha() for sign in text):
            table.note(f"is {shown(text)}; toegestaan: een woord met letters", key, index)
    return found


def _single(table: Table, key: str, words: Iterable[str], *, shortest: int = 1) -> None:
    """Note the entries that are more than one word, or too short."""
    for index, text in enumerate(words):
        if len(text.split()) > 1:
            table.note(f"is {shown(text)}; schrijf één woord", key, index)
        elif len(text) < shortest:
            table.note(f"is {shown(text)}; het einde van een woord heeft ten minste {shortest} letters", key, index)

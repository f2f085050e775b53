"""A sentence cut into clauses: the stretches in which one denial can hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from toets.text.tokens import columns, word_set

FINITE = word_set(
    """is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon konden zal zullen zou zouden moet moeten
    mag mogen gaat gaan wil willen blijft blijven komt komen kwam stelt vraagt besluit ligt liggen staat staan stond geeft geven
    vindt vinden doet doen hoeft hoeven dient dienen levert leidt loopt neemt krijgt brengt brengen betekent
    verwacht verwachten"""
)
PREPOSITIONS = word_set("aan bij door in met naar om onder op over per te tegen tot uit van vanuit via voor volgens")

_ALWAYS_NEW = word_set("maar doch want omdat aangezien zodat doordat waardoor hoewel ofschoon terwijl tenzij mits waarna")
_NEW_AFTER_COMMA = word_set(
    """die dat wat wie welke wel waarbij waarin waarmee waarvan waarvoor waarop waarover waaronder als indien wanneer nu zodra dus
    dan voordat nadat totdat daarom daarna"""
)
_ADVERBIAL_MAAR = word_set("nog alleen slechts")
_JOINING = frozenset({"en", "of"})
_DASH = re.compile(r"\s[–—-]+\s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as words; `clause` numbers the clause of each word, `comma` tells whether a comma stands before it.

    `cells` are the clauses that open a table cell. What stands between brackets is a clause of its own.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    clause: tuple[int, ...]
    comma: tuple[bool, ...]
    cells: frozenset[int]

    def rest(self, place: int) -> tuple[str, ...]:
        """The words of the clause after the word at `place`."""
        mine = self.clause[place]
        return tuple(
            word for word, clause in zip(self.words[place + 1 :], self.clause[place + 1 :], strict=True) if clause == mine
        )


def sentence_of(text: str, start: int, end: int) -> Sentence:
    """The sentence between two characters of a text; its offsets are those of the text."""
    words, begins, finishes = columns(text[start:end])
    starts = tuple(begin + start for begin in begins)
    ends = tuple(finish + start for finish in finishes)
    between = [text[before:after] for before, after in zip((start, *ends), starts, strict=False)]
    clause, cells = _clauses(words, between)
    return Sentence(words, starts, ends, clause, tuple("," in signs for signs in between), cells)


def finite(words: Sequence[str], place: int) -> bool:
    """Whether the word at `place` is a finite verb: "te worden" is none, nor is "zijn" in "en zijn commissies"."""
    word, before = words[place], words[place - 1] if place else ""
    return word in FINITE and before != "te" and not (word == "zijn" and before in PREPOSITIONS | _JOINING)


def _clauses(words: Sequence[str], between: Sequence[str]) -> tuple[tuple[int, ...], frozenset[int]]:
    """The number of the clause of each word, and which of them are cells; `between` is what stands before each word."""
    numbers: list[int] = []
    cells: set[int] = set()
    outside: list[int] = []
    current = latest = 0
    with_verb = False
    for place, signs in enumerate(between):
        opened, closed = sum(map(signs.count, "([")), sum(map(signs.count, ")]"))
        if closed and outside:
            current = outside.pop()
        if opened:
            outside.append(current)
        if opened or _splits(words, place, between, with_verb):
            current = latest = latest + 1
            with_verb = False
        if "|" in signs:
            cells.add(current)
        with_verb = with_verb or finite(words, place)
        numbers.append(current)
    return tuple(numbers), frozenset(cells)


def _splits(words: Sequence[str], place: int, between: Sequence[str], with_verb: bool) -> bool:
    """Whether a new clause begins at `place`; `with_verb`: the clause before it has its finite verb."""
    word, signs = words[place], between[place]
    if ";" in signs or "|" in signs or _DASH.search(signs):
        return True
    comma = "," in signs
    if word in _ALWAYS_NEW or (word == "als" and words[place + 1 : place + 2] == ("wel",)):
        return word != "maar" or place == 0 or words[place - 1] not in _ADVERBIAL_MAAR
    if comma and (word in _NEW_AFTER_COMMA or finite(words, place)):
        return True
    joined = word in _JOINING and (comma or with_verb)
    apart = with_verb and (comma or ":" in signs)
    return (joined or apart) and _verb_follows(words, place, between)


def _verb_follows(words: Sequence[str], place: int, between: Sequence[str]) -> bool:
    """Whether what is joined at `place` has a finite verb of its own, before the next comma or "en"."""
    for other in range(place, len(words)):
        if other > place and (words[other] in _JOINING or any(sign in between[other] for sign in ",;|(")):
            return False
        if finite(words, other):
            return True
    return False

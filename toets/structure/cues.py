"""What a heading speaks of when it is no known name: by words that stand somewhere in it, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

LISTED = "koptekens_"
"""How the lists are called of words in headings, and of words in what stands below them; the role comes behind."""
INSIDE = "inhoud_"
QUESTIONS = frozenset(
    {"wat", "wie", "hoe", "waarom", "welk", "welke", "wanneer", "waar", "waarover", "waarmee", "waarvan", "waarop", "waarvoor"}
)
"""The words that open a question, with a question mark or without."""
_LIGHT, _TELLING = 1, 3
"""What a word weighs that tells little by itself ("wat", "raad"), and any other word."""
_STATEMENT = 4
"""The words of the shortest heading that states something: "De visie verbindt ons"."""


@dataclass(frozen=True, slots=True)
class Form:
    """One word of a cue in all its alternatives: whole words, beginnings and ends; `first`: it must open the heading."""

    whole: frozenset[str]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    first: bool = False

    def at(self, words: Sequence[str], known: Set[str]) -> int:
        """The place of the first of the words that it fits; -1 if none."""
        if self.whole.isdisjoint(known) and not self.begins and not self.ends:
            return -1
        fits = (place for place, word in enumerate(words) if self.fits(word))
        place = next(fits, -1)
        return -1 if self.first and place else place

    def fits(self, word: str) -> bool:
        """Whether a word is one of the alternatives."""
        return word in self.whole or word.startswith(self.begins) or (word.endswith(self.ends) and word not in self.ends)


@dataclass(frozen=True, slots=True)
class Cues:
    """For each role the cues of more words, and all single words as one; `light` words weigh little, `verbs` make a statement."""

    several: tuple[tuple[str, tuple[Form, ...]], ...] = ()
    single: tuple[tuple[str, Form], ...] = ()
    light: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()

    def states(self, words: Sequence[str]) -> bool:
        """Whether a heading of these words says something: a verb stands between others, and it asks nothing."""
        return len(words) >= _STATEMENT and words[0] not in QUESTIONS and not self.verbs.isdisjoint(words[1:])

    def weight(self, words: Iterable[str]) -> int:
        """How much words tell together."""
        return sum(_LIGHT if word in self.light else _TELLING for word in words)

    def role(self, words: Sequence[str], *, asked: bool = False) -> tuple[str, int, int]:
        """The role that the heaviest cue gives, its weight and its number of words; "" if none fits.

        `asked`: the heading ends in a question mark, so it states nothing. Of roles with cues that weigh as much, that with
        most of them wins, then that of the earliest word.
        """
        known = frozenset(words)
        fits: dict[str, list[tuple[int, int, int]]] = {}
        single = () if self.states(words) and not asked else self.single
        for name, forms in (*self.several, *((name, (form,)) for name, form in single)):
            if places := _places(forms, words, known):
                fits.setdefault(name, []).append((self.weight(words[place] for place in places), -min(places), len(forms)))
        if not fits:
            return "", 0, 0
        role = max(fits, key=lambda name: _rank(fits[name]))
        weight, _, size = max(fits[role])
        return role, weight, size


def _rank(fits: Sequence[tuple[int, int, int]]) -> tuple[int, int, int]:
    weight, place, _ = max(fits)
    return weight, sum(one[0] == weight for one in fits), place


def _places(forms: Sequence[Form], words: Sequence[str], known: Set[str]) -> frozenset[int]:
    """Where the words of a cue stand, each at a place of its own; empty if one is missing."""
    found: set[int] = set()
    for form in forms:
        place = form.at(words, known)
        if place < 0 or place in found:
            return frozenset()
        found.add(place)
    return frozenset(found)


@lru_cache(maxsize=4)
def cues_of(listed: tuple[tuple[str, tuple[str, ...]], ...]) -> Cues:
    """The word lists `koptekens_<role>` and `koptekens_licht`, ready to be tried on headings."""
    lists: Mapping[str, tuple[str, ...]] = {name.removeprefix(LISTED): held for name, held in listed if name.startswith(LISTED)}
    several: list[tuple[str, tuple[Form, ...]]] = []
    single: list[tuple[str, Form]] = []
    for role, entries in lists.items():
        if role in ("licht", "gezegden"):
            continue
        several += [(role, tuple(_form(word) for word in entry.split())) for entry in entries if _placed(entry)]
        single.append((role, _form("|".join(entry for entry in entries if not _placed(entry)))))
    return Cues(tuple(several), tuple(single), frozenset(lists.get("licht", ())), frozenset(lists.get("gezegden", ())))


def contents_of(listed: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, Form], ...]:
    """The word lists `inhoud_<role>`: the words of what stands in a section."""
    return tuple((name.removeprefix(INSIDE), _form("|".join(held))) for name, held in listed)


def _placed(entry: str) -> bool:
    """Whether an entry tells more than a word anywhere: it has several words, or must open the heading."""
    return " " in entry or entry.startswith("^")


def _form(word: str) -> Form:
    parts = word.removeprefix("^").split("|")
    return Form(
        frozenset(part for part in parts if "*" not in part),
        tuple(part[:-1] for part in parts if part.endswith("*")),
        tuple(part[1:] for part in parts if part.startswith("*")),
        first=word.startswith("^"),
    )

"""Decision points that say nothing of their own: words that point elsewhere, letters that nobody explains, choices left open."""

from __future__ import annotations

import re

from toets.extract.deeds import Deed
from toets.extract.readability import unexplained
from toets.extract.scene import Scene, spans_of
from toets.model.document import Passage
from toets.text import Hit

_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\w.,/-]*|€")
_CLAUSE = re.compile(r"[^,;]*")
_QUOTE = re.compile("['‘\"“]")
_FIGURES = 3
"""A number of fewer figures only counts or numbers something in another paper."""
MANY_LETTERS = 2
"""So many abbreviations that nobody explains keep a point from being read."""


def says_nothing(scene: Scene, passage: Passage, deeds: tuple[Deed, ...]) -> bool:
    """Whether a point, its verbs apart, only names papers or their parts, and points elsewhere.

    Who is told something is named by that: "de raad met bijgaande brief te informeren".
    """
    if spans_of(passage, "orgaan"):
        return False
    said = [deed.said for deed in deeds if deed.form != "noun"]
    words = [word for word in _WORD.finditer(passage.text) if not any(verb.holds(word.start()) for verb in said)]
    plain = scene.words("punt_kleine_woorden", "punt_werkwoorden", "punt_noemt_stuk", "punt_wijst_elders")
    return bool(deeds) and not any(_tells(word[0], plain, first=not at) for at, word in enumerate(words))


def _tells(word: str, plain: frozenset[str], *, first: bool) -> bool:
    """Whether a word says what is decided on: a name, a sum, a year or a noun that is no paper."""
    if word[0].isdigit():
        return sum(sign.isdigit() for sign in word) >= _FIGURES
    return word == "€" or (word[0].isupper() and not first) or word.lower() not in plain


def told_elsewhere(scene: Scene, passage: Passage) -> bool:
    """Whether how it is done, or on which things, can only be read elsewhere; a sum tells enough of things."""
    things = scene.opens(passage, "punt_zaken_van_elders") and not spans_of(passage, "bedrag")
    return bool(things) or any(_in_a_paper(scene, passage, hit) for hit in scene.says(passage, "punt_gedaan_zoals"))


def _in_a_paper(scene: Scene, passage: Passage, hit: Hit) -> bool:
    """Whether a paper, or a part of one, is named in the clause behind the words that point: "zoals in hoofdstuk 6"."""
    clause = _CLAUSE.match(passage.text, hit.end)
    behind = clause[0] if clause else ""
    return scene.has(behind, "punt_plaats_elders") or _QUOTE.search(behind) is not None


def is_cryptic(scene: Scene, passage: Passage) -> bool:
    """Whether a point holds several abbreviations that the proposal does not explain."""
    return len(unexplained(scene, passage)) >= MANY_LETTERS


def leaves_open(scene: Scene, passage: Passage, acts: tuple[str, ...]) -> bool:
    """Whether a point decides one thing or another ("c.q.", "dan wel"); a power that is given may be to grant or refuse."""
    return bool(scene.says(passage, "besluit_open_keuze")) and scene.words("besluit_geeft_macht").isdisjoint(acts)

"""Clauses of a decision that only say by what, within what or from what it is decided: what they name is not decided on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toets.extract.scene import Scene
from toets.extract.topics import spot
from toets.model.document import Location, Passage
from toets.text.verbs import TO_INFINITIVE

GROUNDS = "bijzin_grond"
"""The list of words that open such a clause; that of `SUBORDINATE` ends at a comma only."""
SUBORDINATE = "bijzin_ondergeschikt"
REPEAL = "bijzin_intrekking"
COVER = "bijzin_dekking"
"""Out of what it is paid, which runs on to the end of the sentence: "te dekken uit de stelpost en een hogere prijs per uur"."""

_STOP = re.compile(
    r"[,;:()]|\.(?=\s|$)|\bte\b|\b(?:en|of) (?:te|de|het|een|dit|deze|daarvoor|hiervoor)\b"
    r"| (?:de|het|een|deze|geen|dit)\b"
)
_LAST_WORD = re.compile(r"\w+$")
_LAW = re.compile(
    r"\s(?:artikel|artikelen|lid|leden)\b.*?\b\w*(?:wet|awb|wgr|wor|verordening|apv|statuten|regeling)\b", re.IGNORECASE
)
_COMMA = re.compile(r"[,;]|\.(?=\s|$)|$")
_SENTENCE = re.compile(r";|\.(?=\s|$)|$")
_FIRST_PART = re.compile(r"\b(?:voor|aan|met|ten behoeve van)\b")


@dataclass(frozen=True, slots=True)
class Aside:
    """One such clause: the characters it takes, and whether it repeals."""

    start: int
    end: int
    repeals: bool = False

    def holds(self, place: Location) -> bool:
        """Whether words that end at this place stand in the clause ("vast te stellen conform de richtlijn")."""
        return place.end is not None and self.start < place.end <= self.end


def asides_of(scene: Scene, passage: Passage) -> tuple[Aside, ...]:
    """The clauses of a passage that only stand beside what it decides, in places of its block."""
    return tuple(_in_block(passage, aside) for aside in _found(scene, passage))


def _in_block(passage: Passage, aside: Aside) -> Aside:
    place = spot(passage, aside.start, aside.end)
    return Aside(place.start or 0, place.end or 0, aside.repeals)


def _found(scene: Scene, passage: Passage) -> Iterator[Aside]:
    for name in (GROUNDS, REPEAL):
        for hit in scene.says(passage, name):
            yield Aside(hit.start, _end(scene, passage.text, hit.start, hit.end), name == REPEAL)
    for hit in scene.says(passage, COVER):
        end = _SENTENCE.search(passage.text, hit.end)
        yield Aside(hit.start, end.start() if end else len(passage.text))
    for hit in scene.says(passage, SUBORDINATE):
        end = _end_of_clause(passage.text, hit.start, hit.end)
        opens = not passage.text[: hit.start].strip()
        if end and not (opens and end.group() != ","):  # a clause in front with no comma behind it runs on into the decision
            yield Aside(hit.start, end.start())


def _end_of_clause(text: str, start: int, opened: int) -> re.Match[str] | None:
    """Where a clause with a verb of its own ends: at a comma, or at the end of the sentence when all was decided before it."""
    sentence = _SENTENCE.search(text, opened)
    if sentence and TO_INFINITIVE.search(text, 0, start) and not TO_INFINITIVE.search(text, opened, sentence.start()):
        return sentence
    return _COMMA.search(text, opened)


def _end(scene: Scene, text: str, start: int, opened: int) -> int:
    """Where a clause ends: at a comma, a verb, or a new noun with an article of its own."""
    end = next((stop.start() for stop in _STOP.finditer(text, opened) if _ends(scene, text, stop, opened)), len(text))
    if law := _LAW.match(text, opened, end):
        return law.end()
    if not text[:start].strip() and (turn := _FIRST_PART.search(text, opened, end)):
        return turn.start()
    return end


def _ends(scene: Scene, text: str, stop: re.Match[str], opened: int) -> bool:
    """Whether this closes the clause: an article right behind the opening words or behind a preposition does not."""
    before = text[opened : stop.start()]
    if not stop.group().startswith(" "):
        return not (stop.group() == "(" and not before.strip())
    last = _LAST_WORD.search(before)
    return bool(before.strip()) and not (last and last[0].lower() in scene.words("bijzin_gaat_door"))

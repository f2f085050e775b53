"""Interests: what a partner gains, lacks or fears, told in a clause that goes on about it ("haar leden vergrijzen")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from toets.extract.parties import Party
from toets.extract.scene import Scene
from toets.model.document import Passage

REACH = 2
"""So many sentences after the one that names a party may still tell of its interest."""

_CUT = re.compile(r"[;:()–]|[,.](?=\s)|\b(?:omdat|want|zodat|waardoor|waarmee|doordat|en|maar|dus)\b")
_BECAUSE = re.compile(r"(?:omdat|want|doordat)\b")
_ONE = re.compile(r"\b(?:haar|hij|hem|ervan)\b", re.IGNORECASE)
_MANY = re.compile(r"\b(?:hun|hen|zij|ze)\b", re.IGNORECASE)
_VERB = r"(?:is|wil|kan|zal|mag|had|was|zou|(?!(?:\w*dat|want|niet|met|het|uit|tot|wat|dit)\b)[a-zëï]+t)"
_SHE = re.compile(rf"\b(?:zij|ze) {_VERB}\b|\b{_VERB} (?:zij|ze)\b", re.IGNORECASE)
"""One party as "zij", by the number of its verb: with a plural verb it is others that are meant."""
_SHE_FIRST = re.compile(r"\b(?:zij|ze) ", re.IGNORECASE)
_VERB_LAST = re.compile(rf"\b{_VERB}\W*$", re.IGNORECASE)
_IT = re.compile(
    r"^\W*het (?P<after>[a-zë]{2,}t)\b|\b(?P<before>[a-zë]{2,}t) het\b(?! [a-z]+ (?:van|met|op|in)\b)", re.IGNORECASE
)
"""An organisation as "it", beside a verb of doing: "Het stapt pas in bij …", "bespaart het een opnameweek"."""
_BESIDE = re.compile(r"\b(?:met|van|door|bij|aan|naar|uit|tegen|over|in|op) $")
_SAME = re.compile(rf"(?:;|,|en|maar) (?:maar |en )?{_VERB} ")
"""A clause without a subject has that of the one before: "; traint nu elders"."""
_THEIRS = re.compile(
    r"(?:Haar|Zijn|Hun|(?:[;:] ?|(?:omdat|want|doordat|waardoor|zodat) )(?:haar|zijn|hun)) (?:eigen )?(?P<noun>[a-zë]+)\b"
)
"""What is of somebody as the subject: "Zijn leegstand liep op"."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A part of a sentence behind a party.

    `several`: "they" may mean the party, or it and others; `neuter`: "het" may; `same`: it may be the subject without being said.
    """

    passage: Passage
    start: int
    end: int
    several: bool
    neuter: bool
    same: bool

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    def has(self, scene: Scene, name: str) -> bool:
        """Whether a hit of this list lies within the clause."""
        return any(self.start <= hit.start and hit.end <= self.end for hit in scene.says(self.passage, name))


def tells_interest(scene: Scene, passage: Passage, party: Party, *, several: bool) -> bool:
    """Whether the clauses behind a party, in its sentence or in the next ones of its paragraph, tell what it gains or lacks."""
    neuter = _is_neuter(scene, passage, party)
    if any(_tells(scene, clause) for clause in _clauses(passage, party.end, several=several, neuter=neuter)):
        return True
    for other in scene.reach(passage, "paragraph"):
        if 0 < other.index - passage.index <= REACH:
            if any(_tells(scene, clause) for clause in _clauses(other, 0, several=several, neuter=neuter)):
                return True
            if scene.says(other, "belang_elders") or scene.says(other, "belang_anderen"):
                break
    return False


def _is_neuter(scene: Scene, passage: Passage, party: Party) -> bool:
    """Whether a party is called "het": by the article before it or in its name, or by its kind."""
    name = passage.text[party.start : party.end]
    kinds = scene.pattern("het_partij")
    return passage.text[: party.start].lower().endswith("het ") or any(kinds.fullmatch(word) for word in name.split())


def _clauses(passage: Passage, start: int, *, several: bool, neuter: bool) -> Iterator[_Clause]:
    cuts = [found.start() for found in _CUT.finditer(passage.text, start)]
    bounds = [*(() if start else (0,)), *cuts, len(passage.text)]
    for low, high in pairwise(bounds):
        yield _Clause(passage, low, high, several, neuter, same=start > 0)


def _tells(scene: Scene, clause: _Clause) -> bool:
    """Whether a clause is about the party, not about us or others, and says what it wants, gains or lacks."""
    if clause.has(scene, "belang_elders") or (clause.has(scene, "belang_anderen") and not _is_she(clause.text)):
        return False
    if clause.has(scene, "belang_beweegreden"):
        return True
    about = _theirs(scene, clause) or _called(scene, clause) or _meant(scene, clause)
    if about and _BECAUSE.match(clause.text):
        return True
    if clause.has(scene, "belang_teken"):
        return about or (clause.same and _SAME.match(clause.text) is not None)
    return about and clause.has(scene, "belang_vorm") and not clause.has(scene, "partner_bijdrage")


def _is_she(text: str) -> bool:
    """Whether a clause speaks of one party as "zij", beside its verb or with the verb at the end."""
    if _SHE.search(text):
        return True
    first, last = _SHE_FIRST.search(text), _VERB_LAST.search(text)
    return first is not None and last is not None and first.end() <= last.start()


def _theirs(scene: Scene, clause: _Clause) -> bool:
    """Whether something of the party is the subject, other than what it gives."""
    whose = _THEIRS.match(clause.text)
    return whose is not None and not scene.is_one(whose["noun"], "bijdrage_woord")


def _called(scene: Scene, clause: _Clause) -> bool:
    """Whether the party is called by its kind or its people, and not only as whom something is done with."""
    return any(
        clause.start <= hit.start and hit.end <= clause.end and not _BESIDE.search(clause.passage.text, 0, hit.start)
        for hit in scene.says(clause.passage, "partij_zelf")
    )


def _meant(scene: Scene, clause: _Clause) -> bool:
    """Whether a pronoun points at the party spoken of before."""
    text = clause.text
    if _ONE.search(text) or _is_she(text) or (clause.several and _MANY.search(text)):
        return True
    nobody = scene.words("het_is_niemand")
    return clause.neuter and any((found["after"] or found["before"]) not in nobody for found in _IT.finditer(text))

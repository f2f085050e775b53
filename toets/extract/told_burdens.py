"""The burdens of one investment, told in two places with different amounts: "de kapitaallasten bedragen € 112.000".

Burdens may differ lawfully by year, by way of writing off, by part and by variant. So only sentences that say nothing of these
are laid beside each other, about the same thing, and only when there are exactly two such amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toets.extract.arithmetic import Comparison, alike, comparable, explained
from toets.extract.scene import Scene, spans_of
from toets.extract.sum_pairs import rough
from toets.extract.sums import ASKED, Sum
from toets.model.document import Passage, PassageKind
from toets.text import normal, stem

_TOLD = re.compile(
    r"(?:^|\s)(?P<before>(?:[\w-]+ ){0,3}?)(?P<noun>[\w-]+)(?P<of> (?:van|voor) [\w' -]{3,50}?)?"
    r"(?:(?: (?:bedragen|zijn|van|ad|(?:worden|zijn) geraamd op|komen (?:uit )?op)| (?:vanaf|met ingang van) 20\d\d){1,2}|:)"
    r"(?: jaarlijks| per jaar| naar verwachting)? ?€?\s*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?:\s?[-–/]\s?20\d\d)?(?!\d)")
_ONWARD = re.compile(r"\b(?:vanaf|met ingang van|ingaande|per)(?: het jaar)? $", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")


class _Burden(NamedTuple):
    """A burden as a sentence tells it: its name, and the beginnings of the words of what it is of."""

    item: Sum
    noun: str
    of: frozenset[str]


def find(scene: Scene, sums: Sequence[Sum]) -> Iterator[Comparison]:
    """A comparison for every two amounts of the same burden of the same thing."""
    told = [found for item in sums if (found := _burden(scene, item))]
    burdens = {one.item.handle for one in told}
    asked = {
        item.cents for item in sums if scene.passages[item.passage].point and item.use in ASKED and item.handle not in burdens
    }
    several = len(asked) > 1
    for noun in dict.fromkeys(one.noun for one in told):
        mine = [one for one in told if one.noun == noun]
        first, other = mine[0], next((one for one in mine if not _same(scene, mine[0], one)), None)
        if other and all(_same(scene, one, first) or _same(scene, one, other) for one in mine):
            yield from _pair(scene, first, other, sums, several=several)


def _pair(scene: Scene, first: _Burden, other: _Burden, sums: Sequence[Sum], *, several: bool) -> Iterator[Comparison]:
    one, two = first.item, other.item
    of_one = first.of == other.of if several else first.of <= other.of or other.of <= first.of
    rest = [item for item in sums if item.cents not in (one.cents, two.cents)]
    told_apart = all(_is_in_table(item, sums) for item in (one, two)) or (several and not first.of)
    if not of_one or told_apart or not comparable(one.cents, two.cents):
        return
    if not explained(one.cents, two.cents, [item.cents for item in rest]):
        passage = scene.passages[one.passage]
        yield Comparison("burden", one.passage, one.start, one.cents, two.cents, passage.text, True, two.passage)


def _same(scene: Scene, one: _Burden, other: _Burden) -> bool:
    near = rough(scene, one.item) + rough(scene, other.item)
    return alike(one.item.cents, other.item.cents) or abs(one.item.cents - other.item.cents) <= near


def _is_in_table(item: Sum, sums: Sequence[Sum]) -> bool:
    """Whether a table tells the amount too: what it is of stands in the heads and labels there."""
    return any(other.table >= 0 and alike(other.cents, item.cents) for other in sums)


def _burden(scene: Scene, item: Sum) -> _Burden | None:
    """An amount that a sentence with no other amount calls the burden of something, whatever the year or the way."""
    passage = scene.passages[item.passage]
    if passage.part != "voorstel" or passage.kind in (PassageKind.ROW, PassageKind.FIELD, PassageKind.HEADING):
        return None
    if item.vague or item.pm or item.per not in ("", "year") or len(spans_of(passage, "bedrag")) != 1:
        return None
    section = scene.section(passage)
    around = f"{section.heading if section else ''} {passage.text} {_next(scene, passage)}"
    before = passage.text[: item.start].rstrip(" €\u00a0") + " "
    found = _TOLD.search(before)
    if not found or not scene.is_one(found["noun"], "last_met_naam") or _of_a_year(scene, passage.text):
        return None
    if scene.has(before, "last_van_eerder"):
        return None
    if scene.has(around, "last_anders") or not _is_plain(scene, found["before"]):
        return None
    words = (stem(word) for word in _WORD.findall(normal(found["of"] or "")) if word not in scene.words("ingang_zegt_niets"))
    return _Burden(item, normal(found["noun"]), frozenset(words))


def _of_a_year(scene: Scene, text: str) -> bool:
    """Whether a year is named, and not one from which it holds or that is part of the name of a plan."""
    starts = (text[: found.start()] for found in _YEAR.finditer(text))
    return any(not _ONWARD.search(before) and not scene.ends_with(before, "plan_met_jaar") for before in starts)


def _is_plain(scene: Scene, before: str) -> bool:
    """Whether the words before a burden say nothing that makes it another one."""
    return all(scene.has(word, "last_zegt_niets") for word in before.split())


def _next(scene: Scene, passage: Passage) -> str:
    """The next sentence when it goes on about the same amount: "Daarvan is € 6.000 al begroot."."""
    beside = [one for one in scene.reach(passage, "paragraph") if one.index == passage.index + 1]
    return beside[0].text if beside and scene.opens_with(beside[0].text, "last_gaat_verder") else ""

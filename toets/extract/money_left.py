"""Sums that no phrase tells the use of: in a decision point or among the paragraphs on money they are spent.

The ways to spend are endless; what else a sum in such a place may be (a price, a bound, a part of the past) is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from toets.extract.decisions import acts_of
from toets.extract.scene import Scene
from toets.extract.sums import Sum
from toets.extract.tense import narrates

UNTOLD = frozenset({"other", "limit", "income", "price"})
UNSIGNED = 55
"""How sure the use of an amount is that no word reaches."""
GIVES_NOTHING = frozenset({"kennisnemen", "mandateren", "zienswijze"})


def decided(scene: Scene, found: Sequence[Sum], asked: Sequence[Sum]) -> list[Sum]:
    """The first sum of every point that asks none in so many words, but decides on one; a budget that changes is none."""
    told = {item.passage for item in (*asked, *(one for one in found if one.use == "existing"))}
    left = [item for item in found if item.passage not in told and _decides(scene, item)]
    firsts = {item.passage: item for item in reversed(left)}
    return [replace(item, use="requested") for item in firsts.values()]


def _decides(scene: Scene, item: Sum) -> bool:
    """Whether a point decides on a sum: it is no price, bound or result, and not what somebody else spends."""
    passage = scene.passages[item.passage]
    if not passage.point or passage.part != "voorstel" or item.cents <= 0 or item.use not in UNTOLD:
        return False
    if not GIVES_NOTHING.isdisjoint(acts_of(scene, passage)) or item.capital or item.table >= 0 or item.per == "unit":
        return False
    unasked = ("bedrag_zonder_vraag", "geld_van_ander", "meegewogen_in_ander_besluit", "bedrag_toevoegen")
    return not any(scene.says(passage, name) for name in unasked)


def unexplained(scene: Scene, found: Sequence[Sum]) -> list[Sum]:
    """The sums among the paragraphs on money that have no sign of their use at all, as costs."""
    left = [item for item in found if item.use == "other" and item.cents > 0 and _is_spent(scene, item)]
    return [replace(item, use="cost") for item in left]


def _is_spent(scene: Scene, item: Sum) -> bool:
    """Whether a sum among the paragraphs on money is not told to compare, nor of what has been."""
    passage = scene.passages[item.passage]
    if passage.part != "voorstel" or passage.point or passage.role != "middelen" or item.per == "unit":
        return False
    compared = scene.says(passage, "bedrag_afgewogen") or scene.says(passage, "bedrag_vergeleken")
    return item.sure <= UNSIGNED and not compared and not narrates(passage.text, item.start)

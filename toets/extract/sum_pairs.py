"""Two amounts with one label: the same, or different without anything that accounts for it.

Amounts may lawfully differ (btw, price level, rounding, years, a subsidy that is taken off). So two amounts are only said to
differ when neither is named elsewhere, and no other amount accounts for the difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toets.extract.arithmetic import Comparison, alike, comparable, explained, roughness, shifted, swapped
from toets.extract.scene import Scene
from toets.extract.sums import Sum
from toets.model.document import Passage

_THOUSAND = 1000


def pair(
    scene: Scene, of: str, item: Sum, other: Sum, sums: Sequence[Sum], *, certain: bool = True, verbatim: bool = False
) -> Iterator[Comparison]:
    """Two amounts with one label: the same, or different without anything that accounts for it.

    `certain`: there is one amount on either side; `verbatim`: all other words are the same, so that any difference is one.
    """
    said = scene.passages[item.passage].text
    same = alike(item.cents, other.cents) or abs(item.cents - other.cents) <= rough(scene, item) + rough(scene, other)
    if same or _differs(scene, of, item, other, sums, certain=certain, verbatim=verbatim):
        yield Comparison(of, item.passage, item.start, item.cents, other.cents, said, not same, other.passage)


def _differs(scene: Scene, of: str, item: Sum, other: Sum, sums: Sequence[Sum], *, certain: bool, verbatim: bool) -> bool:
    """Whether nothing accounts for the difference of two amounts with one label."""
    rest = [one for one in sums if one.handle not in (item.handle, other.handle)]
    both = is_named(scene, item, rest) and (of == "points" or is_named(scene, other, rest))
    zeros = shifted(item.cents, other.cents) if of == "total" or other.table >= 0 else 0
    if zeros == _THOUSAND or (zeros and of == "total" and not both):
        return True
    near = verbatim or comparable(item.cents, other.cents)
    if both or not near or explained(item.cents, other.cents, [one.cents for one in rest]):
        return False
    said = f"{scene.passages[item.passage].text} {scene.passages[other.passage].text}"
    return (certain and (of == "total" or not _has_parts(scene, said))) or swapped(item.cents, other.cents)


def is_figure(item: Sum) -> bool:
    """Whether an amount is one plain figure, paid once."""
    return item.cents > 0 and not (item.vague or item.pm or item.per or item.capital)


def words_before(passage: Passage, item: Sum) -> str:
    """The words before an amount, without the sign of the euro."""
    return passage.text[: item.start].rstrip(" \u00a0€") + " "


def rough(scene: Scene, item: Sum) -> int:
    """How many cents an amount may be off, as it is written: "€ 1,2 miljoen" is rounded."""
    return roughness(scene.passages[item.passage].text[item.start : item.end], item.cents)


def is_named(scene: Scene, item: Sum, rest: Sequence[Sum]) -> bool:
    """Whether the section on money names this amount once more: then it is no slip."""
    return any(alike(item.cents, one.cents) for one in rest if scene.passages[one.passage].role == "middelen")


def _has_parts(scene: Scene, said: str) -> bool:
    """Whether anything said of money hints that what is asked is only a part, or more, than the costs."""
    money_text = " ".join(passage.text for passage in scene.passages if passage.role == "middelen")
    return scene.has(said, "geld_deels_van_anderen") or scene.has(money_text, "geld_deels_van_anderen")

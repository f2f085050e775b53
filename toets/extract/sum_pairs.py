"""Two amounts with one label: the same, or different without anything that accounts for it.

Amounts may lawfully differ (btw, price level, rounding, years, a subsidy that is taken off). So two amounts are only said to
differ when neither is named elsewhere, and no other amount accounts for the difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from toets.extract.arithmetic import Comparison, alike, comparable, explained, roughness, shifted, swapped
from toets.extract.scene import Scene
from toets.extract.sums import Sum
from toets.model.document import Passage

_THOUSAND = 1000
_OVER = re.compile(r"\b(?:ruim|dik|(?:iets )?meer dan) $", re.IGNORECASE)
_UNDER = re.compile(r"\b(?:bijna|krap|nog geen|(?:iets )?minder dan) $", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:circa|ca\.?|ongeveer|rond(?: de)?|zo'n|afgerond|om en nabij(?: de)?) $", re.IGNORECASE)
_LOOSE = 0.15
"""By how much a sum may differ from the one that "ruim", "bijna" or "circa" tells."""


def pair(
    scene: Scene, of: str, item: Sum, other: Sum, sums: Sequence[Sum], *, certain: bool = True, verbatim: bool = False
) -> Iterator[Comparison]:
    """Two amounts with one label: the same, or different without anything that accounts for it.

    `certain`: there is one amount on either side; `verbatim`: all other words are the same, so that any difference is one.
    """
    said = scene.passages[item.passage].text
    same = alike(item.cents, other.cents) or abs(item.cents - other.cents) <= rough(scene, item) + rough(scene, other)
    same = _fits(scene, item, other) if other.vague else same
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


def is_told(scene: Scene, item: Sum) -> bool:
    """Whether an amount is a figure, or one rounded with a word that says which way: "ruim € 1,2 miljoen"."""
    if not item.vague or item.span is None or item.span.more.get("low") != item.span.value:
        return is_figure(item)
    before = words_before(scene.passages[item.passage], item)
    return is_figure(replace(item, vague=False)) and any(sign.search(before) for sign in (_OVER, _UNDER, _ABOUT))


def _fits(scene: Scene, item: Sum, told: Sum) -> bool:
    """Whether a sum may be told as a rounded one: "ruim" is no more than the sum, "bijna" no less."""
    before, slack = words_before(scene.passages[told.passage], told), rough(scene, told)
    low = told.cents - slack if _OVER.search(before) else round((1 - _LOOSE) * told.cents)
    high = told.cents + slack if _UNDER.search(before) else round((1 + _LOOSE) * told.cents)
    return low <= item.cents <= high


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

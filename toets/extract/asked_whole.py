"""What is asked beside all that it costs, and beside what it is paid from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from toets.extract import table_totals
from toets.extract.arithmetic import Comparison, adds_up, alike, as_sum, comparable, explained
from toets.extract.scene import Scene
from toets.extract.sum_pairs import is_figure, is_named, pair, words_before
from toets.extract.sums import ASKED, Sum

_NEARLY = 0.9
"""What is asked and a table without a total are about the same costs when they are this close."""

_BESIDE = re.compile(r"[^.;€]{0,60}")


def find(scene: Scene, asked: Sequence[Sum], sums: Sequence[Sum]) -> Iterator[Comparison]:
    """What is asked beside the total of the costs, or beside the rows of a table that gives no total."""
    yield from _whole(scene, asked, sums)
    yield from _untotalled(scene, asked, sums)


def cover(scene: Scene, sums: Sequence[Sum]) -> Iterator[Comparison]:
    """What one decision point asks beside the two or more amounts that it is paid from."""
    for index, passage in enumerate(scene.passages):
        mine = [item for item in sums if item.passage == index] if passage.point and passage.part == "voorstel" else []
        asked = [item for item in mine if item.use in ASKED]
        cover = [item for item in mine if item.use == "cover"]
        if len(asked) == 1 and len(cover) > 1 and len(mine) == len(asked) + len(cover) and all(map(is_figure, mine)):
            counted = sum(item.cents for item in cover)
            alright = adds_up([item.cents for item in cover], asked[0].cents) or alike(counted, asked[0].cents)
            if alright or (comparable(counted, asked[0].cents) and not scene.has(passage.text, "bedrag_deels")):
                left = asked[0]
                counting = as_sum([item.cents for item in cover])
                yield Comparison("cover", index, left.start, left.cents, counted, passage.text, not alright, -1, counting)


def _whole(scene: Scene, asked: Sequence[Sum], sums: Sequence[Sum]) -> Iterator[Comparison]:
    """What is asked, all points together, beside the total of the costs in the section on money."""
    if not any(scene.has(scene.passages[item.passage].text, "geldwoord_gevraagd") for item in asked):
        return
    totals = [other for other in sums if _is_whole(scene, other)]
    together = replace(asked[0], cents=sum(item.cents for item in asked))
    if len(totals) > 1 and len({other.passage for other in totals}) == 1:  # a table may have a total of each of its columns
        totals = [other for other in totals if comparable(together.cents, other.cents)]
    if totals and all(alike(totals[0].cents, other.cents) for other in totals):
        yield from pair(scene, "points", together, totals[0], sums, certain=len(asked) == 1)


def _untotalled(scene: Scene, asked: Sequence[Sum], sums: Sequence[Sum]) -> Iterator[Comparison]:
    """The one amount that is asked beside the only table of costs, when that gives no total: its rows are added up."""
    tables = list(table_totals.untotalled(scene, sums))
    if len(asked) != 1 or len(tables) != 1 or any(_is_whole(scene, other) for other in sums):
        return
    first, parts, leaves_open = tables[0]
    item, counted = asked[0], sum(parts)
    if adds_up(parts, item.cents) or alike(item.cents, counted) or (leaves_open and counted < item.cents):
        return
    told = any(alike(counted, other.cents) for other in sums) or is_named(scene, item, [one for one in sums if one is not item])
    said = scene.passages[item.passage].text
    near = min(item.cents, counted) >= _NEARLY * max(item.cents, counted)
    others = any(other.use in ("income", "cover") and other.table < 0 for other in sums) or scene.has(said, "geld_gedeeld")
    if near and not (told or others or explained(item.cents, counted, [one.cents for one in sums])):
        yield Comparison("points", item.passage, item.start, item.cents, counted, said, True, first.index, as_sum(parts))


def _is_whole(scene: Scene, item: Sum) -> bool:
    """Whether an amount is said to be all that it costs: in a sentence, or in the last row of a table of costs."""
    passage = scene.passages[item.passage]
    if passage.role != "middelen" or passage.part != "voorstel" or passage.point or not is_figure(item):
        return False
    if item.table >= 0:
        return item.total and not item.year and table_totals.is_total(scene, passage.text)
    ends = (hit.end for hit in scene.says(passage, "bedrag_geheel") if hit.end <= item.start)
    return any(_BESIDE.fullmatch(words_before(passage, item), end) for end in ends) and not scene.has(
        passage.text, "bedrag_van_eerder"
    )

"""Amounts that are about the same thing, laid beside each other.

Told sums and tables are laid beside what they say themselves, the draft decision beside the points, and what is asked beside
every place that tells it again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from toets.extract import (
    asked_whole,
    table_announced,
    table_products,
    table_shares,
    table_totals,
    told_again,
    told_burdens,
    told_products,
    told_sums,
)
from toets.extract.arithmetic import Comparison, alike, euros, shifted
from toets.extract.matching import twins
from toets.extract.scene import Scene
from toets.extract.sum_pairs import is_figure
from toets.extract.sums import ASKED, Sum
from toets.extract.topics import spot
from toets.model.fact import Draft, Value

SOURCE = "extract.comparisons"


def find(scene: Scene, sums: Sequence[Sum]) -> Iterator[Draft]:
    """A comparison fact for every two of these amounts of a document that can be compared with certainty."""
    told = chain(told_sums.find(scene), told_products.find(scene))
    counted = chain(table_totals.find(scene, sums), table_shares.find(scene), table_products.find(scene))
    announced = chain(table_announced.find(scene, sums), told_burdens.find(scene, sums))
    found = chain(counted, announced, told, _besluit(scene), _points(scene, sums))
    for number, item in enumerate(found):
        yield from _drafts(scene, item, f"compared:{number}")


def _drafts(scene: Scene, item: Comparison, handle: str) -> Iterator[Draft]:
    """The comparison, and the other place or the sum it was compared with."""
    passage = scene.passages[item.passage]
    fields: dict[str, Value] = {
        "of": item.of,
        "same_label": 1,
        "outcome": "differs" if item.differs else "same",
        "left": 0 if item.percent else item.left,
        "right": 0 if item.percent else item.right,
        "difference": 0 if item.percent else abs(item.left - item.right),
    }
    fields |= _in_words(item)
    yield Draft("comparison", fields, item.quote, spot(passage, item.start, item.start), SOURCE, item.passage, handle)
    there = scene.passages[item.elsewhere] if item.elsewhere >= 0 else passage
    yield Draft("place", {"of": handle}, item.other or there.text, there.location, SOURCE)


def _in_words(item: Comparison) -> dict[str, Value]:
    """Both sides as they are shown: amounts with what lies between them, or percentages."""
    if item.percent:
        return {"share": table_shares.percent(item.left), "counted_share": table_shares.percent(item.right)}
    factor = shifted(item.left, item.right)
    words: dict[str, Value] = {
        "told": f"€ {euros(item.left)}",
        "counted": f"€ {euros(item.right)}",
        "gap": f"€ {euros(abs(item.left - item.right))}",
    }
    return words | ({"factor": f"{factor:,}".replace(",", ".")} if factor else {})


def _besluit(scene: Scene) -> Iterator[Comparison]:
    """The amounts of a decision point beside those of the same point of the draft decision, when they are as many."""
    places = {passage.point: passage for passage in scene.passages if passage.point and passage.part == "voorstel"}
    theirs_at = {passage.point: passage for passage in scene.passages if passage.point and passage.part == "ontwerpbesluit"}
    for point, twin in twins(scene):
        passage = places.get(point.index + 1)
        mine, theirs = _amounts(scene, point.text), _amounts(scene, twin.text) if twin else []
        pairs = [(one, two) for one, two in zip(sorted(mine), sorted(theirs), strict=False) if not alike(one, two)]
        if passage and mine and len(mine) == len(theirs) and len(pairs) <= 1:
            left, right = pairs[0] if pairs else (mine[0], theirs[0])
            there = theirs_at.get(twin.index + 1) if twin else None
            yield Comparison(
                "besluit", passage.index, 0, left, right, point.text, bool(pairs), there.index if there else -1,
                twin.text if twin else "",
            )  # fmt: skip


def _amounts(scene: Scene, text: str) -> list[int]:
    return [int(span.value) for span in scene.language.spans(text) if span.kind == "bedrag" and span.value]


def _points(scene: Scene, sums: Sequence[Sum]) -> Iterator[Comparison]:
    """What the decision points ask beside what the text says of the same sum."""
    asked = [item for item in sums if _in_point(scene, item) and item.use in ASKED and is_figure(item)]
    for item in asked:
        yield from told_again.find(scene, item, asked, sums)
    if asked:
        yield from asked_whole.find(scene, asked, sums)
        yield from told_again.in_title(scene, asked, sums)
    yield from asked_whole.cover(scene, sums)


def _in_point(scene: Scene, item: Sum) -> bool:
    passage = scene.passages[item.passage]
    return passage.point > 0 and passage.part == "voorstel"

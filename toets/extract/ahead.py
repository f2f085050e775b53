"""Moments to come: whether a passage says when something will be, measured from the year of the document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from toets.extract.scene import Scene, spans_of
from toets.model.document import Passage

DATED_FIELDS = frozenset({"datum", "datum_raad", "datum_college", "datum_commissie", "vergadering", "commissie", "bijeenkomst"})


def year_of(scene: Scene) -> int:
    """The year in which the document is decided on, by the dates in its head; 0 when they don't tell."""
    items = scene.document.metadata
    years = [year for item in items if item.field in DATED_FIELDS for year in _years(scene, item.value)]
    return max(years or [year for item in items for year in _years(scene, item.value)], default=0)


def _years(scene: Scene, text: str) -> Iterator[int]:
    for span in scene.language.spans(text):
        if span.kind == "datum" and span.value:
            yield date.fromordinal(int(span.value)).year


def to_come(passage: Passage, year: int) -> bool:
    """Whether a date, quarter or year stands in a passage that is not before the year of the document.

    Years in titles ("Woonvisie 2020-2030") don't count.
    """
    for span in spans_of(passage, "datum", "kwartaal"):
        if span.value and date.fromordinal(int(span.more.get("high", span.value))).year >= year:
            return True
    return any(
        not span.more.get("title") and int(span.more.get("end") or span.value) >= year for span in spans_of(passage, "jaar")
    )


def recurring(scene: Scene, passage: Passage) -> bool:
    """Whether a passage tells how often ("per jaar") or within what time ("binnen drie jaar")."""
    return bool(scene.says(passage, "doel_moment"))

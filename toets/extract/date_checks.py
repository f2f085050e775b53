"""Dates that are recalculated: whether they exist, the weekday fits, and the steps follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Metadatum, Passage, Span
from toets.model.fact import Draft, Value

SOURCE = "extract.date_checks"
ORDER = ("datum_college", "datum_commissie", "datum_raad")
COUNCIL = ("datum_raad", "vergadering")


def find(scene: Scene) -> Iterator[Draft]:
    """A date_check fact for every full date, and for every pair of meeting dates that stands in the wrong order."""
    for passage in scene.passages:
        if passage.part == "voorstel":
            for span in spans_of(passage, "datum"):
                yield _draft(passage, span, _problem(span))
    yield from _order(scene)
    yield from _start_before_council(scene)


def _problem(span: Span) -> str:
    if not span.more.get("valid", 1):
        return "impossible"
    return "none" if span.more.get("weekday_ok", 1) else "weekday"


def _draft(passage: Passage, span: Span, problem: str) -> Draft:
    fields: dict[str, Value] = {"problem": problem}
    return Draft("date_check", fields, span.text, spot(passage, span.start, span.end), SOURCE, passage.index)


def _order(scene: Scene) -> Iterator[Draft]:
    """College before committee before council, by the dates in the head."""
    dated = [
        (item, day) for field in ORDER for item in scene.document.metadata if item.field == field and (day := _day(scene, item))
    ]
    for (first, day), (second, later) in pairwise(dated):
        if day > later:
            quote = f"{first.label}: {first.value}; {second.label}: {second.value}"
            fields: dict[str, Value] = {"problem": "order", "part": "voorstel"}
            yield Draft("date_check", fields, quote, second.location, SOURCE)


def _day(scene: Scene, item: Metadatum) -> int:
    days = [span.value for span in scene.language.spans(item.value) if span.kind == "datum"]
    return int(days[0]) if days and isinstance(days[0], int) else 0


def _start_before_council(scene: Scene) -> Iterator[Draft]:
    """The work starts before the council has decided: a start with a full date that lies before the meeting."""
    meetings = [day for item in scene.document.metadata if item.field in COUNCIL and (day := _day(scene, item))]
    if not meetings:
        return
    council = min(meetings)
    for passage in scene.prose():
        if passage.role != "uitvoering" or not scene.says(passage, "start_van_het_werk"):
            continue
        for span in spans_of(passage, "datum"):
            if span.more.get("grain") == "day" and 0 < int(span.value) < council:
                fields: dict[str, Value] = {
                    "problem": "start_before_council",
                    "reasoned": int(bool(scene.says(passage, "reden"))),
                }
                yield Draft("date_check", fields, passage.text, spot(passage, span.start, span.end), SOURCE, passage.index)

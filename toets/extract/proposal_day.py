"""The day of the proposal: that of its signature, else the first meeting in its head."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from toets.extract.scene import Scene, spans_of
from toets.model.document import Metadatum, Span
from toets.model.months import dutch_date

HEAD = ("datum_college", "datum_raad", "vergadering", "datum")
"""The fields that tell it when nobody signed, the surest first."""


class ProposalDay(NamedTuple):
    """A day, the last that it can be (when no more than a month is told), and how it is told; all empty when it is not."""

    day: int = 0
    last: int = 0
    words: str = ""


def proposal_day(scene: Scene) -> ProposalDay:
    """The day on which the proposal was signed; nothing after it can be told of as past, and nothing before it is to come."""
    return next(_told(scene), ProposalDay())


def _told(scene: Scene) -> Iterator[ProposalDay]:
    for passage in scene.passages:
        if passage.role == "ondertekening" and passage.part == "voorstel":
            yield from (_of(span, "ondertekening") for span in spans_of(passage, "datum") if span.value)
    for field in HEAD:
        for item in scene.document.metadata:
            if item.field == field and (span := _date_in(scene, item)):
                yield _of(span, item.label.strip(" :"))


def day_in(scene: Scene, item: Metadatum) -> int:
    """The day that a field of the head tells; 0 when it tells none."""
    span = _date_in(scene, item)
    return int(span.value) if span else 0


def _date_in(scene: Scene, item: Metadatum) -> Span | None:
    first = next((span for span in scene.language.spans(item.value) if span.kind == "datum"), None)
    return first if first and first.value else None


def _of(span: Span, label: str) -> ProposalDay:
    day = int(span.value)
    return ProposalDay(day, int(span.more.get("high", day)), f"{label} {dutch_date(date.fromordinal(day))}")

"""Attachments as facts: listed, referred to, present, announced; and whether a decision point decides on one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.scene import Scene
from toets.model.document import Attachment
from toets.model.fact import Draft
from toets.text import normal

SOURCE = "extract.attachments"
_COUNT = re.compile(r"\d+")
_WORD = re.compile(r"\w{6,}")


def find(scene: Scene) -> Iterator[Draft]:
    """A fact for each attachment; one without a number when the head counts attachments that are nowhere."""
    points = [normal(point.text) for point in scene.document.points]
    for item in scene.document.attachments:
        yield Draft(
            "attachment",
            {
                "number": item.number,
                "title": item.title,
                "listed": int(item.listed),
                "referred": int(item.referred),
                "present": int(item.present),
                "later": int(item.later),
                "decided_on": int(any(_decides(point, item) for point in points)),
                "part": "voorstel",
            },
            _named(item),
            item.location,
            SOURCE,
        )
    if not scene.document.attachments:
        yield from _counted_only(scene)


def _named(item: Attachment) -> str:
    return f"bijlage {item.number}: {item.title}".strip(": ") if item.number else item.title


def _decides(point: str, item: Attachment) -> bool:
    """Whether a decision point speaks of this attachment, by number or by the long words of its title."""
    words = set(_WORD.findall(normal(item.title)))
    return (bool(item.number) and f"bijlage {item.number.lower()}" in point) or (bool(words) and words <= set(point.split()))


def _counted_only(scene: Scene) -> Iterator[Draft]:
    for field in scene.document.metadata:
        number = _COUNT.search(field.value) if field.field == "bijlagen" else None
        if number and int(number[0]) > 0:
            fields: dict[str, int | str] = {"title": f"{number[0]} bijlagen volgens de kop", "part": "voorstel"}
            yield Draft("attachment", fields, f"{field.label}: {field.value}", field.location, SOURCE)

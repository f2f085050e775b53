"""How the file itself shows its build-up: with real headings, or only with bold and capital letters."""

from __future__ import annotations

from collections.abc import Iterator

from toets.extract.scene import Scene
from toets.model.document import FoundBy, Location
from toets.model.fact import Draft, Value

SOURCE = "extract.layout"
REAL = frozenset({FoundBy.STYLE, FoundBy.OUTLINE, FoundBy.TAG})
BY_LOOK = frozenset({FoundBy.BOLD, FoundBy.CAPITALS, FoundBy.SIZE, FoundBy.SENTENCE, FoundBy.RUN_IN})


def find(scene: Scene) -> Iterator[Draft]:
    """One layout fact: how many headings the proposal has, and how they could be recognised."""
    document = scene.document
    headed = [one for one in document.sections if one.heading and document.part_of(one).role == "voorstel"]
    fields: dict[str, Value] = {
        "format": document.source.format,
        "headings": len(headed),
        "real": sum(one.found_by in REAL for one in headed),
        "by_look": sum(one.found_by in BY_LOOK for one in headed),
    }
    by_look = next((one for one in headed if one.found_by in BY_LOOK), None)
    place = by_look.location if by_look else Location(part=0, section=None, paragraph=0)
    yield Draft("layout", fields, by_look.heading if by_look else "", place, SOURCE)

"""A section in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from toets.model.document import FoundBy, Location
from toets.structure.lexicon import How
from toets.structure.lines import Line


@dataclass(slots=True)
class Draft:
    """A section in the making; `how` tells how the words of its heading gave its role, None if they didn't."""

    part: int
    role: str
    heading: str = ""
    number: str = ""
    level: int = 1
    parent: int | None = None
    found_by: FoundBy | None = None
    sure: float = 1.0
    how: How | None = None
    location: Location | None = None
    lines: list[Line] = field(default_factory=list)

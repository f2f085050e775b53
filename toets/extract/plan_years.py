"""For how many of its years a plan is paid."""

from __future__ import annotations

import re

from toets.extract.scene import Scene, spans_of
from toets.model.document import Passage

NAMING_ROLES = frozenset({"kop", "onderwerp"})
_BUDGET = re.compile(r"(?:begroting|raming)\s*$", re.IGNORECASE)
"""The years behind it are those of the budget, and not of the plan."""


def falls_short(scene: Scene, passage: Passage, *, yearly: bool) -> bool:
    """Whether a decision point asks money each year, and no longer than a year before the end of the plan.

    `yearly` says that the amount itself is one of each year; "telkens" in the sentence says so too.
    """
    if not passage.point or not (yearly or scene.says(passage, "elk_jaar_opnieuw")):
        return False
    years = [span for span in spans_of(passage, "jaar") if not span.more.get("title")]
    if not years or any(span.more.get("open") for span in years):
        return False
    return max(int(span.more.get("end") or span.value) for span in years) < _end_of_plan(scene)


def _end_of_plan(scene: Scene) -> int:
    """The last year in the name of what is decided on ("Woonplan 2027-2031"); 0 when the name has no years."""
    named = [other for other in scene.passages if other.point or other.role in NAMING_ROLES]
    return max((year for other in named for year in _ends(other)), default=0)


def _ends(passage: Passage) -> list[int]:
    spans = [span for span in spans_of(passage, "jaar") if span.more.get("title")]
    ends = [int(span.more.get("end") or 0) for span in spans if not _BUDGET.search(passage.text[: span.start])]
    return [year for year in ends if year]

"""For how many of its years a plan is paid."""

from __future__ import annotations

import re

from toets.extract.scene import Scene, spans_of
from toets.model.document import Passage, Span

NAMING_ROLES = frozenset({"kop", "onderwerp"})
_BUDGET = re.compile(r"(?:begroting|raming)\s*$", re.IGNORECASE)
"""The years behind it are those of the budget, and not of the plan."""


def falls_short(scene: Scene, passage: Passage, *, yearly: bool) -> bool:
    """Whether a decision point asks money each year, and the last year it names comes before the last of the plan.

    `yearly` says that the amount itself is one of each year; "telkens" in the sentence says so too. A year before the plan,
    like that of an earlier decision, says nothing of how long.
    """
    if not passage.point or not (yearly or scene.says(passage, "elk_jaar_opnieuw")) or scene.says(passage, "zonder_einde"):
        return False
    first, last = _plan(scene)
    years = [span for span in spans_of(passage, "jaar") if not span.more.get("title") and _end(span) >= first]
    return bool(years) and not any(span.more.get("open") for span in years) and max(map(_end, years)) < last


def _plan(scene: Scene) -> tuple[int, int]:
    """The first and last year in the name of what is decided on ("Woonplan 2027-2031"); of several the one that ends last.

    A name with one year ("Kadernota 2029") does not say how long, and gives 0 and 0, as does one without.
    """
    named = [other for other in scene.passages if other.point or other.role in NAMING_ROLES]
    spans = [(other, span) for other in named for span in spans_of(other, "jaar") if span.more.get("title")]
    ranges = [(int(span.value), _end(span)) for other, span in spans if not _BUDGET.search(other.text[: span.start])]
    return max((one for one in ranges if one[0] < one[1]), key=lambda one: one[1], default=(0, 0))


def _end(span: Span) -> int:
    return int(span.more.get("end") or span.value)

"""Who reads the report, and which parts that reader gets, in which order. Nothing here but that choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from toets.model.rule import Severity


class Part(StrEnum):
    """What a report on a document is made of; `parts.py` makes each."""

    NOTE = "note"
    FIRST = "first"
    BLOCKING = "blocking"
    POINTS = "points"
    OVERVIEW = "overview"
    FINDINGS = "findings"
    REPAIRS = "repairs"
    MUST = "must"
    CLARIFY = "clarify"
    QUESTIONS = "questions"
    THEMES = "themes"
    IN_ORDER = "in_order"
    EXCEPTIONS = "exceptions"
    KNOWN = "known"
    UNDECIDED = "undecided"
    NOT_TESTED = "not_tested"
    FACTS = "facts"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class View:
    """A reader with the parts for that reader, and the severities of the findings in them.

    `trend`: a run of several documents opens with what they have in common.
    """

    name: str
    says: str
    parts: tuple[Part, ...]
    severities: tuple[Severity, ...] = tuple(Severity)
    trend: bool = False


EVERYTHING = View(
    "volledig",
    "",
    (
        Part.BLOCKING, Part.POINTS, Part.OVERVIEW, Part.FINDINGS, Part.IN_ORDER, Part.EXCEPTIONS, Part.KNOWN,
        Part.UNDECIDED, Part.NOT_TESTED, Part.FACTS, Part.ABOUT,
    ),
)  # fmt: skip

VIEWS: Mapping[str, View] = {
    view.name: view
    for view in (
        View(
            "steller",
            "Voor de steller",
            (Part.FIRST, Part.REPAIRS, Part.EXCEPTIONS, Part.KNOWN, Part.UNDECIDED, Part.ABOUT),
        ),
        View(
            "portefeuillehouder",
            "Voor de portefeuillehouder",
            (Part.MUST, Part.CLARIFY, Part.QUESTIONS, Part.POINTS, Part.EXCEPTIONS, Part.ABOUT),
            (Severity.BLOCKING, Severity.ATTENTION),
        ),
        View(
            "griffier",
            "Voor de griffier",
            (
                Part.NOTE, Part.BLOCKING, Part.POINTS, Part.OVERVIEW, Part.FINDINGS, Part.IN_ORDER, Part.EXCEPTIONS,
                Part.KNOWN, Part.UNDECIDED, Part.NOT_TESTED, Part.FACTS, Part.ABOUT,
            ),
            (Severity.BLOCKING, Severity.ATTENTION),
        ),
        View(
            "directie",
            "Voor de directie",
            (Part.THEMES, Part.MUST, Part.OVERVIEW, Part.ABOUT),
            (Severity.BLOCKING, Severity.ATTENTION),
            trend=True,
        ),
    )
}  # fmt: skip
"""The readers of domein E, by the name that --voor takes."""


def view_for(name: str) -> View:
    """The view with this name; "" is the whole report."""
    return VIEWS[name] if name else EVERYTHING

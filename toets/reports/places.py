"""A place in a document in Dutch words: onder ‘Financiën’, p. 3."""

from __future__ import annotations

from toets.model.document import DecisionPoint, Document, Location
from toets.reports.words import one_line

HEADING_LENGTH = 60

_PART_WORDS = {
    "ontwerpbesluit": "in het ontwerpbesluit",
    "verordening": "in de verordening",
    "toelichting": "in de toelichting",
    "begrotingswijziging": "in de begrotingswijziging",
    "bijlage": "in de bijlage",
    "overig": "in een ander deel",
}


def place(location: Location, document: Document | None) -> str:
    """Where a location is: the decision point or the heading it stands under, the row of a table, the page.

    Parts other than the voorstel are named. "" when nothing is known of it.
    """
    words = [*_inside(location, document)] if document else []
    if location.row is not None:
        words.append(f"rij {location.row + 1} van de tabel")
    if location.page is not None:
        words.append(f"p. {location.page}")
    return ", ".join(words)


def _inside(location: Location, document: Document) -> list[str]:
    part = document.parts[location.part].role if location.part < len(document.parts) else "voorstel"
    words = [_PART_WORDS[part]] if part in _PART_WORDS else []
    point = _point(location, document.besluit if part == "ontwerpbesluit" else document.points)
    if point:
        return [*words, f"beslispunt {point.number}".rstrip(".)")]
    heading = _heading(location, document)
    return [*words, heading] if heading else words


def _point(location: Location, points: tuple[DecisionPoint, ...]) -> DecisionPoint | None:
    """The decision point in the same paragraph; of several in one paragraph the last that starts before the place."""
    if location.paragraph is None:
        return None
    here = [point for point in points if point.location.paragraph == location.paragraph]
    before = [point for point in here if (point.location.start or 0) <= (location.start or 0)]
    return before[-1] if before else next(iter(here), None)


def _heading(location: Location, document: Document) -> str:
    if location.section is None or location.section >= len(document.sections):
        return ""
    section = document.sections[location.section]
    if not section.heading:
        return "in de kop van het document" if section.role == "kop" else ""
    return f"onder ‘{one_line(section.heading, length=HEADING_LENGTH)}’"

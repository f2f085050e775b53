"""Findings by the section of the document where a steller mends them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from toets.model.document import Document, Section
from toets.reports.cards import Finding
from toets.reports.sheet import Chapter
from toets.reports.words import one_line

HOMES: Mapping[str, tuple[str, ...]] = {
    "mandaat": ("mandaat", "beslispunten"),
    "middelen": ("middelen",),
    "sociaal": ("sociaal_domein", "participatie"),
    "samenwerking": ("participatie",),
    "uitvoering": ("uitvoering",),
    "resultaat": ("beoogd_effect",),
}
"""The roles of the section in which something belongs that was found nowhere, by rule set, best first."""

NOWHERE = "Nog niet in het document"


def by_section(findings: Iterable[Finding], document: Document | None) -> tuple[Chapter, ...]:
    """Findings under the section their first words stand in, in document order, else under the one where they belong.

    What has no such section comes last.
    """
    last = len(document.sections) if document else 0
    grouped: dict[int, list[Finding]] = {}
    for one in findings:
        section = _section(one, document)
        grouped.setdefault(last if section is None else section, []).append(one)
    return tuple(
        Chapter(_heading(section, document), tuple(one.card for one in found)) for section, found in sorted(grouped.items())
    )


def _section(one: Finding, document: Document | None) -> int | None:
    """The section of the first evidence; without evidence the one of the voorstel with a role for this rule set."""
    if document is None:
        return None
    for evidence in one.outcome.evidence[:1]:
        return evidence.location.section
    own = [section for section in document.sections if document.part_of(section).role == "voorstel"]
    for role in HOMES.get(one.outcome.set, ()):
        for section in own:
            if section.role == role:
                return section.index
    return None


def _heading(section: int, document: Document | None) -> str:
    if document is None or section >= len(document.sections):
        return NOWHERE
    return heading(document.sections[section], document)


def heading(section: Section, document: Document) -> str:
    """A section as a chapter is called: its own heading, with the part when that is not the voorstel."""
    words = one_line(section.heading, length=80)
    role = document.part_of(section).role
    if role == "voorstel":
        return words or "Kop van het document"
    return f"{role.capitalize()}: {words}" if words and words.casefold() != role else role.capitalize()

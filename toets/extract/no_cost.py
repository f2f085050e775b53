"""A paragraph on money that holds no more than "geen" or "n.v.t.": with a reason, or bare."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.scene import Scene
from toets.model.document import Section, SectionState
from toets.model.fact import Draft, Value

SOURCE = "extract.no_cost"
STATES = frozenset({SectionState.BARE, SectionState.REASONED})
_STAFF = re.compile(r"perso|formati|capaciteit|organisat|inzet|bezetting", re.IGNORECASE)
_MONEY = re.compile(r"financi|kosten|budget|dekking|middelen|begroting|geld|kost", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Draft]:
    """A no_cost fact for every such paragraph; one on staff only says nothing of money."""
    for section in scene.document.sections:
        proposal = scene.document.part_of(section).role == "voorstel"
        if proposal and section.role == "middelen" and section.state in STATES and _on_money(section):
            yield _draft(section)


def _on_money(section: Section) -> bool:
    return bool(_MONEY.search(section.heading)) or not _STAFF.search(section.heading)


def _draft(section: Section) -> Draft:
    text = " ".join(block.plain() for block in section.blocks).strip()
    fields: dict[str, Value] = {
        "reasoned": int(section.state is SectionState.REASONED),
        "part": "voorstel",
        "role": section.role,
        "section": section.index,
    }
    return Draft("no_cost", fields, text or section.heading, section.location, SOURCE)

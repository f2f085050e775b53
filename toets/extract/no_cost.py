"""Paragraphs on money without money: "geen" or "n.v.t.", with a reason or bare; costs without an amount; a pm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.scene import Scene, spans_of
from toets.extract.sums import MONEY_ROLES
from toets.model.document import Passage, PassageKind, Section, SectionState
from toets.model.fact import Draft, Value

SOURCE = "extract.no_cost"
FEWEST_WORDS = 6
"""A shorter paragraph is a remark in passing."""
STATES = frozenset({SectionState.BARE, SectionState.REASONED})
_OPENS_PM = re.compile(r"\W*p\.?m\.?(?!\w)", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Draft]:
    """A no_cost fact for every paragraph that says "geen"; a vague_cost fact where costs go without an amount, or as pm."""
    for section in _on_money(scene):
        if section.state in STATES:
            yield _none(section)
        elif _OPENS_PM.match(_text(section)) and not _named(scene, section):
            yield Draft("vague_cost", {"sort": "pm", **_place(section)}, _text(section), section.location, SOURCE)
        elif section.state is SectionState.FILLED and _silent(scene, section):
            yield Draft("vague_cost", {"sort": "silent", **_place(section)}, _text(section), section.location, SOURCE)
    for passage in scene.prose():
        spans = spans_of(passage, "bedrag") if passage.role in MONEY_ROLES else ()
        if any(span.more.get("pm") for span in spans):
            named = any(not span.more.get("pm") for span in spans)
            fields: dict[str, Value] = {"sort": "pm", "with_amount": int(named)}
            yield Draft("vague_cost", fields, passage.text, passage.location, SOURCE, passage.index)


def _on_money(scene: Scene) -> Iterator[Section]:
    """The paragraphs of the proposal that are about money; one on staff only is not."""
    for section in scene.document.sections:
        proposal = section.role == "middelen" and scene.document.part_of(section).role == "voorstel"
        if proposal and (scene.heading_has(section, "kop_geld") or not scene.heading_has(section, "kop_personeel", "kop_inzet")):
            yield section


def _silent(scene: Scene, section: Section) -> bool:
    """Whether a paragraph on money names no amount and does not say that there are no costs either."""
    words = sum(len(passage.text.split()) for passage in _said(scene, section))
    free = tuple(phrase for topic in scene.vocabulary.topics if topic.fact == "no_cost" for phrase in topic.phrases)
    said_free = any(scene.found(passage, free) for passage in _said(scene, section))
    return words >= FEWEST_WORDS and not said_free and not _named(scene, section)


def _named(scene: Scene, section: Section) -> bool:
    """Whether a section names an amount."""
    spans = (span for passage in _said(scene, section) for span in spans_of(passage, "bedrag"))
    return any(not span.more.get("pm") for span in spans)


def _said(scene: Scene, section: Section) -> list[Passage]:
    return [passage for passage in scene.by_section.get(section.index, ()) if passage.kind != PassageKind.HEADING]


def _none(section: Section) -> Draft:
    fields: dict[str, Value] = {"reasoned": int(section.state is SectionState.REASONED), **_place(section)}
    return Draft("no_cost", fields, _text(section), section.location, SOURCE)


def _place(section: Section) -> dict[str, Value]:
    return {"part": "voorstel", "role": section.role, "section": section.index}


def _text(section: Section) -> str:
    return " ".join(block.plain() for block in section.blocks).strip() or section.heading

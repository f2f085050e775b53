"""Facts about the form: parts, sections, fields of the head, remains of the template, what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.scene import Scene
from toets.model.document import ROLES, Block, BlockKind, Location, Section, SectionState
from toets.model.fact import Draft, Value
from toets.text import normal

SOURCE = "extract.form"
START = Location(part=0, section=None, paragraph=0)
LEAST_WORDS = 3
"""Shorter help texts ("pm", "hulptekst") also occur in ordinary sentences."""

_BRACKETED = re.compile(r"[\[<{«]+\s*([^\[\]<>{}«»]{1,40}?)\s*[\]>}»]+")
_MARK = re.compile(r"(?<!\w)(?:[xX]{2,6}|€ ?[xX]+|\?{3,}|_{4,}|\.{5,}|…{2,})(?!\w)")
NEVER_REQUIRED = frozenset({"overig", "kop"})


def find(scene: Scene) -> Iterator[Draft]:
    """All facts about the form of the document."""
    document = scene.document
    for part in document.parts:
        yield Draft("part", {"is": part.role}, part.title, part.location, SOURCE)
    for section in document.sections:
        yield _section(scene, section)
    yield from _absent(scene)
    for item in document.metadata:
        fields: dict[str, Value] = {"field": item.field, "filled": int(bool(item.value.strip()))}
        yield Draft("metadata", fields, f"{item.label}: {item.value}".strip(), item.location, SOURCE)
    if document.subject and not any(item.field == "onderwerp" for item in document.metadata):
        yield Draft("metadata", {"field": "onderwerp", "filled": 1}, document.subject, START, SOURCE)
    for gap in document.unread:
        yield Draft("unread", {"what": gap.what}, gap.what, gap.location, SOURCE)
    yield from _unfilled(scene)
    yield from _left_over(scene)
    yield from _open_changes(scene)


def _section(scene: Scene, section: Section) -> Draft:
    fields: dict[str, Value] = {
        "is": section.role,
        "part": scene.document.part_of(section).role,
        "state": section.state.value,
        "words": section.words,
        "table": int(any(block.kind is BlockKind.TABLE for block in section.blocks)),
        "top": int(section.parent is None),
    }
    return Draft("section", fields, section.heading, section.location, SOURCE)


def _absent(scene: Scene) -> Iterator[Draft]:
    """Every section role that the proposal does not have, as an explicit fact: absence is never asked of the engine."""
    there = {section.role for section in scene.document.sections if scene.document.part_of(section).role == "voorstel"}
    if scene.document.points:
        there.add("beslispunten")
    if scene.document.subject:
        there.add("onderwerp")
    for role in ROLES:
        if role not in there and role not in NEVER_REQUIRED:
            yield Draft("absent_section", {"is": role}, "", START, SOURCE)


def _unfilled(scene: Scene) -> Iterator[Draft]:
    """Content controls that nobody filled in."""
    for section in scene.document.sections:
        for block in section.blocks:
            for start, end in block.unfilled:
                yield Draft("placeholder", _place_fields(scene, section), block.text[start:end], _at(section, block), SOURCE)
        if section.state is SectionState.TEMPLATE and not any(block.unfilled for block in section.blocks):
            text = " ".join(block.plain() for block in section.blocks)
            yield Draft("placeholder", _place_fields(scene, section), text, section.location, SOURCE)


def _left_over(scene: Scene) -> Iterator[Draft]:
    """Help text and marks of the template inside running text: "[naam]", "€ XX", "……"."""
    lists = scene.vocabulary.lists
    help_texts = [text for text in map(normal, lists.get("sjabloon", ())) if len(text.split()) >= LEAST_WORDS]
    fields = frozenset(map(normal, lists.get("sjabloon_woorden", ())))
    for passage in scene.passages:
        if passage.part != "voorstel":
            continue
        words = f" {normal(passage.text)} "
        bracketed = any(normal(match[1]) in fields for match in _BRACKETED.finditer(passage.text))
        mark = _MARK.search(passage.text)
        if any(f" {text} " in words for text in help_texts):
            yield Draft("placeholder", {"sort": "help"}, passage.text, passage.location, SOURCE, passage.index)
        elif bracketed or mark:
            sort = "field" if bracketed else "mark"
            yield Draft("placeholder", {"sort": sort}, passage.text, passage.location, SOURCE, passage.index)


def _place_fields(scene: Scene, section: Section) -> dict[str, int | str]:
    return {"sort": "field", "role": section.role, "section": section.index, "part": scene.document.part_of(section).role}


def _at(section: Section, block: Block) -> Location:
    return Location(part=section.part, section=section.index, page=block.page, paragraph=block.index)


def _open_changes(scene: Scene) -> Iterator[Draft]:
    source = scene.document.source
    if source.changes:
        yield Draft("open_change", {"sort": "change", "number": source.changes}, "", START, SOURCE)
    if source.remarks:
        yield Draft("open_change", {"sort": "comment", "number": len(source.remarks)}, source.remarks[0].text, START, SOURCE)

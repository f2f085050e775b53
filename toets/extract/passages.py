"""A Document becomes passages: its sentences, list items, table rows, headings and head fields, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from toets.model.document import (
    Block,
    BlockKind,
    DecisionPoint,
    Document,
    Location,
    Passage,
    PassageKind,
    Section,
    Span,
)
from toets.text import Language

HIDDEN_STATES = frozenset({"template"})


def passages_of(document: Document, language: Language) -> tuple[Passage, ...]:
    """All passages of a document, numbered; text of fields that nobody filled in is left out."""
    found: list[Passage] = []
    for metadatum in document.metadata:
        text = f"{metadatum.label}: {metadatum.value}"
        if metadatum.value:
            found.append(_passage(PassageKind.FIELD, text, document, None, metadatum.location, language))
    for section in document.sections:
        found.extend(_of_section(document, section, language))
    return tuple(replace(passage, index=index) for index, passage in enumerate(found))


def _of_section(document: Document, section: Section, language: Language) -> Iterator[Passage]:
    if section.heading:
        yield _passage(PassageKind.HEADING, section.heading, document, section, section.location, language)
    if section.state in HIDDEN_STATES:
        return
    points = (*document.points, *document.besluit)
    inside = {block.index for block in section.blocks}
    mine = [point for point in points if point.location.paragraph in inside]
    for block in section.blocks:
        here = [point for point in mine if point.location.paragraph == block.index]
        if here:
            yield from (_of_point(point, document, section, language) for point in here)
        elif not _told(block, mine):
            yield from _of_block(document, section, block, language)


def _told(block: Block, points: Sequence[DecisionPoint]) -> bool:
    """Whether a block is a sub-item whose words already stand in the decision point above it."""
    text = block.text.strip()
    return block.kind is BlockKind.ITEM and bool(text) and any(text in point.text for point in points)


def _of_point(point: DecisionPoint, document: Document, section: Section, language: Language) -> Passage:
    passage = _passage(PassageKind.ITEM, point.text, document, section, point.location, language)
    return replace(passage, point=point.index + 1, part=point.part)


def _of_block(document: Document, section: Section, block: Block, language: Language) -> Iterator[Passage]:
    place = Location(section.location.part, section.index, block.page, block.index)
    if block.kind is BlockKind.TABLE:
        for number, row in enumerate(block.rows, block.first_row):
            text = " | ".join(cell.text.replace("\n", " ") for cell in row)
            if text.strip(" |"):
                yield _passage(PassageKind.ROW, text, document, section, replace(place, row=number), language)
        return
    text = _without_unfilled(block)
    if block.kind is BlockKind.ITEM:
        if text.strip():
            whole = replace(place, start=0, end=len(block.text))
            yield _passage(PassageKind.ITEM, text, document, section, whole, language)
        return
    kind = PassageKind.FIELD if section.role == "onderwerp" else PassageKind.SENTENCE
    for start, end in language.sentences(text):
        where = replace(place, start=start, end=end)
        yield _passage(kind, text[start:end], document, section, where, language)


def _without_unfilled(block: Block) -> str:
    """The text with unfilled fields blanked out, so that offsets stay what they are."""
    text = block.text
    for start, end in block.unfilled:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _passage(
    kind: PassageKind, text: str, document: Document, section: Section | None, place: Location, language: Language
) -> Passage:
    spans: tuple[Span, ...] = language.spans(text)
    return Passage(
        index=0,
        kind=kind,
        text=text,
        part=document.parts[section.part].role if section else "voorstel",
        role=section.role if section else "kop",
        section=section.index if section else -1,
        paragraph=place.paragraph if place.paragraph is not None else -1,
        point=0,
        quoted=0,
        spans=spans,
        location=place,
    )

"""A Document becomes passages: sentences, also those of list items, table rows, headings and head fields, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from toets.extract.agents import verb_like
from toets.extract.tense import clauses_of
from toets.model.document import (
    CELL_BREAK,
    Block,
    BlockKind,
    DecisionPoint,
    Document,
    Location,
    Passage,
    PassageKind,
    Section,
)
from toets.text import Language

HIDDEN_STATES = frozenset({"template"})
ARGUING = frozenset({"argumenten", "kanttekeningen"})
"""Sections in which a heading below that of the section is often a sentence: the argument that is worked out under it."""
SEVERAL = 2
"""With so many fields on a line of the head, each is read by itself."""
SHORTEST_CLAIM = 4
"""So many words such a heading has at least, its number included."""


def passages_of(document: Document, language: Language) -> tuple[Passage, ...]:
    """All passages of a document, numbered; text of fields that nobody filled in is left out."""
    head = (_Text(PassageKind.FIELD, f"{one.label}: {one.value}", None, one.location) for one in document.metadata if one.value)
    told = (text for section in document.sections for text in _of_section(document, section, language))
    return tuple([_passage(index, text, document, language) for index, text in enumerate((*head, *told))])


class _Text(NamedTuple):
    """What becomes a passage: its words and where they stand; `point` is the decision point that they are."""

    kind: PassageKind
    text: str
    section: Section | None
    place: Location
    point: DecisionPoint | None = None


def _of_section(document: Document, section: Section, language: Language) -> Iterator[_Text]:
    if section.heading:
        yield _Text(PassageKind.HEADING, section.heading, section, section.location)
        if _claims(section):
            yield _Text(PassageKind.CLAIM, section.heading, section, section.location)
    if section.state in HIDDEN_STATES:
        return
    mine = [point for point in (*document.points, *document.besluit) if point.location.section == section.index]
    for block in section.blocks:
        here = [point for point in mine if point.location.paragraph == block.index]
        if here:
            yield from (_Text(PassageKind.ITEM, point.text, section, point.location, point) for point in here)
        elif not _told(block, mine):
            yield from _of_block(section, block, language, _fields_on(block, document))


def _fields_on(block: Block, document: Document) -> Sequence[tuple[int, int]]:
    """Where a line of the head with several fields is cut: behind each value. What stands in one says nothing of another."""
    ends = sorted({one.location.end or 0 for one in document.metadata if one.location.paragraph == block.index})
    if block.kind is BlockKind.TABLE or len(ends) < SEVERAL:
        return ()
    return list(zip((0, *ends[:-1]), (*ends[:-1], len(block.text)), strict=True))


def _claims(section: Section) -> bool:
    """Whether a heading is an argument itself: "1.2 Kleine aanbieders kunnen buiten de boot vallen"."""
    if section.role not in ARGUING or section.level == 1 or len(section.heading.split()) < SHORTEST_CLAIM:
        return False
    return any(verb_like(clause, at) for clause in clauses_of(section.heading) for at in range(1, len(clause.words)))


def _told(block: Block, points: Sequence[DecisionPoint]) -> bool:
    """Whether a block is a sub-item whose words already stand in the decision point above it."""
    text = block.text.strip()
    return block.kind is BlockKind.ITEM and bool(text) and any(text in point.text for point in points)


def _of_block(section: Section, block: Block, language: Language, pieces: Sequence[tuple[int, int]] = ()) -> Iterator[_Text]:
    """The rows, sentences or items of a block; `pieces` are the stretches of it that each are a field of the head."""
    place = Location(section.location.part, section.index, block.page, block.index)
    if block.kind is BlockKind.TABLE:
        for number, row in enumerate(block.rows, block.first_row):
            text = CELL_BREAK.join([cell.text.replace("\n", " ") for cell in row])
            if text.strip(" |"):
                yield _Text(PassageKind.ROW, text, section, replace(place, row=number))
        return
    text = _without_unfilled(block)
    kind = PassageKind.ITEM if block.kind is BlockKind.ITEM else PassageKind.SENTENCE
    if section.role == "onderwerp" and kind is PassageKind.SENTENCE:
        kind = PassageKind.FIELD
    for start, end in pieces or language.sentences(text):
        yield _Text(kind, text[start:end], section, place.between(start, end))


def _without_unfilled(block: Block) -> str:
    """The text with unfilled fields blanked out, so that offsets stay what they are."""
    text = block.text
    for start, end in block.unfilled:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _passage(index: int, found: _Text, document: Document, language: Language) -> Passage:
    section, point, place = found.section, found.point, found.place
    part = document.parts[section.part].role if section else "voorstel"
    return Passage(
        index=index,
        kind=found.kind,
        text=found.text,
        part=point.part if point else part,
        role=section.role if section else "kop",
        section=section.index if section else -1,
        paragraph=place.paragraph if place.paragraph is not None else -1,
        point=point.index + 1 if point else 0,
        quoted=0,
        spans=language.spans(found.text),
        location=place,
    )

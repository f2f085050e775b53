"""The one door of this room: a Source becomes a Document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from toets.model.document import DecisionPoint, Document, Location, Metadatum, Part, Section, Source
from toets.model.vocabulary import Vocabulary
from toets.structure.attachments import attachments_of
from toets.structure.decisions import body_in, points_of
from toets.structure.decrees import cut_decrees
from toets.structure.headings import find_headings, strong_headings
from toets.structure.lexicon import Lexicon, lexicon
from toets.structure.lines import lines_of
from toets.structure.metadata import find_fields
from toets.structure.parts import Opening, find_parts
from toets.structure.scene import scene_of
from toets.structure.sections import draft_sections, finish
from toets.structure.signing import find_signatures
from toets.structure.spoken import spoken_points
from toets.structure.titles import body_of, subject_of, title_of
from toets.structure.unrolling import unrolled
from toets.text.normal import normal
from toets.text.sentences import sentences


def understand(source: Source, vocabulary: Vocabulary) -> Document:
    """Find the parts, sections, head, decision points and attachments of a document; whatever the input, there is a Document.

    A proposal that lists no decision points, or tells of them in a story, has those of the draft decree behind it, or what a
    sentence of its text asks.
    Every word stands in exactly one section: in one of its blocks, in its heading, or as the number of a list item.
    """
    words = lexicon(vocabulary)
    lines = tuple(cut_decrees(unrolled(lines_of(source.blocks, words), words), words))
    scene = scene_of(lines, words)
    strong = strong_headings(scene)
    fields = find_fields(lines, strong, words)
    headings = find_headings(replace(scene, taken=fields.taken), strong)
    openings = find_parts(lines, headings, words)
    signed = find_signatures(lines, openings, {heading.at for heading in headings}, words)
    headings = tuple(replace(heading, known=words.told(heading.text, heading.known)) for heading in headings)
    sections = finish(draft_sections(lines, headings, openings, signed, words), source.unread, words)
    parts = tuple(_part(number, opening, sections) for number, opening in enumerate(openings))
    title = title_of(source, sections, parts, fields.found, words)
    ours = tuple(_of_voorstel(sections, parts, title, fields.found))
    points = points_of((one for one in ours if one[0].role == "beslispunten"), "voorstel", words)
    besluit = points_of(_besluit(sections, parts, words), "ontwerpbesluit", words)
    if (not points or _is_story(points, besluit)) and any(part.role == "voorstel" for part in parts):
        points, besluit = tuple(replace(point, part="voorstel") for point in besluit), ()
        points = points or spoken_points(ours, words)
    return Document(
        source=source,
        title=title,
        subject=subject_of(source, sections, parts, fields.found, words),
        parts=parts,
        sections=sections,
        metadata=fields.found,
        points=points,
        besluit=besluit,
        attachments=attachments_of(sections, fields.found, parts, words),
        unread=source.unread,
    )


_STORY = 3
"""With so many sentences the only point is a story about what the decree behind it decides."""


def _is_story(points: Sequence[DecisionPoint], besluit: Sequence[DecisionPoint]) -> bool:
    return len(points) == 1 < len(besluit) and "\n" not in points[0].text and len(sentences(points[0].text)) >= _STORY


def _part(number: int, opening: Opening, sections: Sequence[Section]) -> Part:
    place = next((section.location for section in sections if section.part == number), None)
    first = place.paragraph if place and place.paragraph is not None else 0
    location = replace(place, section=None, start=None, end=None) if place else Location(part=number)
    return Part(number, opening.role, opening.title, first, location)


def _of_voorstel(
    sections: Sequence[Section], parts: Sequence[Part], title: str, metadata: Sequence[Metadatum]
) -> Iterator[tuple[Section, str]]:
    """The sections of the voorstel, each with the body that its document is for."""
    for section in sections:
        part = parts[section.part]
        if part.role == "voorstel":
            yield section, body_of(part.title if part.index and part.title else title, metadata)


def _besluit(sections: Sequence[Section], parts: Sequence[Part], words: Lexicon) -> Iterator[tuple[Section, str]]:
    """The sections of an ontwerpbesluit that follow on "besluit:", each with the body that decides there."""
    for section in sections:
        decides = words.name(section.heading) == "beslispunten" or words.decides(section.heading)
        if section.heading and decides and parts[section.part].role == "ontwerpbesluit" and not _considers(section, words):
            yield section, _decider(sections, section.part, words)


def _considers(section: Section, words: Lexicon) -> bool:
    """Whether a section below "Besluit van de raad" ends on what the raad considered; what it decides then comes later."""
    lines = [line for block in section.blocks for line in block.text.split("\n") if line.strip()]
    return bool(lines) and words.opens_with(lines[-1], "besluit_overwegingen")


def _decider(sections: Sequence[Section], part: int, words: Lexicon) -> str:
    """Who takes the decision of a part: the first body that its text names outside "gelezen …"; the raad if it names none."""
    texts = (block.text for section in sections if section.part == part for block in section.blocks)
    own = (text for text in texts if not words.opens_with(text, "besluit_overwegingen"))
    return next((body for text in own if (body := body_in(normal(text)))), "raad")

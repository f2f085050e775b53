"""The same walk over a Word file as the reader's own, which notes for each block where its characters stand in the XML."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from toets.model.document import Block, Origin
from toets.model.wordmap import Stretch
from toets.readers.docx_inline import Inline
from toets.readers.docx_story import Story
from toets.readers.docx_styles import ParagraphStyle
from toets.readers.docx_symbols import clean
from toets.readers.docx_xml import Element, W, val
from toets.readers.line import Line, Piece

_TEXT: Final = frozenset({W + "t", W + "delText"})
_NOTES: Final = {W + "footnote": "footnoteReference", W + "endnote": "endnoteReference"}


@dataclass(frozen=True, slots=True)
class Trail:
    """Characters of a block with the element that gave them."""

    start: int
    end: int
    element: Element


@dataclass(slots=True)
class Trace:
    """The trails of every block, by its index."""

    blocks: dict[int, tuple[Trail, ...]] = field(default_factory=dict)

    def resolved(self, root: Element) -> Mapping[int, tuple[Stretch, ...]]:
        """The trails as places in the part with this root; text of a note stands at the reference to it."""
        numbers = {element: number for number, element in enumerate(root.iter("*"))}
        references: dict[tuple[str, str], int] = {}
        for element in root.iter(*(W + tag for tag in _NOTES.values())):
            references.setdefault((element.tag, val(element, "id")), numbers[element])
        return {
            index: tuple(each for trail in trails for each in _stretches(trail, numbers, references))
            for index, trails in self.blocks.items()
        }


class TracedInline(Inline):
    """Reads paragraphs, and keeps which element gave which characters of the last line."""

    def __init__(self, *given: Any) -> None:
        self.trails: list[Trail] = []
        super().__init__(*given)

    def read(self, paragraphs: Sequence[Element], style: ParagraphStyle) -> Line:
        """The line as `Inline` gives it; `trails` then count from its first character."""
        self.trails = []
        line = super().read(paragraphs, style)
        whole = "".join([piece.text for piece in self._draft.pieces])
        shift, length = len(whole) - len(whole.lstrip()), len(line.text)
        moved = (Trail(trail.start - shift, trail.end - shift, trail.element) for trail in self.trails)
        self.trails = [trail for trail in moved if trail.end > 0 and trail.start < length]
        return line

    def _piece(self, child: Element, look: Piece | None, depth: int) -> None:
        self._traced(child, super()._piece, child, look, depth)

    def _math(self, run: Element) -> None:
        self._traced(run, super()._math, run)

    def _traced(self, element: Element, step: Any, *given: Any) -> None:
        start, known = self._draft.length, len(self.trails)
        step(*given)
        if self._draft.length > start and len(self.trails) == known:
            self.trails.append(Trail(start, self._draft.length, element))


class TracedStory(Story):
    """Walks over one story, and notes in a trace where the characters of its blocks stand."""

    def __init__(self, *given: Any, trace: Trace, **named: Any) -> None:
        self.trace = trace
        super().__init__(*given, **named)

    def __post_init__(self) -> None:
        self._inline: TracedInline = TracedInline(self.rules)

    def _block(self, line: Line, *given: Any) -> Block:
        block = super()._block(line, *given)
        self.trace.blocks[block.index] = tuple(self._inline.trails)
        return block

    def _beside(self, origin: Origin) -> Story:
        return TracedStory(self.rules, self.numbering, self.notes, self.ledger, origin, noted=self.noted, trace=self.trace)


def _stretches(trail: Trail, numbers: Mapping[Element, int], references: Mapping[tuple[str, str], int]) -> Iterator[Stretch]:
    node = numbers.get(trail.element)
    if node is None:
        reference = _reference(trail.element, references)
        if reference is not None:
            yield Stretch(max(trail.start, 0), trail.end, reference, None)
        return
    pairs = tuple(_aligned(trail)) if trail.element.tag in _TEXT else ((trail.start, trail.end, None),)
    for start, end, at in pairs:
        if end > 0:
            skipped = max(-start, 0)
            yield Stretch(start + skipped, end, node, None if at is None else at + skipped)


def _reference(element: Element, references: Mapping[tuple[str, str], int]) -> int | None:
    note = next((each for each in element.iterancestors(*_NOTES)), None)
    return None if note is None else references.get((W + _NOTES[note.tag], val(note, "id")))


def _aligned(trail: Trail) -> Iterator[tuple[int, int, int | None]]:
    """Start, end and place in the element's text of characters that go one by one; cleaning takes some out, or joins them."""
    raw, length = trail.element.text or "", trail.end - trail.start
    lead = 0
    if len(clean(raw)) != length:  # blanks around the text that only lay out the XML
        lead = len(raw) - len(raw.lstrip())
        raw = raw.strip()
    if len(raw) == length:
        yield trail.start, trail.end, lead
        return
    clusters = tuple(_clusters(raw))
    if sum(len(clean(cluster)) for _, cluster in clusters) != length:
        yield trail.start, trail.end, None
        return
    yield from _runs(trail.start, lead, clusters)


def _runs(place: int, lead: int, clusters: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int, int | None]]:
    start, first, expected = place, 0, 0
    for at, cluster in clusters:
        size = len(clean(cluster))
        if not size:
            continue
        if at != expected and place > start:
            yield start, place, lead + first
            start = place
        if place == start:
            first = at
        place, expected = place + size, at + size
    if place > start:
        yield start, place, lead + first


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Each character with the marks that combine with it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield start, text[start:at]
            start = at

"""Facts as marks in the text they rest on: a text becomes pieces, some of which point to a note with the facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from toets.model.document import Block, BlockKind, Cell, Document, Section
from toets.model.fact import Fact
from toets.reports.reading_words import fact_fields, fact_words, family_of, is_marked
from toets.reports.words import one_line, visible

LONGEST = 60
"""Longer words than these are not coloured: the mark stands behind them, so that shorter facts inside stay visible."""

QUOTE_LENGTH = 300
_AT_THE_END = 1 << 30


@dataclass(frozen=True, slots=True)
class Span:
    """A fact in a text: characters `start`…`end`; equal where only the place is known."""

    start: int
    end: int
    fact: Fact


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text; with a `note` it is marked: `words` are the kinds of facts, `told` all that is known in one line."""

    text: str
    note: int = 0
    family: str = ""
    words: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One fact in a note: what it is, its fields, the words it rests on, and what found it."""

    words: str
    fields: str
    quote: str
    source: str


@dataclass(frozen=True, slots=True)
class Note:
    """The facts behind one mark."""

    number: int
    family: str
    lines: tuple[NoteLine, ...]


@dataclass(slots=True)
class Marker:
    """Cuts texts into pieces, and numbers the notes in the order in which the texts are given."""

    spans: dict[tuple[int, int | None], list[tuple[int | None, Span]]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def of(self, block: Block, section: int, more: Sequence[Span] = ()) -> tuple[Piece, ...]:
        """A paragraph or item of a section; `more` are spans that are known otherwise."""
        blank = len(block.text) - len(block.text.lstrip())  # a heading that stands before it in the same block
        found = [span for span in self._at(block.index, None, section) if not blank or span.end > blank]
        return tuple(self._pieces(block.text, [*found, *more]))

    def of_heading(self, section: Section) -> tuple[Piece, ...]:
        """The heading of a section."""
        place, length = section.location, len(section.heading)
        start = place.start or 0
        spans = self._at(place.paragraph or 0, None, section.index) if place.paragraph is not None else []
        inside = [span for span in spans if start <= span.start < start + length]
        own = [replace(span, start=span.start - start, end=min(span.end - start, length)) for span in inside]
        return tuple(self._pieces(section.heading, own))

    def of_row(self, table: Block, row: int, section: int) -> dict[int, list[Span]]:
        """The spans in the cells of a row of a table, by the index of the block they stand in."""
        places = list(_places(table.rows[row]))
        out: dict[int, list[Span]] = {}
        for span in self._at(table.index, table.first_row + row, section) if places else ():
            index, start, length = next((place for place in places if span.start < place[1] + place[2]), places[-1])
            shifted = replace(span, start=min(max(span.start - start, 0), length), end=min(max(span.end - start, 0), length))
            out.setdefault(index, []).append(shifted)
        return out

    def _at(self, index: int, row: int | None, section: int) -> list[Span]:
        return [span for own, span in self.spans.get((index, row), ()) if own in (None, section)]

    def _pieces(self, text: str, spans: Iterable[Span]) -> Iterator[Piece]:
        at = 0
        for start, end, group in _clusters(text, spans):
            if at < start and (at or text[:start].strip()):
                yield Piece(visible(text[at:start]))
            yield self._mark(visible(text[start:end]), [span.fact for span in group])
            at = end
        if text[at:].strip():
            yield Piece(visible(text[at:]))

    def _mark(self, text: str, facts: Sequence[Fact]) -> Piece:
        lines = tuple(dict.fromkeys(_line(fact) for fact in facts))
        number, family = len(self.notes) + 1, family_of(facts[0])
        self.notes.append(Note(number, family, lines))
        words = ", ".join(dict.fromkeys(line.words for line in lines))
        told = "; ".join(f"{line.words} {line.fields} [{line.source}]" for line in lines)
        return Piece(text, number, family, words, told)


def marker_of(facts: Iterable[Fact], document: Document) -> Marker:
    """A marker that knows where the facts of a document stand."""
    fields = {item.location.paragraph: item.location for item in document.metadata}
    tables = {block.index for block in document.source.walk() if block.kind is BlockKind.TABLE}
    marker = Marker()
    for fact in facts:
        if is_marked(fact):
            place = fact.location
            if place.section is None:  # a fact about a field of the head counts from its label: mark the whole value
                place = fields.get(place.paragraph, place)
            row = place.row if place.paragraph in tables else None
            start = _AT_THE_END if place.start is None else place.start
            span = Span(start, max(start, place.end or 0), fact)
            marker.spans.setdefault((place.paragraph or 0, row), []).append((place.section, span))
    return marker


def _line(fact: Fact) -> NoteLine:
    return NoteLine(
        fact_words(fact), one_line(fact_fields(fact)), one_line(fact.quote, length=QUOTE_LENGTH), one_line(fact.source)
    )


def _clusters(text: str, spans: Iterable[Span]) -> list[tuple[int, int, list[Span]]]:
    """Spans that overlap together, in order; a long one is moved to its end, and joins a short one that it falls in."""
    own = [_short(span, len(text)) for span in spans]
    out: list[tuple[int, int, list[Span]]] = []
    for span in sorted(own, key=lambda span: (span.start, -span.end)):
        if out and (span.start < out[-1][1] or (span.start == span.end == out[-1][1])):
            start, end, group = out[-1]
            out[-1] = (start, max(end, span.end), [*group, span])
        else:
            out.append((span.start, span.end, [span]))
    return out


def _short(span: Span, length: int) -> Span:
    start, end = min(span.start, length), min(span.end, length)
    return replace(span, start=end if end - start > LONGEST else start, end=end)


def _places(row: Sequence[Cell]) -> Iterator[tuple[int, int, int]]:
    """Where the text of each block in a row begins, as passages join it: its index, that place, its length."""
    at = 0
    for cell in row:
        for block in cell.blocks:
            plain = block.plain()
            if plain:
                lead = len(plain) - len(block.text.strip()) if block.kind is not BlockKind.TABLE else 0
                yield block.index, at + lead - (len(block.text) - len(block.text.lstrip())), len(block.text)
                at += len(plain) + 1
        at += 2 if any(block.plain() for block in cell.blocks) else 3

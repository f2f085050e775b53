"""What a page shows of how a document was understood: everything in words and in order, so that a template only places it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toets.model.document import Attachment, Block, BlockKind, DecisionPoint, Document, Origin, Section
from toets.model.kinds import NATURE_WORDS
from toets.model.report import DocumentReport, DocumentStatus
from toets.reports.places import place
from toets.reports.reading_marks import Marker, Note, Piece, Span, marker_of
from toets.reports.reading_words import FOUND_BY, STATES, role_words, set_aside
from toets.reports.words import SURE_ENOUGH, kind_words, listed, one_line, shown_path, titled, visible

DEEPEST = 6
"""The lowest heading that a page has; the document's own begin at 3."""

_NOTES = {Origin.FOOTNOTE: "voetnoot", Origin.ENDNOTE: "eindnoot", Origin.BOX: "tekstvak"}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, item or table of the document; `points` name the decision points in it, `unread` what is missing there."""

    kind: str
    number: str = ""
    pieces: tuple[Piece, ...] = ()
    rows: tuple[tuple[CellView, ...], ...] = ()
    points: tuple[str, ...] = ()
    aside: str = ""
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell with its lines and its width in columns."""

    width: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section; `pieces` are its heading with marks, `depth` its level on the page, `found` how it was found and how sure."""

    anchor: str
    heading: str
    pieces: tuple[Piece, ...]
    depth: int
    indent: int
    role: str
    role_words: str
    found: str
    unsure: bool
    state: str
    words: int
    part: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How one document was understood; `outline` are the sections that have a heading."""

    anchor: str
    path: str
    title: str
    kinds: tuple[str, ...]
    aside: tuple[str, ...]
    natures: str
    parts: tuple[str, ...]
    absent: str
    fields: tuple[tuple[str, str], ...]
    points: tuple[tuple[str, str, str], ...]
    besluit: tuple[tuple[str, str, str], ...]
    attachments: tuple[tuple[str, str, str], ...]
    unread: tuple[tuple[str, str], ...]
    sections: tuple[SectionView, ...]
    notes: tuple[Note, ...]
    sha256: str

    @property
    def outline(self) -> tuple[SectionView, ...]:
        """The sections that have a heading."""
        return tuple(section for section in self.sections if section.heading)


def reading(report: DocumentReport, anchor: str) -> Reading | None:
    """What the page of a document shows; None when the document was not judged. `anchor` starts every anchor in it."""
    document = report.document
    if report.status is not DocumentStatus.JUDGED or document is None:
        return None
    marker = marker_of(report.facts, document)
    sections = tuple(_sections(document, marker, anchor))
    return Reading(
        anchor=anchor,
        path=shown_path(report.path),
        title=titled(document),
        kinds=_kinds(report),
        aside=tuple(one_line(words) for words in set_aside(report.facts)),
        natures=", ".join(NATURE_WORDS.get(nature, nature) for nature in report.natures),
        parts=tuple(f"{part.role}: {one_line(part.title) or 'zonder titel'}" for part in document.parts),
        absent=listed(_absent(report)),
        fields=tuple((item.field.replace("_", " "), one_line(item.value) or "(leeg)") for item in document.metadata),
        points=tuple(_point(point) for point in document.points),
        besluit=tuple(_point(point) for point in document.besluit),
        attachments=tuple(_attachment(item) for item in document.attachments),
        unread=tuple((one_line(gap.what), place(gap.location, document)) for gap in document.unread),
        sections=sections,
        notes=tuple(marker.notes),
        sha256=report.sha256,
    )


def _kinds(report: DocumentReport) -> tuple[str, ...]:
    if report.lookalike:
        return (f"geen voorstel; herkend als {report.lookalike}",)
    return tuple(f"{kind_words(kind.code)}, {kind.sure:.0%} zeker: {one_line(kind.because)}" for kind in report.kinds) or (
        "niet herkend",
    )


def _point(point: DecisionPoint) -> tuple[str, str, str]:
    return one_line(point.number).rstrip(".)") or "-", point.body or "orgaan onbekend", one_line(point.text)


def _attachment(item: Attachment) -> tuple[str, str, str]:
    signs = (
        ("in de lijst", item.listed),
        ("genoemd in de tekst", item.referred),
        ("aanwezig", item.present),
        ("volgt later", item.later),
    )
    return one_line(item.number) or "-", one_line(item.title), ", ".join(word for word, holds in signs if holds)


def _sections(document: Document, marker: Marker, anchor: str) -> Iterator[SectionView]:
    depth, part = 2, None
    gaps = _gaps(document)
    for section in document.sections:
        depth = min(depth + 1, 2 + section.level, DEEPEST) if section.heading else depth
        yield SectionView(
            anchor=f"{anchor}-s{section.index}",
            heading=one_line(section.heading),
            pieces=marker.of_heading(section),
            depth=depth,
            indent=min(section.level, DEEPEST) - 1,
            role=section.role,
            role_words=role_words(section.role),
            found=f"{FOUND_BY[section.found_by]}, {section.sure:.0%} zeker" if section.found_by else "",
            unsure=section.sure < SURE_ENOUGH,
            state=STATES[section.state],
            words=section.words,
            part=document.part_of(section).role if section.part != part and len(document.parts) > 1 else "",
            lines=_Lines(document, marker, section, gaps).of(section.blocks),
        )
        part = section.part


def _gaps(document: Document) -> dict[int, tuple[str, ...]]:
    """What could not be read, by the block it stands in or behind."""
    out: dict[int, tuple[str, ...]] = {}
    for gap in document.unread:
        if gap.location.paragraph is not None:
            out[gap.location.paragraph] = (*out.get(gap.location.paragraph, ()), one_line(gap.what))
    return out


@dataclass(frozen=True, slots=True)
class _Lines:
    """Makes the lines of one section."""

    document: Document
    marker: Marker
    section: Section
    gaps: dict[int, tuple[str, ...]]

    def of(self, blocks: Sequence[Block], spans: dict[int, list[Span]] | None = None) -> tuple[Line, ...]:
        """The lines of blocks; `spans` are facts that are known to stand in them."""
        made = (self._line(block, (spans or {}).get(block.index, [])) for block in blocks)
        return tuple(line for line in made if line.pieces or line.rows or line.unread)

    def _line(self, block: Block, spans: Sequence[Span]) -> Line:
        unread = self.gaps.get(block.index, ())
        if block.kind is BlockKind.TABLE:
            rows = tuple(self._row(block, at) for at in range(len(block.rows)))
            return Line("table", rows=rows, unread=unread)
        return Line(
            kind="item" if block.kind is BlockKind.ITEM else "prose",
            number=visible(block.number),
            pieces=self.marker.of(block, self.section.index, spans),
            points=tuple(self._points(block)),
            aside=_NOTES.get(block.origin, ""),
            unread=unread,
        )

    def _row(self, table: Block, row: int) -> tuple[CellView, ...]:
        spans = self.marker.of_row(table, row, self.section.index)
        return tuple(CellView(cell.width, self.of(cell.blocks, spans)) for cell in table.rows[row])

    def _points(self, block: Block) -> Iterator[str]:
        for name, points in (("beslispunt", self.document.points), ("besluit", self.document.besluit)):
            for point in points:
                if point.location.paragraph == block.index and point.location.section in (None, self.section.index):
                    number, body, _ = _point(point)
                    yield f"{name} {number}, {body}"


def _absent(report: DocumentReport) -> list[str]:
    """The sections that the proposal doesn't have and that are nowhere else in the file either."""
    document = report.document
    there = {*(part.role for part in document.parts), *(section.role for section in document.sections)} if document else set()
    absent = (str(fact.fields["is"]) for fact in report.facts if fact.kind == "absent_section")
    return [role_words(role) for role in absent if role not in there]

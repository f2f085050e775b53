"""A document as it was read (Source, Block) and as it was understood (Document, Section, …)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a document; every number is 0-based except `page` (1-based), and None where it does not apply.

    `paragraph` is the `Block.index` the place lies in; `start` and `end` are characters in the text of that block
    (for a table cell: of the block inside the cell).
    """

    part: int = 0
    section: int | None = None
    page: int | None = None
    paragraph: int | None = None
    row: int | None = None
    column: int | None = None
    start: int | None = None
    end: int | None = None

    def between(self, start: int, end: int) -> Location:
        """The same place, from one character to another (written out: `replace` takes thrice as long, for every fact)."""
        return Location(self.part, self.section, self.page, self.paragraph, self.row, self.column, start, end)


class BlockKind(StrEnum):
    """What a reader saw."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"


class Origin(StrEnum):
    """Where in the file a block stood."""

    BODY = "body"
    BOX = "box"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


NOTES: frozenset[Origin] = frozenset({Origin.FOOTNOTE, Origin.ENDNOTE})
"""Where what is said beside the text stands: readers give it behind the paragraph that refers to it."""


class FoundBy(StrEnum):
    """How a heading was found, from most to least certain."""

    STYLE = "style"
    OUTLINE = "outline"
    TAG = "tag"
    NUMBERING = "numbering"
    BOLD = "bold"
    CAPITALS = "capitals"
    SIZE = "size"
    TABLE = "table"
    RUN_IN = "run-in"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is shown, as far as the format tells; a reader never decides what it means.

    `bold`, `caps` and `underlined`: every visible letter is; `lead`: the bold words that open an otherwise plain paragraph;
    `size`: the usual font size in points; `style`: the style name as the file has it; `breaks_page`: it starts a page.
    """

    bold: bool = False
    caps: bool = False
    lead: str = ""
    size: float | None = None
    style: str = ""
    breaks_page: bool = False
    underlined: bool = False


CELL_BREAK = " | "
"""What stands between the cells where a row is text."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a merged cell appears once, at its first column, with its width in columns."""

    column: int
    width: int
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The text of the cell, its paragraphs on lines of their own."""
        return "\n".join(line for line in (block.plain() for block in self.blocks) if line)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item or table, in reading order; `index` counts all blocks of a file, those in cells included.

    `text` has no number or bullet: the number that a reader of the page sees is `number` ("1.", "a)", "2.1").
    `outline` is the heading level (1…9) that the file itself states, found by style, outline level or tag.
    `unfilled` are the character spans in `text` of fields that nobody filled in. `first_row`: which row of its
    table the first of `rows` is, when headings that stand in it cut it in pieces. `heads` is the number of rows with which a
    table begins that the file marks as the headings of its columns.
    """

    index: int
    kind: BlockKind
    text: str = ""
    page: int | None = None
    origin: Origin = Origin.BODY
    outline: int | None = None
    outline_by: FoundBy | None = None
    number: str = ""
    level: int = 0
    look: Look = Look()
    rows: tuple[tuple[Cell, ...], ...] = ()
    unfilled: tuple[tuple[int, int], ...] = ()
    first_row: int = 0
    heads: int = 0

    def plain(self) -> str:
        """All text of the block; a table as lines with `CELL_BREAK` between the cells."""
        if self.kind is not BlockKind.TABLE:
            return f"{self.number} {self.text}".strip()
        return "\n".join(CELL_BREAK.join(cell.text.replace("\n", " ") for cell in row) for row in self.rows)

    def walk(self) -> Iterator[Block]:
        """The block itself, then every block inside its cells, in reading order."""
        yield self
        for row in self.rows:
            for cell in row:
                for inner in cell.blocks:
                    yield from inner.walk()


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of the file that a person sees and toets could not read, such as an image with text."""

    what: str
    location: Location


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that somebody left in the file."""

    author: str
    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, chart or diagram in the text of a file; `words` is the description for who can't see it ("" without one).

    `decorative`: the file says that it carries no meaning. Sizes are in centimetres, 0 where they are not known.
    """

    words: str
    location: Location
    decorative: bool = False
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Hidden:
    """Text that stands in the file and that nobody sees; it is no part of any block."""

    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read: blocks in reading order and what stood around them; nothing is interpreted.

    `furniture` are the running headers and footers, each distinct text once. `properties` are the file's own
    (title, author, last_modified_by, company, manager, language, created, modified). `changes` counts tracked changes that are
    still open. `beside` are the names of the papers in the same folder. `pictures` and
    `Block.heads` are told of .docx, .odt, .md and .html, `hidden` of .docx and .html.
    """

    name: str
    format: str
    sha256: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    furniture: tuple[str, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    changes: int = 0
    unread: tuple[Unread, ...] = ()
    beside: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    hidden: tuple[Hidden, ...] = ()

    def walk(self) -> Iterator[Block]:
        """Every block of the file in reading order, those in table cells included."""
        for block in self.blocks:
            yield from block.walk()


class SectionState(StrEnum):
    """How far a section is filled."""

    FILLED = "filled"
    BARE = "bare"
    REASONED = "reasoned"
    REFERENCE = "reference"
    TEMPLATE = "template"
    EMPTY = "empty"
    UNREAD = "unread"


ROLES: tuple[str, ...] = (
    "kop", "onderwerp", "samenvatting", "beslispunten", "aanleiding", "beoogd_effect", "kader", "argumenten",
    "kanttekeningen", "alternatieven", "middelen", "mandaat", "sociaal_domein", "participatie", "communicatie",
    "duurzaamheid", "uitvoering", "evaluatie", "bijlagen", "ontwerpbesluit", "ondertekening", "overig",
)  # fmt: skip

PART_ROLES: tuple[str, ...] = (
    "voorstel", "ontwerpbesluit", "verordening", "toelichting", "begrotingswijziging", "bijlage", "overig",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One of the documents in a file; `role` is one of PART_ROLES, `first` the index of its first block."""

    index: int
    role: str
    title: str
    first: int
    location: Location


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; `heading` is verbatim as displayed, its number included.

    `blocks` are its own, without those of the sections below it. Text before the first heading is a section with an
    empty heading and the role "kop". `words` counts its own words, tables included; `sure` runs from 0 to 1.
    """

    index: int
    role: str
    heading: str
    number: str
    level: int
    part: int
    parent: int | None
    blocks: tuple[Block, ...]
    state: SectionState
    words: int
    found_by: FoundBy | None
    sure: float
    location: Location


@dataclass(frozen=True, slots=True)
class Metadatum:
    """A field of the head of the document: canonical name, label as found, value ("" when it was left open)."""

    field: str
    label: str
    value: str
    location: Location


@dataclass(frozen=True, slots=True)
class DecisionPoint:
    """One thing that a body is asked to decide; `number` as displayed or counted, `body` raad, college or burgemeester."""

    index: int
    number: str
    text: str
    body: str
    part: str
    location: Location


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment: in the list, referred to in the text, announced for later, present in or beside the file."""

    number: str
    title: str
    listed: bool
    referred: bool
    present: bool
    later: bool
    location: Location


@dataclass(frozen=True, slots=True)
class Document:
    """A Source that was understood. `points` are those of the voorstel; `besluit` those of the ontwerpbesluit.

    `title` is the kind of document as it names itself ("Raadsvoorstel"), `subject` what it is about.
    """

    source: Source
    title: str
    subject: str
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    metadata: tuple[Metadatum, ...]
    points: tuple[DecisionPoint, ...]
    besluit: tuple[DecisionPoint, ...]
    attachments: tuple[Attachment, ...]
    unread: tuple[Unread, ...] = ()

    def part_of(self, section: Section) -> Part:
        """The part that a section stands in."""
        return self.parts[section.part]


@dataclass(frozen=True, slots=True)
class Span:
    """A typed stretch of text: `kind` is a slot name (bedrag, datum, …); offsets are characters in its passage.

    `value` is an integer (eurocents, day number, year) or a short code; `more` holds further properties.
    """

    kind: str
    start: int
    end: int
    text: str
    value: int | str
    more: Mapping[str, int | str] = field(default_factory=dict)


class PassageKind(StrEnum):
    """What kind of text a passage is."""

    SENTENCE = "sentence"
    ITEM = "item"
    ROW = "row"
    HEADING = "heading"
    FIELD = "field"
    CLAIM = "claim"
    """What a heading says that is an argument itself; it follows the passage of the heading."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, list item, table row, heading, claim in a heading or metadata field: the unit in which facts are found.

    `index` counts passages in document order; `paragraph` is the `Block.index`; `point` is 1 + the index of the
    decision point it belongs to, or 0. `quoted` is 1 inside a quotation, a title or a "gelezen"-clause.
    """

    index: int
    kind: PassageKind
    text: str
    part: str
    role: str
    section: int
    paragraph: int
    point: int
    quoted: int
    spans: tuple[Span, ...]
    location: Location

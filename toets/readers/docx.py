"""Word files to a Source: our own walk over the XML, which finds what libraries for Word leave out."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from toets.errors import ReadError
from toets.model.document import Block, Location, Remark, Source, Unread
from toets.model.reading import ReadOptions
from toets.model.wordmap import WordMap
from toets.readers.docx_inline import Rules
from toets.readers.docx_numbering import Numbering
from toets.readers.docx_parts import Relation, main_part, notes_in, part_named, properties, relations
from toets.readers.docx_story import Story
from toets.readers.docx_styles import Styles, without_table_styles
from toets.readers.docx_trace import Trace, TracedStory
from toets.readers.docx_xml import Element, R, W, child_val, read_xml, val
from toets.readers.ledger import Ledger
from toets.readers.package import Package, PartError
from toets.readers.pictures import LETTERHEAD

_CHANGES: Final = tuple(
    W + tag
    for tag in (
        "ins", "del", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange",
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange",
    )
)  # fmt: skip
_SIGNATURES: Final = "_xmlsignatures/"
_LONGEST_AUTHOR: Final = 200
_AGAIN: Final = "Sla het in Word opnieuw op als .docx, of vraag een nieuw exemplaar."
_DAMAGED: Final = {
    "styles": "de opmaak (styles.xml) is beschadigd: koppen kunnen zijn gemist",
    "numbering": "de nummering (numbering.xml) is beschadigd: nummers van koppen en opsommingen ontbreken",
    "footnotes": "de voetnoten zijn beschadigd en niet gelezen",
    "endnotes": "de eindnoten zijn beschadigd en niet gelezen",
    "comments": "de opmerkingen zijn beschadigd en niet gelezen",
    "header": "een kop- of voettekst is beschadigd en niet gelezen",
}


def read_docx(package: Package, data: bytes, options: ReadOptions) -> Source:
    """The text of a Word file (.docx, .docm, .dotx) with all that stands around it.

    `data` are the bytes of the whole file. Raises ReadError when the file has no text, is damaged, unsafe or too large;
    smaller damage is told in `Source.unread`.
    """
    parts = _Parts(package, main_part(package))
    text = parts.text()
    notes = parts.notes()
    maker = _stories(parts, options)
    ledger = maker.ledger(package.name)
    blocks = _blocks(text, maker.story(ledger, _by_id(notes), _page_breaks(text)), options)
    if not blocks:
        raise ledger.no_text()
    remarks = _remarks(parts, ledger, maker)
    about, pages = properties(package)
    return Source(
        name=package.name,
        format="docx",
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=tuple(blocks),
        pages=pages,
        furniture=_furniture(parts, text, maker),
        properties={"language": language, **about} if (language := _language(text, maker.rules.styles)) else about,
        remarks=remarks,
        changes=sum(1 for root in (text, *(root for _, root in notes)) for _ in root.iter(*_CHANGES)),
        unread=ledger.all_unread(parts.unread),
        pictures=ledger.all_pictures(),
        hidden=ledger.all_hidden(),
    )


def map_docx(package: Package, options: ReadOptions) -> WordMap:
    """Where the text of the blocks that `read_docx` gives with the same options stands in the file.

    Raises ReadError as that does.
    """
    parts = _Parts(package, main_part(package))
    text = parts.text()
    maker = _stories(parts, options)
    trace, breaks = Trace(), _page_breaks(text)
    notes, ledger = _by_id(parts.notes()), maker.ledger(package.name)
    _blocks(text, TracedStory(maker.rules, maker.numbering, notes, ledger, breaks=breaks, trace=trace), options)
    comments = part_named(package, parts.main, parts.related, "comments")
    return WordMap(parts.main, comments, trace.resolved(text), signed=any(name.startswith(_SIGNATURES) for name in package.parts))


def _stories(parts: _Parts, options: ReadOptions) -> _Stories:
    styles = Styles(parts.named("styles"))
    rules = Rules(styles, options.changes == "original", options.limits.depth)
    return _Stories(rules, Numbering(parts.named("numbering"), styles.list_of), options)


def _blocks(text: Element, story: Story, options: ReadOptions) -> list[Block]:
    return [each for element in text.findall(W + "body") for each in story.read(element, options.limits.depth)]


def _by_id(notes: Sequence[tuple[str, Element]]) -> Mapping[tuple[str, str], Element]:
    return {key: note for sort, root in notes for key, note in notes_in(root, sort).items()}


@dataclass(slots=True)
class _Parts:
    """The parts of one file; collects which of them are damaged."""

    package: Package
    main: str
    related: tuple[Relation, ...] = ()
    unread: list[Unread] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.related = relations(self.package, self.main)

    def text(self) -> Element:
        """The part with the text; ReadError when it can't be used."""
        try:
            root = read_xml(self.package, self.main)
        except PartError as error:
            raise ReadError(f"{self.package.name}: het onderdeel met de tekst {error}. {_AGAIN}") from error
        if root.tag != W + "document":
            raise ReadError(f"{self.package.name}: het bestand is geen Word-document. {_AGAIN}")
        return root

    def notes(self) -> list[tuple[str, Element]]:
        """The parts with notes, by their sort."""
        return [(sort, root) for sort in ("footnote", "endnote") if (root := self.named(f"{sort}s")) is not None]

    def named(self, sort: str) -> Element | None:
        """The part of a sort that belongs to the text; None if there is none, or it is damaged."""
        return self.read(part_named(self.package, self.main, self.related, sort), sort)

    def read(self, name: str, sort: str) -> Element | None:
        """A part by name ("" is none); the sort tells what is lost when it is damaged."""
        if not name:
            return None
        try:
            return read_xml(self.package, name, without_table_styles if sort == "styles" else bytes)
        except PartError:
            self.unread.append(Unread(_DAMAGED[sort], Location()))
            return None


@dataclass(frozen=True, slots=True)
class _Stories:
    """Makes the walkers for one file."""

    rules: Rules
    numbering: Numbering
    options: ReadOptions

    def ledger(self, name: str) -> Ledger:
        """A ledger for a text that counts its blocks from 0."""
        return Ledger(name, self.options.limits)

    def story(self, ledger: Ledger, notes: Mapping[tuple[str, str], Element], breaks: Sequence[bool]) -> Story:
        """A walker for the text itself."""
        return Story(self.rules, self.numbering, notes, ledger, breaks=breaks)

    def lines(self, ledger: Ledger, element: Element, smallest: float) -> str:
        """The text of a header, footer or comment, its paragraphs on lines of their own."""
        story = Story(replace(self.rules, smallest=smallest), self.numbering, {}, ledger)
        return "\n".join(block.plain() for block in story.read(element, self.rules.depth))


def _furniture(parts: _Parts, text: Element, maker: _Stories) -> tuple[str, ...]:
    """The texts of the headers and footers that the sections refer to, each once."""
    targets = {relation.key: relation.target for relation in parts.related}
    used: Iterable[str] = (
        targets.get(ref.get(R + "id") or "", "") for ref in text.iter(W + "headerReference", W + "footerReference")
    )
    texts: dict[str, None] = {}
    ledger = maker.ledger(parts.package.name)
    for name in dict.fromkeys(name for name in used if parts.package.has(name)):
        root = parts.read(name, "header")
        if root is not None:
            texts.setdefault(maker.lines(ledger, root, LETTERHEAD))
    parts.unread += [Unread(f"{each.what}, in de kop- of voettekst", Location()) for each in ledger.unread]
    return tuple(each for each in texts if each)


def _remarks(parts: _Parts, text_ledger: Ledger, maker: _Stories) -> tuple[Remark, ...]:
    """The comments that are anchored in the text, in its order."""
    root = parts.named("comments") if text_ledger.comments else None
    comments = {} if root is None else {val(each, "id"): each for each in root.findall(W + "comment")}
    ledger = maker.ledger(parts.package.name)
    out = []
    for key, location in text_ledger.comments.items():
        comment = comments.get(key)
        if comment is not None:
            text = maker.lines(ledger, comment, maker.rules.smallest)
            out.append(Remark(val(comment, "author")[:_LONGEST_AUTHOR], text, text_ledger.settled(location)))
    return tuple(out)


def _language(text: Element, styles: Styles) -> str:
    """The language of most of the text: Word notes on each run what differs from the style."""
    own = Counter(language for each in text.iter(W + "lang") if (language := val(each)))
    language, number = own.most_common(1)[0] if own else ("", 0)
    return language if number > sum(1 for _ in text.iter(W + "r")) / 2 else styles.language


def _page_breaks(text: Element) -> tuple[bool, ...]:
    """Of each section in the text: whether it starts on a new page."""
    sections = (each for each in text.iter(W + "sectPr") if not _is_former(each))
    return tuple(child_val(each, "type") not in ("continuous", "nextColumn") for each in sections)


def _is_former(section: Element) -> bool:
    parent = section.getparent()
    return parent is not None and parent.tag == W + "sectPrChange"

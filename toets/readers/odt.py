"""ODF texts (.odt, .ott), the open standard of the Dutch government, to a Source."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from toets.errors import ReadError
from toets.model.document import Location, Remark, Source, Unread
from toets.model.reading import ReadOptions
from toets.readers.docx_symbols import clean
from toets.readers.docx_xml import Element, number, read_xml
from toets.readers.ledger import Ledger
from toets.readers.odt_inline import Changes, OdtInline
from toets.readers.odt_lists import OdtLists, list_styles
from toets.readers.odt_story import OdtStory
from toets.readers.odt_styles import OdtStyles
from toets.readers.odt_xml import DC, ID, META, OFFICE, STYLE, TEXT
from toets.readers.package import Package, PartError
from toets.readers.pictures import LETTERHEAD, SMALLEST

_AGAIN: Final = "Sla het in LibreOffice of Word opnieuw op, of vraag een nieuw exemplaar."
_UNLOCKED: Final = "Sla het op zonder wachtwoord, en toets dat bestand."
_FURNITURE: Final = tuple(STYLE + place + page for place in ("header", "footer") for page in ("", "-first", "-left"))
_ABOUT: Final = (
    ("title", DC + "title"),
    ("subject", DC + "subject"),
    ("author", META + "initial-creator"),
    ("language", DC + "language"),
    ("created", META + "creation-date"),
    ("modified", DC + "date"),
    ("last_modified_by", DC + "creator"),
)
_LONGEST: Final = 500


def read_odt(package: Package, data: bytes, options: ReadOptions) -> Source:
    """The text of an ODF file with all that stands around it; `data` are the bytes of the whole file.

    Raises ReadError when the file has no text, is locked, damaged, unsafe or too large; smaller damage is told in
    `Source.unread`.
    """
    if _is_locked(package):
        raise ReadError(f"{package.name}: het bestand is beveiligd met een wachtwoord. {_UNLOCKED}")
    file = _File(package, options)
    text, styles, meta = file.text(), file.part("styles.xml", "de opmaak"), file.part("meta.xml", "de eigenschappen")
    body = text.find(f"{OFFICE}body/{OFFICE}text")
    roots = [root for root in (styles, text) if root is not None]
    changes = _changes(body, options.changes == "original")
    story = file.story(OdtStyles(roots), changes, roots, SMALLEST)
    blocks = [] if body is None else story.read(body, options.limits.depth)
    if not blocks:
        raise story.ledger.no_text()
    about, pages = _about(meta)
    language = OdtStyles(roots).language
    return Source(
        name=package.name,
        format="odt",
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=tuple(blocks),
        pages=pages,
        furniture=file.furniture(styles, roots),
        properties={"language": language, **about} if language else about,
        remarks=file.remarks(story),
        changes=len(changes.inserted) + len(changes.deleted),
        unread=story.ledger.all_unread(file.unread),
        pictures=story.ledger.all_pictures(),
    )


@dataclass(slots=True)
class _File:
    """One ODF file while it is read."""

    package: Package
    options: ReadOptions
    unread: list[Unread] = field(default_factory=list)

    def text(self) -> Element:
        """The part with the text; ReadError when it can't be used."""
        try:
            return read_xml(self.package, "content.xml", _usual_tables)
        except PartError as error:
            raise ReadError(f"{self.package.name}: het onderdeel met de tekst {error}. {_AGAIN}") from error

    def part(self, name: str, what: str) -> Element | None:
        """Another part; None when there is none, or when it is damaged, which is then told."""
        if not self.package.has(name):
            return None
        try:
            return read_xml(self.package, name)
        except PartError:
            self.unread.append(Unread(f"{what} ({name}) is beschadigd en niet gelezen", Location()))
            return None

    def story(self, styles: OdtStyles, changes: Changes, roots: Sequence[Element], smallest: float) -> OdtStory:
        """A walker that starts counting at 0."""
        inline = OdtInline(styles, changes, self.options.limits.depth, smallest)
        return OdtStory(inline, OdtLists(list_styles(roots)), Ledger(self.package.name, self.options.limits))

    def furniture(self, styles: Element | None, roots: Sequence[Element]) -> tuple[str, ...]:
        """The texts of headers and footers, each once."""
        if styles is None:
            return ()
        story = self.story(OdtStyles(roots), Changes(original=False), roots, LETTERHEAD)
        texts = dict.fromkeys(_lines(story, each, self.options.limits.depth) for each in styles.iter(*_FURNITURE))
        self.unread += [Unread(f"{each.what}, in de kop- of voettekst", Location()) for each in story.ledger.unread]
        return tuple(text for text in texts if text)

    def remarks(self, story: OdtStory) -> tuple[Remark, ...]:
        """The comments in the text, in its order."""
        inside = OdtStory(story.inline, OdtLists(story.lists.styles), Ledger(self.package.name, self.options.limits))
        out = []
        for key, location in story.ledger.comments.items():
            comment = story.inline.comments.get(key)
            if comment is not None:
                author = clean(comment.findtext(DC + "creator") or "").strip()[:_LONGEST]
                text = _lines(inside, comment, self.options.limits.depth)
                out.append(Remark(author, text, story.ledger.settled(location)))
        return tuple(out)


def _usual_tables(data: bytes) -> bytes:
    """Tables in shapes, to which LibreOffice gives a name of its own, by their usual name."""
    return data.replace(b"<loext:table", b"<table:table").replace(b"</loext:table", b"</table:table")


def _lines(story: OdtStory, element: Element, depth: int) -> str:
    return "\n".join(block.plain() for block in story.read(element, depth))


def _is_locked(package: Package) -> bool:
    try:
        return b"encryption-data" in package.read("META-INF/manifest.xml")
    except PartError:
        return False


def _changes(body: Element | None, original: bool) -> Changes:
    """The tracked changes of a text. Changes of looks only say nothing about its words, and aren't counted."""
    inserted, deleted = set(), {}
    for region in () if body is None else body.iter(TEXT + "changed-region"):
        key = region.get(TEXT + "id") or region.get(ID) or ""
        gone = region.find(TEXT + "deletion")
        if gone is not None:
            deleted[key] = gone
        elif region.find(TEXT + "insertion") is not None:
            inserted.add(key)
    return Changes(original, frozenset(inserted), deleted)


def _about(meta: Element | None) -> tuple[Mapping[str, str], int | None]:
    """What the file says about itself, and how many pages it had when it was last saved."""
    inside = None if meta is None else meta.find(OFFICE + "meta")
    if inside is None:
        return {}, None
    found = {name: text[:_LONGEST] for name, tag in _ABOUT if (text := " ".join(clean(inside.findtext(tag) or "").split()))}
    statistic = inside.find(META + "document-statistic")
    pages = 0 if statistic is None else number(statistic.get(META + "page-count") or "", 0) or 0
    return found, pages if pages > 0 else None

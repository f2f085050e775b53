"""Attachments: in the list, in the head, referred to in the text, announced for later, or in the file itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from toets.model.document import NOTES, Attachment, Block, BlockKind, Cell, Location, Metadatum, Part, Section
from toets.model.months import FULL_MONTH
from toets.model.numbering import follows, run_of, typed_number
from toets.structure.lexicon import Lexicon
from toets.structure.naming import Prose, is_named, prose_of
from toets.structure.pointers import pointed_at
from toets.text.normal import normal

_NUMBERS = r"(?:\d{1,2}[a-z]?|[A-Z]|[IVX]{1,4})"
_REFERENCE = re.compile(
    rf"\b[Bb]ijlage[ns]?\s+(?:nr\.?\s*|nummer\s*)?(?P<first>{_NUMBERS})\b(?!\.\d)"
    rf"(?P<more>(?:\s*(?:,|en|&|of|t/m|tot en met|-|–)\s*(?:bijlage\s+)?{_NUMBERS}\b(?!\.\d))*)",
)
_CAPTION_END = re.compile(r"\s*[:.)–-]")
"""Between number and title of a paper itself: "Bijlage 1: Kaart"."""
_OTHERS = re.compile(
    r"\s*(?:van|bij|uit|in)\s+(?:de|het|die|deze|onze)\s+(?!(?:dit\s+)?(?:raads|college)?voorstel)", re.IGNORECASE
)
_MORE = re.compile(rf"(,|en|&|of|t/m|tot en met|-|–)\s*(?:bijlage\s+)?({_NUMBERS})")
_LISTED = re.compile(
    rf"(?:bijlage\s*)?(?P<number>{_NUMBERS})\s*(?:[.):–-]|:)\s+|bijlage\s+(?P<named>{_NUMBERS})\b\s*", re.IGNORECASE
)
_BARE = re.compile(r"(?:^|(?<=[.;,]))\s*(\d{1,2})\s+(?=[^\W\d_])")
"""A number without a mark: "1 Kaart. 2 Raming."."""
_BEHIND = re.compile(rf"\s*\(bijlage\s+({_NUMBERS})\)[\s.,;]*(?:en\s+)?", re.IGNORECASE)
"""A number behind the title: "de kaart (bijlage 1) en de raming (bijlage 2)"."""
_COUNTED_LINE = re.compile(r"\s*\d{1,2}[.)]\s")
"""The full stop behind the number of a line parts no titles."""
_BULLET = re.compile(r"[-–—•▪●◦‣∙·*]\s+")
_BRACKETS = re.compile(r"\([^)]*\)")
_SEPARATORS = re.compile(r"(?<=[\w)\]'’”\"])(?<![\s.][^\W\d])(?:\.|;)\s+(?=[A-ZÀ-Þa-zà-þ0-9])")
"""A full stop or semicolon between two titles; one behind a single letter closes an abbreviation: "d.d.", "w.g."."""
_SENTENCE_WORD = re.compile(
    r"\b(?:is|zijn|wordt|worden|volgt|volgen|zie|staat|staan|ligt|liggen|treft|vindt|heeft|hebben|kunt|kan|bij dit)\b", re.I
)
_LONGEST_TITLE = 12
"""Words: between full stops, longer stretches are sentences and not titles."""
_SENT_ON = re.compile(rf"\b(?:op|uiterlijk|voor|vóór|per)\s+(?:\w+dag\s+)?\d{{1,2}} {FULL_MONTH}\b", re.IGNORECASE)
"""The day on which something is sent."""
_COUNTED = re.compile(r"\d{1,2}(?:\s*\([^)]*\)|,\s*waarvan\b.*)?")
"""A head that only counts them: "2 (waarvan 1 vertrouwelijk)"."""
_MOST = 200
_SKIPPED = frozenset({"bijlagen", "ondertekening"})


@dataclass(frozen=True, slots=True)
class _Mention:
    """A reference by number in the text."""

    number: str
    place: Location
    later: bool


def attachments_of(
    sections: Sequence[Section], metadata: Sequence[Metadatum], parts: Sequence[Part], lexicon: Lexicon
) -> tuple[Attachment, ...]:
    """All attachments that the voorstel lists or refers to."""
    own = [section for section in sections if parts[section.part].role == "voorstel"]
    listed = _numbered(_as_one([_items(_listed(section, lexicon)) for section in own if section.role == "bijlagen"]))
    listed = (listed or _in_head(metadata, lexicon))[:_MOST]
    prose = [section for section in own if section.role not in _SKIPPED]
    mentions = [mention for section in prose for mention in _mentions(section, lexicon)]
    texts = prose_of(prose if listed else (), lexicon)
    alone = len(listed) == 1 and not mentions
    pointed = pointed_at(prose, lexicon) if listed else frozenset()
    out = [_complete(item, mentions, texts, parts, pointed, alone=alone) for item in listed]
    numbers = {item.number.lower() for item in listed}
    for mention in mentions:
        if mention.number.lower() not in numbers:
            numbers.add(mention.number.lower())
            present = _is_present(mention.number, "", parts)
            out.append(Attachment(mention.number, "", False, True, present, mention.later, mention.place))
    return tuple(out)


_DRAFT = re.compile(r"^(?:het |de )?(?:(?:ontwerp|concept)[- ]?)(?:raads|college)?besluit\b|^raadsbesluit$", re.IGNORECASE)
"""What is to be decided is what the proposal is about; nobody refers to it."""


def _listed(section: Section, lexicon: Lexicon) -> Iterator[Attachment]:
    """What the lines of a section name; around a list plain lines without a number are text: a lead, a closing, a greeting."""
    has_items = any(block.kind is BlockKind.ITEM for block in section.blocks)
    for block in section.blocks:
        for inner, text, start in _lines(block, lexicon):
            end = start + len(text)
            number, begin = _number(inner, start, end)
            title = inner.text[begin:end].strip(" ;,.\t")
            loose = not number and inner.kind is BlockKind.PARAGRAPH and begin == start + len(text) - len(text.lstrip())
            if loose and (has_items or title.endswith(":")):
                continue
            if any(sign.isalpha() for sign in title) and not lexicon.is_in(title, "geen_bijlagen") and len(title) <= 250:
                place = replace(section.location, paragraph=inner.index, page=inner.page, start=begin, end=end)
                later = _comes_later(title, lexicon)
                yield Attachment(number, title, listed=True, referred=False, present=False, later=later, location=place)


def _lines(block: Block, lexicon: Lexicon) -> Iterator[tuple[Block, str, int]]:
    """The lines of a list: of a paragraph its lines or the numbers inside it, of a table its rows."""
    if block.origin in NOTES:
        return
    if block.kind is BlockKind.TABLE:
        yield from _rows(block, lexicon)
        return
    start = 0
    for piece in block.text.split("\n"):
        marked = _marked(block, start, start + len(piece))
        yield from ((replace(block, number=number), block.text[begin:end], begin) for number, begin, end in marked)
        for begin, end in () if marked else _titles(block, start, start + len(piece)):
            if block.text[begin:end].strip() and not any(a <= begin and end <= b for a, b in block.unfilled):
                yield block if begin == 0 else replace(block, number=""), block.text[begin:end], begin
        start += len(piece) + 1


def _rows(table: Block, lexicon: Lexicon) -> Iterator[tuple[Block, str, int]]:
    """The titles in a table: what stands in the column that its head calls so, else the longest cell of each row."""
    column: int | None = None
    for row in table.rows:
        if all(lexicon.is_in(cell.text, "bijlagen_tabelkop") for cell in row):
            column = _title_column(row, lexicon)
            continue
        cells = [inner for cell in row for inner in cell.blocks if inner.text.strip()]
        titles = [inner for cell in row for inner in cell.blocks if cell.column == column and inner.text.strip()]
        if cells:
            title = max(titles or cells, key=lambda inner: len(inner.text))
            first = cells[0].text.strip(" .)")
            numbered = replace(title, number=first) if cells[0] is not title and len(first) <= 3 else title
            yield numbered, title.text, 0


def _title_column(row: Sequence[Cell], lexicon: Lexicon) -> int | None:
    """The column whose head says that titles stand below it, the most telling word first."""
    names = [(place, cell.column) for cell in row if (place := lexicon.place_in(cell.text, "bijlagen_titelkolom")) is not None]
    return min(names)[1] if names else None


def _marked(block: Block, start: int, end: int) -> list[tuple[str, int, int]]:
    """Two or more attachments in running text, each with its number: bare before the title, or in brackets behind it."""
    text = block.text[start:end]
    bare = [(found[1], found.start(), found.end()) for found in _BARE.finditer(text)]
    bare = [(block.number, 0, 0), *bare] if block.number and start == 0 else bare
    if len(bare) > 1 and [number for number, _, _ in bare] == [str(count) for count, _ in enumerate(bare, start=1)]:
        ends = [*(begin for _, begin, _ in bare[1:]), len(text)]
        return [(number, start + begin, start + until) for (number, _, begin), until in zip(bare, ends, strict=True)]
    behind = list(_BEHIND.finditer(text))
    begins = [0, *(found.end() for found in behind)]
    if len(behind) > 1 and begins[-1] == len(text):
        return [(found[1], start + begin, start + found.start()) for found, begin in zip(behind, begins, strict=False)]
    return []


def _titles(block: Block, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The attachments of one line: by their numbers, else by the full stops or semicolons between short titles."""
    numbered = tuple(_split(block, start, end))
    if len(numbered) > 1 or block.kind is BlockKind.ITEM or _COUNTED_LINE.match(block.text, start, end):
        yield from numbered
        return
    cuts = [start, *(gap.end() + start for gap in _SEPARATORS.finditer(block.text[start:end])), end]
    pieces = [block.text[begin:until] for begin, until in pairwise(cuts)]
    if all(len(piece.split()) <= _LONGEST_TITLE and not _SENTENCE_WORD.search(_BRACKETS.sub("", piece)) for piece in pieces):
        yield from pairwise(cuts)
    else:
        yield from numbered


def _split(block: Block, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where attachments begin and end: "1. Nota 2. Kaart" in one paragraph is two."""
    text, begin = block.text, start
    typed = typed_number(text, start + len(text[start:end]) - len(text[start:end].lstrip()), end)
    last = typed[0] if typed else block.number
    for gap in re.finditer(r"(?<=[\s;.,])(?=\d{1,2}[.)]\s+\S)", text[start:end]):
        typed = typed_number(text, start + gap.start(), end)
        if last and typed and follows(typed[0], last):
            yield begin, start + gap.start()
            begin, last = start + gap.start(), typed[0]
    yield begin, end


def _number(block: Block, start: int, end: int) -> tuple[str, int]:
    begin = start + len(block.text[start:end]) - len(block.text[start:end].lstrip())
    if found := _LISTED.match(block.text, begin, end):
        return found["number"] or found["named"], found.end()
    if bullet := _BULLET.match(block.text, begin, end):
        return "", bullet.end()
    return block.number.strip("().: •-–") if block.number else "", begin


def _as_one(lists: Iterable[Sequence[Attachment]]) -> list[Attachment]:
    """The list in the head and the one at the end are one: a later list that repeats an earlier one adds only what is new.

    What it adds without a number to a numbered list is counted on.
    """
    out: list[Attachment] = []
    for items in lists:
        known = tuple(out)
        at = [next((place for place, one in enumerate(known) if _is_same(one, item)), None) for item in items]
        again = any(place is not None for place in at)
        for place, item in zip(at, items, strict=True):
            if place is None:
                count = str(len(out) + 1) if again and not item.number and any(one.number for one in out) else item.number
                out.append(replace(item, number=count))
            elif not out[place].number:
                out[place] = replace(out[place], number=item.number)
    return out


def _is_same(one: Attachment, other: Attachment) -> bool:
    """Whether two lists name the same paper: by the same title, or under the same number by more words or fewer."""
    words, others = (frozenset(normal(item.title).replace("-", " ").split()) for item in (one, other))
    return words == others or (bool(one.number) and one.number == other.number and (words <= others or others <= words))


def _items(found: Iterable[Attachment]) -> list[Attachment]:
    """In a numbered list, what has no number is no attachment but text around it."""
    items = list(found)
    return [item for item in items if item.number] or items


def _numbered(items: list[Attachment]) -> list[Attachment]:
    """Attachments without a number are counted; a Word list that goes on from another one starts at one again."""
    items = _items(items)
    numbers = [item.number for item in items]
    if not any(numbers) or (numbers[0].isdigit() and int(numbers[0]) > 1 and all(map(str.isdigit, numbers))):
        return [replace(item, number=str(count)) for count, item in enumerate(items, start=1)]
    return items


def _in_head(metadata: Sequence[Metadatum], lexicon: Lexicon) -> list[Attachment]:
    """Attachments named in the head: "Bijlagen: ontwerpbesluit; kaart"."""
    out: list[Attachment] = []
    for field in metadata:
        if field.field != "bijlagen" or not any(sign.isalpha() for sign in field.value):
            continue
        if lexicon.is_in(field.value, "geen_bijlagen") or normal(field.value) in ("ja", "nee") or len(field.value) < 6:
            continue
        if _COUNTED.fullmatch(field.value.strip()):
            continue
        for title in re.split(r"\n|;|,\s+(?=[A-Z0-9])|(?<=\S)\s+(?=\d{1,2}[.)]\s)", field.value):
            found = _LISTED.match(title.strip())
            name = title.strip()[found.end() :] if found else title.strip(" .-•")
            if name:
                number = (found["number"] or found["named"]) if found else ""
                out.append(Attachment(number, name, True, False, False, _comes_later(name, lexicon), field.location))
    return _numbered(out)


def _mentions(section: Section, lexicon: Lexicon) -> Iterator[_Mention]:
    for block in section.blocks:
        for inner in block.walk():
            for found in _references(inner.text):
                place = replace(section.location, paragraph=inner.index, page=inner.page, start=found.start(), end=found.end())
                later = _comes_later(inner.text[found.start() : found.end() + 60].split(". ")[0], lexicon)
                yield from (_Mention(number, place, later) for number in _expanded(found["first"], found["more"]))


def _comes_later(text: str, lexicon: Lexicon) -> bool:
    """Whether it says that a paper is sent afterwards, and not on which day."""
    return lexicon.holds(text, "nazending") and not _SENT_ON.search(text)


def _references(text: str) -> Iterator[re.Match[str]]:
    """Where a text refers to attachments by number: no caption of its own, and none of another document."""
    return (found for found in _REFERENCE.finditer(text) if not (_is_caption(found) or _OTHERS.match(text, found.end())))


def _is_caption(found: re.Match[str]) -> bool:
    """Whether a paragraph opens with what is the name of a paper and no reference to it: "Bijlage 1: Kaart"."""
    opens = found.start() == 0 and found[0].startswith("B")
    return opens and _CAPTION_END.match(found.string, found.end("first")) is not None


def _expanded(first: str, more: str) -> list[str]:
    """All numbers that are meant: "2" with " en 4" gives 2 and 4, "1" with " t/m 3" gives 1, 2 and 3."""
    named = ((sign in ("t/m", "tot en met", "-", "–"), number) for sign, number in _MORE.findall(more))
    return run_of([(False, first), *named])


def _spoken_of(texts: Prose) -> bool:
    """Whether the text speaks of "de bijlage" without a number: clear when there is only one."""
    return any("bijlage" in text for text in texts.paragraphs)


def _complete(
    item: Attachment, mentions: Sequence[_Mention], texts: Prose, parts: Sequence[Part], pointed: Set[str], *, alone: bool
) -> Attachment:
    by_number = [mention for mention in mentions if mention.number.lower() == item.number.lower()]
    referred = (
        bool(by_number)
        or item.number.lower() in pointed
        or bool(_DRAFT.search(item.title))
        or is_named(item.title, texts)
        or (alone and _spoken_of(texts))
    )
    later = item.later or any(mention.later for mention in by_number)
    return replace(item, referred=referred, later=later, present=_is_present(item.number, item.title, parts))


def _is_present(number: str, title: str, parts: Sequence[Part]) -> bool:
    """Whether the attachment is one of the documents in the file."""
    plain = normal(title)
    for part in parts:
        if part.role == "bijlage" and number and re.match(rf"bijlage\s*n?\s*{re.escape(number)}\b", part.title, re.IGNORECASE):
            return True
        if part.role == "ontwerpbesluit" and part.index > 0 and "besluit" in plain and len(plain.split()) <= 4:
            return True
        if part.role in ("begrotingswijziging", "verordening") and part.role in plain:
            return True
    return False

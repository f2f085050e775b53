"""Decision points: numbered or not, nested, in a table, run into one paragraph, and for which body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from toets.model.document import NOTES, Block, BlockKind, Cell, DecisionPoint, Section
from toets.model.numbering import follows, kind_of, typed_number
from toets.structure.lexicon import Lexicon
from toets.structure.looks import DATED, depth
from toets.text.normal import normal

_BODIES = (
    ("burgemeester", re.compile(r"\bburgemeester\b(?!\s*(?:en|&)\s*wethouders)")),
    ("raad", re.compile(r"\b(?:gemeenteraad|uw raad|de raad|raad)\b|\bu\b")),
    ("college", re.compile(r"\b(?:college|b\s*(?:en|&)\s*w|burgemeester (?:en|&) wethouders)\b")),
)
_PROPOSES = re.compile(
    r"\b(?:stelt|stellen|voor te stellen|voorgesteld|verzoek\w*|vraagt|vragen|adviseert|adviseren|gevraagd|verzocht)\b"
)
_MEETING = re.compile(
    r"\s*(?:(?:de|het) )?(?:gemeente)?(?:raad(?:svergadering|savond)?|college(?:vergadering)?|commissie \w+|b ?(?:&|en) ?w"
    r"|agenda|vergadering)?[ :,]*(?:van |op )?(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag )?"
    r"\d{1,2}(?: [a-z]{3,9}\.? |[-/.]\d{1,2}[-/.])\d{4}\.?\s*",
    re.IGNORECASE,
)
"""The day on which is decided, below a heading of the head ("Besluiten: raad 5 maart 2026"): no point."""
_LEAD = re.compile(r":\s*$|\b(?:om|voor|tot|besluit|besluiten)\s*$")
_BRINGS_TEXT = re.compile(r"\w\W+(?:vast te stellen|te wijzigen)\W+(?:(?:luidende|als volgt|te weten)\W+)+$", re.IGNORECASE)
"""How a point ends behind which the text that is adopted follows: "de Verordening 2026 vast te stellen, luidende als volgt:"."""
_CELL_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]?")
_BULLET = re.compile(r"[-–—•▪●◦‣∙·*]\s+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line under a heading for decision points: with a number or bullet, or plain text."""

    number: str
    kind: str
    level: int
    text: str
    block: Block
    start: int
    end: int


def points_of(sections: Iterable[tuple[Section, str]], part: str, lexicon: Lexicon) -> tuple[DecisionPoint, ...]:
    """The decision points in these sections, in order; what a later section says again is left out.

    With each section goes the body that decides there if the text names none.
    """
    out: list[DecisionPoint] = []
    said: set[str] = set()
    for section, body in sections:
        here = body_in(normal(section.heading)) or body
        fresh = [
            point
            for point in _of_section(section, here, part, lexicon)
            if normal(point.text) not in said and not _MEETING.fullmatch(point.text)
        ]
        said |= {normal(point.text) for point in fresh}
        out.extend(fresh)
    return tuple(replace(point, index=index) for index, point in enumerate(out))


_NAME_WORDS = 8
"""A line with more words is no name."""


def _of_section(section: Section, body: str, part: str, lexicon: Lexicon) -> Iterator[DecisionPoint]:
    entries = [entry for block in section.blocks for entry in _entries(block, lexicon)]
    entries = _with_romans(_joined_numbers(entries))
    listed = any(entry.kind for entry in entries)
    groups = list(_grouped(entries if listed else _unsigned(entries), lexicon, body, listed=listed))
    for counted, (group, whose) in enumerate(groups, start=1):
        head = group[0]
        text = "\n".join(f"{entry.number} {entry.text}".strip() if at else entry.text for at, entry in enumerate(group))
        number = head.number.rstrip(".):(° ").lstrip("(") if depth(head.number) or head.kind == "a" else ""
        place = replace(
            section.location,
            paragraph=head.block.index,
            page=head.block.page,
            start=head.start,
            end=head.end,
            row=None,
            column=None,
        )
        yield DecisionPoint(0, number or str(counted), text, whose, part, place)


def _unsigned(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Sentences without the names and the day below them: "Marieke Dubbeldam", "fractie SP", "Lindewaard, 21 mei 2024"."""
    last = max((at for at, entry in enumerate(entries) if entry.text.endswith((".", ";"))), default=len(entries))
    names = entries[last + 1 :]
    return entries[: last + 1] if all(_is_name(entry.text) or DATED.match(entry.text) for entry in names) else entries


def _is_name(text: str) -> bool:
    """Whether a line can be the name of who signs: few words, half of them with a capital, no figures and no stop."""
    words = text.split()
    capitals = sum(word[:1].isupper() for word in words)
    return len(words) <= _NAME_WORDS and capitals * 2 >= len(words) and not any(sign in "€;:" or sign.isdigit() for sign in text)


def _grouped(entries: Sequence[Entry], lexicon: Lexicon, body: str, *, listed: bool) -> Iterator[tuple[list[Entry], str]]:
    """Entries that form one point together, each with its body: sub-items and continued text go with the point above."""
    top: Entry | None = None
    group: list[Entry] = []
    for entry in entries:
        if not entry.kind and _is_lead(entry.text, lexicon):
            if group and listed and not _names_body(entry.text):
                group.append(entry)
                continue
            if group:
                yield group, body
            group, top, body = [], None, body_in(normal(entry.text)) or body
        elif (entry.kind or not listed) and (top is None or _is_top(entry, top)):
            if group:
                yield group, body
            group, top = [entry], top or entry
        elif group and (entry.kind or _continues(group[-1], entry)):
            group.append(entry)
    if group:
        yield group, body


def _is_top(entry: Entry, top: Entry) -> bool:
    """Whether an item is of the rank of the first one; a list may go on with other signs only at a deeper level."""
    if entry.kind != top.kind:
        return False
    return entry.level <= top.level and depth(entry.number) <= depth(top.number)


def _continues(last: Entry, entry: Entry) -> bool:
    """Whether plain text after an item still belongs to it: it starts small, or the item announced it."""
    return entry.text[:1].islower() or last.text.rstrip().endswith((":", ","))


def _names_body(text: str) -> bool:
    return len(text.split()) <= 12 and text.rstrip().endswith(":") and bool(body_in(normal(text)))


def _is_lead(text: str, lexicon: Lexicon) -> bool:
    """Whether a text announces points and is none itself: "Het college stelt de raad voor:"."""
    if lexicon.name(text) == "beslispunten" or lexicon.is_in(text, "besluit_aanhef"):
        return True
    if len(text.split()) > 30 or not _LEAD.search(text) or _BRINGS_TEXT.search(text):
        return False
    return lexicon.opens_with(text, "besluit_aanhef") or text.rstrip().endswith(":")


def _entries(block: Block, lexicon: Lexicon) -> Iterator[Entry]:
    if block.origin in NOTES:
        return
    if block.kind is BlockKind.TABLE:
        column = _point_column(block, lexicon)
        yield from (entry for row in block.rows if (entry := _of_row(row, column)))
        return
    start = 0
    for piece in block.text.split("\n"):
        end = start + len(piece)
        if piece.strip() and not _is_unfilled(block, start, end):
            yield from _of_line(block, start, end, lexicon)
        start = end + 1


def _point_column(table: Block, lexicon: Lexicon) -> int | None:
    """The column whose head says that the points stand below it: "Nr. | Beslispunt | Toelichting"."""
    heads = table.rows[0] if len(table.rows) > 1 else ()
    return next((cell.column for cell in heads if lexicon.name(cell.text) == "beslispunten"), None)


def _of_row(row: Sequence[Cell], column: int | None) -> Entry | None:
    """A row with a number and more cells than one: its longest cell is the point, or the one in the column of the points.

    A row without a number is a header.
    """
    cells = [inner for cell in row for inner in cell.blocks if inner.text.strip()]
    told = [inner for cell in row for inner in cell.blocks if cell.column == column and inner.text.strip()]
    point = max(told or cells, key=lambda inner: len(inner.text), default=None)
    number = cells[0].text.strip() if cells else ""
    if point is None or point is cells[0] or not _CELL_NUMBER.fullmatch(number):
        return None
    return Entry(number, kind_of(number), 0, point.text.strip(), point, 0, len(point.text))


def _is_unfilled(block: Block, start: int, end: int) -> bool:
    return any(first <= start + 1 and last >= end - 1 for first, last in block.unfilled)


def _of_line(block: Block, start: int, end: int, lexicon: Lexicon) -> Iterator[Entry]:
    """A line as entries: numbers inside it that follow on each other start new ones."""
    text = block.text
    number, level = (block.number, block.level) if start == 0 else ("", 0)
    begin = start + len(text[start:end]) - len(text[start:end].lstrip())
    if not number and (typed := typed_number(text, begin, end)):
        number, begin = typed
    elif bullet := _BULLET.match(text, begin, end):
        number, begin = number or "•", bullet.end()
    if not number and (lead := _lead_end(text, begin, end, lexicon)):
        yield _entry(block, "", 0, begin, lead)
        begin = lead + len(text[lead:end]) - len(text[lead:end].lstrip())
        if typed := typed_number(text, begin, end):
            number, begin = typed
    for mark, after in _numbers_inside(text, number, begin, end):
        if mark > begin:
            yield _entry(block, number, level, begin, mark)
        number, begin = after
    if text[begin:end].strip() or number:
        yield _entry(block, number, level, begin, end)


def _lead_end(text: str, begin: int, end: int, lexicon: Lexicon) -> int | None:
    """Where "Het college stelt de raad voor:" ends when the points follow on the same line."""
    colon = text.find(":", begin, end)
    if colon < 0 or not text[colon + 1 : end].strip() or len(text[begin:colon].split()) > 16:
        return None
    return colon + 1 if lexicon.opens_with(text[begin:colon], "besluit_aanhef") else None


_REFERS = re.compile(
    r"\b(?:lid|leden|onder|artikel|artikelen|art\.?|bijlage|bijlagen|punt|punten|beslispunt|nummer|nr\.?|sub|paragraaf"
    r"|fase|optie|variant|kavel|categorie|(?P<joins>en|of)|t/m)\s*$",
    re.IGNORECASE,
)
"""Words after which a number or letter refers to something: "artikel 89, lid 2. van de wet" is no new point."""


def _numbers_inside(text: str, number: str, begin: int, end: int) -> Iterator[tuple[int, tuple[str, int]]]:
    """Numbers in running text that go on from `number`, or a row from 1: where each stands, itself, and where its text begins."""
    found: list[tuple[int, tuple[str, int]]] = []
    for gap in re.finditer(r"(?:(?<=[;.:,])|(?<=\s))\s*(?=\(?(?:\d{1,2}|[a-z]|[ivx]{2,5}|[IVX]{1,5})[.)]\s+\S)", text[begin:end]):
        mark = begin + gap.end()
        typed = typed_number(text, mark, end)
        last = found[-1][1][0] if found else number
        refers = _REFERS.search(text, begin, mark)
        lettered = typed is not None and typed[0].strip("().").isalpha() and follows(typed[0], last)
        if refers and not (refers["joins"] and lettered):
            continue
        if typed and (follows(typed[0], last) or (not last and typed[0].strip("().") in ("1", "a", "I"))):
            found.append((mark, typed))
    if number or len(found) > 1:
        yield from found


def _entry(block: Block, number: str, level: int, start: int, end: int) -> Entry:
    stop = start + len(block.text[start:end].rstrip())
    kind = kind_of(number) if number or block.kind is BlockKind.ITEM else ""
    return Entry(number, kind, level, block.text[start:stop], block, start, stop)


def _joined_numbers(entries: Sequence[Entry]) -> list[Entry]:
    """A number alone on a line, or in a cell of its own, belongs to the text after it; one that is said twice counts once."""
    out: list[Entry] = []
    waiting: Entry | None = None
    for entry in entries:
        if entry.kind and not entry.text:
            waiting = entry
        elif waiting is not None and entry.kind in ("", waiting.kind):
            out.append(replace(entry, number=waiting.number, kind=waiting.kind, level=waiting.level))
            waiting = None
        else:
            out.append(entry)
            waiting = None
    return out


def _with_romans(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, told which are Roman: "i." with "ii." somewhere after it, and "v." straight after "iv.", are no letters."""
    out: list[Entry] = []
    last = ""
    for at, entry in enumerate(entries):
        core = entry.number.strip("(). ").lower()
        begins = core == "i" and any(later.number.strip("(). ").lower() == "ii" for later in entries[at + 1 :])
        goes_on = core in ("v", "x") and bool(last) and follows(core, last)
        one = replace(entry, kind="i") if begins or goes_on else entry
        last = core if one.kind == "i" else last
        out.append(one)
    return out


def body_in(plain: str) -> str:
    """Who decides, by a normalised text: in "het college stelt de raad voor" the raad, in "het college besluit" the college."""
    found = [(match.start(), name) for name, pattern in _BODIES for match in pattern.finditer(plain)]
    if not found:
        return ""
    names = list(dict.fromkeys(name for _, name in sorted(found)))
    proposes = _PROPOSES.search(plain)
    if proposes and len(names) > 1:
        return next((name for name in names if name != names[0]), names[0])
    if proposes and names == ["college"] and not plain.startswith(("het college wordt", "aan het college", "voorstel aan")):
        return ""
    return names[0]

"""The head of a document: labels and values in all the ways in which they are written down."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from toets.model.document import FoundBy, Metadatum
from toets.structure.lexicon import Lexicon
from toets.structure.lines import Line, Stand
from toets.structure.metadata_stack import Kind, Scrap, assign
from toets.structure.metadata_table import table_fields
from toets.structure.pairs import Pair, pairs_in, parted_pairs, spaced_pair, trimmed
from toets.structure.scene import Heading
from toets.text.normal import normal

_LONGEST_HEAD = 90
_NEAR_TOP = 4
_LONGEST_LINE = 200
_LONGEST_NAME = 80
_PROSE = 45
_VALUE_WORDS = 16
# Fields that are also headings or ordinary words: one such line by itself is no head.
_NEEDS_COMPANY = frozenset(
    {"onderwerp", "bijlagen", "afgestemd_met", "begrotingswijziging", "datum", "vergadering", "relatie", "status", "bijeenkomst"}
)
# Fields that are recognised below the head as well; other labels are ordinary words there.
_ANYWHERE = frozenset(
    {
        "portefeuillehouder", "steller", "opdrachtgever", "afdeling", "zaaknummer", "kenmerk", "telefoon", "email",
        "datum_college", "datum_raad", "soort_bevoegdheid", "beleidsvrijheid", "begrotingswijziging",
    }
)  # fmt: skip
_ENDS_HEAD = frozenset({"kop", "onderwerp", ""})


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of the head, and the lines they stand on."""

    found: tuple[Metadatum, ...]
    taken: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Hit:
    """A field on one or more lines; `known` if the vocabulary has its label, `colon` if a colon follows it."""

    lines: tuple[int, ...]
    found: tuple[Metadatum, ...]
    known: int
    colon: bool
    lead: bool = False


def find_fields(lines: Sequence[Line], strong: Mapping[int, Heading], lexicon: Lexicon) -> Fields:
    """The fields of the head: in tables and lines before the first real section, and labelled lines together elsewhere.

    A proposal that stands behind its decree has a head of its own.
    """
    heads = [range(_end_of_head(lines, 0, strong, lexicon))]
    if (second := _title_below(lines, heads[0].stop, lexicon)) is not None:
        heads.append(range(second + 1, _end_of_head(lines, second + 1, strong, lexicon)))
    inside = frozenset(at for head in heads for at in head)
    found: list[Metadatum] = []
    taken: set[int] = set()
    hits: list[_Hit] = []
    for at, line in enumerate(lines):
        told = tuple(table_fields(line, lexicon)) if line.stand is Stand.HEAD else ()
        if told and (at in inside or _is_colophon(told)):
            found.extend(told)
            taken.add(at)
    for head in heads:
        hits.extend(_text_hits(lines, head, strong, lexicon))
    hits.extend(_later_hits(lines, [at for at in range(len(lines)) if at not in inside], strong, lexicon))
    for group in _groups(hits):
        if _is_head(group, inside):
            for hit in group:
                found.extend(hit.found)
                taken.update(hit.lines)
    return Fields(tuple(sorted(found, key=_place)), frozenset(taken))


def _is_colophon(told: Sequence[Metadatum]) -> bool:
    """Whether a table below the head holds fields that have no other place, for who the proposal is of among them."""
    names = {field.field for field in told}
    return len(names) > 1 and names <= _ANYWHERE and not names.isdisjoint(("portefeuillehouder", "steller"))


def _title_below(lines: Sequence[Line], start: int, lexicon: Lexicon) -> int | None:
    """Where a file that opens with a decree has the title of its proposal."""
    opens = any(line.plain and lexicon.is_in(line.text, "titels_ontwerpbesluit") for line in lines[:_NEAR_TOP])
    titles = (at for at in range(start, len(lines)) if lines[at].plain and lexicon.is_in(lines[at].text, "titels_voorstel"))
    return next(titles, None) if opens else None


def _place(field: Metadatum) -> tuple[int, int]:
    return field.location.paragraph or 0, field.location.start or 0


def _end_of_head(lines: Sequence[Line], start: int, strong: Mapping[int, Heading], lexicon: Lexicon) -> int:
    """The line at which the head that begins at `start` ends: the first heading of a real section, or prose.

    A title that reads as a section ("Voorstel: een ondersteuner bij elke huisarts") has the table of the head below it.
    """
    last = min(len(lines), start + _LONGEST_HEAD)
    for at, line in enumerate(lines[start:last], start):
        heading = strong.get(at)
        follows = any(later.stand is Stand.HEAD for later in lines[at : at + 4])
        if heading is not None and _opens_section(heading, lexicon) and not (follows and _may_be_title(heading)):
            return at
        if heading is None and line.plain and _is_section(line, lexicon):
            return at
        if line.stand is Stand.TABLE and at > start and not follows:
            return at
        if heading is None and line.plain and len(line.text.split()) > _PROSE and not pairs_in(line.text, lexicon):
            return at
    return last


def _opens_section(heading: Heading, lexicon: Lexicon) -> bool:
    return heading.role not in _ENDS_HEAD and not _is_label(heading, lexicon)


def _may_be_title(heading: Heading) -> bool:
    """Whether a heading that reads as a section can be the title: not by a firm name, but for "Voorstel: …"."""
    return heading.known is None or not heading.known.firm or heading.role == "beslispunten"


def _is_section(line: Line, lexicon: Lexicon) -> bool:
    """Whether a plain line is the name of a section, or announces the decision points; the name of a field is neither."""
    text = line.text.rstrip(": ")
    if len(text) > _LONGEST_NAME or normal(text) in lexicon.labels:
        return False
    return lexicon.name(text) not in _ENDS_HEAD or (line.text.endswith(":") and lexicon.opens_with(text, "besluit_aanhef"))


def _is_label(heading: Heading, lexicon: Lexicon) -> bool:
    """Whether a heading can as well be a label: "Bijlagen: 3" in bold."""
    return heading.found_by is FoundBy.RUN_IN and bool(lexicon.field(heading.text.rstrip(": ")))


def _text_hits(lines: Sequence[Line], span: range, strong: Mapping[int, Heading], lexicon: Lexicon) -> Iterator[_Hit]:
    at = span.start
    while at < span.stop:
        line, heading = lines[at], strong.get(at)
        if not line.plain or (heading is not None and not _is_label(heading, lexicon)):
            at += 1
            continue
        stack = _stack(lines, at, span.stop, strong, lexicon)
        hit = _parted(line, at, lexicon) or _colon(line, at, lexicon) or (None if stack else _spaced(line, at, lexicon))
        if stack and (hit is None or not any(field.value for field in hit.found)):
            yield stack
            at = max(stack.lines) + 1
        else:
            if hit is not None:
                yield hit
            at += 1


def _later_hits(lines: Sequence[Line], span: Sequence[int], strong: Mapping[int, Heading], lexicon: Lexicon) -> Iterator[_Hit]:
    """Below the head only a line counts whose label is a telling one and is known as it stands."""
    for at in span:
        line = lines[at]
        if line.plain and at not in strong and len(line.text) <= _LONGEST_LINE:
            hit = _colon(line, at, lexicon) or _spaced(line, at, lexicon)
            if hit is not None and normal(hit.found[0].label) in lexicon.labels and hit.found[0].field in _ANYWHERE:
                yield hit


def _colon(line: Line, at: int, lexicon: Lexicon) -> _Hit | None:
    """The fields of a line "Label: waarde", also several on one line."""
    pairs = pairs_in(line.block.text[line.start : line.end], lexicon)
    if not pairs:
        return None
    found = tuple(_metadatum(line, pair, lexicon) for pair in pairs)
    known = sum(bool(lexicon.field(pair.label)) for pair in pairs)
    return _Hit((at,), found, known, colon=True, lead=_is_marked(line))


def _is_marked(line: Line) -> bool:
    """Whether a label is bold: labels of one head are all so, or none."""
    return bool(line.look.lead) or line.look.bold


def _spaced(line: Line, at: int, lexicon: Lexicon) -> _Hit | None:
    """A known label, then a value without a sign in between."""
    text = line.text
    if len(text.split()) > _VALUE_WORDS or text.endswith((".", ";")):
        return None
    pair = spaced_pair(line.block.text[line.body : line.end], lexicon)
    return (
        _Hit((at,), (_metadatum(line, pair.moved(line.body - line.start), lexicon),), 1, colon=False, lead=_is_marked(line))
        if pair
        else None
    )


def _parted(line: Line, at: int, lexicon: Lexicon) -> _Hit | None:
    """Several fields beside each other: "Raad 12 maart | Agendapunt 6 | Steller: P. Jansen"."""
    pairs = parted_pairs(line.block.text[line.start : line.end], lexicon)
    found = tuple(_metadatum(line, pair, lexicon) for pair in pairs)
    return _Hit((at,), found, len(found), colon=True, lead=_is_marked(line)) if found else None


def _stack(lines: Sequence[Line], at: int, stop: int, strong: Mapping[int, Heading], lexicon: Lexicon) -> _Hit | None:
    """Labels on lines of their own, then (the colons and) the values."""
    scraps: list[Scrap] = []
    for place in range(at, min(stop, at + 60)):
        line = lines[place]
        if not line.plain or (place in strong and place != at):
            break
        scrap = _scrap(line, place, lexicon)
        if scrap is None:
            break
        scraps.append(scrap)
    result = assign(scraps, lexicon)
    if result is None:
        return None
    found = tuple(
        Metadatum(
            lexicon.field(label.text), label.text, value.text if value else "",
            lines[(value or label).at].place((value or label).start, (value or label).end),
        )
        for label, value in result.pairs
    )  # fmt: skip
    return _Hit(tuple(range(at, at + result.used)), found, len(found), colon=result.colons, lead=_is_marked(lines[at]))


def _scrap(line: Line, at: int, lexicon: Lexicon) -> Scrap | None:
    """A line as a label, a lone colon, or something that may be a value; None if it is too long for either."""
    text = line.shown.strip(" \u200b\ufeff")
    bare = text.rstrip(": ")
    if not bare:
        return Scrap(Kind.COLON, "", at, line.start, line.end)
    if normal(bare) in lexicon.labels and len(bare) <= 60:
        return Scrap(Kind.LABEL, bare, at, line.start, line.end, colon=text.endswith(":"))
    if len(text.split()) > _VALUE_WORDS or pairs_in(text, lexicon):
        return None
    value, start, end = trimmed(line.block.text, line.start, line.end)
    if value.startswith(":"):
        value, start, end = trimmed(line.block.text, start + 1, line.end)
    return Scrap(Kind.VALUE, value, at, start, end)


def _metadatum(line: Line, pair: Pair, lexicon: Lexicon) -> Metadatum:
    field = lexicon.field(pair.label) or normal(pair.label).replace(" ", "_")
    start, end = (pair.start, pair.end) if pair.value else (0, len(pair.label))
    return Metadatum(field, pair.label, pair.value, line.place(line.start + start, line.start + end))


def _groups(hits: Sequence[_Hit]) -> Iterator[list[_Hit]]:
    group: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: hit.lines[0]):
        if group and (hit.lines[0] > max(group[-1].lines) + 1 or hit.lead != group[-1].lead):
            yield group
            group = []
        group.append(hit)
    if group:
        yield group


def _is_head(group: Sequence[_Hit], inside: Collection[int]) -> bool:
    """Whether labelled lines that stand together are a head: two labels are known, or one that can't be something else."""
    known = sum(hit.known for hit in group)
    if known >= 2:
        return True
    only = group[0]
    return (
        known == 1
        and only.colon
        and only.lines[0] in inside
        and all(field.field not in _NEEDS_COMPANY for field in only.found if field.field)
    )

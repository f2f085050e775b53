"""How a document names itself, what it is about, and which body it is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toets.model.document import Metadatum, Part, Section, Source
from toets.structure.lexicon import Lexicon
from toets.text.normal import normal

_TITLE_LISTS = ("titels_voorstel", "titels_gelijkend", "titels_ontwerpbesluit")
_FIRST_SECTIONS = 4
_FIRST_LINES = 8
_FIRST_WORDS = 12
_TITLE_WORDS = 14
_LONGEST_SUBJECT = 400
_EDGES = " :–—-·•|/,;"
"""What stands between the name of a kind and what follows, and belongs to neither ("Raadsvoorstel · Hoogmade")."""


def title_of(
    source: Source, sections: Sequence[Section], parts: Sequence[Part], metadata: Sequence[Metadatum], lexicon: Lexicon
) -> str:
    """The kind of document as it names itself: in its title, else in the running header, else in the file's properties.

    A field that tells a day is no title: "Collegebesluit: 4 november 2025" stands in the head of a raadsvoorstel.
    """
    days = {field.label for field in metadata if field.field.startswith("datum")}
    lines = [line for line in _title_lines(source, sections, parts) if not any(map(line.startswith, days))]
    for line in lines:
        if size := kind_words(line, lexicon):
            return " ".join(line.split()[:size]).strip(_EDGES)
    if parts and all(part.role != "voorstel" for part in parts) and (name := _heading(sections, "ontwerpbesluit")):
        return name
    for line in lines:
        words = line.split()
        for start in range(1, min(len(words), _FIRST_WORDS)):
            if size := kind_words(" ".join(words[start:]), lexicon, listed="titels_voorstel"):
                return " ".join(words[start : start + size]).strip(_EDGES)
    return _heading(sections, "kop")


def _heading(sections: Sequence[Section], role: str) -> str:
    return next((section.heading for section in sections[:_FIRST_SECTIONS] if section.role == role and section.heading), "")


def _title_lines(source: Source, sections: Sequence[Section], parts: Sequence[Part]) -> Iterator[str]:
    first = [section for section in sections[:_FIRST_SECTIONS] if section.part == 0]
    yield from (section.heading for section in first if section.role in ("kop", "ontwerpbesluit") and section.heading)
    if parts and parts[0].title:
        yield parts[0].title
    for section in first:
        if section.role in ("kop", "ontwerpbesluit"):
            yield from (block.text for block in section.blocks[:_FIRST_LINES] if _may_be_title(block.text))
    for text in source.furniture:
        yield from text.split("\n")
    if source.properties.get("title"):
        yield source.properties["title"]


def _may_be_title(text: str) -> bool:
    """Whether a line is short and no clause of a decree ("De raad van de gemeente …;", "besluit vast te stellen:")."""
    return 0 < len(text.split()) <= _TITLE_WORDS and not text.rstrip().endswith(";") and not text[:1].islower()


def kind_words(line: str, lexicon: Lexicon, *, listed: str = "") -> int:
    """How many words at the start of a line name a kind of document; 0 if it does not. `listed`: in this word list only."""
    words = line.split()[:_FIRST_WORDS]
    known = {entry for name in ((listed,) if listed else _TITLE_LISTS) for entry in lexicon.lists.get(name, ())}
    if normal(line) in known:
        return len(line.split())
    for size in range(len(words), 0, -1):
        if normal(" ".join(words[:size])) in known:
            return size
    return 0


def subject_of(
    source: Source, sections: Sequence[Section], parts: Sequence[Part], metadata: Sequence[Metadatum], lexicon: Lexicon
) -> str:
    """What the document is about: the field or section "Onderwerp", else what its title says besides its kind."""
    named = (field.value for field in metadata if field.field == "onderwerp" and field.value)
    headings = {section.heading for section in sections[:_FIRST_SECTIONS] if section.role == "kop"}
    told = (_text(section) for section in sections if section.role == "onderwerp" and _text(section))
    titles = (
        _rest(line, lexicon) for line in _title_lines(source, sections, parts) if line in headings or kind_words(line, lexicon)
    )
    found = next(named, "") or next(told, "") or next((title for title in titles if len(title.split()) > 1), "")
    return " ".join(found.split())[:_LONGEST_SUBJECT]


def _text(section: Section) -> str:
    return " ".join(
        inner.text.strip() for block in section.blocks for inner in block.walk() if inner.text.strip() and not inner.unfilled
    )


def _rest(line: str, lexicon: Lexicon) -> str:
    rest = " ".join(line.split()[kind_words(line, lexicon) :]).strip(_EDGES)
    return "" if any(sign.isdigit() for sign in rest.split(" ")[0]) and len(rest.split()) < 3 else rest


def body_of(title: str, metadata: Sequence[Metadatum]) -> str:
    """The body that a document with this title is for: raad, college or burgemeester."""
    plain = normal(title)
    if "raad" in plain or plain.startswith("voorstel van"):
        return "raad"
    if any(word in plain for word in ("college", "b en w", "b & w", "b&w", "burgemeester en wethouders", "benw", "bw")):
        return "college"
    if "burgemeester" in plain:
        return "burgemeester"
    fields = {field.field for field in metadata}
    return "college" if "datum_college" in fields and "datum_raad" not in fields else "raad"

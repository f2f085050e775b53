"""How a document names itself, what it is about, and which body it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from toets.model.document import Block, Metadatum, Part, Section, Source
from toets.structure.lexicon import Lexicon
from toets.text.normal import normal

_TITLE_LISTS = ("titels_voorstel", "titels_gelijkend", "titels_ontwerpbesluit")
_FIRST_SECTIONS = 4
_FIRST_LINES = 8
_FIRST_WORDS = 12
_TITLE_WORDS = 14
_LONGEST_SUBJECT = 400
_SENDER_WORDS = 5
_LONG = 8
_BOXES = ("☐", "☒", "☑", "□", "■", "\uf0a8", "\uf06f")
_PAGE = re.compile(r"\W*\b(?:pagina|blz|bladzijde)\b\.?\s*(?:\d.*)?$", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:nr\.?|nummer|no\.)\s*(?=\S*\d)\S+", re.IGNORECASE)
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
    yield from _inner_lines(sections, parts)
    yield from _outer_lines(source)


def _inner_lines(sections: Sequence[Section], parts: Sequence[Part]) -> Iterator[str]:
    first = [section for section in sections[:_FIRST_SECTIONS] if section.part == 0]
    yield from (section.heading for section in first if section.role in ("kop", "ontwerpbesluit") and section.heading)
    if parts and parts[0].title:
        yield parts[0].title
    for section in first:
        if section.role in ("kop", "ontwerpbesluit"):
            yield from (block.text for block in section.blocks[:_FIRST_LINES] if _may_be_title(block.text))


def _outer_lines(source: Source) -> Iterator[str]:
    for text in source.furniture:
        yield from (_PAGE.sub("", line) for line in text.split("\n"))
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
    """What the document is about: the field or section "Onderwerp", else what its title says besides its kind.

    A title that only tells the kind has that on the next line. What runs above or below all pages comes last.
    """
    named = (field.value for field in metadata if field.field == "onderwerp" and field.value)
    told = (_text(section) for section in sections if section.role == "onderwerp" and _text(section))
    headings = {section.heading for section in sections[:_FIRST_SECTIONS] if section.role == "kop"}
    own = [line for line in _inner_lines(sections, parts) if line in headings or kind_words(line, lexicon)]
    around = [line for line in _outer_lines(source) if kind_words(line, lexicon)]
    beside, below = _subjects(own, lexicon), _below_title(sections, parts, lexicon)
    found = (*named, *told, *beside, *below, *_subjects(around, lexicon), *_words(own, lexicon))
    return " ".join(next(iter(found), "").split())[:_LONGEST_SUBJECT]


def _subjects(lines: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """What titles say besides a kind: more than a word, which may be the name of a place."""
    rests = [_rest(line, lexicon) for line in lines if not _is_sender(line, lexicon)]
    yield from (rest for rest in rests if len(rest.split()) > 1)


def _words(lines: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """The one long word that titles say besides their kind, no name and no version: "Raadsvoorstel begraafplaatsen"."""
    rests = [_rest(line, lexicon) for line in lines if kind_words(line, lexicon)]
    yield from (
        rest
        for rest in rests
        if rest.isalpha() and rest.islower() and len(rest) >= _LONG and not lexicon.is_in(rest, "titel_versies")
    )


def _below_title(sections: Sequence[Section], parts: Sequence[Part], lexicon: Lexicon) -> Iterator[str]:
    """A heading with words of its own straight below the kind or the sender, with fields below it at most."""
    ours = next((part.index for part in parts if part.role == "voorstel"), 0)
    first = [section for section in sections if section.part == ours and section.heading][:_FIRST_SECTIONS]
    for above, below in pairwise(first):
        titled = above.role == "kop" and (kind_words(above.heading, lexicon) or _is_sender(above.heading, lexicon))
        known = lexicon.name(below.heading) or _is_sender(below.heading, lexicon)
        if titled and below.role in ("kop", "overig") and not known and not any(map(_is_prose, below.blocks)):
            yield below.heading.strip(_EDGES)


def _is_prose(block: Block) -> bool:
    return block.text.rstrip().endswith(".") and len(block.text.split()) > _FIRST_WORDS


def _is_sender(line: str, lexicon: Lexicon) -> bool:
    """Whether a line only says whose paper it is: "Gemeente Lindenwaard", "Waterschap Rijn en Lek"."""
    names = line.split()[1:]
    return lexicon.opens_with(line, "afzender_soorten") and len(names) <= _SENDER_WORDS and all(map(_is_name, names))


def _is_name(word: str) -> bool:
    return word[:1].isupper() or word in ("en", "de", "aan", "den", "op", "van")


def _text(section: Section) -> str:
    """The text below a heading "Onderwerp", without boxes to tick."""
    inner = (one for block in section.blocks for one in block.walk() if one.text.strip() and not one.unfilled)
    return " ".join(block.text.strip() for block in inner if not block.text.lstrip().startswith(_BOXES))


def _rest(line: str, lexicon: Lexicon) -> str:
    rest = _NUMBER.sub("", " ".join(line.split()[kind_words(line, lexicon) :]).strip(_EDGES)).strip(_EDGES)
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

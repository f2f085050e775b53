"""What the file holds beside its text, and whether somebody who can't see it can use it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.scene import Scene
from toets.model.document import Block, BlockKind, Location, Picture
from toets.model.fact import Draft, Value

SOURCE = "publicatie.file"
START = Location(part=0, paragraph=0)
SMALLEST = 1.0
"""Square centimetres; what is smaller is a bullet or an icon."""

LEAST_ROWS, LEAST_COLUMNS = 3, 2
LONGEST_CELL = 60
"""Words; a table with more in a cell lays out the page."""

LONGEST_HEAD = 8
"""Words in a cell of the first row that may be the name of its column."""

_NAMED = (("author", "auteur"), ("last_modified_by", "laatst opgeslagen door"), ("manager", "manager"))
_FILE_NAME = re.compile(
    r"\.(?:docx?|odt|pdf|dotx?|rtf)$|^microsoft (?:word|office)\b|_\w+_|^(?:img|scan|foto)[-_ ]?\d*\b", re.IGNORECASE
)
_EMPTY_WORDS = re.compile(
    r"(?:\S+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)|(?:afbeelding|picture|image|foto|plaatje|figuur|grafiek|logo|img)[ _-]?\d*"
    r"|.*automatisch gegenereerd.*|.*description automatically generated.*)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"[a-z]{4,12}\d{0,3}|[A-Z]{2,8}\d{1,4}|[a-z]\.[a-z]+|\S+@\S+")
_PARTICLES = frozenset(
    {"van", "de", "den", "der", "het", "in", "op", "ten", "ter", "te", "'t", "el", "al", "ben", "von", "le", "la"}
)
MOST_NAMES = 6


def find(scene: Scene) -> Iterator[Draft]:
    """Facts about properties, language, pictures, tables, the order of headings, and text that isn't shown."""
    source = scene.document.source
    lists = scene.vocabulary.lists
    yield from _names(scene, frozenset(lists.get("geen_persoon", ())))
    yield _title(source.properties.get("title", ""), scene.document.title, frozenset(lists.get("titel_leeg", ())))
    language = source.properties.get("language", "")
    fields: dict[str, Value] = {"code": language, "dutch": int(language.lower().startswith(("nl", "dut", "nederlands")))}
    yield Draft("file_language", fields, language, START, SOURCE)
    yield from (_picture(picture) for picture in source.pictures if _is_seen(picture))
    for hidden in source.hidden:
        yield Draft("hidden_text", {}, hidden.text, hidden.location, SOURCE)
    yield from _skips(source.walk())
    yield from _tables(scene)


def _names(scene: Scene, nobody: frozenset[str]) -> Iterator[Draft]:
    """What the properties say about who made the file, and whether that is a person."""
    properties = scene.document.source.properties
    for field, dutch in _NAMED:
        name = properties.get(field, "").strip()
        if name:
            yield Draft("file_name_of", {"sort": dutch, "person": int(is_person(name, nobody))}, name, START, SOURCE)


def is_person(name: str, nobody: frozenset[str]) -> bool:
    """Whether the author of a file is a person or the account of one; `nobody` are words of organisations and programs."""
    words = re.findall(r"[^\W\d_]+", name.lower())
    if not words or nobody.intersection(words):
        return False
    names = name.replace(",", " ").split()
    proper = [one for one in names if one[0].isupper() and not any(sign.isdigit() for sign in one)]
    whole = len(proper) + sum(one.lower() in _PARTICLES and one[0].islower() for one in names) == len(names)
    return bool(_ACCOUNT.fullmatch(name)) or (whole and len(proper) >= 2 and len(names) <= MOST_NAMES)


def _title(title: str, kind: str, empty: frozenset[str]) -> Draft:
    plain = " ".join(title.lower().split())
    telling = bool(plain) and plain not in empty and plain != kind.lower().strip() and not _FILE_NAME.search(title)
    return Draft("file_title", {"there": int(bool(plain)), "telling": int(telling)}, title, START, SOURCE)


def _is_seen(picture: Picture) -> bool:
    known = picture.width > 0 and picture.height > 0
    return not picture.decorative and not (known and picture.width * picture.height < SMALLEST)


def _picture(picture: Picture) -> Draft:
    described = bool(picture.words.strip()) and not _EMPTY_WORDS.fullmatch(picture.words.strip())
    size = f"afbeelding van {picture.width:.0f} × {picture.height:.0f} cm" if picture.width else "afbeelding"
    words = f"{size}: “{picture.words}”" if picture.words else f"{size} zonder beschrijving"
    fields: dict[str, Value] = {"described": int(described), "some": int(bool(picture.words.strip()))}
    return Draft("shown_picture", fields, words, picture.location, SOURCE)


def _skips(blocks: Iterator[Block]) -> Iterator[Draft]:
    """Headings that are more than one level below the one before."""
    before = 0
    for block in blocks:
        if block.outline is None or not block.text.strip():
            continue
        if before and block.outline > before + 1:
            place = Location(part=0, page=block.page, paragraph=block.index, start=0, end=len(block.text))
            yield Draft("heading_skip", {"level": block.outline, "before": before}, block.plain(), place, SOURCE)
        before = block.outline


def _tables(scene: Scene) -> Iterator[Draft]:
    """Tables with data, and whether their first row is marked as the heading of the columns."""
    head = {item.location.paragraph for item in scene.document.metadata}
    for section in scene.document.sections:
        for block in section.blocks:
            inside = {inner.index for inner in block.walk()}
            if block.kind is BlockKind.TABLE and not block.first_row and head.isdisjoint(inside) and _has_data(block):
                place = Location(section.part, section.index, block.page, block.index, row=0)
                first = " | ".join(cell.text.replace("\n", " ") for cell in block.rows[0])
                fields: dict[str, Value] = {"headed": int(block.heads > 0), "rows": len(block.rows)}
                yield Draft("data_table", fields, first, place, SOURCE)


def _has_data(table: Block) -> bool:
    """Whether a table has named columns with data below; other tables lay out the page, or hold the head of the document."""
    first, rest = table.rows[0], table.rows[1:]
    if len(table.rows) < LEAST_ROWS or len(first) < LEAST_COLUMNS:
        return False
    names = [cell.text.strip() for cell in first]
    if not all(name and len(name.split()) <= LONGEST_HEAD and not name.endswith(":") for name in names[1:]):
        return False
    texts = [cell.text for row in rest for cell in row]
    figures = sum(any(sign.isdigit() for sign in text) for text in texts)
    return figures >= len(rest) and max(map(len, map(str.split, texts)), default=0) <= LONGEST_CELL

"""What the styles of a Word file say: heading levels, looks of letters, numbering, by way of the styles they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from toets.readers.docx_xml import W, child_val, number, switch, val

_CHAIN: Final = 20  # styles that rest on one another; Word itself stops at eleven
_BODY_LEVEL: Final = 9  # the outline level that says: this is no heading
_NUMBERED_HEADING: Final = re.compile(
    r"(?:^|[\s_,;.-])(?:heading|(?:hoofd|tussen|sub|paragraaf)?kop(?:je)?)[\s_-]*([1-9])(?!\d)", re.I
)
_NAMED_HEADINGS: Final = (
    (1, frozenset({"heading", "kop", "hoofdkop", "hoofdstuk", "hoofdstuktitel"})),
    (2, frozenset({"tussenkop", "subkop", "kopje", "tussenkopje", "paragraafkop", "paragraaftitel", "subheading"})),
)
_PLACEHOLDERS: Final = frozenset(
    {"placeholder text", "placeholdertext", "tekstvantijdelijkeaanduiding", "tekst van tijdelijke aanduiding"}
)


@dataclass(frozen=True, slots=True)
class Letters:
    """Looks that a run or style gives to letters; None where it says nothing. `size` is in points."""

    bold: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    style: str = ""
    underlined: bool | None = None

    def over(self, below: Letters) -> Letters:
        """These looks, filled up with those of what they rest on."""
        return Letters(
            below.bold if self.bold is None else self.bold,
            below.caps if self.caps is None else self.caps,
            below.hidden if self.hidden is None else self.hidden,
            below.size if self.size is None else self.size,
            self.style or below.style,
            below.underlined if self.underlined is None else self.underlined,
        )


PLAIN: Final = Letters()
_FLAGS: Final = {W + "b": "bold", W + "caps": "caps", W + "vanish": "hidden", W + "u": "underlined"}


def without_table_styles(data: bytes) -> bytes:
    """The styles part without the styles of tables: often nine tenths of it, and they say nothing that is used here."""
    first, *others = data.split(b'<w:style w:type="table"')
    kept = [first]
    for other in others:
        inside, end, rest = other.partition(b"</w:style>")
        whole = end and not inside.partition(b">")[0].endswith(b"/")
        kept.append(rest if whole else b'<w:style w:type="table"' + other)
    return b"".join(kept)


def letters(properties: etree._Element | None) -> Letters:
    """The looks that a w:rPr states by itself."""
    if properties is None or not len(properties):
        return PLAIN
    flags: dict[str, bool | None] = {}
    size, style = None, ""
    for child in properties:
        flag = _FLAGS.get(child.tag)
        if flag:
            flags[flag] = switch(child)
        elif child.tag == W + "sz":
            half = number(val(child))
            size = half / 2 if half is not None and half > 0 else None
        elif child.tag == W + "rStyle":
            style = val(child)
    return Letters(flags.get("bold"), flags.get("caps"), flags.get("hidden"), size, style, flags.get("underlined"))


@dataclass(frozen=True, slots=True)
class Stated:
    """What a w:pPr states by itself; "" and None where it says nothing. `level` counts from 0.

    `outline` is a heading level 1…9, or 0 for "no heading"; `mark` are the looks of the end of the paragraph; `former` is what it
    stated before a tracked change; `ends_section`: a section of the text ends with this paragraph.
    """

    style: str = ""
    num_id: str = ""
    level: int | None = None
    outline: int | None = None
    breaks: bool | None = None
    ends_section: bool = False
    mark: etree._Element | None = None
    former: etree._Element | None = None


NOTHING: Final = Stated()


def stated(properties: etree._Element | None) -> Stated:
    """Reads a w:pPr."""
    if properties is None or not len(properties):
        return NOTHING
    found = {_TOPICS[child.tag]: child for child in properties if child.tag in _TOPICS}
    if not found:
        return NOTHING
    listing, change = found.get("numPr"), found.get("pPrChange")
    outline = number(val(found.get("outlineLvl")))
    return Stated(
        val(found.get("pStyle")),
        child_val(listing, "numId"),
        None if listing is None else number(child_val(listing, "ilvl")),
        None if outline is None or outline < 0 else 0 if outline >= _BODY_LEVEL else outline + 1,
        switch(found.get("pageBreakBefore")),
        "sectPr" in found,
        found.get("rPr"),
        None if change is None else change.find(W + "pPr"),
    )


_TOPICS: Final = {W + tag: tag for tag in ("pStyle", "numPr", "outlineLvl", "pageBreakBefore", "sectPr", "rPr", "pPrChange")}


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style with all that it inherits. `chain` are the ids of itself and what it rests on.

    `outline` is a heading level 1…9; `num_id` and `level` tell its list, as far as the style does.
    """

    name: str = ""
    chain: tuple[str, ...] = ()
    outline: int | None = None
    num_id: str = ""
    level: int | None = None
    breaks: bool = False
    letters: Letters = PLAIN


class Styles:
    """The styles of one file, looked up by id; ids that the file doesn't define count as the default style."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._default = ""
        for style in () if root is None else root.findall(W + "style"):
            kind, key = val(style, "type") or "paragraph", val(style, "styleId")
            self._elements.setdefault((kind, key), style)
            if kind == "paragraph" and val(style, "default").lower() in ("1", "true", "on"):
                self._default = self._default or key
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.base = letters(defaults)
        normal = self._elements.get(("paragraph", self._default))
        own = None if normal is None else normal.find(W + "rPr")
        says = [child_val(each, "lang") for each in (own, defaults) if each is not None]
        self.language = next((language for language in says if language), "")
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._characters: dict[str, Letters] = {}

    def paragraph(self, key: str) -> ParagraphStyle:
        """A paragraph style by id; "" is the default style."""
        found = self._paragraphs.get(key)
        if found is None:
            found = self._paragraphs[key] = self._resolve(key)
        return found

    def character(self, key: str) -> Letters:
        """The looks of a character style by id."""
        found = self._characters.get(key)
        if found is None:
            found = PLAIN
            for style in self._chain("character", key):
                found = found.over(letters(style.find(W + "rPr")))
            self._characters[key] = found
        return found

    def is_link(self, key: str) -> bool:
        """Whether a character style marks links, which are underlined for another reason than headings are."""
        style = self._elements.get(("character", key))
        return (key if style is None else child_val(style, "name") or key).lower().endswith("hyperlink")

    def is_placeholder(self, key: str) -> bool:
        """Whether a character style marks text that the template put there to be replaced."""
        style = self._elements.get(("character", key))
        name = key if style is None else child_val(style, "name") or key
        return name.lower() in _PLACEHOLDERS

    def list_of(self, key: str) -> str:
        """The w:numId that a numbering style stands for, or ""."""
        style = self._elements.get(("numbering", key))
        return "" if style is None else val(style.find(f"{W}pPr/{W}numPr/{W}numId"))

    def _chain(self, kind: str, key: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while key and key not in seen and len(seen) < _CHAIN:
            seen.add(key)
            style = self._elements.get((kind, key))
            if style is None:
                return
            yield style
            key = child_val(style, "basedOn")

    def _resolve(self, key: str) -> ParagraphStyle:
        chain = list(self._chain("paragraph", key or self._default))
        if not chain:
            default = ParagraphStyle() if key in ("", self._default) else self.paragraph("")
            return ParagraphStyle(key, (key,), level_by_name((key,)), letters=default.letters)
        names = tuple(child_val(each, "name") for each in chain)
        looks = PLAIN
        for each in chain:
            looks = looks.over(letters(each.find(W + "rPr")))
        says = [stated(each.find(W + "pPr")) for each in chain]
        return ParagraphStyle(
            names[0] or key,
            tuple(val(each, "styleId") for each in chain),
            _outline(says, names),
            next((each.num_id for each in says if each.num_id), ""),
            next((each.level for each in says if each.level is not None), None),
            next((each.breaks for each in says if each.breaks is not None), False),
            looks,
        )


def _outline(says: Sequence[Stated], names: Sequence[str]) -> int | None:
    """The level that the nearest style states; if none does, what its name means."""
    level = next((each.outline for each in says if each.outline is not None), None)
    return level_by_name(names) if level is None else level or None


def level_by_name(names: Sequence[str]) -> int | None:
    """The heading level that the name of a style tells, the nearest style first; None if none does.

    Word knows its own heading styles by name, also where they state no level; templates have names of their own.
    """
    for name in names:
        match = _NUMBERED_HEADING.search(name)
        if match:
            return int(match[1])
        for level, known in _NAMED_HEADINGS:
            if name.lower() in known:
                return level
    return None

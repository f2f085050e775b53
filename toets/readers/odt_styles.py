"""What the styles of an ODF text say: heading levels, looks of letters, page breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from toets.readers.docx_styles import level_by_name
from toets.readers.docx_xml import Element, number
from toets.readers.odt_xml import FO, STYLE, TEXT, centimetres

_CHAIN: Final = 20  # styles that rest on one another
_BOLD: Final = frozenset({"bold", "600", "700", "800", "900"})
_POINT: Final = 2.54 / 72


@dataclass(frozen=True, slots=True)
class OdtStyle:
    """A style with all that it inherits. `name` is that of the nearest style that people can choose by name.

    `outline` is a heading level 1…9; `listing` the list its paragraphs belong to, "" for none and None if it says nothing.
    """

    name: str = ""
    bold: bool = False
    caps: bool = False
    hidden: bool = False
    underlined: bool = False
    size: float | None = None
    outline: int | None = None
    listing: str | None = None
    opens_page: bool = False
    closes_page: bool = False
    chain: tuple[str, ...] = ()


PLAIN: Final = OdtStyle()


class OdtStyles:
    """The styles of one file by family and name; later roots (those of the text itself) go before earlier ones."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, Element] = {}
        self._known: dict[tuple[str, str, OdtStyle], OdtStyle] = {}
        for root in roots:
            for each in root.iter(STYLE + "style", STYLE + "default-style"):
                family = each.get(STYLE + "family") or ""
                if each.tag == STYLE + "style":
                    self._elements[family, each.get(STYLE + "name") or ""] = each
                else:
                    self._defaults[family] = each

    def paragraph(self, name: str) -> OdtStyle:
        """A paragraph style by name."""
        found = self._known.get(("paragraph", name, PLAIN))
        if found is None:
            default = self._defaults.get("paragraph")
            base = PLAIN if default is None else _over(PLAIN, default)
            found = self._known["paragraph", name, PLAIN] = self._resolve(name, base)
        return found

    def letters(self, name: str, around: OdtStyle) -> OdtStyle:
        """The looks of letters in a text style, inside text that looks as `around`."""
        key = ("text", name, around)
        found = self._known.get(key)
        if found is None:
            found = around
            for each in reversed(list(self._chain("text", name))):
                found = _over(found, each)
            self._known[key] = found
        return found

    @property
    def language(self) -> str:
        """The language that the text has unless it says otherwise ("nl-NL"); "" when the file doesn't tell."""
        default = self._defaults.get("paragraph")
        letters = None if default is None else default.find(STYLE + "text-properties")
        told = () if letters is None else (letters.get(FO + "language"), letters.get(FO + "country"))
        return "-".join(part for part in told if part and part != "none")

    def breaks_page(self, table: str) -> bool:
        """Whether a table style makes its table start on a new page."""
        style = self._elements.get(("table", table))
        return style is not None and _opens_page(style, style.find(STYLE + "table-properties"))

    def hides(self, section: str) -> bool:
        """Whether a section style hides its section."""
        style = self._elements.get(("section", section))
        properties = None if style is None else style.find(STYLE + "section-properties")
        return properties is not None and properties.get(TEXT + "display") == "none"

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        seen: set[str] = set()
        while name and name not in seen and len(seen) < _CHAIN:
            seen.add(name)
            style = self._elements.get((family, name))
            if style is None:
                return
            yield style
            name = style.get(STYLE + "parent-style-name") or ""

    def _resolve(self, name: str, base: OdtStyle) -> OdtStyle:
        chain = list(self._chain("paragraph", name))
        found = base
        for each in reversed(chain):
            found = _over(found, each)
        # An automatic style is what somebody did by hand to a paragraph: its name says nothing.
        shown = [_shown_name(each) for each in chain if not _is_automatic(each)] or [name]
        by_name = level_by_name(shown)
        breaks = bool(chain) and _opens_page(chain[0], chain[0].find(STYLE + "paragraph-properties"))
        return replace(
            found, name=shown[0], outline=found.outline or by_name, opens_page=found.opens_page or breaks, chain=tuple(shown)
        )


def _over(below: OdtStyle, style: Element) -> OdtStyle:
    """A style with what an element says laid over it."""
    out = below
    level = style.get(STYLE + "default-outline-level")
    if level is not None:
        out = replace(out, outline=number(level))
    listing = style.get(STYLE + "list-style-name")
    if listing is not None:
        out = replace(out, listing=listing)
    paragraph, text = style.find(STYLE + "paragraph-properties"), style.find(STYLE + "text-properties")
    if paragraph is not None:
        before, after = paragraph.get(FO + "break-before"), paragraph.get(FO + "break-after")
        out = replace(
            out,
            opens_page=out.opens_page if before is None else before == "page",
            closes_page=out.closes_page if after is None else after == "page",
        )
    return out if text is None else _letters(out, text)


def _letters(below: OdtStyle, text: Element) -> OdtStyle:
    underline = text.get(STYLE + "text-underline-style")
    weight, case, display = text.get(FO + "font-weight"), text.get(FO + "text-transform"), text.get(TEXT + "display")
    return replace(
        below,
        bold=below.bold if weight is None else weight in _BOLD,
        caps=below.caps if case is None else case == "uppercase",
        hidden=below.hidden if display is None else display == "none",
        underlined=below.underlined if underline is None else underline != "none",
        size=_size(text.get(FO + "font-size"), below.size),
    )


def _size(stated: str | None, below: float | None) -> float | None:
    if stated and stated.endswith("%"):
        share = number(stated[:-1])
        return below if below is None or share is None else round(below * share / 100, 1)
    length = centimetres(stated)
    return round(length / _POINT, 1) if length else below


def _opens_page(style: Element, properties: Element | None) -> bool:
    """A new page, or a page of another kind, which is a new one too."""
    stated = "" if properties is None else properties.get(FO + "break-before")
    return stated == "page" or bool(style.get(STYLE + "master-page-name"))


def _is_automatic(style: Element) -> bool:
    parent = style.getparent()
    return parent is not None and parent.tag.endswith("}automatic-styles")


def _shown_name(style: Element) -> str:
    return style.get(STYLE + "display-name") or (style.get(STYLE + "name") or "").replace("_20_", " ")

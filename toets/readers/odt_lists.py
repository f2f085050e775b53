"""The lists of an ODF text, as lists that count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from toets.readers.counters import LEVELS, Counters, Level, Listing
from toets.readers.docx_xml import Element, number
from toets.readers.odt_xml import ID, LOEXT, STYLE, TEXT

_FORMS: Final = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_SIGN: Final = re.compile(r"%(\d{1,2})%")
_OUTLINE: Final = "outline"


@dataclass(slots=True)
class OdtLists:
    """Follows the lists of a text from start to end. `styles` are its list styles by name; the outline is one of them."""

    styles: dict[str, Listing] = field(default_factory=dict)
    counters: Counters = field(default_factory=Counters)
    _keys: dict[str, str] = field(default_factory=dict)
    _last: dict[str, str] = field(default_factory=dict)
    _count: int = 0

    def begin(self, element: Element, style: str) -> str:
        """Takes an outermost text:list; gives the key under which it counts: its own, or that of the list it goes on from."""
        earlier = self._keys.get(element.get(TEXT + "continue-list") or "")
        if earlier is None and element.get(TEXT + "continue-numbering") == "true":
            earlier = self._last.get(style)
        self._count += earlier is None
        key = earlier or f"list {self._count}"
        self._keys[element.get(ID) or key] = key
        self._last[style] = key
        return key

    def item(self, style: str, key: str, depth: int, start: int | None) -> str:
        """The number before an item of a list style, counted under a key, at a level from 0."""
        listing = self.styles.get(style)
        return "" if listing is None else self.counters.advance(replace(listing, key=key), depth, start)

    def heading(self, depth: int, start: int | None) -> str:
        """The number that the outline of the document gives to a heading."""
        return self.item(_OUTLINE, _OUTLINE, depth, start)


def list_styles(roots: Iterable[Element]) -> dict[str, Listing]:
    """The list styles of a file, and its outline."""
    found: dict[str, Listing] = {}
    for root in roots:
        for each in root.iter(TEXT + "list-style", TEXT + "outline-style"):
            name = _OUTLINE if each.tag == TEXT + "outline-style" else each.get(STYLE + "name") or ""
            found[name] = Listing(name, name, dict(filter(None, (_level(level) for level in each))), {})
    return found


def _level(element: Element) -> tuple[int, Level] | None:
    depth = (number(element.get(TEXT + "level") or "") or 0) - 1
    if not 0 <= depth < LEVELS:
        return None
    if element.tag in (TEXT + "list-level-style-bullet", TEXT + "list-level-style-image"):
        return depth, Level(form="bullet", text=element.get(TEXT + "bullet-char") or "•")
    form = element.get(STYLE + "num-format") or ""
    start = number(element.get(TEXT + "start-value") or "")
    return depth, Level(1 if start is None else start, _FORMS.get(form, form), _shape(element, depth) if form else "")


def _shape(element: Element, depth: int) -> str:
    """How a number is written, with %1 for the number of the first level."""
    exact = element.get(LOEXT + "num-list-format")
    if exact is not None:
        return _SIGN.sub(lambda match: f"%{match[1]}", exact)
    shown = min(max(number(element.get(TEXT + "display-levels") or "", 1) or 1, 1), depth + 1)
    places = ".".join(f"%{each + 1}" for each in range(depth + 1 - shown, depth + 1))
    return f"{element.get(STYLE + 'num-prefix') or ''}{places}{element.get(STYLE + 'num-suffix') or ''}"

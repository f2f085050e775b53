"""How lines look beside the rest of their document, and what never is a heading however it looks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from toets.model.document import BlockKind, FoundBy
from toets.model.months import FULL_MONTH
from toets.structure.lexicon import Lexicon
from toets.structure.lines import Line

TITLE_STYLES = frozenset({"title", "titel"})
BULLETS = frozenset("•-–—*·●○◦▪■□‣⁃o§Ø")
_BIGGER = 1.08
_WORDS = 22
_LETTERS = 170
_ABBREVIATED = re.compile(r"(?:^|\W)(?:(?:[A-Za-z]{1,2}\.){2,}|etc\.)$")
"""A full stop that closes an abbreviation and not a sentence: "B.V.", "c.a.", "n.v.t."."""
_CONTENTS = re.compile(r"(?:\.\s?){4,}\s*\d+\s*$|\t\s*\d+$")
_CAPTION = re.compile(
    r"(?:tabel|figuur|bron|grafiek|afbeelding|foto|noot)\s*\d*\s*[:.]|(?:tabel|figuur|grafiek)\s+\d", re.IGNORECASE
)
DATED = re.compile(rf"(?:[^\W\d_][\w'’ .-]{{1,40}},\s*)?(?:d\.?d\.?\s*)?\d{{1,2}}\s+{FULL_MONTH}\s+\d{{4}}\.?$", re.IGNORECASE)
_ADDRESS = re.compile(r"@|https?:|www\.")


@dataclass(frozen=True, slots=True)
class Page:
    """What is usual in a document: the size of its text, and whether most of it is bold, in capitals or underlined."""

    size: float | None
    bold: bool
    caps: bool
    underlined: bool = False

    def bigger(self, line: Line) -> bool:
        """Whether a line is set larger than the text."""
        size = line.look.size
        return size is not None and self.size is not None and size >= self.size * _BIGGER

    def found_by(self, line: Line) -> FoundBy | None:
        """What makes a line stand out, the most certain first; None if nothing does."""
        look = line.look
        if look.style.lower() in TITLE_STYLES:
            return FoundBy.STYLE
        if (look.bold and not self.bold) or (look.underlined and not self.underlined):
            return FoundBy.BOLD
        if look.caps and not self.caps and len(line.text) > 3:
            return FoundBy.CAPITALS
        return FoundBy.SIZE if self.bigger(line) else None


Signature = tuple[bool, bool, int, int, bool]
"""Bold, capitals, size in half points, depth of the number, and underlined: lines of one rank share it."""


def page_of(lines: Sequence[Line]) -> Page:
    """Measure what is usual; letters are counted, not lines."""
    sizes: Counter[float] = Counter()
    letters = bold = caps = underlined = 0
    for line in lines:
        if line.plain:
            count = len(line.text)
            letters, bold, caps = letters + count, bold + count * line.look.bold, caps + count * line.look.caps
            underlined += count * line.look.underlined
            if line.look.size is not None:
                sizes[line.look.size] += count
    size = max(sizes, key=lambda found: (sizes[found], -found)) if sizes else None
    return Page(size=size, bold=bold * 2 > letters, caps=caps * 2 > letters, underlined=underlined * 2 > letters)


def signature(line: Line) -> Signature:
    """What lines of one rank have in common."""
    look = line.look
    return look.bold, look.caps, round((look.size or 0) * 2), depth(line.number), look.underlined


def depth(number: str) -> int:
    """How deep a number goes: "3." and "b)" give 1, "2.1" gives 2, no number or a bullet 0."""
    core = number.strip("(). ")
    if not core or core in BULLETS:
        return 0
    return core.count(".") + 1


def is_bullet(line: Line) -> bool:
    """Whether the line is an item of an unnumbered list."""
    return depth(line.number) == 0 and (line.block.kind is BlockKind.ITEM or bool(line.number))


def never_a_heading(text: str, lexicon: Lexicon) -> bool:
    """Whether a line that stands out is something else: a sentence, signature, date, caption, or line of a table of contents."""
    words = text.split()
    if len(words) > _WORDS or len(text) > _LETTERS or sum(sign.isalpha() for sign in text) < 3:
        return True
    if text.endswith((".", ";", ",")) and not _ABBREVIATED.search(text):
        return True
    if _CONTENTS.search(text) or _CAPTION.match(text) or DATED.match(text) or _ADDRESS.search(text):
        return True
    label, colon, value = text.partition(":")
    if colon and value.strip() and lexicon.field(label):
        return True
    return lexicon.opens_with(text, "ondertekening") and lexicon.name(text) == ""

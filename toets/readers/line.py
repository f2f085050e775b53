"""One paragraph of a Word or ODF file as a line of text with its looks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from toets.readers.docx_xml import Element

_VISIBLE: Final = re.compile(r"[^\W_]")


class Piece(NamedTuple):
    """Some text with one look."""

    text: str
    bold: bool
    caps: bool
    size: float | None
    underlined: bool = False


class Spot(NamedTuple):
    """Something that is anchored in a paragraph: what, and the character it stands at."""

    what: str
    at: int


class Shown(NamedTuple):
    """A picture that is anchored in a paragraph: its description, size in centimetres, and the character it stands at."""

    words: str
    decorative: bool
    width: float
    height: float
    at: int


class Mark(NamedTuple):
    """Where a comment starts or ends."""

    comment: str
    at: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it was read; all places are characters in `text`.

    `notes` are ids of footnotes and endnotes with "footnote" or "endnote" before them; `boxes` are text boxes anchored here;
    `opens_page` and `closes_page`: a page break before or after its text; `hidden` is text in it that isn't shown.
    """

    text: str = ""
    bold: bool = False
    caps: bool = False
    lead: str = ""
    size: float | None = None
    unfilled: tuple[tuple[int, int], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    boxes: tuple[Element, ...] = ()
    unread: tuple[Spot, ...] = ()
    marks: tuple[Mark, ...] = ()
    opens_page: bool = False
    closes_page: bool = False
    underlined: bool = False
    pictures: tuple[Shown, ...] = ()
    hidden: str = ""


@dataclass(slots=True)
class Draft:
    """A line while it is being read; places count from its first character, blanks included."""

    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    has_text: bool = False
    unfilled: list[tuple[int, int]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    unread: list[Spot] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    pictures: list[Shown] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    opens_page: bool = False
    page_end: int | None = None

    def add(self, piece: Piece) -> None:
        """Puts text at the end."""
        self.pieces.append(piece)
        self.length += len(piece.text)
        self.has_text = self.has_text or not piece.text.isspace()

    def page_break(self) -> None:
        """A page break at this point."""
        if self.has_text:
            self.page_end = self.length
        else:
            self.opens_page = True

    def line(self) -> Line:
        """The finished line, without the blanks around it."""
        whole = "".join([piece.text for piece in self.pieces])
        text = whole.strip()
        shift = len(whole) - len(whole.lstrip())

        def place(at: int) -> int:
            return min(max(at - shift, 0), len(text))

        ends_page = self.page_end is not None and not whole[self.page_end :].strip()
        spans = [(place(start), place(end)) for start, end in self.unfilled]
        bold, lead = _boldness(self.pieces)
        return Line(
            text,
            bold,
            _capitals(self.pieces),
            lead,
            _size(self.pieces),
            _joined([(start, end) for start, end in spans if start < end]),
            tuple(self.notes),
            tuple(self.boxes),
            tuple(Spot(spot.what, place(spot.at)) for spot in self.unread),
            tuple(Mark(mark.comment, place(mark.at), mark.opens) for mark in self.marks),
            self.opens_page,
            ends_page,
            _underlined(self.pieces),
            tuple(shown._replace(at=place(shown.at)) for shown in self.pictures),
            "".join(self.hidden).strip(),
        )


def _boldness(pieces: Sequence[Piece]) -> tuple[bool, str]:
    """Whether all letters are bold and, if only the first words are, those words."""
    if len(pieces) == 1:
        return pieces[0].bold and bool(_VISIBLE.search(pieces[0].text)), ""
    kinds = {piece.bold for piece in pieces if _VISIBLE.search(piece.text)}
    if kinds != {True, False}:
        return kinds == {True}, ""
    first_plain = next(place for place, piece in enumerate(pieces) if not piece.bold and _VISIBLE.search(piece.text))
    bold = [place for place, piece in enumerate(pieces[:first_plain]) if piece.bold]
    end = bold[-1] + 1 if bold else 0
    lead = "".join([piece.text for piece in pieces[:end]])
    rest = "".join([piece.text for piece in pieces[end : first_plain + 1]])
    inside_word = lead[-1:].isalnum() and rest[:1].isalnum()
    return False, "" if inside_word or not _VISIBLE.search(lead) else lead.strip()


def _capitals(pieces: Sequence[Piece]) -> bool:
    cased = [piece for piece in pieces if piece.text.lower() != piece.text.upper()]
    return bool(cased) and all(piece.caps or piece.text.isupper() for piece in cased)


def _underlined(pieces: Sequence[Piece]) -> bool:
    return {piece.underlined for piece in pieces if _VISIBLE.search(piece.text)} == {True}


def _size(pieces: Sequence[Piece]) -> float | None:
    if len(pieces) == 1:
        return pieces[0].size
    sizes: Counter[float | None] = Counter()
    for piece in pieces:
        sizes[piece.size] += len(piece.text.strip())
    return sizes.most_common(1)[0][0] if sizes else None


def _joined(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order, those that touch as one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)

"""From the runs of a paragraph to one line: what Word shows is read, what it hides is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from toets.readers.docx_drawing import BOX, choose, shown_picture, unread_drawing, unread_object, visible
from toets.readers.docx_fields import Fields
from toets.readers.docx_styles import PLAIN, Letters, ParagraphStyle, Styles, letters
from toets.readers.docx_symbols import clean, symbol
from toets.readers.docx_xml import MC, M, W, child_switch, val
from toets.readers.line import Draft, Line, Mark, Piece, Spot
from toets.readers.pictures import SMALLEST

_R: Final = W + "r"
_T: Final = W + "t"
_RPR: Final = W + "rPr"
_LINK: Final = W + "hyperlink"
_ALTERNATE: Final = MC + "AlternateContent"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
# Wrappers around runs, or around paragraphs, that change nothing about what is shown.
WRAPPERS: Final = frozenset(W + tag for tag in ("hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "rubyBase"))
INSERTED: Final = frozenset({W + "ins", W + "moveTo"})
DELETED: Final = frozenset({W + "del", W + "moveFrom"})
_FIXED: Final = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for a whole file: its styles, whose side of tracked changes is read, and how deep things may nest.

    `added` and `removed` are the elements whose content is in, and out. `smallest` is the size of a picture worth naming, in
    square centimetres.
    """

    styles: Styles
    original: bool
    depth: int
    smallest: float = SMALLEST

    @property
    def added(self) -> frozenset[str]:
        """The marks of text that is read."""
        return DELETED if self.original else INSERTED

    @property
    def removed(self) -> frozenset[str]:
        """The marks of text that is passed over."""
        return INSERTED if self.original else DELETED


@dataclass(slots=True)
class Inline:
    """Reads paragraphs one after another; fields may run on from one to the next.

    `placeholders` counts the unfilled content controls around what is being read.
    """

    rules: Rules
    fields: Fields = field(default_factory=Fields)
    placeholders: int = 0
    _links: int = 0
    _doors: frozenset[str] = frozenset()
    _draft: Draft = field(default_factory=Draft)
    _style: ParagraphStyle = field(default_factory=ParagraphStyle)

    def __post_init__(self) -> None:
        self._doors = WRAPPERS | self.rules.added

    def read(self, paragraphs: Sequence[etree._Element], style: ParagraphStyle) -> Line:
        """The line that these paragraphs show: one, or several of which the marks in between were deleted."""
        self._draft, self._style = Draft(), style
        for paragraph in paragraphs:
            self._children(paragraph, self.rules.depth)
        self.fields.end_paragraph()
        return self._draft.line()

    def _children(self, parent: etree._Element, depth: int) -> None:
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child, depth)
            elif tag == M + "r":
                self._math(child)
            elif tag == W + "commentRangeStart":
                self._draft.marks.append(Mark(val(child, "id"), self._draft.length, opens=True))
            elif tag == W + "commentRangeEnd":
                self._draft.marks.append(Mark(val(child, "id"), self._draft.length, opens=False))
            elif tag in self._doors or tag in (W + "sdt", _ALTERNATE) or tag.startswith(M):
                self._enter(child, depth)

    def _enter(self, element: etree._Element, depth: int) -> None:
        if depth <= 0:
            self._draft.unread.append(Spot("tekst die te diep in andere onderdelen zit", self._draft.length))
        elif element.tag == _ALTERNATE:
            chosen = choose(element)
            if chosen is not None:
                self._children(chosen, depth - 1)
        elif element.tag == W + "sdt":
            self._control(element, depth)
        else:
            self._links += element.tag == _LINK
            self._children(element, depth - 1)
            self._links -= element.tag == _LINK

    def _control(self, control: etree._Element, depth: int) -> None:
        content, asks = control.find(W + "sdtContent"), is_unfilled(control)
        if content is not None:
            self.placeholders += asks
            self._children(content, depth - 1)
            self.placeholders -= asks

    def _run(self, run: etree._Element, depth: int) -> None:
        own = letters(run[0]) if len(run) and run[0].tag == _RPR else PLAIN
        named = self.rules.styles.character(own.style) if own.style else PLAIN
        look = self._look(own, named)
        start = self._draft.length
        for child in run:
            self._piece(child, look, depth)
        asks = self.placeholders or (own.style and self.rules.styles.is_placeholder(own.style))
        if asks and self._draft.length > start:
            self._draft.unfilled.append((start, self._draft.length))

    def _look(self, own: Letters, named: Letters) -> Piece | None:
        """An empty piece with the look of a run; None if the run is hidden. Two styles that both say "bold" cancel out."""
        base, styled = self.rules.styles.base, self._style.letters
        if _either(own.hidden, named.hidden, styled.hidden, base.hidden):
            return None
        return Piece(
            "",
            _either(own.bold, named.bold, styled.bold, base.bold),
            _either(own.caps, named.caps, styled.caps, base.caps),
            own.size or named.size or styled.size or base.size,
            self._underlined(own, named),
        )

    def _underlined(self, own: Letters, named: Letters) -> bool:
        """Whether a run is underlined; the nearest that says so goes first, and that of a link doesn't count."""
        if self._links or (own.style and self.rules.styles.is_link(own.style)):
            return False
        says = (own, named, self._style.letters, self.rules.styles.base)
        return next((bool(one.underlined) for one in says if one.underlined is not None), False)

    def _piece(self, child: etree._Element, look: Piece | None, depth: int) -> None:
        """One child of a run. Instructions of fields and anchors of comments count in hidden runs too."""
        tag = child.tag
        if tag == _T or (tag == W + "delText" and self.rules.original):
            text = child.text or ""
            if "\n" in text or "\r" in text or "\t" in text:
                text = _unwrapped(text, child.get(_SPACE) == "preserve")
            self._write(text, look)
        elif tag in _FIXED:
            self._write(_FIXED[tag], look)
        elif tag == W + "br":
            self._break(val(child, "type"), look)
        elif tag == W + "fldChar":
            self._field(child, look)
        elif tag == W + "instrText":
            self.fields.instruct(child.text or "")
        elif tag == W + "commentReference":
            self._draft.marks.append(Mark(val(child, "id"), self._draft.length, opens=False))
        elif look is not None and not self.fields.hides:
            self._other(child, look, depth)

    def _other(self, child: etree._Element, look: Piece, depth: int) -> None:
        tag = child.tag
        if tag == W + "sym":
            self._write(symbol(val(child, "font"), val(child, "char")), look)
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            self._draft.notes.append((tag[len(W) :].removesuffix("Reference"), val(child, "id")))
        elif tag in (W + "drawing", W + "pict", W + "object"):
            self._drawing(child)
        elif tag == _ALTERNATE and depth > 0:
            chosen = choose(child)
            for inner in () if chosen is None else chosen:
                self._piece(inner, look, depth - 1)
        elif tag == W + "ruby" and depth > 0:
            self._enter(child, depth)

    def _write(self, text: str, look: Piece | None) -> None:
        if not text or self.fields.hides:
            return
        if look is None:
            self._draft.hidden.append(clean(text))
        else:
            self._draft.add(look._replace(text=clean(text)))

    def _break(self, kind: str, look: Piece | None) -> None:
        if look is not None and kind == "page":
            self._draft.page_break()
        self._write("\n", look)

    def _field(self, char: etree._Element, look: Piece | None) -> None:
        shown, start = self.fields.step(char), self._draft.length
        self._write(shown.text, look)
        if shown.unfilled and self._draft.length > start:
            self._draft.unfilled.append((start, self._draft.length))

    def _math(self, run: etree._Element) -> None:
        look = self._look(PLAIN, PLAIN)
        for text in run.findall(M + "t"):
            self._write(text.text or "", look)

    def _drawing(self, drawing: etree._Element) -> None:
        parts = tuple(visible(drawing, self.rules.depth))
        boxes = [part for part in parts if part.tag == BOX]
        self._draft.boxes += boxes
        embedded = drawing.tag == W + "object"
        shown = None if embedded else shown_picture(parts, self._draft.length)
        if shown:
            self._draft.pictures.append(shown)
        what = unread_object(parts) if embedded else unread_drawing(parts, self.rules.smallest)
        if what:
            self._draft.unread.append(Spot(what, self._draft.length))


def is_unfilled(control: etree._Element) -> bool:
    """Whether a content control still shows the text that asks for content."""
    return bool(child_switch(control.find(W + "sdtPr"), "showingPlcHdr"))


def _either(own: bool | None, named: bool | None, styled: bool | None, base: bool | None) -> bool:
    """A look that is on or off: what the run says goes first; else one of the two styles; else the file's default."""
    if own is not None:
        return own
    return bool(named) != bool(styled) or bool(base and named is None and styled is None)


def _unwrapped(text: str, preserve: bool) -> str:
    """Line ends in the XML are only blanks; those around the text were put there by whoever laid out the XML."""
    if not preserve and "\n" in text:
        text = text.strip()
    return text.replace("\r", " ").replace("\n", " ").replace("\t", " ")

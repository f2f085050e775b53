"""How a Word report looks, and the corners of the format that python-docx has no words for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import docx
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from toets.reports.sheet import Tone
from toets.reports.words import one_line

FONT = "Arial"
INK, SOFT, LINE, FIELD, LINK = "1B1F24", "535E6B", "C9D0D8", "F3F5F7", "0B5CAD"
COLORS = {
    Tone.PLAIN: SOFT, Tone.BLOCKING: "B3261E", Tone.ATTENTION: "855000", Tone.ADVICE: "0B5CAD", Tone.GOOD: "1E6B35",
}  # fmt: skip
_LONGEST_TITLE = 255
"""What a Word file can hold as its title."""
TEXT_WIDTH = 16.5
"""Between the margins of an A4, in cm."""

REPORT_AFTER, LETTER_AFTER = 3.0, 7.0
"""A letter has more room than a report."""
TABLE_WIDTH = round(TEXT_WIDTH * 567)
TABLE_GAP = 140
"""In twips."""
TABLE_SIZE = 9.0
_USUAL = 0.62
_ROOM = (
    dict.fromkeys("fijlrtI.,:;'()-‘’ \u00a0", 0.36) | dict.fromkeys("mwMW…%", 0.92) | dict.fromkeys("ABCDEGHKNOPQRSUVXYZ", 0.74)
)
"""How wide letters are, as part of their size."""

_HYPHEN = re.compile(r"(?<=\b[A-Z]{3})-(?=\d\d\b)")
_HEADINGS = (("Title", 18, 0, 3), ("Heading 1", 13, 14, 4), ("Heading 2", 11, 10, 2), ("Heading 3", 10, 0, 1))
_OWN = (
    # name, like, size, space before, space after, colour, bold
    ("Boven", "Normal", 9, 0, 2, SOFT, False),
    ("Klein", "Normal", 8.5, 0, 2, SOFT, False),
    ("Citaat", "Normal", 9.5, 1, 1, SOFT, False),
    ("Advies", "Normal", 13, 8, 0, INK, True),
    ("Advies regel", "Normal", 10, 0, 0, INK, False),
    ("Bevinding label", "Normal", 8.5, 8, 0, SOFT, True),
    ("Bevinding 2", "Heading 2", 10, 0, 1, INK, True),
    ("Bevinding 3", "Heading 3", 10, 0, 1, INK, True),
    ("Onderwerp", "Title", 13, 0, 14, INK, True),
    ("Genummerd", "Normal", 10, 2, 4, INK, False),
    ("Concept", "Normal", 10, 0, 0, INK, False),
    ("Tabeltekst", "Normal", TABLE_SIZE, 1.5, 1.5, INK, False),
    ("Tabelkop", "Tabeltekst", TABLE_SIZE, 1.5, 1.5, SOFT, True),
    ("Na tabel", "Normal", 3, 0, 0, INK, False),
)


def blank(title: str, *, footer: str = "", after: float = REPORT_AFTER) -> Word:
    """A document without text: A4, Dutch, styles, title, page numbers; no author and no times.

    `after` is the room behind a paragraph, in points.
    """
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.25), Cm(2.25)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    _properties(word, title)
    _styles(word, after)
    _footer(section, footer)
    return word


def _properties(word: Word, title: str) -> None:
    core = word.core_properties
    core.title = one_line(title, length=_LONGEST_TITLE)
    core.language, core.author, core.comments, core.last_modified_by = "nl-NL", "toets", "", "toets"
    for name in ("dcterms:created", "dcterms:modified"):
        for node in core._element.findall(qn(name)):
            core._element.remove(node)


def _styles(word: Word, space: float) -> None:
    normal = word.styles["Normal"]
    _font(normal, 10, INK)
    normal.paragraph_format.space_after = Pt(space)
    normal.paragraph_format.line_spacing = 1.08
    _language(normal)
    for name, height, above, below in _HEADINGS:
        style = word.styles[name]
        _font(style, height, INK, bold=True)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)
        style.paragraph_format.keep_with_next = True
        _without_border(style)
    for name, like, size, before, after, ink, bold in _OWN:
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles[like]
        _font(style, size, ink, bold=bold)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    for name in ("Bevinding label", "Advies", "Tabelkop"):
        word.styles[name].paragraph_format.keep_with_next = True
    word.styles["Citaat"].paragraph_format.left_indent = Cm(0.35)
    word.styles["Genummerd"].paragraph_format.left_indent = Cm(0.75)
    word.styles["Genummerd"].paragraph_format.first_line_indent = Cm(-0.75)
    _border(word.styles["Citaat"].element.get_or_add_pPr(), "left", LINE, size=18, space=8)
    word.styles["Heading 1"].paragraph_format.keep_with_next = True
    _border(word.styles["Heading 1"].element.get_or_add_pPr(), "bottom", LINE, size=8, space=3)
    _table_style(word)


def _font(style: Any, size: float, ink: str, *, bold: bool = False) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(ink)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)


def _language(style: Any) -> None:
    node = OxmlElement("w:lang")
    for name in ("val", "eastAsia", "bidi"):
        node.set(qn(f"w:{name}"), "nl-NL")
    style.element.get_or_add_rPr().append(node)
    defaults = style.element.getparent().find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    if defaults is not None:
        for name in ("val", "eastAsia", "bidi"):
            defaults.set(qn(f"w:{name}"), "nl-NL")


def _without_border(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    for node in properties.findall(qn("w:pBdr")):
        properties.remove(node)


_AFTER_BORDER = (
    "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE",
    "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing",
    "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl",
    "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
"""What the schema wants after the borders of a paragraph."""


def _border(properties: Any, side: str, ink: str, *, size: int, space: int) -> None:
    """A line along a paragraph; `size` in eighths of a point, `space` in points."""
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        properties.insert_element_before(borders, *_AFTER_BORDER)
    node = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", size), ("space", space), ("color", ink)):
        node.set(qn(f"w:{name}"), str(value))
    borders.append(node)


def shaded(paragraph: Any, ink: str) -> None:
    """A grey field with a bar of this colour on the left."""
    properties = paragraph._p.get_or_add_pPr()
    _border(properties, "left", ink, size=36, space=8)
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", FIELD)):
        shade.set(qn(f"w:{name}"), value)
    properties.insert_element_before(shade, *_AFTER_BORDER[1:])
    paragraph.paragraph_format.left_indent = Cm(0.4)


def boxed(paragraph: Any) -> None:
    """A thin line around; neighbours with the same line share one box."""
    for side in ("top", "left", "bottom", "right"):
        _border(paragraph._p.get_or_add_pPr(), side, LINE, size=6, space=6)


def kept(paragraphs: Iterable[Any]) -> None:
    """Each whole, and on the page of the paragraph that follows it."""
    for paragraph in paragraphs:
        paragraph.paragraph_format.keep_together = True
        paragraph.paragraph_format.keep_with_next = True


def color(run: Any, ink: str) -> None:
    """The colour of a run."""
    run.font.color.rgb = RGBColor.from_string(ink)


def bookmark(paragraph: Any, anchor: str, number: int) -> None:
    """A name by which links find this paragraph."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), _name(anchor))
    end.set(qn("w:id"), str(number))
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(end)


def linked(paragraph: Any, text: str, anchor: str) -> None:
    """Text that leads to a bookmark."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), _name(anchor))
    link.set(qn("w:history"), "1")
    run = unbroken_codes(paragraph.add_run(), text)
    run.font.underline = True
    color(run, LINK)
    link.append(run._r)
    paragraph._p.append(link)


def unbroken_codes(run: Any, text: str) -> Any:
    """The run with this text, in which the code of a rule stays on one line."""
    first, *others = _HYPHEN.split(text)
    run.text = first
    for part in others:
        run._r.append(OxmlElement("w:noBreakHyphen"))
        run.add_text(part)
    return run


def _name(anchor: str) -> str:
    """A bookmark has letters, digits and underscores, starts with a letter, and is at most 40 long."""
    return "".join(letter if letter.isalnum() else "_" for letter in anchor)[:40]


def _table_style(word: Word) -> None:
    """Thin lines between the rows, nothing else; the first row is told apart by its own paragraph style."""
    style = word.styles.add_style("Toets tabel", WD_STYLE_TYPE.TABLE)
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        node = OxmlElement(f"w:{side}")
        for name, value in (("val", "nil" if side == "top" else "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            node.set(qn(f"w:{name}"), value)
        borders.append(node)
    properties.append(borders)
    style.element.append(properties)


def printed_width(word: str) -> int:
    """How wide a word is in a table, in twips: in Arial, bold, with a little to spare for the fonts that stand in for it."""
    return round(sum(_ROOM.get(letter, _USUAL) for letter in word) * TABLE_SIZE * 20)


def table_of(word: Word, rows: int, columns: tuple[int, ...], title: str, style: str) -> tuple[tuple[Any, ...], ...]:
    """A table at the end of the document; its cells, still without a paragraph.

    `columns` are the widths of the columns in twips, `title` is what it holds for who cannot see it. The first row is
    a header that every page repeats; no row is split over pages.
    """
    table = _element(
        "w:tbl", _table_properties(title, style), _element("w:tblGrid", *(_sized("w:gridCol", width) for width in columns))
    )
    made = tuple(
        tuple(_element("w:tc", _element("w:tcPr", _sized("w:tcW", width, kind="dxa"))) for width in columns) for _ in range(rows)
    )
    for number, cells in enumerate(made):
        properties = _element("w:trPr", _element("w:cantSplit"), *(() if number else (_element("w:tblHeader"),)))
        table.append(_element("w:tr", properties, *cells))
    word.element.body.insert_element_before(table, "w:sectPr")
    return made


def _table_properties(title: str, style: str) -> Any:
    """Fixed columns; text starts where that of paragraphs does, with room between the columns."""
    margins = _element("w:tblCellMar", _sized("w:left", 0, kind="dxa"), _sized("w:right", TABLE_GAP, kind="dxa"))
    look = _element("w:tblLook", val="04A0", firstRow="1", lastRow="0", firstColumn="1", lastColumn="0", noHBand="0", noVBand="1")
    return _element(
        "w:tblPr", _element("w:tblStyle", val=style), _sized("w:tblW", 5000, kind="pct"), _element("w:tblLayout", type="fixed"),
        margins, look, _element("w:tblCaption", val=title), _element("w:tblDescription", val=title),
    )  # fmt: skip


def _sized(name: str, width: int, *, kind: str = "") -> Any:
    return _element(name, w=str(width), **({"type": kind} if kind else {}))


def _element(name: str, *children: Any, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    element.extend(children)
    return element


def _footer(section: Any, words: str) -> None:
    """What made the report on the left, the page on the right."""
    paragraph = section.footer.paragraphs[0]
    paragraph.style = "Klein"
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(TEXT_WIDTH), alignment=2)
    paragraph.add_run(words.split(". Regels:")[0] + "\tPagina ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" van ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, code: str) -> None:
    node = OxmlElement("w:fldSimple")
    node.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    node.append(run._r)
    paragraph._p.append(node)

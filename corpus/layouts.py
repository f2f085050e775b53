"""House formats: how a municipality puts the blocks of a source document on paper.

A format is data (`HOUSES`); a writer applies it. The blocks are those described in README.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

Block = dict[str, Any]
Paragraph = Any  # python-docx hands out its proxies untyped
Host = Any  # a document or a table cell: both take paragraphs and tables


@dataclass(frozen=True, slots=True)
class House:
    """One house format: the typeface, and a way of writing headings, metadata and lists."""

    heading: str = "style"  # style · own-style · bold · caps · underlined · numbered · auto · cell · control · run-in
    meta: str = "two-columns"  # two-columns · four-columns · lines · tabs · run-in · letter
    font: str = "Arial"
    size: float = 10
    typed_numbers: bool = False  # list numbers as characters in the text, instead of a list of the word processor
    title: str = "Title"  # a style, or "bold"
    grid: bool = True  # lines around the cells of tables
    colour: str = "000000"

    @property
    def accessible(self) -> bool:
        """Whether it was set up with care: houses with heading styles mark the head of a table and give the file a title too."""
        return self.heading in ("style", "numbered", "auto", "control")


HOUSES: dict[str, House] = {
    "kopstijlen": House(colour="1F4E79"),
    "eigenstijlen": House(heading="own-style", meta="four-columns", font="Verdana", size=9, title="bold", colour="00695C"),
    "vet": House(heading="bold", meta="lines", font="Times New Roman", size=11, typed_numbers=True, title="bold"),
    "genummerd": House(heading="numbered", meta="four-columns", typed_numbers=True),
    "autonummer": House(heading="auto", font="Calibri", size=11, colour="7F3F00"),
    "kapitalen": House(heading="caps", meta="tabs", font="Times New Roman", size=11, typed_numbers=True, title="bold"),
    "vragen": House(font="Verdana", size=9, grid=False, colour="6A1B9A"),
    "sjabloontabel": House(heading="cell", meta="four-columns", typed_numbers=True, title="bold"),
    "invulvelden": House(heading="control", font="Calibri", size=11, colour="2E7D32"),
    "doorlopend": House(heading="run-in", meta="run-in", font="Times New Roman", size=11, typed_numbers=True, title="bold"),
    "brief": House(heading="underlined", meta="letter", font="Times New Roman", size=11, title="bold"),
}


class Writer:
    """Puts the blocks of one source document into a new Word document in its house format."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.document: Any = Document()
        self.host: Host = self.document
        self.form: Any = None  # the template table that is being filled, in a format with headings in cells
        self.numbers = [0, 0, 0]
        self.run_in = ""
        _set_up_styles(self.document, house)

    def write(self, blocks: Sequence[Block]) -> Any:
        """Write all blocks in order and return the python-docx document."""
        kinds: dict[str, Callable[[Block], None]] = {
            "header": self._header, "footer": self._footer, "title": self._title, "meta": self._meta, "address": self._address,
            "h1": self._heading, "h2": self._heading, "h3": self._heading, "p": self._text, "help": self._help,
            "ol": self._list, "ul": self._list, "table": self._table, "besluit": self._decree, "sign": self._sign,
            "pagebreak": self._page_break,
        }  # fmt: skip
        for block in blocks:
            kinds[block["t"]](block)
        self._flush()
        return self.document

    def _header(self, block: Block) -> None:
        self.document.sections[0].header.paragraphs[0].text = block["text"]

    def _footer(self, block: Block) -> None:
        paragraph = self.document.sections[0].footer.paragraphs[0]
        paragraph.add_run(block["text"] + "\tpagina ")
        _add_page_field(paragraph)

    def _title(self, block: Block) -> None:
        if self.house.title == "bold":
            _bold(self.document.add_paragraph(), block["text"], size=16)
        else:
            self.document.add_paragraph(block["text"], style=self.house.title)

    def _decree(self, block: Block) -> None:
        """The draft decree, on a page of its own in the same file."""
        self._leave_form()
        self.document.add_page_break()
        self._title(block)

    def _page_break(self, _block: Block) -> None:
        self._leave_form()
        self.document.add_page_break()

    def _meta(self, block: Block) -> None:
        rows: list[list[str]] = block["rows"]
        match self.house.meta:
            case "lines":
                for label, value in rows:
                    self.document.add_paragraph(f"{label}: {value}")
            case "tabs":
                for label, value in rows:
                    paragraph = self.document.add_paragraph(f"{label}\t: {value}")
                    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(4.5))
            case "run-in":
                paragraph = self.document.add_paragraph()
                for label, value in rows:
                    _bold(paragraph, f"{label}: ")
                    paragraph.add_run(f"{value}   ")
            case "letter":
                half = len(rows) // 2 + len(rows) % 2
                for part in (rows[:half], rows[half:]):
                    _fill(self._add_table(2, len(part), grid=False), [[cell[0] for cell in part], [cell[1] for cell in part]])
            case "four-columns":
                _fill(self._add_table(len(_paired(rows)), 4), _paired(rows), bold_columns=(0, 2))
            case _:
                _fill(self._add_table(len(rows), 2), rows, bold_columns=(0,))
        if self.house.heading == "control":
            _wrap_cells_in_controls(self.document.tables[-1])
        self.document.add_paragraph()

    def _address(self, block: Block) -> None:
        self.document.add_paragraph("\n".join(block["lines"]))

    def _heading(self, block: Block) -> None:
        text, level = block["text"], int(block["t"][1])
        self.numbers[level - 1] += 1
        self.numbers[level:] = [0] * (3 - level)
        mode = self.house.heading
        if mode == "cell" and level == 1:
            self._form_row(text)
        elif mode == "run-in":
            self._flush()
            self.run_in = text
        elif mode in ("style", "control", "numbered", "auto"):
            own = text[:1].isdigit() or mode != "numbered"
            number = "" if own else ".".join(str(part) for part in self.numbers[:level]) + " "
            paragraph = self._paragraph(number + text, style=f"Heading {level}")
            if mode == "control":
                _wrap_in_control(paragraph._p, text)
        elif mode == "own-style":
            self._paragraph(text, style=f"Voorstel kop {level}")
        else:
            self._drawn_heading(text, level)

    def _drawn_heading(self, text: str, level: int) -> None:
        """A heading that only looks like one: bold, in capitals or underlined, in the style of the running text."""
        caps = self.house.heading == "caps" and level == 1
        run = self._paragraph("").add_run(text.upper() if caps else text)
        run.underline = self.house.heading == "underlined"
        run.bold = not run.underline
        run.italic = level > 1

    def _form_row(self, text: str) -> None:
        if self.form is None:
            self.form = self._add_table(0, 2)
            self.form.autofit = False
            self.form.columns[0].width, self.form.columns[1].width = Cm(4), Cm(12)
        left, right = self.form.add_row().cells
        _bold(left.paragraphs[0], text)
        self.host = right

    def _leave_form(self) -> None:
        self._flush()
        self.form, self.host = None, self.document

    def _text(self, block: Block) -> None:
        paragraph = self._paragraph(block["text"])
        if self.house.heading == "control":
            _wrap_in_control(paragraph._p, "Tekst")

    def _help(self, block: Block) -> None:
        """Help text of the template that the writer forgot to remove."""
        run = self._paragraph("").add_run(block["text"])
        run.italic, run.font.color.rgb = True, RGBColor(0x80, 0x80, 0x80)

    def _list(self, block: Block) -> None:
        ordered = block["t"] == "ol"
        if self.run_in:
            self.run_in += ":"
            self._flush()
        if self.house.typed_numbers:
            for number, item in enumerate(block["items"], 1):
                paragraph = self._paragraph(f"{number}. {item}" if ordered else f"- {item}")
                paragraph.paragraph_format.left_indent = Cm(0.6)
            return
        style = "List Number" if ordered else "List Bullet"
        paragraphs = [self._paragraph(item, style=style) for item in block["items"]]
        if ordered:
            _restart_numbers(self.document, paragraphs)

    def _table(self, block: Block) -> None:
        rows = block["rows"]
        self._flush()
        table = self._add_table(len(rows), max(len(row) for row in rows), host=self.host)
        _fill(table, rows, bold_rows=(0,))
        if self.house.accessible:
            _mark_head(table)
        if self.host is self.document:  # in a cell the library adds the empty paragraph itself
            self.host.add_paragraph()

    def _sign(self, block: Block) -> None:
        self._leave_form()
        first, *rest = block["lines"]
        self.document.add_paragraph(first)
        half = len(rest) // 2
        if half:
            _fill(self._add_table(2, half, grid=False), [rest[:half], rest[half:]])

    def _add_table(self, rows: int, columns: int, *, grid: bool | None = None, host: Host = None) -> Any:
        table = (host or self.document).add_table(rows, columns)
        if self.house.grid if grid is None else grid:
            table.style = "Table Grid"
        return table

    def _paragraph(self, text: str, *, style: str | None = None) -> Paragraph:
        paragraphs = self.host.paragraphs
        fresh = self.host is not self.document and len(paragraphs) == 1 and not paragraphs[0].text
        paragraph = paragraphs[0] if fresh and style is None else self.host.add_paragraph(style=style)
        if self.run_in:
            _bold(paragraph, self.run_in + (" " if self.run_in[-1] in "?!:" else ". "))
            self.run_in = ""
        if text:
            paragraph.add_run(text)
        return paragraph

    def _flush(self) -> None:
        """Put a heading that no text followed on a line of its own."""
        if self.run_in:
            self._paragraph("")


def _bold(paragraph: Paragraph, text: str, *, size: float | None = None) -> None:
    run = paragraph.add_run(text)
    run.bold = True
    if size:
        run.font.size = Pt(size)


def _paired(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Two labels with their values on one row; an odd last one stands alone."""
    pairs = zip(rows[::2], [*rows[1::2], ["", ""]], strict=False)
    return [[*left, *right] for left, right in pairs]


def _fill(table: Any, rows: Sequence[Sequence[str]], *, bold_columns: Sequence[int] = (), bold_rows: Sequence[int] = ()) -> None:
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            paragraph = table.cell(y, x).paragraphs[0]
            if x in bold_columns or y in bold_rows:
                _bold(paragraph, text)
            else:
                paragraph.add_run(text)


def _mark_head(table: Any) -> None:
    """Word's "repeat as header row", by which a screen reader knows the heads of the columns."""
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _set_up_styles(document: Any, house: House) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = house.font, Pt(house.size)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    colour = RGBColor.from_string(house.colour)
    for level in (1, 2, 3):
        style = styles[f"Heading {level}"]
        _set_font(style, house, colour, level)
        _rename_to_dutch(document, style.element, level)
        own = styles.add_style(f"Voorstel kop {level}", WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = styles["Normal"]
        _set_font(own, house, colour, level)
    _set_font(styles["Title"], house, colour, 0)
    if house.heading == "auto":
        _number_headings(document)


def _set_font(style: Any, house: House, colour: RGBColor, level: int) -> None:
    style.font.name, style.font.bold, style.font.color.rgb = house.font, level < 2, colour
    style.font.size = Pt(house.size + (8, 3, 1, 0)[level])
    fonts = style.element.rPr.rFonts  # the theme font would win over the name
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def _rename_to_dutch(document: Any, style: Any, level: int) -> None:
    """Dutch Word calls the built-in heading styles Kop1, Kop2 … in the file, under the international name."""
    style.set(qn("w:styleId"), f"Kop{level}")
    for element in document.styles.element.iter(qn("w:basedOn"), qn("w:next"), qn("w:link")):
        if element.get(qn("w:val")) == f"Heading{level}":
            element.set(qn("w:val"), f"Kop{level}")


def _restart_numbers(document: Any, paragraphs: Sequence[Paragraph]) -> None:
    """Give the paragraphs a list of their own that starts at 1; in the template every list continues the last."""
    numbering = document.part.numbering_part.element
    old = document.styles["List Number"].element.pPr.numPr.numId.val
    number = numbering.add_num(numbering.num_having_numId(old).abstractNumId.val)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    for paragraph in paragraphs:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = number.numId
        properties.get_or_add_ilvl().val = 0


def _number_headings(document: Any) -> None:
    """Link the heading styles to a multilevel list: the number is not in the text of the heading."""
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    for level, form in enumerate(("%1.", "%1.%2", "%1.%2.%3")):
        item = _element("w:lvl", ilvl=str(level))
        for child in (_element("w:start", val="1"), _element("w:numFmt", val="decimal"), _element("w:lvlText", val=form)):
            item.append(child)
        abstract.append(item)
    numbering.insert(0, abstract)
    number = numbering.add_num(90)
    for level in (1, 2, 3):
        properties = document.styles[f"Heading {level}"].element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = number.numId
        properties.get_or_add_ilvl().val = level - 1


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _add_page_field(paragraph: Paragraph) -> None:
    field = _element("w:fldSimple", instr="PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _control(tag: str) -> tuple[Any, Any]:
    """An empty content control and the place for its content."""
    control, properties, content = (OxmlElement(name) for name in ("w:sdt", "w:sdtPr", "w:sdtContent"))
    properties.append(_element("w:alias", val=tag))
    control.append(properties)
    control.append(content)
    return control, content


def _wrap_in_control(element: Any, tag: str) -> None:
    control, content = _control(tag)
    element.addprevious(control)
    content.append(element)


def _wrap_cells_in_controls(table: Any) -> None:
    """Document generators fill the right-hand cells through content controls inside the paragraph."""
    for row in table.rows:
        paragraph = row.cells[1].paragraphs[0]
        control, content = _control(row.cells[0].text)
        for run in list(paragraph._p.r_lst):
            content.append(deepcopy(run))
            paragraph._p.remove(run)
        paragraph._p.append(control)

"""HTML to blocks, with the parser of the standard library: it never fails, and fetches nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from toets.model.document import Block, BlockKind, Cell, FoundBy, Hidden, Location, Picture
from toets.readers.numerals import letter, roman
from toets.readers.plain_blocks import BULLET, Run, clean, is_initial, mark, shape, shown, uncommented

_BLOCK = frozenset(
    (
        "p",
        "div",
        "section",
        "article",
        "main",
        "aside",
        "header",
        "footer",
        "nav",
        "address",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "form",
        "fieldset",
        "legend",
        "dl",
        "dt",
        "dd",
        "hr",
        "body",
        "html",
        "center",
        "details",
        "summary",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "table",
        "tr",
        "td",
        "th",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "br",
    )
)
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
_SKIPPED = frozenset(("script", "style", "template", "noscript", "svg", "math", "object", "select", "textarea", "iframe"))
_BOLD = frozenset(("b", "strong", "th"))
# A tag in the first column ends an open one of the second, unless one of the third stands in between.
_IMPLIED = (
    (frozenset(("li",)), frozenset(("li",)), frozenset(("ul", "ol", "table"))),
    (frozenset(("td", "th")), frozenset(("td", "th")), frozenset(("table",))),
    (frozenset(("tr", "tbody", "tfoot")), frozenset(("tr",)), frozenset(("table",))),
    (frozenset(("p", "ul", "ol", "table", "div", "h1", "h2", "h3")), frozenset(("p",)), frozenset(("td", "th", "li", "div"))),
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_DEEPEST = 40
_MOST_TOLD = 2_000
_LONGEST = 500
_MOST_OPEN = 300
_PIECE = 4_096
_MOST_UNFINISHED = 16_384
# Word writes "<![if !supportLists]>"; the parser raises on those that it doesn't know.
_SECTION = re.compile(r"<!\[[^>]{0,200}>?")
_SPACES = re.compile(r"[ \t\r\n\f]+")
"""What a browser shows as one space, wherever the source of a page was broken off; a hard space stays."""
_EMBEDDED = re.compile(r"data:[^\"'\s>]{200,}")


@dataclass(slots=True)
class _List:
    style: str
    following: int


@dataclass(slots=True)
class _Place:
    """Where blocks go: the page, or one cell."""

    blocks: list[Block] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    """A table being read: its open row and cell; `taken` tells how many more rows a cell from above covers a column."""

    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    cells: list[Cell] | None = None
    place: _Place | None = None
    column: int = 0
    width: int = 1
    height: int = 1
    taken: dict[int, int] = field(default_factory=dict)
    heads: int = 0
    headed: bool = True


class HtmlReader(HTMLParser):
    """Let it `read` a page, then take `blocks`, `pictures`, `hidden`, `properties` and `changes`.

    `original` reads what the page was before its marked changes: what was deleted, without what was inserted.
    """

    def __init__(self, *, original: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.pictures: list[Picture] = []
        self.hidden: list[Hidden] = []
        self.changes = 0
        self._title, self._named = "", dict[str, str]()
        self._gone = "ins" if original else "del"
        self._page = _Place()
        self._tables: list[_Table] = []
        self._runs: list[Run] = []
        self._open: list[tuple[str, bool]] = []
        self._number: str | None = None

    @property
    def blocks(self) -> list[Block]:
        """The blocks of the page."""
        return self._page.blocks

    def read(self, text: str) -> bool:
        """Read a whole page; False when it was given up, because a tag has no end.

        The parser would start again at every "<" of such a tag, in time that grows with the square of its length.
        """
        whole = _SECTION.sub(" ", _EMBEDDED.sub("data:", uncommented(text)))
        for at in range(0, len(whole), _PIECE):
            self.feed(whole[at : at + _PIECE])
            if len(self.rawdata) > _MOST_UNFINISHED:
                return False
        self.close()
        while self._tables:
            self._end_table()
        self._flush()
        return True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        given = {name: value or "" for name, value in attrs}
        if tag in _BLOCK:
            self._flush()
        self._tell(tag, given)
        self._imply(tag)
        if tag in _VOID or len(self._open) > _MOST_OPEN:
            return
        unseen = tag in _SKIPPED or tag == self._gone or "hidden" in given
        self._open.append((tag, unseen or "display:none" in given.get("style", "").replace(" ", "")))
        if not self._hidden:
            self._begin(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and what was left open inside it."""
        if tag in _BLOCK:
            self._flush()
        if tag not in (name for name, _ in self._open):
            return
        while self._open:
            name, _ = self._open[-1]
            if not self._hidden:
                self._end(name)
            self._open.pop()
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        """Collect text."""
        names = {name for name, _ in self._open}
        if "title" in names:
            self._title += data
        elif not self._hidden:
            text = data if "pre" in names else _SPACES.sub(" ", data)
            self._runs.append(Run(text, bool(names & _BOLD)))
        elif data.strip() and len(self.hidden) < _MOST_TOLD and not names & (_SKIPPED | {self._gone, "head"}):
            self.hidden.append(Hidden(clean(data.strip()[:_LONGEST]), Location()))

    @property
    def properties(self) -> dict[str, str]:
        """What the page says about itself: title, author, language."""
        told = {"title": clean(self._title), **self._named}
        return {name: text for name, text in told.items() if text}

    def _tell(self, tag: str, given: dict[str, str]) -> None:
        """Keep what an element says beside its text."""
        if tag == "img" and not self._hidden and len(self.pictures) < _MOST_TOLD:
            words = clean(given.get("alt", ""))[:_LONGEST]
            decorative = given.get("alt") == "" or given.get("role") in ("presentation", "none")
            self.pictures.append(Picture(words, Location(), decorative))
        elif tag == "html" and given.get("lang"):
            self._named["language"] = clean(given["lang"])[:_LONGEST]
        elif tag == "meta" and given.get("name", "").lower() == "author":
            self._named["author"] = clean(given.get("content", ""))[:_LONGEST]
        self.changes += tag in ("ins", "del")

    def _imply(self, tag: str) -> None:
        """End what the new tag ends without saying so."""
        for starting, ended, barrier in _IMPLIED:
            if tag in starting:
                near = next((name for name, _ in reversed(self._open) if name in ended or name in barrier), "")
                if near in ended:
                    self.handle_endtag(near)

    @property
    def _place(self) -> _Place:
        return next((table.place for table in reversed(self._tables) if table.place), self._page)

    @property
    def _hidden(self) -> bool:
        return any(hidden for _, hidden in self._open)

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        place = self._place
        if tag in ("ul", "ol"):
            style = given.get("type", "1") if tag == "ol" else ""
            place.lists.append(_List(style, _whole(given.get("start"), 1)))
        elif tag == "li" and place.lists:
            self._number = _next_number(place.lists[-1], given.get("value"))
        elif tag == "table" and len(self._tables) < _DEEPEST:
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._begin_row(self._tables[-1])
        elif tag in ("td", "th") and self._tables:
            self._begin_cell(self._tables[-1], tag, given)

    def _end(self, tag: str) -> None:
        if tag in _BLOCK:
            self._flush()
        place = self._place
        if tag in ("ul", "ol") and place.lists:
            place.lists.pop()
        elif tag == "li":
            self._number = None
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "tr" and self._tables:
            self._end_row(self._tables[-1])
        elif tag == "table" and self._tables:
            self._end_table()

    def _begin_row(self, table: _Table) -> None:
        self._end_row(table)
        table.cells, table.column, table.headed = [], 0, True

    def _begin_cell(self, table: _Table, tag: str, given: dict[str, str]) -> None:
        self._end_cell()
        if table.cells is None:
            self._begin_row(table)
        while table.taken.get(table.column, 0):
            table.column += 1
        table.headed &= tag == "th" or "thead" in (name for name, _ in self._open)
        table.width = min(_whole(given.get("colspan"), 1), 1000)
        table.height = min(_whole(given.get("rowspan"), 1), 1000)
        table.place = _Place()

    def _end_cell(self) -> None:
        table = self._tables[-1] if self._tables else None
        if table is None or table.cells is None or table.place is None:
            return
        self._flush()
        table.cells.append(Cell(table.column, table.width, tuple(table.place.blocks)))
        table.place = None
        for column in range(table.column, table.column + table.width):
            table.taken[column] = table.height
        table.column += table.width

    def _end_row(self, table: _Table) -> None:
        self._end_cell()
        if table.cells is None:
            return
        table.heads += table.headed and bool(table.cells) and table.heads == len(table.rows)
        table.rows.append(tuple(table.cells))
        table.cells = None
        table.taken = {column: left - 1 for column, left in table.taken.items() if left > 1}

    def _end_table(self) -> None:
        self._end_row(self._tables[-1])
        table = self._tables.pop()
        if any(cell.blocks for cells in table.rows for cell in cells):
            self._place.blocks.append(Block(0, BlockKind.TABLE, rows=tuple(table.rows), heads=table.heads))

    def _flush(self) -> None:
        """What was collected becomes a block."""
        text, look = shape(self._runs)
        self._runs = []
        if not text:
            return
        place, heading = self._place, self._heading
        if heading:
            place.blocks.append(Block(0, BlockKind.PARAGRAPH, text, outline=heading, outline_by=FoundBy.TAG, look=look))
        elif self._number is not None:
            level = max(len(place.lists) - 1, 0)
            place.blocks.append(Block(0, BlockKind.ITEM, text, look=look, number=self._number, level=level))
            self._number = None
        else:
            place.blocks.append(_typed(text, Block(0, BlockKind.PARAGRAPH, text, look=look)))

    @property
    def _heading(self) -> int | None:
        return next((int(name[1]) for name, _ in reversed(self._open) if name in _HEADINGS), None)


def _typed(text: str, block: Block) -> Block:
    """A paragraph that opens with a typed number or bullet is an item as well."""
    found = mark(text)
    if found is None or block.look.bold or is_initial(found.number, ()):
        return block
    return Block(0, BlockKind.ITEM, text[found.width :], look=block.look, number=shown(found.number))


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 and int(text) > 0 else otherwise


def _next_number(numbering: _List, value: str | None) -> str:
    """The number or bullet that a browser shows before the next item."""
    if not numbering.style:
        return BULLET
    number = _whole(value, numbering.following)
    numbering.following = number + 1
    forms = {"a": letter(number), "A": letter(number).upper(), "i": roman(number), "I": roman(number).upper()}
    return f"{forms.get(numbering.style, str(number))}."

"""A tiny writer of PDFs for the tests: text at a place, lines, boxes, pictures, tags, form fields and notes.

Places count in points from the top left. The font is Courier: every letter is 0.6 of the size wide, so that tests can reckon.
"""

from __future__ import annotations

import textwrap
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0
LEFT = 71.0
LETTERS = 68  # letters on a full line from LEFT at size 11, which ends at x 520
LEADING = 13.2

Tag = tuple[str, "Sequence[Tag | tuple[int, int]]"]


@dataclass
class Page:
    """A page being written; `rotate` in degrees."""

    rotate: int = 0
    operators: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    picture: bool = False

    def text(
        self, x: float, y: float, text: str, size: float = 11, *, bold: bool = False, mcid: int | None = None, turn: str = ""
    ) -> None:
        """Text with its baseline at y; `mcid` marks it for the tag tree; `turn` is another text matrix ("0 1 -1 0")."""
        shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)").decode("latin-1")
        matrix = f"{turn or '1 0 0 1'} {x} {HEIGHT - y} Tm"
        operator = f"BT /F{2 if bold else 1} {size} Tf {matrix} ({shown}) Tj ET"
        self.operators.append(operator if mcid is None else f"/P <</MCID {mcid}>> BDC {operator} EMC")

    def paragraph(
        self, y: float, text: str, *, x: float = LEFT, letters: int = LETTERS, size: float = 11, bold: bool = False, hang: int = 0
    ) -> float:
        """Text wrapped after so many letters, its later lines `hang` letters further; gives the baseline after it."""
        lines = textwrap.wrap(text, letters, subsequent_indent=" " * hang, break_on_hyphens=False)
        for line in lines:
            shift = len(line) - len(line.lstrip())
            self.text(x + shift * 0.6 * size, y, line.strip(), size, bold=bold)
            y += LEADING
        return y

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A drawn line."""
        self.operators.append(f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """The lines of a table with columns between the xs and rows between the ys."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])

    def colour(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A grey area without a border."""
        self.operators.append(f"0.8 g {x0} {HEIGHT - y1} {x1 - x0} {y1 - y0} re f 0 g")

    def image(self, x: float, y: float, width: float, height: float) -> None:
        """A grey picture, its top left at x, y."""
        self.picture = True
        self.operators.append(f"q {width} 0 0 {height} {x} {HEIGHT - y - height} cm /I1 Do Q")

    def note(self, text: str, author: str = "") -> None:
        """A note on the page, as a reader of the PDF puts there."""
        self.notes.append(f"<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents({text})/T({author})>>")

    def filled(self, x: float, y: float, value: str) -> None:
        """A text field of a form, filled in."""
        box = f"{x} {HEIGHT - y - 4} {x + 200} {HEIGHT - y + 12}"
        self.notes.append(f"<</Type/Annot/Subtype/Widget/FT/Tx/T(veld{len(self.notes)})/V({value})/Rect[{box}]/F 4>>")


@dataclass
class Pdf:
    """A document being written; `tags` is the tag tree, its leaves are (page from 1, mcid)."""

    pages: list[Page] = field(default_factory=list)
    tags: Sequence[Tag] = ()
    title: str = ""
    squeeze: bool = True

    def page(self, rotate: int = 0) -> Page:
        """A new page."""
        self.pages.append(Page(rotate))
        return self.pages[-1]

    def bytes(self) -> bytes:
        """The file."""
        return _Writer(self).write()


def pdf(*pages: Sequence[tuple[float, float, str]]) -> bytes:
    """A file with these texts at these places, a list for each page."""
    made = Pdf()
    for texts in pages:
        page = made.page()
        for x, y, text in texts:
            page.text(x, y, text)
    return made.bytes()


class _Writer:
    def __init__(self, source: Pdf) -> None:
        self._source = source
        self._objects: list[bytes] = []

    def write(self) -> bytes:
        root, tree, fonts = self._new(), self._new(), [self._font("Courier"), self._font("Courier-Bold")]
        about = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
        picture = self._add(about + b"\nstream\n\x80\nendstream")
        shared = f"/Font<</F1 {fonts[0]} 0 R/F2 {fonts[1]} 0 R>>/XObject<</I1 {picture} 0 R>>"
        fields: list[int] = []
        pages = [self._page(at, page, tree, shared, fields) for at, page in enumerate(self._source.pages)]
        self._set(tree, f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{page} 0 R' for page in pages)}]>>")
        catalog = f"/Type/Catalog/Pages {tree} 0 R"
        if fields:
            catalog += f"/AcroForm<</Fields[{' '.join(f'{at} 0 R' for at in fields)}]/DA(/F1 10 Tf)>>"
        if self._source.tags:
            catalog += f"/MarkInfo<</Marked true>>/StructTreeRoot {self._tree(pages)} 0 R"
        self._set(root, f"<<{catalog}>>")
        info = self._add(f"<</Title({self._source.title})>>".encode("cp1252"))
        return self._file(root, info)

    def _page(self, at: int, page: Page, tree: int, shared: str, fields: list[int]) -> int:
        content = "\n".join(page.operators).encode("latin-1")
        packed, how = (zlib.compress(content), "/Filter/FlateDecode") if self._source.squeeze else (content, "")
        stream = self._add(f"<</Length {len(packed)}{how}>>\nstream\n".encode() + packed + b"\nendstream")
        notes = [self._add(note.encode("cp1252")) for note in page.notes]
        fields += [number for number, note in zip(notes, page.notes, strict=True) if "/Widget" in note]
        annots = f"/Annots[{' '.join(f'{note} 0 R' for note in notes)}]" if notes else ""
        return self._add(
            f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Rotate {page.rotate}/Resources<<{shared}>>"
            f"/Contents {stream} 0 R/StructParents {at}{annots}>>".encode()
        )

    def _tree(self, pages: Sequence[int]) -> int:
        root = self._new()
        owners: dict[int, dict[int, int]] = {}
        kids = [self._element(tag, root, pages, owners) for tag in self._source.tags]
        numbers = []
        for page, marked in sorted(owners.items()):
            refs = " ".join(f"{marked[mcid]} 0 R" if mcid in marked else "null" for mcid in range(max(marked) + 1))
            numbers.append(f"{page - 1} [{refs}]")
        self._set(root, f"<</Type/StructTreeRoot/K[{_refs(kids)}]/ParentTree<</Nums[{' '.join(numbers)}]>>>>")
        return root

    def _element(self, tag: Tag, parent: int, pages: Sequence[int], owners: dict[int, dict[int, int]]) -> int:
        own = self._new()
        kids = []
        for kid in tag[1]:
            if isinstance(kid[0], int):
                page, mcid = int(kid[0]), int(kid[1])
                owners.setdefault(page, {})[mcid] = own
                kids.append(f"<</Type/MCR/Pg {pages[page - 1]} 0 R/MCID {mcid}>>")
            else:
                kids.append(f"{self._element(kid, own, pages, owners)} 0 R")
        kind, _, more = tag[0].partition(" ")
        self._set(own, f"<</Type/StructElem/S/{kind}/P {parent} 0 R/K[{' '.join(kids)}]{more}>>")
        return own

    def _font(self, name: str) -> int:
        return self._add(f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode())

    def _new(self) -> int:
        return self._add(b"")

    def _add(self, body: bytes) -> int:
        self._objects.append(body)
        return len(self._objects)

    def _set(self, number: int, body: str) -> None:
        self._objects[number - 1] = body.encode("latin-1")

    def _file(self, root: int, info: int) -> bytes:
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, body in enumerate(self._objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + b"".join(
            b"%010d 00000 n \n" % place for place in places
        )
        out += f"trailer\n<</Size {len(places) + 1}/Root {root} 0 R/Info {info} 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
        return bytes(out)


def _refs(numbers: Sequence[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)

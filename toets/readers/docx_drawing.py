"""What stands in a drawing or object of a Word file: text boxes to read, and pictures that toets can't read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from toets.readers.docx_symbols import clean
from toets.readers.docx_xml import DGM, MC, OFFICE, WP, A, C, R, V, W, number
from toets.readers.line import Shown
from toets.readers.pictures import SMALLEST, description, picture

BOX: Final = W + "txbxContent"
_EMU: Final = 360_000  # drawing units in a centimetre
_CENTIMETRES: Final = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1, "px": 2.54 / 96, "": 2.54 / 72}
_VML_SIZE: Final = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)\s*(pt|in|cm|mm|px|)", re.I)
_PROGRAMS: Final = (
    ("excel", "Excel-werkblad"),
    ("word", "Word-document"),
    ("powerpoint", "presentatie"),
    ("acro", "PDF"),
    ("visio", "Visio-tekening"),
)
_LONGEST: Final = 500
_CHARTS: Final = frozenset({C + "chart", "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart"})


def choose(choice: etree._Element) -> etree._Element | None:
    """The branch of an mc:AlternateContent that Word shows: the first choice, without one the fallback."""
    found = choice.find(MC + "Choice")
    return choice.find(MC + "Fallback") if found is None else found


def visible(element: etree._Element, depth: int) -> Iterator[etree._Element]:
    """All elements inside that Word shows, at most `depth` deep; text boxes are given but not entered."""
    for child in element:
        if child.tag == MC + "AlternateContent":
            chosen = choose(child)
            if chosen is not None and depth > 0:
                yield from visible(chosen, depth - 1)
            continue
        yield child
        if child.tag != BOX and depth > 0:
            yield from visible(child, depth - 1)


def unread_drawing(parts: tuple[etree._Element, ...], smallest: float = SMALLEST) -> str:
    """What a w:drawing or w:pict shows that can't be read, as a Dutch phrase; "" for text boxes, lines and small pictures.

    `smallest` is the size in square centimetres from which a picture is named.
    """
    tags = {part.tag for part in parts}
    about = _description(parts)
    if tags & _CHARTS:
        return f"grafiek{about}"
    if DGM + "relIds" in tags:
        return f"schema (SmartArt){about}"
    if not tags & {A + "blip", V + "imagedata"} or _is_decoration(parts):
        return ""
    width, height = _size(parts)
    linked = any(part.tag == A + "blip" and part.get(R + "link") and not part.get(R + "embed") for part in parts)
    return picture(width, height, about, linked=linked, smallest=smallest)


def shown_picture(parts: tuple[etree._Element, ...], at: int) -> Shown | None:
    """The picture, chart or diagram in a w:drawing or w:pict, which stands at a character; None for text boxes and lines."""
    tags = {part.tag for part in parts}
    if not tags & (_CHARTS | {DGM + "relIds", A + "blip", V + "imagedata"}):
        return None
    return Shown(_words(parts), _is_decoration(parts), *_size(parts), at)


def unread_object(parts: tuple[etree._Element, ...]) -> str:
    """What a w:object embeds, as a Dutch phrase."""
    for part in parts:
        if part.tag == OFFICE + "OLEObject":
            program = clean(part.get("ProgID") or "")[:100]
            known = next((name for sign, name in _PROGRAMS if sign in program.lower()), program)
            return f"ingesloten object ({known})" if known else "ingesloten object"
        if part.tag == W + "control":
            return "formulierelement"
    return ""


def _size(parts: tuple[etree._Element, ...]) -> tuple[float, float]:
    for part in parts:
        if part.tag == WP + "extent":
            return (number(part.get("cx") or "", 0) or 0) / _EMU, (number(part.get("cy") or "", 0) or 0) / _EMU
        if part.tag.startswith(V) and part.get("style"):
            sizes = {
                name.lower(): float(size or 0) * _CENTIMETRES[unit.lower()] for name, size, unit in _vml(part.get("style") or "")
            }
            if sizes:
                return sizes.get("width", 0.0), sizes.get("height", 0.0)
    return 0.0, 0.0


def _vml(style: str) -> Iterator[tuple[str, str, str]]:
    for name, size, unit in _VML_SIZE.findall(style[:1000]):
        if size.count(".") <= 1 and size != "." and len(size) < 10:
            yield name, size, unit


def _description(parts: tuple[etree._Element, ...]) -> str:
    return description(_words(parts))


def _words(parts: tuple[etree._Element, ...]) -> str:
    """What the writer says that the picture shows."""
    for part in parts:
        given = part.get("descr") or part.get("title") if part.tag == WP + "docPr" else None
        given = part.get("alt") if part.tag.startswith(V) else given
        words = " ".join(clean(given or "").split())
        if words:
            return words[:_LONGEST]
    return ""


def _is_decoration(parts: tuple[etree._Element, ...]) -> bool:
    return any(part.tag.endswith("}decorative") and part.get("val") in ("1", "true") for part in parts)

"""What an annotated Word file must keep, and where its comments stand: read from the XML alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
MAY_DIFFER = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a zip by name; no name twice."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert len(set(archive.namelist())) == len(archive.namelist())
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def comments(data: bytes) -> dict[str, etree._Element]:
    """The comments of a file by id."""
    part = parts(data).get("word/comments.xml")
    return {} if part is None else {each.get(f"{W}id") or "": each for each in etree.fromstring(part).iter(f"{W}comment")}


def ours(before: bytes, after: bytes) -> list[str]:
    """The ids of the comments that were added, in order."""
    known = comments(before)
    return [key for key in comments(after) if key not in known]


def differing(before: bytes, after: bytes) -> set[str]:
    """The names of the parts that differ or were added."""
    one, other = parts(before), parts(after)
    assert set(one) <= set(other)
    return {name for name, data in other.items() if one.get(name) != data}


def bare(data: bytes, without: Collection[str] = ()) -> bytes:
    """The text part in canonical form, without the marks of these comments and with equal runs as one."""
    root = etree.fromstring(parts(data)["word/document.xml"])
    for tag in _MARKS:
        for mark in [each for each in root.iter(f"{W}{tag}") if each.get(f"{W}id") in without]:
            gone = mark if tag != "commentReference" else _parent(mark)
            _parent(gone).remove(gone)
    for run in list(root.iter(f"{W}r")):
        _take_in(run)
    return etree.tostring(root, method="c14n")


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _take_in(run: etree._Element) -> None:
    if run.getparent() is None:
        return
    while (after := run.getnext()) is not None and after.tag == run.tag and _look(after) == _look(run):
        run.extend([child for child in after if child.tag != f"{W}rPr"])
        _parent(after).remove(after)
    for text in list(run.iter(f"{W}t", f"{W}delText")):
        if _SPACE in text.attrib:
            del text.attrib[_SPACE]
        while (after := text.getnext()) is not None and after.tag == text.tag and text.getparent() is run:
            text.text = (text.text or "") + (after.text or "")
            run.remove(after)


def _look(run: etree._Element) -> tuple[object, bytes]:
    look = run.find(f"{W}rPr")
    return sorted(run.attrib.items()), b"" if look is None else etree.tostring(look, method="c14n")


def between(data: bytes, key: str) -> str:
    """The text between the start and the end of a comment, as the paragraph shows it."""
    root = etree.fromstring(parts(data)["word/document.xml"])
    return "".join(_between(root, key))


def _between(root: etree._Element, key: str) -> Iterator[str]:
    fixed = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}sym": "✓"}
    inside, seen = False, set()
    for element in root.iter("*"):
        if element.tag in (f"{W}commentRangeStart", f"{W}commentRangeEnd") and element.get(f"{W}id") == key:
            inside = element.tag.endswith("Start")
            assert element.tag not in seen
            seen.add(element.tag)
        elif inside and element.tag == f"{W}t":
            yield element.text or ""
        elif inside and element.tag in fixed:
            yield fixed[element.tag]
    assert len(seen) == 2

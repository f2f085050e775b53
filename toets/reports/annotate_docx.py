"""The original Word file with the findings as real comments: besides these, nothing in the copy differs."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Sequence

from lxml import etree

from toets.model.note import AUTHOR, INITIALS
from toets.model.wordmap import WordMap
from toets.reports.annotate_cut import Cutter, Element, insert_after
from toets.reports.annotate_notes import Note
from toets.reports.annotate_package import (
    TYPES_PART,
    parsed,
    read_part,
    relations_name,
    rewritten,
    with_comments_relation,
    with_comments_type,
    written,
)

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def annotated_docx(data: bytes, where: WordMap, notes: Sequence[Note]) -> bytes:
    """A copy of a Word file with a comment for each note.

    `data` are the bytes of the file, `where` is its map as the reader gives it. Comments that are in the file stay as they are.
    Without notes the copy equals the file. The same input gives the same bytes: a comment has no date.
    """
    if not notes:
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = parsed(read_part(archive, where.main) or b"")
        name = where.comments or _free_name(archive, where.main)
        known = read_part(archive, where.comments) if where.comments else None
        comments = parsed(known) if known else _no_comments(root)
        _add(root, comments, where, notes)
        parts = {where.main: written(root), name: written(comments)}
        if not where.comments:
            parts |= _announced(archive, where.main, name, strict="purl.oclc.org" in root.tag)
        return rewritten(archive, parts)


def _free_name(archive: zipfile.ZipFile, main: str) -> str:
    taken = {info.filename.lower() for info in archive.infolist()}
    folder = posixpath.dirname(main)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(len(taken) + 1))
    return next(name for name in names if name.lower() not in taken)


def _announced(archive: zipfile.ZipFile, main: str, name: str, *, strict: bool) -> dict[str, bytes]:
    """The parts that must know of a new part with comments."""
    relations = relations_name(main)
    target = posixpath.relpath(name, posixpath.dirname(main) or ".")
    return {
        relations: with_comments_relation(read_part(archive, relations), target, strict=strict),
        TYPES_PART: with_comments_type(read_part(archive, TYPES_PART) or b"", name),
    }


def _no_comments(root: Element) -> Element:
    word = root.tag[1 : root.tag.index("}")]
    return etree.Element(f"{{{word}}}comments", nsmap={"w": word})


def _add(root: Element, comments: Element, where: WordMap, notes: Sequence[Note]) -> None:
    cutter = Cutter(root)
    word = cutter.word
    number = _first_free(root, comments, word)
    for note in notes:
        anchor = note.anchor
        span = cutter.span(where.blocks.get(anchor.block, ()), anchor.start, anchor.end)
        if span is None:
            continue
        _mark(span, word, str(number))
        comments.append(_comment(note, word, str(number)))
        number += 1


def _first_free(root: Element, comments: Element, word: str) -> int:
    used = [each.get(f"{word}id") or "" for each in comments.iter(f"{word}comment")]
    used += [each.get(f"{word}id") or "" for each in root.iter(f"{word}commentRangeStart", f"{word}commentReference")]
    return max((int(one) for one in used if one.isascii() and one.isdigit()), default=-1) + 1


def _mark(span: tuple[Element, Element], word: str, number: str) -> None:
    """The start before the first element, the end after the last, and the sign of the comment behind it.

    In the first paragraph of a content control the sign stands at the start of the paragraph: LibreOffice 7 drops all text
    between the start of the control and the sign. For the same reason it stands behind a control inside a paragraph. Word takes
    the place of a comment from its start and end.
    """
    first, last = span
    key = {f"{word}id": number}
    sign = etree.Element(f"{word}r")
    etree.SubElement(sign, f"{word}commentReference", key)
    end = etree.Element(f"{word}commentRangeEnd", key)
    first.addprevious(etree.Element(f"{word}commentRangeStart", key))
    insert_after(last, end)
    paragraph = _opening_paragraph(first, word)
    if paragraph is None:
        insert_after(_out_of_control(end, word), sign)
    else:
        has_look = len(paragraph) and paragraph[0].tag == f"{word}pPr"
        paragraph.insert(1 if has_look else 0, sign)


def _out_of_control(element: Element, word: str) -> Element:
    """The outermost content control in the paragraph around an element, else the element itself."""
    outermost = element
    for each in element.iterancestors():
        if each.tag == f"{word}p":
            break
        outermost = each if each.tag == f"{word}sdt" else outermost
    return outermost


def _opening_paragraph(element: Element, word: str) -> Element | None:
    """The paragraph around an element, if it is the first in a content control of paragraphs; else None."""
    paragraph = next(element.iterancestors(f"{word}p"), None)
    if paragraph is None:
        return None
    controls = paragraph.iterancestors(f"{word}sdt")
    return paragraph if any(next(each.iter(f"{word}p"), None) is paragraph for each in controls) else None


def _comment(note: Note, word: str, number: str) -> Element:
    names = {f"{word}id": number, f"{word}author": AUTHOR, f"{word}initials": INITIALS}
    comment = etree.Element(f"{word}comment", names, {"w": word[1:-1]})
    first = etree.SubElement(comment, f"{word}p")
    etree.SubElement(etree.SubElement(first, f"{word}r"), f"{word}annotationRef")
    _run(first, word, note.title, bold=True)
    for label, text in note.lines:
        paragraph = etree.SubElement(comment, f"{word}p")
        if label:
            _run(paragraph, word, f"{label}: ", bold=True)
        _run(paragraph, word, text)
    return comment


def _run(paragraph: Element, word: str, text: str, *, bold: bool = False) -> None:
    run = etree.SubElement(paragraph, f"{word}r")
    if bold:
        etree.SubElement(etree.SubElement(run, f"{word}rPr"), f"{word}b")
    element = etree.SubElement(run, f"{word}t")
    element.text = text
    if text != text.strip():
        element.set(_SPACE, "preserve")

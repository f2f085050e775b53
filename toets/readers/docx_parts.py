"""The parts of a Word file: which one is the text, and which ones belong to it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from toets.errors import ReadError
from toets.readers.docx_xml import W, read_xml
from toets.readers.package import Package, PartError

_REL: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_USUAL: Final = "word/document.xml"
_RELATIONS: Final = 20_000
_CORE: Final = (
    ("title", "{http://purl.org/dc/elements/1.1/}title"),
    ("subject", "{http://purl.org/dc/elements/1.1/}subject"),
    ("author", "{http://purl.org/dc/elements/1.1/}creator"),
    ("language", "{http://purl.org/dc/elements/1.1/}language"),
    ("created", "{http://purl.org/dc/terms/}created"),
    ("modified", "{http://purl.org/dc/terms/}modified"),
    ("last_modified_by", "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy"),
)
_APP: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_ABOUT: Final = (("company", "Company"), ("manager", "Manager"))
_LONGEST: Final = 500


@dataclass(frozen=True, slots=True)
class Relation:
    """A part that another part refers to; `sort` is the last word of its type ("styles", "header", "image")."""

    key: str
    sort: str
    target: str


def main_part(package: Package) -> str:
    """The name of the part that holds the text; ReadError when there is none."""
    for relation in relations(package, ""):
        if relation.sort == "officeDocument" and package.has(relation.target):
            return relation.target
    if package.has(_USUAL):
        return _USUAL
    raise ReadError(
        f"{package.name}: het bestand is geen Word-document (het onderdeel met de tekst ontbreekt). "
        "Open het in Word, sla het op als .docx, en lever dat aan."
    )


def relations(package: Package, part: str) -> tuple[Relation, ...]:
    """The parts that a part ("" for the file itself) refers to inside the file; none if its list is missing or damaged."""
    folder, base = posixpath.split(part)
    try:
        root = read_xml(package, posixpath.join(folder, "_rels", f"{base}.rels"))
    except PartError:
        return ()
    out = []
    for each in root.findall(_REL)[:_RELATIONS]:
        target = (each.get("Target") or "").replace("\\", "/")
        if (each.get("TargetMode") or "").lower() != "external" and target and "\x00" not in target:
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            out.append(Relation(each.get("Id") or "", (each.get("Type") or "").rpartition("/")[2], full))
    return tuple(out)


def part_named(package: Package, main: str, related: tuple[Relation, ...], sort: str) -> str:
    """The name of the part of a sort that belongs to the text ("styles"), also when the references are broken; "" if none."""
    for relation in related:
        if relation.sort == sort and package.has(relation.target):
            return relation.target
    guess = posixpath.join(posixpath.dirname(main), f"{sort}.xml")
    return guess if package.has(guess) else ""


def properties(package: Package) -> tuple[Mapping[str, str], int | None]:
    """What the file says about itself (title, author, language, …), and how many pages it had when it was last saved."""
    found: dict[str, str] = {}
    core = _root(package, "docProps/core.xml")
    for name, tag in _CORE if core is not None else ():
        text = " ".join((core.findtext(tag) or "").split()) if core is not None else ""
        if text:
            found[name] = text[:_LONGEST]
    app = _root(package, "docProps/app.xml")
    for name, tag in _ABOUT if app is not None else ():
        text = " ".join((app.findtext(_APP + tag) or "").split()) if app is not None else ""
        if text:
            found[name] = text[:_LONGEST]
    pages = "" if app is None else (app.findtext(f"{_APP}Pages") or "").strip()
    count = int(pages) if pages.isascii() and pages.isdigit() and len(pages) < 6 else 0
    return found, count or None


def notes_in(root: etree._Element, sort: str) -> Mapping[tuple[str, str], etree._Element]:
    """The notes of a part by sort ("footnote", "endnote") and id, without the lines that separate them from the text."""
    return {
        (sort, note.get(W + "id") or ""): note for note in root.findall(W + sort) if note.get(W + "type") in (None, "", "normal")
    }


def _root(package: Package, part: str) -> etree._Element | None:
    try:
        return read_xml(package, part)
    except PartError:
        return None

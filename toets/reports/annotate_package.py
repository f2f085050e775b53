"""A Word file with some of its parts replaced and some added; all others stay as they are, byte for byte."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from copy import copy

from lxml import etree

Element = etree._Element

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_NO_RELATIONS = f'<Relationships xmlns="{_RELATIONS[1:-1]}"/>'.encode()
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_WORTHWHILE = 0.9  # what is packed to more than this part of its size (pictures) is stored as it is, which saves time
_EPOCH = (1980, 1, 1, 0, 0, 0)
TYPES_PART = "[Content_Types].xml"


def rewritten(archive: zipfile.ZipFile, parts: Mapping[str, bytes]) -> bytes:
    """The archive with these parts in place of those of the same name (whatever the capitals), and new ones at the end."""
    left = {name.lower(): (name, data) for name, data in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in archive.infolist():
            _, data = left.pop(info.filename.lower(), ("", None))
            target.writestr(_entry(info), archive.read(info) if data is None else data)
        for name, data in left.values():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)
    return out.getvalue()


def _entry(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    entry = copy(info)
    dense = info.file_size > 0 and info.compress_size > _WORTHWHILE * info.file_size
    entry.compress_type = zipfile.ZIP_STORED if dense else zipfile.ZIP_DEFLATED
    entry.extra = b""
    return entry


def read_part(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """A part by its name, whatever the capitals; None if there is none."""
    found = next((info for info in archive.infolist() if info.filename.lower() == name.lower()), None)
    return None if found is None else archive.read(found)


def parsed(data: bytes) -> Element:
    """The root of a part that was read before and found safe."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    return etree.fromstring(data, parser)


def written(root: Element) -> bytes:
    """A part as Word writes it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def with_comments_type(types: bytes, part: str) -> bytes:
    """The list of content types, with the type of a part with comments."""
    root = parsed(types)
    name = f"/{part}"
    if all((each.get("PartName") or "").lower() != name.lower() for each in root.iter(f"{_TYPES}Override")):
        etree.SubElement(root, f"{_TYPES}Override", PartName=name, ContentType=_COMMENTS)
    return written(root)


def relations_name(part: str) -> str:
    """The part with the relations of a part: word/_rels/document.xml.rels."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def with_comments_relation(relations: bytes | None, target: str, *, strict: bool) -> bytes:
    """The relations of the text, with one to the part with comments; `target` is relative to the text."""
    root = parsed(relations) if relations else parsed(_NO_RELATIONS)
    taken = {each.get("Id") for each in root}
    number = next(number for number in range(1, len(taken) + 2) if f"rIdToets{number}" not in taken)
    base = "http://purl.oclc.org/ooxml" if strict else "http://schemas.openxmlformats.org"
    kind = f"{base}/officeDocument/{'' if strict else '2006/'}relationships/comments"
    etree.SubElement(root, f"{_RELATIONS}Relationship", Id=f"rIdToets{number}", Type=kind, Target=target)
    return written(root)

"""What kind of file these bytes are; the name of a file only helps to tell kinds of plain text apart."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_FLAT_TEXT = re.compile(rb"<office:document\b[^>]*application/vnd\.oasis\.opendocument\.text", re.S)
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|meta|p|div|h[1-6]|table)\b", re.I)
_MARKDOWN = re.compile(rb"^(#{1,6} \S|\|? ?:?-{3,}:? ?\||```|\[[^\]]+\]\()", re.M)
_HEAD = 4096
_NOTHING = b"\x00\t\r\n "
_TEXTS = (".txt", ".text")
_ENDING = re.compile(r"\.[a-z][a-z0-9]{0,9}")
"""What follows the last dot of a name when it says a sort of file: not the 5 of "nr. 5"."""
_CHANGED_NAMES = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".pdf", ".rtf")


class Format(StrEnum):
    """A kind of file; those that toets does not read are told apart for the sake of a clear message."""

    ZIP = "zip"
    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"
    EMPTY = "empty"
    OLD_WORD = "doc"
    LOCKED = "locked"
    OLD_OFFICE = "ole"
    RTF = "rtf"
    FLAT_ODF = "fodt"
    FLAT_XML = "xml"
    WEB_ARCHIVE = "mhtml"
    IMAGE = "image"
    NOT_TEXT = "binary"
    DISGUISED_TEXT = "disguised"
    OTHER_TEXT = "other"


def sniff(data: bytes, name: str) -> Format:
    """The format of a file by its first bytes. Text named as a document is DISGUISED_TEXT, as another sort of file OTHER_TEXT."""
    head = data[:_HEAD]
    if not head.strip(_NOTHING) and not data.strip(_NOTHING):
        return Format.EMPTY
    if head.startswith(_ZIP):
        return Format.ZIP
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(_OLE):
        return _ole(data)
    if head.lstrip().startswith(b"{\\rtf"):
        return Format.RTF
    if _is_image(head):
        return Format.IMAGE
    return _text(head, name)


def _ole(data: bytes) -> Format:
    """Old Office files, and new ones with a password, are small file systems; their entries have names in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Format.LOCKED
    if "WordDocument".encode("utf-16-le") in data:
        return Format.OLD_WORD
    return Format.OLD_OFFICE


def _is_image(head: bytes) -> bool:
    return head.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")) and b"\x00" in head


def _text(head: bytes, name: str) -> Format:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_wide(head):
        head = head.replace(b"\x00", b"")
    elif b"\x00" in head:
        return Format.NOT_TEXT
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if re.match(rb"mime-version:", start, re.I):
        return Format.WEB_ARCHIVE
    if start.startswith(b"<?xml") and not re.search(rb"<(!doctype\s+)?html", start, re.I):
        return Format.FLAT_ODF if _FLAT_TEXT.search(start) else Format.FLAT_XML
    if start.startswith(b"<") and _HTML.search(start):
        return Format.HTML
    suffix = PurePath(name).suffix.lower()
    if suffix in _CHANGED_NAMES:
        return Format.DISGUISED_TEXT
    if suffix in (".html", ".htm", ".xhtml"):
        return Format.HTML
    if suffix in (".md", ".markdown"):
        return Format.MARKDOWN
    if suffix not in _TEXTS and _ENDING.fullmatch(suffix):
        return Format.OTHER_TEXT
    return Format.TEXT if suffix in _TEXTS or not _MARKDOWN.search(head) else Format.MARKDOWN


def _is_wide(head: bytes) -> bool:
    """UTF-16 without a mark: every other byte of mostly Latin text is zero."""
    even, odd = head[0::2], head[1::2]
    return len(head) >= 4 and (even.count(0) == 0) != (odd.count(0) == 0) and head.count(0) > 0.35 * len(head)

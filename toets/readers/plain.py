"""Text, Markdown and HTML to a Source."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from toets.errors import ReadError
from toets.model.document import Block, Location, Picture, Source, Unread
from toets.model.reading import ReadOptions
from toets.readers.plain_blocks import indexed, within
from toets.readers.plain_decode import decode
from toets.readers.plain_html import HtmlReader
from toets.readers.plain_markdown import images, parse_markdown
from toets.readers.plain_text import parse_text


def read_text(data: bytes, name: str, options: ReadOptions) -> Source:
    """A text without markup: paragraphs, list items, tab-separated tables; raises ReadError if it isn't text."""
    text = decode(data, name, options.limits)
    return _source(data, name, "txt", parse_text(text), options)


def read_markdown(data: bytes, name: str, options: ReadOptions) -> Source:
    """A Markdown text; its headings have an outline level. Raises ReadError if it isn't text."""
    text = decode(data, name, options.limits)
    alts = images(text)
    unread = tuple(Unread(f"afbeelding {alt}".strip(), Location()) for alt in alts)
    source = _source(data, name, "md", parse_markdown(text), options, unread)
    return replace(source, pictures=tuple(Picture(alt, Location()) for alt in alts)) if alts else source


def read_html(data: bytes, name: str, options: ReadOptions) -> Source:
    """An HTML page: headings, paragraphs, lists with their numbers, tables; raises ReadError if it isn't text.

    Nothing is fetched, and scripts and hidden parts are left out.
    """
    reader = HtmlReader(original=options.changes == "original")
    if not reader.read(decode(data, name, options.limits)):
        raise ReadError(f"{name}: de HTML is beschadigd: een label heeft geen einde. Sla de pagina opnieuw op.")
    unread = tuple(Unread(f"afbeelding {picture.words}", Location()) for picture in reader.pictures if picture.words)
    return replace(
        _source(data, name, "html", reader.blocks, options, unread),
        properties=reader.properties,
        changes=reader.changes,
        pictures=tuple(reader.pictures),
        hidden=tuple(reader.hidden),
    )


def _source(
    data: bytes, name: str, form: str, blocks: Sequence[Block], options: ReadOptions, unread: tuple[Unread, ...] = ()
) -> Source:
    if not blocks:
        raise ReadError(f"{name}: het bestand bevat geen tekst. Controleer of het juiste bestand is aangeleverd.")
    within(blocks, name, options.limits)
    return Source(name, form, hashlib.sha256(data).hexdigest(), indexed(blocks), unread=unread)

"""Placing a book in the form that was asked for."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from toets.cli.output import Result, write_results

if TYPE_CHECKING:
    from toets.reports.sheet import Book

ENDINGS: Mapping[str, str] = {
    "text": "txt", "html": "html", "word": "docx", "markdown": "md", "json": "json", "xlsx": "xlsx",
}  # fmt: skip
BOOK_FORMATS: tuple[str, ...] = ("text", "html", "word", "markdown")
"""The formats that any book can be placed in."""


def placed(form: str, made: Book, *, to_screen: bool) -> str | bytes:
    """A book as one of BOOK_FORMATS; `to_screen` is wrapped and coloured as the screen is."""
    if form == "html":
        from toets.reports.html import page

        return page(made)
    if form == "word":
        from toets.reports.word import document

        return document(made)
    if form == "markdown":
        from toets.reports.markdown import text_of

        return text_of(made)
    from toets.reports.screen import to_screen as shown

    width = shutil.get_terminal_size((100, 24)).columns if to_screen else 100
    return shown(made, width=width, color=to_screen and sys.stdout.isatty() and "NO_COLOR" not in os.environ)


def write_one(form: str, name: str, content: str | bytes, output: Path | None, *, force: bool, originals: list[Path]) -> None:
    """Show a result, or write it to a file or folder; in a folder it is called `name` with the ending of its form."""
    write_results([Result(f"{name}.toets.{ENDINGS[form]}", content)], output, force=force, originals=originals)

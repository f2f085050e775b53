"""Pieces of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; "" without rows."""
    lines = [" | ".join(cell(text) for text in row) for row in rows]
    if not lines:
        return ""
    return "\n".join(f"| {line} |" for line in (" | ".join(head), " | ".join("---" for _ in head), *lines)) + "\n"


def cell(text: str) -> str:
    """Text that can stand in a table."""
    return " ".join(text.split()).replace("|", "\\|")


def plain(text: str) -> str:
    """Words of somebody else, without what Markdown would read as markup."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#|$" else sign for sign in " ".join(text.split()))


def fenced(text: str, language: str = "text") -> str:
    """A block of text as it stands."""
    return f"```{language}\n{text.strip(chr(10))}\n```\n"


def contents(names: Iterable[str], depth: int = 1) -> str:
    """A hidden table of contents, which puts pages in the side bar."""
    return "```{toctree}\n:hidden:\n:maxdepth: " + str(depth) + "\n\n" + "\n".join(names) + "\n```\n"

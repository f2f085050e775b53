"""The files that lie beside a document: in its folder, or in a folder "bijlagen" there. Only their names are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

MOST = 200
"""A folder with more files is an archive and not the set of papers of one proposal."""

_PAPERS = frozenset(
    (".docx", ".doc", ".pdf", ".odt", ".rtf", ".xlsx", ".xls", ".ods", ".pptx", ".ppt", ".odp", ".jpg", ".jpeg", ".png", ".zip")
)
_FOLDERS = frozenset({"bijlage", "bijlagen"})


def beside(path: Path) -> tuple[str, ...]:
    """The names of the papers beside a document, sorted; nothing for a folder that can't be listed or holds too many."""
    try:
        found = sorted(name for name in _papers(path.parent) if name != path.name)
    except OSError:
        return ()
    return tuple(found) if len(found) <= MOST else ()


def _papers(folder: Path) -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.name.startswith((".", "~")):
            continue
        if entry.suffix.lower() in _PAPERS:
            yield entry.name
        elif entry.name.lower() in _FOLDERS and entry.is_dir():
            yield from (inner.name for inner in entry.iterdir() if inner.suffix.lower() in _PAPERS)

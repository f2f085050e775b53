"""From the arguments of a command to the files it is about."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from glob import glob, has_magic
from pathlib import Path

from toets.disk import files_below, is_folder
from toets.errors import UsageError

ENDINGS = frozenset(
    {".docx", ".docm", ".pdf", ".odt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".txt", ".text", ".doc", ".rtf", ".fodt"}
)
"""What a folder is searched for; a file that is named is read whatever it is called."""


def documents(arguments: Sequence[str]) -> list[Path]:
    """Files, folders (searched through) and globs as files: in the order given, each once, folders by name.

    A folder that may not be read is given as it is, so that the report says so.
    Raises UsageError when a folder or glob holds no documents, and for a name that is empty.
    """
    found: list[Path] = []
    for argument in arguments:
        if not argument.strip():
            raise UsageError("Er staat een lege naam tussen de documenten. Noem een bestand of map; '.' is de huidige map.")
        path = Path(argument)
        if is_folder(path):
            found.extend(_inside(path))
        elif has_magic(argument) and not os.path.lexists(argument):
            matches = sorted(Path(name) for name in glob(argument, recursive=True))
            found.extend(_some((item for item in matches if item.is_file()), argument))
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def _inside(folder: Path) -> list[Path]:
    from toets.plugins import load_plugins

    endings = ENDINGS | {suffix for reader in load_plugins().readers for suffix in reader.suffixes}
    files = (file for file in files_below(folder) if not _is_aside(file.name))
    return _some((file for file in files if file.suffix.lower() in endings or file.is_dir()), str(folder))


def _is_aside(name: str) -> bool:
    """Whether a file is no document of its own: hidden, a lock of Word, or a result that toets wrote."""
    return name.startswith(("~$", ".")) or ".toets." in name


def _some(files: Iterable[Path], where: str) -> list[Path]:
    found = list(files)
    if not found:
        raise UsageError(f"In '{where}' staan geen documenten. Gezocht is naar {', '.join(sorted(ENDINGS))}.")
    return found

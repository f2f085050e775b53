"""The file system: what lies in a folder, and what goes wrong there in Dutch."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

_REASONS = {
    errno.EACCES: "geen rechten",
    errno.EPERM: "geen rechten",
    errno.ENOENT: "de map of het bestand is er niet",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "het is een map",
    errno.EEXIST: "het bestaat al",
    errno.ENOSPC: "de schijf is vol",
    errno.EROFS: "hier mag alleen worden gelezen",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EBUSY: "het bestand is in gebruik",
    errno.EINVAL: "de naam kan hier niet",
    errno.EIO: "de schijf gaf een storing",
}


def reason(error: Exception) -> str:
    """Why a file could not be read or written, in a few Dutch words; what the system says when there are none."""
    if isinstance(error, UnicodeError):
        return "het is geen tekst in UTF-8"
    if not isinstance(error, OSError):
        return str(error)
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


def files_below(folder: Path) -> list[Path]:
    """The files in a folder and below it, by name, without what is in hidden folders.

    A folder that may not be read stands in the list itself, so that nobody takes what is in it for judged.
    """
    found: list[Path] = []

    def closed(error: OSError) -> None:
        found.append(Path(error.filename))

    for here, below, names in os.walk(folder, onerror=closed):
        if not os.access(here, os.X_OK):
            found.append(Path(here))
            continue
        below[:] = [name for name in below if not name.startswith(".")]
        found.extend(Path(here, name) for name in names)
    return sorted(path for path in found if is_folder(path) or path.is_file())


def folder_of(paths: Iterable[Path]) -> Path | None:
    """The deepest folder that all these files and folders are in; None without any, or on drives apart."""
    folders = [here if is_folder(here) else here.parent for here in (path.absolute() for path in paths)]
    try:
        return Path(os.path.commonpath(folders)) if folders else None
    except ValueError:
        return None


def is_folder(path: Path) -> bool:
    """Whether it is a folder; one that is out of sight, because of rights, is not."""
    try:
        return path.is_dir()
    except OSError:
        return False

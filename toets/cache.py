"""What was worked out before and still holds, kept in a folder that only the user can read.

A value is found again under a key that names everything it depends on, so nothing here ever expires or is out of date; what
was not used for long is removed. A cache that cannot be read or written is no error: the work is done again.
"""

from __future__ import annotations

import gc
import hashlib
import io
import os
import pickle
import stat
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar, cast

T = TypeVar("T")

VARIABLE = "TOETS_CACHE"
"""The environment variable with another folder for the cache; "0" is none."""

MOST = 400 * 1024**2
"""Bytes that the cache may hold; then the least recently used half goes."""

_LIBRARIES = ("durable-rules", "lxml", "pypdfium2", "spacy", "rapidfuzz")
"""Libraries whose version can change an outcome."""


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of values by key; without a folder it holds nothing."""

    folder: Path | None

    def get(self, key: str) -> object | None:
        """The value under a key; None when there is none, or it can't be read."""
        if self.folder is None:
            return None
        path = self.folder / key
        try:
            value = _unpacked(path.read_bytes())
            os.utime(path)
        except FileNotFoundError:
            return None
        except Exception:  # a damaged file may raise anything; the work is done again
            path.unlink(missing_ok=True)
            return None
        return value

    def put(self, key: str, value: object) -> None:
        """Keep a value; a full disk or a read-only folder is no error."""
        if self.folder is None:
            return
        import tempfile  # not needed to read

        try:
            data = _packed(value)
            with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
                file.write(data)
            Path(file.name).replace(self.folder / key)
        except (OSError, pickle.PicklingError, RecursionError):
            return

    def recall(self, key: str, make: Callable[[], T]) -> T:
        """The value under a key, made and kept when it isn't there."""
        found = self.get(key)
        if found is None:
            found = make()
            self.put(key, found)
        return cast("T", found)

    def tidy(self) -> None:
        """Remove what was not used for longest when the cache has grown too large."""
        if self.folder is None:
            return
        try:
            files = sorted((path.stat().st_mtime, path.stat().st_size, path) for path in self.folder.iterdir())
            total = sum(size for _, size, _ in files)
            for _, size, path in files if total > MOST else ():
                path.unlink(missing_ok=True)
                total -= size
                if total <= MOST // 2:
                    return
        except OSError:
            return


class _Packer(pickle.Pickler):
    """Writes a dataclass as a call with its fields: that is read back four times as fast as what Python makes of it."""

    def reducer_override(self, value: object) -> Any:
        """How a value is written; NotImplemented is Python's own way."""
        if is_dataclass(value) and not isinstance(value, type):
            return type(value), tuple(getattr(value, item.name) for item in fields(value))
        return NotImplemented


def _packed(value: object) -> bytes:
    buffer = io.BytesIO()
    _Packer(buffer, protocol=pickle.HIGHEST_PROTOCOL).dump(value)
    return buffer.getvalue()


def _unpacked(data: bytes) -> object:
    """A value that was kept. All of it stays, so looking for garbage meanwhile would only cost time: more than the reading."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        value: object = pickle.loads(data)  # noqa: S301 - only the user can write there
    finally:
        if collecting:
            gc.enable()
    return value


def open_store(*, use: bool) -> Store:
    """The cache of this user, or one that holds nothing: when `use` is off, or its folder isn't the user's alone."""
    told = os.environ.get(VARIABLE, "")
    if not use or told == "0":
        return Store(None)
    from platformdirs import user_cache_path

    folder = Path(told) if told else user_cache_path("toets", appauthor=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Store(folder if _is_private(folder) else None)
    except OSError:
        return Store(None)


def _is_private(folder: Path) -> bool:
    """Whether nobody else can put a value there: what is read from it is trusted."""
    if not hasattr(os, "getuid"):  # Windows: the folder lies in the user's profile
        return True
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o022


def key_of(*parts: object) -> str:
    """One key for everything a value depends on: texts, numbers, dates, paths, and collections and dataclasses of those."""
    return hashlib.sha256(_plain(parts).encode()).hexdigest()


def _plain(value: object) -> str:
    """A value as text, the same in every process: sets and mappings in order."""
    if isinstance(value, Mapping):
        return "{" + ",".join(sorted(f"{_plain(key)}:{_plain(item)}" for key, item in value.items())) + "}"
    if isinstance(value, set | frozenset):
        return "{" + ",".join(sorted(map(_plain, value))) + "}"
    if isinstance(value, tuple | list):
        return "(" + ",".join(map(_plain, value)) + ")"
    if is_dataclass(value):
        return type(value).__name__ + _plain([getattr(value, item.name) for item in fields(value)])
    if callable(value):
        return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', type(value).__name__)}"
    return repr(value)


def mark_of_files(folders: Iterable[Path]) -> str:
    """A mark that changes when a file in these folders is changed, added or removed; what is no folder is a file itself."""
    return key_of(*(item for folder in folders for item in _files(str(folder))))


def _files(folder: str) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    if os.path.isfile(folder):  # noqa: PTH113 - a plugin of one module
        info = os.stat(folder)  # noqa: PTH116
        return [(folder, info.st_size, info.st_mtime_ns)]
    for here, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if name != "__pycache__")
        for path in (Path(here, name) for name in sorted(names)):
            info = path.stat()
            found.append((str(path), info.st_size, info.st_mtime_ns))
    return found


def mark_of_code() -> str:
    """A mark that changes when toets, Python or a library that matters is another."""
    return key_of(sys.version_info[:3], [_version(name) for name in _LIBRARIES], mark_of_files([Path(__file__).parent]))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""

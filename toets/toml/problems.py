"""What is wrong in the files of an author: gathered while reading on, then told all at once with file, line and key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from toets.errors import RuleSetError
from toets.toml.places import line_of

Key = tuple[str | int, ...]
"""The way to a value in a TOML file: names of tables and keys, and indexes in arrays."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One TOML file: where it is, its text, and what tomllib made of that."""

    path: Path
    text: str
    data: dict[str, object]


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: in which file (None: in no file), at which line or key, and a Dutch sentence without a full stop."""

    sheet: Sheet | None
    key: Key
    says: str
    line: int | None = None

    def place(self) -> tuple[str, int]:
        """The file and the line."""
        if self.sheet is None:
            return "", 0
        return str(self.sheet.path), self.line or line_of(self.sheet.text, self.key)

    def told(self) -> str:
        """The problem as one line: `rules/middelen/MID-02-dekking.toml:14 needs[0].facht: onbekende sleutel "facht"`."""
        if self.sheet is None:
            return self.says
        key = shown_key(self.key)
        return f"{shown_path(self.sheet.path)}:{self.place()[1]}{f' {key}' if key else ''}: {self.says}"


class Notes:
    """The problems found so far."""

    __slots__ = ("_folders", "_problems")

    def __init__(self, folders: Sequence[tuple[str, Path]] = ()) -> None:
        self._problems: list[Problem] = []
        self._folders = folders

    def __bool__(self) -> bool:
        """Whether anything was noted."""
        return bool(self._problems)

    def add(self, sheet: Sheet | None, key: Key, says: str, *, line: int | None = None) -> None:
        """Note one problem."""
        self._problems.append(Problem(sheet, key, says, line))

    def told(self) -> tuple[str, ...]:
        """What was noted as lines, in order of file and line, each once."""
        ordered = sorted(self._problems, key=Problem.place)
        return tuple(dict.fromkeys(problem.told() + self._whose(problem) for problem in ordered))

    def settle(self) -> None:
        """Raise RuleSetError with everything that was noted; do nothing when all is well."""
        if told := self.told():
            raise RuleSetError(told)

    def _whose(self, problem: Problem) -> str:
        """Of which plugin the file is; "" for a folder that the user named."""
        path = problem.sheet.path if problem.sheet else None
        of = (origin for origin, folder in self._folders if path and origin != str(folder) and path.is_relative_to(folder))
        return next((f" (in {origin}; meld dit bij de maker)" for origin in of), "")


def shown_key(key: Key) -> str:
    """A key as an author reads it: needs[0].with[1].fact."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in key)
    return "".join(parts).removeprefix(".")


def shown_path(path: Path) -> str:
    """A path as short as it can be: from the current folder when it lies in there."""
    try:
        return str(Path(path).resolve().relative_to(Path.cwd()))
    except (ValueError, TypeError):
        return str(path)


def meant(word: str, known: Iterable[str], *, mark: str = "") -> str:
    """The tail of a message about an unknown word: what was probably meant, else what is allowed."""
    from difflib import get_close_matches  # only needed when something is wrong

    choices = tuple(dict.fromkeys(known))
    close = get_close_matches(word, choices, n=1) or [name for name in choices if name.lower() == word.lower()]
    if close:
        return f'; bedoelde u "{mark}{close[0]}"?'
    return f"; toegestaan: {listed([mark + name for name in choices])}" if choices else ""


def listed(names: Sequence[str], *, most: int = 30) -> str:
    """Names with commas, cut off when there are many; "" is shown as such."""
    shown = [name or '""' for name in names[:most]]
    return ", ".join(shown) + (", …" if len(names) > most else "")


def shown(value: object) -> str:
    """A value as it would stand in TOML, shortened."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value if len(value) <= 60 else value[:59] + "…"}"'
    if isinstance(value, list):
        return "een lijst"
    return "een tabel" if isinstance(value, dict) else str(value)

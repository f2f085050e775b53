"""On which line a key of a TOML file stands: a light scan, made only when there is a mistake to point at.

tomllib keeps no lines. The text is known to be valid TOML here, so the scan needs no checks of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_TOKEN = re.compile(
    r"""
    "{3}(?:\\.|[^\\])*?"{3,5} | '{3}.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*'   # strings
    | \#[^\n]* | \n | [\[\]{}=,] | [^\s\[\]{}=,\#"']+ | .
    """,
    re.VERBOSE | re.DOTALL,
)
_Key = tuple[str | int, ...]


def line_of(text: str, key: _Key) -> int:
    """The 1-based line of a key in a valid TOML text; of the nearest table around it when the key isn't there."""
    lines = _Scan(text).lines
    while key and key not in lines:
        key = key[:-1]
    return lines.get(key, 1)


class _Scan:
    """Walks over the tokens once and remembers the line at which every key and array element begins."""

    def __init__(self, text: str) -> None:
        self.lines: dict[_Key, int] = {}
        self._counts: dict[_Key, int] = {}
        self._line = 1
        self._tokens = [piece for piece in _TOKEN.findall(text) if piece not in " \t\r" and not piece.startswith("#")]
        self._at = 0
        self._document()

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _next(self) -> str:
        token = self._peek()
        self._at += 1
        self._line += token.count("\n")
        return token

    def _document(self) -> None:
        table: _Key = ()
        while self._peek():
            if self._peek() == "\n":
                self._next()
            elif self._peek() == "[":
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> _Key:
        line = self._line
        self._next()
        array = self._peek() == "["
        if array:
            self._next()
        names = self._names("]")
        if array:
            self._next()
        table = (*self._current(names[:-1]), names[-1])
        if array:
            self.lines.setdefault(table, line)
            self._counts[table] = self._counts.get(table, 0) + 1
            table = (*table, self._counts[table] - 1)
        self.lines.setdefault(table, line)
        return table

    def _current(self, names: Sequence[str]) -> _Key:
        key: _Key = ()
        for name in names:
            key = (*key, name)
            if key in self._counts:
                key = (*key, self._counts[key] - 1)
        return key

    def _names(self, end: str) -> list[str]:
        names: list[str] = []
        while self._peek() and self._peek() != end:
            token = self._next()
            quoted = token[0] in "\"'"
            names.extend([token[1:-1]] if quoted else [part for part in token.split(".") if part])
        self._next()
        return names or [""]

    def _pair(self, table: _Key) -> None:
        line = self._line
        for name in self._names("="):
            table = (*table, name)
            self.lines.setdefault(table, line)
        self._value(table)

    def _value(self, key: _Key) -> None:
        piece = self._next()
        if piece == "[":
            self._array(key)
        elif piece == "{":
            while self._inside("}"):
                self._pair(key)
        else:
            while self._peek() not in ("", "\n", ",", "]", "}"):
                self._next()

    def _array(self, key: _Key) -> None:
        index = 0
        while self._inside("]"):
            self.lines.setdefault((*key, index), self._line)
            self._value((*key, index))
            index += 1

    def _inside(self, end: str) -> bool:
        """Skip to the next element; False, past the bracket, when there is none."""
        while self._peek() in ("\n", ","):
            self._next()
        if self._peek() in (end, ""):
            self._next()
            return False
        return True

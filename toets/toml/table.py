"""A TOML table, read key by key: what is missing, of the wrong type or unknown is noted, and reading goes on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from toets.toml.problems import Key, Notes, Sheet, meant, shown


class Table:
    """One table of a file, and where it stands. Every key that is asked for counts as known; `done` notes the others."""

    __slots__ = ("_asked", "_data", "_notes", "key", "sheet")

    def __init__(self, sheet: Sheet, notes: Notes, data: dict[str, Any] | None = None, key: Key = ()) -> None:
        self.sheet = sheet
        self.key = key
        self._notes = notes
        self._data: dict[str, Any] = sheet.data if data is None else data
        self._asked: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self._data

    def names(self) -> Iterable[str]:
        """The keys that stand in the table."""
        return self._data.keys()

    def note(self, says: str, *below: str | int) -> None:
        """Note a problem with this table, or with what stands below it."""
        self._notes.add(self.sheet, (*self.key, *below), says)

    def raw(self, name: str) -> Any:
        """The value as tomllib gave it, None when the key isn't there."""
        self._asked.add(name)
        return self._data.get(name)

    def _get(self, name: str, required: bool) -> Any:
        value = self.raw(name)
        if value is None and required:
            self.note(f'verplichte sleutel "{name}" ontbreekt')
        return value

    def text(self, name: str, *, default: str | None = None) -> str:
        """A text that isn't empty; required unless there is a default."""
        value = self._get(name, default is None)
        if value is None:
            return default or ""
        if not isinstance(value, str):
            self.note(f"is {shown(value)}; toegestaan: een tekst tussen aanhalingstekens", name)
            return default or ""
        if not value.strip():
            self.note("is leeg; vul een tekst in of laat de sleutel weg", name)
        return value.strip()

    def choice(self, name: str, allowed: Iterable[str], *, default: str | None = None) -> str:
        """A text out of a closed list."""
        value = self.text(name, default=default)
        if value and name in self._data and value not in (choices := tuple(allowed)):
            self.note(f'onbekende waarde "{value}"{meant(value, choices)}', name)
            return default or choices[0]
        return value

    def flag(self, name: str, *, default: bool) -> bool:
        """True or false."""
        value = self.raw(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.note(f"is {shown(value)}; toegestaan: true of false", name)
            return default
        return value

    def number(self, name: str, *, default: int, least: int = 0) -> int:
        """An integer of at least `least`."""
        value = self.raw(name)
        if value is None:
            return default
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            self.note(f"is {shown(value)}; toegestaan: een geheel getal vanaf {least}", name)
            return default
        return value

    def day(self, name: str, *, required: bool = False) -> date | None:
        """A date without quotes, such as 2026-11-21."""
        value = self._get(name, required)
        if value is None:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            self.note(f"is {shown(value)}; toegestaan: een datum zonder aanhalingstekens, zoals 2026-11-21", name)
            return None
        return value

    def texts(self, name: str, *, allowed: Collection[str] = (), required: bool = False) -> tuple[str, ...]:
        """A list of texts, each out of `allowed` if that isn't empty; () when the key isn't there."""
        return self.texts_in(self._get(name, required), name, allowed)

    def texts_in(self, value: Any, name: str, allowed: Collection[str] = ()) -> tuple[str, ...]:
        """The texts of a value that stands behind a key."""
        if value is None:
            return ()
        if not isinstance(value, list):
            self.note(f"is {shown(value)}; toegestaan: een lijst van teksten tussen [ en ]", name)
            return ()
        return tuple(self._checked(value, name, allowed))

    def _checked(self, value: list[Any], name: str, allowed: Collection[str]) -> Iterator[str]:
        for index, item in enumerate(value):
            if not isinstance(item, str) or not item.strip():
                self.note(f"is {shown(item)}; toegestaan: een tekst tussen aanhalingstekens", name, index)
            elif allowed and item not in allowed:
                self.note(f'onbekende waarde "{item}"{meant(item, allowed)}', name, index)
            else:
                yield item.strip()

    def table(self, name: str, *, required: bool = False) -> Table | None:
        """A table within this one; None when it isn't there."""
        value = self._get(name, required)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.note(f"is {shown(value)}; toegestaan: een tabel: zet wat erbij hoort onder [{name}]", name)
            return None
        return Table(self.sheet, self._notes, value, (*self.key, name))

    def below(self, data: dict[str, Any], *way: str | int) -> Table:
        """A table that stands at `way` within this one, for lists that hold more than tables."""
        return Table(self.sheet, self._notes, data, (*self.key, *way))

    def tables(self, name: str) -> tuple[Table, ...]:
        """A list of tables: [[name]], or name = [{ … }, { … }]."""
        value = self.raw(name)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.note(f"is {shown(value)}; toegestaan: een lijst van tabellen: [{{ … }}] of [[{name}]]", name)
            return ()
        found = []
        for index, item in enumerate(value):
            if isinstance(item, dict):
                found.append(Table(self.sheet, self._notes, item, (*self.key, name, index)))
            else:
                self.note(f"is {shown(item)}; toegestaan: een tabel tussen {{ en }}", name, index)
        return tuple(found)

    def done(self, *, also: Iterable[str] = ()) -> None:
        """Note every key that nobody asked for; `also` are keys that are allowed but were not asked."""
        self.refuse(lambda name: name not in self._asked, (*self._asked, *also))

    def refuse(self, unknown: Callable[[str], bool], known: Iterable[str], *, noun: str = "sleutel") -> None:
        """Note the keys that are unknown; `noun` is what the writer of the file calls a key."""
        choices = tuple(sorted(known))
        for name in self._data:
            if unknown(name) and name not in choices:
                self.note(f'onbekende {noun} "{name}"{meant(name, choices)}', name)

"""Which TOML files a folder of rules holds, and what each is: facts, words, derivations, or rules of a set.

A folder may be laid out as the shipped one (feiten, vocabulaire, afleidingen, and a folder a set), or hold rule files, with
or without a ruleset.toml, and files of words side by side; what such a loose file is, is seen from its tables.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toets.disk import reason
from toets.rulesets.names import CODE
from toets.rulesets.vocabulary import TABLES
from toets.toml import Notes, Sheet, shown_path, syntax

FACTS, WORDS, DERIVATIONS, PROFILES = "feiten", "vocabulaire", "afleidingen", "profielen"
MANIFEST = "ruleset.toml"
BASE = "vocabulaire"
"""The name of the rule set that holds what a folder has besides its rules."""

_OTHERS = frozenset({MANIFEST, "toets.toml", "pyproject.toml"})
_OTHER_TABLE = re.compile(r"^\[(?!\[example\]\])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SetFiles:
    """The files of one rule set; `manifest` is its ruleset.toml."""

    name: str
    manifest: Sheet | None
    rules: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of one folder, by what they are. `own` is the name of the set of its loose rule files."""

    origin: str
    facts: tuple[Sheet, ...]
    words: tuple[Sheet, ...]
    derivations: tuple[Sheet, ...]
    manifest: Sheet | None
    own: SetFiles | None
    sets: tuple[SetFiles, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read: where problems are noted, and whether the examples of rules are wanted."""

    notes: Notes
    examples: bool = True


def read_folder(origin: str, folder: Path, reading: Reading) -> Folder:
    """Find and parse the files of a folder, sorted by name; what can't be read is noted."""
    notes = reading.notes
    if not folder.is_dir():
        says = "is een bestand; geef de map waarin de regels staan" if folder.is_file() else "bestaat niet; controleer het pad"
        notes.add(None, (), f"{shown_path(folder)}: deze map met regels {says}")
        return Folder(origin, (), (), (), None, None, ())
    loose = tuple(_holding(_sheets(folder, reading), reading))
    manifest = _manifest(folder, reading)
    of_rules = tuple(sheet for sheet in loose if _is_rule(sheet))
    found = Folder(
        origin,
        facts=(*_under(folder, FACTS, reading), *(sheet for sheet in loose if "fact" in sheet.data)),
        words=(*_under(folder, WORDS, reading), *(sheet for sheet in loose if _is_words(sheet))),
        derivations=(*_under(folder, DERIVATIONS, reading), *(sheet for sheet in loose if "derive" in sheet.data)),
        manifest=manifest,
        own=SetFiles(_name(folder), manifest, of_rules) if of_rules else None,
        sets=tuple(_sets(folder, reading)),
    )
    if not (found.facts or found.words or found.derivations or found.own or found.sets) and not notes:
        notes.add(None, (), f"{shown_path(folder)}: in deze map zijn geen regels of woorden aangetroffen; controleer het pad")
    return found


def _name(folder: Path) -> str:
    return folder.name or folder.resolve().name


def _is_words(sheet: Sheet) -> bool:
    return "code" not in sheet.data and not sheet.data.keys().isdisjoint(TABLES)


def _is_rule(sheet: Sheet) -> bool:
    return not ("fact" in sheet.data or "derive" in sheet.data or _is_words(sheet))


def _under(folder: Path, name: str, reading: Reading) -> Iterator[Sheet]:
    """The files of a folder and of all folders below it."""
    here = folder / name
    if here.is_dir():
        yield from _sheets(here, reading)
        for inner in _folders(here):
            yield from _under(here, inner.name, reading)


def _sets(folder: Path, reading: Reading) -> Iterator[SetFiles]:
    for inner in _folders(folder):
        if inner.name in (FACTS, WORDS, DERIVATIONS, PROFILES):
            continue
        manifest = _manifest(inner, reading)
        if manifest is not None:
            yield SetFiles(inner.name, manifest, tuple(_sheets(inner, reading)))
        elif any(CODE.match(file.name) for file in inner.iterdir() if file.name.endswith(".toml")):
            reading.notes.add(None, (), f"{shown_path(inner)}: {MANIFEST} ontbreekt; schrijf er een met title en version")


def _folders(folder: Path) -> list[Path]:
    return sorted(
        (inner for inner in folder.iterdir() if inner.is_dir() and not inner.name.startswith((".", "_"))),
        key=lambda inner: inner.name,
    )


def _sheets(folder: Path, reading: Reading) -> Iterator[Sheet]:
    files = (file for file in folder.iterdir() if file.name not in _OTHERS and file.is_file())
    for file in sorted(files, key=lambda file: file.name):
        name = file.name.lower()
        if name.endswith(".toml.txt"):
            says = f"{shown_path(file)}: telt niet mee, omdat de naam op .toml.txt eindigt; hernoem het naar {file.name[:-4]}"
            reading.notes.add(None, (), says)
        elif name.endswith(".toml") and (sheet := _sheet(file, reading)) is not None:
            yield sheet


def _holding(sheets: Iterable[Sheet], reading: Reading) -> Iterator[Sheet]:
    """The files that hold something; one that doesn't would be told as a rule without anything."""
    for sheet in sheets:
        if sheet.data:
            yield sheet
        else:
            reading.notes.add(sheet, (), "hier staat niets in; schrijf er een regel, feiten of woorden in, of verwijder het")


def _manifest(folder: Path, reading: Reading) -> Sheet | None:
    file = folder / MANIFEST
    return _sheet(file, reading) if file.is_file() else None


def _sheet(file: Path, reading: Reading) -> Sheet | None:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        says = f"{shown_path(file)}: kan niet worden gelezen ({reason(error)}); controleer de rechten en de codering (UTF-8)"
        reading.notes.add(None, (), says)
        return None
    try:
        return Sheet(file, text, _parsed(text, examples=reading.examples))
    except tomllib.TOMLDecodeError as error:
        wrong, line = syntax(error, text)
        reading.notes.add(Sheet(file, text, {}), (), f"geen geldige TOML: {wrong}", line=line)
    except RecursionError:
        reading.notes.add(Sheet(file, text, {}), (), "lijsten of tabellen staan te diep in elkaar")
    return None


def _parsed(text: str, *, examples: bool) -> dict[str, Any]:
    """The data in a file. Examples are most of a rule file and only tests need them, so they can be left unparsed."""
    start = -1 if examples else text.find("\n[[example]]")
    if start >= 0 and not _OTHER_TABLE.search(text, start + 1):
        with suppress(tomllib.TOMLDecodeError):
            return tomllib.loads(text[: start + 1])
    return tomllib.loads(text)

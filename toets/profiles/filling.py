"""From the table of a settings file to settings; every mistake is noted with its place, and reading goes on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from toets.profiles.files import table_in, way_in
from toets.profiles.settings import (
    FAIL_ON,
    FOLDER_KEYS,
    KEYS,
    PROFILE_KEYS,
    RULE_KEYS,
    SEVERITIES,
    WAIVER_KEYS,
    WORD_KEYS,
    WORDS,
    Settings,
    names_rule,
)  # fmt: skip
from toets.toml import Notes, Sheet, Table, shown
from toets.toml.marks import refuse_marks

if TYPE_CHECKING:
    from toets.model.outcome import Waiver


def filled(settings: Settings, sheet: Sheet, notes: Notes, *, profile: str = "") -> Settings:
    """The settings with those of a file over them; `profile` is its name when the file is that of a profile."""
    table = Table(sheet, notes, dict(table_in(sheet)), way_in(sheet))
    _in_place(table, profile)
    changes = {**_plain(settings, table), **_rules(settings, table), **_words(settings, table), **_folders(settings, table)}
    origins = {**settings.origins, **dict.fromkeys(_changed(settings, changes), profile or str(sheet.path))}
    return replace(settings, **changes, origins=origins)


def _in_place(table: Table, profile: str) -> None:
    """Note the keys that don't exist, or that belong in the other sort of file."""
    _refuse(table, KEYS)
    if profile and "profiel" in table:
        table.note('hoort niet in het bestand van een profiel; waarop het voortbouwt staat achter "breidt_uit"', "profiel")
    for key in () if profile else PROFILE_KEYS:
        if key in table:
            table.note('hoort in het bestand van een profiel; kies hier een profiel met profiel = "griffie"', key)


def _plain(settings: Settings, table: Table) -> dict[str, Any]:
    """What is a value or a list of its own."""
    changes: dict[str, Any] = {}
    if "grens" in table and (gate := table.choice("grens", FAIL_ON, default="blokkerend")):
        changes["fail_on"] = FAIL_ON[gate]
    if "toon" in table:
        changes["show"] = tuple(SEVERITIES[name] for name in table.texts("toon", allowed=tuple(SEVERITIES)))
        if table.raw("toon") == []:
            table.note(f"is leeg, en dan toont een verslag niets; noem ten minste een van {', '.join(SEVERITIES)}", "toon")
    if kinds := table.table("soorten"):
        changes["kinds"] = {**settings.kinds, **{piece: _of_kind(kinds, piece) for piece in kinds.names()}}
    if thresholds := table.table("drempels"):
        changes["thresholds"] = {**settings.thresholds, **dict(_thresholds(thresholds))}
    if exceptions := table.tables("uitzondering"):
        changes["waivers"] = (*settings.waivers, *filter(None, map(_waiver, exceptions)))
    return changes


def _of_kind(table: Table, piece: str) -> tuple[str, ...]:
    """The kinds of the documents with a piece in their name: one or more; whether they exist is for the rules to say."""
    value = table.raw(piece)
    if isinstance(value, str | list):
        return table.texts_in([value] if isinstance(value, str) else value, piece)
    table.note(f'is {shown(value)}; toegestaan: soorten, bijvoorbeeld "startnotitie*" = ["RV-START"]', piece)
    return ()


def _thresholds(table: Table) -> Iterator[tuple[str, Any]]:
    """Numbers, texts, lists of them, or tables of these; whether a rule asks for them is for the rules to say."""
    for name in table.names():
        value = table.raw(name)
        if isinstance(value, dict) and (inner := table.table(name)):
            yield name, dict(_thresholds(inner))
        elif isinstance(value, bool) or not isinstance(value, int | str | list):
            table.note(f"is {shown(value)}; toegestaan: een geheel getal, een tekst of een lijst", name)
        else:
            yield name, value


def _rules(settings: Settings, table: Table) -> dict[str, Any]:
    """Which rules are off, or on again, and of what severity. What is said of a set also goes over what was said of its rules."""
    rules = table.table("regels")
    if rules is None:
        return {}
    _refuse(rules, RULE_KEYS)
    changes: dict[str, Any] = {}
    switched = {name.upper(): key == "aan" for key in ("uit", "aan") for name in rules.texts(key)}
    if switched:
        changes["switched"] = _over(settings.switched, switched)
    if severities := rules.table("ernst"):
        given = {name.upper(): severities.choice(name, SEVERITIES, default="") for name in severities.names()}
        changes["severity"] = _over(settings.severity, {name: SEVERITIES[word] for name, word in given.items() if word})
    return changes


def _over(before: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in before.items() if not any(names_rule(one, name) for one in own)} | dict(own)


def _words(settings: Settings, table: Table) -> dict[str, Any]:
    """The words of the municipality itself; whether the roles and fields they are for exist is for the rules to say."""
    changes: dict[str, Any] = {}
    words = {key: dict(value) for key, value in settings.words.items()}
    for key, name in WORDS.items():
        given = table.table(key)
        for item, added in _named(given, starred=name == "bodies") if given else ():
            own = words.setdefault(name, {})
            own[item] = (*own.get(item, ()), *added)
    if words != settings.words:
        changes["words"] = words
    if "adviesraden" in table:
        changes["advisers"] = (*settings.advisers, *table.texts("adviesraden"))
    if off := table.table("woorden"):
        _refuse(off, WORD_KEYS)
        changes["words_off"] = settings.words_off | frozenset(off.texts("uit"))
    return changes


def _named(table: Table, *, starred: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names of each thing; only with `starred` a name may be the end of a word ("*raad")."""
    for item in table.names():
        names = table.texts(item)
        refuse_marks(table, item, (name.removeprefix("*") for name in names) if starred else names)
        yield item, names


def _folders(settings: Settings, table: Table) -> dict[str, Any]:
    folders = table.table("mappen")
    if folders is None:
        return {}
    _refuse(folders, FOLDER_KEYS)
    before = {"regels": ("rule_folders", settings.rule_folders), "woorden": ("word_folders", settings.word_folders)}
    return {
        attribute: (*known, *(table.sheet.path.parent / name for name in folders.texts(key)))
        for key, (attribute, known) in before.items()
        if key in folders
    }


def _waiver(table: Table) -> Waiver | None:
    """An exception: which rule, why, by whom, until when and for which documents; the reason is never left out."""
    _refuse(table, WAIVER_KEYS)
    rule, why = (_must(table, key) for key in ("regel", "reden"))
    by, until, document = table.text("door", default=""), table.day("tot"), table.text("document", default="")
    if not rule or not why:
        return None
    from toets.model.outcome import Waiver  # only when there are exceptions

    return Waiver(rule.upper(), why, by, until, table.sheet.path.name, document)


def _must(table: Table, key: str) -> str:
    if str(table.raw(key) or "").strip():
        return table.text(key)
    table.note(f'een uitzondering heeft geen "{key}"; noem de regel en de reden, bijvoorbeeld {key} = "…"')
    return ""


def _refuse(table: Table, known: tuple[str, ...]) -> None:
    table.refuse(lambda name: name not in known, known, noun="instelling")


def _changed(settings: Settings, changes: Mapping[str, Any]) -> Iterator[str]:
    """The names under which the origin of every change is kept."""
    for attribute, value in changes.items():
        yield attribute
        before = getattr(settings, attribute)
        if isinstance(value, Mapping):
            yield from (f"{attribute}.{name}" for name, item in value.items() if before.get(name) != item)
        elif isinstance(value, frozenset | tuple):
            yield from (f"{attribute}.{item}" for item in value if item not in before)

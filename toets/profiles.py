"""Settings: from a profile, a `toets.toml` (or `[tool.toets]` in pyproject.toml), and the command line, in that order.

Keys are Dutch, because griffies write them. Every value remembers where it came from.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from toets.disk import reason
from toets.errors import SettingsError
from toets.model.rule import Severity
from toets.toml import syntax

if TYPE_CHECKING:
    from toets.model.outcome import Waiver

SEVERITIES: Mapping[str, Severity] = MappingProxyType(
    {"blokkerend": Severity.BLOCKING, "aandacht": Severity.ATTENTION, "advies": Severity.ADVICE}
)
FAIL_ON: Mapping[str, str] = MappingProxyType(
    {"blokkerend": "blocking", "aandacht": "attention", "advies": "advice", "nooit": "never"}
)
KEYS: tuple[str, ...] = (
    "profiel",
    "naam",
    "titel",
    "breidt_uit",
    "grens",
    "toon",
    "regels",
    "soorten",
    "drempels",
    "mappen",
    "uitzondering",
    "koppen",
    "velden",
    "organen",
    "adviesraden",
    "woorden",
)
RULE_KEYS: tuple[str, ...] = ("uit", "aan", "ernst")
WORD_KEYS: tuple[str, ...] = ("uit",)
WORDS: Mapping[str, str] = MappingProxyType({"koppen": "headings", "velden": "fields", "organen": "bodies"})
WAIVER_KEYS: tuple[str, ...] = ("regel", "reden", "door", "tot", "document")
FOLDER_KEYS: tuple[str, ...] = ("regels", "woorden")
DEFAULT_PROFILE = "volledig"


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds in one run.

    `off` are rule codes that are left out; `severity` overrides per code; `show` the severities a report shows;
    `fail_on` the severity from which the exit code is 1 ("never": never); `thresholds` are what rules call "$settings.…";
    `waivers` are exceptions for every document; `kinds` gives, by a piece of a file name or subject, the kinds of the documents
    that have it. `words` are the municipality's own: "headings" by role, "fields" and "bodies" by name; `advisers` its
    adviesraden, `words_off` topics and phrases that are switched off.
    `origins` says which file or profile a setting came from: by attribute, and by "attribute.name" for what has names.
    """

    profile: str = DEFAULT_PROFILE
    off: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    show: tuple[Severity, ...] = tuple(Severity)
    fail_on: str = "blocking"
    thresholds: Mapping[str, Any] = field(default_factory=dict)
    rule_folders: tuple[Path, ...] = ()
    word_folders: tuple[Path, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    advisers: tuple[str, ...] = ()
    words_off: frozenset[str] = frozenset()
    origins: Mapping[str, str] = field(default_factory=dict)


def load_settings(profiles: Path, *, folder: Path, config: Path | None = None, profile: str | None = None) -> Settings:
    """The settings that hold in `folder`; `profiles` is the folder with the shipped profiles.

    Raises SettingsError (Dutch) when a file cannot be read, a key or value is not known, or profiles extend in a circle.
    """
    origin, table = _own_file(folder, config)
    name = profile or str(table.get("profiel", DEFAULT_PROFILE))
    settings = _with_profile(Settings(), name, profiles, ())
    settings = _apply(settings, table, origin) if table else settings
    named = {"profile": str(origin)} if "profiel" in table and not profile else {}
    return replace(settings, profile=name, origins={**settings.origins, **named})


def _own_file(folder: Path, config: Path | None) -> tuple[Path, Mapping[str, Any]]:
    if config is not None:
        if not config.is_file():
            raise SettingsError(f"Het instellingenbestand {config} bestaat niet. Controleer het pad achter --config.")
        return config, _table(config)
    for here in (folder, *folder.parents):
        for candidate in (here / "toets.toml", here / "pyproject.toml"):
            table = _table(candidate) if candidate.is_file() else {}
            if table:
                return candidate, table
    return folder, {}


def _table(path: Path) -> Mapping[str, Any]:
    text = ""
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path} kan niet worden gelezen ({reason(error)}). Controleer de rechten en de codering (UTF-8)."
        ) from error
    except tomllib.TOMLDecodeError as error:
        wrong, line = syntax(error, text)
        raise SettingsError(f"{path}:{line}: geen geldige TOML: {wrong}.") from error
    if path.name == "pyproject.toml":
        tool: Mapping[str, Any] = data.get("tool", {})
        own: Mapping[str, Any] = tool.get("toets", {})
        return own
    return data


def _with_profile(settings: Settings, name: str, profiles: Path, seen: Sequence[str]) -> Settings:
    if name in seen:
        raise SettingsError(f"Profielen breiden elkaar in een kring uit: {' → '.join((*seen, name))}. Verbreek de kring.")
    path = profiles / f"{name}.toml"
    if not path.is_file():
        known = sorted(file.stem for file in profiles.glob("*.toml"))
        raise SettingsError(f"Het profiel '{name}' bestaat niet.{_meant(name, known)} Bekend: {', '.join(known)}.")
    table = _table(path)
    if "breidt_uit" in table:
        settings = _with_profile(settings, str(table["breidt_uit"]), profiles, (*seen, name))
    return _apply(settings, table, path)


def _apply(settings: Settings, table: Mapping[str, Any], path: Path) -> Settings:
    origin = path.stem if path.parent.name == "profielen" else str(path)
    _known(table, KEYS, path, "")
    folders: Mapping[str, Any] = _sub(table, "mappen", FOLDER_KEYS, path)
    changes: dict[str, Any] = {**_rules(settings, table, path), **_words(settings, table, path)}
    if "grens" in table:
        changes["fail_on"] = _one_of(table["grens"], FAIL_ON, path, "grens")
    if "toon" in table:
        changes["show"] = tuple(_one_of(item, SEVERITIES, path, "toon") for item in table["toon"])
    if "soorten" in table:
        changes["kinds"] = {**settings.kinds, **_kinds(table["soorten"], path)}
    if "drempels" in table:
        changes["thresholds"] = {**settings.thresholds, **table["drempels"]}
    if "uitzondering" in table:
        changes["waivers"] = (*settings.waivers, *(_waiver(item, path) for item in table["uitzondering"]))
    for key, attribute in (("regels", "rule_folders"), ("woorden", "word_folders")):
        if key in folders:
            changes[attribute] = (*getattr(settings, attribute), *(path.parent / item for item in folders[key]))
    origins = {**settings.origins, **dict.fromkeys(_changed(settings, changes), origin)}
    return replace(settings, **changes, origins=origins)


def _changed(settings: Settings, changes: Mapping[str, Any]) -> Iterator[str]:
    """The names under which the origin of every change is kept."""
    for attribute, value in changes.items():
        yield attribute
        before = getattr(settings, attribute)
        if isinstance(value, Mapping):
            yield from (f"{attribute}.{name}" for name, item in value.items() if before.get(name) != item)
        elif isinstance(value, frozenset | tuple):
            yield from (f"{attribute}.{item}" for item in value if item not in before)


def _rules(settings: Settings, table: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    """Which rules are off, or on again, and of what severity."""
    rules: Mapping[str, Any] = _sub(table, "regels", RULE_KEYS, path)
    changes: dict[str, Any] = {}
    if "uit" in rules or "aan" in rules:
        off, on = (
            frozenset(code.upper() for code in _texts(rules.get(key, []), path, f"regels.{key}")) for key in ("uit", "aan")
        )
        changes["off"] = (settings.off | off) - on
    if "ernst" in rules:
        own = {code.upper(): _one_of(value, SEVERITIES, path, f"regels.ernst.{code}") for code, value in rules["ernst"].items()}
        changes["severity"] = {**settings.severity, **own}
    return changes


def _words(settings: Settings, table: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    """The words of the municipality itself; whether the roles and fields they are for exist is for the rules to say."""
    changes: dict[str, Any] = {}
    words = {key: dict(value) for key, value in settings.words.items()}
    for key, name in WORDS.items():
        given = table.get(key, {})
        if not isinstance(given, dict):
            raise SettingsError(f"{path}: '{key}' moet een tabel zijn van namen naar lijsten: zet ze onder [{key}].")
        for item, texts in given.items():
            own = words.setdefault(name, {})
            own[item] = (*own.get(item, ()), *_texts(texts, path, f"{key}.{item}"))
    if words != settings.words:
        changes["words"] = words
    if "adviesraden" in table:
        changes["advisers"] = (*settings.advisers, *_texts(table["adviesraden"], path, "adviesraden"))
    if off := _sub(table, "woorden", WORD_KEYS, path).get("uit"):
        changes["words_off"] = settings.words_off | frozenset(_texts(off, path, "woorden.uit"))
    return changes


def _texts(value: object, path: Path, key: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise SettingsError(f"{path}: '{key}' moet een lijst van teksten zijn, bijvoorbeeld {key.split('.')[-1]} = [\"…\"].")
    return tuple(value)


def _kinds(table: object, path: Path) -> Mapping[str, tuple[str, ...]]:
    """Kinds by a piece of a file name or subject; whether such kinds exist is for the rules to say."""
    if not isinstance(table, dict) or not all(isinstance(codes, str | list) for codes in table.values()):
        raise SettingsError(
            f"{path}: 'soorten' moet een tabel zijn van een stuk van de naam of het onderwerp naar soorten: "
            'zet onder [soorten] bijvoorbeeld "startnotitie*" = ["RV-START"].'
        )
    return {piece: tuple(map(str, [codes] if isinstance(codes, str) else codes)) for piece, codes in table.items()}


def _waiver(item: Mapping[str, Any], path: Path) -> Waiver:
    """An exception: which rule, why, by whom, until when and for which documents; the reason is never left out."""
    _known(item, WAIVER_KEYS, path, "uitzondering.")
    for key in ("regel", "reden"):
        if not str(item.get(key, "")).strip():
            raise SettingsError(
                f"{path}: een uitzondering heeft geen '{key}'. Noem de regel en de reden, bijvoorbeeld reden = \"…\"."
            )
    until = item.get("tot")
    if until is not None and (not isinstance(until, date) or isinstance(until, datetime)):
        raise SettingsError(
            f"{path}: 'uitzondering.tot' is '{until}'; schrijf een datum zonder aanhalingstekens: tot = 2027-01-01."
        )
    from toets.model.outcome import Waiver  # only when there are exceptions

    return Waiver(
        rule=str(item["regel"]).upper(),
        reason=str(item["reden"]),
        by=str(item.get("door", "")),
        until=until,
        origin=path.name,
        document=str(item.get("document", "")),
    )


def _sub(table: Mapping[str, Any], key: str, known: Sequence[str], path: Path) -> Mapping[str, Any]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise SettingsError(f"{path}: '{key}' moet een tabel zijn: zet de instellingen onder [{key}].")
    _known(value, known, path, f"{key}.")
    return value


def _known(table: Mapping[str, Any], known: Sequence[str], path: Path, prefix: str) -> None:
    for key in table:
        if key not in known:
            raise SettingsError(f"{path}: onbekende instelling '{prefix}{key}'.{_meant(key, known)} Bekend: {', '.join(known)}.")


def _one_of(value: object, allowed: Mapping[str, Any], path: Path, key: str) -> Any:
    if not isinstance(value, str) or value not in allowed:
        raise SettingsError(f"{path}: '{key}' is '{value}'; toegestaan: {', '.join(allowed)}.")
    return allowed[value]


def _meant(word: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(word, known, n=1)
    return f" Bedoelde u '{close[0]}'?" if close else ""

"""JSON Schemas of the files that rule authors write, with the facts, kinds and roles that hold, for help in an editor.

A schema knows the form of a file. What must fit together across files, the loader knows: `toets test-rules`. Draft 7 is used,
because the editors' TOML plugins read that.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from toets.authoring.scaffold import Plan
from toets.authoring.schema_rule import derivations_schema, rule_schema
from toets.authoring.schema_shapes import DAY, FLAG, Schema, array, choice, closed, described, mapping, text, texts
from toets.authoring.schema_words import words_schema
from toets.model.document import ROLES
from toets.model.vocabulary import Vocabulary
from toets.profiles import FAIL_ON, FOLDER_KEYS, KEYS, RULE_KEYS, SEVERITIES, WAIVER_KEYS, WORD_KEYS

DIALECT = "http://json-schema.org/draft-07/schema#"


def schemas(vocabulary: Vocabulary) -> Mapping[str, Schema]:
    """The schema of each sort of file, by name: regel, ruleset, woorden, feiten, afleidingen and instellingen."""
    found = {
        "regel": ("Een regel van toets", rule_schema(vocabulary)),
        "ruleset": ("De naam van een verzameling regels", _ruleset()),
        "woorden": ("Woorden waaraan toets iets herkent", words_schema(vocabulary)),
        "feiten": ("Feiten waar regels naar vragen", _facts()),
        "afleidingen": ("Feiten die uit andere feiten volgen", derivations_schema(vocabulary)),
        "instellingen": ("Instellingen van toets", _settings()),
    }
    return {name: {"$schema": DIALECT, "title": title, **schema} for name, (title, schema) in found.items()}


def new_schemas(folder: Path, vocabulary: Vocabulary) -> Plan:
    """The schemas as files, with those of the reports in JSON; those of an earlier time are replaced."""
    found = schemas(vocabulary)
    files = {folder / f"{name}.schema.json": json.dumps(one, ensure_ascii=False, indent=1) + "\n" for name, one in found.items()}
    return Plan(files | {folder / name: text for name, text in _of_reports()}, replaces=True)


def _of_reports() -> Iterator[tuple[str, str]]:
    """The schemas of what `--format json` gives, by the name of their file: these are fixed, and come with the package."""
    for one in resources.files("toets.reports").iterdir():
        if one.name.endswith(".schema.json"):
            yield one.name, one.read_text(encoding="utf-8")


def _ruleset() -> Schema:
    return closed(
        {"title": text("hoe de verzameling heet"), "version": text("de versie, zoals 1 of 0.2.0")}, ("title", "version")
    )


def _facts() -> Schema:
    plain = choice(("flag", "number", "text", "ref"), "0 of 1, een geheel getal, een tekst, of een ander feit")
    fact = closed(
        {
            "name": {**text("de naam: kleine letters, cijfers en _"), "pattern": "^[a-z][a-z0-9_]*$"},
            "says": text("wat het feit zegt, in een zin"),
            "textual": described(FLAG, "of het feit op woorden rust; gewoonlijk true"),
            "fields": mapping({"anyOf": [plain, texts("een lijst van codes")]}, "de velden"),
        },
        ("name", "says"),
    )
    return closed({"fact": array(fact, "de feiten")})


def _settings() -> Schema:
    shapes: Mapping[str, Schema] = {
        "profiel": text("in toets.toml: het profiel: volledig, griffie, steller of een eigen"),
        "naam": text("in een profiel: de naam ervan"),
        "titel": text("in een profiel: wat het doet"),
        "breidt_uit": text("in een profiel: waarop het voortbouwt"),
        "grens": choice(tuple(FAIL_ON), "vanaf welke ernst de afsluitcode 1 is"),
        "toon": array(choice(tuple(SEVERITIES)), "wat een verslag voor mensen toont"),
        "regels": _picked(RULE_KEYS, _rules()),
        "soorten": mapping({"anyOf": [text(), texts()]}, "wat voor document het is, aan een stuk van de naam"),
        "drempels": mapping({"type": ["integer", "string", "array", "object"]}, "getallen waar regels naar kijken"),
        "mappen": _picked(FOLDER_KEYS, {}),
        "uitzondering": array(_waiver(), "regels die hier niet gelden, met de reden"),
        "koppen": _by_role(),
        "velden": mapping(texts(), "hoe een veld in de kop hier heet"),
        "organen": mapping(texts(), "hoe een orgaan hier ook heet"),
        "adviesraden": texts("hoe de adviesraden hier heten"),
        "woorden": _picked(WORD_KEYS, {}),
    }
    return closed({key: shapes[key] for key in KEYS})


def _rules() -> Mapping[str, Schema]:
    return {
        "uit": texts("regels of sets die niet meedoen, zoals MID-02 of MID"),
        "aan": texts("regels of sets die toch meedoen"),
        "ernst": mapping(choice(tuple(SEVERITIES)), "een andere ernst, per regel of set"),
    }


def _picked(keys: tuple[str, ...], others: Mapping[str, Schema]) -> Schema:
    return closed({key: others.get(key, texts()) for key in keys})


def _by_role() -> Schema:
    return {**closed({role: texts() for role in ROLES}), "description": "hoe een onderdeel hier heet"}


def _waiver() -> Schema:
    shapes: dict[str, Any] = {key: text() for key in WAIVER_KEYS}
    return closed({**shapes, "tot": described(DAY, "tot en met welke dag")}, ("regel", "reden"))

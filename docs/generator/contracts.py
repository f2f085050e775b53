"""The pages of the contracts with other programs: hooks, the Python API, and the JSON report."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

import toets
from generator.markdown import cell, fenced, plain, table
from toets.model import extension
from toets.plugins import hookspecs

SCHEMAS = Path(toets.__file__).parent / "reports"


def contract_pages() -> Mapping[str, str]:
    """The pages of the hooks, the API and the report as JSON."""
    return {"hooks.md": "\n".join(_hooks()), "python.md": "\n".join(_python()), "json.md": "\n".join(_json())}


def hooks() -> Mapping[str, Callable[..., Any]]:
    """Every hook by name."""
    named = inspect.getmembers(hookspecs, inspect.isfunction)
    return {name: function for name, function in named if name.startswith("toets_")}


def signature(function: Callable[..., Any]) -> str:
    """A function as its author wrote its first line."""
    return f"def {function.__name__}{str(inspect.signature(function)).replace(chr(39), '')}"


def _hooks() -> Iterator[str]:
    yield "# Hooks\n"
    yield (
        "Een plugin is een module achter een ingang van de groep `toets`. "
        f"Dit is versie {hookspecs.API_VERSION} van de afspraak; een plugin die een bepaalde versie nodig heeft, zet "
        "`toets_api_version` op dat getal. De teksten hieronder komen uit de code en zijn daarom in het Engels. "
        "Hoe u een plugin maakt, staat in [een plugin uitgeven](../regels-schrijven/plugin.md).\n"
    )
    for name, function in hooks().items():
        yield f"## {name}\n\n{fenced(signature(function), 'python')}\n{_prose(function)}\n"
    for name in ("Reader", "Extractor", "ReportForm"):
        yield f"## {name}\n\n{_class(getattr(extension, name))}"


def _prose(thing: object) -> str:
    text = inspect.getdoc(thing) or ""
    return text.replace(":returns:", "**Returns:**").replace(":param ", "**Parameter:** ")


def _class(kind: Any) -> str:
    fields = "\n".join(f"    {name}: {hint}" for name, hint in kind.__annotations__.items()) if is_dataclass(kind) else ""
    return f"{fenced(f'class {kind.__name__}:{chr(10)}{fields}', 'python')}\n{_prose(kind)}\n"


def _python() -> Iterator[str]:
    yield "# Python\n\nDe namen hieronder zijn de vaste ingang voor andere programma's; de rest van toets kan veranderen.\n"
    for name in sorted(toets.__all__, key=str.lower):
        thing = getattr(toets, name)
        if inspect.isclass(thing):
            yield f"## toets.{name}\n\n{_prose(thing)}\n"
            yield from _methods(thing)
        elif inspect.isfunction(thing):
            yield f"## toets.{name}\n\n{fenced(signature(thing), 'python')}\n{_prose(thing)}\n"


def _methods(kind: type) -> Iterator[str]:
    for name, function in inspect.getmembers(kind, inspect.isfunction):
        if not name.startswith("_") and function.__module__.startswith("toets."):
            yield f"{fenced(signature(function), 'python')}\n{_prose(function)}\n"


def _json() -> Iterator[str]:
    yield "# Het verslag als JSON\n"
    yield (
        "`toets check --format json` geeft een verslag voor andere programma's. De vorm ligt vast in een JSON Schema dat met "
        "toets meekomt; een hoger getal in de naam is een vorm die anders is.\n"
    )
    for path in sorted(SCHEMAS.glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        yield f"## {path.name.removesuffix('.schema.json')}\n"
        if words := schema.get("description"):
            yield f"{plain(words)}\n"
        yield from _properties("het verslag", schema)
        for name, inner in schema.get("$defs", {}).items():
            yield from _properties(name, inner)


def _properties(name: str, schema: Mapping[str, Any]) -> Iterator[str]:
    if "properties" in schema:
        needed = schema.get("required", ())
        rows = [
            (f"`{key}`", _kind(value), "ja" if key in needed else "", plain(value.get("description", "")))
            for key, value in schema["properties"].items()
        ]
        yield f"### {name}\n\n{table(('sleutel', 'waarde', 'altijd', 'wat het is'), rows)}"


def _kind(value: Mapping[str, Any]) -> str:
    """What a value may be, in a few words."""
    if "$ref" in value:
        return f"een `{value['$ref'].rpartition('/')[2]}`"
    if "enum" in value:
        return ", ".join(f"`{cell(str(item))}`" for item in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    for key in ("anyOf", "oneOf"):
        if key in value:
            return " of ".join(_kind(item) for item in value[key])
    if value.get("type") == "array":
        return f"lijst van {_kind(value.get('items', {}))}"
    given = value.get("type", "wat dan ook")
    return " of ".join(given) if isinstance(given, list) else str(given)

"""Pieces of JSON Schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

Schema = Mapping[str, Any]

FLAG: Schema = MappingProxyType({"type": "boolean"})
DAY: Schema = MappingProxyType({"type": "string", "format": "date"})
"""A TOML date; editors hand it over as a text."""


def described(schema: Schema, says: str) -> Schema:
    """A schema with words that an editor shows."""
    return {**schema, "description": says} if says else dict(schema)


def text(says: str = "") -> Schema:
    """A text that isn't empty."""
    return described({"type": "string", "pattern": r"\S"}, says)


def number(says: str = "", least: int = 0) -> Schema:
    """An integer of at least `least`."""
    return described({"type": "integer", "minimum": least}, says)


def choice(allowed: Iterable[str], says: str = "") -> Schema:
    """A text out of a closed list."""
    return described({"enum": list(allowed)}, says)


def array(item: Schema, says: str = "") -> Schema:
    """A list."""
    return described({"type": "array", "items": dict(item)}, says)


def texts(says: str = "", allowed: Iterable[str] = ()) -> Schema:
    """A list of texts, each out of `allowed` if there are any."""
    choices = tuple(allowed)
    return array(choice(choices) if choices else text(), says)


def mapping(value: Schema, says: str = "") -> Schema:
    """A table with names of the author's choice."""
    return described({"type": "object", "additionalProperties": dict(value)}, says)


def closed(properties: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    """A table with these keys and no others."""
    shapes = {name: dict(shape) for name, shape in properties.items()}
    return {"type": "object", "properties": shapes, "required": list(required), "additionalProperties": False}


def ref(name: str) -> Schema:
    """What is defined elsewhere in the schema."""
    return {"$ref": f"#/definitions/{name}"}

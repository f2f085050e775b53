"""Declarations of facts (`feiten/*.toml`), and whether a value fits a declared field."""

from __future__ import annotations

import re
from typing import Any

from toets.model.document import PART_ROLES, ROLES
from toets.model.fact import COMMON, FactKind, Field, FieldType, Value
from toets.toml import Table, listed, meant, shown

CLAUSE_KEYS: tuple[str, ...] = ("fact", "as", "name", "with", "count", "absent")
"""The keys that mean something in a clause themselves, so no field may be called so."""
ENGINE_KEYS: tuple[str, ...] = ("id", "sid", "own")
LONGEST = 200
"""Longest text a test may compare with; the engine wants short strings."""
LARGEST = 2**62
"""The engine's integers saturate above this."""

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_COMMON_TEXTS = {"role": ROLES, "part": PART_ROLES}
_PLAIN_TYPES = ("flag", "number", "text", "ref")


def read_facts(top: Table, origin: str) -> tuple[FactKind, ...]:
    """The [[fact]] tables of one file."""
    kinds = tuple(_fact(table, origin) for table in top.tables("fact"))
    top.done()
    return kinds


def _fact(table: Table, origin: str) -> FactKind:
    name = table.text("name")
    if name and not _NAME.fullmatch(name):
        table.note(f'naam "{name}"; toegestaan: kleine letters, cijfers en _, beginnend met een letter', "name")
    says = table.text("says")
    textual = table.flag("textual", default=True)
    fields = table.table("fields")
    found = tuple(_field(fields, item, textual) for item in fields.names()) if fields else ()
    table.done()
    return FactKind(name, says, found, textual, origin)


def _field(table: Table, name: str, textual: bool) -> Field:
    taken = (*CLAUSE_KEYS, *ENGINE_KEYS, *((field.name for field in COMMON) if textual else ()))
    if not _NAME.fullmatch(name):
        table.note(f'veldnaam "{name}"; toegestaan: kleine letters, cijfers en _, beginnend met een letter', name)
    elif name in taken:
        table.note(f'veldnaam "{name}" heeft al een vaste betekenis; kies een andere naam', name)
    value = table.raw(name)
    if isinstance(value, list):
        return Field(name, FieldType.CODE, tuple(dict.fromkeys(("", *table.texts(name)))))
    if value not in _PLAIN_TYPES:
        known = f"{listed(_PLAIN_TYPES)}, of een lijst van codes"
        table.note(f"onbekend soort veld {shown(value)}; toegestaan: {known}", name)
        return Field(name, FieldType.TEXT)
    return Field(name, FieldType(value))


def misfit(field: Field, value: Any, kind: FactKind) -> str:
    """Why a constant can't be the value of a field, in Dutch; "" when it can."""
    if isinstance(value, bool):
        return f"is {shown(value)}; schrijf {int(value)}"
    if field.type in (FieldType.FLAG, FieldType.NUMBER):
        return _number_misfit(field, value)
    if not isinstance(value, str):
        return f'is {shown(value)}; toegestaan voor "{field.name}": een tekst tussen aanhalingstekens'
    if len(value) > LONGEST:
        return f"is {len(value)} tekens lang; toegestaan: hoogstens {LONGEST}"
    if field.type is FieldType.REF and value:
        return f'is {shown(value)}; "{field.name}" wijst naar een feit: schrijf "$naam" van een eerder patroon, of ""'
    allowed = field.allowed or (_COMMON_TEXTS.get(field.name, ()) if kind.textual else ())
    if allowed and value and value not in allowed:
        return f'onbekende waarde "{value}" voor "{field.name}"{meant(value, allowed)}'
    return ""


def _number_misfit(field: Field, value: Any) -> str:
    if not isinstance(value, int):
        return f'is {shown(value)}; toegestaan voor "{field.name}": een geheel getal zonder aanhalingstekens'
    if field.type is FieldType.FLAG and value not in (0, 1):
        return f'is {value}; toegestaan voor "{field.name}": 0 of 1'
    return f"is {value}; toegestaan: getallen kleiner dan 2^62" if abs(value) >= LARGEST else ""


def read_values(table: Table, kind: FactKind | None) -> dict[str, Value]:
    """A table of fields with constants, such as `gives`; every field is checked against the declaration of the fact."""
    found: dict[str, Value] = {}
    if kind is None:
        return found
    fields = kind.all_fields()
    for name in table.names():
        value = table.raw(name)
        if name not in fields:
            table.note(f'onbekend veld "{name}" van feit "{kind.name}"{meant(name, fields)}', name)
        elif name == "own":
            table.note('"own" wordt vanzelf gevuld; laat het weg', name)
        elif why := misfit(fields[name], value, kind):
            table.note(why, name)
        else:
            found[name] = value
    return found

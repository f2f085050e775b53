"""One pattern of a clause: a fact, an alias, and tests on declared fields, completed with what every pattern asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from toets.model.fact import FactKind, Field, FieldType, Value
from toets.model.rule import Op, Pattern, Test
from toets.rulesets.facts import CLAUSE_KEYS, misfit
from toets.rulesets.names import ALIAS, SETTING
from toets.toml import Table, meant, shown

Tests = tuple[tuple[str, tuple[Test, ...]], ...]
OPERATORS: Mapping[str, Op] = {"not": Op.NOT, "at_least": Op.AT_LEAST, "at_most": Op.AT_MOST}
TAKEN = frozenset({"missing", "n", "quote", "settings"})
"""Names that mean something else in messages and values."""


@dataclass(frozen=True, slots=True)
class Aliases:
    """The aliases a pattern may join to, with the kind of fact each stands for (None: a kind that isn't known).

    `each` is the alias of the each-fact, which "$each" always means.
    """

    kinds: Mapping[str, FactKind | None] = field(default_factory=dict)
    each: str = ""

    def named(self, alias: str) -> str:
        """The alias itself; that of the each-fact for "each"."""
        return self.each if alias == "each" and self.each else alias

    def adding(self, alias: str, kind: FactKind | None) -> Aliases:
        """These and one more."""
        return Aliases({**self.kinds, alias: kind}, self.each)


@dataclass(frozen=True, slots=True)
class Completion:
    """The tests that patterns get unless they test the field themselves: those of a textual fact."""

    textual: tuple[tuple[str, Value], ...] = (("polarity", 1), ("quoted", 0))

    def missing(self, kind: FactKind, asked: Iterable[str]) -> Tests:
        """The tests to add."""
        present = frozenset(asked)
        added = self.textual if kind.textual else ()
        return tuple((name, (Test(Op.IS, value),)) for name, value in added if name not in present)


PLAIN = Completion()
IN_PROPOSAL = Completion((*PLAIN.textual, ("part", "voorstel")))
"""For `breaks`, which looks at the proposal itself only."""


def read_pattern(
    table: Table,
    *,
    alias: str,
    facts: Mapping[str, FactKind],
    earlier: Aliases,
    completion: Completion,
    extra: Iterable[str] = (),
) -> tuple[Pattern, FactKind | None]:
    """The pattern in a table and its kind of fact; `alias` is its default, `extra` the other keys the table may hold."""
    name = table.text("fact")
    kind = facts.get(name)
    if name and kind is None:
        table.note(f'onbekend feit "{name}"{meant(name, facts)}', "fact")
    alias = _alias(table, alias, earlier)
    reserved = (*CLAUSE_KEYS, *extra)
    if kind is None:
        return Pattern(name, alias), None
    fields = kind.all_fields()
    tests: list[tuple[str, tuple[Test, ...]]] = []
    for key in table.names():
        if key in fields:
            tests.extend((key, options) for options in _options(table, key, fields[key], kind, earlier))
        elif key not in reserved:
            table.note(f'onbekende sleutel "{key}"{meant(key, (*fields, *reserved))}', key)
    tests.extend(completion.missing(kind, table.names()))
    return Pattern(name, alias, tuple(sorted(tests, key=_order))), kind


def _order(entry: tuple[str, tuple[Test, ...]]) -> tuple[str, tuple[tuple[str, str], ...]]:
    return entry[0], tuple((test.op, str(test.value)) for test in entry[1])


def _alias(table: Table, default: str, earlier: Aliases) -> str:
    if "as" not in table:
        return default if default not in earlier.kinds else _alias(table, default + "_", earlier)
    alias = table.text("as", default=default)
    if not ALIAS.fullmatch(alias):
        table.note(f'naam "{alias}"; toegestaan: kleine letters, cijfers en _, beginnend met een letter', "as")
    elif alias in TAKEN or (alias == "each" and default != "each"):
        table.note(f'naam "{alias}" heeft al een vaste betekenis; kies een andere naam', "as")
    elif alias in earlier.kinds:
        table.note(f'naam "{alias}" is al gebruikt voor een eerder patroon; kies een andere naam', "as")
    return alias


def _options(table: Table, key: str, wanted: Field, kind: FactKind, earlier: Aliases) -> list[tuple[Test, ...]]:
    """The tests of one field: each must hold, by one of its alternatives."""
    value = table.raw(key)
    if isinstance(value, list):
        return _alternatives(table, key, value, wanted, kind)
    if isinstance(value, dict):
        return _compared(table.below(value, key), wanted, kind)
    if isinstance(value, str) and value.startswith("$") and not value.startswith("$settings"):
        return _join(table, key, value, wanted, earlier)
    why = _constant_problem(wanted, value, kind)
    if why:
        table.note(why, key)
    return [] if why else [(Test(Op.IS, value),)]


def _alternatives(table: Table, key: str, values: list[Any], wanted: Field, kind: FactKind) -> list[tuple[Test, ...]]:
    if not values:
        table.note("is een lege lijst; schrijf ten minste één waarde", key)
    found: dict[Value, Test] = {}
    for index, value in enumerate(values):
        if isinstance(value, (list, dict)):
            table.note(f"is {shown(value)}; toegestaan in een lijst: losse waarden", key, index)
        elif isinstance(value, str) and value.startswith("$") and not SETTING.fullmatch(value):
            table.note(f'"{value}" kan niet in een lijst staan; schrijf er een eigen voorwaarde voor', key, index)
        elif why := _constant_problem(wanted, value, kind):
            table.note(why, key, index)
        else:
            found.setdefault(value, Test(Op.IS, value))
    return [tuple(found.values())] if found else []


def _compared(table: Table, wanted: Field, kind: FactKind) -> list[tuple[Test, ...]]:
    """{ at_least = 2, at_most = 5 } or { not = … }: each a test of its own."""
    found: list[tuple[Test, ...]] = []
    for name in table.names():
        op = OPERATORS.get(name)
        if op is None:
            table.note(f'onbekende vergelijking "{name}"{meant(name, OPERATORS)}', name)
            continue
        value = table.raw(name)
        values = value if op is Op.NOT and isinstance(value, list) else [value]
        for item in values:
            why = _comparison_problem(op, name, wanted, item, kind)
            if why:
                table.note(why, name)
            else:
                found.append((Test(op, item),))
    if not tuple(table.names()):
        table.note(f"is een lege tabel; toegestaan: {', '.join(OPERATORS)}")
    elif _nothing_fits(found, wanted):
        table.note("is nooit waar: geen enkele waarde past hierbij; verruim de vergelijking")
    return found


def _nothing_fits(options: Iterable[tuple[Test, ...]], wanted: Field) -> bool:
    """Whether these comparisons leave no value of the field; one with a setting leaves it open."""
    tests = [test for option in options for test in option]
    least = [test.value for test in tests if test.op is Op.AT_LEAST and isinstance(test.value, int)]
    most = [test.value for test in tests if test.op is Op.AT_MOST and isinstance(test.value, int)]
    if least and most and max(least) > min(most):
        return True
    values: set[Value] = {0, 1} if wanted.type is FieldType.FLAG else {"", *wanted.allowed} if wanted.allowed else set()
    return bool(values) and values <= {test.value for test in tests if test.op is Op.NOT}


def _comparison_problem(op: Op, name: str, wanted: Field, value: Any, kind: FactKind) -> str:
    if op is not Op.NOT and wanted.type not in (FieldType.NUMBER, FieldType.FLAG):
        return f'"{name}" kan alleen bij een getal; "{wanted.name}" is een veld van soort {wanted.type.value}'
    if isinstance(value, (list, dict)):
        return f'is {shown(value)}; toegestaan bij "{name}": een losse waarde'
    if isinstance(value, str) and value.startswith("$") and not SETTING.fullmatch(value):
        return f'"{value}" kan niet bij "{name}" staan: feiten worden alleen op gelijkheid vergeleken'
    return _constant_problem(wanted, value, kind)


def _constant_problem(wanted: Field, value: Any, kind: FactKind) -> str:
    if isinstance(value, str) and value.startswith("$settings"):
        if wanted.type is FieldType.REF:
            return f'"{wanted.name}" wijst naar een feit en kan niet uit de instellingen komen'
        return "" if SETTING.fullmatch(value) else f'"{value}"; toegestaan: "$settings.drempels.naam"'
    if wanted.name == "own":
        return '"own" vergelijkt met een eerder patroon; schrijf "$each" of laat het weg'
    return misfit(wanted, value, kind)


def _join(table: Table, key: str, value: str, wanted: Field, earlier: Aliases) -> list[tuple[Test, ...]]:
    """The test of "$alias", the id of that fact, or "$alias.field", one of its fields."""
    alias, dot, name = value[1:].partition(".")
    alias = earlier.named(alias)
    why = join_problem(wanted, alias, name if dot else None, earlier.kinds)
    if why:
        table.note(why, key)
        return []
    return [(Test(Op.JOIN, alias + dot + name),)]


def join_problem(wanted: Field, alias: str, name: str | None, known: Mapping[str, FactKind | None]) -> str:
    """Why a field can't be equal to "$alias" (name None) or "$alias.name", in Dutch; "" when it can."""
    if alias not in known:
        hint = meant(alias, known, mark="$") or "; er is hier geen eerder patroon om naar te verwijzen"
        return f'onbekende naam "${alias}"{hint}'
    kind = known[alias]
    if name is None:
        if wanted.type is FieldType.REF:
            return ""
        return f'"${alias}" is een feit en "{wanted.name}" geen verwijzing; schrijf een veld erbij: "${alias}.veld"'
    other = kind.all_fields().get(name) if kind else wanted
    if other is None and kind is not None:
        return f'feit "{kind.name}" heeft geen veld "{name}"{meant(name, kind.all_fields())}'
    if other is not None and _family(wanted.type) != _family(other.type):
        return (
            f'"{wanted.name}" is {wanted.type.value} en "${alias}.{name}" is {other.type.value}; vergelijk velden van één soort'
        )
    return ""


def _family(kind: FieldType) -> FieldType:
    return FieldType.TEXT if kind is FieldType.CODE else kind

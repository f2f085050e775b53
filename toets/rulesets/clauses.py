"""Conditions of a rule: clauses with joined companions, groups of them, and a number of those in another arm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import prod

from toets.model.fact import FactKind
from toets.model.rule import ARMS, Clause, Condition, Group, Op, PartOf, Pattern
from toets.rulesets.facts import CLAUSE_KEYS
from toets.rulesets.names import SETTING
from toets.rulesets.patterns import PLAIN, Aliases, Completion, read_pattern
from toets.toml import Table, meant, shown

MOST_PATTERNS = 8
"""The engine asks no larger questions; it breaks down at sixteen."""
MOST_COMBINATIONS = 400
"""Every combination of the values in the lists of a clause is an engine rule of its own."""

GROUP_KEYS: tuple[str, ...] = ("any", "all", "at_least", "of", "part_of", "name")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a condition stands: the declared facts, the fact the rule speaks of, its arm, and how patterns are completed."""

    facts: Mapping[str, FactKind]
    each: Pattern | None = None
    arm: str = ""
    completion: Completion = PLAIN

    def aliases(self) -> Aliases:
        """What the first pattern of a clause may join to."""
        if self.each is None:
            return Aliases()
        return Aliases({self.each.alias: self.facts.get(self.each.fact)}, self.each.alias)


def read_conditions(tables: Iterable[Table], setting: Setting) -> tuple[Condition, ...]:
    """The conditions of one arm."""
    return tuple(found for table in tables if (found := read_condition(table, setting)) is not None)


def read_condition(table: Table, setting: Setting) -> Condition | None:
    """One condition; None when the table can't be understood."""
    if "fact" in table:
        return read_clause(table, setting)
    if "part_of" in table:
        return _part_of(table, setting)
    if any(key in table for key in ("any", "all", "of")):
        return _group(table, setting)
    strange = [name for name in table.names() if name not in (*CLAUSE_KEYS, *GROUP_KEYS)]
    close = [name for name in strange if "bedoelde u" in meant(name, (*CLAUSE_KEYS, *GROUP_KEYS))]
    for name in close:
        table.note(f'onbekende sleutel "{name}"{meant(name, (*CLAUSE_KEYS, *GROUP_KEYS))}', name)
    if not close:
        table.note('verplichte sleutel "fact" ontbreekt (of "any", "all", "of" of "part_of" voor een groep)')
    return None


def read_clause(table: Table, setting: Setting) -> Clause:
    """A pattern with its companions."""
    absent = table.flag("absent", default=False)
    # What is absent must be so in the whole file: a narrower look would find more to object to.
    completion = PLAIN if absent else setting.completion
    aliases = setting.aliases()
    first, kind = read_pattern(table, alias="m", facts=setting.facts, earlier=aliases, completion=completion)
    if kind is not None:
        _check_own(table, first, setting.each)
    aliases = aliases.adding(first.alias, kind)
    companions: list[Pattern] = []
    for number, inner in enumerate(table.tables("with")):
        pattern, other = read_pattern(inner, alias=f"w{number}", facts=setting.facts, earlier=aliases, completion=completion)
        aliases = aliases.adding(pattern.alias, other)
        companions.append(pattern)
        for name in ("name", "with", "count", "absent"):
            if name in inner:
                inner.note(f'"{name}" hoort bij de voorwaarde zelf, niet bij een feit onder "with"', name)
        if _own_join(pattern):
            inner.note("gaat over een feit dat al in een eerder patroon staat; zet de velden in dat patroon", "own")
    least, most, bounds = _count(table, absent)
    clause = Clause(first, tuple(companions), table.text("name", default=""), least, most, absent, bounds)
    _check_size(table, clause, setting.each)
    return clause


def _own_join(pattern: Pattern) -> str:
    """The alias that `own` of a pattern is joined to, or ""."""
    return next((str(tests[0].value) for name, tests in pattern.tests if name == "own" and tests[0].op is Op.JOIN), "")


def _check_own(table: Table, first: Pattern, each: Pattern | None) -> None:
    if each is not None and _own_join(first) == each.alias and first.fact != each.fact:
        table.note(f'"own" vraagt naar het feit van "each", en dat is "{each.fact}", niet "{first.fact}"', "own")


def _count(table: Table, absent: bool) -> tuple[int, int | None, tuple[tuple[str, str], ...]]:
    """Count = { at_least = 2, at_most = 5 }; a bound may be "$settings.drempels.naam", which is filled in later."""
    inner = table.table("count")
    if inner is None:
        return 1, None, ()
    if absent:
        table.note('"count" en "absent" gaan niet samen; kies een van beide', "count")
    found = {name: _bound(inner, name) for name in ("at_least", "at_most") if name in inner}
    inner.done(also=("at_least", "at_most"))
    if not found and not tuple(inner.names()):
        inner.note("is een lege tabel; toegestaan: at_least, at_most")
    bounds = tuple((name, value) for name, value in found.items() if isinstance(value, str))
    least = found.get("at_least", 0 if "at_most" in found else 1)
    most = found.get("at_most")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        inner.note(f"at_least ({least}) is groter dan at_most ({most})")
    return least if isinstance(least, int) else 1, most if isinstance(most, int) else None, bounds


def _bound(table: Table, name: str) -> int | str:
    value = table.raw(name)
    if isinstance(value, str) and SETTING.fullmatch(value):
        return value
    if isinstance(value, str):
        table.note(f'is {shown(value)}; toegestaan: een geheel getal of "$settings.drempels.naam"', name)
        return 1
    return table.number(name, default=1)


def _check_size(table: Table, clause: Clause, each: Pattern | None) -> None:
    patterns = len(clause.patterns()) + (each is not None)
    if patterns > MOST_PATTERNS:
        table.note(f"telt {patterns} patronen; toegestaan: hoogstens {MOST_PATTERNS}", "with")
    combinations = combinations_of(clause, each)
    if combinations > MOST_COMBINATIONS:
        table.note(f"de lijsten geven samen {combinations} combinaties; toegestaan: hoogstens {MOST_COMBINATIONS}")


def combinations_of(clause: Clause, each: Pattern | None) -> int:
    """How many combinations of values the lists of a clause have, those of `each` included when it refers to it."""
    patterns = clause.patterns()
    if each is not None and any(pattern.joins(each.alias) for pattern in patterns):
        patterns = (each, *patterns)
    return prod(len(tests) for pattern in patterns for _, tests in pattern.tests)


def _group(table: Table, setting: Setting) -> Group | None:
    """{ any = […] }, { all = […] } or { at_least = 2, of = […] }."""
    key = next(key for key in ("any", "all", "of") if key in table)
    tables = table.tables(key)
    least = {"any": 1, "all": len(tables)}.get(key) or _least(table, len(tables))
    members = read_conditions(tables, setting)
    name = table.text("name", default="")
    table.done()
    if not tables:
        table.note("is een lege lijst; schrijf ten minste één voorwaarde", key)
    return Group(members, least, name) if members else None


def _least(table: Table, most: int) -> int:
    if "at_least" not in table:
        table.note('verplichte sleutel "at_least" ontbreekt: hoeveel van deze voorwaarden nodig zijn')
    least = table.number("at_least", default=1, least=1)
    if 0 < most < least:
        table.note(f"is {least}, maar de groep telt {most} voorwaarden", "at_least")
    return least


def _part_of(table: Table, setting: Setting) -> PartOf | None:
    arm = table.choice("part_of", ARMS)
    if "at_least" not in table:
        table.note('verplichte sleutel "at_least" ontbreekt: hoeveel voorwaarden van de arm nodig zijn')
    least = table.number("at_least", default=1, least=1)
    name = table.text("name", default="")
    table.done()
    if arm == setting.arm:
        table.note(f'een voorwaarde in "{arm}" kan niet naar "{arm}" zelf verwijzen', "part_of")
        return None
    return PartOf(arm, least, name) if table.raw("part_of") == arm else None


def clauses_in(conditions: Iterable[Condition]) -> Iterator[Clause]:
    """Every clause, those inside groups included."""
    for condition in conditions:
        if isinstance(condition, Clause):
            yield condition
        elif isinstance(condition, Group):
            yield from clauses_in(condition.members)


def names_in(conditions: Iterable[Condition]) -> Iterator[str]:
    """Every name that `missing` can hold."""
    for condition in conditions:
        if condition.name:
            yield condition.name
        if isinstance(condition, Group):
            yield from names_in(condition.members)


def parts_in(conditions: Iterable[Condition]) -> Iterator[PartOf]:
    """Every reference to another arm."""
    for condition in conditions:
        if isinstance(condition, PartOf):
            yield condition
        elif isinstance(condition, Group):
            yield from parts_in(condition.members)

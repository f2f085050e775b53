"""Random rule sets and facts: everything the rule language can ask, with values that are apt to be confused."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from random import Random

from toets.engine.compiler import MOST_ALTERNATIVES
from toets.model.fact import Fact, Field, FieldType, Value
from toets.model.rule import Clause, Condition, Derivation, Group, Op, Pattern, Rule, RuleSet, Severity, SeverityCase, Test

from .build import KINDS, derive, fact, rule, rule_set

NUMBERS = (0, 1, 2, 3, 4, 10, -1, -10, 2**40, -(2**53) - 1, 10**17)
TEXTS = (
    "", "a", "ab", "abc", "a b", " a", "A", "5", "05", "é", "e\u0301", "ë", "€ 1.000,-", "😀", '"', '""', "'", "\\", '\\"',
    "a\nb", "a\tb", "\u0000", "\u200b", "{}", "[1]", "$x", "$s", "#gate", "kind", "one", "id", "null", "true", "p0", "a" * 300,
    "a" * 299 + "b", "zie hierover “het college’s” besluit",
)  # fmt: skip
CHAIN = ("ding", "woord", "gevolg", "keten")
"""A derivation makes a kind further down this list than what it rests on, so that there is an end to it."""


def value_for(field: Field, chance: Random, many: int) -> Value:
    match field.type:
        case FieldType.FLAG:
            return chance.randint(0, 1)
        case FieldType.NUMBER:
            return chance.choice(NUMBERS if chance.random() < 0.3 else NUMBERS[:4])
        case FieldType.CODE:
            return chance.choice((*field.allowed, ""))
        case FieldType.TEXT:
            return chance.choice(TEXTS if chance.random() < 0.5 else TEXTS[:4])
        case _:
            return chance.choice((f"f{chance.randint(1, max(many, 1)):05d}", "f00001", "f00002", ""))


def some_facts(chance: Random, most: int = 24) -> tuple[Fact, ...]:
    many = chance.randint(0, most)
    kinds = [chance.choice(("ding", "zaak", "woord", "gevolg")) for _ in range(many)]
    return tuple(_fact(number, kind, chance, many) for number, kind in enumerate(kinds, start=1))


def _fact(number: int, kind: str, chance: Random, many: int) -> Fact:
    chosen = [field for field in KINDS[kind].fields if chance.random() < 0.8]
    values = {field.name: value_for(field, chance, many) for field in chosen}
    if KINDS[kind].textual:
        values |= {"polarity": chance.randint(0, 1), "para": chance.randint(0, 2)}
    return fact(number, kind, values)


def _constant(field: Field, chance: Random) -> Test:
    if field.type in (FieldType.NUMBER, FieldType.FLAG):
        op = chance.choice((Op.IS, Op.IS, Op.NOT, Op.AT_LEAST, Op.AT_MOST))
    else:
        op = chance.choice((Op.IS, Op.IS, Op.IS, Op.NOT))
    return Test(op, value_for(field, chance, 9))


def _join(field: Field, earlier: Sequence[Pattern], chance: Random) -> Test:
    """A join with an earlier pattern: its id or a field of the same sort."""
    other = chance.choice(earlier)
    numeric = field.type in (FieldType.NUMBER, FieldType.FLAG)
    sort = (FieldType.NUMBER, FieldType.FLAG) if numeric else (FieldType.REF, FieldType.TEXT, FieldType.CODE)
    names = [one.name for one in KINDS[other.fact].all_fields().values() if one.type in sort]
    if not numeric and chance.random() < 0.6:
        return Test(Op.JOIN, other.alias)
    return Test(Op.JOIN, f"{other.alias}.{chance.choice(names)}")


def some_pattern(
    alias: str, earlier: Sequence[Pattern], chance: Random, kinds: Sequence[str] = tuple(KINDS), tested: int = 3
) -> Pattern:
    kind = KINDS[chance.choice(kinds)]
    fields = list(kind.all_fields().values())
    tests: list[tuple[str, tuple[Test, ...]]] = []
    for _ in range(chance.randint(0, tested)):
        field = chance.choice(fields if chance.random() < 0.1 else kind.fields)
        options = [_constant(field, chance) for _ in range(chance.choice((1, 1, 1, 1, 2, 2, 3)))]
        tests.append((field.name, tuple(options)))
    if earlier:
        for _ in range(chance.choice((0, 1, 1, 1, 2))):
            field = kind.all_fields()[chance.choice(("bij", "bij", "n", "soort", "naam", "vlag", "own"))]
            options = [_join(field, earlier, chance)]
            if chance.random() < 0.15:
                options.append(chance.choice((_constant(field, chance), _join(field, earlier, chance))))
            tests.append((field.name, tuple(options)))
    chance.shuffle(tests)
    return Pattern(kind.name, alias, tuple(tests))


def some_clause(chance: Random, each: Pattern | None) -> Clause:
    """A clause that stays below the most combinations of alternatives that are allowed."""
    while True:
        clause = _clause(chance, each)
        patterns = (*clause.patterns(), *([each] if each is not None else []))
        if prod(len(options) for one in patterns for _, options in one.tests) <= MOST_ALTERNATIVES:
            return clause


def _clause(chance: Random, each: Pattern | None) -> Clause:
    """Up to three patterns, the each-fact included; about the each-fact itself, joined to it, or apart from it."""
    earlier = [each] if each is not None and chance.random() < 0.8 else []
    first = some_pattern("eerste", earlier, chance)
    own = ("own", (Test(Op.JOIN, "elk"),))
    if each is not None and (own in first.tests or chance.random() < 0.3):
        # A fact cannot be compared with itself, so no further joins here.
        apart = some_pattern("eerste", (), chance, (each.fact,))
        first = Pattern(each.fact, "eerste", (*apart.tests, own))
    known = [*([each] if each is not None and first.joins(each.alias) else []), first]
    companions: list[Pattern] = []
    while len(known) < 3 and chance.random() < 0.45:
        companions.append(some_pattern(f"mee{len(companions)}", known, chance))
        known.append(companions[-1])
    return Clause(first, tuple(companions))


def some_rule(chance: Random, number: int) -> Rule:
    each = some_pattern("elk", (), chance) if chance.random() < 0.5 else None
    conditions: list[Condition] = [some_clause(chance, each) for _ in range(chance.randint(1, 4))]
    if len(conditions) > 2:
        conditions = [Group(tuple(conditions[:2])), *conditions[2:]]
    where = (some_clause(chance, each),) if chance.random() < 0.3 else ()
    return rule(*conditions, code=f"TST-{number:02d}", each=each, severity=(SeverityCase(Severity.BLOCKING, where=where),))


def some_derivation(chance: Random, number: int) -> Derivation:
    level = chance.randint(2, 3)
    below = ("zaak", *CHAIN[:level])
    patterns = [some_pattern("a", (), chance, (*below, CHAIN[level - 1]), tested=1)]
    if chance.random() < 0.4:
        patterns.append(some_pattern("b", patterns, chance, below, tested=1))
    kind = KINDS[CHAIN[level]]
    gives: dict[str, Value] = {}
    for field in kind.fields:
        if chance.random() < 0.4:
            gives[field.name] = value_for(field, chance, 9) if not _copied(field, chance) else _copy(field, patterns, chance)
    gives = {name: value for name, value in gives.items() if not (isinstance(value, str) and value in ("$x", "$s"))}
    return derive(kind.name, patterns[0], *patterns[1:], name=f"af{number}", **gives)


def _copied(field: Field, chance: Random) -> bool:
    return chance.random() < (0.8 if field.type is FieldType.REF else 0.3)


def _copy(field: Field, patterns: Sequence[Pattern], chance: Random) -> str:
    alias = chance.choice(patterns).alias
    return f"${alias}" if field.type is FieldType.REF else f"${alias}.{field.name}"


def some_rule_set(chance: Random, most_rules: int = 6) -> RuleSet:
    rules = [some_rule(chance, number) for number in range(chance.randint(1, most_rules))]
    derivations = [some_derivation(chance, number) for number in range(chance.choice((0, 0, 1, 2, 4)))]
    return rule_set(*rules, derivations=derivations)

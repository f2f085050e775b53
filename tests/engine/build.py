"""Small makers of facts, patterns, rules and rule sets, and a matcher so plain that it can be trusted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from unicodedata import normalize

import pytest

from toets.model.document import Location
from toets.model.fact import Fact, FactKind, Field, FieldType, Value
from toets.model.outcome import Match
from toets.model.rule import Clause, Condition, Derivation, Op, Pattern, Query, Rule, RuleSet, Severity, SeverityCase, Test
from toets.model.vocabulary import Vocabulary

try:
    import durable_rules_engine
except ImportError:  # then the reference stands in; an engine that loads but errs must not be skipped
    durable_rules_engine = None
needs_engine = pytest.mark.skipif(durable_rules_engine is None, reason="durable-rules is hier niet geïnstalleerd")

OWN_FIELDS = (
    Field("n", FieldType.NUMBER),
    Field("m", FieldType.NUMBER),
    Field("vlag", FieldType.FLAG),
    Field("soort", FieldType.CODE, ("a", "ab", "b")),
    Field("naam", FieldType.TEXT),
    Field("bij", FieldType.REF),
)
DING = FactKind("ding", "Een ding.", OWN_FIELDS, textual=False)
ZAAK = FactKind("zaak", "Een zaak.", OWN_FIELDS, textual=False)
WOORD = FactKind("woord", "Iets in de tekst.", OWN_FIELDS)
GEVOLG = FactKind("gevolg", "Iets dat volgt.", OWN_FIELDS)
KETEN = FactKind("keten", "Iets dat daaruit volgt.", OWN_FIELDS, textual=False)
KINDS = {kind.name: kind for kind in (DING, ZAAK, WOORD, GEVOLG, KETEN)}

Tests = Value | Test | tuple[Value | Test, ...]


def fact(number: int, kind: str = "ding", given: Mapping[str, Value] | None = None, **fields: Value) -> Fact:
    """Fact number so many, with every declared field."""
    one = f"f{number:05d}"
    values = {name: field.default for name, field in KINDS[kind].all_fields().items()}
    place = Location(section=number % 3, paragraph=number)
    return Fact(one, kind, {**values, "own": one, **(given or {}), **fields}, f"woorden {number}", place, "proef")


def pattern(kind: str = "ding", alias: str = "x", *more: tuple[str, Tests], **tests: Tests) -> Pattern:
    """A pattern; a tuple lists alternatives, "$alias" joins; `more` are tests on fields that were named already."""
    entries = (*tests.items(), *more)
    return Pattern(kind, alias, tuple((name, _tests(value)) for name, value in entries))


def _tests(value: Tests) -> tuple[Test, ...]:
    if isinstance(value, Test):
        return (value,)
    if isinstance(value, tuple):
        return tuple(test for one in value for test in _tests(one))
    if isinstance(value, str) and value.startswith("$"):
        return (Test(Op.JOIN, value[1:]),)
    return (Test(Op.IS, value),)


def other_than(value: Value) -> Test:
    return Test(Op.NOT, value)


def least(value: Value) -> Test:
    return Test(Op.AT_LEAST, value)


def most(value: Value) -> Test:
    return Test(Op.AT_MOST, value)


def rule(*needs: Condition, code: str = "PRF-01", each: Pattern | None = None, severity: Sequence[SeverityCase] = ()) -> Rule:
    return Rule(
        code=code, set="proef", name="proef", title="Proef", tier="kern", kinds=("ALLE",),
        severity=(*severity, SeverityCase(Severity.ADVICE)), why="", messages={}, repair="", repairable=True, norm=(), source=(),
        arms={"needs": needs}, each=each, origin="proef.toml",
    )  # fmt: skip


def derive(made: str, when: Pattern, *companions: Pattern, name: str = "af", **gives: Value) -> Derivation:
    return Derivation(name, made, gives, Clause(when, companions), "", "afleidingen.toml")


def rule_set(*rules: Rule, derivations: Sequence[Derivation] = (), kinds: Mapping[str, FactKind] = KINDS) -> RuleSet:
    return RuleSet("proef", "Proef", "1", "", rules, tuple(derivations), Vocabulary(facts=tuple(kinds.values())))


def plain_matches(query: Query, facts: Sequence[Fact]) -> tuple[Match, ...]:
    """Try every combination of distinct facts; no index, no order, nothing shared with the engines."""
    groups = [[fact for fact in facts if fact.kind == pattern.fact] for pattern in query]
    found = []
    for combination in product(*groups):
        if len({fact.id for fact in combination}) == len(combination):
            bound = {pattern.alias: fact for pattern, fact in zip(query, combination, strict=True)}
            if all(_holds(pattern, bound) for pattern in query):
                found.append(Match(tuple(sorted((alias, fact.id) for alias, fact in bound.items()))))
    return tuple(sorted(found))


def _holds(pattern: Pattern, bound: Mapping[str, Fact]) -> bool:
    return all(any(_passes(test, bound[pattern.alias].fields[name], bound) for test in tests) for name, tests in pattern.tests)


def _passes(test: Test, value: Value, bound: Mapping[str, Fact]) -> bool:
    wanted = test.value
    if test.op is Op.JOIN:
        alias, _, field = str(wanted).partition(".")
        wanted = bound[alias].fields[field or "own"]
    left, right = (normalize("NFC", one) if isinstance(one, str) else one for one in (value, wanted))
    match test.op:
        case Op.NOT:
            return left != right
        case Op.AT_LEAST:
            return int(left) >= int(right)
        case Op.AT_MOST:
            return int(left) <= int(right)
        case _:
            return left == right

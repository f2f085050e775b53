"""Rules as data: what `rules/*.toml` holds after loading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from toets.model.vocabulary import Vocabulary

if TYPE_CHECKING:
    from toets.model.fact import Value


class Severity(StrEnum):
    """How much a finding weighs."""

    BLOCKING = "blocking"
    ATTENTION = "attention"
    ADVICE = "advice"


class Op(StrEnum):
    """How a test compares a field with its value."""

    IS = "is"
    NOT = "not"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    JOIN = "join"


class Test(NamedTuple):
    """One comparison of one field.

    For JOIN, `value` is "alias" or "alias.field" of an earlier pattern ("alias" alone means its id). A value of the form
    "$settings.drempels.x" is filled in from the settings when the rule is compiled.
    """

    op: Op
    value: Value


class Pattern(NamedTuple):
    """A fact to look for: its kind, an alias, and tests that must all hold, each one field with alternatives.

    A field may occur more than once: every entry must hold, by one of its alternatives.
    """

    fact: str
    alias: str
    tests: tuple[tuple[str, tuple[Test, ...]], ...] = ()

    def joins(self, alias: str) -> bool:
        """Whether a test of this pattern refers to the pattern with that alias."""
        return any(test.op is Op.JOIN and str(test.value).split(".")[0] == alias for _, tests in self.tests for test in tests)


@dataclass(frozen=True, slots=True)
class Clause:
    """A pattern with joined companions, judged by itself.

    `at_least` and `at_most` bound the number of distinct facts that the first pattern may match (None: no upper bound);
    `absent` holds when nothing matches. `name` fills `missing` when the clause is not met. `bounds` says which bound is
    still to be filled in from the settings: ("at_most", "$settings.drempels.opgaven").
    """

    pattern: Pattern
    companions: tuple[Pattern, ...] = ()
    name: str = ""
    at_least: int = 1
    at_most: int | None = None
    absent: bool = False
    bounds: tuple[tuple[str, str], ...] = ()

    def patterns(self) -> tuple[Pattern, ...]:
        """The first pattern and its companions."""
        return (self.pattern, *self.companions)


@dataclass(frozen=True, slots=True)
class Group:
    """Several clauses of which at least `least` must be met (1: any)."""

    members: tuple[Condition, ...]
    least: int = 1
    name: str = ""


@dataclass(frozen=True, slots=True)
class PartOf:
    """At least `least` clauses of another arm are met."""

    arm: str
    least: int
    name: str = ""


Condition = Clause | Group | PartOf

Query = tuple[Pattern, ...]
"""What the engine is asked: patterns, later ones joined to earlier ones. Equal queries share one answer."""


def query(clause: Clause, each: Pattern | None) -> Query:
    """The patterns that a clause asks for in a rule that speaks of each fact like `each` (None: of the document).

    A clause about the each-fact itself (own = "$each") is folded into one pattern, because an engine never binds one
    fact to two aliases; a clause that refers to it otherwise gets `each` as its first pattern.
    """
    patterns = clause.patterns()
    if each is None or not any(pattern.joins(each.alias) for pattern in patterns):
        return patterns
    first = clause.pattern
    own = ("own", (Test(Op.JOIN, each.alias),))
    if own not in first.tests:
        return (each, *patterns)
    rest = tuple(test for test in first.tests if test != own)
    folded = Pattern(first.fact, each.alias, each.tests + tuple(test for test in rest if test not in each.tests))
    return (folded, *(_renamed(pattern, first.alias, each.alias) for pattern in clause.companions))


def _renamed(pattern: Pattern, old: str, new: str) -> Pattern:
    def rename(test: Test) -> Test:
        head, dot, tail = str(test.value).partition(".")
        return Test(Op.JOIN, new + dot + tail) if test.op is Op.JOIN and head == old else test

    tests = tuple((name, tuple(rename(test) for test in options)) for name, options in pattern.tests)
    return Pattern(pattern.fact, pattern.alias, tests)


@dataclass(frozen=True, slots=True)
class SeverityCase:
    """A severity and when it holds: for these kinds, statuses and facts (empty: always)."""

    severity: Severity
    kinds: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    where: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Norm:
    """Where a rule rests on: a law with article, or another norm (article ""), what it asks, and when that was checked."""

    law: str
    article: str
    says: str
    verified: date


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule must judge as `expect`; `kind` is the kind of document the text stands for."""

    kind: str
    expect: str
    text: str
    missing: tuple[str, ...] | None = None
    because: str = ""


ARMS: tuple[str, ...] = ("when", "requires", "breaks", "needs", "falls_short", "partly", "suffices", "excuse")

OF_DEGREE: tuple[str, ...] = ("falls_short", "suffices")
"""The arms that speak of the document as a whole, also where the rule speaks of each fact by itself."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `arms` holds the conditions of each of ARMS; see docs/ontwerp.md for how they give a status.

    `each` makes the rule speak of every such fact by itself (`each_none`: the status when there are none); `enough` is the
    number of `needs` that suffice (0: all); `about` are the section roles whose reasoned or bare "n.v.t." counts.
    """

    code: str
    set: str
    name: str
    title: str
    tier: str
    kinds: tuple[str, ...]
    severity: tuple[SeverityCase, ...]
    why: str
    messages: Mapping[str, str]
    repair: str
    repairable: bool
    norm: tuple[Norm, ...]
    source: tuple[str, ...]
    arms: Mapping[str, tuple[Condition, ...]]
    each: Pattern | None = None
    each_none: str = ""
    enough: int = 0
    about: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    note: str = ""
    origin: str = ""

    def conditions(self) -> Iterator[Condition]:
        """Every condition of every arm and of the severity cases, in a fixed order."""
        for arm in ARMS:
            yield from self.arms.get(arm, ())
        for case in self.severity:
            yield from case.where


@dataclass(frozen=True, slots=True)
class Derivation:
    """A rule that makes a new fact: when every condition of `when` is met, a fact of `fact` with `gives` exists.

    A string in `gives` of the form "$alias" or "$alias.field" is copied from the matched fact. `because` says in Dutch
    why the fact holds; it may use {alias} placeholders.
    """

    name: str
    fact: str
    gives: Mapping[str, Value]
    when: Clause
    because: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules, derivations and vocabulary that came together from one place."""

    name: str
    title: str
    version: str
    origin: str
    rules: tuple[Rule, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

"""A program: what the rules ask, in plain form, and the chunks of engine rules that answer it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toets.model.fact import FactKind, Value
from toets.model.outcome import Match
from toets.model.rule import Derivation, Op, Query

MOST_FACTS = 90_000
"""Facts of one document; the engine knows a fact by a 32-bit hash of its id, and up to f99999 no two of those are equal."""

MOST_BINDINGS = 250_000
"""Ways, complete or half-way, in which the clauses may bind the facts of one document; beyond it somebody forgot a join."""

Row = tuple[int, ...]
"""One match: for every pattern the place (0-based) of its fact among all facts of the document."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One comparison: with a constant, or (JOIN) with the field `other` of the fact bound to pattern number `of`."""

    op: Op
    value: Value = ""
    of: int = 0
    other: str = ""

    def holds(self, value: Value) -> bool:
        """Whether a value passes the comparison with the constant (not for JOIN)."""
        match self.op:
            case Op.IS:
                return value == self.value
            case Op.NOT:
                return value != self.value
            case Op.AT_LEAST:
                return int(value) >= int(self.value)
            case _:
                return int(value) <= int(self.value)


Entry = tuple[str, tuple[Choice, ...]]
"""A field and its alternatives, one of which must hold."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A pattern: a kind of fact and the entries that must all hold."""

    kind: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A query with its aliases resolved to positions; `asker` is the rule or derivation that asks it first."""

    query: Query
    aliases: tuple[str, ...]
    asks: tuple[Ask, ...]
    asker: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """Engine rules that run together.

    `definition` is the JSON for the engine; `answers` says for each engine rule how many patterns it has and which
    questions (by number) its firings answer. `early` chunks answer derivations, and get derived facts as they come.
    """

    definition: str
    kinds: frozenset[str]
    answers: Mapping[str, tuple[int, tuple[int, ...]]]
    early: bool


@dataclass(frozen=True, slots=True)
class Program:
    """Everything an engine needs to draw conclusions; can be pickled and shared.

    `needed` are the fields of each kind that some question looks at, with whether they hold integers; `codes` the short
    names by which the engine knows them. `derivations` go with the number of the question they wait for. `unmatched` is the
    answer to all queries when nothing matches: to hash hundreds of queries again for every document is slow.
    """

    kinds: Mapping[str, FactKind]
    questions: tuple[Question, ...]
    derivations: tuple[tuple[Derivation, int], ...]
    needed: Mapping[str, Mapping[str, bool]]
    codes: Mapping[str, str]
    chunks: tuple[Chunk, ...]
    unmatched: Mapping[Query, tuple[Match, ...]]

"""The course of an inference, the same for every engine: match, derive facts, until nothing new; then answer everything."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from toets.engine.program import Program, Question, Row
from toets.engine.values import check_facts, plain_values
from toets.errors import EngineError
from toets.model.fact import COMMON, Fact, FactKind, Value
from toets.model.outcome import Conclusions, Match
from toets.model.rule import Derivation

MOST_ROUNDS = 50
"""Derivations that wait for each other; a longer chain goes round in a circle."""

Rows = Mapping[int, Collection[Row]]
"""Rows by the number of their question."""


class Known(NamedTuple):
    """A fact as engines see it: its kind and its plain values."""

    kind: str
    values: Mapping[str, Value]


class Matcher(Protocol):
    """What an engine does for one document. Rows may be given more than once."""

    def add(self, facts: Sequence[Known]) -> None:
        """Take facts in; their places follow on those of earlier facts."""

    def awaited(self) -> Rows:
        """Rows of the questions that derivations wait for: at least those that the latest facts made possible."""

    def all(self) -> Rows:
        """Every other row of every question."""


def conclude(program: Program, facts: Sequence[Fact], matcher: Matcher, engine: str, stated: Collection[str] = ()) -> Conclusions:
    """Infer all that follows from the facts of one document; facts of a kind in `stated` were settled and are not derived.

    Derived facts are numbered round by round, in a round by derivation and by the places of the facts they rest on, so
    never by the order in which an engine fires. Raises EngineError when a fact cannot be used, or there is no end to it.
    """
    check_facts(facts)
    store = list(facts)
    matcher.add([Known(fact.kind, plain_values(fact, program)) for fact in facts])
    found: dict[int, set[Row]] = {number: set() for number in range(len(program.questions))}
    maker = _Maker(program, facts, stated)
    for _ in range(MOST_ROUNDS if program.derivations else 0):
        made = maker.make(_fresh(matcher.awaited(), found), store)
        if not made:
            break
        store.extend(made)
        check_facts(store)
        matcher.add([Known(fact.kind, plain_values(fact, program)) for fact in made])
    else:
        if program.derivations:
            raise EngineError(_circle(program.derivations, store[-1]))
    _fresh(matcher.all(), found)
    matches = dict(program.unmatched)
    for number, question in enumerate(program.questions):
        if found[number]:
            matches[question.query] = _matches(question, found[number], store)
    return Conclusions(tuple(store), matches, engine)


def _fresh(rows: Rows, found: Mapping[int, set[Row]]) -> Rows:
    """The rows that were not found before; notes them as found."""
    fresh = {number: set(some) - found[number] for number, some in rows.items()}
    for number, some in fresh.items():
        found[number].update(some)
    return fresh


def _circle(derivations: Iterable[tuple[Derivation, int]], last: Fact) -> str:
    names = ", ".join(sorted({derivation.name for derivation, _ in derivations if derivation.fact == last.kind}))
    return (
        f"De afleidingen van '{last.kind}' ({names}) blijven nieuwe feiten geven;"
        " laat een afleiding niet op haar eigen uitkomst rusten."
    )


def _matches(question: Question, rows: Iterable[Row], store: Sequence[Fact]) -> tuple[Match, ...]:
    named = sorted((alias, number) for number, alias in enumerate(question.aliases))
    return tuple([Match(one) for one in sorted([tuple([(alias, store[row[at]].id) for alias, at in named]) for row in rows])])


class _Maker:
    """Makes the derived facts of one document; remembers what exists, because equal facts exist once."""

    def __init__(self, program: Program, facts: Sequence[Fact], stated: Collection[str]) -> None:
        self._program = program
        self._stated = frozenset(stated)
        derived = {derivation.fact for derivation, _ in program.derivations}
        self._existing = {_identity(fact.kind, fact.fields) for fact in facts if fact.kind in derived}
        self._next = 1 + max([len(facts), *(int(fact.id[1:]) for fact in facts if fact.id[1:].isdecimal())])

    def make(self, fresh: Rows, store: Sequence[Fact]) -> tuple[Fact, ...]:
        """The new facts that follow from rows that were not seen before."""
        made: list[Fact] = []
        for derivation, number in self._program.derivations:
            for row in sorted(fresh.get(number, ())):
                support = [store[place] for place in row]
                fields = _fields(derivation, support, self._program.kinds)
                identity = _identity(derivation.fact, fields)
                if identity not in self._existing and derivation.fact not in self._stated:
                    self._existing.add(identity)
                    made.append(self._fact(derivation, fields, support))
        return tuple(made)

    def _fact(self, derivation: Derivation, fields: Mapping[str, Value], support: Sequence[Fact]) -> Fact:
        name = f"f{self._next:05d}"
        self._next += 1
        first = support[0]
        return Fact(
            id=name,
            kind=derivation.fact,
            fields={**fields, "own": name},
            quote=first.quote,
            location=first.location,
            source=f"afleiding:{derivation.name}",
            because=tuple(fact.id for fact in support),
        )


def _identity(kind: str, fields: Mapping[str, Value]) -> tuple[str, frozenset[tuple[str, Value]]]:
    return kind, frozenset((name, value) for name, value in fields.items() if name != "own")


def _fields(derivation: Derivation, support: Sequence[Fact], kinds: Mapping[str, FactKind]) -> dict[str, Value]:
    """Every declared field: what the derivation gives, else (common fields) that of the first fact, else its default."""
    kind, first = kinds[derivation.fact], support[0]
    fields = {name: field.default for name, field in kind.all_fields().items()}
    if kind.textual:
        # A derived statement is affirmed and certain, unless the words it rests on are not.
        fields |= {"polarity": 1, "sure": 100}
    if kind.textual and kinds[first.kind].textual:
        fields |= {field.name: first.fields[field.name] for field in COMMON if field.name in first.fields}
    bound = dict(zip((pattern.alias for pattern in derivation.when.patterns()), support, strict=True))
    return fields | {name: _given(value, bound) for name, value in derivation.gives.items()}


def _given(value: Value, facts: Mapping[str, Fact]) -> Value:
    if not isinstance(value, str) or not value.startswith("$"):
        return value
    alias, _, field = value[1:].partition(".")
    return facts[alias].fields[field] if field and field != "own" else facts[alias].id

"""durable-rules and the plain interpreter never differ, and the plain interpreter does what the language says.

TOETS_FUZZ sets how many random rule sets are tried (default 2,000), each on three random sets of facts.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from random import Random

import pytest

from toets.engine import Session, compile_program, reference
from toets.engine.program import Program
from toets.errors import EngineError
from toets.model.fact import COMMON, Fact, Value
from toets.model.outcome import Conclusions
from toets.model.rule import Derivation, RuleSet

from .build import KINDS, needs_engine, plain_matches
from .chance import some_facts, some_rule_set

TRIED = int(os.environ.get("TOETS_FUZZ", "2000"))
BATCHES = 20


def difference(program: Program, session: Session, facts: tuple[Fact, ...]) -> str:
    """What differs between the engines ("" if nothing)."""
    wanted, got = _answer(reference.infer, program, facts), _answer(_by(session), program, facts)
    if isinstance(wanted, str) or isinstance(got, str):
        return "" if wanted == got else f"{wanted} / {got}"
    if wanted.facts != got.facts:
        return f"{wanted.facts} / {got.facts}"
    different = [
        f"{query}: {found} / {got.matches[query]}" for query, found in wanted.matches.items() if found != got.matches[query]
    ]
    return "\n".join(different) or ("" if list(wanted.matches) == list(got.matches) else "andere volgorde")


def _by(session: Session) -> Callable[[Program, tuple[Fact, ...]], Conclusions]:
    return lambda _, facts: session.infer(facts)


def _answer(
    infer: Callable[[Program, tuple[Fact, ...]], Conclusions], program: Program, facts: tuple[Fact, ...]
) -> Conclusions | str:
    try:
        return infer(program, facts)
    except EngineError as error:
        return str(error)


@needs_engine
@pytest.mark.parametrize("batch", range(BATCHES))
def test_engine_and_reference_never_differ_on_random_rules_and_facts(batch: int) -> None:
    matched = derived = 0
    for seed in range(batch, TRIED, BATCHES):
        chance = Random(seed)  # noqa: S311
        program = compile_program([some_rule_set(chance)])
        session = Session(program)
        for _ in range(3):
            facts = some_facts(chance)
            different = difference(program, session, facts)
            assert not different, f"seed {seed}: {different}"
            conclusions = reference.infer(program, facts)
            matched += sum(len(matches) for query, matches in conclusions.matches.items() if len(query) > 1)
            derived += len(conclusions.facts) - len(facts)
        session.close()
    assert matched, "no joined clause ever matched, so nothing was compared"
    assert derived, "nothing was ever derived, so nothing was compared"


@pytest.mark.parametrize("batch", range(BATCHES))
def test_reference_does_what_trying_every_combination_does(batch: int) -> None:
    for seed in range(100_000 + batch, 100_000 + TRIED // 8, BATCHES):
        chance = Random(seed)  # noqa: S311
        rules = some_rule_set(chance, most_rules=3)
        conclusions = reference.infer(compile_program([rules]), some_facts(chance, most=12))
        for query, matches in conclusions.matches.items():
            assert matches == plain_matches(query, conclusions.facts), f"seed {seed}: {query}"
        _assert_derivations_are_complete(rules, conclusions)


def _assert_derivations_are_complete(rules: RuleSet, conclusions: Conclusions) -> None:
    """Every match of a derivation has its fact, and every derived fact rests on a match of its derivation."""
    present = {(one.kind, frozenset(set(one.fields.items()) - {("own", one.id)})) for one in conclusions.facts}
    facts = {one.id: one for one in conclusions.facts}
    supports = set()
    for derivation in rules.derivations:
        query = derivation.when.patterns()
        for match in plain_matches(query, conclusions.facts):
            bound = {alias: facts[one] for alias, one in match.facts}
            assert (derivation.fact, frozenset(_expected(derivation, bound).items())) in present
            supports.add((f"afleiding:{derivation.name}", tuple(bound[pattern.alias].id for pattern in query)))
    assert {(one.source, one.because) for one in conclusions.facts if one.because} <= supports


def _expected(derivation: Derivation, bound: Mapping[str, Fact]) -> dict[str, Value]:
    """The fields of a derived fact but for its own number, by the words of the language."""
    kind, first = KINDS[derivation.fact], bound[derivation.when.pattern.alias]
    fields = {name: field.default for name, field in kind.all_fields().items() if name != "own"}
    if kind.textual:
        fields |= {"polarity": 1, "sure": 100}
        fields |= {one.name: first.fields[one.name] for one in COMMON[1:] if one.name in first.fields}
    for name, value in derivation.gives.items():
        alias, _, field = str(value).removeprefix("$").partition(".")
        fields[name] = bound[alias].fields[field or "own"] if str(value).startswith("$") else value
    return fields

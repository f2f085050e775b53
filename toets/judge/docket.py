"""The rules that judge documents, each made ready when a document first needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toets.judge.conditions import Case, asking, clauses
from toets.judge.describe import describe
from toets.model.rule import OF_DEGREE, Clause, Op, Rule, Test


class Docket:
    """Rules in order of code, for any number of documents; what judging a rule takes is worked out once.

    Not for use by several threads at a time.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(sorted(rules, key=lambda one: one.code))
        self._cases: dict[int, Case] = {}

    def case(self, rule: Rule) -> Case:
        """One of these rules, ready to be judged by."""
        known = self._cases.get(id(rule))
        if known is None:
            known = self._cases[id(rule)] = _case(rule)
        return known


def _case(rule: Rule) -> Case:
    every = tuple(clause for condition in rule.conditions() for clause in clauses(condition))
    of_degree = {id(clause) for arm in OF_DEGREE for condition in rule.arms.get(arm, ()) for clause in clauses(condition)}
    return Case(
        rule=rule,
        askings={id(clause): asking(clause, rule.each) for clause in every},
        words={id(condition): describe(condition) for arm in rule.arms.values() for condition in arm},
        asks_of=frozenset(_asked_of(rule, (clause for clause in every if id(clause) not in of_degree))),
        item_names=_item_names(rule, every),
    )


def _asked_of(rule: Rule, every: Iterable[Clause]) -> Iterator[str]:
    yield from (pattern.fact for clause in every for pattern in clause.patterns())
    if rule.each:
        yield rule.each.fact


def _item_names(rule: Rule, every: Iterable[Clause]) -> tuple[str, ...]:
    """The aliases of the each-fact: its own, "each", and those of clauses about that very fact."""
    if rule.each is None:
        return ()
    own = ("own", (Test(Op.JOIN, rule.each.alias),))
    return (rule.each.alias, "each", *(clause.pattern.alias for clause in every if own in clause.pattern.tests))

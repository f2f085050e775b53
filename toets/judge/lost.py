"""Facts that could not be looked for: what else is unknown because of them, and which rules ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from toets.judge.conditions import clauses
from toets.model.rule import Derivation, Rule


def spread(lost: Mapping[str, str], derivations: Iterable[Derivation]) -> Mapping[str, str]:
    """The kinds of fact that are unknown, with those that are derived from them, each with the reason of the first."""
    known, every = dict(lost), tuple(derivations)
    grown = True
    while grown and known:
        before = len(known)
        for derivation in every:
            reasons = [known[pattern.fact] for pattern in derivation.when.patterns() if pattern.fact in known]
            if reasons:
                known.setdefault(derivation.fact, reasons[0])
        grown = len(known) > before
    return known


def asked_of(rule: Rule) -> frozenset[str]:
    """The kinds of fact that a rule asks for, in any of its arms."""
    patterns = [pattern for condition in rule.conditions() for clause in clauses(condition) for pattern in clause.patterns()]
    return frozenset(pattern.fact for pattern in (*patterns, *((rule.each,) if rule.each else ())))

"""Whether a rule is shown by enough examples."""

from __future__ import annotations

from collections import Counter

from toets.model.outcome import FINDINGS, Status
from toets.model.rule import Rule

PASSING = frozenset({Status.SATISFIED.value, Status.JUSTIFIED.value})
FAILING = frozenset(status.value for status in FINDINGS)
LEAST = 2


def check_examples(rule: Rule) -> list[str]:
    """What is missing from the examples of a rule, in Dutch: at least two that pass and two that fail, all different."""
    sorts = Counter("goed" if example.expect in PASSING else "niet goed" for example in rule.examples if _weighed(example.expect))
    problems = [
        f"{rule.code}: {sorts[sort]} {_plural(sorts[sort])} dat {outcome}; nodig: ten minste {LEAST}"
        for sort, outcome in (("goed", "voldoet"), ("niet goed", "niet voldoet"))
        if sorts[sort] < LEAST
    ]
    texts = Counter((example.kind, " ".join(example.text.split())) for example in rule.examples)
    if any(number > 1 for number in texts.values()):
        problems.append(f"{rule.code}: een voorbeeld staat er twee keer; laat er een weg")
    return problems


def _weighed(expect: str) -> bool:
    return expect in PASSING or expect in FAILING


def _plural(number: int) -> str:
    return "voorbeeld" if number == 1 else "voorbeelden"

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
    problems = []
    for outcome, statuses in (("voldoen", PASSING), ("niet voldoen", FAILING)):
        number = sum(example.expect in statuses for example in rule.examples)
        if number < LEAST:
            problems.append(f"{rule.code}: te weinig voorbeelden die {outcome} ({number}); nodig: ten minste {LEAST}")
    texts = Counter((example.kind, " ".join(example.text.split())) for example in rule.examples)
    if any(number > 1 for number in texts.values()):
        problems.append(f"{rule.code}: een voorbeeld staat er twee keer; laat er een weg")
    return problems

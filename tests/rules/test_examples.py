"""Every example of every shipped rule runs, through the whole path."""

from __future__ import annotations

import pytest

from tests.shipped import shipped
from toets.checker import Checker
from toets.model.rule import Example, Rule
from toets.testing import run_example

CASES = [
    pytest.param(rule, number, example, id=f"{rule.code}-{number}-{example.expect}")
    for rule_set in shipped()
    for rule in rule_set.rules
    for number, example in enumerate(rule.examples, start=1)
]


@pytest.mark.parametrize(("rule", "number", "example"), CASES)
def test_the_example_is_judged_as_its_author_says(checker: Checker, rule: Rule, number: int, example: Example) -> None:
    trial = run_example(checker, rule, number, example)
    assert trial.passed, trial.explain()

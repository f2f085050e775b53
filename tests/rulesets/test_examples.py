"""A rule shows by examples what it means."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from toets.model.rule import Example
from toets.rulesets import check_examples

from .build import rule_of, written


@pytest.mark.parametrize(
    ("expects", "problems"),
    [
        (["satisfied", "justified", "violated", "partial"], []),
        (["satisfied", "satisfied", "unjustified", "violated", "not_applicable", "undecidable"], []),
        (["satisfied", "violated", "violated"], ["MID-02: te weinig voorbeelden die voldoen (1); nodig: ten minste 2"]),
        (
            ["satisfied", "satisfied", "not_applicable"],
            ["MID-02: te weinig voorbeelden die niet voldoen (0); nodig: ten minste 2"],
        ),
    ],
)
def test_a_rule_needs_two_examples_that_pass_and_two_that_fail(tmp_path: Path, expects: list[str], problems: list[str]) -> None:
    examples = tuple(Example("RV-FIN", expect, f"tekst {number}") for number, expect in enumerate(expects))
    rule = replace(rule_of(written(tmp_path)), examples=examples)

    assert check_examples(rule) == problems


def test_an_example_that_stands_twice_counts_for_nothing_new(tmp_path: Path) -> None:
    examples = tuple(Example("RV-FIN", expect, "tekst") for expect in ("satisfied", "satisfied", "violated", "violated"))

    assert check_examples(replace(rule_of(written(tmp_path)), examples=examples)) == [
        "MID-02: een voorbeeld staat er twee keer; laat er een weg"
    ]

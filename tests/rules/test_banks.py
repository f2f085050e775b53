"""Texts in different voices, judged as a careful reader would."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bank import CLASSES, Case, banks, cases
from toets.checker import Checker
from toets.scoring import class_of

CASES = [pytest.param(case, id=f"{bank.stem}-{case.name}") for bank in banks(Path(__file__).parent) for case in cases(bank)]


@pytest.mark.parametrize("case", CASES)
def test_a_text_is_judged_as_a_reader_would(checker: Checker, case: Case) -> None:
    assert CLASSES.issuperset(case.expect.values())
    report = checker.check_bytes(case.text.encode(), "tekst.md", kinds=case.kinds)
    found = {outcome.rule: outcome for outcome in report.outcomes if outcome.rule in case.expect}
    said = {rule: class_of(outcome) for rule, outcome in found.items()}
    assert said == dict(case.expect), f"{[(one.rule, one.status, one.missing) for one in found.values()]}\n{case.text}"

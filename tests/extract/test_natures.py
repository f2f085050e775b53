"""What money is asked for decides which rules apply: a bank of proposals for all that a municipality makes, buys or supports."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.extract.build import proposal, report_on, understood
from toets.checker import Checker
from toets.model.outcome import Status

BANK = tomllib.loads(Path(__file__).with_name("natures.toml").read_text(encoding="utf-8"))["proposal"]
NOT_FOR_THIS_KIND = "de regel geldt voor"


def rules_for(checker: Checker, text: str) -> set[str]:
    """The rules that are not left out by the kind of the document."""
    outcomes = report_on(checker, text).outcomes
    out = {one.rule for one in outcomes for step in one.trace if not step.held and step.asked.startswith(NOT_FOR_THIS_KIND)}
    return {one.rule for one in outcomes if one.status is not Status.WAIVED} - out


@pytest.mark.parametrize("case", [pytest.param(case, id=case["subject"]) for case in BANK])
def test_what_money_is_for_decides_which_rules_apply(checker: Checker, case: dict[str, Any]) -> None:
    found = rules_for(checker, proposal(*case["points"], subject=case["subject"]))
    assert set(case["applies"]) <= found
    assert found.isdisjoint(case["not"])


def kinds_and_natures(checker: Checker, text: str) -> set[str]:
    facts = understood(checker, text).facts
    return {
        str(fact.fields[name])
        for fact in facts
        for name in ("code", "is")
        if fact.kind in ("kind", "nature") and name in fact.fields
    }


def test_money_for_works_beside_a_verordening_is_for_works_outdoors(checker: Checker) -> None:
    rules = "De Havenverordening 2027 vast te stellen."
    alone = kinds_and_natures(checker, proposal(rules, "De steigers aan te wijzen.", subject="Haven"))
    paid = kinds_and_natures(
        checker, proposal(rules, "Een krediet van € 720.000 te verlenen voor twee steigers.", subject="Haven")
    )
    graves = proposal(rules, "Een krediet van € 90.000 te verlenen voor de begraafplaats.", subject="Haven")
    assert "physical" not in alone
    assert "physical" in paid
    assert "physical" in kinds_and_natures(checker, graves)
    assert "RV-RUI" not in kinds_and_natures(checker, graves)

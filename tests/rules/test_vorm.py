"""The rules on form, on points, titles and attachments that others would write."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from toets.checker import Checker
from toets.scoring import class_of

BANK = tomllib.loads(Path(__file__).with_name("vorm.toml").read_text(encoding="utf-8"))


def _texts(name: str) -> list[Any]:
    return [pytest.param(case, text, id=f"{case['expect']}: {text[:44]}") for case in BANK[name] for text in case["texts"]]


def said(checker: Checker, text: str, rule: str) -> str:
    report = checker.check_bytes(text.encode(), "tekst.md", kinds=["RV-BEL"])
    return next(class_of(outcome) for outcome in report.outcomes if outcome.rule == rule)


@pytest.mark.parametrize(("case", "text"), _texts("point"))
def test_a_point_is_one_decision_that_can_be_read_by_itself(checker: Checker, case: dict[str, str], text: str) -> None:
    proposal = f"# Raadsvoorstel\n\n## Beslispunten\n1. De nota Spelen 2027-2030 vast te stellen.\n2. {text}\n"
    assert said(checker, proposal, "VOR-02") == case["expect"]


@pytest.mark.parametrize(("case", "text"), _texts("title"))
def test_a_title_says_what_lies_before_the_council(checker: Checker, case: dict[str, str], text: str) -> None:
    proposal = f"Onderwerp: {text}\n\n# Raadsvoorstel\n\n## Beslispunten\n1. De nota Spelen 2027-2030 vast te stellen.\n"
    assert said(checker, proposal, "VOR-13") == case["expect"]


@pytest.mark.parametrize(("case", "text"), _texts("attachment"))
def test_an_attachment_is_named_by_what_it_says(checker: Checker, case: dict[str, str], text: str) -> None:
    proposal = (
        "# Raadsvoorstel\n\n## Beslispunten\n1. De nota Spelen 2027-2030 vast te stellen.\n\n"
        f"## Argumenten\n{text}\n\n## Bijlagen\n1. {case['title']}\n"
    )
    assert said(checker, proposal, "VOR-05") == case["expect"]


def table(last: str) -> str:
    return (
        "# Raadsvoorstel\n\n## Beslispunten\n1. De zienswijze vast te stellen.\n\n## Financiën\n"
        "| | 2026 | 2027 | 2028 |\n|---|---|---|---|\n| Bijdrage | € 410.000 | € 452.000 | € 470.000 |\n"
        f"| In onze begroting | € 400.000 | € 431.000 | € 440.000 |\n| Verschil | € 10.000 | € 21.000 | {last} |\n"
    )


def test_a_difference_in_a_table_is_counted(checker: Checker) -> None:
    assert said(checker, table("€ 40.000"), "VOR-04") == "finding"
    assert said(checker, table("€ 30.000"), "VOR-04") == "fine"


def test_a_start_before_the_decision_needs_a_reason(checker: Checker) -> None:
    head = "Datum college: 10 juni 2025\n\n# Collegevoorstel\n\n## Besluit\n"
    head += "1. De regeling met terugwerkende kracht te laten ingaan op "
    assert said(checker, head + "1 januari 2025.\n", "VOR-06") == "finding"
    assert said(checker, head + "1 januari 2025, omdat de wet toen is gewijzigd.\n", "VOR-06") == "fine"

"""The rules on form, on tables and dates that others would write."""

from __future__ import annotations

from toets.checker import Checker
from toets.scoring import class_of


def said(checker: Checker, text: str, rule: str) -> str:
    report = checker.check_bytes(text.encode(), "tekst.md", kinds=["RV-BEL"])
    return next(class_of(outcome) for outcome in report.outcomes if outcome.rule == rule)


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

"""What is told of amounts and percentages that were counted again and do not come out."""

from __future__ import annotations

from toets.checker import Checker


def told(checker: Checker, body: str) -> str:
    text = f"# Raadsvoorstel\n\n## Beslispunten\n1. De nota Verkeer 2027 vast te stellen.\n\n## Financiën\n{body}"
    return next(one.message for one in checker.check_bytes(text.encode(), "bedragen.md").outcomes if one.rule == "VOR-04")


def test_a_percentage_is_told_as_one_with_the_sum(checker: Checker) -> None:
    table = "| Partij | Aandeel |\n|---|---|\n| Gemeente | 45% |\n| Provincie | 30% |\n| Totaal | 100% |"
    body = f"De nota kost € 20.000 en € 5.000.\n\n{table}"
    assert "100%" not in told(checker, body), "75% is too far from a hundred to be a slip"
    body = body.replace("30%", "50%")
    message = told(checker, body)
    assert "100% naast 95%" in message
    assert "45% + 50% = 95%" in message
    assert "bedragen" not in message


def test_a_slip_of_zeros_is_told_as_a_factor(checker: Checker) -> None:
    text = """# Raadsvoorstel

## Beslispunten
1. Een krediet van € 120.000 beschikbaar te stellen voor de brug.

## Financiën
Het krediet van € 1.200.000 komt uit de algemene reserve.
"""
    message = next(one.message for one in checker.check_bytes(text.encode(), "a.md").outcomes if one.rule == "VOR-04")
    assert "precies 10 keer" in message

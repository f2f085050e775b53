"""Short texts in different voices on mandate, means and assignment, judged as a careful reader would."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from toets.checker import Checker
from toets.scoring import class_of

FILES = ("mandaat.toml", "middelen.toml", "opdracht.toml", "varied.toml")
CASES = [
    pytest.param(case, id=f"{case['rule']}-{number}")
    for name in FILES
    for number, case in enumerate(tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["case"])
]
HEAD = "Datum raad: 10 december 2026\n\n# {title}\n\n{text}"


@pytest.mark.parametrize("case", CASES)
def test_a_text_is_judged_as_a_reader_would(checker: Checker, case: dict[str, str]) -> None:
    title = "Collegevoorstel" if case["kind"].startswith("CB") else "Raadsvoorstel"
    report = checker.check_bytes(HEAD.format(title=title, text=case["text"]).encode(), "tekst.md", kinds=[case["kind"]])
    outcome = next(outcome for outcome in report.outcomes if outcome.rule == case["rule"])
    assert class_of(outcome) == case["expect"], f"{outcome.status}: {outcome.missing}\n{case['text']}"

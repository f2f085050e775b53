"""The rules on the execution, on sentences in different voices and on whole proposals."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from toets.checker import Checker
from toets.scoring import class_of

BANK = tomllib.loads(Path(__file__).with_name("uitvoering.toml").read_text(encoding="utf-8"))
SENTENCES = [
    pytest.param(case, text, id=f"{case['rule']}-{case['expect']}: {text[:40]}")
    for case in BANK["case"]
    for text in case["texts"]
]
DOCUMENTS = [pytest.param(document, id=document["name"]) for document in BANK["document"]]
HEAD = """Datum college: 3 maart 2026
Datum raad: 9 april 2026

# Raadsvoorstel

## Beslispunten
1. De nota Groen en spelen 2026-2030 vast te stellen.

## {heading}
{text}
"""


def classes(checker: Checker, text: str, kinds: list[str]) -> dict[str, str]:
    report = checker.check_bytes(text.encode(), "tekst.md", kinds=kinds)
    return {outcome.rule: class_of(outcome) for outcome in report.outcomes}


@pytest.mark.parametrize(("case", "text"), SENTENCES)
def test_a_text_is_judged_as_a_reader_would(checker: Checker, case: dict[str, str], text: str) -> None:
    said = classes(checker, HEAD.format(heading=case["heading"], text=text), [case["kind"]])
    assert said[case["rule"]] == case["expect"]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_proposal_is_judged_as_a_reader_would(checker: Checker, document: dict[str, Any]) -> None:
    said = classes(checker, document["text"], document["kinds"])
    assert {rule: said[rule] for rule in document["expect"]} == document["expect"]

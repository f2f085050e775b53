"""Sentences in many voices, judged as a careful reader would: fine, a finding, or not applicable."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from toets.checker import Checker
from toets.scoring import class_of

FILES = ("sociaal_samenwerking.toml", "sociaal_samenwerking_opgaven.toml")
CASES: list[dict[str, Any]] = [
    case for name in FILES for case in tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))["case"]
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['rule']}-{number}" for number, case in enumerate(CASES)])
def test_a_text_is_judged_as_a_careful_reader_would(checker: Checker, case: dict[str, Any]) -> None:
    title = "Collegevoorstel" if case["kind"].startswith("CB") else "Raadsvoorstel"
    text = f"# {title}\n\n## {case['heading']}\n{case['text']}\n"
    report = checker.check_bytes(text.encode(), "voorstel.md", kinds=[case["kind"]])
    assert class_of(next(item for item in report.outcomes if item.rule == case["rule"])) == case["expected"]

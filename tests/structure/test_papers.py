"""Decision points and sections in whole papers, laid out in ways that no style guide foresaw (`stukken.toml`)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from toets.checker import Checker
from toets.model.document import Document
from toets.text.normal import normal

PAPERS = tomllib.loads(Path(__file__).with_name("stukken.toml").read_text(encoding="utf-8"))["paper"]


def read(checker: Checker, paper: dict[str, Any]) -> Document:
    document = checker.check_bytes(paper["text"].encode(), "voorstel.md").document
    assert document is not None
    return document


def heading(text: str) -> str:
    return normal(text.rstrip(":.?"))


@pytest.mark.parametrize("paper", [pytest.param(paper, id=paper["first"]) for paper in PAPERS])
def test_a_paper_has_its_decision_points_and_sections(checker: Checker, paper: dict[str, Any]) -> None:
    document = read(checker, paper)
    assert len(document.points) in paper["points"]
    assert normal(paper["first"])[:12] in normal(document.points[0].text)
    found = {heading(section.heading): section.role for section in document.sections}
    wrong = {
        name: found.get(heading(name)) for name, roles in paper.get("roles", {}).items() if found.get(heading(name)) not in roles
    }
    assert not wrong

"""Scores against labels, counted by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from toets.checker import Checker
from toets.errors import UsageError
from toets.scoring import labelled, score

TEXT = """
# Raadsvoorstel

## Beslispunten
1. De nota Spelen 2027 vast te stellen.

## Financiën
Klik of tik om tekst in te voeren.
"""
LABELS = {
    "labels": {"VOR-01": ["fine"], "VOR-07": ["finding"], "VOR-08": ["finding"], "VOR-03": ["fine", "n/a"]},
    "kinds": ["RV-BEL"],
    "kinds_sure": ["RV-BEL"],
    "lookalike": None,
    "decision_points": [1],
    "sections": [{"heading": "Beslispunten", "roles": ["beslispunten"]}, {"heading": "Planning", "roles": ["uitvoering"]}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("labels", "documenten"):
        (tmp_path / name).mkdir()
    (tmp_path / "labels" / "A1.json").write_text(json.dumps(LABELS), encoding="utf-8")
    (tmp_path / "documenten" / "A1.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_agreement_precision_and_recall(checker: Checker, folder: Path) -> None:
    documents, labels = labelled(folder, "md")
    result = score([checker.check(path) for path in documents], labels)
    assert +result.total.counts == {"n": 3, "agree": 2, "tp": 1, "fn": 1, "blocking": 1, "blocking right": 1}
    assert (result.total.precision, result.total.recall) == (1.0, 0.5)
    assert result.disagreements == [("A1", "VOR-08", "finding", "n/a")]


def test_the_reading_is_scored_by_itself(checker: Checker, folder: Path) -> None:
    documents, labels = labelled(folder, "md")
    reading = score([checker.check(path) for path in documents], labels).reading
    assert (reading.counts["headings found"], reading.counts["headings"]) == (1, 2)
    assert reading.counts["points right"] == reading.counts["kinds sure found"] == 1


def test_a_folder_without_labels_or_documents_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"A1\.docx"):
        labelled(folder, "docx")
    with pytest.raises(UsageError, match="labels"):
        labelled(tmp_path / "documenten", "md")

"""Scores against labels, counted by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from toets.checker import Checker
from toets.cli.codes import ExitCode
from toets.errors import UsageError
from toets.scoring import labelled, score

from .cli.run import toets

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "geen leesbare JSON"),
        ('{"labels": {"VOR-01": ["fine"],}}', "geen leesbare JSON (regel 1)"),
        ("[]", 'verwacht wordt een object met "labels"'),
        ('{"label": {}}', '"labels" ontbreekt'),
        ('{"labels": {}, "kind": []}', 'onbekende sleutel "kind"; bedoelde u "kinds"?'),
        ('{"labels": ["VOR-01"]}', '"labels": verwacht wordt per code'),
        ('{"labels": {"VOR-01": "fine"}}', '"labels.VOR-01": verwacht wordt een lijst met finding, fine, n/a of undecidable'),
        ('{"labels": {"VOR-01": []}}', '"labels.VOR-01": verwacht wordt'),
        ('{"labels": {"VOR-01": ["goed"]}}', '"labels.VOR-01": verwacht wordt'),
        ('{"labels": {}, "kinds": "RV-BEL"}', '"kinds": verwacht wordt een lijst van teksten'),
        ('{"labels": {}, "lookalike": 3}', '"lookalike": verwacht wordt een tekst'),
        ('{"labels": {}, "decision_points": 2}', '"decision_points": verwacht wordt een lijst van aantallen'),
        ('{"labels": {}, "sections": [{"heading": "Doel"}]}', '"sections": verwacht wordt'),
    ],
)
def test_a_label_file_that_is_not_as_expected_is_named_with_what_is_expected(folder: Path, text: str, expected: str) -> None:
    (folder / "labels" / "A1.json").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"A1\.json") as caught:
        labelled(folder, "md")
    assert expected in str(caught.value)


def test_all_label_files_that_cannot_be_used_are_told_at_once(folder: Path) -> None:
    for name in ("A1", "A2"):
        (folder / "labels" / f"{name}.json").write_bytes(b'{"labels": "\xe9"}')
    with pytest.raises(UsageError, match=r"(?s)A1\.json.*UTF-8.*A2\.json.*UTF-8"):
        labelled(folder, "md")


def test_an_editor_that_begins_a_label_file_with_a_mark_does_no_harm(folder: Path) -> None:
    (folder / "labels" / "A1.json").write_text(json.dumps(LABELS), encoding="utf-8-sig")
    assert labelled(folder, ".md")[1][0].points == [1]


def test_a_label_of_a_rule_that_does_not_take_part_does_not_count_and_is_told(folder: Path) -> None:
    labels = {"VOR-01": ["fine"], "VOR-91": ["fine"], "OPG-01": ["finding"]}
    (folder / "labels" / "A1.json").write_text(json.dumps({"labels": labels}), encoding="utf-8")
    (folder / "toets.toml").write_text("[regels]\nuit = ['OPG']\n", encoding="utf-8")
    result = toets("score", folder, "--ending", "md")
    assert result.returncode == ExitCode.OK, result.stderr
    assert "VOR-91" not in result.stdout
    assert "OPG-01, VOR-91" in " ".join(result.stderr.split())


def test_recorded_figures_that_are_no_figures_are_told(folder: Path) -> None:
    norm = folder / "norm.json"
    norm.write_text(json.dumps({folder.name: {"alles": "0.9"}}), encoding="utf-8")
    result = toets("score", folder, "--ending", "md", "--norm", norm)
    assert result.returncode == ExitCode.USAGE
    assert "geen bestand met cijfers" in " ".join(result.stderr.split())


def test_labels_that_say_nothing_of_the_kind_do_not_count_as_those_of_a_lookalike(checker: Checker, folder: Path) -> None:
    (folder / "labels" / "A1.json").write_text('{"labels": {"VOR-01": ["fine"]}}', encoding="utf-8")
    documents, labels = labelled(folder, "md")
    assert score([checker.check(path) for path in documents], labels).reading.counts["lookalikes"] == 0

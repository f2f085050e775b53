"""A baseline marks what an earlier run already gave; nothing is taken out."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from toets.baseline import mark_known
from toets.earlier import earlier_report
from toets.errors import ReadError
from toets.model.document import Location
from toets.model.outcome import Evidence, Only, Outcome, Status, Verdict
from toets.model.report import DocumentReport, Report
from toets.model.rule import Severity
from toets.reports.json import to_json

from .reports.build import judged, lookalike, outcome, ready, report, unreadable

OLD = "De aannemer begint zo spoedig mogelijk na het besluit van de raad met de sloop van de oude sporthal."
NEW = "De aannemer begint zo spoedig mogelijk na het raadsbesluit met de sloop van de oude sporthal."


def saying(words: str, fingerprint: str = "0" * 16, **changes: Any) -> Outcome:
    one = outcome("UIT-04", Status.PARTIAL, Severity.ATTENTION, evidence=(Evidence(words, Location(), ""),), missing=("wanneer",))
    return replace(one, fingerprint=fingerprint, **changes)


def having(*outcomes: Outcome) -> DocumentReport:
    return replace(judged(), outcomes=outcomes)


def known(before: DocumentReport, after: DocumentReport) -> list[bool]:
    marked, _ = mark_known(report(after), (before,), "baseline.json")
    return [one.known for one in marked.documents[0].outcomes]


def test_the_same_findings_are_known_and_the_advice_leaves_them_out() -> None:
    marked, found = mark_known(report(judged()), (judged(),), "baseline.json")
    (document,) = marked.documents
    assert found == 1
    assert [one.rule for one in document.outcomes if one.known] == [one.rule for one in document.outcomes if one.is_finding]
    assert document.advice is not None
    assert (document.advice.verdict, document.advice.only) == (Verdict.READY, (Only.NEW,))
    assert len(document.outcomes) == len(judged().outcomes)
    assert marked.baseline == "baseline.json"


def test_a_reworded_sentence_is_still_known_and_another_is_not() -> None:
    assert known(having(saying(OLD)), having(saying(NEW, "1" * 16))) == [True]
    assert known(having(saying(OLD)), having(saying("Het park volgt te zijner tijd.", "1" * 16))) == [False]


@pytest.mark.parametrize("worse", [{"status": Status.VIOLATED}, {"severity": Severity.BLOCKING}, {"missing": ("wanneer", "wie")}])
def test_what_got_worse_is_not_known(worse: dict[str, Any]) -> None:
    assert known(having(saying(OLD)), having(saying(OLD, **worse))) == [False]
    assert known(having(saying(OLD, **worse)), having(saying(OLD))) == [True]


def test_what_was_in_order_is_not_known() -> None:
    assert known(having(saying(OLD, status=Status.SATISFIED)), having(saying(OLD))) == [False]


def test_a_baseline_that_holds_nothing_that_weighs_limits_no_advice() -> None:
    small = saying(OLD, severity=Severity.ADVICE)
    for before in (having(), having(small)):
        (document,) = mark_known(report(having(small)), (before,), "baseline.json")[0].documents
        assert document.advice is not None
        assert document.advice.only == ()


def test_a_baseline_of_other_documents_marks_nothing() -> None:
    others = (replace(judged("a.docx"), sha256="a" * 64), replace(judged("b.docx"), sha256="b" * 64))
    marked, found = mark_known(report(replace(judged("c.docx"), sha256="c" * 64)), others, "baseline.json")
    assert found == 0
    assert not any(one.known for one in marked.documents[0].outcomes)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "verslag.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_json_report_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    one: Report = report(judged(), ready(), lookalike(), unreadable())
    again = earlier_report(written(tmp_path, to_json(one)))
    for before, after in zip(one.documents, again.documents, strict=True):
        assert (after.path, after.sha256, after.status, after.advice) == (
            before.path,
            before.sha256,
            before.status,
            before.advice,
        )
        plain = [replace(each, trace=(), norm=(), items=(), evidence=(), about=()) for each in before.outcomes]
        assert [replace(each, norm=(), items=(), evidence=()) for each in after.outcomes] == plain
        assert [[item.about.quote for item in each.items] for each in after.outcomes] == [
            [item.about.quote for item in each.items] for each in before.outcomes
        ]
    assert (again.version, again.profile) == (one.version, one.profile)


@pytest.mark.parametrize(
    "text",
    [
        "geen json", "[]", "{}", '{"schema": "toets-report-2", "documents": []}', '{"schema": "toets-report-1"}',
        '{"schema": "toets-report-1", "tool": {}, "documents": [1]}',
        '{"schema": "toets-report-1", "documents": [{"path": "a"}]}',
    ],
)  # fmt: skip
def test_what_is_no_report_is_refused_with_the_remedy(tmp_path: Path, text: str) -> None:
    with pytest.raises(ReadError, match="--format json"):
        earlier_report(written(tmp_path, text))


def test_a_report_with_a_status_that_does_not_exist_is_damaged(tmp_path: Path) -> None:
    found = json.loads(to_json(report()))
    found["documents"][0]["outcomes"][0]["status"] = "goed"
    with pytest.raises(ReadError, match="beschadigd"):
        earlier_report(written(tmp_path, json.dumps(found)))

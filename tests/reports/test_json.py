"""The JSON form, held against its schema and the contract."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

import toets.reports
from tests.agenda.build import proposal
from toets.agenda import agenda_of, meeting_files
from toets.checker import Checker
from toets.compare import compare
from toets.model.outcome import Status
from toets.model.report import DocumentReport, Report
from toets.reports.agenda_json import to_agenda_json
from toets.reports.compare_json import to_compare_json
from toets.reports.json import to_json
from toets.rulebook import Request

from .build import failed, judged, lookalike, outcome, ready, report, unreadable

SCHEMA = json.loads((Path(toets.reports.__file__).parent / "toets-report-1.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def parsed(one: Report, *, facts: bool = False) -> dict[str, Any]:
    """The JSON of a report, after it was held against the schema."""
    found: dict[str, Any] = json.loads(to_json(one, facts=facts))
    VALIDATOR.validate(found)
    return found


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("one", [judged(), ready(), lookalike(), unreadable(), failed(), replace(judged(), document=None)])
def test_reports_fit_the_schema(one: DocumentReport) -> None:
    assert len(parsed(report(one), facts=True)["documents"]) == 1


@pytest.mark.parametrize("status", list(Status))
def test_every_status_fits_the_schema(status: Status) -> None:
    (document,) = parsed(report(replace(judged(), outcomes=(outcome("MID-02", status),))))["documents"]
    assert document["outcomes"][0]["status"] == status.value


def test_the_schema_refuses_what_it_does_not_know() -> None:
    found = parsed(report())
    changes: tuple[dict[str, Any], ...] = ({"extra": 1}, {"schema": "toets-report-2"}, {"summary": {}})
    for change in changes:
        with pytest.raises(ValidationError):
            VALIDATOR.validate({**found, **change})
    found["documents"][0]["outcomes"][0]["status"] = "goed"
    with pytest.raises(ValidationError):
        VALIDATOR.validate(found)


def test_a_document_holds_what_the_contract_says() -> None:
    found = parsed(report())
    assert list(found) == ["schema", "tool", "documents", "idle_waivers", "baseline", "summary"]
    assert found["schema"] == "toets-report-1"
    assert list(found["documents"][0]) == [
        "path", "sha256", "status", "message", "kinds", "natures", "lookalike", "title", "subject", "parts", "metadata",
        "attachments", "sections", "decision_points", "unread", "outcomes", "not_run", "idle_waivers", "advice",
    ]  # fmt: skip
    (mid,) = (one for one in found["documents"][0]["outcomes"] if one["rule"] == "MID-02")
    assert list(mid) == [
        "rule", "set", "title", "status", "severity", "message", "repair", "why", "norm", "evidence", "missing", "items",
        "repairable", "waiver", "trace", "fingerprint", "known",
    ]  # fmt: skip
    assert mid["norm"] == [{"law": "Gemeentewet", "article": "189", "verified": "2026-11-01"}]
    assert mid["evidence"][0] == {
        "quote": "een krediet van € 1.250.000 beschikbaar te stellen",
        "location": {"part": 0, "section": 1, "page": 1, "paragraph": 11, "start": 0, "end": 10},
        "fact": "f0001",
    }
    assert list(mid["items"][0]) == ["about", "status", "message", "missing"]


def test_a_proposal_is_no_lookalike_and_a_lookalike_says_what_it_is() -> None:
    documents = parsed(report(judged(), lookalike()))["documents"]
    assert [one["lookalike"] for one in documents] == [None, "raadsinformatiebrief"]
    assert documents[1]["advice"] == {"verdict": "not_a_proposal", "because": []}


def test_an_unreadable_document_has_a_message_and_nothing_else() -> None:
    (document,) = parsed(report(unreadable()))["documents"]
    assert list(document) == ["path", "sha256", "status", "message"]
    assert "--ocr" in document["message"]


def test_metadata_take_the_first_value_that_is_filled() -> None:
    assert parsed(report())["documents"][0]["metadata"] == {"portefeuillehouder": "A. Bos"}


def test_a_waiver_tells_by_whom_and_until_when() -> None:
    (uit,) = (one for one in parsed(report())["documents"][0]["outcomes"] if one["rule"] == "UIT-02")
    assert uit["waiver"] == {"reason": "Afgesproken", "by": "griffier", "until": "2027-01-01"}


def test_evidence_of_a_whole_section_has_no_fact() -> None:
    (uit,) = (one for one in parsed(report())["documents"][0]["outcomes"] if one["rule"] == "UIT-08")
    assert uit["evidence"][0]["fact"] is None


def test_facts_are_there_only_when_asked_for() -> None:
    assert "facts" not in parsed(report())["documents"][0]
    facts = parsed(report(), facts=True)["documents"][0]["facts"]
    assert facts[0]["fields"] == {"cents": 125_000_000, "own": "f0001"}


def test_the_summary_counts() -> None:
    summary = parsed(report(judged(), ready(), unreadable()))["summary"]
    assert summary["documents"] == {"judged": 2, "unreadable": 1, "failed": 0}
    assert summary["advice"] == {"return": 1, "complete": 0, "ready": 1, "not_a_proposal": 0}
    assert summary["findings"] == {"blocking": 1, "attention": 1, "advice": 1}


def test_the_same_report_gives_the_same_text_with_dutch_letters_as_they_are() -> None:
    text = to_json(report())
    assert text == to_json(report())
    assert "Financiën" in text
    assert text.endswith("}\n")


def test_a_file_name_that_is_not_unicode_can_still_be_written() -> None:
    text = to_json(report(judged("vreemd-\udce9.docx")))
    assert text.encode("utf-8")
    assert json.loads(text)["documents"][0]["path"] == "vreemd-\udce9.docx"


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((Path(toets.reports.__file__).parent / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_a_hertoets_fits_its_schema_whatever_became_of_the_documents() -> None:
    known = validator("toets-compare-1")
    changed = replace(judged(), outcomes=(outcome("MID-02", Status.PARTIAL), outcome("UIT-04"), *judged().outcomes[3:]))
    runs = (report(judged(), lookalike()), report(changed, ready()), report(unreadable()), report(failed()), report())
    for before in runs:
        for after in runs:
            known.validate(json.loads(to_compare_json(compare(before, after))))
    found = json.loads(to_compare_json(compare(runs[0], runs[1])))
    assert found["documents"][0]["changes"]
    wrong: tuple[dict[str, Any], ...] = ({"extra": 1}, {"schema": "toets-compare-2"}, {"summary": {}}, {"documents": [{}]})
    for change in wrong:
        with pytest.raises(ValidationError):
            known.validate({**found, **change})
    nothing = {**found["documents"][0]["changes"][0], "before": None, "after": None}
    with pytest.raises(ValidationError):
        known.validate({**found, "documents": [{**found["documents"][0], "changes": [nothing]}]})


def test_an_agenda_fits_its_schema_with_every_sort_of_paper(tmp_path: Path) -> None:
    known = validator("toets-agenda-1")
    checker = Checker(Request(engine="reference", cache=True))
    proposal(tmp_path / "06 Raadsvoorstel brug.docx", "Vervanging brug", listed=["Raming"])
    proposal(tmp_path / "Raadsvoorstel plein.docx", "Inrichting plein")
    (tmp_path / "07 Raadsvoorstel kapot.docx").write_bytes(b"PK\x03\x04 kapot")
    (tmp_path / "los.xlsx").write_bytes(b"")
    files = meeting_files(tmp_path)
    run = checker.report([checker.check(path) for path in files if path.suffix == ".docx"])
    found = json.loads(to_agenda_json(agenda_of(tmp_path, files, run)))
    known.validate(found)
    assert {one["status"] for one in found["papers"]} == {"judged", "unreadable", "not_read"}
    assert found["checks"]
    wrong: tuple[dict[str, Any], ...] = ({"extra": 1}, {"schema": "toets-agenda-2"}, {"papers": [{}]}, {"checks": [{"code": ""}]})
    for change in wrong:
        with pytest.raises(ValidationError):
            known.validate({**found, **change})

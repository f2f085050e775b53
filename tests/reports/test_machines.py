"""SARIF, JUnit and CSV: what other programs read."""

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator

from toets.reports.csv import COLUMNS, to_csv
from toets.reports.junit import to_junit
from toets.reports.sarif import to_sarif

from .build import at, failed, judged, lookalike, outcome, quoted, ready, report, unreadable

OFFICIAL = Path(__file__).resolve().parents[2].parent / "shared" / "schemas" / "sarif-schema-2.1.0.json"
EVERYTHING = report(judged(), ready(), lookalike(), unreadable(), failed())


def sarif_run() -> Any:
    return json.loads(to_sarif(EVERYTHING))["runs"][0]


@pytest.mark.skipif(not OFFICIAL.exists(), reason="het officiële SARIF-schema staat hier niet (../shared/schemas)")
def test_sarif_fits_the_official_schema() -> None:
    validator = Draft4Validator(json.loads(OFFICIAL.read_text(encoding="utf-8")))
    for one in (EVERYTHING, report(), report(unreadable())):
        validator.validate(json.loads(to_sarif(one)))
    assert not validator.is_valid({"version": "2.1.0", "runs": [{"results": []}]})


def test_sarif_results_point_to_their_rule_and_document() -> None:
    run = sarif_run()
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        location = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][location["index"]]["location"]["uri"] == location["uri"]


def test_sarif_levels_follow_severity_and_a_waived_finding_is_suppressed() -> None:
    results = {
        result["ruleId"]: result
        for result in sarif_run()["results"]
        if result["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 0
    }
    assert {code: result["level"] for code, result in results.items()} == {
        "MID-02": "error", "OPD-01": "warning", "UIT-02": "error", "UIT-08": "note",
    }  # fmt: skip
    assert results["UIT-02"]["suppressions"] == [
        {"kind": "external", "justification": "Afgesproken (griffier, tot en met 1 januari 2027)"}
    ]
    assert results["MID-02"]["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "beslispunt 1, p. 1"}]
    assert results["MID-02"]["partialFingerprints"] == {"toets/v1": "0123456789abcdef"}


def test_sarif_says_which_documents_were_not_judged() -> None:
    invocation = sarif_run()["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert len(invocation["toolExecutionNotifications"]) == 2


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/voorstel é.docx", "a%20b/voorstel%20%C3%A9.docx"),
        ("/data/x.docx", "file:///data/x.docx"),
        ("vreemd-\udce9.docx", "vreemd-%E9.docx"),
    ],
)
def test_sarif_paths_are_uris(path: str, uri: str) -> None:
    run = json.loads(to_sarif(report(judged(path))))["runs"][0]
    assert run["artifacts"][0]["location"]["uri"] == uri


def test_junit_counts_what_it_holds() -> None:
    root = ElementTree.fromstring(to_junit(EVERYTHING))  # noqa: S314 our own text
    assert len(root) == 5
    for suite in root:
        assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        assert int(suite.attrib["skipped"]) == len(suite.findall("testcase/skipped"))
        assert int(suite.attrib["errors"]) == len(suite.findall("testcase/error"))
    assert [suite.attrib["errors"] for suite in root] == ["0", "0", "0", "1", "1"]


def test_junit_tells_what_is_needed_to_mend_a_finding() -> None:
    root = ElementTree.fromstring(to_junit(report()))  # noqa: S314 our own text
    case = next(one for one in root.iter("testcase") if one.attrib["name"].startswith("UIT-08"))
    failure = case.find("failure")
    assert failure is not None
    assert failure.attrib == {"message": "Bij evaluatie staat n.v.t., zonder de reden.", "type": "advice"}
    assert "Er staat: “N.v.t.” (onder ‘Planning en uitvoering’, p. 2)" in (failure.text or "")


def test_junit_survives_characters_that_xml_cannot_hold() -> None:
    one = judged("a\x00b\udce9\ufffe<&>.docx")
    assert ElementTree.fromstring(to_junit(report(one)))[0].attrib["name"] == "a b <&>.docx"  # noqa: S314 our own text


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_csv_has_a_row_for_every_outcome_and_one_for_what_was_not_judged() -> None:
    found = rows(to_csv(EVERYTHING))
    assert tuple(found[0]) == COLUMNS
    assert len(found) == sum(len(one.outcomes) or 1 for one in EVERYTHING.documents)
    assert found[-2]["uitkomst"] == "niet gelezen"
    assert all(None not in row and None not in row.values() for row in found)


def test_csv_holds_the_words_and_their_place() -> None:
    (row,) = (one for one in rows(to_csv(report())) if one["regel"] == "MID-02")
    assert row["citaat"] == "een krediet van € 1.250.000 beschikbaar te stellen"
    assert (row["plaats"], row["uitkomst"], row["ernst"]) == ("beslispunt 1, p. 1", "niet voldaan", "blokkerend")


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+31", "-5", "@x", "\t=1"])
def test_csv_never_makes_a_formula_of_words_in_a_document(words: str) -> None:
    one = replace(judged(), outcomes=(outcome("MID-02", evidence=(quoted(words, at(1)),)),))
    assert rows(to_csv(report(one)))[0]["citaat"].startswith("'")

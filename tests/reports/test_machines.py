"""SARIF, JUnit, CSV, XLSX, GitHub and GitLab: what other programs read."""

import csv
import json
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from jsonschema import Draft4Validator
from lxml import etree

from toets.reports.csv import to_csv
from toets.reports.github import to_github
from toets.reports.gitlab import to_gitlab
from toets.reports.junit import to_junit
from toets.reports.rows import COLUMNS
from toets.reports.sarif import to_sarif
from toets.reports.xlsx import to_xlsx

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


def workbook(data: bytes) -> dict[str, list[list[str]]]:
    """The text of every cell by sheet, as a program without any knowledge of the writer reads it; no cell is a formula."""
    space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with ZipFile(BytesIO(data)) as package:
        strings = [
            "".join(map(str, node.itertext()))
            for node in etree.fromstring(package.read("xl/sharedStrings.xml")).findall("m:si", space)
        ]
        names = [
            node.get("name", "") for node in etree.fromstring(package.read("xl/workbook.xml")).iter(f"{{{space['m']}}}sheet")
        ]
        found = {}
        for number, name in enumerate(names, 1):
            sheet = etree.fromstring(package.read(f"xl/worksheets/sheet{number}.xml"))
            assert sheet.find(".//m:f", space) is None
            found[name] = [
                [
                    strings[int(cell.findtext("m:v", "", space))] if cell.get("t") == "s" else cell.findtext("m:v", "", space)
                    for cell in row
                ]
                for row in sheet.iterfind(".//m:row", space)
            ]
    return found


def test_a_workbook_has_a_row_for_every_outcome_and_one_for_what_could_not_be_read() -> None:
    found = workbook(to_xlsx(report(judged(), unreadable())))
    assert found["Uitkomsten"][0] == list(COLUMNS)
    assert len(found["Uitkomsten"]) == 1 + len(judged().outcomes) + 1
    assert found["Documenten"][1][:8] == [
        "stukken/voorstel.docx", "Krediet nieuwbouw sporthal De Veste", "RV-FIN RV-SOC", "terugsturen", "1", "1", "1", "2"
    ]  # fmt: skip
    assert found["Documenten"][2][1] == "niet gelezen"


def test_the_header_of_a_workbook_stays_and_has_a_filter() -> None:
    with ZipFile(BytesIO(to_xlsx(report()))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in sheet
    assert "<autoFilter" in sheet


@pytest.mark.parametrize("nasty", ["=1+1", "@SUM(A1)", "+31 6", "-1", "https://example.org", "{=1}", '=HYPERLINK("http://x")'])
def test_text_of_a_document_is_never_a_formula_or_a_link(nasty: str) -> None:
    one = replace(judged(), path=nasty, outcomes=(outcome("MID-02", message=nasty, evidence=(quoted(nasty, at(1)),)),))
    data = to_xlsx(report(one))
    assert nasty in workbook(data)["Uitkomsten"][1]
    assert b"hyperlink" not in b"".join(ZipFile(BytesIO(data)).read(name) for name in ZipFile(BytesIO(data)).namelist())


def test_a_workbook_takes_a_cell_that_is_too_long_for_excel() -> None:
    one = replace(judged(), outcomes=(outcome("MID-02", message="lang " * 9000),))
    assert max(len(cell) for cell in workbook(to_xlsx(report(one)))["Uitkomsten"][1]) == 32767


def test_a_row_is_as_high_as_its_longest_cell_needs() -> None:
    short, long = outcome("MID-02", message="Kort."), outcome("MID-03", message="Een lang bericht over de dekking. " * 9)
    with ZipFile(BytesIO(to_xlsx(report(replace(judged(), outcomes=(short, long)))))) as package:
        rows = etree.fromstring(package.read("xl/worksheets/sheet1.xml")).iter("{*}row")
        low, high = [float(row.get("ht", "15")) for row in rows][1:]
    assert low < high
    assert high >= 15 * len("Een lang bericht over de dekking. " * 9) / 60


def test_the_same_report_gives_the_same_workbook() -> None:
    assert to_xlsx(EVERYTHING) == to_xlsx(EVERYTHING)


def test_github_gets_a_command_for_each_finding_and_each_document_that_failed() -> None:
    lines = to_github(EVERYTHING).splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::warning", "::notice", "::error", "::error"]
    assert lines[0].startswith(
        "::error file=stukken/voorstel.docx,title=MID-02 De dekking is herleidbaar::Voor € 1.250.000 is geen"
    )


def test_text_of_a_document_cannot_give_github_another_command() -> None:
    nasty = "100%\n::set-output name=x::y"
    one = replace(judged(path="a,b:c.docx"), outcomes=(outcome("MID-02", title=nasty, message=nasty),))
    (line,) = to_github(report(one)).splitlines()
    assert line.startswith("::error file=a%2Cb%3Ac.docx,title=MID-02 100%25 %3A%3Aset-output name=x%3A%3Ay::100%25 ::set-output")


def test_gitlab_gets_what_its_code_quality_report_needs() -> None:
    found = json.loads(to_gitlab(EVERYTHING))
    assert [one["severity"] for one in found] == ["blocker", "major", "minor", "blocker", "blocker"]
    assert all(set(one) == {"description", "check_name", "fingerprint", "severity", "location"} for one in found)
    assert found[0]["location"] == {"path": "stukken/voorstel.docx", "lines": {"begin": 1}}
    assert len({one["fingerprint"] for one in found}) == len(found)


def test_the_same_finding_in_two_files_has_two_fingerprints_in_gitlab() -> None:
    found = json.loads(to_gitlab(report(judged("a.docx"), judged("b.docx"))))
    assert len({one["fingerprint"] for one in found}) == len(found)
    assert json.loads(to_gitlab(report(ready()))) == []


@pytest.mark.parametrize("write", [to_sarif, to_junit, to_github, to_gitlab, to_csv])
def test_what_people_read_through_another_program_has_dutch_quotes(write: Any) -> None:
    """A rule marks words of the document with «»; only the JSON report keeps that."""
    said = outcome("VOR-03", message="Niet gelijk: «een krediet».", title="Het jaar 'in 2027'")
    text = write(report(replace(judged(), outcomes=(said,))))
    assert "‘een krediet’" in text
    assert "‘in 2027’" in text
    assert "«" not in text

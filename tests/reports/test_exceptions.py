"""Exceptions, those that do nothing, and findings of a baseline: told apart in every form."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import docx
import pytest

from toets.model.outcome import IdleWaiver, Waiver
from toets.model.report import DocumentReport, Report
from toets.reports.csv import to_csv
from toets.reports.exceptions import idle_words
from toets.reports.github import to_github
from toets.reports.gitlab import to_gitlab
from toets.reports.html import to_html
from toets.reports.json import to_json
from toets.reports.junit import to_junit
from toets.reports.markdown import to_markdown
from toets.reports.sarif import to_sarif
from toets.reports.terminal import to_terminal
from toets.reports.word import to_word

from .build import judged, report

EXPIRED = IdleWaiver(
    Waiver("VOR-09", "sjabloon zonder zaaknummer", "griffier", date(2026, 1, 1), "toets.toml"), "verlopen op 1 januari 2026"
)
UNREAD = IdleWaiver(Waiver("MID-02", "", "J. de Wit"), "er staat geen reden bij")


def known() -> DocumentReport:
    """A document of which every finding of MID-02 was in the baseline, with a comment that is no exception."""
    one = judged()
    outcomes = tuple(replace(each, known=each.rule == "MID-02") for each in one.outcomes)
    return replace(one, outcomes=outcomes, idle=(UNREAD,))


def run() -> Report:
    return replace(report(known()), idle=(EXPIRED,), baseline="baseline.json")


def text(one: Report) -> str:
    return to_terminal(one, width=160, color=False)


def word(one: Report) -> str:
    made = docx.Document(BytesIO(to_word(one)))
    told = [item.text for item in made.paragraphs] + [cell.text for table in made.tables for cell in table._cells]
    return "\n".join(told)


@pytest.mark.parametrize("form", [text, word, to_html, to_markdown, to_json, to_csv, to_junit, to_sarif, to_github, to_gitlab])
def test_every_form_tells_which_exceptions_do_nothing(form: Callable[[Report], str]) -> None:
    made = form(run()).replace("\u00a0", " ")
    assert "verlopen op 1 januari 2026" in made
    assert "er staat geen reden bij" in made


@pytest.mark.parametrize("form", [text, word, to_html, to_markdown])
def test_readers_see_what_the_advice_leaves_out(form: Callable[[Report], str]) -> None:
    made = form(run())
    assert "Niet meegeteld: 1 uitzondering en 1 bekende bevinding uit de baseline." in made
    assert "Al bekend" in made
    assert "Afgesproken" in made


def test_a_known_finding_is_marked_and_not_counted_for_machines() -> None:
    one = run()
    found = json.loads(to_json(one))
    assert [each["rule"] for each in found["documents"][0]["outcomes"] if each["known"]] == ["MID-02"]
    assert (found["summary"]["known"], found["summary"]["findings"]["blocking"], found["baseline"]) == (1, 0, "baseline.json")
    results = json.loads(to_sarif(one))["runs"][0]["results"]
    assert {each["ruleId"]: each["baselineState"] for each in results}["MID-02"] == "unchanged"
    suite = ElementTree.fromstring(to_junit(one)).find("testsuite")  # noqa: S314
    assert suite is not None
    assert suite.get("failures") == "2"
    assert "niet voldaan (bekend)" in to_csv(one)
    assert "::error" not in to_github(one)
    assert [each["severity"] for each in json.loads(to_gitlab(one)) if each["check_name"] == "MID-02"] == ["info", "info"]


def test_without_baseline_nothing_is_said_of_one() -> None:
    assert "baseline" not in text(report()).lower()
    assert "baselineState" not in to_sarif(report())


def test_exceptions_are_told_in_whole_sentences() -> None:
    ended = replace(EXPIRED, waiver=replace(EXPIRED.waiver, reason="Ons sjabloon heeft geen zaaknummer."))
    assert idle_words(ended).endswith("Opgegeven reden: Ons sjabloon heeft geen zaaknummer.")
    waived = next(one for one in judged().outcomes if one.waiver)
    two = replace(judged(), outcomes=(waived, replace(waived, rule="UIT-09")))
    assert "2 uitzonderingen" in text(report(two)).split("Aantallen")[1]


def test_gitlab_gets_the_path_of_a_file_whose_name_is_no_utf8() -> None:
    made = to_gitlab(report(replace(known(), path="stukken/voorstel\udcff.docx")))
    made.encode()
    assert "stukken/voorstel?.docx" in made

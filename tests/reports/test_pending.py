"""Tracked changes and comments that are still open in a file: every report tells them once, and what was read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from toets.checker import Checker
from toets.model.document import Location, Remark, Source
from toets.model.report import Pending, Report
from toets.readers import read_bytes
from toets.reports.html import to_html
from toets.reports.json import to_json
from toets.reports.markdown import to_markdown
from toets.reports.words import pending_words

from .build import judged, report
from .test_exceptions import text, word
from .test_json import VALIDATOR

BOTH = (
    "In het bestand staan 2 openstaande wijzigingen en 1 opmerking. "
    "Getoetst is de tekst met die wijzigingen aanvaard (--changes final)."
)


@pytest.mark.parametrize("form", [text, word, to_html, lambda one: to_markdown(one).replace("\\", "")])
def test_what_is_open_in_the_file_is_told_once(form: Callable[[Report], str]) -> None:
    made = " ".join(form(report(replace(judged(), pending=Pending(2, 1)))).split())
    assert made.count(BOTH) == 1
    assert "opmerking." not in form(report(judged()))


def test_one_change_or_a_comment_alone_is_told_as_such() -> None:
    one = "In het bestand staat 1 openstaande wijziging. Getoetst is de tekst zonder die wijziging (--changes original)."
    assert pending_words(Pending(1, 0, original=True)) == one
    assert pending_words(Pending(0, 3, original=True)) == "In het bestand staan 3 opmerkingen."
    assert pending_words(Pending()) == ""


def test_machines_get_the_numbers_and_only_when_there_are_some() -> None:
    found = json.loads(to_json(report(replace(judged(), pending=Pending(2, 1)))))
    VALIDATOR.validate(found)
    assert found["documents"][0]["pending"] == {"changes": 2, "remarks": 1, "read": "final"}
    assert "pending" not in json.loads(to_json(report(judged())))["documents"][0]


def test_an_exception_is_no_open_comment(checker: Checker) -> None:
    source: Source = read_bytes(b"# Raadsvoorstel\n\n## Beslispunten\n1. De nota Spelen vast te stellen.\n", "a.md")
    remarks = (
        "Klopt dit?",
        "toets: uitzondering MID-02 tot 2099-01-01 - staat elders",
        "toets: uitzondering MID-02\ntoets: uitzondering MID-03",
    )
    marked = replace(source, changes=2, remarks=tuple(Remark("K. Bos", words, Location()) for words in remarks))
    assert checker.judge(marked).pending == Pending(2, 1)

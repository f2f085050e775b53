"""An advice about a part only: no form calls a proposal ready when not all was weighed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from toets.model.outcome import Advice, Only, Verdict
from toets.model.report import Report
from toets.reports.html import to_html
from toets.reports.json import to_json
from toets.reports.markdown import to_markdown
from toets.reports.retour import to_retour
from toets.reports.views import view_for

from .build import judged, ready, report
from .test_exceptions import text, word
from .test_json import VALIDATOR


def griffier(one: Report) -> str:
    return to_markdown(one, view=view_for("griffier"))


CHOSEN = "alleen de gekozen regels zijn gewogen"
NEW = "alleen wat nieuw is, is gewogen"
BOTH = "alleen wat nieuw is bij de gekozen regels, is gewogen"
LIMITS = [((Only.CHOSEN,), CHOSEN), ((Only.NEW,), NEW), ((Only.CHOSEN, Only.NEW), BOTH)]


@pytest.mark.parametrize("form", [text, word, to_html, to_markdown, griffier, to_retour])
@pytest.mark.parametrize(("only", "words"), LIMITS)
def test_nothing_is_called_ready_of_which_only_a_part_was_weighed(
    form: Callable[[Report], str], only: tuple[Only, ...], words: str
) -> None:
    made = form(report(replace(ready("voorstel.docx"), advice=Advice(Verdict.READY, (), only))))
    told = " ".join(made.split())
    assert f"geen, want {words}" in told or f"geen advies gegeven, want {words}" in told
    assert "gereed" not in made.lower()


@pytest.mark.parametrize("form", [text, word, to_html, to_markdown, griffier, to_retour])
def test_a_heavier_advice_also_says_what_alone_was_weighed(form: Callable[[Report], str]) -> None:
    one = judged()
    assert one.advice
    made = form(report(replace(one, advice=replace(one.advice, only=(Only.CHOSEN,)))))
    assert "Alleen de gekozen regels zijn gewogen." in " ".join(made.split())


def test_machines_are_told_what_alone_was_weighed_beside_the_verdict() -> None:
    found = json.loads(to_json(report(replace(ready("voorstel.docx"), advice=Advice(Verdict.READY, (), (Only.NEW,))))))
    assert found["documents"][0]["advice"] == {"verdict": "ready", "because": [], "only": ["new_findings"]}
    assert found["summary"]["limited"] == 1
    VALIDATOR.validate(found)
    assert "limited" not in json.loads(to_json(report(ready("voorstel.docx"))))["summary"]

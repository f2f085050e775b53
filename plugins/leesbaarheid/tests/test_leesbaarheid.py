"""In a check: the places, the counts and the way to rewrite reach the reader."""

from __future__ import annotations

import pytest

from toets.checker import Checker
from toets.model.outcome import Outcome
from toets.rulebook import Request

HEAD = "# Raadsvoorstel\n\n## Beslispunten\n1. De nota vast te stellen.\n\n## Argumenten\n"
LONG = (
    "Omdat de inspecteur in 2025 drie van de vijf toestellen heeft afgekeurd en de overige twee alleen nog onder toezicht "
    "mogen worden gebruikt, is het nodig dat er vóór de zomer een besluit komt over de vervanging van alle toestellen, "
    "waarbij de buurt zelf de toestellen kiest."
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Request(select=("LEE",)))


def outcome(checker: Checker, code: str, text: str) -> Outcome:
    report = checker.check_bytes((HEAD + text).encode(), "voorstel.md", kinds=["RV-BEL"])
    return next(one for one in report.outcomes if one.rule == code)


def test_a_long_sentence_comes_with_its_length_its_place_and_where_to_cut(checker: Checker) -> None:
    found = outcome(checker, "LEE-01", f"De speeltuin is oud. {LONG} De raad beslist in mei.")
    assert "47 woorden" in found.message
    assert "beginnen bij «waarbij de buurt zelf»" in found.message
    assert found.items[0].about.quote == LONG


def test_every_heavy_word_comes_with_a_plain_one(checker: Checker) -> None:
    text = "Wij implementeren de roadmap in 2027. De stakeholders zijn enthousiast. Daarna volgt niets meer."
    messages = [item.message for item in outcome(checker, "LEE-04", text).items]
    assert any("invoeren" in message for message in messages)
    assert any("stappenplan" in message for message in messages)


def test_decision_points_and_quotations_are_not_counted(checker: Checker) -> None:
    found = outcome(
        checker, "LEE-04", "De buurt schreef: ‘implementatie, roadmap, stakeholders’. " + "Wij kiezen voor andere woorden. " * 3
    )
    assert found.status == "satisfied"


def test_no_text_of_a_rule_speaks_of_a_level_or_a_score(checker: Checker) -> None:
    for rule in checker.rulebook.rules:
        words = " ".join((rule.title, rule.why, rule.repair, rule.note, *rule.messages.values())).lower()
        assert "b1" not in words
        assert "niveau" not in words
        assert "score" not in words


def test_the_name_of_a_department_in_the_head_needs_no_explanation(checker: Checker) -> None:
    head = "Afdeling: Bedrijfsvoering / JZ   Datum: 3 maart 2026\n\n"
    report = checker.check_bytes((head + HEAD + "Het OMOP helpt ons.").encode(), "voorstel.md", kinds=["RV-BEL"])
    found = next(one for one in report.outcomes if one.rule == "LEE-05")
    assert found.message == "Nergens voluit aangetroffen: OMOP."

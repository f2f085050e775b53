"""Values from the settings in rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from toets.errors import RuleSetError
from toets.model.rule import Op, Rule
from toets.model.rule import Test as Asked
from toets.rulesets import bind

from .build import clause, loaded, problems, with_rule


def bound(folder: Path, thresholds: dict[str, Any], **values: str) -> Rule:
    (rule,) = (rule for rule_set in bind(loaded(with_rule(folder, values)), thresholds) for rule in rule_set.rules)
    return rule


def refused(folder: Path, thresholds: dict[str, Any], **values: str) -> str:
    with pytest.raises(RuleSetError) as caught:
        bound(folder, thresholds, **values)
    (problem,) = caught.value.problems
    return problem


CENTS = '[{ fact = "amount", cents = { at_least = "$settings.drempels.groot" } }]'
SOURCE = '[{ fact = "amount", source = "$settings.drempels.bronnen" }]'
COUNT = '[{ fact = "amount", count = { at_most = "$settings.drempels.aantal" } }]'


@pytest.mark.parametrize("thresholds", [{"groot": 7}, {"drempels": {"groot": 7}}, {"drempels.groot": 7}])
def test_a_threshold_is_filled_in(tmp_path: Path, thresholds: dict[str, Any]) -> None:
    rule = bound(tmp_path, thresholds, partly=CENTS)

    assert dict(clause(rule, "partly").pattern.tests)["cents"] == (Asked(Op.AT_LEAST, 7),)


def test_a_list_gives_alternatives(tmp_path: Path) -> None:
    rule = bound(tmp_path, {"bronnen": ["a", "b"]}, partly=SOURCE)

    assert dict(clause(rule, "partly").pattern.tests)["source"] == (Asked(Op.IS, "a"), Asked(Op.IS, "b"))


def test_a_list_behind_not_excludes_each_of_them(tmp_path: Path) -> None:
    rule = bound(
        tmp_path, {"bronnen": ["a", "b"]}, partly='[{ fact = "amount", source = { not = "$settings.drempels.bronnen" } }]'
    )

    assert [tests for name, tests in clause(rule, "partly").pattern.tests if name == "source"] == [
        (Asked(Op.NOT, "a"),),
        (Asked(Op.NOT, "b"),),
    ]


def test_a_setting_may_stand_among_constants(tmp_path: Path) -> None:
    rule = bound(tmp_path, {"bron": "b"}, partly='[{ fact = "amount", source = ["a", "$settings.drempels.bron"] }]')

    assert dict(clause(rule, "partly").pattern.tests)["source"] == (Asked(Op.IS, "a"), Asked(Op.IS, "b"))


def test_a_bound_of_a_count_is_filled_in(tmp_path: Path) -> None:
    found = clause(bound(tmp_path, {"aantal": 5}, partly=COUNT), "partly")

    assert (found.at_least, found.at_most, found.bounds) == (0, 5, ())


def test_settings_are_filled_in_wherever_they_stand(tmp_path: Path) -> None:
    rule = bound(
        tmp_path,
        {"groot": 7, "bron": "b"},
        each='{ fact = "amount", as = "bedrag", cents = { at_least = "$settings.drempels.groot" } }',
        partly='[{ any = [{ fact = "ranking", with = [{ fact = "amount", source = "$settings.drempels.bron" }] }] }]',
        severity='[{ is = "blocking", where = [{ fact = "amount", cents = "$settings.drempels.groot" }] }, { is = "advice" }]',
    )

    assert "$settings" not in repr(rule)


def test_rules_without_settings_stay_what_they_are(tmp_path: Path) -> None:
    rule_sets = loaded(with_rule(tmp_path))

    assert bind(rule_sets, {}) == rule_sets


def test_a_setting_that_does_not_exist_is_told(tmp_path: Path) -> None:
    problem = refused(tmp_path, {"groott": 1}, partly=CENTS)

    assert problem.startswith('regel MID-02: de instelling "drempels.groot" bestaat niet')
    assert 'bedoelde u "groott"?' in problem


@pytest.mark.parametrize(
    ("values", "thresholds", "expected"),
    [
        (CENTS, {"groot": "veel"}, "een geheel getal"),
        (CENTS, {"groot": [1, 2]}, "een geheel getal"),
        (CENTS, {"groot": True}, "schrijf 1"),
        (SOURCE, {"bronnen": [1]}, "een tekst"),
        (COUNT, {"aantal": "vijf"}, "een geheel getal vanaf 0"),
        (COUNT, {"aantal": -1}, "een geheel getal vanaf 0"),
        (SOURCE, {"bronnen": [str(number) for number in range(500)]}, "combinaties"),
    ],
)
def test_a_setting_that_does_not_fit_is_told(tmp_path: Path, values: str, thresholds: dict[str, Any], expected: str) -> None:
    problem = refused(tmp_path, thresholds, partly=values)

    assert problem.startswith("regel MID-02: ")
    assert expected in problem


@pytest.mark.parametrize("wrong", ["$settings", "$settings.", "$settings.Drempels.x", "$setings.drempels.x"])
def test_a_setting_must_be_written_well(tmp_path: Path, wrong: str) -> None:
    found = problems(with_rule(tmp_path, {"partly": f'[{{ fact = "amount", cents = "{wrong}" }}]'}))

    assert "partly[0].cents" in found[0]

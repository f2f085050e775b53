"""The shipped rules as a whole: complete, neutral in tone, and each in its place."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.shipped import RULES, shipped
from toets.model.rule import Rule

SHIPPED = [rule for rule_set in shipped() for rule in rule_set.rules]
SETS = {"OPD": "opdracht", "MAN": "mandaat", "MID": "middelen", "SOC": "sociaal", "UIT": "uitvoering", "VOR": "vorm"}
WIDEST = 160
UNKIND = ("fout", "slecht", "onvoldoende", "verkeerd", "helaas")


@pytest.mark.parametrize("rule", SHIPPED, ids=[rule.code for rule in SHIPPED])
def test_what_a_steller_reads_is_neutral(rule: Rule) -> None:
    said = " ".join((rule.title, rule.why, rule.repair, *rule.messages.values())).lower()
    assert not [word for word in UNKIND if word in said.split()]


@pytest.mark.parametrize("rule", SHIPPED, ids=[rule.code for rule in SHIPPED])
def test_a_rule_says_something_for_every_way_it_can_be_unmet(rule: Rule) -> None:
    assert rule.messages.get("violated")
    assert rule.why.endswith((".", "?"))
    assert rule.repair.endswith(".")


@pytest.mark.parametrize("rule", SHIPPED, ids=[rule.code for rule in SHIPPED])
def test_a_note_says_what_the_rule_does_and_not_how_it_came_about(rule: Rule) -> None:
    assert not [word for word in ("catalogus", "de lezers", "lijst van soorten") if word in rule.note.lower()]


def test_a_code_is_used_once() -> None:
    assert not [code for code, times in Counter(rule.code for rule in SHIPPED).items() if times > 1]


@pytest.mark.parametrize(("prefix", "name"), SETS.items())
def test_each_of_the_six_sets_has_at_least_six_rules(prefix: str, name: str) -> None:
    assert sum(rule.set == name and rule.code.startswith(prefix) for rule in SHIPPED) >= 6


def test_lines_are_short_where_they_can_be_wrapped() -> None:
    long = [f"{file.name}:{line}" for file in RULES.rglob("*.toml") for line in _wrappable(file.read_text("utf-8"))]
    assert not long, f"wrap these between two items of a list: {', '.join(long)}"


def _wrappable(text: str) -> list[int]:
    """Long comments, and long lines of a list that goes on after a comma; words in a table may stay beside its keys."""
    text = re.sub(r'""".*?"""', lambda string: "\n" * string[0].count("\n"), text, flags=re.DOTALL)
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > WIDEST:
            bare = re.sub(r'"(?:\\.|[^"\\])*"|\'[^\']*\'', '""', line)
            bare = re.sub(r" = \[[^\[\]{}]*\]", "", bare) if "{" in bare else bare
            if line.startswith("#") or re.search(r',\s*(""(?! =)|[\[{\d])', bare):
                found.append(number)
    return found

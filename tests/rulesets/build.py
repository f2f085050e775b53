"""A small folder of rules that is right, and ways to write others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from toets.errors import RuleSetError
from toets.model.rule import Clause, Rule, RuleSet
from toets.rulesets import load

FACTS = """
[[fact]]
name = "amount"
says = "Een bedrag."
[fact.fields]
cents = "number"
use = ["requested", "cost"]
vague = "flag"
source = "text"

[[fact]]
name = "coverage"
says = "Waaruit een bedrag wordt betaald."
[fact.fields]
amount = "ref"
traceable = "flag"
deferred = "flag"
term = ["structural", "one_off"]

[[fact]]
name = "nature"
says = "De aard."
textual = false
[fact.fields]
is = ["project", "physical", "money", "investment"]

[[fact]]
name = "ranking"
says = "Een volgorde."
[[fact]]
name = "subject"
says = "Waar het voorstel over gaat."
[fact.fields]
is = "text"
"""

RULE = """
code = "MID-02"
name = "dekking-herleidbaar"
title = "De dekking is herleidbaar"
tier = "kern"
kinds = ["INHOUD", "RV-PEN/project"]
severity = [
  { is = "blocking", kinds = ["RV-FIN"], status = ["violated"], where = [{ fact = "coverage", deferred = 1 }] },
  { is = "attention" },
]
why = "Zonder dekking kan de raad het budget niet autoriseren."
message = { violated = "Voor {bedrag} ontbreekt: {missing}.", partial = "Bij {bedrag.source} ontbreekt {missing} ({quote})." }
repair = "Noem de reserve waaruit {bedrag} wordt betaald."
source = ["Stadscode, par. 1"]
about = ["middelen"]
each = { fact = "amount", use = ["requested", "cost"], as = "bedrag" }
each_none = "satisfied"
needs = [{ name = "dekking", fact = "coverage", amount = "$bedrag", traceable = 1 }]
partly = [{ fact = "coverage", amount = "$each", deferred = 0 }]
breaks = [{ fact = "coverage", amount = "$bedrag", deferred = 1 }]

[[norm]]
law = "Gemeentewet"
article = "189"
says = "De raad autoriseert."
verified = 2026-11-21

[[example]]
kind = "RV-FIN"
expect = "satisfied"
text = "€ 10 uit de reserve."

[[example]]
kind = "RV-FIN"
expect = "violated"
missing = ["dekking"]
text = "€ 10."
"""

GROUPS = '[groups]\nINHOUD = ["RV-FIN", "RV-BEL"]\n'
MANIFEST = 'title = "Middelen"\nversion = "1.0"\n'
RULE_FILE = "middelen/MID-02-dekking.toml"


def written(folder: Path, **files: str) -> Path:
    """The right folder with some files replaced; names are given as feiten, woorden, afleidingen, regel, set."""
    places = {
        "feiten": ("feiten/alle.toml", FACTS),
        "woorden": ("vocabulaire/alle.toml", GROUPS),
        "afleidingen": ("afleidingen/alle.toml", ""),
        "set": ("middelen/ruleset.toml", MANIFEST),
        "regel": (RULE_FILE, RULE),
    }
    for name, (place, usual) in places.items():
        put(folder, place, files.get(name, usual))
    return folder


def put(folder: Path, place: str, text: str) -> Path:
    """One file, its folders made."""
    file = folder / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


def loaded(folder: Path) -> tuple[RuleSet, ...]:
    """What the folder gives."""
    return load([("proef", folder)])


def problems(folder: Path) -> tuple[str, ...]:
    """What is wrong with a folder, each without the path before its name."""
    with pytest.raises(RuleSetError) as caught:
        load([(str(folder), folder)])
    return tuple(problem.replace(f"{folder}/", "") for problem in caught.value.problems)


def rule_of(folder: Path) -> Rule:
    """The one rule in a folder."""
    (rule,) = (rule for rule_set in loaded(folder) for rule in rule_set.rules)
    return rule


def one_rule(folder: Path, **values: str) -> Rule:
    """The rule with some keys given as TOML."""
    return rule_of(with_rule(folder, values))


def with_rule(folder: Path, values: Mapping[str, str] | None = None, *, instead: tuple[str, str] = ("", "")) -> Path:
    """The folder with some keys of the rule replaced by (or added as) TOML values, or some text replaced."""
    values = values or {}
    text = without(RULE, *values)
    head, brackets, tail = text.partition("[[norm]]")
    text = "\n".join([head, *(f"{key} = {value}" for key, value in values.items()), brackets + tail])
    if instead[0]:
        assert instead[0] in text, "the text to replace isn't there"
        text = text.replace(*instead)
    return written(folder, regel=text)


def without(text: str, *keys: str) -> str:
    """The text of a rule without some keys of its top table."""
    for key in keys:
        text = re.sub(rf"^{key} = .*?(?=^\w+ = |^\[\[)", "", text, count=1, flags=re.MULTILINE | re.DOTALL)
    return text


def clause(rule: Rule, arm: str, index: int = 0) -> Clause:
    """A condition of an arm that is a clause."""
    found = rule.arms[arm][index]
    assert isinstance(found, Clause)
    return found

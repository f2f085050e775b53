"""The rules, words and facts that come with toets."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from toets.model.rule import RuleSet
from toets.profiles import load_settings
from toets.rulesets import bind, check_examples, load, vocabulary_of

RULES = Path(__file__).parents[2] / "rules"


@pytest.fixture(scope="module")
def shipped() -> tuple[RuleSet, ...]:
    return load([("toets", RULES)])


def test_the_shipped_rules_hold_no_mistakes(shipped: tuple[RuleSet, ...]) -> None:
    assert vocabulary_of(shipped).topics


@pytest.mark.parametrize("profile", sorted(file.stem for file in (RULES / "profielen").glob("*.toml")))
def test_every_profile_fills_in_what_the_rules_ask(shipped: tuple[RuleSet, ...], profile: str, tmp_path: Path) -> None:
    thresholds = load_settings(RULES / "profielen", folders=[tmp_path], profile=profile).thresholds

    assert "$settings" not in repr([rule_set.rules for rule_set in bind(shipped, thresholds)])


def test_every_rule_is_shown_by_examples(shipped: tuple[RuleSet, ...]) -> None:
    assert [problem for rule_set in shipped for rule in rule_set.rules for problem in check_examples(rule)] == []


def test_every_rule_says_what_it_rests_on(shipped: tuple[RuleSet, ...]) -> None:
    assert [rule.code for rule_set in shipped for rule in rule_set.rules if not (rule.norm or rule.source)] == []


def test_every_phrase_has_an_id_of_its_own(shipped: tuple[RuleSet, ...]) -> None:
    words = vocabulary_of(shipped)
    ids = [
        phrase.id
        for phrases in (
            *(topic.phrases + topic.unless for topic in words.topics),
            *(near.phrases for topic in words.topics for near in topic.near),
            *words.phrases.values(),
            *(act.phrases for act in words.acts),
            *(competence.words for competence in words.competences),
            *(reference.words for reference in words.stale),
        )
        for phrase in phrases
    ]

    assert sorted(ids) == sorted(set(ids))


def test_irregular_words_stand_once() -> None:
    table = tomllib.loads((RULES / "vocabulaire" / "woordvormen.toml").read_text(encoding="utf-8"))
    words = [entry["word"] for entry in table["form"]]

    assert len(words) == len(set(words)) > 150


@pytest.mark.parametrize("file", sorted((RULES / "vocabulaire").glob("*.toml")), ids=lambda file: file.stem)
def test_no_word_stands_twice_in_a_list(file: Path) -> None:
    words = tomllib.loads(file.read_text(encoding="utf-8"))
    lists = [*words.get("phrases", {}).items(), *words.get("list", {}).items()]
    lists += [(topic["name"], topic["phrases"]) for topic in words.get("topic", [])]

    assert [(name, word) for name, found in lists for word in found if isinstance(word, str) and found.count(word) > 1] == []

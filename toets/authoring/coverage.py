"""Which phrases are ever found: one that no example reaches is a guess, one that a single document has a memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toets.model.fact import Fact
from toets.model.rule import RuleSet


@dataclass(frozen=True, slots=True)
class Coverage:
    """Phrases by id with their text: those that were never found, and those that were found in one text only, with its name."""

    total: int
    never: Mapping[str, str]
    once: Mapping[str, tuple[str, str]]


def coverage_of(rule_sets: Iterable[RuleSet], found: Iterable[tuple[str, Iterable[Fact]]]) -> Coverage:
    """How often the phrases of the topics of these rule sets gave a fact in the texts `found`, each a name with its facts."""
    phrases = {phrase.id: phrase.text for one in rule_sets for topic in one.vocabulary.topics for phrase in topic.phrases}
    texts: dict[str, set[str]] = {}
    for name, facts in found:
        for fact in facts:
            if fact.source in phrases:
                texts.setdefault(fact.source, set()).add(name)
    never = {one: text for one, text in phrases.items() if one not in texts}
    once = {one: (phrases[one], next(iter(names))) for one, names in sorted(texts.items()) if len(names) == 1}
    return Coverage(len(phrases), never, once)

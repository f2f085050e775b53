"""Several vocabularies become one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

from toets.errors import RuleSetError
from toets.model.rule import RuleSet
from toets.model.vocabulary import Vocabulary

T = TypeVar("T")


def merged(vocabularies: Iterable[Vocabulary]) -> Vocabulary:
    """All tables one after the other; lists with the same name are joined, each entry once."""
    parts = tuple(vocabularies)
    return Vocabulary(
        headings=tuple(chain.from_iterable(part.headings for part in parts)),
        fields=tuple(chain.from_iterable(part.fields for part in parts)),
        terms=tuple(chain.from_iterable(part.terms for part in parts)),
        laws=tuple(chain.from_iterable(part.laws for part in parts)),
        stale=tuple(chain.from_iterable(part.stale for part in parts)),
        competences=tuple(chain.from_iterable(part.competences for part in parts)),
        overlooked=tuple(chain.from_iterable(part.overlooked for part in parts)),
        acts=tuple(chain.from_iterable(part.acts for part in parts)),
        papers=tuple(chain.from_iterable(part.papers for part in parts)),
        topics=tuple(chain.from_iterable(part.topics for part in parts)),
        facts=tuple(chain.from_iterable(part.facts for part in parts)),
        lists=_joined((part.lists for part in parts), unique=True),
        phrases=_joined((part.phrases for part in parts), unique=False),
        groups=_joined((part.groups for part in parts), unique=True),
        required=_joined((part.required for part in parts), unique=True),
    )


def vocabulary_of(rule_sets: Iterable[RuleSet]) -> Vocabulary:
    """All words of the rule sets together.

    Raises RuleSetError when a rule, derivation, fact, topic, act, law or paper stands twice.
    """
    given = tuple(rule_sets)
    problems = tuple(duplicates(given))
    if problems:
        raise RuleSetError(problems)
    return merged(rule_set.vocabulary for rule_set in given)


def _joined(mappings: Iterable[Mapping[str, tuple[T, ...]]], *, unique: bool) -> dict[str, tuple[T, ...]]:
    found: dict[str, tuple[T, ...]] = {}
    for mapping in mappings:
        for name, items in mapping.items():
            both = found.get(name, ()) + items
            found[name] = tuple(dict.fromkeys(both)) if unique else both
    return found


def duplicates(rule_sets: Iterable[RuleSet]) -> Iterator[str]:
    """What stands twice in rule sets that were loaded apart, in Dutch."""
    seen: dict[tuple[str, str], str] = {}
    for rule_set in rule_sets:
        for what, name in _named(rule_set):
            first = seen.get((what, name))
            if first is not None:
                yield f'{what} "{name}" staat zowel in {first} als in {rule_set.origin}; laat er een weg'
            seen.setdefault((what, name), rule_set.origin)


def _named(rule_set: RuleSet) -> Iterator[tuple[str, str]]:
    words = rule_set.vocabulary
    yield from (("regel", rule.code) for rule in rule_set.rules)
    yield from (("afleiding", derivation.name) for derivation in rule_set.derivations)
    yield from (("feit", fact.name) for fact in words.facts)
    yield from (("onderwerp", topic.name) for topic in words.topics)
    yield from (("handeling", act.code) for act in words.acts)
    yield from (("wet", law.code) for law in words.laws)
    yield from (("stuk", paper.name) for paper in words.papers)

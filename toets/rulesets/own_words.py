"""The words that a municipality has of its own, from its settings: names of headings, labels, bodies and adviesraden."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from toets.errors import SettingsError
from toets.model.rule import RuleSet
from toets.model.vocabulary import Paper, Phrase, Vocabulary
from toets.rulesets.forms import Inflector
from toets.rulesets.vocabulary import Speech, read_vocabulary
from toets.toml import Notes, Sheet, Table, meant

NAME = "eigen-woorden"
ADVISERS = "partij_adviesraad"
"""The list of phrases by which a rule knows that an adviesraad is spoken of."""


def own_words(words: Mapping[str, Mapping[str, Sequence[str]]], origin: str, *, advisers: Sequence[str] = ()) -> RuleSet:
    """A rule set without rules that holds words: `words` has "headings" and "fields" by role and field, "bodies" by code.

    Raises RuleSetError when a role or field doesn't exist.
    """
    tables: dict[str, object] = {
        "heading": [{"role": role, "names": list(names)} for role, names in words.get("headings", {}).items()],
        "field": [{"name": name, "labels": list(labels)} for name, labels in words.get("fields", {}).items()],
        "term": [
            *({"slot": "orgaan", "code": code, "forms": list(forms)} for code, forms in words.get("bodies", {}).items()),
            *_as_organisation(advisers),
        ],
    }
    if advisers:
        tables["phrases"] = {ADVISERS: [name.lower() for name in advisers]}
    notes = Notes()
    sheet = Sheet(Path(origin), "", tables)
    speech = Speech(Inflector({}), {}, origin, {ADVISERS: 10_000})  # numbers behind those of the shipped phrases
    vocabulary = read_vocabulary(Table(sheet, notes), speech)
    notes.settle()
    return RuleSet(NAME, "Eigen woorden", "", origin, (), (), vocabulary)


def _as_organisation(names: Sequence[str]) -> Iterable[dict[str, Any]]:
    if names:
        more = {"sort": "external", "named": 1}
        yield {"slot": "organisatie", "code": "adviesraad", "forms": list(names), "more": more}


def without(vocabulary: Vocabulary, off: Collection[str], origin: str) -> Vocabulary:
    """The vocabulary without what is switched off.

    That are topics ("alternatief"), named lists ("lijst:reden"), phrases ("alternatief/3") and papers ("stuk:reactienota").
    Raises SettingsError for a name that doesn't exist.
    """
    known = frozenset(_names(vocabulary))
    for name in sorted(off):
        if name not in known:
            raise SettingsError(f"{origin}: 'woorden.uit' noemt \"{name}\", dat niet bestaat{_hint(name, known)}")
    topics = (replace(topic, phrases=_kept(topic.phrases, off)) for topic in vocabulary.topics if topic.name not in off)
    phrases = {name: _kept(named, off) for name, named in vocabulary.phrases.items() if _list_id(name) not in off}
    papers = tuple(paper for paper in vocabulary.papers if _paper_id(paper) not in off)
    return replace(vocabulary, topics=tuple(topics), phrases=phrases, papers=papers)


def _names(vocabulary: Vocabulary) -> Iterator[str]:
    """What can be switched off."""
    yield from (topic.name for topic in vocabulary.topics)
    yield from (phrase.id for topic in vocabulary.topics for phrase in topic.phrases)
    yield from (_list_id(name) for name in vocabulary.phrases)
    yield from (phrase.id for named in vocabulary.phrases.values() for phrase in named)
    yield from map(_paper_id, vocabulary.papers)


def _list_id(name: str) -> str:
    return f"lijst:{name}"


def _paper_id(paper: Paper) -> str:
    return f"stuk:{paper.name}"


def _kept(phrases: Iterable[Phrase], off: Collection[str]) -> tuple[Phrase, ...]:
    return tuple(phrase for phrase in phrases if phrase.id not in off)


def _hint(name: str, known: Collection[str]) -> str:
    """What was meant, when something is near; all names would be too many."""
    tail = meant(name, sorted(known))
    return tail if tail.startswith("; bedoelde") else ". De namen staan bij 'name' in de bestanden van de woorden."

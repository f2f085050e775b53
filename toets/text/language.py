"""The language of one run: made once from a vocabulary, asked for every text of every document."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, cast

from toets.model.document import Span
from toets.model.vocabulary import Phrase, Topic, Vocabulary
from toets.text.anchors import Entry, Index, hits_in, index_of
from toets.text.phrases import Hit, Tokenized, tokenized
from toets.text.polarity import negated
from toets.text.quotation import quoted
from toets.text.sentences import sentences
from toets.text.spans import Lexicon, find_spans
from toets.text.tokens import Token, tokens
from toets.text.word_lists import word_pattern

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_REMEMBERED = 20_000
"""Words of which is remembered what they begin and end with."""


def all_phrases(vocabulary: Vocabulary) -> Iterator[Phrase]:
    """Every phrase of a vocabulary: topics with their guards and evidence, laws, competences, acts and named lists."""
    for topic in vocabulary.topics:
        yield from topic.phrases
        yield from topic.unless
        for near in topic.near:
            yield from near.phrases
    for stale in vocabulary.stale:
        yield from stale.words
        yield from stale.about
    for competence in vocabulary.competences:
        yield from competence.words
        yield from competence.unless
    for act in vocabulary.acts:
        yield from act.phrases
    for named in vocabulary.phrases.values():
        yield from named


def without_variants(vocabulary: Vocabulary) -> Vocabulary:
    """A vocabulary of which every phrase keeps its id and its words, for where an index of the phrases was made."""
    return replace(
        vocabulary,
        topics=tuple(_light_topic(topic) for topic in vocabulary.topics),
        stale=tuple(replace(one, words=_light(one.words), about=_light(one.about)) for one in vocabulary.stale),
        competences=tuple(replace(one, words=_light(one.words), unless=_light(one.unless)) for one in vocabulary.competences),
        acts=tuple(replace(one, phrases=_light(one.phrases)) for one in vocabulary.acts),
        phrases={name: _light(phrases) for name, phrases in vocabulary.phrases.items()},
    )


def _light_topic(topic: Topic) -> Topic:
    near = tuple(replace(one, phrases=_light(one.phrases)) for one in topic.near)
    return replace(topic, phrases=_light(topic.phrases), unless=_light(topic.unless), near=near)


def _light(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    return tuple(replace(phrase, variants=()) for phrase in phrases)


def phrase_index(vocabulary: Vocabulary) -> Index:
    """All phrases of a vocabulary, ready to be looked up: a plain value that can be kept."""
    return index_of(all_phrases(vocabulary))


class Language:
    """What a text says, in the words of one vocabulary. Make it once per process: the index of phrases is built once.

    spaCy is loaded at the first call of `hits`. Not for use by several threads at a time.
    """

    def __init__(self, vocabulary: Vocabulary, index: Index | None = None) -> None:
        """`index`: that of the phrases of this vocabulary, if it was made before (`phrase_index`)."""
        self._vocabulary = vocabulary
        self._made = index
        self._spans: dict[str, tuple[Span, ...]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}

    def sentences(self, text: str) -> tuple[tuple[int, int], ...]:
        """The sentences of a text as (start, end) in characters."""
        return sentences(text)

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The words, numbers and signs of a text."""
        return tokens(text)

    def spans(self, text: str) -> tuple[Span, ...]:
        """The typed spans of a text, sorted by start; spans of different kinds may overlap."""
        found = self._spans.get(text)
        if found is None:
            found = self._spans[text] = find_spans(text, self._lexicon)
        return found

    def forget(self) -> None:
        """Let go of what was found in the texts of one document: within a document the same text is often asked for again."""
        self._spans.clear()

    def negated(self, text: str, start: int, end: int, gaps: Sequence[tuple[int, int]] = ()) -> bool:
        """Whether what stands between two characters of a text is denied there; `gaps` are those of the hit."""
        return negated(text, start, end, gaps)

    def quoted(self, text: str, start: int, end: int) -> bool:
        """Whether what stands between two characters of a text are the words of somebody else."""
        return quoted(text, start, end)

    def hits(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> tuple[tuple[Hit, ...], ...]:
        """For every text the hits of all phrases of the vocabulary, sorted by place; `spans` are those of each text."""
        lines = [tokenized(text, found) for text, found in zip(texts, spans, strict=True)]
        return tuple(hits_in(self._index, line, anchors) for line, anchors in zip(lines, self._anchors(lines), strict=True))

    @cached_property
    def topic_of(self) -> Mapping[str, tuple[Topic, Phrase]]:
        """The phrases of topics by their id, each with its topic."""
        return {phrase.id: (topic, phrase) for topic in self._vocabulary.topics for phrase in topic.phrases}

    @cached_property
    def act_of(self) -> Mapping[str, str]:
        """The codes of the acts by the id of a phrase that says them."""
        return {phrase.id: act.code for act in self._vocabulary.acts for phrase in act.phrases}

    @cached_property
    def lists_of(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the lists that hold a phrase, by the id of the phrase."""
        found: dict[str, tuple[str, ...]] = {}
        for name, phrases in self._vocabulary.phrases.items():
            for phrase in phrases:
                found[phrase.id] = (*found.get(phrase.id, ()), name)
        return found

    @cached_property
    def lists(self) -> Mapping[str, frozenset[str]]:
        """The lists of plain words by their name."""
        return {name: frozenset(words) for name, words in self._vocabulary.lists.items()}

    def pattern(self, name: str) -> re.Pattern[str]:
        """The words of a list as a pattern to look for in any text, made when it is first asked for."""
        found = self._patterns.get(name)
        if found is None:
            found = self._patterns[name] = word_pattern(self._vocabulary.lists.get(name, ()))
        return found

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon.of(self._vocabulary)

    @cached_property
    def _index(self) -> Index:
        return self._made or phrase_index(self._vocabulary)

    @cached_property
    def _wild(self) -> Callable[[str], tuple[Entry, ...]]:
        """The entries of a word by its start and its end; the same few thousand words make most of all documents."""
        heads, tails = self._index.sizes()
        return lru_cache(maxsize=_REMEMBERED)(lambda word: self._index.wild(word, heads, tails))

    @cached_property
    def _matcher(self) -> tuple[Vocab, PhraseMatcher]:
        from spacy.matcher import PhraseMatcher
        from spacy.vocab import Vocab

        vocab = Vocab()
        matcher = PhraseMatcher(vocab, attr="ORTH")
        # As rows of numbers, the form in which a matcher keeps its patterns: a Doc for each would take ten times as long.
        matcher.add("anchor", cast("list[Doc]", [(vocab.strings.add(word),) for word in self._index.words]))
        return vocab, matcher

    def _anchors(self, lines: Sequence[Tokenized]) -> Iterator[list[tuple[int, tuple[Entry, ...]]]]:
        """For every line the tokens that are an anchor, with the entries to try there."""
        entries = self._entries({word for line in lines for word in line.words})
        for line in lines:
            yield [(place, entries[word]) for place, word in enumerate(line.words) if word in entries]

    def _entries(self, words: Collection[str]) -> Mapping[str, tuple[Entry, ...]]:
        """The entries of those of these words that are an anchor, each word looked up once."""
        found = {word: self._index.words[word] for word in self._seen(words)}
        for word, wild in zip(words, map(self._wild, words), strict=True):
            if wild:
                found[word] = found.get(word, ()) + wild
        return found

    def _seen(self, words: Collection[str]) -> Iterable[str]:
        """The words that are an anchor by themselves. What spaCy learns of a document is forgotten after it."""
        from spacy.tokens import Doc

        vocab, matcher = self._matcher
        row = list(words)
        with vocab.memory_zone():
            return [row[start] for _, start, _ in matcher(Doc(vocab, words=row))]

"""What makes a text heavy to read: long sentences and paragraphs, passives without an actor, words kept apart, short forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from toets.extract.scene import Scene
from toets.model.document import PassageKind
from toets.model.fact import Draft, Value
from toets_leesbaarheid.sentences import Sentence, count, sentences_of
from toets_leesbaarheid.short_forms import short_forms
from toets_leesbaarheid.verbs import apart, names_actor, passive

SOURCE = "leesbaarheid"
LONG = 30
"""A sentence of more words than this is long."""

PARAGRAPH = 120
"""The same for a paragraph."""

LONGEST = 2_000
"""Characters; what is longer is no sentence but a list or a table, for which one cut is no help."""

NEAR_END = 6
"""A sentence is not cut this close to its ends, in words."""

_CUT = re.compile(
    r"[,;:–]? (?=(?:waarbij|waardoor|waarmee|waarvoor|waarna|waarin|waarvan|waaronder|zodat|omdat|doordat|terwijl|aangezien"
    r"|hoewel|tenzij|mits|maar|want|dus|ook|daarnaast|daarbij|daarmee)\b)|, (?=en\b|die\b|dat\b)|; | – | (?=en (?:dat|om|wij)\b)"
)


def find(scene: Scene) -> Iterator[Draft]:
    """The counts of the proposal, and a fact for each place."""
    sentences = sentences_of(scene)
    passives = _passives(sentences)
    long = [one for one in sentences if one.words > LONG]
    if sentences:
        yield _counts(sentences, long, [draft for draft in passives if not draft.fields.get("actor")])
    yield from (_long(one) for one in long)
    yield from passives
    yield from _apart(scene, sentences)
    yield from _paragraphs(sentences)
    yield from _words(scene, sentences)
    yield from short_forms(scene, SOURCE)


def _counts(sentences: Sequence[Sentence], long: Sequence[Sentence], bare: Sequence[Draft]) -> Draft:
    number = len(sentences)
    fields: dict[str, Value] = {
        "sentences": number,
        "words": sum(one.words for one in sentences),
        "mean": round(sum(one.words for one in sentences) / number),
        "long": len(long),
        "long_percent": round(100 * len(long) / number),
        "passive": len(bare),
        "passive_percent": round(100 * len(bare) / number),
    }
    return Draft("text_count", fields, "", sentences[0].passage.location, SOURCE)


def _draft(kind: str, one: Sentence, fields: dict[str, Value]) -> Draft:
    return Draft(kind, fields, one.text, one.place(), SOURCE, one.passage.index)


def _long(one: Sentence) -> Draft:
    return _draft("long_sentence", one, {"words": one.words, "cut": cut_of(one.text)})


def cut_of(text: str) -> str:
    """The words with which the second half of a long sentence could begin; "" when no place offers itself."""
    if len(text) > LONGEST:
        return ""
    best, distance = "", len(text)
    for found in _CUT.finditer(text):
        behind = text[found.end() :]
        off = abs(found.start() - len(text) // 2)
        if min(count(text[: found.start()]), count(behind)) >= NEAR_END and off < distance:
            best, distance = " ".join(behind.split()[:4]).rstrip(",;:."), off
    return best


def _passives(sentences: Sequence[Sentence]) -> list[Draft]:
    """The passive sentences; `run` is how many without an actor follow each other, `first` marks the first of those."""
    found = [(one, passive(one.text)) for one in sentences]
    out: list[Draft] = []
    for bare, group in groupby(found, lambda pair: pair[1] is not None and not names_actor(pair[0].text)):
        members = [(one, pair) for one, pair in group if pair is not None]
        for at, (one, pair) in enumerate(members):
            run = len(members) if bare else 0
            fields: dict[str, Value] = {"verb": pair.shown, "actor": int(not bare), "first": int(bare and not at), "run": run}
            out.append(_draft("passive_sentence", one, fields))
    return out


def _apart(scene: Scene, sentences: Sequence[Sentence]) -> Iterator[Draft]:
    infinitives = frozenset(scene.vocabulary.lists.get("werkwoorden_aan_het_eind", ()))
    for one in sentences:
        pair = apart(one.text, infinitives)
        if pair:
            yield _draft("tang_sentence", one, {"pair": pair.shown, "between": pair.between})


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[Draft]:
    """Paragraphs with too many words, with the sentence in the middle: there a new one could begin."""
    running = [one for one in sentences if one.passage.kind is PassageKind.SENTENCE]
    for _, group in groupby(running, lambda one: (one.passage.section, one.passage.paragraph)):
        members = tuple(group)
        words = sum(one.words for one in members)
        if words > PARAGRAPH and len(members) > 1:
            middle = " ".join(members[_middle(members)].text.split()[:5]).rstrip(",;:.")
            yield _draft("long_paragraph", members[0], {"words": words, "sentences": len(members), "cut": middle})


def _words(scene: Scene, sentences: Sequence[Sentence]) -> Iterator[Draft]:
    """How often the phrases of each sort of heavy word are found in running text."""
    inside = {one.passage.index for one in sentences}
    for sort in ("jargon", "formal"):
        topics = [topic for topic in scene.vocabulary.topics if topic.fact == "heavy_word" and topic.gives.get("sort") == sort]
        phrases = tuple(phrase for topic in topics for phrase in topic.phrases)
        found = [hits for one in scene.passages if one.index in inside and (hits := scene.found(one, phrases))]
        if found:
            number = sum(map(len, found))
            fields: dict[str, Value] = {"sort": sort, "number": number, "percent": round(100 * len(found) / len(sentences))}
            yield Draft("word_count", fields, "", sentences[0].passage.location, SOURCE)


def _middle(members: Sequence[Sentence]) -> int:
    """The sentence before which half of the words stand, never the first."""
    half, before = sum(one.words for one in members) / 2, 0
    for at, one in enumerate(members):
        if at and before + one.words / 2 >= half:
            return at
        before += one.words
    return len(members) - 1

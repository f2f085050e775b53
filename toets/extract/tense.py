"""What a clause does in time: it tells what has been, supposes what might be, or says what will be done.

There is no parser of Dutch here: the finite verbs of a clause decide, and they are few.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from toets.text.clauses import finite, sentence_of
from toets.text.grammar import AHEAD, HAVE
from toets.text.sentences import sentences
from toets.text.tokens import word_set
from toets.text.verbs import PAST, WEAK_PAST, is_participle

_CONDITION = word_set("als indien mits tenzij mocht mochten zolang")
_PLANNED = word_set(
    """voorzien gepland beoogd bedoeld verwacht geprogrammeerd ingepland begroot geraamd voorgenomen gericht gewenst bekend
    gelegen gevestigd bestemd vereist geschikt bereid benodigd verantwoord beperkt verplicht bevoegd gebonden gebaat"""
)
_OPENING = word_set("dat of hoe hoeveel welke wat wie waarom waar om die nadat voordat zodra totdat")
"""Words that open a clause inside another without a comma."""
_PRONOUNS = word_set("om dat die wat wie")
"""Of these one that has no finite verb behind it opens no clause with a tense of its own ("zij hebben dat uitgeprobeerd")."""
_BESIDE_EARLY = word_set(
    "te zo heel erg al hoe zeer vrij erbij genoeg mogelijk beginnen starten signaleren ingrijpen helpen bijsturen"
)
_SHORT = 2
"""So few words before a subordinate clause hold no verb."""
_ASIDE = 4
"""So many words between brackets or commas are taken for an aside, that is in time what its sentence is."""
_QUESTION = re.compile(r"\?\s*$")
_IN_THAT_CASE = (("in", "dat", "geval"), ("in", "die", "situatie"))
_VERB_FIRST = word_set(
    """is zijn blijkt blijken wordt worden komt komen halen haalt lukt mocht mochten gaat gaan heeft hebben valt vallen
    loopt lopen"""
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a text: its words in normal form, the character at which each begins, and the sentence it is of."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    sentence: int

    @property
    def has_verb(self) -> bool:
        """Whether it has a finite verb that can be told by its form."""
        return any(finite(self.words, at) or self.words[at] in PAST for at in range(len(self.words)))


@lru_cache(maxsize=1024)
def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a text in order of their first word; table cells and what stands between brackets are clauses too."""
    found: list[Clause] = []
    for number, (start, end) in enumerate(sentences(text)):
        line = sentence_of(text, start, end)
        for clause in dict.fromkeys(line.clause):
            places = [at for at, own in enumerate(line.clause) if own == clause]
            found.append(Clause(tuple(line.words[at] for at in places), tuple(line.starts[at] for at in places), number))
    return tuple(found)


def clause_at(clauses: Iterable[Clause], place: int) -> Clause:
    """The clause that the character at `place` stands in: the one with the last word that begins there or before it."""
    last, best = Clause((), (), 0), -1
    for clause in clauses:
        begun = max((start for start in clause.starts if start <= place), default=-1)
        if begun > best:
            last, best = clause, begun
    return last


def narrates(text: str, place: int) -> bool:
    """Whether the clause at a character of a text tells of what has been ("in het najaar is gesproken met").

    A short clause without a verb goes with the rest of its sentence. "Is voorzien in het najaar" plans: it tells nothing.
    """
    clauses = clauses_of(text)
    clause = clause_at(clauses, place)
    if clause.has_verb or len(clause.words) > _ASIDE:
        return tells(_around(clause, place))
    rest = [other for other in clauses if other.sentence == clause.sentence and other.has_verb]
    return bool(rest) and all(tells(other.words) for other in rest)


def _around(clause: Clause, place: int) -> tuple[str, ...]:
    """The words of a clause around a character, without what opens in it without a comma ("heeft gevraagd of …")."""
    at = max((index for index, start in enumerate(clause.starts) if start <= place), default=0)
    words = clause.words
    opens = [index for index, word in enumerate(words) if index and (word in _OPENING or _goes_on(words, index))]
    low = max((index for index in opens if index <= at), default=0)
    high = min((index for index in opens if index > at), default=len(clause.words))
    part = clause.words[low:high]
    verb = any(finite(part, index) or part[index] in PAST for index in range(len(part)))
    apart = verb or (len(part) > _SHORT and part[0] not in _PRONOUNS)
    return part if apart else clause.words


def _goes_on(words: tuple[str, ...], at: int) -> bool:
    """Whether "en" with a finite verb right behind it begins a clause of its own ("bleek slap en kan …")."""
    if words[at] != "en" or at + 1 == len(words) or not finite(words, at + 1):
        return False
    return any(finite(words, before) or words[before] in PAST for before in range(at))


def tells(words: tuple[str, ...]) -> bool:
    """Whether these words of one clause are in the past: a simple past, or "heeft" or "is" with a participle."""
    if any((word in PAST and not _early(words, at)) or WEAK_PAST.fullmatch(word) for at, word in enumerate(words)):
        return True
    if "zodra" in words:  # "zodra de raad heeft besloten" is still to come
        return False
    having = any(word in HAVE and (word != "zijn" or finite(words, at)) for at, word in enumerate(words))
    if not having or any(word in AHEAD and words[at - 1 : at] != ("te",) for at, word in enumerate(words)):
        return False  # "te willen" is no verb of its clause: "heeft gevraagd geïnformeerd te willen blijven"
    return any(is_participle(word) and word not in _PLANNED and not _with_we(words, at) for at, word in enumerate(words))


def _early(words: tuple[str, ...], at: int) -> bool:
    """Whether "vroeg" is the time ("vroeg erbij zijn", "te vroeg"), not the verb."""
    return words[at] == "vroeg" and not _BESIDE_EARLY.isdisjoint((*words[max(at - 1, 0) : at], *words[at + 1 : at + 2]))


def _with_we(words: tuple[str, ...], at: int) -> bool:
    """Whether "we" stands beside a word: then it is a present tense that looks like a participle ("bekijken we")."""
    return not {"we", "wij"}.isdisjoint(words[max(at - 1, 0) : at + 2])


def supposes(text: str, place: int) -> bool:
    """Whether the sentence at a character of a text says what happens if ("mocht dat niet lukken, dan …")."""
    for start, end in sentences(text):
        if start <= place < end:
            return _conditional(text[start:end])
    return False


def _conditional(sentence: str) -> bool:
    words = sentence_of(sentence, 0, len(sentence)).words
    if not words or _QUESTION.search(sentence):
        return bool(words)
    return not _CONDITION.isdisjoint(words) or words[0] in _VERB_FIRST or words[:3] in _IN_THAT_CASE

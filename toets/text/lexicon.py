"""The names that toets knows, made ready to be looked up, and a line of text made ready to look them up in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from toets.model.document import Span
from toets.model.fact import Value
from toets.model.vocabulary import Vocabulary

_FLAT = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u2008\u2009\u200a\u202f\t\n\r\u000b\u000c\u2028\u2029", " ")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | dict.fromkeys("\u2018\u2019\u201b\u00b4`", "'")
)
_WORD = re.compile(r"[^\W_]+(?:['&\-][^\W_]+)*")
_DIGIT = re.compile(r"\d")
_POSSESSIVE = ("'s", "'en")
_TAIL = 3
"""Letters of the end of a word by which is seen at once that it has none of the endings in a lexicon."""
_ABBREVIATION = 4
"""A single word of at most so many letters is an abbreviation: it is found as it is written, or in capitals."""


NO_NAME = "-"
AS_WRITTEN = "*"
"""Codes of a term with a meaning of their own; AS_WRITTEN: the value of the span is the word that was found."""


class Word(NamedTuple):
    """A word of a line: offsets, as written, and in lower case without a possessive ending."""

    start: int
    end: int
    text: str
    low: str


class Line(NamedTuple):
    """A text to find spans in. `flat` has the same length: one kind of space, hyphen and apostrophe; `low` is that in lower case.

    `digits`: whether there is any digit in it.
    """

    text: str
    flat: str
    low: str
    words: tuple[Word, ...]
    digits: bool

    @classmethod
    def of(cls, text: str) -> Line:
        """Make a text ready; takes time in proportion to its length."""
        flat = flattened(text)
        return cls(text, flat, low := _lower(flat), tuple(_words(flat, low)), bool(_DIGIT.search(flat)))

    def span(self, kind: str, start: int, end: int, value: Value, more: Mapping[str, Value] | None = None) -> Span:
        """A span of this line, with the words as they stand in the text."""
        return Span(kind, start, end, self.text[start:end], value, more or {})


def flattened(text: str) -> str:
    """A text of the same length with one kind of space, hyphen and apostrophe."""
    return text.translate(_FLAT)


def _lower(flat: str) -> str:
    """Lower case of the same length: a few capitals (İ) have a lower case of two characters, and stay as they are."""
    low = flat.lower()
    return low if len(low) == len(flat) else "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in flat)


def _words(flat: str, low: str) -> list[Word]:
    places = map(re.Match.span, _WORD.finditer(flat))
    found = [Word(start, end, flat[start:end], low[start:end]) for start, end in places]
    return [_owned(word) for word in found] if "'" in flat else found


def _owned(word: Word) -> Word:
    """A word without its possessive ending: "GGD's", "GGD'en"."""
    return word._replace(low=word.low.removesuffix(_POSSESSIVE[0]).removesuffix(_POSSESSIVE[1])) if "'" in word.low else word


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in the lexicon. `exact` is how an abbreviation has to be written; `low` are its words in lower case."""

    slot: str
    code: str
    low: tuple[str, ...]
    more: Mapping[str, Value]
    exact: str = ""

    def fits(self, words: tuple[Word, ...]) -> bool:
        """Whether these words of a line are this name."""
        if tuple([word.low for word in words]) != self.low:
            return False
        if not self.exact:
            return True
        return words[0].text[: len(self.exact)] in (self.exact, self.exact.upper())


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in a line: the entry, and its first and last word by index."""

    entry: Entry
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All names of a vocabulary, by their first word, and the endings of compounds ("*manager") by their tail; made once a run.

    An entry with the code NO_NAME says that these words are no name at all: it takes them away from shorter names and
    from endings ("netbeheerder" is no "*beheerder").
    """

    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    endings: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Lexicon:
        """Compile the terms, laws and word lists of a vocabulary."""
        entries: dict[str, list[Entry]] = {}
        endings: dict[str, list[Entry]] = {}
        for entry in _entries(vocabulary):
            if entry.low[0].startswith("*"):
                endings.setdefault(entry.low[0][-_TAIL:], []).append(entry)
            else:
                entries.setdefault(entry.low[0], []).append(entry)
        longest_first = {word: tuple(sorted(named, key=lambda entry: -len(entry.low))) for word, named in entries.items()}
        lists = {name: frozenset(word.lower() for word in words) for name, words in vocabulary.lists.items()}
        return cls(longest_first, {tail: tuple(named) for tail, named in endings.items()}, lists)

    def hits(self, line: Line) -> tuple[Hit, ...]:
        """Every name in a line, the longest at each place; equal words in several slots give several hits."""
        found: list[Hit] = []
        until = 0
        for at, word in enumerate(line.words):
            if (word.low not in self.entries and word.low[-_TAIL:] not in self.endings) or at < until:
                continue
            if here := self._at(line, at):
                found += (hit for hit in here if hit.entry.code != NO_NAME)
                until = here[0].last + 1
        return tuple(found)

    def _at(self, line: Line, at: int) -> list[Hit]:
        best: list[Hit] = []
        for entry in self.entries.get(line.words[at].low, ()):
            if best and len(entry.low) < len(best[0].entry.low):
                break
            words = line.words[at : at + len(entry.low)]
            if entry.fits(words) and _unbroken(line, words):
                best.append(Hit(entry, at, at + len(words) - 1))
        return best or self._ending(line, at)

    def _ending(self, line: Line, at: int) -> list[Hit]:
        word = line.words[at].low
        return [Hit(entry, at, at) for entry in self.endings.get(word[-_TAIL:], ()) if word.endswith(entry.low[0][1:])][:1]


def _unbroken(line: Line, words: tuple[Word, ...]) -> bool:
    """Whether only spaces, and dots of abbreviations, stand between the words of a name."""
    return all(line.flat[one.end : two.start].strip(" ") in ("", ".", "&", "/", "-") for one, two in pairwise(words))


def _entries(vocabulary: Vocabulary) -> Iterable[Entry]:
    for term in vocabulary.terms:
        for form in term.forms:
            yield from _entry(term.slot, term.code, form, term.more)
    for law in vocabulary.laws:
        for name in {law.name, *law.names}:
            yield from _entry("wet", law.code, name, {"name": law.name})


def _entry(slot: str, code: str, form: str, more: Mapping[str, Value]) -> Iterable[Entry]:
    """The entry of one form; none for a form without a word in it."""
    words = Line.of(form).words
    low = tuple(word.low for word in words)
    if form.startswith("*"):
        yield Entry(slot, code, (form.lower(),), more)
    elif low:
        abbreviation = len(low) == 1 and len(low[0]) <= _ABBREVIATION and form != form.lower()
        yield Entry(slot, code, low, more, words[0].text if abbreviation else "")

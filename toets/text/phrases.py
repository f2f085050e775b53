"""Phrases of the vocabulary, matched over the tokens and typed spans of one passage.

A variant is a row of elements. It matches at a token as a regular expression would: from left to right, gaps as short as
possible, spans as long as possible. Of the variants of a phrase that match at one token the longest counts; of matches
that overlap the leftmost.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from toets.model.document import Span
from toets.model.vocabulary import Element, Gap, Phrase, Shaped, Slot, Words
from toets.text.tokens import columns, word_set
from toets.text.verbs import has_form

SPLIT_REACH = 25
"""How many tokens after the first part of a separable verb its second part may stand."""
_AFTER_BIJ = word_set(
    """aan alleen als door en hierop hoe hoeveel in maar met mocht na naar of om op opdat per sinds tijdens tot uit via van
    vanaf voor waar waarop wanneer wat welke wie zoals zodat zodra"""
)
"""What may follow "bij" as the end of a verb ("wij sturen bij als …"); before other words it opens "bij de aanvraag"."""


class Hit(NamedTuple):
    """A phrase that was found: its id, the characters of the passage, and the text between them.

    `gaps` are the stretches inside the hit (characters of the passage) that the words of the phrase do not cover.
    """

    phrase: str
    start: int
    end: int
    text: str
    gaps: tuple[tuple[int, int], ...] = ()


class Tokenized(NamedTuple):
    """A passage as the matcher sees it: normal forms, where they stand, and per kind and first token the ends of spans.

    The ends are numbers of tokens (exclusive), longest span first; `longest` is the number of tokens of the longest span.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    slots: Mapping[tuple[str, int], tuple[int, ...]]
    longest: int


Stretches = tuple[tuple[int, int], ...]

Match = tuple[int, int, Stretches]
"""A stretch of tokens [start, end), and the stretches inside it that belong to gaps."""


def tokenized(text: str, spans: Iterable[Span] = ()) -> Tokenized:
    """A passage and its typed spans, ready to be matched; a span stands for every token that it touches."""
    words, starts, ends = columns(text)
    slots: dict[tuple[str, int], set[int]] = {}
    for span in spans:
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        if first < last:
            slots.setdefault((span.kind, first), set()).update(range(last - _loose(span, words[first:last]), last + 1))
    ordered = {key: tuple(sorted(lasts, reverse=True)) for key, lasts in slots.items()}
    longest = max((lasts[0] - first for (_, first), lasts in ordered.items()), default=0)
    return Tokenized(text, words, starts, ends, ordered, longest)


def _loose(span: Span, words: tuple[str, ...]) -> int:
    """How many words at the end of a span need not belong to it: of a number the noun that it counts ("veertien woningen")."""
    return int(span.kind == "getal" and len(words) > 1 and words[-1] == span.more.get("unit"))


def find(phrase: Phrase, text: str, spans: Iterable[Span] = ()) -> tuple[Hit, ...]:
    """All hits of one phrase in one passage, in order, without overlap."""
    line = tokenized(text, spans)
    matches = (match_at(variant, line, start) for variant in phrase.variants for start in range(len(line.words)))
    return tuple(hit for match in leftmost(match for match in matches if match) for hit in hits_of((phrase.id,), match, line))


def leftmost(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The matches that remain when each time the leftmost, and of those the longest, is kept and what overlaps it goes."""
    kept: list[Match] = []
    end = 0
    for match in sorted(matches, key=_place):
        if match[0] >= end:
            kept.append(match)
            end = match[1]
    return tuple(kept)


def _place(match: Match) -> Match:
    start, end, gaps = match
    return start, -end, gaps


def hits_of(phrases: Iterable[str], match: Match, line: Tokenized) -> list[Hit]:
    """A match in characters of its passage, for every phrase that it is a match of."""
    opening, beyond, between = match
    start, end = line.starts[opening], line.ends[beyond - 1]
    gaps = tuple([(line.starts[first], line.ends[last - 1]) for first, last in between]) if between else ()
    text = line.text[start:end]
    return [Hit(phrase, start, end, text, gaps) for phrase in phrases]


def match_at(variant: Sequence[Element], line: Tokenized, start: int) -> Match | None:
    """How a variant matches from token `start` on, or None; a match has at least one token."""
    found = _rest(variant, 0, start, line, set())
    if found is None or found[0] == start:
        return None
    end, far, gaps = found
    if far <= end:
        return start, end, gaps
    return start, far, (*gaps, (end, far - 1)) if far - 1 > end else gaps


_Found = tuple[int, int, Stretches]
"""The tokens match up to the first; the second part of a separable verb stands before the second; then the gaps."""


def _rest(variant: Sequence[Element], at: int, place: int, line: Tokenized, dead: set[tuple[int, int]]) -> _Found | None:
    """Match the elements from `at` on against the tokens from `place` on."""
    words, far = line.words, 0
    while at < len(variant):
        element = variant[at]
        if not isinstance(element, Words):
            found = _branch(variant, at, place, line, dead)
            return (found[0], far, found[2]) if found and far > found[1] else found
        if place >= len(words):
            return None
        reach = place + 1 if words[place] in element.forms else _reach(element, line, place)
        if not reach:
            return None
        if reach > far:
            far = reach
        at, place = at + 1, place + 1
    return place, far, ()


def _branch(variant: Sequence[Element], at: int, place: int, line: Tokenized, dead: set[tuple[int, int]]) -> _Found | None:
    """Try where the gap or span at `at` may end; `dead` holds what is known to fail, so that nothing is tried twice."""
    element = variant[at]
    ends: Iterable[int] = ()
    if isinstance(element, Gap):
        ends = range(place, min(place + element.most, len(line.words)) + 1)
    elif isinstance(element, Slot):
        ends = line.slots.get((element.kind, place), ())
    elif isinstance(element, Shaped) and place < len(line.words) and _has_shape(line.words[place], element.form):
        ends = (place + 1,)
    wanted = _forms(variant, at + 1)
    for end in ends:
        if (at, end) in dead or (wanted and (end == len(line.words) or line.words[end] not in wanted)):
            continue
        found = _rest(variant, at + 1, end, line, dead)
        if found:
            own = isinstance(element, Gap) and end > place
            return (found[0], found[1], ((place, end), *found[2])) if own else found
        dead.add((at, end))
    return None


def _has_shape(word: str, shape: str) -> bool:
    return word[0].isdigit() if shape == "nummer" else has_form(word, shape)


def _forms(variant: Sequence[Element], at: int) -> frozenset[str]:
    """The words that can stand for the element at `at`, if all of them are known; else none."""
    element = variant[at] if at < len(variant) else None
    if isinstance(element, Words) and not (element.starts or element.ends or element.split):
        return element.forms
    return frozenset()


def _reach(element: Words, line: Tokenized, place: int) -> int:
    """Up to which token the word at `place`, if not one of the forms, reaches: 0 if it is none of the element's either."""
    words, word = line.words, line.words[place]
    if (element.starts and word.startswith(element.starts)) or (element.ends and word.endswith(element.ends)):
        return place + 1
    if not element.split:
        return 0
    seconds = {second for first, second in element.split if first == word}
    later = range(place + 1, min(place + 1 + SPLIT_REACH, len(words))) if seconds else ()
    return next((at + 1 for at in later if words[at] in seconds and _closes_verb(line, at)), 0)


def _closes_verb(line: Tokenized, at: int) -> bool:
    """Whether a particle ends a verb: not that of another one ("bij te sturen"), nor a preposition ("bij de aanvraag")."""
    if at + 1 == len(line.words):
        return True
    after = line.words[at + 1]
    pause = bool(line.text[line.ends[at] : line.starts[at + 1]].strip())
    return pause or (after != "te" and (line.words[at] != "bij" or after in _AFTER_BIJ))

"""Which phrases are worth trying where: every variant is looked up by one or two words that it cannot do without."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from operator import attrgetter
from typing import NamedTuple, TypeGuard

from toets.model.vocabulary import Element, Gap, Phrase, Shaped, Slot, Words
from toets.text.phrases import Hit, Match, Tokenized, hits_of, leftmost, match_at
from toets.text.tokens import word_set

_COMMON = word_set(
    """aan al als ander andere bij binnen college daar dan dat de deze die dit door drie een en er geen gemeente haar heeft het
    hun ik in is kan kunnen later maar meer met moet moeten na naar niet nog nu of om omdat onder ons onze ook op over per raad te
    tegen tot twee uit uw van vanaf veel volgens voor voorstel waar waarbij wat we wel werd wie wij wordt worden zal ze zich zijn
    zo zonder zullen"""
)
"""Words that say little about where a phrase stands: most passages have them."""

_BY_PLACE = attrgetter("start", "end", "phrase")

_SLOT_COST = 200
_COMMON_COST = 500

_MOST_PAIRS = 60
"""Ways to write two words that stand beside each other; a phrase with more of them is looked up by one of the two."""


class Entry(NamedTuple):
    """A variant to try where its anchor stands: `back` tokens before it, or anywhere up to there if it is not `exact`.

    `slots` typed spans stand before the anchor too, of any length; `group` numbers the phrases with the same variants.
    `whole` is the number of tokens of an anchor that is all there is to the variant, which is left out then; else 0. `also`
    are at most two sets of words of which a line has to hold one each, and `kinds` the typed spans it has to hold: a quick
    look that spares most tries.
    """

    group: int
    variant: tuple[Element, ...]
    back: int
    slots: int
    exact: bool
    whole: int
    also: tuple[frozenset[str], ...]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Index:
    """The variants of all phrases by their anchor: two words in a row, a word, the start or the end of one, a kind of span.

    `groups` are the ids of the phrases that share their variants; two words are one text with a space in between.
    """

    groups: tuple[tuple[str, ...], ...]
    pairs: Mapping[str, tuple[Entry, ...]]
    words: Mapping[str, tuple[Entry, ...]]
    starts: Mapping[str, tuple[Entry, ...]]
    ends: Mapping[str, tuple[Entry, ...]]
    slots: Mapping[str, tuple[Entry, ...]]

    def sizes(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """How many letters the starts and the ends of words have that are an anchor."""
        return tuple(sorted({len(start) for start in self.starts})), tuple(sorted({len(end) for end in self.ends}))

    def wild(self, word: str, heads: Iterable[int], tails: Iterable[int]) -> tuple[Entry, ...]:
        """The entries of a word that begins or ends as an anchor asks; `heads` and `tails` are the `sizes` of those."""
        entries = [entry for size in heads for entry in self.starts.get(word[:size], ()) if size <= len(word)]
        entries += [entry for size in tails for entry in self.ends.get(word[-size:], ()) if size <= len(word)]
        return tuple(entries)


def index_of(phrases: Iterable[Phrase]) -> Index:
    """The index of these phrases. A variant without a word or a typed span is not in it."""
    groups: dict[tuple[tuple[Element, ...], ...], dict[str, None]] = defaultdict(dict)
    for phrase in phrases:
        groups[phrase.variants][phrase.id] = None
    same: dict[Element, Element] = {}  # equal elements as one: a third of the size, and as much sooner read back
    pairs, words, starts, ends, slots = (defaultdict[str, list[Entry]](list) for _ in range(5))
    for number, variants in enumerate(groups):
        for written in variants:
            variant = tuple([same.setdefault(element, element) for element in written])
            at, size = _anchor(variant)
            if not size:
                continue
            element, entry = variant[at], _entry(number, variant, at, size)
            if size > 1:
                _file(pairs, _pairs(element, variant[at + 1]), entry)
            elif isinstance(element, Slot):
                slots[element.kind].append(entry)
            elif isinstance(element, Words):
                _file(words, element.forms, entry)
                for first, second in element.split:
                    _file(words, {first} - element.forms, _split(entry, variant, second))
                _file(starts, element.starts, entry)
                _file(ends, element.ends, entry)
    drawers = (_frozen(drawer) for drawer in (pairs, words, starts, ends, slots))
    return Index(tuple(tuple(ids) for ids in groups.values()), *drawers)


def hits_in(index: Index, line: Tokenized, anchors: Iterable[tuple[int, tuple[Entry, ...]]]) -> tuple[Hit, ...]:
    """The hits of all phrases in a line, sorted by place; `anchors` are the tokens with entries, pairs and spans not counted."""
    matches: dict[int, list[Match]] = {}
    lacks = frozenset(line.words).isdisjoint
    kinds = frozenset([kind for kind, _ in line.slots])
    for place, entries in (*anchors, *_pairs_in(index, line), *_spans_in(index, line)):
        for group, variant, back, slots, exact, whole, also, wanted in entries:
            if whole:
                matches.setdefault(group, []).append((place, place + whole, ()))
                continue
            if (also and (lacks(also[0]) or lacks(also[-1]))) or not wanted <= kinds:
                continue
            first = place - back - slots * line.longest
            for start in _starts(variant[0], max(first, 0), first if exact else place, line):
                if match := match_at(variant, line, start):
                    matches.setdefault(group, []).append(match)
    found: list[Hit] = []
    for group, tried in matches.items():
        for match in leftmost(tried) if len(tried) > 1 else tried:
            found += hits_of(index.groups[group], match, line)
    found.sort(key=_BY_PLACE)
    return tuple(found)


def _split(entry: Entry, variant: tuple[Element, ...], second: str) -> Entry:
    """The entry of a separable verb, filed by its first part: the second part stands somewhere behind it."""
    return entry._replace(variant=variant, whole=0, also=(frozenset({second}), *entry.also[:1]))


def _pairs_in(index: Index, line: Tokenized) -> list[tuple[int, tuple[Entry, ...]]]:
    pairs = map("{} {}".format, line.words, line.words[1:])
    return [(place, index.pairs[pair]) for place, pair in enumerate(pairs) if pair in index.pairs]


def _spans_in(index: Index, line: Tokenized) -> list[tuple[int, tuple[Entry, ...]]]:
    return [(place, index.slots[kind]) for kind, place in line.slots if kind in index.slots]


def _starts(opening: Element, first: int, last: int, line: Tokenized) -> Sequence[int]:
    """From which tokens between two, those included, a variant may begin that has this element first: a quick look."""
    starts = range(first, last + 1)
    if isinstance(opening, Slot):
        return [start for start in starts if (opening.kind, start) in line.slots]
    if not isinstance(opening, Words) or opening.starts or opening.ends:
        return starts
    forms = _literals(opening) if opening.split else opening.forms
    return [start for start in starts if line.words[start] in forms]


def _anchor(variant: tuple[Element, ...]) -> tuple[int, int]:
    """The place and number of the elements that are seen least often; those at a fixed place in the variant are cheaper to try.

    Two words in a row are seen less than any word alone. Gaps and verbs are no anchor; a variant
    of nothing else has size 0.
    """
    costs: list[tuple[int, int, int, int]] = []
    loose = 1
    for at, element in enumerate(variant):
        loose = loose if isinstance(element, (Words, Shaped)) else 2
        if not isinstance(element, (Gap, Shaped)):
            costs.append((1, loose * _cost(element), at, 1))
        following = variant[at + 1] if at + 1 < len(variant) else None
        if _is_plain(element) and _is_plain(following) and len(_pairs(element, following)) <= _MOST_PAIRS:
            costs.append((0, loose * min(_cost(element), _cost(following)), at, 2))
    return min(costs)[2:] if costs else (0, 0)


def _is_plain(element: Element | None) -> TypeGuard[Words]:
    """Whether an element is a word of which all forms are known, and nothing else."""
    return isinstance(element, Words) and not (element.starts or element.ends or element.split)


def _pairs(*row: Element) -> list[str]:
    """Every way to write some plain words in a row."""
    return [" ".join(words) for words in product(*(sorted(element.forms) for element in row if isinstance(element, Words)))]


def _cost(element: Words | Slot) -> int:
    """How often an element will be seen, as a rough number: long words are rarer than short ones."""
    if isinstance(element, Slot):
        return _SLOT_COST
    literal = sum(_COMMON_COST if word in _COMMON else max(1, 12 - len(word)) for word in _literals(element))
    return literal + sum(max(5, 40 - 4 * len(part)) for part in (*element.starts, *element.ends))


def _literals(element: Words) -> frozenset[str]:
    return element.forms | {first for first, _ in element.split}


def _entry(group: int, variant: tuple[Element, ...], at: int, size: int) -> Entry:
    before = variant[:at]
    back = sum(element.most if isinstance(element, Gap) else 1 for element in before if not isinstance(element, Slot))
    slots = sum(isinstance(element, Slot) for element in before)
    exact = all(isinstance(element, (Words, Shaped)) for element in before)
    whole = size if len(variant) == size and isinstance(variant[at], Words) else 0
    also = _also(variant[:at] + variant[at + size :])
    return Entry(group, () if whole else variant, back, slots, exact, whole, also, frozenset(_kinds(variant)))


def _also(others: tuple[Element, ...]) -> tuple[frozenset[str], ...]:
    """The two rarest of the other elements that are plain words, the rarest first."""
    return tuple(element.forms for element in sorted(filter(_is_plain, others), key=_cost)[:2])


def _kinds(variant: tuple[Element, ...]) -> Iterable[str]:
    return (element.kind for element in variant if isinstance(element, Slot))


def _file(drawer: dict[str, list[Entry]], keys: Iterable[str], entry: Entry) -> None:
    for key in keys:
        drawer[key].append(entry)


def _frozen(drawer: Mapping[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {key: tuple(entries) for key, entries in drawer.items()}

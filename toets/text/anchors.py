"""Which phrases are worth trying where: every variant is looked up by one element that it cannot do without."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toets.model.vocabulary import Element, Gap, Phrase, Slot, Words
from toets.text.phrases import Hit, Match, Tokenized, hit_of, leftmost, match_at
from toets.text.tokens import word_set

_COMMON = word_set(
    """aan al als ander andere bij binnen college daar dan dat de deze die dit door drie een en er geen gemeente haar heeft het
    hun ik in is kan kunnen later maar meer met moet moeten na naar niet nog nu of om omdat onder ons onze ook op over per raad te
    tegen tot twee uit uw van vanaf veel volgens voor voorstel waar waarbij wat we wel werd wie wij wordt worden zal ze zich zijn
    zo zonder zullen"""
)
"""Words that say little about where a phrase stands: most passages have them."""

_SLOT_COST = 200
_COMMON_COST = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """A variant to try where its anchor stands: `back` tokens before it, or anywhere up to there if it is not `exact`.

    `slots` typed spans stand before the anchor too, of any length; `group` numbers the phrases with the same variants.
    `also` are words of which a line has to hold one each, and `kinds` the typed spans it has to hold: a quick look that
    spares most tries.
    """

    group: int
    variant: tuple[Element, ...]
    back: int
    slots: int
    exact: bool
    also: tuple[frozenset[str], ...]
    kinds: frozenset[str]

    def possible(self, words: frozenset[str], kinds: frozenset[str]) -> bool:
        """Whether a line with these words and kinds of span can hold the variant."""
        return self.kinds <= kinds and not any(map(words.isdisjoint, self.also))


@dataclass(frozen=True, slots=True)
class Index:
    """The variants of all phrases by their anchor: a word, the start or the end of one, or a kind of span.

    `groups` are the ids of the phrases that share their variants.
    """

    groups: tuple[tuple[str, ...], ...]
    words: Mapping[str, tuple[Entry, ...]]
    starts: Mapping[str, tuple[Entry, ...]]
    ends: Mapping[str, tuple[Entry, ...]]
    slots: Mapping[str, tuple[Entry, ...]]

    def wild(self, words: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
        """The entries of each of these words that begins or ends as an anchor asks; words without any are left out."""
        heads = sorted({len(start) for start in self.starts})
        tails = sorted({len(end) for end in self.ends})
        found: dict[str, tuple[Entry, ...]] = {}
        for word in words:
            entries = [entry for size in heads for entry in self.starts.get(word[:size], ()) if size <= len(word)]
            entries += [entry for size in tails for entry in self.ends.get(word[-size:], ()) if size <= len(word)]
            if entries:
                found[word] = tuple(entries)
        return found


def index_of(phrases: Iterable[Phrase]) -> Index:
    """The index of these phrases. A variant of gaps only can't match, and is not in it."""
    groups: dict[tuple[tuple[Element, ...], ...], dict[str, None]] = defaultdict(dict)
    for phrase in phrases:
        groups[phrase.variants][phrase.id] = None
    words, starts, ends, slots = (defaultdict[str, list[Entry]](list) for _ in range(4))
    for number, variants in enumerate(groups):
        for variant in variants:
            at = _anchor(variant)
            if at is None:
                continue
            element, entry = variant[at], _entry(number, variant, at)
            if isinstance(element, Slot):
                slots[element.kind].append(entry)
            elif isinstance(element, Words):
                _file(words, _literals(element), entry)
                _file(starts, element.starts, entry)
                _file(ends, element.ends, entry)
    return Index(tuple(tuple(ids) for ids in groups.values()), *(_frozen(part) for part in (words, starts, ends, slots)))


def hits_in(index: Index, line: Tokenized, anchors: Iterable[tuple[int, tuple[Entry, ...]]]) -> tuple[Hit, ...]:
    """The hits of all phrases in a line, sorted by place; `anchors` are the tokens with entries, spans not counted."""
    matches: dict[int, list[Match]] = defaultdict(list)
    spans = [(place, index.slots[kind]) for kind, place in line.slots if kind in index.slots]
    words, kinds = frozenset(line.words), frozenset(kind for kind, _ in line.slots)
    for place, entries in (*anchors, *spans):
        for entry in entries:
            if not entry.possible(words, kinds):
                continue
            for start in _starts(entry, place, line):
                match = match_at(entry.variant, line, start)
                if match:
                    matches[entry.group].append(match)
    found = [
        hit_of(phrase, match, line)
        for group, tried in matches.items()
        for match in (leftmost(tried) if len(tried) > 1 else tried)
        for phrase in index.groups[group]
    ]
    return tuple(sorted(found, key=_order))


def _order(hit: Hit) -> tuple[int, int, str]:
    return hit.start, hit.end, hit.phrase


def _starts(entry: Entry, place: int, line: Tokenized) -> range:
    """Where a variant may begin whose anchor stands at `place`."""
    first = place - entry.back - entry.slots * line.longest
    if entry.exact:
        return range(first, first + 1) if first >= 0 else range(0)
    return range(max(first, 0), place + 1)


def _anchor(variant: tuple[Element, ...]) -> int | None:
    """The element that is seen least often; one at a fixed place in the variant is cheaper to try."""
    costs: list[tuple[int, int]] = []
    loose = 1
    for at, element in enumerate(variant):
        loose = loose if isinstance(element, Words) else 2
        if not isinstance(element, Gap):
            costs.append((loose * _cost(element), at))
    return min(costs)[1] if costs else None


def _cost(element: Words | Slot) -> int:
    """How often an element will be seen, as a rough number: long words are rarer than short ones."""
    if isinstance(element, Slot):
        return _SLOT_COST
    literal = sum(_COMMON_COST if word in _COMMON else max(1, 12 - len(word)) for word in _literals(element))
    return literal + sum(max(5, 40 - 4 * len(part)) for part in (*element.starts, *element.ends))


def _literals(element: Words) -> frozenset[str]:
    return element.forms | {first for first, _ in element.split}


def _entry(group: int, variant: tuple[Element, ...], at: int) -> Entry:
    before = variant[:at]
    back = sum(element.most if isinstance(element, Gap) else 1 for element in before if not isinstance(element, Slot))
    slots = sum(isinstance(element, Slot) for element in before)
    exact = all(isinstance(element, Words) for element in before)
    return Entry(group, variant, back, slots, exact, _also(variant, at), frozenset(_kinds(variant)))


def _also(variant: tuple[Element, ...], at: int) -> tuple[frozenset[str], ...]:
    """The two rarest other elements that are plain words, the rarest first."""
    others = (element for place, element in enumerate(variant) if place != at and isinstance(element, Words))
    plain = [element for element in others if not (element.starts or element.ends or element.split)]
    return tuple(element.forms for element in sorted(plain, key=_cost)[:2])


def _kinds(variant: tuple[Element, ...]) -> Iterable[str]:
    return (element.kind for element in variant if isinstance(element, Slot))


def _file(drawer: dict[str, list[Entry]], keys: Iterable[str], entry: Entry) -> None:
    for key in keys:
        drawer[key].append(entry)


def _frozen(drawer: Mapping[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {key: tuple(entries) for key, entries in drawer.items()}

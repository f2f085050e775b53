"""Phrases and passages by hand and by chance."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import strategies as st

from toets.model.document import Span
from toets.model.vocabulary import Element, Gap, Phrase, Shaped, Slot, Words


def words(*forms: str) -> Words:
    return Words(forms=frozenset(forms))


def phrase(*variants: Sequence[Element]) -> Phrase:
    return Phrase(id="t/1", text="", variants=tuple(tuple(variant) for variant in variants))


VERBS = {"voltooid": "gezet", "werkwoord": "stelt", "infinitief": "zetten", "nummer": "2e"}
"""A word of each form."""
FORMS = [*"abcde", "xa", "ay", *VERBS.values()]
ELEMENTS = st.one_of(
    st.builds(Words, forms=st.frozensets(st.sampled_from(FORMS), min_size=1, max_size=3)),
    st.builds(Words, starts=st.just(("x",))),
    st.builds(Words, forms=st.just(frozenset("c")), ends=st.just(("y",))),
    st.builds(Words, split=st.tuples(st.tuples(st.sampled_from("ab"), st.sampled_from("de")))),
    st.builds(Gap, st.integers(0, 3)),
    st.builds(Slot, st.sampled_from(["datum", "jaar"])),
    st.builds(Shaped, st.sampled_from(["voltooid", "infinitief", "nummer"])),
)


def _anchored(variant: Sequence[Element]) -> bool:
    """Whether it has more than verbs and gaps, as the grammar of phrases asks."""
    return not any(isinstance(element, Shaped) for element in variant) or any(
        isinstance(element, (Words, Slot)) for element in variant
    )


VARIANTS = st.lists(ELEMENTS, min_size=1, max_size=5).map(tuple).filter(_anchored)
PHRASES = st.builds(phrase, VARIANTS) | st.builds(phrase, VARIANTS, VARIANTS)
SENTENCES = st.lists(st.sampled_from(FORMS), max_size=12)
"""Passages of small words; "x…" and "…y" are what the wildcards look for."""

RANGES = st.lists(st.tuples(st.sampled_from(["datum", "jaar"]), st.integers(0, 8), st.integers(1, 3)), max_size=4)
"""Spans as kind, first word, number of words."""


def spans_at(text: str, ranges: Sequence[tuple[str, int, int]]) -> tuple[Span, ...]:
    """The spans of a passage whose words have a space in between."""
    places = [found.span() for found in re.finditer(r"\S+", text)]
    cut = [(kind, places[first : first + size]) for kind, first, size in ranges]
    return tuple(Span(kind, part[0][0], part[-1][1], text[part[0][0] : part[-1][1]], 0) for kind, part in cut if part)

"""The words an outcome rests on, and a fingerprint of them that survives moving text about."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from toets.judge.conditions import Ground
from toets.judge.verdict import Verdict
from toets.model.document import Section
from toets.model.fact import Fact
from toets.model.outcome import Evidence

MOST = 5

Plain = Callable[[str], str]

_NUMBER = re.compile(r"^\s*(?:[-–—•*·]|\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.):])\s+", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def of_fact(fact: Fact) -> Evidence:
    """The quote of a fact with its place."""
    return Evidence(fact.quote, fact.location, fact.id)


def of_section(section: Section) -> Evidence:
    """The first words of a section, or its heading when there are none; evidence that isn't a fact has no fact id."""
    first = next((block for block in section.blocks if block.plain().strip()), None)
    return Evidence(first.plain() if first else section.heading, section.location, "")


def of_verdict(verdict: Verdict, found: Ground) -> tuple[Evidence, ...]:
    """What a verdict rests on, without the item it speaks of."""
    facts = (of_fact(found.facts[one]) for one in verdict.facts if one != verdict.item)
    return (*facts, *(of_section(section) for section in verdict.sections))


def with_items(verdicts: Iterable[Verdict], found: Ground) -> tuple[Evidence, ...]:
    """What several verdicts rest on, each preceded by the item it speaks of."""
    gathered: list[Evidence] = []
    for verdict in verdicts:
        if verdict.item:
            gathered.append(of_fact(found.facts[verdict.item]))
        gathered += of_verdict(verdict, found)
    return tuple(gathered)


def distinct(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """One for each place and each text, in the order given; words of which there are none prove nothing."""
    places: set[tuple[object, ...]] = set()
    kept: list[Evidence] = []
    for one in evidence:
        place = (one.location.part, one.location.paragraph, one.location.row, one.location.column, one.location.start)
        known = place in places and one.location.paragraph is not None
        if not known and one.quote.strip() and all(one.quote != other.quote for other in kept):
            places.add(place)
            kept.append(one)
    return tuple(kept)


def fingerprint(code: str, evidence: Iterable[Evidence], missing: Sequence[str], plain: Plain) -> str:
    """Sixteen hexadecimal digits for a rule with the words it rests on and what is missing, wherever these stand.

    `plain` tells `plain_words`; many rules rest on the same quotes, so it may remember them.
    """
    quotes = sorted({plain(one.quote) for one in evidence})
    return hashlib.sha256("\x1f".join((code, *quotes, "\x1e", *sorted(missing))).encode()).hexdigest()[:16]


def plain_words(text: str) -> str:
    """The words of a quote only: without the number or bullet they began with, punctuation, capitals and accents."""
    unnumbered = _NUMBER.sub("", text)
    plain = unnumbered.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", unnumbered).casefold()
        plain = "".join([letter for letter in plain if not unicodedata.combining(letter)])
    return " ".join(_WORD.findall(plain))

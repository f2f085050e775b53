"""Labels under each other, then their values: which value belongs to which label, also when one is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce

from toets.structure.lexicon import Lexicon

_DATE = re.compile(r"\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}|\d{4}-\d{2}-\d{2}", re.IGNORECASE)
_YES_NO = re.compile(r"(?:ja|nee|n\.?v\.?t\.?|openbaar|geheim|vertrouwelijk|besloten)\b", re.IGNORECASE)
_NUMBER_FIELDS = frozenset({"zaaknummer", "kenmerk", "telefoon", "agendapunt", "bijlagen"})
_PERSON_FIELDS = frozenset({"portefeuillehouder", "steller", "opdrachtgever"})


class Kind(StrEnum):
    """What a line of a head is."""

    LABEL = "label"
    COLON = "colon"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Scrap:
    """A line of a head: its text, line number and place in the block; `colon` if a label ends with one."""

    kind: Kind
    text: str
    at: int
    start: int
    end: int
    colon: bool = False


@dataclass(frozen=True, slots=True)
class Assigned:
    """Labels with their values (None: left open), and how many lines were used."""

    pairs: tuple[tuple[Scrap, Scrap | None], ...]
    used: int
    colons: bool


def assign(scraps: Sequence[Scrap], lexicon: Lexicon) -> Assigned | None:
    """Take the labels that come first, skip lone colons, and give each label the value that fits it best, in order."""
    labels = _run(scraps, 0, Kind.LABEL)
    colons = _run(scraps, len(labels), Kind.COLON)
    values = _run(scraps, len(labels) + len(colons), Kind.VALUE)[: max(len(labels), 1)]
    if not labels or (not values and not any(label.colon for label in labels)):
        return None
    pairs = tuple(zip(labels, values, strict=True)) if len(labels) == len(values) else _aligned(labels, values, lexicon)
    has_colons = bool(colons) or all(label.colon for label in labels)
    return Assigned(pairs, len(labels) + len(colons) + len(values), has_colons)


def _run(scraps: Sequence[Scrap], start: int, kind: Kind) -> list[Scrap]:
    out = []
    for scrap in scraps[start:]:
        if scrap.kind is not kind:
            break
        out.append(scrap)
    return out


Pairs = tuple[tuple[Scrap, Scrap | None], ...]


def _aligned(labels: Sequence[Scrap], values: Sequence[Scrap], lexicon: Lexicon) -> Pairs:
    """Fewer values than labels: the order is kept, and the labels that fit worst stay open.

    `best[n]` is the best score and pairing of the labels so far with the first n values.
    """
    start: dict[int, tuple[int, Pairs]] = {0: (0, ())}

    def step(best: dict[int, tuple[int, Pairs]], label: Scrap) -> dict[int, tuple[int, Pairs]]:
        field = lexicon.field(label.text)
        after = {count: (score, (*pairs, (label, None))) for count, (score, pairs) in best.items()}
        for count, (score, pairs) in best.items():
            if count < len(values):
                total = score + _fit(field, values[count].text)
                if count + 1 not in after or total > after[count + 1][0]:
                    after[count + 1] = total, (*pairs, (label, values[count]))
        return after

    return reduce(step, labels, start)[len(values)][1]


def _fit(field: str, value: str) -> int:
    """How well a value suits a field: 2 well, 1 perhaps, 0 hardly."""
    date, digits = bool(_DATE.search(value)), any(sign.isdigit() for sign in value)
    if field.startswith("datum") or field == "vergadering":
        return 2 if date else 0
    if field in _NUMBER_FIELDS:
        return 2 if digits and not date else 0
    if field in _PERSON_FIELDS:
        return 0 if digits else 2
    if field == "openbaarheid":
        return 2 if _YES_NO.match(value) else 0
    return 1 if not date else 0

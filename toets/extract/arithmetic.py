"""Two amounts beside each other: whether they are the same but for rounding or btw, and whether one may be a slip of the other.

All amounts are eurocents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

CENTS = 100
VAT_FACTORS = (1.21, 1.09)
ROUNDED = 0.005
"""Two amounts are the same sum when they are this close together: one of them is rounded."""
ROUNDED_PARTS = 0.01
LEAST_ROUNDED = 1000 * CENTS
"""A sum may be off by the rounding of its parts, up to a hundredth of it or a thousand euros; more is no rounding."""
SHIFTS = (10, 100, 1000)

_SCALED = re.compile(r"mln|miljoen|mio|mld|miljard|\bton\b|k€|\d ?k\b|€ ?k|duizend", re.IGNORECASE)

LEAST_ALIKE = 0.7
"""Amounts that are further apart than this are about different things, or a part of the numbers was not read."""

FEW = 3
SHOWN = 8
"""Terms of a sum that are written out."""

FEWEST_DIGITS = 3
"""With fewer digits that are not zero, two unrelated amounts are each other's slip too easily: 430.000 and 340.000."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two amounts that ought to be equal: as written at `passage`, and as written elsewhere or counted.

    `elsewhere` is the passage where the other one stands (-1: the same), `other` its words or the sum that was counted.
    `percent`: they are hundredths of a percent.
    """

    of: str
    passage: int
    start: int
    left: int
    right: int
    quote: str
    differs: bool
    elsewhere: int = -1
    other: str = ""
    percent: bool = False


def euros(cents: int) -> str:
    """An amount in eurocents as it is written in a sum: 1.250.000 or 17,50."""
    whole, rest = divmod(abs(cents), CENTS)
    return ("-" if cents < 0 else "") + f"{whole:,}".replace(",", ".") + (f",{rest:02d}" if rest else "")


def as_sum(parts: Sequence[int]) -> str:
    """Amounts added up in words: "210.000 + 385.000 = 595.000"; of many the first and the last."""
    shown = [euros(part) for part in parts]
    if len(shown) > SHOWN:
        shown = [*shown[: SHOWN - 2], "…", shown[-1]]
    return f"{' + '.join(shown)} = {euros(sum(parts))}".replace("+ -", "- ")


def grain(amounts: Iterable[int]) -> int:
    """The power of ten, at least a cent, to which all these amounts are rounded."""
    size = 1
    found = [abs(amount) for amount in amounts if amount]
    while found and all(amount % (size * 10) == 0 for amount in found):
        size *= 10
    return size


def adds_up(parts: Sequence[int], whole: int, rough: int = 0) -> bool:
    """Whether the parts make the whole; with many parts rounding may put the last digit off by two.

    `rough` is what the parts are rounded by besides: half a tenth of a million for "€ 1,2 miljoen", the unit of a table.
    """
    slack = grain((*parts, whole)) * (1 if len(parts) <= FEW else 2)
    most = max(2 * LEAST_ROUNDED, round(ROUNDED_PARTS * abs(whole)))
    return abs(sum(parts) - whole) <= max(min(slack, most), CENTS) + rough


def roughness(words: str, cents: int) -> int:
    """By how much an amount may be rounded that is written in millions, tons or thousands."""
    return grain([cents]) // 2 if _SCALED.search(words) else 0


def alike(one: int, two: int) -> bool:
    """Whether two amounts are the same, but for rounding or btw."""
    low, high = sorted((abs(one), abs(two)))
    return any(abs(low * factor - high) <= ROUNDED * high for factor in (1.0, *VAT_FACTORS))


def comparable(one: int, two: int) -> bool:
    """Whether two amounts are of one size: a difference between them may be a mistake."""
    low, high = sorted((abs(one), abs(two)))
    return low > 0 and low / high >= LEAST_ALIKE


def swapped(one: int, two: int, fewest: int = FEWEST_DIGITS) -> bool:
    """Whether two adjacent digits changed places, in numbers of at least so many digits: 6.450.000 and 6.540.000."""
    left, right = str(abs(one)), str(abs(two))
    if len(left) != len(right) or max(len(left.rstrip("0")), len(right.rstrip("0"))) < fewest:
        return False
    places = [at for at in range(len(left)) if left[at] != right[at]]
    return (
        len(places) == 2
        and places[1] == places[0] + 1
        and left[places[0]] == right[places[1]]
        and left[places[1]] == right[places[0]]
    )


def shifted(one: int, two: int) -> int:
    """By which power of ten two amounts with the same digits differ: 10, 100 or 1000 for a slip of zeros, else 0."""
    low, high = sorted((abs(one), abs(two)))
    return next((factor for factor in SHIFTS if low and high == factor * low), 0)


def explained(asked: int, whole: int, others: Iterable[int]) -> bool:
    """Whether other amounts account for what is asked beside the whole: one or two of them are the difference, or two make it."""
    pool = sorted({abs(other) for other in others if other} - {abs(asked), abs(whole)})
    slack = max(abs(asked), abs(whole)) // 2000
    wanted = (abs(asked - whole), abs(asked))
    if any(abs(other - wanted[0]) <= slack for other in pool):
        return True
    return any(abs(low + high - goal) <= slack for at, low in enumerate(pool) for high in pool[at:] for goal in wanted)

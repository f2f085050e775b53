"""An amount of money as the money extractors hand it on to each other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toets.extract.arithmetic import ROUNDED, VAT_FACTORS
from toets.extract.scene import Scene
from toets.model.document import Passage, Span
from toets.text.numbers import SMALL_NUMBERS

MONEY_ROLES = frozenset({"middelen", "beslispunten"})
ASKED = frozenset({"requested", "cost"})


@dataclass(frozen=True, slots=True)
class Sum:
    """One amount in one passage; `cents` is eurocents, `start` and `end` are characters of the passage.

    `years`: over how many years it is spread (0: not said). `sure` (0-100) says how plain the use is. `main`: it is asked for
    or spent, and said here for the first time; `repeat`: the same sum was named before; `breakdown`: it is a part of a sum
    that is named too; `capital`: a yearly burden of an investment (interest, depreciation); `labelled`: it is said, here or
    where the sum is said again, whether it comes once or every year.
    """

    passage: int
    start: int
    end: int
    cents: int
    use: str
    sure: int
    span: Span | None = None
    term: str = ""
    year: int = 0
    until: int = 0
    years: int = 0
    per: str = ""
    vat: str = ""
    vague: bool = False
    pm: bool = False
    table: int = -1
    total: bool = False
    main: bool = False
    repeat: bool = False
    breakdown: bool = False
    capital: bool = False
    labelled: bool = False

    @property
    def handle(self) -> str:
        """The name by which other drafts refer to this amount."""
        return f"amount:{self.passage}:{self.start}"


_YEARS = re.compile(
    rf"(?<!\w)({'|'.join(SMALL_NUMBERS)}|\d{{1,2}})(?:[- ]?jarige?| (?:school|kalender)?(?:jaar|jaren))(?!\w)",
    re.I,
)


def years_of(passage: Passage, span: Span) -> int:
    """Over how many years a sum is spread: between the years it names, or as its sentence says; 0 when it doesn't."""
    first, last = int(span.more.get("year", 0)), int(span.more.get("until", 0))
    if last > first:
        return last - first + 1
    found = _YEARS.search(passage.text)
    word = found[1].lower() if found else "0"
    return int(word) if word.isdigit() else SMALL_NUMBERS[word]


_JUST_BEFORE = re.compile(r"\b(20\d\d)\)?: *$")
"""A year with a colon, that the sum behind it is of."""


def year_of(scene: Scene, passage: Passage, span: Span) -> int:
    """The year of a sum: its own, or the only year in its sentence that is not part of the name of a plan; else 0."""
    before = _JUST_BEFORE.search(passage.text, 0, span.start)
    own = int(span.more.get("year", 0)) or (int(before[1]) if before else 0)
    years = {
        int(other.value)
        for other in passage.spans
        if other.kind == "jaar" and not scene.ends_with(passage.text[: other.start], "plan_met_jaar")
    }
    return own or (years.pop() if len(years) == 1 else 0)


def plain_sum(scene: Scene, passage: Passage, span: Span, use: str, sure: int) -> Sum:
    """The Sum of a typed span, with what the words around it say of term, year, btw and unit."""
    more = span.more
    return Sum(
        passage=passage.index,
        start=span.start,
        end=span.end,
        cents=int(span.value),
        use=use,
        sure=sure,
        span=span,
        term=str(more.get("term", "")),
        year=year_of(scene, passage, span),
        until=int(more.get("until", 0)),
        years=years_of(passage, span),
        per=str(more.get("per", "")),
        vat=str(more.get("vat", "")),
        vague=bool(more.get("vague", 0)),
        pm=bool(more.get("pm", 0)),
    )


def same(one: Sum, two: Sum) -> bool:
    """Whether two amounts are one sum: equal, equal but for btw, or the yearly share of a sum over the years it names."""
    low, high = sorted((one, two), key=lambda item: abs(item.cents))
    if low.cents == 0:
        return False
    if any(near(round(abs(low.cents) * factor), abs(high.cents)) for factor in (1, *VAT_FACTORS)):
        return True
    return low.per == "year" and high.years > 1 and near(abs(low.cents) * high.years, abs(high.cents))


def near(one: int, two: int) -> bool:
    """Whether two numbers of cents are the same but for rounding."""
    return abs(one - two) <= ROUNDED * max(abs(one), abs(two))

"""An amount of money as the money extractors hand it on to each other."""

from __future__ import annotations

from dataclasses import dataclass

from toets.model.document import Passage, Span

USES = ("requested", "cost", "income", "existing", "limit", "price", "cover", "risk", "other")
ASKED = frozenset({"requested", "cost"})


@dataclass(frozen=True, slots=True)
class Sum:
    """One amount in one passage; `cents` is eurocents, `start` and `end` are characters of the passage.

    `sure` (0-100) says how plain the use is. `main`: it is asked for or spent, and said here for the first time;
    `repeat`: the same sum was named before; `breakdown`: it is a part of a sum that is named too; `capital`: a yearly burden
    of an investment (interest, depreciation).
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
    side: bool = False

    @property
    def handle(self) -> str:
        """The name by which other drafts refer to this amount."""
        return f"amount:{self.passage}:{self.start}"


def plain_sum(passage: Passage, span: Span, use: str, sure: int) -> Sum:
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
        year=int(more.get("year", 0)),
        until=int(more.get("until", 0)),
        per=str(more.get("per", "")),
        vat=str(more.get("vat", "")),
        vague=bool(more.get("vague", 0)),
        pm=bool(more.get("pm", 0)),
    )

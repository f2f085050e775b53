"""What a proposal asks for, beside the begrotingswijziging in another file: compared to the cent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations

from toets.model.agenda import Check, Item, Paper, Role, Spot
from toets.model.fact import Fact
from toets.model.rule import Severity
from toets.reports.places import place

_FIGURE = re.compile(r"(?<![\d.,-])(?:\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,\d{2})?(?![\d-])")
_THOUSANDS = re.compile(r"[x×*]\s*(?:€\s*)?1\.?000\b|in duizend|duizenden euro")
_MOST = 14
"""So many different amounts are combined at most."""
SHOWN = 3
_FIRST_YEAR, _LAST_YEAR, _LEAST = 1990, 2060, 1000


def money_checks(papers: Sequence[Paper], items: Sequence[Item]) -> Iterator[Check]:
    """For each requested amount that is not in the begrotingswijziging, also not as a sum of two or three amounts there."""
    for number, item in enumerate(items):
        lead = item.papers[0]
        budgets = [one for one in item.papers if papers[one].role is Role.BUDGET and _amounts(papers[one])]
        asked = requested(papers[lead])
        if not asked or not budgets:
            continue
        there = {cents for one in budgets for cents in _amounts(papers[one])}
        if sum(_cents(fact) for fact in asked) in there:
            continue
        for fact in asked:
            if not _covered(_cents(fact), there):
                yield _check(fact, lead, budgets, papers, number)


def requested(paper: Paper) -> tuple[Fact, ...]:
    """The amounts that a proposal asks for, each once."""
    found: dict[int, Fact] = {}
    for fact in paper.report.facts if paper.report else ():
        if fact.kind == "amount" and fact.fields.get("use") == "requested" and fact.fields.get("main") and _cents(fact):
            found.setdefault(_cents(fact), fact)
    return tuple(found.values())


def _covered(cents: int, there: set[int]) -> bool:
    known = sorted(there, reverse=True)[:_MOST]
    return cents in there or any(sum(some) == cents for size in (2, 3) for some in combinations(known, size))


def _check(fact: Fact, lead: int, budgets: Sequence[int], papers: Sequence[Paper], item: int) -> Check:
    report = papers[lead].report
    spots = [Spot(lead, fact.quote, place(fact.location, report.document if report else None))]
    for one in budgets:
        near = sorted(_amounts(papers[one]).items(), key=lambda pair: abs(pair[0] - _cents(fact)))[:SHOWN]
        spots.append(Spot(one, "; ".join(words for _, words in near)))
    says = f"Het gevraagde bedrag {fact.quote} is niet in de begrotingswijziging aangetroffen."
    return Check("bedrag", Severity.ATTENTION, says, tuple(spots), item)


def _cents(fact: Fact) -> int:
    value = fact.fields.get("cents", 0)
    return value if isinstance(value, int) else 0


def _amounts(paper: Paper) -> dict[int, str]:
    """Every amount in a paper, in cents, with its words: what was recognised as one, and the bare figures in its tables."""
    if paper.report is None or paper.report.document is None:
        return {}
    found = {_cents(fact): fact.quote for fact in paper.report.facts if fact.kind == "amount" and _cents(fact)}
    blocks = tuple(paper.report.document.source.walk())
    times = 1000 if any(_THOUSANDS.search(block.text.casefold()) for block in blocks) else 1
    for block in blocks:
        for figure in filter(partial(_may_be_amount, times=times), _FIGURE.findall(block.text)):
            euros, _, rest = figure.partition(",")
            cents = int(re.sub(r"[.\s]", "", euros)) * 100 + int(rest or 0)
            found.setdefault(cents * times, f"{figure} (x € 1.000)" if times > 1 else figure)
    return found


def _may_be_amount(figure: str, *, times: int) -> bool:
    """A bare figure that is no year, and not a number of something small."""
    return not figure.isdigit() or (not _FIRST_YEAR <= int(figure) <= _LAST_YEAR and (times > 1 or int(figure) >= _LEAST))

"""The zaaknummer: one for the papers of an item, and another for each item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toets.agenda.names import same_case
from toets.model.agenda import Check, Item, Paper, Role, Spot
from toets.model.rule import Severity


def case_checks(papers: Sequence[Paper], items: Sequence[Item]) -> Iterator[Check]:
    """Papers of one item with another zaaknummer than its proposal, and proposals that share one."""
    for number, item in enumerate(items):
        lead = papers[item.papers[0]]
        others = [one for one in item.papers[1:] if _differs(papers[one], lead)]
        if others:
            spots = tuple(Spot(one, papers[one].case) for one in (item.papers[0], *others))
            yield Check("zaaknummer", Severity.ATTENTION, "Het zaaknummer is niet in alle stukken gelijk.", spots, number)
    yield from _shared(papers)


def _differs(paper: Paper, lead: Paper) -> bool:
    """An attachment may have a zaaknummer of its own; a decision and a budget change may not."""
    same = same_case(paper.case) == same_case(lead.case)
    return paper.role in (Role.DECISION, Role.BUDGET) and bool(paper.case and lead.case) and not same


def _shared(papers: Sequence[Paper]) -> Iterator[Check]:
    found: dict[str, list[int]] = {}
    for number, paper in enumerate(papers):
        if paper.role is Role.PROPOSAL and paper.case:
            found.setdefault(same_case(paper.case), []).append(number)
    for numbers in found.values():
        if len(numbers) > 1:
            spots = tuple(Spot(one, papers[one].case) for one in numbers)
            says = f"{len(numbers)} voorstellen hebben hetzelfde zaaknummer."
            yield Check("zaaknummer-dubbel", Severity.ATTENTION, says, spots, papers[numbers[0]].item)

"""A proposal beside its raadsbesluit in another file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toets.matching import alike
from toets.model.agenda import Check, Item, Paper, Role, Spot
from toets.model.document import DecisionPoint
from toets.model.months import FULL_MONTH
from toets.model.rule import Severity

ALIKE = 85
"""From this likeness (0…100) a decision point says the same in both: "te stellen" may be "stellen"."""
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_MONTH = re.compile(rf"\b{FULL_MONTH}\b", re.IGNORECASE)


def decision_checks(papers: Sequence[Paper], items: Sequence[Item]) -> Iterator[Check]:
    """Proposals for the raad without a raadsbesluit, decisions without a proposal, and decision points that differ."""
    for number, item in enumerate(items):
        found = [one for one in item.papers if papers[one].role is Role.DECISION]
        if not found and _asks_the_raad(papers[item.papers[0]]) and not _has_decision(papers[item.papers[0]]):
            says = "Er is geen raadsbesluit gevonden, ook niet in het bestand van het voorstel zelf."
            yield Check("raadsbesluit-ontbreekt", Severity.ATTENTION, says, (Spot(item.papers[0]),), number)
        for one in found:
            yield from _compared(item.papers[0], one, papers, number)
    loose = tuple(Spot(number) for number, paper in enumerate(papers) if paper.role is Role.DECISION and paper.item is None)
    if loose:
        says = f"Bij {'dit besluit' if len(loose) == 1 else 'deze besluiten'} is geen voorstel gevonden."
        yield Check("besluit-los", Severity.ATTENTION, says, loose)


def _asks_the_raad(paper: Paper) -> bool:
    document = paper.report.document if paper.report else None
    return bool(document and any(point.body == "raad" for point in document.points))


def _has_decision(paper: Paper) -> bool:
    document = paper.report.document if paper.report else None
    return bool(document and (document.besluit or any(part.role == "ontwerpbesluit" for part in document.parts)))


def _points(paper: Paper) -> tuple[DecisionPoint, ...]:
    document = paper.report.document if paper.report else None
    if document is None:
        return ()
    return document.points if paper.role is Role.PROPOSAL else document.besluit


def _compared(lead: int, other: int, papers: Sequence[Paper], item: int) -> Iterator[Check]:
    ours, theirs = _points(papers[lead]), _points(papers[other])
    if not ours or not theirs:
        return
    if len(ours) != len(theirs):
        says = f"Het voorstel heeft {len(ours)} beslispunten, het besluit {len(theirs)}."
        yield Check("besluit-aantal", Severity.BLOCKING, says, (Spot(lead), Spot(other)), item)
    for point in ours:
        best = max(theirs, key=lambda one: (alike(point.text, one.text), -one.index))
        spots = (Spot(lead, point.text, _where(point)), Spot(other, best.text, _where(best)))
        if alike(point.text, best.text) < ALIKE:
            says = f"Beslispunt {_number(point)} is niet zo in het besluit aangetroffen."
            yield Check("besluit-tekst", Severity.ATTENTION, says, spots, item)
        elif differs := _differs(point.text, best.text):
            says = f"Beslispunt {_number(point)} noemt een {differs} dan het besluit."
            yield Check("besluit-getal", Severity.BLOCKING, says, spots, item)


def _differs(ours: str, theirs: str) -> str:
    """What of the figures and days in two points is not the same, "" if all is."""
    if sorted(_FIGURE.findall(ours)) != sorted(_FIGURE.findall(theirs)):
        return "ander getal"
    months = (sorted(_MONTH.findall(text.casefold())) for text in (ours, theirs))
    return "andere datum" if next(months) != next(months) else ""


def _number(point: DecisionPoint) -> str:
    return point.number.rstrip(".)") or str(point.index + 1)


def _where(point: DecisionPoint) -> str:
    return f"punt {_number(point)}"

"""What a page shows of a document: everything in words and in order, so that a template only has to place it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toets.model.document import DecisionPoint, Document, Location
from toets.model.fact import Fact
from toets.model.outcome import Evidence, Outcome, Status
from toets.model.report import DocumentReport, DocumentStatus
from toets.model.rule import Severity
from toets.reports.digest import Digest, Reason, digest
from toets.reports.places import place
from toets.reports.words import (
    SEVERITY_COUNTED,
    SEVERITY_WORDS,
    STATUS_WORDS,
    SURE_ENOUGH,
    VERDICT_WORDS,
    counted,
    kind_words,
    norms,
    one_line,
    waiver_terms,
)

NOWHERE = "Niet aangetroffen in het document"
QUOTE_LENGTH = 300

_FACT_WORDS: Mapping[str, str] = {
    "amount": "Bedragen",
    "milestone": "Data en momenten",
    "role_holder": "Rollen",
    "action": "Acties",
    "partner": "Partners",
    "law_reference": "Wetten en artikelen",
}
"""The kinds of facts that a reader wants to check, in this order."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words from the document with their place in words, and what is said about them."""

    words: str
    where: str
    says: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One finding, in words; `anchor` is unique on the page."""

    anchor: str
    code: str
    title: str
    severity: str
    severity_words: str
    status: str
    message: str
    missing: tuple[str, ...]
    items: tuple[Quote, ...]
    quotes: tuple[Quote, ...]
    why: str
    norm: str
    repair: str
    repairable: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """The findings that belong to one section of the document."""

    heading: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class PointRow:
    """A decision point with the findings about it; no findings is an empty text."""

    number: str
    text: str
    findings: str


@dataclass(frozen=True, slots=True)
class Page:
    """A judged document."""

    anchor: str
    path: str
    title: str
    kinds: tuple[str, ...]
    verdict: str
    verdict_words: str
    counts: str
    first: tuple[Card, ...]
    chapters: tuple[Chapter, ...]
    in_order: tuple[str, ...]
    justified: tuple[Quote, ...]
    waived: tuple[Quote, ...]
    undecidable: tuple[Quote, ...]
    unread: tuple[Quote, ...]
    not_tested: tuple[Reason, ...]
    points: tuple[PointRow, ...]
    facts: tuple[tuple[str, tuple[Quote, ...]], ...]
    sha256: str
    engine: str


def page(report: DocumentReport, anchor: str) -> Page | None:
    """What the page of a document shows; None when the document was not judged. `anchor` starts every anchor in it."""
    if report.status is not DocumentStatus.JUDGED:
        return None
    arranged = digest(report)
    document = report.document
    cards = tuple(
        (outcome, _card(outcome, report, anchor)) for found in arranged.findings.values() for outcome in found
    )  # in order of severity
    return Page(
        anchor=anchor,
        path=one_line(report.path),
        title=one_line(": ".join(part for part in (document.title, document.subject) if part)) if document else "",
        kinds=_kinds(report),
        verdict=report.advice.verdict.value if report.advice else "",
        verdict_words=VERDICT_WORDS[report.advice.verdict] if report.advice else "",
        counts=_counts(arranged),
        first=tuple(card for outcome, card in cards if outcome.severity is not Severity.ADVICE),
        chapters=_chapters(cards, document),
        in_order=tuple(f"{one.rule} {one_line(one.title)}" for one in arranged.in_order),
        justified=tuple(_about(one) for one in arranged.justified),
        waived=tuple(
            Quote(one.rule, waiver_terms(one.waiver), one_line(one.waiver.reason)) for one in arranged.waived if one.waiver
        ),
        undecidable=tuple(_about(one) for one in arranged.undecidable),
        unread=tuple(Quote(one_line(one.what), place(one.location, document)) for one in (document.unread if document else ())),
        not_tested=_not_tested(report, arranged),
        points=tuple(_point(point, report) for point in (document.points if document else ())),
        facts=_facts(report.facts, document),
        sha256=report.sha256,
        engine=report.engine,
    )


def _kinds(report: DocumentReport) -> tuple[str, ...]:
    if report.lookalike:
        return (f"{report.lookalike}, geen voorstel; er is niets getoetst",)
    if not report.kinds:
        return ("niet herkend; alleen de regels voor alle soorten zijn getoetst",)
    unsure = {True: "", False: " (onzeker)"}
    return tuple(
        kind_words(kind.code) + unsure[kind.sure >= SURE_ENOUGH] + (f": {one_line(kind.because)}" if kind.because else "")
        for kind in report.kinds
    )


def _counts(arranged: Digest) -> str:
    counts = [counted(len(found), *SEVERITY_COUNTED[severity]) for severity, found in arranged.findings.items() if found]
    return ", ".join(counts) or "geen bevindingen"


def _card(outcome: Outcome, report: DocumentReport, anchor: str) -> Card:
    open_items = tuple(item for item in outcome.items if item.status not in (Status.SATISFIED, Status.JUSTIFIED))
    several = open_items if len(open_items) > 1 else ()
    return Card(
        anchor=f"{anchor}-{outcome.rule}",
        code=outcome.rule,
        title=one_line(outcome.title),
        severity=outcome.severity.value,
        severity_words=SEVERITY_WORDS[outcome.severity],
        status=STATUS_WORDS[outcome.status],
        message=one_line(outcome.message),
        missing=tuple(one_line(name) for name in outcome.missing),
        items=tuple(Quote(*_quoted(item.about, report), one_line(item.message), STATUS_WORDS[item.status]) for item in several),
        quotes=() if several else tuple(Quote(*_quoted(one, report)) for one in outcome.evidence),
        why=one_line(outcome.why),
        norm=norms(outcome.norm),
        repair=one_line(outcome.repair),
        repairable=outcome.repairable,
    )


def _quoted(evidence: Evidence, report: DocumentReport) -> tuple[str, str]:
    return one_line(evidence.quote, length=QUOTE_LENGTH), place(evidence.location, report.document)


def _about(outcome: Outcome) -> Quote:
    return Quote(outcome.rule, "", one_line(outcome.message))


def _chapters(cards: Iterable[tuple[Outcome, Card]], document: Document | None) -> tuple[Chapter, ...]:
    """Findings by the section their first words stand in, in document order; those without words come first."""
    grouped: dict[int, list[Card]] = {}
    for outcome, card in cards:
        section = outcome.evidence[0].location.section if outcome.evidence else None
        grouped.setdefault(-1 if section is None else section, []).append(card)
    return tuple(Chapter(_heading(section, document), tuple(found)) for section, found in sorted(grouped.items()))


def _heading(section: int, document: Document | None) -> str:
    if section < 0 or document is None or section >= len(document.sections):
        return NOWHERE
    return one_line(document.sections[section].heading) or "Kop van het document"


def _not_tested(report: DocumentReport, arranged: Digest) -> tuple[Reason, ...]:
    why = "Dit document is geen voorstel" if report.lookalike else "Niet bedoeld voor deze soort document"
    meant = (Reason(why, arranged.not_meant),) if arranged.not_meant else ()
    others = (*arranged.not_occurring, *arranged.left_out)
    return (*meant, *(Reason(one_line(reason.why[:1].upper() + reason.why[1:]).rstrip("."), reason.codes) for reason in others))


def _point(point: DecisionPoint, report: DocumentReport) -> PointRow:
    """The findings that quote the paragraph of the decision point, or speak of it as an item."""
    found = [
        f"{outcome.rule} ({SEVERITY_WORDS[outcome.severity]})"
        for outcome in report.outcomes
        if outcome.is_finding and any(_same(one, point.location) for one in _open_places(outcome))
    ]
    return PointRow(point.number.rstrip(".)"), one_line(point.text), ", ".join(found))


def _open_places(outcome: Outcome) -> Iterable[Location]:
    """Where a finding points to; an item that is in order is no such place."""
    if outcome.items:
        return [item.about.location for item in outcome.items if item.status not in (Status.SATISFIED, Status.JUSTIFIED)]
    return [one.location for one in outcome.evidence]


def _same(one: Location, other: Location) -> bool:
    return one.paragraph is not None and (one.part, one.paragraph) == (other.part, other.paragraph)


def _facts(facts: Iterable[Fact], document: Document | None) -> tuple[tuple[str, tuple[Quote, ...]], ...]:
    """The facts a reader wants to check, by kind, each quote and place once."""
    grouped: dict[str, dict[Quote, None]] = {}
    for fact in facts:
        if fact.kind in _FACT_WORDS and fact.quote:
            quote = Quote(one_line(fact.quote, length=QUOTE_LENGTH), place(fact.location, document))
            grouped.setdefault(fact.kind, {})[quote] = None
    return tuple((words, tuple(grouped[kind])) for kind, words in _FACT_WORDS.items() if kind in grouped)

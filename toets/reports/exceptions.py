"""What doesn't count with its reason: exceptions, those that do nothing, and findings that a baseline held."""

from __future__ import annotations

from collections.abc import Iterable

from toets.model.outcome import IdleWaiver, Outcome, Waiver
from toets.model.report import Report
from toets.reports.sheet import Block, Chapter, Grid, Line, Listing, Paragraph, Words, text
from toets.reports.words import SEVERITY_WORDS, STATUS_WORDS, counted, dutch, one_line, waiver_terms

IDLE_TITLE = "Uitzonderingen zonder werking"


def exception_chapters(waived: Iterable[Outcome], idle: Iterable[IdleWaiver]) -> tuple[Chapter, ...]:
    """The exceptions that hold, and those meant for this document that do nothing."""
    rows = tuple(_row(outcome, outcome.waiver) for outcome in waived if outcome.waiver)
    blocks: list[Block] = []
    if rows:
        blocks.append(Grid("Uitzonderingen", ("Regel", "Reden", "Akkoord en einddatum"), (30, 42, 28), rows))
    idle_items = tuple(_idle(one) for one in idle)
    if idle_items:
        blocks += [Paragraph(text("Deze uitzonderingen doen niets:")), Listing(idle_items)]
    return (Chapter("Uitzonderingen", tuple(blocks)),) if blocks else ()


def run_chapter(report: Report) -> tuple[Chapter, ...]:
    """The exceptions in the settings that did nothing for any document of the run."""
    items = tuple(_idle(one) for one in report.idle)
    return (Chapter(IDLE_TITLE, (Listing(items),)),) if items else ()


def known_chapters(known: Iterable[Outcome]) -> tuple[Chapter, ...]:
    """The findings that a baseline held: still there, not counted."""
    rows = tuple(
        (
            (Words(outcome.rule, soft=True), Words(f" {one_line(outcome.title)}")),
            text(f"{SEVERITY_WORDS[outcome.severity]}, {STATUS_WORDS[outcome.status]}"),
            text(dutch(one_line(outcome.message))),
        )
        for outcome in known
    )
    grid = Grid("Bekende bevindingen", ("Regel", "Ernst", "Bevinding"), (30, 20, 50), rows)
    return (Chapter("Al bekend", (Paragraph(text(KNOWN_WORDS)), grid)),) if rows else ()


KNOWN_WORDS = "Deze bevindingen stonden al in de baseline; ze tellen niet mee in het advies."


def apart(waived: int, known: int) -> tuple[str, ...]:
    """A line about what the advice leaves out; none when there is nothing of the kind."""
    parts = (
        counted(waived, "uitzondering", "uitzonderingen") if waived else "",
        counted(known, "bekende bevinding uit de baseline", "bekende bevindingen uit de baseline") if known else "",
    )
    told = " en ".join(part for part in parts if part)
    return (f"Niet meegeteld: {told}.",) if told else ()


def idle_words(one: IdleWaiver) -> str:
    """An exception that does nothing in one line: which, where it stands, and why it does nothing."""
    rule = one.waiver.rule or "zonder code"
    reason = f" Opgegeven reden: {one.waiver.reason.rstrip('. ')}." if one.waiver.reason else ""
    return one_line(f"{rule} ({_where(one.waiver)}): {one.because}.{reason}")


def every_idle(report: Report) -> tuple[tuple[str, IdleWaiver], ...]:
    """All exceptions of a run that do nothing, each with the document it stands in ("" for those in the settings)."""
    own = ((document.path, one) for document in report.documents for one in document.idle)
    return (*own, *(("", one) for one in report.idle))


def _row(outcome: Outcome, waiver: Waiver) -> tuple[Line, ...]:
    return (
        (Words(outcome.rule, soft=True), Words(f" {one_line(outcome.title)}")),
        text(one_line(waiver.reason)),
        text(waiver_terms(waiver) or "niet genoemd"),
    )


def _idle(one: IdleWaiver) -> Line:
    return text(idle_words(one))


def _where(waiver: Waiver) -> str:
    by = f", {waiver.by}" if waiver.by else ""
    return (waiver.origin or "opmerking in het document") + by

"""A report as Markdown, for an issue, a wiki or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from toets.model.outcome import Evidence, Outcome, Status
from toets.model.report import DocumentReport, DocumentStatus, Report
from toets.reports.digest import Digest, digest
from toets.reports.places import place
from toets.reports.words import (
    SEVERITY_COUNTED,
    SEVERITY_MEANINGS,
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

QUOTE_LENGTH = 200

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&]|^[-+](?=\s)|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s))")
_NOTHING_TO_DO = frozenset({Status.SATISFIED, Status.JUSTIFIED})


def to_markdown(report: Report) -> str:
    """The report as Markdown (CommonMark), a heading a document; text of documents is escaped."""
    lines = [line for document in report.documents for line in (*_document(document), "")]
    parts = (f"toets {report.version}", report.engine, f"profiel {report.profile}" if report.profile else "")
    return "\n".join([*lines, "---", "", plain(", ".join(part for part in parts if part))]) + "\n"


def plain(text: str, *, length: int | None = None) -> str:
    """Text on one line, with every character that means something in Markdown escaped."""
    return _MARKS.sub(r"\\\1", one_line(text, length=length))


def _document(report: DocumentReport) -> Iterator[str]:
    yield f"# {plain(report.path)}"
    yield ""
    if report.status is not DocumentStatus.JUDGED:
        unjudged = "Niet gelezen" if report.status is DocumentStatus.UNREADABLE else "Niet beoordeeld"
        yield f"**{unjudged}:** {plain(report.message)}"
        return
    arranged = digest(report)
    yield from _head(report, arranged)
    for severity, found in arranged.findings.items():
        if found:
            yield f"## {SEVERITY_WORDS[severity].capitalize()}: {SEVERITY_MEANINGS[severity]}"
            yield ""
            for outcome in found:
                yield from _finding(outcome, report)
    yield "## Overzicht"
    yield ""
    yield from _rest(report, arranged)


def _head(report: DocumentReport, arranged: Digest) -> Iterator[str]:
    if report.document and (report.document.title or report.document.subject):
        yield f"{plain(': '.join(part for part in (report.document.title, report.document.subject) if part))}  "
    for kind in report.kinds:
        unsure = ", onzeker" if kind.sure < SURE_ENOUGH else ""
        yield f"Soort: {plain(kind_words(kind.code))}{unsure}{f': {plain(kind.because)}' if kind.because else ''}  "
    if report.lookalike:
        yield f"Soort: {plain(report.lookalike)}, geen voorstel; er is niets getoetst  "
    elif not report.kinds:
        yield "Soort: niet herkend  "
    if report.advice:
        counts = [counted(len(found), *SEVERITY_COUNTED[severity]) for severity, found in arranged.findings.items() if found]
        words = "" if report.lookalike else f" ({', '.join(counts) or 'geen bevindingen'})"
        yield f"**Advies: {VERDICT_WORDS[report.advice.verdict]}**{words}"
    yield ""


def _finding(outcome: Outcome, report: DocumentReport) -> Iterator[str]:
    yield f"### {outcome.rule} {plain(outcome.title)}"
    yield ""
    yield f"{STATUS_WORDS[outcome.status].capitalize()}. {plain(outcome.message)}"
    yield ""
    if outcome.missing:
        yield f"- **Ontbreekt:** {plain(', '.join(outcome.missing))}"
    open_items = [item for item in outcome.items if item.status not in _NOTHING_TO_DO]
    if len(open_items) > 1:
        yield "- **Het gaat om:**"
        yield from (f"  - {_quote(item.about, report)}: {plain(item.message)}" for item in open_items)
    elif outcome.evidence:
        yield "- **Er staat:**"
        yield from (f"  - {_quote(one, report)}" for one in outcome.evidence)
    if outcome.why:
        yield f"- **Waarom:** {plain(outcome.why)}"
    if outcome.norm:
        yield f"- **Norm:** {plain(norms(outcome.norm))}"
    if outcome.repair:
        late = "" if outcome.repairable else " (niet meer te herstellen vóór de behandeling)"
        yield f"- **Herstel:** {plain(outcome.repair)}{late}"
    yield ""


def _quote(evidence: Evidence, report: DocumentReport) -> str:
    where = place(evidence.location, report.document)
    return f"“{plain(evidence.quote, length=QUOTE_LENGTH)}”" + (f" ({plain(where)})" if where else "")


def _rest(report: DocumentReport, arranged: Digest) -> Iterator[str]:
    if arranged.in_order:
        yield f"- **In orde:** {_codes(arranged.in_order)}"
    if arranged.justified:
        yield f"- **Gemotiveerd niet van toepassing:** {_codes(arranged.justified)}"
    for outcome in arranged.waived:
        if outcome.waiver:
            terms = waiver_terms(outcome.waiver)
            yield f"- **Uitzondering:** {outcome.rule}: {plain(outcome.waiver.reason)}{f' ({plain(terms)})' if terms else ''}"
    for outcome in arranged.undecidable:
        yield f"- **Niet te beoordelen:** {outcome.rule}: {plain(outcome.message)}"
    for unread in report.document.unread if report.document else ():
        yield f"- **Niet gelezen:** {plain(unread.what)} ({plain(place(unread.location, report.document))})".replace(" ()", "")
    if arranged.not_meant:
        yield f"- **Niet getoetst**, niet bedoeld voor deze soort document: {', '.join(arranged.not_meant)}"
    for reason in (*arranged.not_occurring, *arranged.left_out):
        yield f"- **Niet getoetst**, {plain(reason.why).rstrip('.')}: {', '.join(reason.codes)}"


def _codes(outcomes: Iterable[Outcome]) -> str:
    return ", ".join(outcome.rule for outcome in outcomes)

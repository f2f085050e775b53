"""The outcomes of one document in the order in which a person reads them; every form of report shares it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toets.model.outcome import FINDINGS, Outcome, Status, Verdict
from toets.model.report import DocumentReport, DocumentStatus, Report
from toets.model.rule import Severity

_WEIGHT = (Status.VIOLATED, Status.UNJUSTIFIED, Status.PARTIAL)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why several rules were not tested, with their codes."""

    why: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """Outcomes by what a reader does with them.

    `findings` per severity, blocking first, and in each not met before partly met; `known` are those that a baseline held,
    which are in `findings` no more; `not_meant` are the codes of rules for other
    kinds of documents, `not_occurring` those whose condition does not occur, `left_out` those that this run left out;
    `hidden` those of findings
    that were judged, of a severity that the profile does not show.
    """

    findings: Mapping[Severity, tuple[Outcome, ...]]
    in_order: tuple[Outcome, ...]
    justified: tuple[Outcome, ...]
    waived: tuple[Outcome, ...]
    known: tuple[Outcome, ...]
    undecidable: tuple[Outcome, ...]
    not_meant: tuple[str, ...]
    not_occurring: tuple[Reason, ...]
    left_out: tuple[Reason, ...]
    hidden: tuple[str, ...]
    counts: Mapping[Status, int]

    @property
    def stronger(self) -> tuple[Outcome, ...]:
        """What is in order as a matter of degree: something is still missing that would make it stronger."""
        return tuple(outcome for outcome in self.in_order if outcome.missing)


def digest(document: DocumentReport) -> Digest:
    """Arrange the outcomes of a document."""
    outcomes = document.outcomes

    def having(status: Status) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in outcomes if outcome.status is status)

    not_applicable = having(Status.NOT_APPLICABLE)
    return Digest(
        findings={severity: _findings(outcomes, severity) if severity in document.shown else () for severity in Severity},
        in_order=having(Status.SATISFIED),
        justified=having(Status.JUSTIFIED),
        waived=having(Status.WAIVED),
        known=tuple(outcome for severity in Severity for outcome in _findings(outcomes, severity, known=True)),
        undecidable=having(Status.UNDECIDABLE),
        not_meant=tuple(one.rule for one in not_applicable if not _is_meant(one)),
        not_occurring=_reasons((one.message, one.rule) for one in not_applicable if _is_meant(one)),
        left_out=_reasons((one.because, one.rule) for one in document.not_run),
        hidden=_hidden(document),
        counts={status: len(having(status)) for status in Status},
    )


def _hidden(document: DocumentReport) -> tuple[str, ...]:
    left = [severity for severity in Severity if severity not in document.shown]
    return tuple(sorted(outcome.rule for severity in left for outcome in _findings(document.outcomes, severity)))


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each value occurs in a run, every possible value included."""

    documents: Mapping[DocumentStatus, int]
    verdicts: Mapping[Verdict, int]
    outcomes: Mapping[Status, int]
    findings: Mapping[Severity, int]
    known: int


def tally(report: Report) -> Tally:
    """Count documents by status, advice by verdict, outcomes by status and findings by severity, known ones apart."""
    documents = report.documents
    verdicts = [document.advice.verdict for document in documents if document.advice]
    outcomes = [outcome for document in documents for outcome in document.outcomes]
    return Tally(
        documents={status: sum(document.status is status for document in documents) for status in DocumentStatus},
        verdicts={verdict: verdicts.count(verdict) for verdict in Verdict},
        outcomes={status: sum(outcome.status is status for outcome in outcomes) for status in Status},
        findings={
            severity: sum(outcome.severity is severity and outcome.counts for outcome in outcomes) for severity in Severity
        },
        known=sum(outcome.is_finding and outcome.known for outcome in outcomes),
    )


def _findings(outcomes: Iterable[Outcome], severity: Severity, *, known: bool = False) -> tuple[Outcome, ...]:
    found = [one for one in outcomes if one.status in FINDINGS and one.severity is severity and one.known is known]
    return tuple(sorted(found, key=lambda outcome: (_WEIGHT.index(outcome.status), outcome.rule)))


def _is_meant(outcome: Outcome) -> bool:
    """Whether the rule is meant for this kind of document: its first step says so."""
    return bool(outcome.trace) and (outcome.trace[0].arm != "kinds" or outcome.trace[0].held)


def _reasons(pairs: Iterable[tuple[str, str]]) -> tuple[Reason, ...]:
    """The codes that share a reason, most codes first."""
    grouped: dict[str, list[str]] = {}
    for why, code in pairs:
        grouped.setdefault(why, []).append(code)
    reasons = (Reason(why, tuple(codes)) for why, codes in grouped.items())
    return tuple(sorted(reasons, key=lambda reason: (-len(reason.codes), reason.codes)))

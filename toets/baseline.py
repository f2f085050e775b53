"""A baseline: findings that an earlier run already gave are marked, so that they close no gate; none is taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from toets.compare import is_worse, of_rule
from toets.judge import advise
from toets.matching import ALIKE, partners
from toets.model.outcome import Only, Outcome
from toets.model.report import DocumentReport, Report


def mark_known(report: Report, baseline: Sequence[DocumentReport], name: str) -> tuple[Report, int]:
    """The report with the findings that a baseline holds marked, and how many of its documents the baseline has.

    A finding is known when the same document had it, on the same words (by fingerprint) or on words that are much alike, and it
    is no worse. `name` is what the baseline is called. The advice no longer weighs what is known.
    """
    single = len(baseline) == len(report.documents) == 1
    known = {0: 0} if single else partners(baseline, report.documents)
    documents = tuple(
        _marked(one, baseline[known[number]]) if number in known else one for number, one in enumerate(report.documents)
    )
    return replace(report, documents=documents, baseline=name), len(known)


def _marked(report: DocumentReport, baseline: DocumentReport) -> DocumentReport:
    held = {outcome.rule: outcome for outcome in baseline.outcomes}
    outcomes = tuple(
        replace(one, known=one.rule in held and _is_known(one, held[one.rule], report, baseline)) for one in report.outcomes
    )
    if report.advice is None:
        return replace(report, outcomes=outcomes)
    chosen = Only.CHOSEN in report.advice.only
    return replace(report, outcomes=outcomes, advice=advise(outcomes, report.lookalike, chosen=chosen))


def _is_known(new: Outcome, old: Outcome, report: DocumentReport, baseline: DocumentReport) -> bool:
    if not (new.is_finding and old.is_finding):
        return False
    now = [change for change in of_rule(old, new, baseline, report) if change.after]
    same_words = new.fingerprint == old.fingerprint or all(change.before and change.similar >= ALIKE for change in now)
    return same_words and not any(is_worse(change) for change in now)

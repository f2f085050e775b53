"""How far the outcomes agree with documents that people labelled: agreement, precision and recall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from toets.labels import Labels, labelled
from toets.model.outcome import FINDINGS, Outcome, Status
from toets.model.report import DocumentReport, DocumentStatus
from toets.model.rule import Severity
from toets.text import normal

__all__ = ["Labels", "Score", "Tally", "class_of", "labelled", "score"]

FINE = frozenset({Status.SATISFIED, Status.JUSTIFIED})


@dataclass(slots=True)
class Tally:
    """Counts of right and wrong answers, of one rule or of all."""

    counts: Counter[str] = field(default_factory=Counter)

    def ratio(self, part: str, *whole: str) -> float | None:
        """`part` as a share of the sum of `whole`, or None when there is nothing to divide by."""
        total = sum(self.counts[name] for name in whole)
        return self.counts[part] / total if total else None

    @property
    def agreement(self) -> float | None:
        """Share of answers equal to the readers'."""
        return self.ratio("agree", "n")

    @property
    def precision(self) -> float | None:
        """Share of the findings that the readers have too."""
        return self.ratio("tp", "tp", "fp")

    @property
    def recall(self) -> float | None:
        """Share of the readers' findings that were found."""
        return self.ratio("tp", "tp", "fn")


@dataclass(frozen=True, slots=True)
class Score:
    """The tally of everything, per rule, and of the reading (kinds, decision points, headings)."""

    total: Tally
    rules: Mapping[str, Tally]
    reading: Tally
    disagreements: Sequence[tuple[str, str, str, str]]


def score(reports: Iterable[DocumentReport], labels: Iterable[Labels]) -> Score:
    """Compare reports with labels, matched on the stem of the file name."""
    by_name = {Path(report.path).stem: report for report in reports}
    rules: dict[str, Tally] = {}
    reading, wrong = Tally(), list[tuple[str, str, str, str]]()
    for label in labels:
        report = by_name[label.name]
        if report.status is not DocumentStatus.JUDGED:
            reading.counts["unjudged"] += 1
            continue
        _count_reading(report, label, reading.counts)
        outcomes = {outcome.rule: outcome for outcome in report.outcomes}
        for code, accepted in sorted(label.classes.items()):
            if len(accepted) == 1:
                got = class_of(outcomes.get(code))
                _count(rules.setdefault(code, Tally()).counts, got, accepted[0], outcomes.get(code))
                if got != accepted[0]:
                    wrong.append((label.name, code, accepted[0], got))
    total = Tally(sum((tally.counts for tally in rules.values()), Counter()))
    return Score(total, dict(sorted(rules.items())), reading, wrong)


def class_of(outcome: Outcome | None) -> str:
    """The class of an outcome: finding, fine, n/a or undecidable; a rule without an outcome is n/a."""
    if outcome is None or outcome.status in (Status.NOT_APPLICABLE, Status.WAIVED):
        return "n/a"
    if outcome.status in FINDINGS:
        return "finding"
    return "fine" if outcome.status in FINE else "undecidable"


def _count(counts: Counter[str], got: str, want: str, outcome: Outcome | None) -> None:
    counts["n"] += 1
    counts["agree"] += got == want
    counts["tp"] += got == want == "finding"
    counts["fp"] += got == "finding" != want
    counts["fn"] += want == "finding" != got
    if got == "finding" and outcome is not None and outcome.severity is Severity.BLOCKING:
        counts["blocking"] += 1
        counts["blocking right"] += want == "finding"


def _count_reading(report: DocumentReport, label: Labels, counts: Counter[str]) -> None:
    said = {kind.code for kind in report.kinds}
    counts["documents"] += 1
    if label.kinds:
        counts["kinds said"] += len(said)
        counts["kinds said right"] += len(said & set(label.kinds))
        counts["kinds sure"] += len(label.kinds_sure)
        counts["kinds sure found"] += len(said & set(label.kinds_sure))
        counts["points"] += 1
        counts["points right"] += bool(report.document) and len(report.document.points if report.document else ()) in label.points
    elif label.lookalike:
        counts["lookalikes"] += 1
        counts["lookalikes right"] += bool(report.lookalike)
    roles: dict[str, str] = {}
    for section in report.document.sections if report.document else ():
        roles.setdefault(normal(section.heading), section.role)
    for heading, accepted in label.sections:
        role = roles.get(normal(heading))
        counts["headings"] += 1
        counts["headings found"] += role is not None
        counts["roles right"] += role in accepted

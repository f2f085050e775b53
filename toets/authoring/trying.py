"""One rule over a folder of old documents: how often it would have asked something, before it is made blocking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from toets.batch import check_all
from toets.model.outcome import FINDINGS, Outcome, Status
from toets.model.report import DocumentReport, DocumentStatus
from toets.rulebook import Request


@dataclass(frozen=True, slots=True)
class Hit:
    """A document in which the rule asks something, or could not be judged."""

    path: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Tried:
    """How a rule came out over a folder: how many documents per status, the findings, and the files without an answer."""

    code: str
    counts: Mapping[Status, int]
    hits: tuple[Hit, ...]
    unjudged: tuple[DocumentReport, ...]

    @property
    def applied(self) -> int:
        """The documents to which the rule applies."""
        return sum(number for status, number in self.counts.items() if status is not Status.NOT_APPLICABLE)

    @property
    def findings(self) -> int:
        """The documents in which it asks something."""
        return sum(number for status, number in self.counts.items() if status in FINDINGS)


def try_rule(
    code: str, paths: Sequence[Path], *, rules: Sequence[Path] = (), jobs: int = 1, done: Callable[[], None] = lambda: None
) -> Tried:
    """Judge documents by one rule; `rules` are extra folders. Raises UsageError when there is no such rule."""
    request = Request(rules=tuple(rules), select=(code,), cache=True)
    reports = check_all(paths, request, jobs=jobs, done=done).report.documents
    unjudged = tuple(report for report in reports if report.status is not DocumentStatus.JUDGED)
    pairs = [(report.path, outcome) for report in reports for outcome in report.outcomes if outcome.rule == code]
    counts = Counter(outcome.status for _, outcome in pairs)
    shown = FINDINGS | {Status.UNDECIDABLE}
    return Tried(code, counts, tuple(Hit(path, outcome) for path, outcome in pairs if outcome.status in shown), unjudged)

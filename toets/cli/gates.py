"""When findings close a gate: the exit code of a run."""

from __future__ import annotations

from collections.abc import Mapping

from toets.cli.codes import ExitCode
from toets.model.report import Report

GATES: Mapping[str, int] = {"blocking": 3, "attention": 2, "advice": 1, "never": 4}
"""The severities that --fail-on takes, the heaviest highest; "never" is above them all."""


def exit_code(report: Report, fail_on: str) -> ExitCode:
    """The exit code of a run: a document that was not judged goes first, then findings that weigh enough and count."""
    if any(document.status != "judged" for document in report.documents):
        return ExitCode.UNREADABLE
    worst = max(
        (GATES[item.severity.value] for document in report.documents for item in document.outcomes if item.counts), default=0
    )
    return ExitCode.FINDINGS if worst >= GATES[fail_on] else ExitCode.OK

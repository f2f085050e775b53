"""A report as workflow commands of GitHub Actions, which shows them beside the file.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from toets.model.report import DocumentReport, DocumentStatus, Report
from toets.model.rule import Severity
from toets.reports.exceptions import IDLE_TITLE, every_idle, idle_words
from toets.reports.words import dutch, one_line

_COMMANDS = {Severity.BLOCKING: "error", Severity.ATTENTION: "warning", Severity.ADVICE: "notice"}


def to_github(report: Report) -> str:
    """A line a finding, and one for each document that could not be judged; no findings give no text."""
    lines = [line for document in report.documents for line in _lines(document)]
    lines += [_command("notice", path or one.waiver.origin, IDLE_TITLE, idle_words(one)) for path, one in every_idle(report)]
    return "".join(f"{line}\n" for line in lines)


def _lines(document: DocumentReport) -> Iterator[str]:
    if document.status is not DocumentStatus.JUDGED:
        yield _command("error", document.path, "Niet beoordeeld", document.message)
    for outcome in document.outcomes:
        if outcome.is_finding:
            words = " ".join(part for part in (outcome.message, outcome.repair and f"Herstel: {outcome.repair}") if part)
            title = f"{outcome.rule} {outcome.title}" + (" (al bekend)" if outcome.known else "")
            yield _command("notice" if outcome.known else _COMMANDS[outcome.severity], document.path, title, words)


def _command(name: str, path: str, title: str, words: str) -> str:
    title, words = dutch(one_line(title)), dutch(one_line(words))
    return f"::{name} file={_property(PurePath(path).as_posix())},title={_property(title)}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

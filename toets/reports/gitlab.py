"""A report as a Code Quality report of GitLab, which shows it in a merge request.

https://docs.gitlab.com/ci/testing/code_quality/
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from toets.model.report import DocumentReport, DocumentStatus, Report
from toets.model.rule import Severity
from toets.reports.exceptions import IDLE_TITLE, every_idle, idle_words
from toets.reports.words import dutch, one_line

_SEVERITIES = {Severity.BLOCKING: "blocker", Severity.ATTENTION: "major", Severity.ADVICE: "minor"}

_Json = dict[str, Any]


def to_gitlab(report: Report) -> str:
    """The findings as JSON text, ending in a newline; a document that could not be judged is one of them."""
    found = [entry for document in report.documents for entry in _entries(document)]
    for path, one in every_idle(report):
        words = f"{IDLE_TITLE}: {idle_words(one)}"
        found.append(_entry(_path(path or one.waiver.origin), one.waiver.rule or "toets", "info", words, words))
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _entries(document: DocumentReport) -> Iterator[_Json]:
    path = _path(document.path)
    if document.status is not DocumentStatus.JUDGED:
        yield _entry(path, "toets", "blocker", document.message, "niet beoordeeld")
    for outcome in document.outcomes:
        if outcome.is_finding:
            words = f"{outcome.rule} {outcome.title}: {outcome.message}" + (" (al bekend)" if outcome.known else "")
            severity = "info" if outcome.known else _SEVERITIES[outcome.severity]
            yield _entry(path, outcome.rule, severity, words, outcome.fingerprint)


def _path(path: str) -> str:
    """A path with forward slashes; what of it isn't valid UTF-8 can't be written."""
    return PurePath(path).as_posix().encode("utf-8", "replace").decode()


def _entry(path: str, rule: str, severity: str, words: str, key: str) -> _Json:
    """A finding; a Word document has no lines, so it points to the first. The fingerprint is unique over files."""
    return {
        "description": dutch(one_line(words)),
        "check_name": rule,
        "fingerprint": sha256(f"{path}\n{rule}\n{key}".encode()).hexdigest(),
        "severity": severity,
        "location": {"path": path, "lines": {"begin": 1}},
    }

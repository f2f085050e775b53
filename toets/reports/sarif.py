"""A report as SARIF 2.1.0, the form in which code platforms take findings.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from toets.model.outcome import Evidence, Outcome, Status
from toets.model.report import DocumentReport, DocumentStatus, Report
from toets.model.rule import Severity
from toets.reports.exceptions import IDLE_TITLE, every_idle, idle_words
from toets.reports.places import place
from toets.reports.words import dutch, norms, one_line, waiver_terms

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "toets/v1"

_LEVELS = {Severity.BLOCKING: "error", Severity.ATTENTION: "warning", Severity.ADVICE: "note"}

_Json = dict[str, Any]


def to_sarif(report: Report) -> str:
    """The findings as SARIF text, ending in a newline; a waived finding is a suppressed result.

    Places are logical (a heading, a decision point), because a page of Word or PDF has no lines.
    """
    rules = _rules(report)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    run: _Json = {
        "tool": {"driver": {"name": "toets", "version": report.version, "language": "nl-NL", "rules": rules}},
        "language": "nl-NL",
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(document) for document in report.documents],
        "invocations": [_invocation(report)],
        "results": [
            _result(outcome, numbers[outcome.rule], number, document) | _compared(outcome, report)
            for number, document in enumerate(report.documents)
            for outcome in document.outcomes
            if _told(outcome)
        ],
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _told(outcome: Outcome) -> bool:
    return outcome.is_finding or outcome.status is Status.WAIVED


def _rules(report: Report) -> list[_Json]:
    """The rules that gave a finding, by code."""
    found = {one.rule: one for document in report.documents for one in document.outcomes if _told(one)}
    return [_rule(outcome) for _, outcome in sorted(found.items())]


def _rule(outcome: Outcome) -> _Json:
    norm = f" Norm: {norms(outcome.norm)}." if outcome.norm else ""
    return {
        "id": outcome.rule,
        "shortDescription": {"text": dutch(one_line(outcome.title))},
        "fullDescription": {"text": dutch(one_line(outcome.why) or one_line(outcome.title))},
        "help": {"text": dutch(one_line(outcome.repair + norm) or one_line(outcome.title))},
        "properties": {"tags": [outcome.set]},
    }


def _result(outcome: Outcome, rule: int, artifact: int, document: DocumentReport) -> _Json:
    result: _Json = {
        "ruleId": outcome.rule,
        "ruleIndex": rule,
        "level": _LEVELS[outcome.severity],
        "message": {"text": dutch(one_line(outcome.message))},
        "locations": [_location(outcome.evidence[:1], artifact, document)],
        "partialFingerprints": {FINGERPRINT: outcome.fingerprint},
        "properties": {"status": outcome.status.value, "missing": list(outcome.missing)},
    }
    others = [_location((one,), artifact, document) for one in outcome.evidence[1:]]
    if others:
        result["relatedLocations"] = others
    if outcome.waiver:
        terms = waiver_terms(outcome.waiver)
        reason = one_line(outcome.waiver.reason) + (f" ({terms})" if terms else "")
        result["suppressions"] = [{"kind": "external", "justification": reason}]
    return result


def _compared(outcome: Outcome, report: Report) -> _Json:
    """Whether a baseline held the result; nothing when there was none to compare with."""
    return {"baselineState": "unchanged" if outcome.known else "new"} if report.baseline else {}


def _location(evidence: tuple[Evidence, ...], artifact: int, document: DocumentReport) -> _Json:
    location: _Json = {"physicalLocation": {"artifactLocation": {"uri": _uri(document.path), "index": artifact}}}
    for one in evidence:
        where = place(one.location, document.document)
        location["message"] = {"text": one_line(one.quote) or "(leeg)"}
        if where:
            location["logicalLocations"] = [{"fullyQualifiedName": where}]
    return location


def _artifact(document: DocumentReport) -> _Json:
    artifact: _Json = {"location": {"uri": _uri(document.path)}}
    if document.sha256:
        artifact["hashes"] = {"sha-256": document.sha256}
    return artifact


def _invocation(report: Report) -> _Json:
    """Whether all documents were judged; those that weren't, with the reason."""
    unjudged = [
        (number, document) for number, document in enumerate(report.documents) if document.status is not DocumentStatus.JUDGED
    ]
    notifications = [
        {"level": "error", "message": {"text": one_line(document.message)}, "locations": [_location((), number, document)]}
        for number, document in unjudged
    ]
    notifications += [
        {"level": "warning", "message": {"text": f"{IDLE_TITLE}: {idle_words(one)}"}} for _, one in every_idle(report)
    ]
    return {"executionSuccessful": not unjudged, "toolExecutionNotifications": notifications}


def _uri(path: str) -> str:
    """A path as a URI reference; relative stays relative."""
    posix = PurePath(path).as_posix()
    quoted = quote(posix.encode("utf-8", "surrogateescape"), safe="/")
    return f"file://{quoted}" if posix.startswith("/") else quoted

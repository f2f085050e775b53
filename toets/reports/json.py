"""A report as JSON: the versioned form for machines, `toets-report-1.schema.json` beside this file says what it holds."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from toets.model.document import Document, Location, Section
from toets.model.fact import Fact
from toets.model.outcome import Advice, Evidence, IdleWaiver, Item, Outcome, Status, Waiver
from toets.model.report import DocumentReport, DocumentStatus, Pending, Report
from toets.reports.digest import tally

SCHEMA = "toets-report-1"

_Json = dict[str, Any]
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
"""What a file name that isn't valid UTF-8 leaves in a text; it cannot be written as it is."""


def to_json(report: Report, *, facts: bool = False) -> str:
    """The report as indented JSON text, ending in a newline; with `facts` every fact of every document too.

    The same report gives the same bytes: no times, no names of machines, and paths as they were given.
    """
    whole: _Json = {
        "schema": SCHEMA,
        "tool": {
            "version": report.version,
            "engine": report.engine,
            "profile": report.profile,
            "settings": report.settings or None,
            "rule_sets": [{"name": one.name, "version": one.version, "origin": one.origin} for one in report.rule_sets],
        },
        "documents": [_document_report(one, facts=facts) for one in report.documents],
        "idle_waivers": [_idle(one) for one in report.idle],
        "baseline": report.baseline or None,
        "summary": _summary(report),
    }
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return _HALF_CHARACTER.sub(lambda half: f"\\u{ord(half[0]):04x}", text) + "\n"


def _document_report(report: DocumentReport, *, facts: bool) -> _Json:
    head: _Json = {"path": report.path, "sha256": report.sha256, "status": report.status.value, "message": report.message}
    if report.status is not DocumentStatus.JUDGED:
        return head
    return {
        **head,
        "kinds": [{"code": one.code, "sure": round(one.sure, 2), "because": one.because} for one in report.kinds],
        "natures": list(report.natures),
        "lookalike": report.lookalike or None,
        "title": report.document.title if report.document else "",
        "subject": report.document.subject if report.document else "",
        **_document(report.document),
        "outcomes": [_outcome(one) for one in report.outcomes],
        "not_run": [{"rule": one.rule, "because": one.because} for one in report.not_run],
        "idle_waivers": [_idle(one) for one in report.idle],
        "advice": _advice(report.advice) if report.advice else None,
        **({"pending": _pending(report.pending)} if report.pending else {}),
        **({"facts": [_fact(one) for one in report.facts]} if facts else {}),
    }


def _document(document: Document | None) -> _Json:
    """What was understood of the document; without one everything is empty."""
    if document is None:
        return {
            "parts": [], "metadata": {}, "attachments": [], "sections": [], "decision_points": [], "unread": [],
        }  # fmt: skip
    return {
        "parts": [{"role": one.role, "location": _location(one.location)} for one in document.parts],
        "metadata": _metadata(document),
        "attachments": [
            {"number": one.number, "title": one.title, "listed": one.listed, "referred": one.referred, "present": one.present}
            for one in document.attachments
        ],
        "sections": [_section(one) for one in document.sections],
        "decision_points": [
            {"number": one.number, "text": one.text, "body": one.body, "location": _location(one.location)}
            for one in document.points
        ],
        "unread": [{"what": one.what, "location": _location(one.location)} for one in document.unread],
    }


def _metadata(document: Document) -> _Json:
    """The fields of the head by name; of a field that occurs twice the first that is filled."""
    values: dict[str, str] = {}
    for one in document.metadata:
        values[one.field] = values.get(one.field) or one.value
    return dict(sorted(values.items()))


def _section(section: Section) -> _Json:
    return {
        "role": section.role,
        "heading": section.heading,
        "level": section.level,
        "words": section.words,
        "state": section.state.value,
        "found_by": section.found_by.value if section.found_by else None,
        "sure": round(section.sure, 2),
        "location": _location(section.location),
    }


def _outcome(outcome: Outcome) -> _Json:
    return {
        "rule": outcome.rule,
        "set": outcome.set,
        "title": outcome.title,
        "status": outcome.status.value,
        "severity": outcome.severity.value,
        "message": outcome.message,
        "repair": outcome.repair,
        "why": outcome.why,
        "norm": [{"law": one.law, "article": one.article, "verified": one.verified.isoformat()} for one in outcome.norm],
        "evidence": [_evidence(one) for one in outcome.evidence],
        "missing": list(outcome.missing),
        "items": [_item(one) for one in outcome.items],
        "repairable": outcome.repairable,
        "waiver": _waiver(outcome.waiver),
        "trace": [{"arm": step.arm, "asked": step.asked, "held": step.held, "facts": list(step.facts)} for step in outcome.trace],
        "fingerprint": outcome.fingerprint,
        "known": outcome.known,
    }


def _evidence(evidence: Evidence) -> _Json:
    """Words with their place; those of a section as a whole have no fact."""
    return {"quote": evidence.quote, "location": _location(evidence.location), "fact": evidence.fact or None}


def _pending(pending: Pending) -> _Json:
    return {"changes": pending.changes, "remarks": pending.remarks, "read": "original" if pending.original else "final"}


def _advice(advice: Advice) -> _Json:
    only = {"only": [one.value for one in advice.only]} if advice.only else {}
    return {"verdict": advice.verdict.value, "because": list(advice.because), **only}


def _item(item: Item) -> _Json:
    return {
        "about": {"quote": item.about.quote, "location": _location(item.about.location)},
        "status": item.status.value,
        "message": item.message,
        "missing": list(item.missing),
    }


def _waiver(waiver: Waiver | None) -> _Json | None:
    if waiver is None:
        return None
    return {"reason": waiver.reason, "by": waiver.by, "until": waiver.until.isoformat() if waiver.until else None}


def _idle(one: IdleWaiver) -> _Json:
    waiver = one.waiver
    until = waiver.until.isoformat() if waiver.until else None
    return {
        "rule": waiver.rule, "reason": waiver.reason, "by": waiver.by, "until": until, "origin": waiver.origin or None,
        "because": one.because,
    }  # fmt: skip


def _fact(fact: Fact) -> _Json:
    return {
        "id": fact.id,
        "kind": fact.kind,
        "fields": dict(sorted(fact.fields.items())),
        "quote": fact.quote,
        "location": _location(fact.location),
        "source": fact.source,
        "because": list(fact.because),
    }


def _location(location: Location) -> _Json:
    """What is known of a place; what does not apply to it is left out."""
    names: Sequence[str] = ("part", "section", "page", "paragraph", "row", "column", "start", "end")
    return {name: value for name in names if (value := getattr(location, name)) is not None}


def _summary(report: Report) -> _Json:
    counted = tally(report)
    limited = sum(bool(one.advice and one.advice.only) for one in report.documents)
    return {
        "documents": {status.value: counted.documents[status] for status in DocumentStatus},
        "advice": {verdict.value: number for verdict, number in counted.verdicts.items()},
        "outcomes": {status.value: counted.outcomes[status] for status in Status},
        "findings": {severity.value: number for severity, number in counted.findings.items()},
        "known": counted.known,
        **({"limited": limited} if limited else {}),
    }

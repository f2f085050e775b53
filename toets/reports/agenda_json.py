"""The papers of a meeting as JSON."""

from __future__ import annotations

import json
from typing import Any

from toets.model.agenda import Agenda, Check, Item, Paper, Role
from toets.model.report import DocumentStatus
from toets.model.rule import Severity
from toets.reports.digest import digest

SCHEMA = "toets-agenda-1"

_Json = dict[str, Any]


def to_agenda_json(agenda: Agenda) -> str:
    """The meeting as indented JSON text, ending in a newline; papers are named by their path in the folder."""
    whole: _Json = {
        "schema": SCHEMA,
        "tool": {"version": agenda.version, "engine": agenda.engine, "profile": agenda.profile},
        "name": agenda.name,
        "items": [_item(one, agenda) for one in agenda.items],
        "papers": [_paper(one) for one in agenda.papers],
        "checks": [_check(one, agenda) for one in agenda.checks],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode() + "\n"


def _item(item: Item, agenda: Agenda) -> _Json:
    paths = [agenda.papers[one].path for one in item.papers]
    return {"number": item.number, "title": item.title, "proposal": paths[0], "papers": paths[1:], "because": item.because}


def _paper(paper: Paper) -> _Json:
    report = paper.report
    head: _Json = {
        "path": paper.path, "role": paper.role.value, "because": paper.because, "sha256": paper.sha256, "title": paper.title,
        "case": paper.case, "item": paper.item, "status": report.status.value if report else "not_read",
        "message": report.message if report else "",
    }  # fmt: skip
    if paper.role is not Role.PROPOSAL or report is None or report.status is not DocumentStatus.JUDGED:
        return head
    found = digest(report).findings
    return {
        **head,
        "verdict": report.advice.verdict.value if report.advice else None,
        "findings": {severity.value: len(found[severity]) for severity in Severity},
        "blocking": [{"rule": one.rule, "message": one.message} for one in found[Severity.BLOCKING]],
    }


def _check(check: Check, agenda: Agenda) -> _Json:
    return {
        "code": check.code,
        "severity": check.severity.value,
        "says": check.says,
        "item": check.item,
        "spots": [{"path": agenda.papers[one.paper].path, "quote": one.quote, "where": one.where} for one in check.spots],
    }

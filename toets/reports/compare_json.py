"""A hertoets as JSON: every finding of both versions once, with what became of it."""

from __future__ import annotations

import json
from typing import Any

from toets.model.comparison import Change, Compared, Comparison, Fate, Point, Version

SCHEMA = "toets-compare-1"

_Json = dict[str, Any]


def to_compare_json(comparison: Comparison) -> str:
    """The comparison as indented JSON text, ending in a newline; the same comparison gives the same bytes."""
    whole: _Json = {
        "schema": SCHEMA,
        "tool": {"version": comparison.version, "engine": comparison.engine, "profile": comparison.profile},
        "documents": [_document(one) for one in comparison.documents],
        "summary": {fate.value: sum(len(one.having(fate)) for one in comparison.documents) for fate in Fate},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode() + "\n"


def _document(one: Compared) -> _Json:
    return {
        "before": _version(one.before),
        "after": _version(one.after),
        "other_subject": one.other_subject,
        "changes": [_change(change) for change in one.changes],
    }


def _version(one: Version | None) -> _Json | None:
    if one is None:
        return None
    return {
        "path": one.path,
        "sha256": one.sha256,
        "subject": one.subject,
        "verdict": one.advice.verdict.value if one.advice else None,
        "message": one.message,
        **({"only": [each.value for each in one.advice.only]} if one.advice and one.advice.only else {}),
    }


def _change(change: Change) -> _Json:
    return {
        "fate": change.fate.value,
        "rule": change.point.rule,
        "title": change.point.title,
        "says": change.says,
        "similar": change.similar,
        "before": _point(change.before),
        "after": _point(change.after),
    }


def _point(point: Point | None) -> _Json | None:
    if point is None:
        return None
    return {
        "status": point.status.value,
        "severity": point.severity.value,
        "message": point.message,
        "missing": list(point.missing),
        "quotes": list(point.quotes),
        "where": point.where,
        "item": point.item,
    }

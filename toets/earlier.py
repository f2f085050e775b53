"""Reading back what `toets check --format json` wrote: the documents of an earlier run, as far as that form holds them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from toets.disk import reason
from toets.errors import ReadError
from toets.model.document import DecisionPoint, Document, FoundBy, Location, Metadatum, Part, Section, SectionState, Source
from toets.model.outcome import Advice, Evidence, Item, NotRun, Only, Outcome, Status, Verdict, Waiver
from toets.model.report import DocumentReport, DocumentStatus, Kind, Report, RuleSetInfo
from toets.model.rule import Norm, Severity
from toets.reports.json import SCHEMA

_Json = Mapping[str, Any]


def earlier_report(path: Path) -> Report:
    """A JSON report, without the text, trace and facts that it doesn't hold.

    Raises ReadError when the file cannot be read, or is no report of toets in the form that this version writes.
    """
    try:
        found = json.loads(path.read_bytes())
    except OSError as error:
        raise ReadError(f"{path} kan niet worden gelezen: {reason(error)}. Controleer het pad en de rechten.") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{path} is geen geldige JSON. {_REMEDY}") from error
    schema = found.get("schema") if isinstance(found, dict) else None
    if schema != SCHEMA:
        raise ReadError(f"{path} is geen verslag van toets ({SCHEMA}). {_REMEDY}")
    try:
        return _whole(found)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise ReadError(f"{path} is een beschadigd verslag van toets ({type(error).__name__}: {error}). {_REMEDY}") from error


_REMEDY = "Maak het verslag met 'toets check … --format json --output verslag.json'."


def _whole(one: _Json) -> Report:
    tool = one["tool"]
    sets = tuple(RuleSetInfo(each["name"], each["version"], each["origin"]) for each in tool["rule_sets"])
    documents = tuple(_report(each) for each in one["documents"])
    return Report(tool["version"], tool["engine"], tool["profile"], sets, documents, (), one.get("baseline") or "")


def _report(one: _Json) -> DocumentReport:
    status = DocumentStatus(one["status"])
    head = DocumentReport(str(one["path"]), str(one["sha256"]), status, str(one["message"]))
    if status is not DocumentStatus.JUDGED:
        return head
    advice = one["advice"]
    return DocumentReport(
        path=head.path,
        sha256=head.sha256,
        status=status,
        document=_document(one),
        kinds=tuple(Kind(kind["code"], kind["sure"], kind["because"]) for kind in one["kinds"]),
        natures=tuple(one["natures"]),
        lookalike=one["lookalike"] or "",
        outcomes=tuple(_outcome(outcome) for outcome in one["outcomes"]),
        not_run=tuple(NotRun(each["rule"], each["because"]) for each in one["not_run"]),
        advice=_advice(advice) if advice else None,
    )


def _advice(one: _Json) -> Advice:
    """An advice; reports of before `only` was told of have none."""
    return Advice(Verdict(one["verdict"]), tuple(one["because"]), tuple(Only(each) for each in one.get("only", ())))


def _document(one: _Json) -> Document:
    """What places are named by: parts, headings, decision points; and what the document is about."""
    return Document(
        source=Source(Path(one["path"]).name, "json", one["sha256"], ()),
        title=str(one.get("title", "")),
        subject=str(one.get("subject", "")),
        parts=tuple(Part(index, part["role"], "", 0, _place(part["location"])) for index, part in enumerate(one["parts"])),
        sections=tuple(_section(index, section) for index, section in enumerate(one["sections"])),
        metadata=tuple(Metadatum(name, name, value, Location()) for name, value in one["metadata"].items()),
        points=tuple(_decision(index, point) for index, point in enumerate(one["decision_points"])),
        besluit=(),
        attachments=(),
    )


def _section(index: int, one: _Json) -> Section:
    location = _place(one["location"])
    return Section(
        index=index, role=one["role"], heading=one["heading"], number="", level=one["level"], part=location.part, parent=None,
        blocks=(), state=SectionState(one["state"]), words=one["words"], sure=one["sure"], location=location,
        found_by=FoundBy(one["found_by"]) if one["found_by"] else None,
    )  # fmt: skip


def _decision(index: int, one: _Json) -> DecisionPoint:
    return DecisionPoint(index, one["number"], one["text"], one["body"], "voorstel", _place(one["location"]))


def _outcome(one: _Json) -> Outcome:
    return Outcome(
        rule=one["rule"],
        set=one["set"],
        title=one["title"],
        status=Status(one["status"]),
        severity=Severity(one["severity"]),
        message=one["message"],
        repair=one["repair"],
        why=one["why"],
        norm=tuple(Norm(norm["law"], norm["article"], "", date.fromisoformat(norm["verified"])) for norm in one["norm"]),
        evidence=tuple(_evidence(evidence) for evidence in one["evidence"]),
        missing=tuple(one["missing"]),
        items=tuple(_item(item) for item in one["items"]),
        repairable=one["repairable"],
        waiver=_waiver(one["rule"], one["waiver"]),
        trace=(),
        fingerprint=one["fingerprint"],
        known=bool(one.get("known", False)),
    )


def _waiver(rule: str, one: _Json | None) -> Waiver | None:
    if one is None:
        return None
    return Waiver(rule, one["reason"], one["by"], date.fromisoformat(one["until"]) if one["until"] else None)


def _evidence(one: _Json) -> Evidence:
    return Evidence(one["quote"], _place(one["location"]), one.get("fact") or "")


def _item(one: _Json) -> Item:
    return Item(_evidence(one["about"]), Status(one["status"]), one["message"], tuple(one["missing"]))


def _place(one: _Json) -> Location:
    return Location(**{str(name): int(value) for name, value in one.items()})

"""A report as JUnit XML, which every build server shows: a suite a document, a case a rule."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from toets.model.outcome import IdleWaiver, Outcome, Status
from toets.model.report import DocumentReport, DocumentStatus, Report
from toets.reports.exceptions import idle_words
from toets.reports.places import place
from toets.reports.words import SEVERITY_WORDS, STATUS_WORDS, dutch, one_line, shown_paths

_SKIPPED = frozenset({Status.NOT_APPLICABLE, Status.UNDECIDABLE, Status.WAIVED})


def to_junit(report: Report) -> str:
    """The report as XML text: findings are failures of the type of their severity, what was not tested is skipped.

    A document that could not be judged is an error.
    """
    root = Element("testsuites", name="toets")
    names = shown_paths([document.path for document in report.documents])
    for document, name in zip(report.documents, names, strict=True):
        _suite(root, document, name)
    if report.idle:
        _idle(SubElement(root, "testsuite", name="instellingen", tests="0", failures="0", errors="0", skipped="0"), report.idle)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, document: DocumentReport, name: str) -> None:
    judged = document.status is DocumentStatus.JUDGED
    counts = {
        "tests": len(document.outcomes) if judged else 1,
        "failures": sum(outcome.counts for outcome in document.outcomes),
        "errors": int(not judged),
        "skipped": sum(outcome.status in _SKIPPED or outcome.known for outcome in document.outcomes),
    }
    suite = SubElement(root, "testsuite", {"name": name, **{key: str(value) for key, value in counts.items()}})
    if not judged:
        case = SubElement(suite, "testcase", classname=name, name="lezen en beoordelen")
        SubElement(case, "error", message=one_line(document.message), type=document.status.value)
        return
    for outcome in document.outcomes:
        _case(suite, name, outcome, document)
    _idle(suite, document.idle)


def _idle(parent: Element, idle: Iterable[IdleWaiver]) -> None:
    told = "\n".join(idle_words(one) for one in idle)
    if told:
        SubElement(parent, "system-out").text = f"Uitzonderingen zonder werking:\n{told}"


def _case(suite: Element, name: str, outcome: Outcome, document: DocumentReport) -> None:
    case = SubElement(suite, "testcase", classname=name, name=f"{outcome.rule} {dutch(one_line(outcome.title))}")
    message = dutch(one_line(outcome.message))
    if outcome.known:
        SubElement(case, "skipped", message=f"al bekend, {STATUS_WORDS[outcome.status]}: {message}")
    elif outcome.is_finding:
        failure = SubElement(case, "failure", message=message, type=outcome.severity.value)
        failure.text = "\n".join(_told(outcome, document))
    elif outcome.status in _SKIPPED:
        SubElement(case, "skipped", message=f"{STATUS_WORDS[outcome.status]}: {message}")


def _told(outcome: Outcome, document: DocumentReport) -> list[str]:
    lines = [f"{STATUS_WORDS[outcome.status]} ({SEVERITY_WORDS[outcome.severity]})"]
    if outcome.missing:
        lines.append(f"Nog niet aangetroffen: {dutch(one_line(', '.join(outcome.missing)))}")
    for evidence in outcome.evidence:
        where = place(evidence.location, document.document)
        lines.append(f"Er staat: “{one_line(evidence.quote)}”" + (f" ({where})" if where else ""))
    return [*lines, f"Herstel: {dutch(one_line(outcome.repair))}"]

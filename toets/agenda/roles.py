"""What a paper of a meeting is: by what it turned out to be, and by how it is called."""

from __future__ import annotations

import re
from pathlib import PurePath

from toets.model.agenda import Role
from toets.model.document import Document
from toets.model.report import DocumentReport

_ATTACHMENT = re.compile(r"(?:^|[\s_.-])(?:bijlagen?|bijl|annex|appendix)(?=[\s_.-]|\d|$)")
_BUDGET = re.compile(r"begrotingswijziging|wijziging[\s_-]+(?:van[\s_-]+de[\s_-]+)?(?:programma)?begroting")
_PROPOSAL = re.compile(r"(?:raads|college|initiatief|b&?w)?-?voorstel(?:[\s_.-]|\d|$)|(?:^|[\s_.-])(?:rv|cv|bw)(?=[\s_.-]|$)")
_DECISION = re.compile(r"(?:raads|ontwerp|concept|college)-?besluit(?!enlijst)|(?:^|[\s_.-])(?:besluit|rb)(?=[\s_.-]|\d|$)")
_AGENDA = re.compile(
    r"(?:^|[\s_.-])agenda(?![a-z])|besluitenlijst|actielijst|toezeggingen|notulen|uitnodiging|verslag[\s_-]+(?:raad|commissie)"
)

_BY_NAME: tuple[tuple[re.Pattern[str], Role], ...] = (
    (_BUDGET, Role.BUDGET),
    (_ATTACHMENT, Role.ATTACHMENT),
    (_DECISION, Role.DECISION),
    (_PROPOSAL, Role.PROPOSAL),
    (_AGENDA, Role.OTHER),
)
"""A budget change is one whatever its attachment number."""


def role_of(path: PurePath, report: DocumentReport | None) -> tuple[Role, str]:
    """The role of a paper with the reason in Dutch.

    A name that says "bijlage" goes first; then what stands in the paper; then what else its name says.
    """
    named = _named(path.stem)
    if named is Role.ATTACHMENT:
        return Role.ATTACHMENT, "de bestandsnaam noemt het een bijlage"
    found = _read(report) if report else None
    if found:
        return found
    if named:
        return named, "volgens de bestandsnaam"
    if report and report.document is None:
        return Role.OTHER, "niet gelezen, en de bestandsnaam zegt niet wat het is"
    return Role.ATTACHMENT, "geen voorstel of besluit in herkend"


def _named(stem: str) -> Role | None:
    name = stem.casefold()
    return next((role for pattern, role in _BY_NAME if pattern.search(name)), None)


def _read(report: DocumentReport) -> tuple[Role, str] | None:
    """What a paper is by what stands in it; None when that doesn't tell."""
    document = report.document
    if document is None:
        return None
    if report.lookalike:
        role = Role.DECISION if report.lookalike == "raadsbesluit" or _is_decision(document) else Role.OTHER
        return role, f"is een {report.lookalike}"
    if _BUDGET.search(document.title.casefold()) and not document.points:
        return Role.BUDGET, "de titel noemt het een begrotingswijziging"
    if document.points:
        return Role.PROPOSAL, "er staan beslispunten in"
    if _is_decision(document):
        return Role.DECISION, "er staat alleen een besluit in"
    if _PROPOSAL.search(document.title.casefold()):
        return Role.PROPOSAL, "de titel noemt het een voorstel"
    return None


def _is_decision(document: Document) -> bool:
    return bool(document.parts) and all(part.role == "ontwerpbesluit" for part in document.parts)

"""From the files of a meeting folder to its agenda."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path, PurePath

from toets.agenda.attachments import attachment_checks
from toets.agenda.cases import case_checks
from toets.agenda.decisions import decision_checks
from toets.agenda.items import grouped
from toets.agenda.money import money_checks
from toets.agenda.names import case_in, subject_in
from toets.agenda.roles import role_of
from toets.disk import files_below
from toets.errors import UsageError
from toets.matching import case_of, subject_of
from toets.model.agenda import Agenda, Check, Paper
from toets.model.report import DocumentReport, Report
from toets.model.rule import Severity

_SKIPPED = frozenset({"thumbs.db", "desktop.ini"})
_OWN = (".toets.", ".opmerkingen.")
"""In the names of what toets itself wrote."""


def meeting_files(folder: Path) -> list[Path]:
    """All papers in a meeting folder and below it, by name; not what is hidden, left open in Word, or written by toets.

    Raises UsageError when it is no folder, or an empty one.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is geen map. Geef de map met de stukken van de vergadering.")
    found = [path for path in files_below(folder) if _is_paper(path.relative_to(folder))]
    if closed := next((path for path in found if path.is_dir()), None):
        raise UsageError(f"{closed}: deze map is niet te lezen. Vraag toegang: een overzicht zonder deze stukken klopt niet.")
    if not found:
        raise UsageError(f"In {folder} staan geen stukken. Geef de map met de stukken van de vergadering.")
    return found


def _is_paper(path: PurePath) -> bool:
    name = path.name.casefold()
    hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in path.parts)
    return not hidden and name not in _SKIPPED and not any(own in name for own in _OWN)


def agenda_of(folder: Path, files: Iterable[Path], report: Report) -> Agenda:
    """The agenda of the papers in a folder; `report` is about those of them that toets reads."""
    judged = {document.path: document for document in report.documents}
    papers, items = grouped([_paper(path, folder, judged.get(str(path))) for path in files])
    checks = (check for made in (case_checks, decision_checks, money_checks, attachment_checks) for check in made(papers, items))
    return Agenda(folder.resolve().name, report.version, report.engine, report.profile, papers, items, _sorted(checks))


def _sorted(checks: Iterable[Check]) -> tuple[Check, ...]:
    order = tuple(Severity)
    return tuple(sorted(checks, key=lambda one: (order.index(one.severity), len(order) if one.item is None else one.item)))


def _paper(path: Path, folder: Path, report: DocumentReport | None) -> Paper:
    name = path.relative_to(folder)
    role, because = role_of(name, report)
    sha256 = report.sha256 if report and report.sha256 else _sha256(path)
    case = (case_of(report) if report else "") or case_in(path.name)
    return Paper(name.as_posix(), role, because, report, sha256, _title(name, report), case)


def _title(name: PurePath, report: DocumentReport | None) -> str:
    """What a paper is about: its own subject, else the words of its file name."""
    subject = subject_of(report) if report else ""
    words = subject_in(name.name)
    return subject or words[:1].upper() + words[1:] or name.stem


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""

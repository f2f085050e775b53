"""A report as CSV, a row an outcome, for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from toets.model.report import DocumentReport, DocumentStatus, Report
from toets.reports.places import place
from toets.reports.words import SEVERITY_WORDS, STATUS_WORDS, norms, one_line

COLUMNS: tuple[str, ...] = (
    "document", "soort", "regel", "set", "titel", "uitkomst", "ernst", "bericht", "ontbreekt", "citaat", "plaats", "norm",
    "herstel", "kenmerk",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@")


def to_csv(report: Report) -> str:
    """The outcomes as text with semicolons and a byte order mark, as a Dutch Excel opens it.

    A document that could not be judged has one row with the reason. A cell that a spreadsheet would take for a formula
    starts with an apostrophe.
    """
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for document in report.documents:
        writer.writerows([_safe(cell) for cell in row] for row in _rows(document))
    return "\ufeff" + out.getvalue()


def _rows(document: DocumentReport) -> Iterator[tuple[str, ...]]:
    if document.status is not DocumentStatus.JUDGED:
        words = "niet gelezen" if document.status is DocumentStatus.UNREADABLE else "niet beoordeeld"
        yield (document.path, "", "", "", "", words, "", document.message, *("" for _ in COLUMNS[8:]))
        return
    kinds = document.lookalike or " ".join(kind.code for kind in document.kinds)
    for outcome in document.outcomes:
        first = outcome.evidence[0] if outcome.evidence else None
        yield (
            document.path,
            kinds,
            outcome.rule,
            outcome.set,
            outcome.title,
            STATUS_WORDS[outcome.status],
            SEVERITY_WORDS[outcome.severity] if outcome.is_finding else "",
            outcome.message,
            ", ".join(outcome.missing),
            first.quote if first else "",
            place(first.location, document.document) if first else "",
            norms(outcome.norm),
            outcome.repair,
            outcome.fingerprint,
        )


def _safe(cell: str) -> str:
    line = one_line(cell)
    return f"'{line}" if line.startswith(_FORMULA) else line

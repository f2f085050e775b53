"""The outcomes of a run as rows, for what a spreadsheet opens."""

from __future__ import annotations

from collections.abc import Iterator

from toets.model.report import DocumentReport, DocumentStatus, Report
from toets.reports.exceptions import every_idle, idle_words
from toets.reports.places import place
from toets.reports.words import SEVERITY_WORDS, STATUS_WORDS, dutch, norms, one_line, shown_paths

COLUMNS: tuple[str, ...] = (
    "document", "soort", "regel", "set", "titel", "uitkomst", "ernst", "bericht", "ontbreekt", "citaat", "plaats", "norm",
    "herstel", "kenmerk",
)  # fmt: skip


def rows(report: Report) -> Iterator[tuple[str, ...]]:
    """A row an outcome, each cell on one line; a document that could not be judged has one row with the reason.

    Exceptions that do nothing come last.
    """
    paths = [document.path for document in report.documents]
    names = dict(zip(paths, shown_paths(paths), strict=True))
    for document in report.documents:
        yield from (tuple(one_line(cell) for cell in row) for row in _rows(document, names[document.path]))
    for path, one in every_idle(report):
        words = ("", one.waiver.rule, "", "", "uitzondering zonder werking", "", idle_words(one))
        yield tuple(one_line(cell) for cell in (names.get(path, ""), *words, *("" for _ in COLUMNS[8:])))


def _rows(document: DocumentReport, name: str) -> Iterator[tuple[str, ...]]:
    if document.status is not DocumentStatus.JUDGED:
        words = "niet gelezen" if document.status is DocumentStatus.UNREADABLE else "niet beoordeeld"
        yield (name, "", "", "", "", words, "", document.message, *("" for _ in COLUMNS[8:]))
        return
    kinds = document.lookalike or " ".join(kind.code for kind in document.kinds)
    for outcome in document.outcomes:
        first = outcome.evidence[0] if outcome.evidence else None
        yield (
            name,
            kinds,
            outcome.rule,
            outcome.set,
            dutch(outcome.title),
            STATUS_WORDS[outcome.status] + (" (bekend)" if outcome.known else ""),
            SEVERITY_WORDS[outcome.severity] if outcome.is_finding else "",
            dutch(outcome.message),
            ", ".join(outcome.missing),
            first.quote if first else "",
            place(first.location, document.document) if first else "",
            norms(outcome.norm),
            dutch(outcome.repair),
            outcome.fingerprint,
        )

"""A report as CSV, a row an outcome, for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO

from toets.model.report import Report
from toets.reports.rows import COLUMNS, rows

_FORMULA = ("=", "+", "-", "@")


def to_csv(report: Report) -> str:
    """The outcomes as text with semicolons and a byte order mark, as a Dutch Excel opens it.

    A cell that a spreadsheet would take for a formula starts with an apostrophe.
    """
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_safe(cell) for cell in row] for row in rows(report))
    return "\ufeff" + out.getvalue()


def _safe(line: str) -> str:
    return f"'{line}" if line.startswith(_FORMULA) else line

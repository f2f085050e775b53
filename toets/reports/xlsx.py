"""A report as an Excel workbook: a row an outcome, and a sheet with the documents.

XlsxWriter writes it and not openpyxl: it only writes (which is all we need), has no dependencies, takes no clock into the file,
and `write_string` can never make a formula or a link of a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from toets.model.report import DocumentReport, DocumentStatus, Report
from toets.model.rule import Severity
from toets.reports.digest import digest
from toets.reports.exceptions import every_idle, idle_words
from toets.reports.rows import COLUMNS, rows
from toets.reports.words import one_line, short_advice, shown_paths

WIDTHS: tuple[int, ...] = (28, 14, 9, 13, 38, 22, 12, 60, 32, 60, 28, 28, 60, 18)
DOCUMENT_COLUMNS: tuple[str, ...] = (
    "document", "titel", "soort", "stand", "blokkerend", "aandacht", "advies", "in orde", "sha-256", "bericht",
)  # fmt: skip
DOCUMENT_WIDTHS: tuple[int, ...] = (28, 48, 20, 16, 12, 12, 12, 12, 20, 50)

CELL_LENGTH = 32767
"""The most characters that Excel takes in a cell."""
_MOMENT = datetime(2000, 1, 1)
"""A workbook must have a moment of making; always the same one, so that the same report gives the same bytes."""
_LINE, _MOST_LINES = 15.0, 27
"""Points of a line, and the lines that fit in the highest row that Excel allows."""
_FILLED = 0.8
"""The part of a line that words fill before they are wrapped."""
_A4, _A3, _BREADTH = 9, 8, 220
_WRAPPED = frozenset(
    {"document", "titel", "bericht", "hoort bij", "waarom", "stuk", "bestand", "ontbreekt", "citaat", "herstel", "norm", "plaats"}
)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of a workbook: its name, the columns with their widths in characters, and the rows."""

    name: str
    columns: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[str | int]]


def to_xlsx(report: Report) -> bytes:
    """The outcomes as a workbook with a filter and a header row that stays; the same report gives the same bytes."""
    paths = [document.path for document in report.documents]
    names = dict(zip(paths, shown_paths(paths), strict=True))
    tables = [
        Table("Uitkomsten", COLUMNS, WIDTHS, [*rows(report)]),
        Table(
            "Documenten",
            DOCUMENT_COLUMNS,
            DOCUMENT_WIDTHS,
            [_document(document, names[document.path]) for document in report.documents],
        ),
    ]
    if idle := [(names.get(path, ""), one.waiver.rule, idle_words(one)) for path, one in every_idle(report)]:
        tables.append(Table("Zonder werking", ("document", "regel", "bericht"), (28, 9, 100), idle))
    return workbook("Toetsverslag", tables)


def workbook(title: str, tables: Iterable[Table]) -> bytes:
    """A workbook of these sheets, each with a filter and a header row that stays; the same tables give the same bytes."""
    import xlsxwriter

    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": title, "author": "toets", "created": _MOMENT})
    for table in tables:
        _sheet(book, table)
    book.close()
    return out.getvalue()


def _sheet(book: Any, table: Table) -> None:
    sheet = book.add_worksheet(table.name)
    head = book.add_format({"bold": True, "bg_color": "#E8ECF0", "bottom": 1, "valign": "top", "indent": 1})
    cell = book.add_format({"valign": "top", "indent": 1})
    wrapped = book.add_format({"valign": "top", "text_wrap": True, "indent": 1})
    for number, (column, width) in enumerate(zip(table.columns, table.widths, strict=True)):
        sheet.set_column(number, number, width, wrapped if column in _WRAPPED else cell)
        sheet.write_string(0, number, column, head)
    for line, row in enumerate(table.rows, 1):
        sheet.set_row(line, _height(row, table))
        for number, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(line, number, value)
            elif value:
                sheet.write_string(line, number, value[:CELL_LENGTH])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4 if sum(table.widths) <= _BREADTH else _A3)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _height(row: Sequence[str | int], table: Table) -> float:
    """Of the cell with the most lines: not every program makes room for wrapped text by itself."""
    lines = [
        -(-len(value) // max(1, int(width * _FILLED)))
        for value, column, width in zip(row, table.columns, table.widths, strict=True)
        if isinstance(value, str) and column in _WRAPPED
    ]
    return min(max(lines, default=1) or 1, _MOST_LINES) * _LINE


def _document(report: DocumentReport, path: str) -> tuple[str | int, ...]:
    if report.status is not DocumentStatus.JUDGED or report.advice is None:
        words = "niet gelezen" if report.status is DocumentStatus.UNREADABLE else "niet beoordeeld"
        return (path, "", "", words, "", "", "", "", report.sha256, one_line(report.message))
    found = digest(report)
    kinds = report.lookalike or " ".join(kind.code for kind in report.kinds)
    title = one_line(report.document.subject or report.document.title) if report.document else ""
    numbers = [len(found.findings[severity]) for severity in Severity]
    verdict = short_advice(report.advice)
    return (path, title, kinds, verdict, *numbers, len(found.in_order), report.sha256, "")

"""A report as one web page that stands by itself: no scripts, no network, fit for paper, screen readers, dark and light."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from toets.model.report import DocumentReport, DocumentStatus, Report
from toets.reports.page import Page, page
from toets.reports.words import SHORT_VERDICT_WORDS, one_line


def to_html(report: Report) -> str:
    """The report as an HTML document; text of documents is escaped."""
    environment = Environment(
        loader=PackageLoader("toets", "reports"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    documents = tuple((one, page(one, f"d{number}")) for number, one in enumerate(report.documents, 1))
    return environment.get_template("page.html.j2").render(
        title=_title(report), report=report, documents=documents, rows=tuple(_row(one, shown) for one, shown in documents)
    )


def _title(report: Report) -> str:
    if len(report.documents) == 1:
        return f"Toetsverslag {one_line(report.documents[0].path)}"
    return f"Toetsverslag van {len(report.documents)} documenten"


def _row(report: DocumentReport, shown: Page | None) -> tuple[str, str, str]:
    """A line of the overview: path, advice in one word, counts."""
    if shown is None:
        words = "niet gelezen" if report.status is DocumentStatus.UNREADABLE else "niet beoordeeld"
        return one_line(report.path), words, one_line(report.message)
    verdict = SHORT_VERDICT_WORDS[report.advice.verdict] if report.advice else ""
    return shown.path, verdict, "" if report.lookalike else shown.counts

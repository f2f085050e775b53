"""What was understood, as one web page that stands by itself: the outline, and the document's own text with marks in it."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined

from toets.model.document import ROLES
from toets.model.report import DocumentReport
from toets.reports.reading_page import reading
from toets.reports.words import one_line, shown_path

_HUES = tuple(
    (role, number * 150 % 360 + number % 3 * 20) for number, role in enumerate(role for role in ROLES if role != "overig")
)
"""A colour for the margin of each role, far from those of the roles before and after it; the rest of a text has none."""


def to_reading_html(reports: Sequence[DocumentReport]) -> str:
    """A page without scripts that shows how documents were understood; text of documents is escaped."""
    environment = Environment(
        loader=PackageLoader("toets", "reports"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    documents = tuple(
        (shown_path(one.path), one_line(one.message), reading(one, f"d{number}")) for number, one in enumerate(reports, 1)
    )
    title = f"Gelezen: {documents[0][0]}" if len(documents) == 1 else f"Gelezen: {len(documents)} documenten"
    return environment.get_template("reading.html.j2").render(title=title, documents=documents, hues=_HUES)

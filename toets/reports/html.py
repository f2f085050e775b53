"""A report as one web page that stands by itself: no scripts, no network, fit for paper, screen readers, dark and light."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from toets.model.report import Report
from toets.reports.book import book
from toets.reports.sheet import Banner, Block, Book, Card, Draft, Grid, Listing, numeric
from toets.reports.views import EVERYTHING, View
from toets.reports.words import unbroken


def to_html(report: Report, *, view: View = EVERYTHING) -> str:
    """The report as an HTML document for a reader; text of documents is escaped."""
    return page(book(report, view))


def page(made: Book) -> str:
    """A book as an HTML document."""
    return _environment().get_template("page.html.j2").render(book=made)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("toets", "reports"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["form"] = _form
    environment.filters["numeric"] = numeric
    environment.finalize = _shown
    return environment


def _shown(value: object) -> object:
    return unbroken(value) if type(value) is str else value


def _form(block: Block) -> str:
    """Which macro shows a block."""
    forms = {Listing: "listing", Grid: "grid", Banner: "banner", Card: "card", Draft: "draft"}
    return forms.get(type(block), "paragraph")

"""The report as a web page."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from toets.model.outcome import Status
from toets.model.report import DocumentReport
from toets.reports.html import page, to_html
from toets.reports.sheet import Book, Card, Sheet, Tone

from .build import BIJDRAGE, at, failed, judged, lookalike, outcome, quoted, ready, report, unreadable

_VOID = frozenset({"meta", "link", "br", "img", "hr", "input", "col"})


class Page(HTMLParser):
    """A page as its elements: whether tags close in order, which ids there are, what is referred to, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.add(tag)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.targets += [(values.get(name) or "").removeprefix("#") for name in ("href", "aria-labelledby") if name in values]
        assert "src" not in values
        if tag not in _VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            return
        self.words.append(data)
        if self.open and re.fullmatch("h[1-6]", self.open[-1]):
            tag, text = self.headings.pop()
            self.headings.append((tag, text + data))

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


EVERYTHING = report(judged(), ready(), lookalike(), unreadable(), failed())


@pytest.mark.parametrize("one", [judged(), ready(), lookalike(), unreadable(), failed(), replace(judged(), document=None)])
def test_every_document_makes_a_page_whose_tags_close(one: DocumentReport) -> None:
    page = Page(to_html(report(one)))
    assert page.open == []


def test_every_link_and_label_on_the_page_leads_somewhere() -> None:
    page = Page(to_html(EVERYTHING))
    assert len(page.ids) == len(set(page.ids))
    assert set(page.targets) <= set(page.ids)


def test_headings_never_skip_a_level() -> None:
    levels = [int(tag[1]) for tag, _ in Page(to_html(EVERYTHING)).headings]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_page_needs_no_network_and_no_scripts() -> None:
    text = to_html(EVERYTHING)
    assert not re.search(r"https?://|url\(|@import", text)
    assert Page(text).tags.isdisjoint({"script", "iframe", "object", "form", "link", "img"})
    assert "default-src 'none'" in text


def test_the_page_is_dutch_and_knows_dark_and_paper() -> None:
    text = to_html(report())
    assert '<html lang="nl">' in text
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text


def test_advice_comes_first_then_blockers_then_findings_by_section() -> None:
    text = Page(to_html(report())).text.partition("Naar de inhoud")[2]
    marks = [
        "Toetsverslag · voorstel.docx", "Raadsvoorstel: Krediet nieuwbouw sporthal De Veste", "Soort: krediet",
        "Advies: terugsturen naar de steller", "1 blokkerende bevinding, 1 aandachtspunt en 1 advies.",
        "Eerst te herstellen MID-02",
        "Beslispunten Beslispunten en hun stand", "Bevindingen per onderdeel", "Planning en uitvoering UIT-08",
        "Nog niet in het document OPD-01", "In orde OPD-02", "SOC-01", "UIT-02",
        "Niet te beoordelen VOR-03", "Niet gelezen: afbeelding met tekst", "Niet getoetst Niet bedoeld", "MAN-03", "MAN-04",
        "Gevonden in het document", "Bedragen", "Over dit verslag", "zekerheid 90%", "SHA-256", "toets 0.1.0",
    ]  # fmt: skip
    places = [text.find(mark) for mark in marks[:5]]
    body = text[text.find(marks[5]) :]
    places += [len(text) - len(body) + body.find(mark) for mark in marks[5:]]
    assert places == sorted(places)


def test_a_decision_point_shows_the_findings_about_it() -> None:
    text = Page(to_html(report())).text
    assert (
        "1 Een krediet van € 1.250.000 beschikbaar te stellen. blokkerend : MID-02 2 De begroting te wijzigen. geen bevindingen"
        in text
    )


def test_words_of_a_document_are_never_markup() -> None:
    nasty = '<script>alert("x")</script>'
    one = outcome("MID-02", title=nasty, message=nasty, missing=(nasty,), evidence=(quoted(nasty, at(1)), BIJDRAGE))
    text = to_html(report(replace(judged(path=nasty), outcomes=(one,))))
    assert "<script" not in text
    assert nasty in Page(text).text


def test_several_documents_have_an_overview_that_links_to_each() -> None:
    page = Page(to_html(EVERYTHING))
    assert page.headings[0] == ("h1", "5 documenten")
    assert {"d1", "d2", "d3", "d4", "d5"} <= set(page.targets)


def test_the_same_report_gives_the_same_page() -> None:
    assert to_html(EVERYTHING) == to_html(EVERYTHING)


def test_what_is_enough_as_a_matter_of_degree_is_told_in_order_with_what_is_missing() -> None:
    message = "Wat er staat, telt hier als genoeg. Nog niet aangetroffen: een alternatief."
    enough = outcome("VOR-10", Status.SATISFIED, message=message, missing=("een alternatief",))
    text = " ".join(Page(to_html(report(replace(judged(), outcomes=(enough,))))).words)
    assert message in " ".join(text.split())


def test_what_is_more_to_say_of_a_finding_without_quotes_is_said() -> None:
    card = Card(
        "d1-n1", "VOR-03", "Het besluit is gelijk", Tone.ATTENTION, "aandacht", "Het besluit wijkt af.", more="Eerder in orde."
    )
    made = page(Book("Hertoets", (Sheet("d1", "Hertoets", "Voorstel", (card,), ()),), ()))
    assert "Eerder in orde." in Page(made).text

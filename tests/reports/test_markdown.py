"""The report as Markdown."""

from dataclasses import replace

import pytest

from toets.reports.markdown import plain, to_markdown
from toets.reports.views import view_for

from .build import at, judged, lookalike, outcome, quoted, report, unreadable


def test_headings_and_findings_stand_in_reading_order() -> None:
    text = to_markdown(report())
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == [
        "# Raadsvoorstel: Krediet nieuwbouw sporthal De Veste",
        "## Eerst te herstellen",
        "### MID-02 De dekking is herleidbaar",
        "## Beslispunten",
        "## Bevindingen per onderdeel",
        "### Planning en uitvoering",
        "#### UIT-08 Terugkoppeling aan de raad",
        "### Nog niet in het document",
        "#### OPD-01 De opdracht is expliciet",
        "## In orde",
        "## Uitzonderingen",
        "## Niet te beoordelen",
        "## Niet getoetst",
        "## Gevonden in het document",
        "### Bedragen",
        "### Betrokkenen",
        "## Over dit verslag",
    ]
    assert "**Advies: terugsturen naar de steller**\\\n1 blokkerende bevinding, 1 aandachtspunt en 1 advies." in text


def test_a_finding_quotes_its_place_norm_and_remedy() -> None:
    text = to_markdown(report())
    assert "“N.v.t.” (onder ‘Planning en uitvoering’, p. 2)" in text
    assert "- Zonder dekking kan de raad het budget niet autoriseren. Norm: Gemeentewet, art. 189." in text
    assert "**Uitgezet in profiel griffie (2)**: VOR-12; VOR-14" in text


def test_a_decision_point_is_a_row_of_a_table() -> None:
    text = to_markdown(report())
    assert "| 1 | Een krediet van € 1.250.000 beschikbaar te stellen. | **blokkerend**: MID-02 |" in text


def test_a_reader_gets_the_parts_for_that_reader() -> None:
    assert "## Te herstellen, per onderdeel" in to_markdown(report(), view=view_for("steller"))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<script>", r"\<script\>"),
        ("een *ster* en _streep_", r"een \*ster\* en \_streep\_"),
        ("[x](http://y)", r"\[x\](http://y)"),
        ("- geen lijst", r"\- geen lijst"),
        ("1. geen lijst", r"1\. geen lijst"),
        ("€ 1.250,- per jaar", "€ 1.250,- per jaar"),
        ("12) geen lijst", r"12\) geen lijst"),
        ("in 2026. Dan", "in 2026. Dan"),
        ("a\n\n# b", r"a \# b"),
    ],
)
def test_words_of_a_document_never_become_markup(text: str, escaped: str) -> None:
    assert plain(text) == escaped


def test_quotes_are_escaped() -> None:
    one = replace(judged(), outcomes=(outcome("MID-02", evidence=(quoted("<img src=x>", at(1)),)),))
    assert r"\<img src=x\>" in to_markdown(report(one))


def test_other_documents_are_told_too() -> None:
    text = to_markdown(report(lookalike(), unreadable()))
    assert "**Geen voorstel: raadsinformatiebrief**" in text
    assert "**Niet gelezen**\\\nstukken/scan.pdf heeft geen tekstlaag" in text

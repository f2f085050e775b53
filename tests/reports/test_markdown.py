"""The report as Markdown."""

from dataclasses import replace

import pytest

from toets.reports.markdown import plain, to_markdown

from .build import at, judged, lookalike, outcome, quoted, report, unreadable


def test_headings_and_findings_stand_in_reading_order() -> None:
    text = to_markdown(report())
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == [
        "# stukken/voorstel.docx",
        "## Blokkerend: eerst te herstellen",
        "### MID-02 De dekking is herleidbaar",
        "## Aandacht: aan te vullen vóór de behandeling",
        "### OPD-01 De opdracht is expliciet",
        "## Advies: maakt het voorstel beter",
        "### UIT-08 Terugkoppeling aan de raad",
        "## Overzicht",
    ]
    assert "**Advies: terugsturen naar de steller** (1 blokkerende bevinding, 1 aandachtspunt, 1 advies)" in text


def test_a_finding_quotes_its_place_norm_and_remedy() -> None:
    text = to_markdown(report())
    assert "“N.v.t.” (onder ‘Planning en uitvoering’, p. 2)" in text
    assert "- **Norm:** Gemeentewet, art. 189" in text
    assert "- **Niet getoetst**, uitgezet in profiel griffie: VOR-12, VOR-14" in text


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
    assert "raadsinformatiebrief, geen voorstel" in text
    assert "**Niet gelezen:** stukken/scan.pdf heeft geen tekstlaag" in text

"""Where facts say they stand: characters in the block, rows in the table as the file has it."""

from __future__ import annotations

from tests.readers.build import cell, docx, paragraph, row, run, table
from toets.checker import Checker
from toets.model.document import Block
from toets.model.fact import Fact

OUTLINE = '<w:outlineLvl w:val="0"/>'


def read(checker: Checker, body: str) -> tuple[dict[int, Block], list[Fact]]:
    report = checker.check_bytes(docx(body), "voorstel.docx")
    assert report.document is not None
    return {block.index: block for block in report.document.source.walk()}, list(report.facts)


def heading(text: str) -> str:
    return cell(paragraph(runs=run(text, "<w:b/>")))


def words(blocks: dict[int, Block], fact: Fact) -> str:
    block, place = blocks[fact.location.paragraph or 0], fact.location
    if not block.rows:
        return block.text[place.start : place.end]
    text = " | ".join(each.text for each in block.rows[place.row or 0])
    return text[place.start : place.end]


def test_a_fact_in_a_field_of_the_head_stands_in_its_value(checker: Checker) -> None:
    body = (
        paragraph("Raadsvoorstel")
        + paragraph("Onderwerp: krediet nieuwbouw sporthal")
        + paragraph("Datum raad: 3 juli 2025")
        + paragraph("Zaaknummer: 2025-1")
        + paragraph("Portefeuillehouder: J. de Vries")
        + paragraph("Voorstel", properties=OUTLINE)
        + paragraph("Een krediet beschikbaar te stellen.")
    )
    blocks, facts = read(checker, body)
    fields = [fact for fact in facts if fact.location.paragraph in (1, 2) and fact.kind in ("subject", "date_check", "nature")]
    assert {words(blocks, fact) for fact in fields} >= {"krediet", "nieuwbouw", "3 juli 2025"}
    assert all(words(blocks, fact) for fact in fields)


def test_a_row_keeps_its_number_in_a_table_that_is_cut_by_its_headings(checker: Checker) -> None:
    body = (
        paragraph("Raadsvoorstel")
        + table(
            row(
                heading("Inleiding"), "De raad heeft vorig jaar gevraagd om een plan voor het dorpsplein, en dat plan ligt er nu."
            ),
            row(
                heading("Financiën"),
                "Het plein kost geld, en dat geld staat in de begroting van het komende jaar, zoals hieronder.",
            ),
            row("Kosten", "€ 7.000"),
            row(
                heading("Planning"),
                "Het werk begint in het voorjaar en is een jaar later klaar, als het weer meezit, zie hieronder.",
            ),
            row("Start", "2 juni 2026"),
            row("Einde", "3 juni 2027"),
        )
        + paragraph("Voorstel", properties=OUTLINE)
        + paragraph("Een krediet beschikbaar te stellen.")
    )
    blocks, facts = read(checker, body)
    placed = [fact for fact in facts if fact.kind in ("amount", "date_check") and fact.location.row is not None]
    assert {words(blocks, fact) for fact in placed} == {"€ 7.000", "2 juni 2026", "3 juni 2027"}

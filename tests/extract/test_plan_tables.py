"""Planning tables that stand in pieces: one table in the file, cut up by headings and text that stand in its rows."""

from __future__ import annotations

import pytest

from tests.readers.build import cell, docx, paragraph, row, table
from toets.checker import Checker
from toets.model.fact import Fact
from toets.model.report import DocumentStatus

OUTLINE = '<w:outlineLvl w:val="0"/>'
WIDE = '<w:gridSpan w:val="3"/>'
HEAD = ("Stap", "Wie", "Wanneer")
FIRST = (HEAD, ("Bestek", "team Civiel", "mei 2027"))
SECOND = (
    HEAD,
    ("Aanleg", "aannemer", "september 2027"),
    ("Oplevering", "opzichter", "maart 2028"),
    ("Nazorg", "team Beheer", "mei 2028"),
)
Piece = tuple[tuple[str, ...], ...]


def facts(checker: Checker, first: Piece, second: Piece, between: str) -> list[Fact]:
    body = (
        paragraph("Raadsvoorstel")
        + paragraph("Beslispunten", properties=OUTLINE)
        + paragraph("1. Een krediet van € 400.000 beschikbaar te stellen.")
        + paragraph("Uitvoering", properties=OUTLINE)
        + table(*(row(*cells) for cells in first), between, *(row(*cells) for cells in second))
        + paragraph("Financiën", properties=OUTLINE)
        + paragraph("Er is geld.")
    )
    report = checker.check_bytes(docx(body), "voorstel.docx")
    assert report.status is DocumentStatus.JUDGED
    return [fact for fact in report.facts if fact.kind == "action" and "|" in fact.quote]


BETWEEN = (
    pytest.param(row(cell(paragraph("Planning", properties=OUTLINE), WIDE)), id="a heading"),
    pytest.param(
        row(cell(paragraph("Daarna volgt het werk buiten, als de vergunning er is en het weer het toelaat."), WIDE)), id="a text"
    ),
)


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize(("first", "second"), [(FIRST, SECOND), (SECOND, FIRST)], ids=["short, long", "long, short"])
def test_every_row_of_a_planning_in_pieces_is_a_step_with_its_actor(
    checker: Checker, first: Piece, second: Piece, between: str
) -> None:
    steps = facts(checker, first, second, between)
    told = " ".join(step.quote for step in steps)
    assert all(name in told for name in ("Bestek", "Aanleg", "Oplevering", "Nazorg"))
    assert not [step.quote for step in steps if step.fields["actor"] in ("none", "vague")]


PROSE = "Dit stuk legt in een gewone zin uit wat er aan de hand is en waarom."


def test_a_template_in_one_table_gives_all_its_moments_whatever_stands_between_its_rows(checker: Checker) -> None:
    rows = [row(name, PROSE) for name in ("Aanleiding", "Argumenten", "Financiën", "Communicatie", "Uitvoering")]
    long = [row("Bestek", "mei 2027"), row("Gunning", "juni 2027"), row("Aanleg", "september 2027")]
    wide = row(cell(paragraph("Daarna gaat het naar beheer."), '<w:gridSpan w:val="2"/>'))
    body = paragraph("Raadsvoorstel") + table(*rows, *long, wide, row("Snoeien", "mei 2028"))
    report = checker.check_bytes(docx(body), "voorstel.docx")
    assert report.status is DocumentStatus.JUDGED
    moments = {fact.quote for fact in report.facts if fact.kind == "milestone"}
    assert moments >= {"Bestek | mei 2027", "Aanleg | september 2027", "Snoeien | mei 2028"}

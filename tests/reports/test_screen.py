"""A book on the screen: nothing is broken that a reader has to see whole."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from toets.model.outcome import Status
from toets.reports.screen import to_screen
from toets.reports.sheet import Book, Grid, Paragraph, Sheet, text
from toets.reports.terminal import to_terminal

from .build import judged, outcome, report

WHOLE = "Het krediet van € 340.000 dat op 12 maart 2026 op grond van art. 192 en artikel 10:3 is gevraagd, komt er. "
APART = re.compile(r"(?:€|\bart\.|\bartikel|\b12)$", re.MULTILINE)


@pytest.mark.parametrize("width", range(40, 80, 3))
def test_an_amount_a_day_and_an_article_stay_on_one_line(width: int) -> None:
    book = Book("", (Sheet("a", "", "", (Paragraph(text(WHOLE * 4)),), ()),), ())
    finding = replace(outcome("MID-02", Status.VIOLATED, message=WHOLE * 2), repair=WHOLE * 2)
    checked = to_terminal(report(replace(judged(), outcomes=(finding,))), width=width, color=False)
    for shown in (to_screen(book, width=width, color=False), checked):
        assert not APART.search(shown)
        assert WHOLE.strip() in " ".join(shown.split())


@pytest.mark.parametrize("width", [50, 80, 120])
def test_no_column_is_narrower_than_its_longest_word(width: int) -> None:
    rows = ((text("Krediet voor de nieuwe sporthal"), text("terugsturen"), text("0")),)
    grid = Grid("Voorstellen", ("Voorstel", "Stand", "Veranderd"), (90, 5, 5), rows)
    lines = to_screen(Book("", (Sheet("a", "", "", (grid,), ()),), ()), width=width, color=False).splitlines()
    assert any("terugsturen" in line for line in lines)
    assert any("Veranderd" in line for line in lines)
    assert max(map(len, lines)) <= width

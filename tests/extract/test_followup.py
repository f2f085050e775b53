"""How the council hears of it: a heading may say who hears, and the sentence under it only when and what."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in, proposal
from toets.checker import Checker


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## Wanneer de raad hiervan hoort\nIn mei 2028: het aantal fietsers per telpunt.", [("council", 1)]),
        ("## Zo blijft u op de hoogte\nElk voorjaar een overzicht van de aangelegde paden.", [("reader", 1)]),
        ("## Zo blijft u op de hoogte\nAls daar aanleiding toe is.", []),
        ("## Wat bewoners horen\nIn mei 2028 krijgen zij een folder.", []),
        ("## De paden\nIn mei 2028: het aantal fietsers per telpunt.", []),
    ],
)
def test_a_heading_says_who_hears_and_the_sentence_when(checker: Checker, body: str, found: list[tuple[str, int]]) -> None:
    facts = facts_in(checker, proposal("De nota Fietsen 2027-2031 vast te stellen.", body=body), "report_back")
    told = [("council" if fact.fields["council"] else "reader", fact.fields["moment"]) for fact in facts]
    assert told == found


@pytest.mark.parametrize(
    ("sentence", "evaluated"),
    [
        ("In mei 2029 melden wij u of de doelen zijn gehaald.", True),
        ("In mei 2029 laten wij u weten wat het heeft opgeleverd.", True),
        ("Vorig jaar meldden wij u of de doelen zijn gehaald.", False),
        ("Of de doelen van het vorige plan zijn gehaald, is onbekend.", False),
    ],
)
def test_what_has_come_out_is_evaluated_when_it_is_told_later(checker: Checker, sentence: str, evaluated: bool) -> None:
    text = proposal("De nota Fietsen 2027-2031 vast te stellen.", body=f"## Vervolg\n{sentence}")
    assert [fact.fields["moment"] for fact in facts_in(checker, text, "evaluation")] == ([1] if evaluated else [])

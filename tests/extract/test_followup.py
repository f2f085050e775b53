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

"""References to law: basis or mention, in force or not, and mandates with their elements."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in, proposal
from toets.checker import Checker


def test_a_mandate_is_taken_apart(checker: Checker) -> None:
    text = proposal(
        "Het hoofd van de afdeling Groen op grond van artikel 10:3 van de Algemene wet bestuursrecht mandaat te verlenen om "
        "kapvergunningen te verlenen tot maximaal tien bomen, zonder ondermandaat.",
        title="Collegevoorstel",
    )
    (fact,) = facts_in(checker, text, "mandate")
    elements = {name: fact.fields[name] for name in ("sort", "to", "holder", "basis", "limit", "sub", "report")}
    assert elements == {"sort": "mandaat", "to": "ambtenaar", "holder": "function", "basis": 1, "limit": 1, "sub": 1, "report": 0}


@pytest.mark.parametrize(
    ("points", "main"),
    [
        (("De geheimhouding op bijlage 2 te bekrachtigen.",), 1),
        (("Geheimhouding op te leggen op bijlage 2.", "Het krediet beschikbaar te stellen."), 0),
        (("De grond te verkopen.",), 0),
        ((), 0),
    ],
)
def test_articles_on_secrecy_are_the_basis_of_secrecy_only(checker: Checker, points: tuple[str, ...], main: int) -> None:
    found = facts_in(checker, proposal(*points, body="## Juridisch kader\nArtikel 87 van de Gemeentewet."), "law_reference")
    assert [fact.fields["main"] for fact in found if fact.fields["article"] == "87"] == [main]


@pytest.mark.parametrize("named", ["Artikel 5.1 van de Wet open overheid", "Artikel 25 van de Wet op de ondernemingsraden"])
def test_a_law_that_says_how_or_why_is_no_basis(checker: Checker, named: str) -> None:
    (fact,) = facts_in(checker, proposal("De grond te verkopen.", body=f"## Juridisch kader\n{named}."), "law_reference")
    assert fact.fields["main"] == 0


def test_the_council_that_authorises_the_college_is_seen(checker: Checker) -> None:
    (fact,) = facts_in(checker, proposal("Het college te machtigen de koop te sluiten."), "mandate")
    assert (fact.fields["by_council"], fact.fields["to"]) == (1, "college")

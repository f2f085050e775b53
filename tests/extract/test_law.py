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


@pytest.mark.parametrize(
    ("body", "bare"),
    [
        ("De heffing steunt op de Gemeentewet. Voor het toezicht geldt artikel 18.6 van de Omgevingswet.", 1),
        ("De heffing steunt op de Gemeentewet. Artikel 216 van die wet laat ons kiezen wat wij belasten.", 0),
        ("De heffing steunt op de Gemeentewet (artikel 216).", 0),
        ("De heffing steunt niet op de Gemeentewet, maar op artikel 15.33 van de Wet milieubeheer.", 0),
        ("De heffing steunt op de Gemeentewet.", 0),
        ("Met de Gemeentewet in de hand mag u heffen. Kwijtschelding loopt langs artikel 26 van de Invorderingswet 1990.", 1),
        ("Sinds de invoering van de Omgevingswet heet dit anders. Artikel 216 van de Gemeentewet laat ons kiezen.", 0),
        ("De Awb speelt hier geen rol. Artikel 216 van de Gemeentewet laat ons kiezen.", 0),
    ],
)
def test_a_law_without_an_article_stands_bare_beside_the_article_of_another(checker: Checker, body: str, bare: int) -> None:
    text = proposal("De Verordening toeristenbelasting vast te stellen.", body=f"## Juridisch kader\n{body}")
    assert sum(int(fact.fields["bare"]) for fact in facts_in(checker, text, "law_reference")) == bare


def test_an_article_carries_only_the_decision_that_its_sentence_is_about(checker: Checker) -> None:
    points = ("De Verordening reclamebelasting vast te stellen.", "Wensen en bedenkingen te geven over de erfpacht.")
    body = "## Juridisch kader\nDe {} volgt uit de Gemeentewet. Over de erfpacht spreekt u zich uit volgens artikel 169 daarvan."
    found = [facts_in(checker, proposal(*points, body=body.format(of)), "law_reference") for of in ("verordening", "erfpacht")]
    assert [sum(int(fact.fields["bare"]) for fact in facts) for facts in found] == [1, 0]


@pytest.mark.parametrize(
    "said", ["Die ruimte biedt artikel 9 van de {}.", "Wie huizen verdeelt, komt uit bij artikel 9 van de {}."]
)
def test_an_article_of_a_known_law_is_the_basis_in_whatever_words(checker: Checker, said: str) -> None:
    text = proposal("De verordening vast te stellen.", body=f"## Wonen\n{said.format('Huisvestingswet 2014')}")
    assert any(fact.fields["main"] for fact in facts_in(checker, text, "law_reference"))


def test_a_report_says_what_holds_instead_of_an_outdated_reference(checker: Checker) -> None:
    text = proposal("De grond te verkopen.", body="## Juridisch kader\nDe Wet openbaarheid van bestuur en de Boswet gelden.")
    one = next(outcome for outcome in checker.check_bytes(text.encode(), "grond.md").outcomes if outcome.rule == "MAN-10")
    assert "De Wet openbaarheid van bestuur is vervangen door de Wet open overheid" in one.message
    assert [item.message.rpartition("». ")[2] for item in one.items][1:] == ["De Boswet is vervangen door de Omgevingswet."]


def test_who_decides_instead_is_told_with_the_article(checker: Checker) -> None:
    one = checker.check_bytes(proposal("De overeenkomst met de aannemer aan te gaan.").encode(), "overeenkomst.md")
    message = next(outcome.message for outcome in one.outcomes if outcome.rule == "MAN-01")
    assert message.endswith("Naar wat bekend is beslist hierover: college (artikel 160 Gemeentewet).")

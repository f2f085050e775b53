"""Where a proposal comes from, with what and by whom: beside it, what only has the words."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in, proposal
from toets.checker import Checker
from toets.model.fact import Fact, Value

WHY = "Aanleiding"
HOW = "Uitvoering"
REASONS = "Argumenten"
POWERS = "Bevoegdheid"

IS = [
    ("origin", {"sort": "motie"}, WHY, "Met motie 2026-8 vroeg uw raad om meer banken in het park."),
    ("origin", {"sort": "raadsbesluit"}, WHY, "De Welstandsnota 2030, die u in 2024 vaststelde, vraagt dit."),
    ("origin", {"sort": "beleid", "located": 1}, WHY, "In het Rioolplan 2023-2027 stond deze straat gepland voor 2028."),
    ("origin", {"sort": "beleid", "located": 1}, WHY, "Op grond van de financiële verordening doen wij twee keer verslag."),
    ("origin", {"sort": "begroting", "located": 1}, WHY, "Bij de begroting 2025 nam u hiervoor een stelpost op."),
    ("origin", {"sort": "wet"}, WHY, "Artikel 4 van de Wet op het primair onderwijs verplicht ons hiertoe."),
    ("instrument", {"reasoned": 1}, HOW, "Wij verstrekken een lening, omdat het geld dan terugkomt."),
    ("instrument", {"compared": 1}, REASONS, "Er zijn drie locaties vergeleken."),
    ("relation", {"of": "bare"}, HOW, "Er zijn drie programmalijnen. De lijnen pakken wij in samenhang op."),
]
IS_NOT = [
    ("origin", {}, WHY, "De promotie van de kermis gaat door."),
    ("origin", {"sort": "raadsbesluit"}, WHY, "De Hoge Raad heeft op 3 maart 2023 anders geoordeeld."),
    ("origin", {"sort": "raadsbesluit"}, WHY, "Het bestuur heeft de stukken op 3 maart 2023 aan uw raad toegezonden."),
    ("origin", {"sort": "raadsbesluit"}, WHY, "Vooruitlopend op het besluit van uw raad is de sloop begonnen."),
    ("origin", {"sort": "raadsbesluit"}, WHY, "Nadat u de nota heeft vastgesteld, start de werving."),
    ("origin", {"sort": "raadsbesluit"}, POWERS, "De raad stelt de nota vast op grond van de Gemeentewet."),
    ("origin", {"sort": "wet"}, POWERS, "De bevoegdheid om dit te doen volgt uit artikel 160 van de Gemeentewet."),
    ("origin", {"sort": "begroting"}, WHY, "Bij de Kadernota 2031 leggen wij u het vervolg voor."),
    ("origin", {}, WHY, "Wij spreken met de bewoners af wie het hek opent."),
    ("instrument", {"reasoned": 1}, HOW, "De kraan komt pas in mei, omdat de leverancier vol zit."),
    ("instrument", {"reasoned": 1}, HOW, "De dienstverlening verandert, omdat de balie verhuist."),
    ("instrument", {"compared": 1}, REASONS, "Op 31 locaties staat een bank."),
    ("instrument", {"compared": 1}, REASONS, "Bezoekers kunnen ook bellen."),
    ("instrument", {"compared": 1}, REASONS, "Het aantal leerlingen groeit sneller dan verwacht."),
    ("instrument", {"compared": 1}, REASONS, "Het contract kent twee opties van een jaar."),
    ("commission", {}, REASONS, "Op verzoek van uw raad is een fietsenstalling toegevoegd."),
    ("commission", {}, REASONS, "Het Rijk betaalt mee als wij vóór juni opdracht geven."),
    ("commission", {}, REASONS, "De Jeugdwet draagt het college op om hulp te bieden."),
    ("subtask", {}, REASONS, "Het vorige programma kende zeven speerpunten."),
    ("relation", {}, REASONS, "Dit volgt uit artikel 108 in samenhang met artikel 147 van de Gemeentewet."),
]


def found(checker: Checker, kind: str, fields: dict[str, Value], heading: str, sentence: str) -> list[Fact]:
    """The facts of a kind with these fields in a proposal that says this under this heading."""
    text = proposal("Het plan vast te stellen.", body=f"## {heading}\n{sentence}")
    return [fact for fact in facts_in(checker, text, kind) if all(fact.fields[name] == value for name, value in fields.items())]


@pytest.mark.parametrize(("kind", "fields", "heading", "sentence"), IS)
def test_a_sentence_that_means_it_gives_the_fact(
    checker: Checker, kind: str, fields: dict[str, Value], heading: str, sentence: str
) -> None:
    assert found(checker, kind, fields, heading, sentence)


@pytest.mark.parametrize(("kind", "fields", "heading", "sentence"), IS_NOT)
def test_the_same_words_with_another_meaning_do_not(
    checker: Checker, kind: str, fields: dict[str, Value], heading: str, sentence: str
) -> None:
    assert not found(checker, kind, fields, heading, sentence)


def test_what_a_point_decides_on_is_not_where_it_comes_from(checker: Checker) -> None:
    assert not facts_in(checker, proposal("De derde wijziging van de begroting 2027 vast te stellen."), "origin")
    assert facts_in(checker, proposal("Dit te betalen uit de in de begroting 2027 opgenomen stelpost Sport."), "origin")


def test_the_day_of_this_decision_itself_is_no_earlier_decision(checker: Checker) -> None:
    text = "# Raadsvoorstel\n\nCollegebesluit: 3 juni 2026\n\n## Beslispunten\n1. Het plan vast te stellen."
    assert not facts_in(checker, text, "origin")


@pytest.mark.parametrize(
    ("point", "objects"),
    [
        ("Met Stichting De Brug een overeenkomst aan te gaan op grond van de regeling.", {"overeenkomst"}),
        ("De grond aan de Dijk aan te kopen.", {"grondzaak"}),
        ("Perceel 2 te gunnen aan Bakker Bouw BV.", {"gunning"}),
    ],
)
def test_a_partner_a_lot_and_a_ground_in_law_are_not_decided_on(checker: Checker, point: str, objects: set[str]) -> None:
    text = proposal(point, title="Collegevoorstel")
    assert {fact.fields["object"] for fact in facts_in(checker, text, "competence")} == objects


def test_what_a_point_states_is_not_decided_there(checker: Checker) -> None:
    point = "Vast te stellen dat de kosten zijn verzekerd door de op 3 mei 2026 gesloten anterieure overeenkomst."
    assert not facts_in(checker, proposal(point), "competence")

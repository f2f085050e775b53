"""What amounts do in a proposal, and which of them it asks for."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in, proposal
from toets.checker import Checker
from toets.model.fact import Fact


def amounts(checker: Checker, text: str) -> list[Fact]:
    return facts_in(checker, text, "amount")


def main(checker: Checker, text: str) -> list[str]:
    return [fact.quote for fact in amounts(checker, text) if fact.fields["main"]]


def test_a_sum_that_is_said_again_is_asked_once(checker: Checker) -> None:
    text = proposal(
        "Een krediet van € 4.200.000 beschikbaar te stellen.",
        body="## Samenvatting\nWij vragen een krediet van 4,2 miljoen euro.\n\n## Financiën\nDe kosten bedragen € 4.200.000.",
    )
    assert main(checker, text) == ["€ 4.200.000"]
    assert [fact.fields["repeat"] for fact in amounts(checker, text)] == [0, 1, 1]


@pytest.mark.parametrize("again", ["De raming bedraagt € 121.000 inclusief btw.", "De kosten zijn € 50.000 per jaar."])
def test_a_sum_with_btw_or_cut_into_years_is_the_same_sum(checker: Checker, again: str) -> None:
    text = proposal("Een krediet van € 100.000 voor 2026-2027 beschikbaar te stellen.", body=f"## Financiën\n{again}")
    assert main(checker, text) == ["€ 100.000"]


def test_yearly_costs_stand_beside_what_is_asked(checker: Checker) -> None:
    text = proposal(
        "Een krediet van € 900.000 beschikbaar te stellen.",
        body="## Financiën\nDe bouw kost € 700.000. Het beheer kost € 12.000 per jaar. De kapitaallasten zijn € 41.000 per jaar.",
    )
    assert main(checker, text) == ["€ 900.000", "€ 12.000"]


def test_of_a_table_the_total_counts(checker: Checker) -> None:
    table = "| Post | Bedrag |\n|---|---|\n| Onderzoek | € 20.000 |\n| Communicatie | € 5.000 |\n| Totaal | € 25.000 |"
    text = proposal("De nota vast te stellen.", body=f"## Financiën\nDe kosten zijn als volgt.\n\n{table}")
    assert main(checker, text) == ["€ 25.000"]
    assert [fact.fields["breakdown"] for fact in amounts(checker, text)] == [1, 1, 0]


def test_a_table_counts_in_the_unit_of_its_caption(checker: Checker) -> None:
    table = "| Lasten (x € 1.000) | 2026 | 2027 |\n|---|---|---|\n| Uitvoering | 120 | 45 |"
    text = proposal("De nota vast te stellen.", body=f"## Financiën\n{table}")
    found = [(fact.fields["cents"], fact.fields["year"], fact.fields["term"]) for fact in amounts(checker, text)]
    assert found == [(12_000_000, 2026, "bounded"), (4_500_000, 2027, "bounded")]


def test_the_head_of_a_column_tells_what_comes_in(checker: Checker) -> None:
    table = "| Kosten | Bedrag | Opbrengsten | |\n|---|---|---|---|\n| Sloop | € 80.000 | Kavels | € 95.000 |"
    text = proposal("De grondexploitatie vast te stellen.", body=f"## Financiën\n{table}")
    assert [fact.fields["use"] for fact in amounts(checker, text)] == ["cost", "income"]


def test_alternatives_and_the_past_ask_nothing(checker: Checker) -> None:
    text = proposal(
        "De nota vast te stellen.",
        body="## Aanleiding\nIn 2023 stelde uw raad € 50.000 beschikbaar.\n\n## Alternatieven\nRenoveren kost € 3.000.000.",
    )
    assert main(checker, text) == []


def test_a_point_that_only_takes_note_asks_nothing(checker: Checker) -> None:
    noted = proposal("Kennis te nemen van het plan van het college om garant te staan voor € 2 miljoen.")
    asked = proposal("Garant te staan voor een lening van € 2 miljoen.")
    assert [fact.fields["point"] for fact in amounts(checker, noted) if fact.fields["main"]] == []
    assert [fact.fields["point"] for fact in amounts(checker, asked) if fact.fields["main"]] == [1]


def test_what_is_said_of_a_sum_elsewhere_labels_it(checker: Checker) -> None:
    text = proposal("Een budget van € 30.000 beschikbaar te stellen.", body="## Financiën\nHet budget van € 30.000 is eenmalig.")
    assert amounts(checker, text)[0].fields["labelled"] == 1


@pytest.mark.parametrize(
    "told",
    [
        "Het onderzoek kost € 20.000 en de communicatie kost € 5.000. De totale kosten zijn € 25.000.",
        "De kosten zijn € 25.000: het onderzoek kost € 20.000 en de communicatie kost € 5.000.",
    ],
)
def test_of_a_sum_and_its_parts_only_the_sum_counts(checker: Checker, told: str) -> None:
    text = proposal("De nota vast te stellen.", body=f"## Financiën\n{told}")
    assert main(checker, text) == ["€ 25.000"]


def test_a_sentence_beside_it_can_say_that_costs_are_for_once(checker: Checker) -> None:
    text = proposal("De nota vast te stellen.", body="## Financiën\nHet onderzoek kost € 20.000. Deze kosten zijn incidenteel.")
    assert [fact.fields["labelled"] for fact in amounts(checker, text)] == [1]


PLAN_YEARS = [
    ("In 2027 en 2028 € 40.000 per jaar beschikbaar te stellen.", 1),
    ("In 2027 tot en met 2031 € 40.000 per jaar beschikbaar te stellen.", 0),
    ("Vanaf 2027 jaarlijks € 40.000 beschikbaar te stellen.", 0),
    ("Per 2027 € 40.000 per jaar beschikbaar te stellen.", 0),
    ("Met ingang van begrotingsjaar 2027 jaarlijks € 40.000 beschikbaar te stellen.", 0),
    ("Structureel € 40.000 per jaar beschikbaar te stellen, voor het eerst in 2027.", 0),
    ("Jaarlijks € 40.000 beschikbaar te stellen, zoals in 2024 is toegezegd.", 0),
    ("In 2027 € 40.000 beschikbaar te stellen.", 0),
]


@pytest.mark.parametrize(("point", "short"), PLAN_YEARS)
def test_money_for_each_year_may_end_before_the_plan_does(checker: Checker, point: str, short: int) -> None:
    (item,) = amounts(checker, proposal("Het Sportplan 2027-2031 vast te stellen.", point))
    assert item.fields["short"] == short


def test_the_year_of_a_paper_is_no_end_of_a_plan(checker: Checker) -> None:
    later = "Bij de Kadernota 2029 te besluiten over het vervolg."
    (item,) = amounts(checker, proposal(PLAN_YEARS[0][0], later))
    assert item.fields["short"] == 0


@pytest.mark.parametrize(
    ("said", "use"),
    [
        ("In de raming zit een post onvoorzien van 10 procent (€ 220.000).", "cost"),
        ("De kosten gaan ten laste van de post onvoorzien, die € 220.000 bevat.", "existing"),
    ],
)
def test_the_unforeseen_in_an_estimate_is_part_of_the_costs(checker: Checker, said: str, use: str) -> None:
    (fact,) = amounts(checker, proposal("De nota Spelen vast te stellen.", body=f"## Kanttekeningen\n{said}"))
    assert fact.fields["use"] == use

"""What amounts do in a proposal, and which of them it asks for."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in, proposal
from toets.checker import Checker
from toets.model.fact import Fact

IN_POINTS = [
    ("Een krediet van € 1.250.000 te verlenen voor de verbouwing.", ["requested"]),
    ("Een bedrag van € 85.000 beschikbaar te stellen voor het opstellen van de visie.", ["requested"]),
    ("Akkoord te gaan met een budget van maximaal € 40.000 voor de proef.", ["requested"]),
    ("Aan Stichting De Brug een subsidie te verlenen van € 63.500 voor 2026.", ["requested"]),
    ("De opdracht voor het groenonderhoud te gunnen aan Van Rijn B.V. voor € 412.000.", ["requested"]),
    ("Garant te staan voor een lening van € 2 miljoen aan de voetbalvereniging.", ["requested"]),
    ("Het budget voor jeugdhulp structureel met € 350.000 te verhogen.", ["requested"]),
    ("Een krediet van € 300.000 beschikbaar te stellen, waarvan € 90.000 wordt ontvangen als subsidie.", ["requested", "income"]),
    ("De dekking van € 85.000 te vinden in de reserve Mobiliteit.", ["requested"]),
    ("Aan de stichting een subsidie te verlenen van ten hoogste € 118.500 per jaar.", ["requested"]),
    ("De begroting te wijzigen, waardoor de lasten stijgen van € 9.310.000 naar € 14.170.000.", ["existing", "limit"]),
    ("Het college te mandateren tot een bedrag van € 50.000 verplichtingen aan te gaan.", ["limit"]),
    ("Het tarief vast te stellen op € 74,40 per hond.", ["price"]),
]
IN_PROSE = [
    ("De totale investering komt uit op 2,3 miljoen euro.", ["cost"]),
    ("Dit kost jaarlijks € 18.000.", ["cost"]),
    ("Met de uitvoering is een bedrag van € 75.000 gemoeid.", ["cost"]),
    ("De uitvoeringskosten zijn begroot op € 15.000 per jaar.", ["cost"]),
    ("Voor 2027 gaat het om € 60.000, voor 2028 om € 65.000.", ["cost", "cost"]),
    ("De meerkosten zijn € 45.000 in 2026 en € 64.000 in de jaren daarna.", ["cost", "cost"]),
    ("Kosten: € 12.000.", ["cost"]),
    ("Het verplaatsen van de kast kost € 8.500,-.", ["cost"]),
    ("Voor het plein is een bedrag nodig van € 12.500,--.", ["cost"]),
    ("Op product 5.2 Sport staat in de meerjarenraming structureel € 120.000.", ["existing"]),
    ("We trekken hiervoor € 22.000 uit.", ["cost"]),
    ("Aan onderzoekskosten verwachten we € 15.000 kwijt te zijn.", ["cost"]),
    ("De communicatie wordt begroot op € 6.000 en het onderzoek op € 14.000.", ["cost", "cost"]),
    ("De extra lasten (€ 9.500 structureel) vangen we op binnen programma 3.", ["cost"]),
    ("De provincie subsidieert het project met € 300.000.", ["income"]),
    ("De opbrengst van de grondverkoop is geraamd op € 1,1 miljoen.", ["income"]),
    ("Door de maatregel besparen we € 25.000 per jaar.", ["income"]),
    ("In de begroting 2026 is hiervoor € 100.000 opgenomen.", ["existing"]),
    ("Na deze onttrekking resteert in de reserve nog € 310.000.", ["existing"]),
    ("De huidige uitgaven aan dit beleid zijn € 865.000 per jaar.", ["existing"]),
    ("Op 28 september gaf u een voorbereidingskrediet van € 310.000.", ["existing"]),
    ("De afspraak geldt zolang de huur per saldo niet hoger uitkomt dan € 410.000.", ["limit"]),
    ("Voor opdrachten boven € 221.000 geldt een Europese aanbestedingsplicht.", ["limit"]),
    ("Een gemiddelde koopwoning kost hier € 412.000.", ["price"]),
    ("Per deelnemer is de gemeente € 1.250 kwijt.", ["price"]),
    ("Als de subsidie niet doorgaat, ontstaat een tekort van € 300.000.", ["risk"]),
    ("Het risico is geschat op € 90.000 en is opgenomen in het weerstandsvermogen.", ["risk"]),
    ("Van de € 500.000 uit 2023 is € 320.000 uitgegeven.", ["other", "other"]),
    ("Een alternatief met asfalt is € 45.000 goedkoper.", ["income"]),
    ("Vorig jaar gaven we € 91.000 uit aan schoonmaak.", ["other"]),
    ("Van dit bedrag wordt € 80.000 gedekt uit het budget wegen.", ["cover"]),
]


def amounts(checker: Checker, text: str) -> list[Fact]:
    return facts_in(checker, text, "amount")


def main(checker: Checker, text: str) -> list[str]:
    return [fact.quote for fact in amounts(checker, text) if fact.fields["main"]]


@pytest.mark.parametrize(("point", "uses"), IN_POINTS)
def test_what_an_amount_does_in_a_decision_point(checker: Checker, point: str, uses: list[str]) -> None:
    assert [fact.fields["use"] for fact in amounts(checker, proposal(point))] == uses


@pytest.mark.parametrize(("sentence", "uses"), IN_PROSE)
def test_what_an_amount_does_in_running_text(checker: Checker, sentence: str, uses: list[str]) -> None:
    text = proposal("De nota vast te stellen.", body=f"## Financiën\n{sentence}")
    assert [fact.fields["use"] for fact in amounts(checker, text)] == uses


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

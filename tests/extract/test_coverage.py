"""Out of what an amount is paid, and whether that can be traced."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in, proposal
from toets.checker import Checker
from toets.model.fact import Fact

TRACEABLE = [
    "De kosten worden gedekt uit de reserve Duurzaamheid.",
    "Dekking vindt plaats binnen programma 4.",
    "Deze lasten komen ten laste van het budget voor gladheidsbestrijding.",
    "Hiervoor is in de meerjarenbegroting 2026-2029 een bedrag opgenomen.",
    "Wij stellen voor dit te bekostigen uit de algemene reserve.",
    "Het bedrag kan worden gevonden in de stelpost Onvoorzien.",
    "De financiering loopt via de voorziening Groot onderhoud gebouwen.",
    "Dit wordt betaald uit de SPUK Sport.",
    "De lasten zijn al verwerkt in de Kadernota 2026.",
    "Het krediet was al voorzien in het investeringsplan 2025-2028.",
    "Voor de dekking stellen we een onttrekking aan de reserve Kunst voor.",
    "Financiering: 50% uit de voorziening riolering, 50% uit het wegenbudget.",
    "De raad heeft hiervoor bij de begrotingsbehandeling € 100.000 beschikbaar gesteld.",
    "De kosten passen in het meerjareninvesteringsprogramma.",
    "Kosten en opbrengsten lopen via de grondexploitatie Zuiderveld.",
    "De kosten worden volledig verhaald op de ontwikkelaar via de anterieure overeenkomst.",
]
CONDITIONAL = [
    "Naar verwachting passen de kosten binnen het budget van programma 3.",
    "Mogelijk kan een deel uit provinciale subsidie worden gefinancierd.",
    "Indien nodig doen we een beroep op de algemene reserve.",
    "Het budget lijkt voldoende om de kosten te dekken.",
]
DEFERRED = [
    "De structurele gevolgen nemen we mee bij de Voorjaarsnota.",
    "Over de dekking volgt een apart voorstel.",
    "De dekking wordt nader bepaald.",
    "Wij betrekken dit bij de integrale afweging in de Perspectiefnota.",
    "De raad ontvangt hiervoor bij de eerste bestuursrapportage een voorstel.",
    "Een oplossing voor het tekort moet nog worden gevonden.",
    "De financiering is nog onderwerp van gesprek.",
    "Hoe dit wordt betaald, werken we later uit.",
]
LACKING = [
    "Voor de uitvoering is geen budget beschikbaar.",
    "De exploitatielasten zijn niet gedekt.",
    "Het budget schiet tekort.",
    "In de begroting is hiermee nog geen rekening gehouden.",
]
VAGUE = [
    "De kosten worden opgevangen binnen de bestaande budgetten.",
    "Dit kan uit reguliere middelen worden betaald.",
    "De dekking komt uit te verwachten besparingen.",
]
NO_COVER = [
    "Het gebouw voldoet aan de eisen van deze tijd.",
    "De nieuwe woningen passen binnen het omgevingsplan.",
    "We komen in het najaar met een evaluatie.",
    "Het regenwater wordt opgevangen in een wadi.",
    "Met de huurinkomsten is in de begroting nog geen rekening gehouden.",
    "Er is geen rekening gehouden met een mogelijke subsidie.",
]


def covers(checker: Checker, money: str, *points: str) -> list[Fact]:
    text = proposal(*(points or ("De nota vast te stellen.",)), body=f"## Financiën\n{money}")
    return facts_in(checker, text, "coverage")


@pytest.mark.parametrize("sentence", TRACEABLE)
def test_a_named_source_can_be_traced(checker: Checker, sentence: str) -> None:
    assert [fact.fields["traceable"] for fact in covers(checker, sentence)] == [1]


@pytest.mark.parametrize("sentence", CONDITIONAL)
def test_a_condition_is_noticed(checker: Checker, sentence: str) -> None:
    assert [fact.fields["conditional"] for fact in covers(checker, sentence)] == [1]


@pytest.mark.parametrize("sentence", DEFERRED)
def test_cover_can_be_put_off(checker: Checker, sentence: str) -> None:
    assert [(fact.fields["deferred"], fact.fields["traceable"]) for fact in covers(checker, sentence)] == [(1, 0)]


@pytest.mark.parametrize("sentence", LACKING)
def test_cover_can_be_lacking(checker: Checker, sentence: str) -> None:
    assert [(fact.fields["open"], fact.fields["traceable"]) for fact in covers(checker, sentence)] == [(1, 0)]


@pytest.mark.parametrize("sentence", VAGUE)
def test_a_source_that_nobody_can_find_is_vague(checker: Checker, sentence: str) -> None:
    assert [(fact.fields["vague"], fact.fields["traceable"]) for fact in covers(checker, sentence)] == [(1, 0)]


@pytest.mark.parametrize("sentence", NO_COVER)
def test_other_sentences_say_nothing_of_cover(checker: Checker, sentence: str) -> None:
    assert covers(checker, sentence) == []


def covered(checker: Checker, money: str, *points: str) -> set[str]:
    """The amounts that are covered by a source that can be traced."""
    text = proposal(*points, body=f"## Financiën\n{money}")
    words = {fact.id: fact.quote for fact in facts_in(checker, text, "amount")}
    found = facts_in(checker, text, "coverage")
    return {words[str(fact.fields["amount"])] for fact in found if fact.fields["traceable"] and fact.fields["amount"]}


def test_cover_in_the_point_itself_covers_what_it_asks(checker: Checker) -> None:
    points = ("€ 80.000 beschikbaar te stellen ten laste van de reserve Groen.", "€ 30.000 beschikbaar te stellen voor verkeer.")
    assert covered(checker, "", *points) == {"€ 80.000"}


def test_cover_of_this_covers_what_the_sentence_before_it_costs(checker: Checker) -> None:
    point = "Een krediet van € 500.000 beschikbaar te stellen."
    money = "Het beheer kost € 12.000 per jaar. Dit vangen we op binnen het onderhoudsbudget groen."
    assert covered(checker, money, point) == {"€ 12.000"}


def test_cover_of_the_yearly_burden_covers_the_investment(checker: Checker) -> None:
    point = "Een krediet van € 500.000 beschikbaar te stellen."
    money = "De kapitaallasten bedragen € 22.000 per jaar. Deze zijn opgenomen in de meerjarenraming 2026-2029."
    assert covered(checker, money, point) == {"€ 500.000"}


def test_all_costs_together_can_be_covered_at_once(checker: Checker) -> None:
    money = "De proef kost € 20.000. Het onderhoud kost € 5.000 per jaar. Alle kosten komen ten laste van programma 6."
    assert covered(checker, money, "De nota vast te stellen.") == {"€ 20.000", "€ 5.000"}


def test_a_source_that_was_named_just_before_can_be_pointed_at(checker: Checker) -> None:
    money = "In de begroting is op product 6.1.2 een bedrag van € 425.000 geraamd. De subsidie past daarbinnen."
    assert covered(checker, money, "Een subsidie van € 418.000 te verlenen aan de stichting.") == {"€ 418.000"}


def test_what_is_still_looked_for_stays_open_beside_what_is_there(checker: Checker) -> None:
    money = (
        "De uitvoering kost € 120.000 per jaar. In programma 6 is € 70.000 opgenomen; voor het restant wordt nog dekking gezocht."
    )
    assert any(fact.fields["deferred"] and fact.fields["amount"] for fact in covers(checker, money))


def test_a_budget_that_is_asked_pays_nothing(checker: Checker) -> None:
    found = covers(checker, "De dekking wordt later bepaald.", "Een voorbereidingsbudget van € 85.000 beschikbaar te stellen.")
    assert not any(fact.fields["traceable"] for fact in found)


def test_that_no_more_is_needed_is_no_lack(checker: Checker) -> None:
    found = covers(checker, "De uitvoering kost € 85.000, te dekken uit de reserve Groen. Er zijn geen extra middelen nodig.")
    assert not any(fact.fields["open"] for fact in found)


def test_what_has_no_cover_yet_and_is_more_than_is_asked_is_something_else(checker: Checker) -> None:
    point = "Een voorbereidingsbudget van € 85.000 beschikbaar te stellen uit de reserve Groen."
    more = "De aanleg wordt later gevraagd. Voor de aanleg van € 2,1 miljoen is nog geen dekking."
    less = "De aanleg begint in mei. Voor € 20.000 is nog geen dekking."
    assert not any(fact.fields["open"] and fact.fields["amount"] for fact in covers(checker, more, point))
    assert any(fact.fields["open"] and fact.fields["amount"] for fact in covers(checker, less, point))

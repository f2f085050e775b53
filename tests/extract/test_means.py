"""Capacity, lasting costs, risks, grounds of an estimate, and paragraphs on money that say "geen"."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in, proposal
from toets.checker import Checker
from toets.model.fact import Fact

COUNTED = [
    "Voor de uitvoering is 0,5 fte beleidsmedewerker nodig.",
    "Het project kost 600 uur ambtelijke inzet.",
    "Wij huren een projectleider in voor € 45.000.",
    "De projectleider besteedt hier acht uur per week aan.",
    "Gemiddeld kost een aanvraag de consulent twee uur extra.",
    "Dit vraagt 40 dagen inhuur van een kostendeskundige.",
]
NOT_COUNTED = [
    "De bijeenkomst begint om 19.30 uur.",
    "Er valt 70 mm regen in een uur.",
    "De storingsdienst is binnen twee uur ter plaatse.",
    "De winkels zijn 52 uur per week open.",
    "Dit kan binnen de bestaande formatie.",
]
CAPITAL = [
    "De kapitaallasten bedragen € 41.084 per jaar.",
    "De investering wordt in 25 jaar afgeschreven; dat is € 30.000 per jaar.",
    "Rente en afschrijving komen uit op € 18.500.",
]
UPKEEP = [
    "Het onderhoud kost € 9.000 per jaar.",
    "De beheerlasten nemen toe met € 4.500.",
    "De exploitatiekosten van de hal zijn € 80.000.",
    "De instandhouding is voor rekening van de vereniging.",
]
PRICED_RISKS = [
    "Valt de subsidie weg, dan missen we € 120.000.",
    "Bij leegstand loopt de gemeente € 15.000 huur per jaar mis.",
    "Er kan planschade worden geclaimd (maximaal € 25.000).",
    "Blijkt de bodem verontreinigd, dan kost sanering circa € 40.000.",
]
MANAGED_RISKS = [
    "De kosten kunnen hoger uitvallen; daarom is 10% onvoorzien opgenomen.",
    "Een tegenvaller vangen we op binnen de post onvoorzien.",
    "Mocht de aanbesteding tegenvallen, dan schrappen we de fontein.",
    "Het risico op leegloop ligt bij de ontwikkelaar.",
]
GROUNDED = [
    "De raming is opgesteld door een bureau (prijspeil 2025).",
    "Het bedrag is gebaseerd op drie offertes.",
    "De ramingen berusten op kengetallen van de VNG.",
    "Er is gerekend met een gemiddelde prijs van € 250 per m2.",
    "Wij zijn uitgegaan van 25 deelnemers à € 400.",
]
NOT_GROUNDED = ["De kosten worden globaal geraamd op € 50.000.", "De kosten bedragen circa € 50.000."]
FIRM_GROUNDS = {"price_level", "calculation", "quote", "tender", "index_figure"}


def found(checker: Checker, sentence: str, kind: str, heading: str = "Financiën") -> list[Fact]:
    return facts_in(checker, proposal("De nota vast te stellen.", body=f"## {heading}\n{sentence}"), kind)


@pytest.mark.parametrize("sentence", COUNTED)
def test_people_and_hours_are_counted(checker: Checker, sentence: str) -> None:
    assert any(fact.fields["number"] for fact in found(checker, sentence, "capacity"))


@pytest.mark.parametrize("sentence", NOT_COUNTED)
def test_other_hours_are_not_capacity(checker: Checker, sentence: str) -> None:
    assert not any(fact.fields["number"] for fact in found(checker, sentence, "capacity"))


def test_people_of_others_are_told_apart(checker: Checker) -> None:
    facts = found(checker, "De corporatie stelt een wijkbeheerder aan voor 16 uur in de week.", "capacity")
    assert [fact.fields["external"] for fact in facts] == [1]


def test_a_paragraph_on_staff_can_say_that_none_is_needed(checker: Checker) -> None:
    facts = found(checker, "Geen, omdat het beheer wordt uitbesteed.", "capacity", heading="Personele gevolgen")
    assert [(fact.fields["none"], fact.fields["reasoned"]) for fact in facts] == [(1, 1)]


@pytest.mark.parametrize("sentence", CAPITAL)
def test_the_yearly_burden_of_an_investment(checker: Checker, sentence: str) -> None:
    assert any(fact.fields["sort"] == "capital" and fact.fields["amount"] for fact in found(checker, sentence, "lifecycle"))


@pytest.mark.parametrize("sentence", UPKEEP)
def test_what_it_costs_after_delivery(checker: Checker, sentence: str) -> None:
    assert any(fact.fields["sort"] == "upkeep" for fact in found(checker, sentence, "lifecycle"))


@pytest.mark.parametrize("sentence", PRICED_RISKS)
def test_a_risk_with_an_amount(checker: Checker, sentence: str) -> None:
    assert any(fact.fields["effect"] for fact in found(checker, sentence, "risk", heading="Kanttekeningen"))


@pytest.mark.parametrize("sentence", MANAGED_RISKS)
def test_a_risk_with_a_measure(checker: Checker, sentence: str) -> None:
    assert any(fact.fields["measure"] for fact in found(checker, sentence, "risk", heading="Kanttekeningen"))


def test_under_a_heading_on_risks_every_sentence_is_one(checker: Checker) -> None:
    facts = found(checker, "De verkoop van kavels stagneert nog een jaar.", "risk", heading="Risico's")
    assert [(fact.fields["effect"], fact.fields["measure"]) for fact in facts] == [(0, 0)]


@pytest.mark.parametrize("sentence", GROUNDED)
def test_an_estimate_has_grounds(checker: Checker, sentence: str) -> None:
    assert FIRM_GROUNDS & {str(fact.fields["sort"]) for fact in found(checker, sentence, "estimate")}


@pytest.mark.parametrize("sentence", NOT_GROUNDED)
def test_a_rough_figure_is_no_ground(checker: Checker, sentence: str) -> None:
    assert not FIRM_GROUNDS & {str(fact.fields["sort"]) for fact in found(checker, sentence, "estimate")}


@pytest.mark.parametrize(
    ("said", "reasoned"), [("Geen.", 0), ("N.v.t.", 0), ("Niet van toepassing, want de tarieven blijven gelijk.", 1)]
)
def test_a_paragraph_on_money_may_say_geen(checker: Checker, said: str, reasoned: int) -> None:
    assert {fact.fields["reasoned"] for fact in found(checker, said, "no_cost")} == {reasoned}


def test_geen_on_staff_says_nothing_of_money(checker: Checker) -> None:
    assert found(checker, "Geen.", "no_cost", heading="Personele gevolgen") == []

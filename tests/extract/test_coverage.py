"""Out of what an amount is paid, and whether that can be traced."""

from __future__ import annotations

from tests.extract.build import facts_in, proposal
from toets.checker import Checker
from toets.model.fact import Fact


def covers(checker: Checker, money: str, *points: str) -> list[Fact]:
    text = proposal(*(points or ("De nota vast te stellen.",)), body=f"## Financiën\n{money}")
    return facts_in(checker, text, "coverage")


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


def test_a_budget_that_is_asked_pays_nothing(checker: Checker) -> None:
    found = covers(checker, "De dekking wordt later bepaald.", "Een voorbereidingsbudget van € 85.000 beschikbaar te stellen.")
    assert not any(fact.fields["traceable"] for fact in found)


def test_what_has_no_cover_yet_and_is_more_than_is_asked_is_something_else(checker: Checker) -> None:
    point = "Een voorbereidingsbudget van € 85.000 beschikbaar te stellen uit de reserve Groen."
    more = "De aanleg wordt later gevraagd. Voor de aanleg van € 2,1 miljoen is nog geen dekking."
    less = "De aanleg begint in mei. Voor € 20.000 is nog geen dekking."
    assert not any(fact.fields["open"] and fact.fields["amount"] for fact in covers(checker, more, point))
    assert any(fact.fields["open"] and fact.fields["amount"] for fact in covers(checker, less, point))

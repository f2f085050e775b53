"""Words of the execution that mean something else here: what is past, to be read, somebody else's, or only compared."""

from __future__ import annotations

import pytest

from tests.extract.test_execution import actors, found
from toets.checker import Checker
from toets.text.verbs import is_participle


@pytest.mark.parametrize(
    "text",
    [
        "De opzichters hebben in een proefweek ervaren dat de route te lang is.",
        "De dorpsraad is op 4 februari 2026 door de wethouder gesproken.",
        "De bewoners van Zuid hebben in januari een folder gekregen dat het werk later wordt gedaan.",
        "Het tempo is mede afhankelijk van de gekozen leverancier.",
        "In de jaarrekening leest u per wijk of het streven wordt gehaald.",
    ],
)
def test_what_has_been_done_or_is_only_told_is_no_step(checker: Checker, text: str) -> None:
    assert actors(checker, text) == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("De aannemer heeft drie weken voorbereiding nodig en begint met het riool.", "organisation"),
        ("De inning is aan SVn voorbehouden.", "organisation"),
        ("We versterken de stille plekken: het park, de buurt, de kade.", "vague"),
    ],
)
def test_who_acts_is_neither_an_object_nor_a_noun(checker: Checker, text: str, actor: str) -> None:
    assert set(actors(checker, text)) == {actor}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Het college tekent de huurcontracten voordat het werk wordt gegund.", "body"),
        ("De beheerder sluit het pad zodra de brug wordt verwijderd.", "function"),
        ("Het werk wordt gegund voordat de beheerder het pad sluit.", "none"),
    ],
)
def test_a_passive_clause_of_time_leaves_the_step_to_who_takes_it(checker: Checker, text: str, actor: str) -> None:
    assert actor in actors(checker, text)


def test_the_decision_of_the_council_is_no_step_of_a_planning(checker: Checker) -> None:
    table = "| Stap | Wanneer |\n|---|---|\n| Raadsbesluit | 1 juli 2027 |\n| Start bouw, aannemer | 1 mei 2028 |"
    assert actors(checker, table) == ["organisation"]


def test_who_gets_a_message_in_a_planning_does_not_send_it(checker: Checker) -> None:
    table = "| Stap | Wanneer |\n|---|---|\n| Verantwoording aan het Rijk | 1 juli 2027 |\n| Start bouw, aannemer | 1 mei 2027 |"
    assert actors(checker, table) == ["none", "organisation"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("De netbeheerder heeft het ontwerp bekeken.", ["partner"]),
        ("De vacature van boswachter is in overleg met de regio niet vervuld.", []),
        ("Met Horeca Nederland, afdeling Meerdal, is gesproken.", []),
        ("De mantelzorgers die het plan bespraken, kozen voor rust.", []),
        ("Er is bekeken of de keuringen naar de brandweer kunnen.", []),
        ("De gemeenschappelijke regeling GGD heeft cijfers gestuurd.", []),
        ("Met de scholen en de opvang hebben we € 40.000 aan besparingen gevonden.", ["partner"]),
        ("De teams Jeugd en Wmo schreven mee aan de nota.", ["own"]),
    ],
)
def test_executors_are_who_took_part_themselves(checker: Checker, text: str, party: list[str]) -> None:
    assert [fact.fields["party"] for fact in found(checker, "executor", text, "Argumenten")] == party


@pytest.mark.parametrize(
    "text",
    [
        "Het rapport van het bureau ligt ter inzage bij de griffie.",
        "De stichting stuurt kwartaalrapportages, die ter inzage liggen.",
        "Het bestuur van de omgevingsdienst stelt dat de werkdruk te hoog is.",
        "De adviseur beslist tot € 10.000; daarboven besluit het college.",
    ],
)
def test_papers_to_read_claims_and_limits_are_no_procedure(checker: Checker, text: str) -> None:
    assert found(checker, "procedure", text) == []


def test_a_planning_that_follows_at_once_is_not_put_off(checker: Checker) -> None:
    assert found(checker, "vague", "De planning is als volgt:") == []
    assert found(checker, "vague", "De planning volgt later.")


def test_a_comparison_is_no_answer_to_a_mishap(checker: Checker) -> None:
    text = "Het gebouw krijgt geen gasaansluiting, waardoor de rekening € 31.000 lager is dan nu."
    assert found(checker, "bottleneck", text, "Argumenten") == []


def test_a_quarterly_bill_is_no_quarter(checker: Checker) -> None:
    assert found(checker, "milestone", "Team Belastingen verstuurt de eerste kwartaalrekening.") == []


@pytest.mark.parametrize(("word", "is_one"), [("gedaan", True), ("nagegaan", True), ("beschikt", False), ("betreft", False)])
def test_a_participle_is_told_by_its_form(word: str, is_one: bool) -> None:
    assert is_participle(word) is is_one

"""Decision points: act, object, body, and who may decide."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in, proposal
from toets.checker import Checker
from toets.model.fact import Value


def point(checker: Checker, text: str) -> dict[str, Value]:
    (fact,) = facts_in(checker, proposal(text), "decision_point")
    return dict(fact.fields)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("De nota Spelen 2027 vast te stellen.", "vaststellen"),
        ("Stelt de nota Spelen 2027 vast.", "vaststellen"),
        ("Een krediet van € 10.000 beschikbaar te stellen.", "beschikbaar_stellen"),
        ("Kennis te nemen van de nota Spelen 2027.", "kennisnemen"),
        ("In te stemmen met de koers uit de nota Spelen 2027.", "instemmen"),
        ("De Verordening Speeltuinen 2019 in te trekken.", "intrekken"),
        ("Het college op te dragen voor 1 juli 2027 een plan voor te leggen.", "opdragen"),
    ],
)
def test_the_first_verb_is_the_act(checker: Checker, text: str, act: str) -> None:
    assert point(checker, text)["act"] == act


def test_a_point_without_a_verb_is_no_decision(checker: Checker) -> None:
    assert point(checker, "Uitvoering binnen de bestaande begroting.")["is_act"] == 0


def test_a_verb_that_no_list_names_still_decides(checker: Checker) -> None:
    assert point(checker, "De speeltuin De Wip te vernoemen naar juf Ans.")["is_act"] == 1


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("De benodigde begrotingswijziging vast te stellen.", 1),
        ("Kennis te nemen van het proces.", 1),
        ("De 3e begrotingswijziging 2026 vast te stellen.", 0),
        ("De notitie over De Wip vast te stellen.", 0),
    ],
)
def test_a_point_that_names_nothing_is_vague(checker: Checker, text: str, vague: int) -> None:
    assert point(checker, text)["vague"] == vague


@pytest.mark.parametrize(
    ("title", "text", "verdict"),
    [
        ("Raadsvoorstel", "De Verordening Speeltuinen 2027 vast te stellen.", "fits"),
        ("Collegevoorstel", "De Verordening Speeltuinen 2027 vast te stellen.", "clashes"),
        ("Collegevoorstel", "De koopovereenkomst met Groenwerk bv aan te gaan.", "fits"),
        ("Raadsvoorstel", "De koopovereenkomst met Groenwerk bv aan te gaan.", "clashes"),
    ],
)
def test_the_table_of_powers_is_laid_beside_each_point(checker: Checker, title: str, text: str, verdict: str) -> None:
    facts = facts_in(checker, proposal(text, title=title), "competence")
    assert {fact.fields["verdict"] for fact in facts} == {verdict}


@pytest.mark.parametrize(
    "text",
    [
        "Kennis te nemen van de koopovereenkomst met Groenwerk bv.",
        "Het college te verzoeken de koopovereenkomst te ontbinden.",
        "Het uitvoeringsbesluit op grond van de Algemene subsidieverordening vast te stellen.",
    ],
)
def test_what_is_only_mentioned_is_not_decided_on(checker: Checker, text: str) -> None:
    facts = facts_in(checker, proposal(text, title="Collegevoorstel" if "uitvoerings" in text else "Raadsvoorstel"), "competence")
    assert not [fact for fact in facts if fact.fields["verdict"] == "clashes"]


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("De benodigde middelen te betrekken bij de Kadernota 2027.", 1),
        ("Het nadelige saldo van 2026 te onttrekken aan de reserve Groen.", 1),
        ("Het nadelige saldo van € 40.000 te onttrekken aan de reserve Groen.", 0),
        ("De kapitaallasten op te nemen in de begroting.", 1),
        ("De drie uitgangspunten uit hoofdstuk 2 mee te geven aan de uitwerking.", 1),
        ("De oude verordening in te trekken.", 1),
    ],
)
def test_a_point_tells_how_much_and_what(checker: Checker, text: str, vague: int) -> None:
    assert point(checker, text)["vague"] == vague


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Het plan Spelen 2027 vast te stellen en hiervoor € 40.000 beschikbaar te stellen.", 1),
        ("Een krediet van € 40.000 beschikbaar te stellen en dit te dekken uit de reserve Groen.", 0),
        ("Het contract met Groenwerk bv te sluiten; de burgemeester verleent volmacht om te tekenen.", 1),
    ],
)
def test_a_plan_and_its_money_are_two_decisions(checker: Checker, text: str, second: int) -> None:
    assert point(checker, text)["second"] == second

"""Consultations: who was heard, when, what was said, what was done with it; and names that are no consultation."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in, proposal
from toets.checker import Checker
from toets.model.fact import Fact, Value


def told(checker: Checker, text: str, heading: str = "Overleg") -> list[Fact]:
    return facts_in(checker, proposal("De nota vast te stellen.", body=f"## {heading}\n{text}"), "consultation")


def one(checker: Checker, text: str, party: str, heading: str = "Overleg") -> dict[str, Value]:
    found = [fact for fact in told(checker, text, heading) if fact.fields["party"] == party]
    assert found, [(fact.fields["party"], fact.quote) for fact in told(checker, text, heading)]
    return dict(found[0].fields)


@pytest.mark.parametrize(
    "text",
    [
        "Het wijkteam heeft op 3 februari meegelezen.",
        "Op 3 februari liep het buurtteam mee door de straat.",
        "De ouderenadviseurs tekenden op 3 februari bezwaar aan.",
        "Vanuit het sociaal domein is het plan op 3 februari doorgenomen door team Wmo.",
        "Meegelezen door: team Jeugd, 3 februari 2026.",
        "De gebiedscoördinator Zorg sprak op 3 februari met de ontwerper.",
    ],
)
def test_somebody_of_the_social_domain_was_heard(checker: Checker, text: str) -> None:
    fields = one(checker, text, "social")
    assert (fields["heard"], fields["named"], fields["moment"]) == (1, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "De wethouder sociaal domein sprak op 3 februari met de provincie.",
        "Het bedrag komt uit de reserve Sociaal Domein en is op 3 februari besproken.",
        "Van de woningen is 30% sociale huur; dat is op 3 februari besproken.",
        "Via sociale media is op 3 februari geadverteerd.",
        "De welstandsadviesraad heeft op 3 februari geadviseerd.",
    ],
)
def test_a_name_that_looks_like_the_social_domain_is_nobody(checker: Checker, text: str) -> None:
    assert not [fact for fact in told(checker, text) if fact.fields["party"] in ("social", "client_council")]


def test_what_is_yet_to_come_is_not_heard(checker: Checker) -> None:
    fields = one(checker, "Het wijkteam wordt in de volgende fase geraadpleegd.", "social")
    assert (fields["heard"], fields["later"]) == (0, 1)


def test_being_told_is_not_being_heard(checker: Checker) -> None:
    fields = one(checker, "De adviesraad wordt na het besluit geïnformeerd.", "client_council")
    assert (fields["heard"], fields["informed"]) == (0, 1)


def test_a_denial_is_told_as_one(checker: Checker) -> None:
    assert one(checker, "Met het wijkteam heeft geen overleg plaatsgevonden.", "social")["polarity"] == 0


def test_the_sentences_that_follow_tell_what_was_said_and_done(checker: Checker) -> None:
    text = "Op 9 april liep de Wmo-raad door de straat. Zij misten een bank bij de halte. Die staat nu in het ontwerp."
    fields = one(checker, text, "client_council")
    assert (fields["input"], fields["response"], fields["product"]) == (1, 1, 1)


def test_what_another_party_said_is_not_taken_over(checker: Checker) -> None:
    text = "Het wijkteam heeft meegelezen. Bewoners vroegen om een zebrapad. Dat is opgenomen."
    fields = one(checker, text, "social", heading="Participatie")
    assert (fields["input"], fields["response"]) == (0, 0)


@pytest.mark.parametrize(
    "after",
    [
        "De reacties zijn waar mogelijk verwerkt.",
        "We nemen het advies ter harte.",
        "Wij danken de raad voor het advies.",
        "Na uw besluit komt er een nieuwsbrief.",
        "Bij de uitwerking wordt bekeken welke wensen kunnen worden ingepast.",
    ],
)
def test_thanks_and_promises_are_no_answer(checker: Checker, after: str) -> None:
    text = f"De Participatieraad vroeg op 9 april om een lagere bijdrage. {after}"
    assert one(checker, text, "client_council")["response"] == 0


def test_a_refusal_needs_its_reason(checker: Checker) -> None:
    wish = "De Participatieraad vroeg op 9 april om een lagere bijdrage. Dat is niet overgenomen"
    assert one(checker, f"{wish}, omdat het tarief landelijk is bepaald.", "client_council")["response"] == 1


def test_the_heading_says_whose_advice_it_is(checker: Checker) -> None:
    fields = one(
        checker, "Op 9 april is positief geadviseerd. Wel wordt gevraagd om een evaluatie.", "client_council", "Adviesraad"
    )
    assert (fields["heard"], fields["moment"], fields["input"]) == (1, 1, 1)


def test_a_paragraph_on_participation_may_leave_out_who(checker: Checker) -> None:
    assert one(checker, "Er zijn drie inloopavonden gehouden.", "resident", "Participatie")["heard"] == 1


@pytest.mark.parametrize(
    ("text", "reasoned"),
    [
        ("Van inspraak is afgezien, omdat het om een technische wijziging gaat.", 1),
        ("Van inspraak is afgezien. Het gaat om een technische wijziging.", 1),
        ("Er is geen participatie geweest.", 0),
        ("Er is geen participatie geweest. Inwoners lezen het in de krant.", 0),
    ],
)
def test_that_nobody_was_asked_may_have_a_reason(checker: Checker, text: str, reasoned: int) -> None:
    found = [fact.fields for fact in told(checker, text, "Argumenten") if fact.fields["refused"] and not fact.fields["heard"]]
    assert [fields["response"] for fields in found] == [reasoned]


def test_each_sentence_of_a_list_item_speaks_for_itself(checker: Checker) -> None:
    text = "1. De overeenkomst is getoetst door Juridische Zaken. Het wijkteam huurt een kamer in het gebouw."
    assert not [fact for fact in told(checker, text) if fact.fields["party"] == "social" and fact.fields["heard"]]

"""Effects on people, burdens, and partners: what a sentence says of them."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in, proposal
from toets.checker import Checker
from toets.model.fact import Value


def fields(checker: Checker, text: str, kind: str = "effect", heading: str = "Argumenten") -> list[dict[str, Value]]:
    body = f"## {heading}\n{text}"
    return [dict(fact.fields) for fact in facts_in(checker, proposal("De nota vast te stellen.", body=body), kind)]


def test_a_group_with_a_number_and_a_change_is_an_effect(checker: Checker) -> None:
    found = [item for item in fields(checker, "De 58 huishoudens krijgen een berging.") if item["on"] == "residents"]
    assert [(item["change"], item["size"]) for item in found] == [(1, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Op de bewonersavond kwamen 85 inwoners af.",
        "De 85 bewoners ontvangen vooraf een brief.",
        "De gemeente telt 41.000 inwoners.",
    ],
)
def test_numbers_of_visitors_and_letters_are_no_effect(checker: Checker, text: str) -> None:
    assert not [item for item in fields(checker, text) if item["on"] == "residents" and item["change"]]


def test_background_tells_of_numbers_without_a_change(checker: Checker) -> None:
    text = "In de wijk wonen 400 ouderen."
    assert not [item for item in fields(checker, text, heading="Aanleiding") if item["on"] == "residents" and item["change"]]


@pytest.mark.parametrize(
    "text",
    [
        "Voor mensen met een rolstoel komt er een hellingbaan.",
        "Laaggeletterde ouders nodigen we persoonlijk uit via de leerkracht.",
        "Mantelzorgers raken overbelast. Voor hen komt er een dagdeel respijtzorg.",
    ],
)
def test_something_is_arranged_for_a_vulnerable_group(checker: Checker, text: str) -> None:
    found = [item for item in fields(checker, text) if item["vulnerable"]]
    assert any(item["measure"] and not item["bare"] for item in found)


@pytest.mark.parametrize(
    "text",
    [
        "Mensen met een beperking hebben onze bijzondere aandacht.",
        "We houden rekening met ouderen.",
        "Het aantal ouderen neemt toe.",
        "In de wijk wonen veel mensen met een laag inkomen.",
    ],
)
def test_attention_and_description_arrange_nothing(checker: Checker, text: str) -> None:
    found = [item for item in fields(checker, text) if item["vulnerable"]]
    assert found
    assert not [item for item in found if item["measure"] and not item["bare"]]


def test_pupils_as_such_are_no_vulnerable_group(checker: Checker) -> None:
    assert not [item for item in fields(checker, "Leerlingen krijgen twee lokalen.") if item["vulnerable"]]


@pytest.mark.parametrize(
    ("text", "weighed"),
    [
        ("Ondernemers gaan meer betalen. Dat vinden wij redelijk, omdat zij meer ruimte gebruiken.", 1),
        ("Dertig huishoudens gaan erop achteruit. Voor hen geldt een overgangstermijn.", 1),
        ("De bouw geeft overlast voor omwonenden.", 0),
        ("De bouw geeft overlast voor omwonenden. Wij proberen die zoveel mogelijk te beperken.", 0),
    ],
)
def test_a_burden_is_weighed_or_not(checker: Checker, text: str, weighed: int) -> None:
    found = [item["weighed"] for item in fields(checker, text, heading="Kanttekeningen") if item["negative"]]
    assert found
    assert max(found) == weighed


def test_a_partner_brings_in_something_and_gains_something(checker: Checker) -> None:
    text = "Woonstichting De Linde bouwt tachtig woningen. Haar belang is doorstroming."
    found = fields(checker, text, "partner")
    assert [(item["named"], item["contribution"], item["interest"]) for item in found] == [(1, 1, 1)]


def test_who_is_hired_is_no_partner(checker: Checker) -> None:
    assert not fields(checker, "De notaris passeert de akte en de aannemer begint in maart.", "partner")


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("In overleg met betrokken partijen werken we dit uit.", 0),
        ("De betrokken partijen (provincie en waterschap) tekenen.", 1),
        ("We spreken met ketenpartners, zoals de politie en Halt.", 1),
        ("De GGD en andere betrokken partijen tekenen.", 1),
    ],
)
def test_a_group_without_names_is_resolved_or_not(checker: Checker, text: str, resolved: int) -> None:
    found = [item for item in fields(checker, text, "vague") if item["sort"] == "actor"]
    assert [item["resolved"] for item in found] == [resolved]

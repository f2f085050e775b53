"""Verbs: what is a passive, and which words stand too far apart."""

from __future__ import annotations

import pytest
from toets_leesbaarheid.heavy import cut_of
from toets_leesbaarheid.short_forms import explained
from toets_leesbaarheid.verbs import apart, names_actor, passive

INFINITIVES = frozenset({"voldoen", "leveren", "maken"})


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("De toestellen worden in mei geplaatst.", "worden … geplaatst"),
        ("Omdat het plan in 2025 uitgevoerd werd, is er geld over.", "uitgevoerd werd"),
        ("Vorig jaar werd hierover overlegd met de buurt.", "werd … overlegd"),
        ("De kosten worden door de provincie betaald.", "worden … betaald"),
        ("Het plan wordt door de raad besproken.", "wordt … besproken"),
    ],
)
def test_a_passive_is_recognised(sentence: str, verb: str) -> None:
    found = passive(sentence)
    assert found is not None
    assert found.shown == verb


@pytest.mark.parametrize(
    "sentence",
    [
        "Het park wordt groter en groener.",
        "Het wordt een gebied met veel gebouwen voor gezinnen.",
        "De gemeente heeft drie toestellen gekocht.",
        "De wethouder wordt voorzitter van het bestuur.",
    ],
)
def test_what_only_looks_like_a_passive_is_none(sentence: str) -> None:
    assert passive(sentence) is None


def test_a_passive_may_say_who_does_it() -> None:
    assert names_actor("De toestellen worden door de aannemer geplaatst.")
    assert names_actor("De toestellen worden door Groenwerk geplaatst.")
    assert not names_actor("De toestellen worden door regen aangetast.")


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        (
            "Het college heeft na overleg met de dorpsraden en de scholen in de drie kernen op 3 maart besloten.",
            "heeft … besloten",
        ),
        (
            "De tuin moet volgens de keurmeester uit Oudeveen en de landelijke regels uit 2016 vanaf mei voldoen aan eisen.",
            "moet … voldoen",
        ),
        ("De door de gemeente samen met de dorpsraden en verenigingen ontwikkelde aanpak werkt.", "De … aanpak"),
    ],
)
def test_words_that_belong_together_and_stand_far_apart_are_found(sentence: str, pair: str) -> None:
    found = apart(sentence, INFINITIVES)
    assert found is not None
    assert found.shown == pair
    assert sentence[found.start : found.end].split()[0] == found.left


@pytest.mark.parametrize(
    "sentence",
    [
        "Het college heeft besloten om de speeltuinen in de drie kernen en het buitengebied in 2027 open te houden.",
        "Eind 2027 is het park een groen en toegankelijk park waar bewoners van de wijk Noord elkaar ontmoeten.",
        "De raad heeft, na overleg met de dorpsraden, de scholen en de verenigingen in de drie kernen, op 3 maart besloten.",
        "De wijk heeft sinds het sluiten van het buurthuis aan de Kade in 2019 geen plek meer om bij elkaar te komen.",
        "De accountant heeft gevraagd de doorgeschoven budgetten niet langer via het resultaat van de rekening te laten lopen.",
        "De nota is in lijn met het beleid dat uw raad in 2024 voor alle kernen en voor het buitengebied vaststelde.",
    ],
)
def test_words_that_stand_together_are_left_alone(sentence: str) -> None:
    assert apart(sentence, INFINITIVES) is None


def test_a_long_sentence_is_cut_near_its_middle_and_never_near_its_ends() -> None:
    text = "Omdat drie toestellen zijn afgekeurd komt er in mei een besluit over alle vijf, waarbij de buurt zelf kiest welke."
    assert cut_of(text) == "waarbij de buurt zelf"
    assert cut_of("Wij kiezen, omdat het moet, een lange zin zonder enige plaats waar knippen de lezer verder zou helpen") == ""


def test_an_abbreviation_is_explained_beside_its_letters() -> None:
    assert explained("SPUK", "De specifieke uitkering (SPUK) is aangevraagd.")
    assert explained("IHP", "Het IHP (integraal huisvestingsplan) loopt af.")
    assert not explained("SPUK", "De SPUK is aangevraagd.")


def test_a_text_without_an_end_of_a_sentence_is_read_in_time_that_grows_with_its_length() -> None:
    text = "De door de gemeente in het jaar wordt gebouwde zaak van " * 4000
    assert passive(text) is None
    assert apart(text, INFINITIVES) is None
    assert cut_of(text) == ""

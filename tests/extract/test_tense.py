"""What clauses do in time."""

from __future__ import annotations

import pytest

from toets.extract.tense import clauses_of, narrates, supposes
from toets.text.verbs import is_participle


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("In het najaar is gesproken met de scholen.", "najaar"),
        ("De raad vroeg in het voorjaar om een plan.", "voorjaar"),
        ("De raad heeft ons gevraagd om zo snel mogelijk met een plan te komen.", "zo snel"),
        ("De beheerder heeft aangegeven welke materialen hij kan onderhouden.", "aangegeven"),
        ("In de proefperiode verzamelden de handhavers ervaringen.", "handhavers"),
        ("De scholen werden in de zomer bezocht.", "zomer"),
    ],
)
def test_what_has_been_is_told(text: str, word: str) -> None:
    assert narrates(text, text.index(word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("De start is voorzien in het najaar.", "najaar"),
        ("Wij starten in het najaar, nadat de raad heeft besloten.", "najaar"),
        ("Het definitieve besluit nemen wij nadat de zienswijzen zijn verwerkt.", "besluit"),
        ("Team Data telt ieder kwartaal hoeveel woningen zijn vergund.", "telt"),
        ("Eind mei 2026 is het ontwerp gereed en half augustus begint de aanleg.", "augustus"),
        ("Publicatie in december, gunning in het voorjaar.", "voorjaar"),
        ("De reiscoach wordt voor de zomer geworven.", "zomer"),
        ("Medio volgend jaar zijn de resultaten beschikbaar.", "Medio"),
    ],
)
def test_what_is_to_come_is_not_told(text: str, word: str) -> None:
    assert not narrates(text, text.index(word))


@pytest.mark.parametrize(
    "word", ["gestart", "vastgesteld", "besproken", "onderzocht", "uitgewerkt", "verwerkt", "gedaan", "nagegaan"]
)
def test_participles_are_known_by_their_form(word: str) -> None:
    assert is_participle(word)


@pytest.mark.parametrize(
    "word", ["gemeenten", "begint", "bestaat", "gezondheid", "beleid", "onderhoud", "gereed", "bewoners", "beschikt", "betreft"]
)
def test_nouns_and_present_tenses_are_no_participles(word: str) -> None:
    assert not is_participle(word)


def test_a_sentence_that_sets_a_condition_supposes() -> None:
    for text in ("Mocht dat niet lukken, dan komen wij hierop terug.", "Halen we dat niet, dan vervalt de bijdrage."):
        assert supposes(text, text.index(","))
    assert not supposes("Wij komen hierop terug.", 0)


def test_each_clause_knows_its_sentence() -> None:
    clauses = clauses_of("De brief gaat uit, omdat dat moet. Daarna begint het werk.")
    assert [clause.sentence for clause in clauses] == [0, 0, 1]


def test_a_text_without_words_has_no_clauses() -> None:
    assert clauses_of(" – ") == ()
    assert not narrates("", 0)
    assert not supposes("", 0)

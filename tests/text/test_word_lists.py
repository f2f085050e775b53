"""A list of words as a pattern: whole words, and with a star what they begin or end."""

from __future__ import annotations

import pytest

from toets.model.vocabulary import Vocabulary
from toets.text import Language
from toets.text.word_lists import word_pattern

WORDS = ("af", "*krediet", "dekking*", "*deel*", "na wijziging")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Af te boeken", "Af"),
        ("afbouw", ""),
        ("het investeringskrediet", "investeringskrediet"),
        ("kredieten", ""),
        ("de dekkingsbron", "dekkingsbron"),
        ("onderdelen en gedeelten", "gedeelten"),
        ("begroting na wijziging", "na wijziging"),
    ],
)
def test_words_are_whole_unless_a_star_says_that_they_go_on(text: str, found: str) -> None:
    match = word_pattern(WORDS).search(text)

    assert (match[0] if match else "") == found


@pytest.mark.parametrize("words", [(), ("*",)])
def test_a_list_without_words_finds_nothing(words: tuple[str, ...]) -> None:
    assert word_pattern(words).search("af en toe") is None


def test_a_list_that_was_switched_off_finds_nothing() -> None:
    assert Language(Vocabulary()).pattern("rij_waarvan").search("waarvan btw") is None

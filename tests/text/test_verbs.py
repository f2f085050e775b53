"""Verbs told by their form."""

from __future__ import annotations

import pytest

from toets.model.vocabulary import VERBS
from toets.text.verbs import has_form

FORMS = {
    "werkwoord": (
        ["is", "stelt", "stelde", "stelden", "koos", "werken", "kiest", "betreft", "vaststelt"],
        ["niet", "het", "met", "raad", "college", "beleid", "vergadering", "gemeente", "tussen", "2024", "kwaliteit"],
    ),
    "voltooid": (
        ["gestart", "vastgesteld", "besproken", "uitgevoerd", "gebracht"],
        ["besluit", "gemeente", "stelt", "stelde", "stellen", "raad", "gezondheid"],
    ),
    "infinitief": (
        ["stellen", "vaststellen", "gaan", "zien", "doen"],
        ["stelt", "vergaderingen", "en", "een", "mensen", "raad", "kwaliteiten"],
    ),
}


@pytest.mark.parametrize(("form", "word"), [(form, word) for form, (yes, _) in FORMS.items() for word in yes])
def test_a_verb_is_known_by_its_form(form: str, word: str) -> None:
    assert has_form(word, form)


@pytest.mark.parametrize(("form", "word"), [(form, word) for form, (_, no) in FORMS.items() for word in no])
def test_what_is_no_verb_of_that_form_is_not_taken_for_one(form: str, word: str) -> None:
    assert not has_form(word, form)


def test_every_form_that_a_phrase_may_ask_for_is_known() -> None:
    assert set(FORMS) == set(VERBS)

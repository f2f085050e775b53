"""The units in which facts are looked for are the same, however a text is laid out."""

from __future__ import annotations

import pytest

from toets.extract.passages import passages_of
from toets.model.vocabulary import Vocabulary
from toets.readers import read_bytes
from toets.structure import understand
from toets.text import Language

TOLD = ("Containers trekken bijplaatsingen aan.", "De boa's hebben 16 uur per week voor afval.")


@pytest.mark.parametrize("opening", ["", "- ", "1. "], ids=["prose", "bullet", "number"])
def test_the_sentences_of_a_list_item_are_units_of_their_own(opening: str) -> None:
    text = f"# Raadsvoorstel\n\n## Kanttekeningen\n{opening}{' '.join(TOLD)}\n"
    document = understand(read_bytes(text.encode(), "voorstel.md"), Vocabulary())
    assert [one.text for one in passages_of(document, Language(Vocabulary()))][-2:] == list(TOLD)

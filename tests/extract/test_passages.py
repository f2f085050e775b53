"""The units in which facts are looked for are the same, however a text is laid out."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in
from toets.checker import Checker
from toets.extract.passages import passages_of
from toets.model.vocabulary import Vocabulary
from toets.readers import read_bytes
from toets.structure import understand
from toets.text import Language

TOLD = ("Containers trekken bijplaatsingen aan.", "De boa's hebben 16 uur per week voor afval.")


@pytest.fixture(scope="module")
def vocabulary(checker: Checker) -> Vocabulary:
    return checker.rulebook.vocabulary


@pytest.mark.parametrize("opening", ["", "- ", "1. "], ids=["prose", "bullet", "number"])
def test_the_sentences_of_a_list_item_are_units_of_their_own(opening: str) -> None:
    text = f"# Raadsvoorstel\n\n## Kanttekeningen\n{opening}{' '.join(TOLD)}\n"
    document = understand(read_bytes(text.encode(), "voorstel.md"), Vocabulary())
    assert [one.text for one in passages_of(document, Language(Vocabulary()))][-2:] == list(TOLD)


@pytest.mark.parametrize(
    ("heading", "claims"),
    [
        ("1.1 Kleine winkels krijgen minder klanten", True),
        ("De huren stijgen nauwelijks", True),
        ("1.2 Planning", False),
        ("Evenwichtige toedeling van functies", False),
    ],
)
def test_a_heading_that_is_an_argument_is_read_as_one(vocabulary: Vocabulary, heading: str, *, claims: bool) -> None:
    head = "# Raadsvoorstel\n\n## Beslispunten\n1. De winkelvisie vast te stellen.\n\n## Kanttekeningen\n\n"
    text = f"{head}### {heading}\nDat duurt een jaar.\n"
    document = understand(read_bytes(text.encode(), "voorstel.md"), vocabulary)
    found = [one for one in passages_of(document, Language(vocabulary)) if one.text == heading]
    assert [one.kind for one in found] == ["heading", "claim"][: 1 + claims]


def test_a_line_of_the_head_with_several_fields_is_read_field_by_field(checker: Checker) -> None:
    head = "Vergadering: 9 september 2025   Afdeling: Zorg en welzijn   Afgestemd met: Cliëntenraad"
    text = f"# Collegevoorstel\n\n{head}\n\n## Voorgesteld besluit\n1. De overeenkomst te sluiten.\n"
    told = facts_in(checker, text, "consultation")
    assert told
    assert not any("september" in fact.quote for fact in told)

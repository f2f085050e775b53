"""Which decision point an argument belongs to."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in
from toets.checker import Checker
from toets.model.document import Block, BlockKind, FoundBy, Look, Source

POINTS = """# Raadsvoorstel

## 1. Beslispunten
1. De nota Waterberging 2027-2031 vast te stellen.
2. De reserve Hondenbelasting op te heffen.

## 2. Argumenten
"""


def _line(index: int, text: str, number: str = "", outline: int | None = None) -> Block:
    by = FoundBy.STYLE if outline else None
    kind = BlockKind.ITEM if text.startswith("De ") else BlockKind.PARAGRAPH
    return Block(index, kind, text, number=number, outline=outline, outline_by=by, look=Look(bold=bool(outline)))


def test_a_number_made_by_the_word_processor_counts_as_one_that_is_typed(checker: Checker) -> None:
    lines = (
        ("Raadsvoorstel", "", 1),
        ("Beslispunten", "", 1),
        ("De nota Waterberging 2027-2031 vast te stellen.", "1.", None),
        ("De reserve Hondenbelasting op te heffen.", "2.", None),
        ("De zesde begrotingswijziging vast te stellen.", "3.", None),
        ("Argumenten", "", 1),
        ("Het moet droger worden, want de kelders lopen vol.", "1.1", None),
        ("Niemand gebruikt dat geld nog.", "2.1", None),
    )
    blocks = tuple(_line(index, *line) for index, line in enumerate(lines))
    _, conclusions = checker.understand(Source("a.pdf", "pdf", "", blocks))
    found = {fact.fields["number"]: fact.fields["by"] for fact in conclusions.facts if fact.kind == "argued_point"}
    assert found == {"1": "number", "2": "number", "3": ""}


@pytest.mark.parametrize(
    "arguments",
    [
        "2.1 De nota Waterberging is af.\n\n2.2 De reserve Hondenbelasting is leeg.",
        "### 2.1 De nota Waterberging is af\nDat is zo.\n\n### 2.2 De reserve Hondenbelasting is leeg\nDat is ook zo.",
    ],
)
def test_numbers_that_go_on_from_the_number_of_the_section_are_not_those_of_points(checker: Checker, arguments: str) -> None:
    text = POINTS + arguments + "\n\n## 3. Kanttekeningen\n\n3.1 Het kan tegenvallen.\n\n3.2 Het kan meevallen.\n"
    assert {fact.fields["by"] for fact in facts_in(checker, text, "argued_point")} == {"words"}

"""What the blocks of a section are: lists where the section is one, running text elsewhere."""

from __future__ import annotations

import pytest

from toets.model.document import BlockKind

from .build import PROSE, item, read, section, styled


@pytest.mark.parametrize(
    ("number", "kind"),
    [("5.2", BlockKind.PARAGRAPH), ("5.2.1.", BlockKind.PARAGRAPH), ("2.", BlockKind.ITEM), ("•", BlockKind.ITEM)],
)
def test_an_argument_with_a_number_of_two_levels_is_running_text_also_if_it_was_read_as_an_item(
    number: str, kind: BlockKind
) -> None:
    document = read(styled("Argumenten"), item(f"Dit helpt. {PROSE}", number), PROSE)
    block = section(document, "Argumenten").blocks[0]
    assert (block.kind, block.number) == (kind, number)


def test_a_decision_point_with_such_a_number_stays_an_item() -> None:
    document = read(styled("Beslispunten"), item("De nota vast te stellen.", "2.1"), item("Het geld te geven.", "2.2"))
    assert [block.kind for block in section(document, "Beslispunten").blocks] == [BlockKind.ITEM, BlockKind.ITEM]

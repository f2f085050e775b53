"""Whatever a file holds, there is a Document, and no word of it is lost or told twice."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from toets.model.document import PART_ROLES, ROLES, Block, BlockKind, Document, FoundBy, Look, Origin

from .build import PROSE, read, table

WORDS = (
    "Raadsvoorstel",
    "RAADSBESLUIT",
    "Inleiding",
    "1. Onderwerp",
    "2.1 Argumenten",
    "Kosten:",
    "Kosten: n.v.t.",
    "Inleiding Op 12 maart was er overleg.",
    "Steller: P. Jansen",
    "Zaaknummer: 12 Steller: A. de Vries",
    "Portefeuillehouder",
    ":",
    "3 juli 2025",
    "1.",
    "2)",
    "a. de nota vast te stellen;",
    "Het college stelt de raad voor:",
    "1. de nota vast te stellen 2. het geld te geven",
    "b e s l u i t :",
    "De raad van de gemeente Lindewaard;",
    "gelezen het voorstel van het college;",
    "Artikel 1 Begrippen",
    "Bijlagen",
    "Bijlage 1 Kaart",
    "zie bijlage 2 en 4",
    "[naam]",
    "Klik of tik om tekst in te voeren.",
    "de secretaris, de burgemeester,",
    "- een streepje",
    "Inleiding\n1. Kosten\nSteller: x",
    "\u200b",
    "…",
    PROSE,
    " ".join((PROSE, "Argumenten", PROSE, PROSE, "Kosten:", PROSE, PROSE, "Uitvoering", PROSE, PROSE, "Bijlagen 1. Nota")),
)
TEXT = st.sampled_from(WORDS) | st.text(max_size=40)
LOOK = st.builds(
    Look,
    bold=st.booleans(),
    caps=st.booleans(),
    lead=st.sampled_from(("", "Kosten:", "Inleiding", "1.")),
    size=st.sampled_from((None, 11.0, 14.0)),
    style=st.sampled_from(("", "Title", "Kop 1")),
    breaks_page=st.booleans(),
)
LEAF = st.builds(
    Block,
    index=st.just(0),
    kind=st.sampled_from((BlockKind.PARAGRAPH, BlockKind.ITEM)),
    text=TEXT,
    origin=st.sampled_from(list(Origin)),
    outline=st.none() | st.integers(1, 9),
    outline_by=st.just(FoundBy.STYLE),
    number=st.sampled_from(("", "1.", "•", "a)", "2.1")),
    level=st.integers(0, 3),
    look=LOOK,
)


def _tables(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    cells = st.lists(blocks, max_size=2)
    return st.lists(st.lists(cells, min_size=1, max_size=4), max_size=3).map(table)


BLOCKS = st.lists(st.recursive(LEAF, _tables, max_leaves=6), max_size=14)


def _letters(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]", text))


def _told(document: Document) -> str:
    shown: list[str] = []
    for section in document.sections:
        for block in section.blocks:
            shown.extend(f"{inner.number if inner.kind is BlockKind.ITEM else ''} {inner.text}" for inner in block.walk())
        shown.append(section.heading)
    return " ".join(shown)


@settings(max_examples=300)
@given(BLOCKS)
def test_any_source_gives_a_document_in_which_no_word_is_lost_or_told_twice(blocks: list[Block]) -> None:
    document = read(*blocks)
    held = " ".join(f"{block.number if block.kind is BlockKind.ITEM else ''} {block.text}" for block in document.source.walk())
    assert not _letters(" ".join(block.text for block in document.source.walk())) - _letters(_told(document))
    assert sum(_letters(_told(document)).values()) <= sum(_letters(held).values()) + sum(
        len(block.number) for block in document.source.walk()
    )


@settings(max_examples=200)
@given(BLOCKS)
def test_order_numbers_and_places_hold(blocks: list[Block]) -> None:
    document = read(*blocks)
    order = [
        inner.index for section in document.sections for block in section.blocks for inner in block.walk() if inner.text.strip()
    ]
    assert order == sorted(order)
    assert [section.index for section in document.sections] == list(range(len(document.sections)))
    for section in document.sections:
        assert section.role in ROLES
        assert section.parent is None or section.parent < section.index
        assert document.part_of(section).role in PART_ROLES
        assert 0 <= section.sure <= 1
    sizes = {block.index: len(block.text) for block in document.source.walk()}
    for point in (*document.points, *document.besluit):
        assert point.location.paragraph in sizes
        assert point.text.strip()
        assert 0 <= (point.location.start or 0) <= (point.location.end or 0) <= sizes[point.location.paragraph]


def test_an_empty_file_gives_an_empty_document() -> None:
    document = read()
    assert (document.sections, document.points, document.metadata, document.title) == ((), (), (), "")
    assert [part.role for part in document.parts] == ["voorstel"]

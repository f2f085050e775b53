"""The decision that a paper asks in a sentence of its running text, where it lists no decision points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from toets.model.document import Block, BlockKind, DecisionPoint, Section
from toets.structure.contents import decides
from toets.structure.decisions import body_in
from toets.structure.lexicon import Lexicon
from toets.text.normal import normal
from toets.text.sentences import sentences

_ROLES = frozenset({"", "kop", "onderwerp", "samenvatting", "aanleiding", "overig", "argumenten"})
"""Sections that may hold such a sentence: elsewhere it asks something beside the decision."""


def spoken_points(sections: Iterable[tuple[Section, str]], lexicon: Lexicon) -> tuple[DecisionPoint, ...]:
    """One point for each sentence that asks to decide ("Wij stellen u daarom voor … aan te houden"), in order.

    With each section goes the body that decides there if the sentence names none.
    """
    found = (point for section, body in sections if section.role in _ROLES for point in _of_section(section, body, lexicon))
    return tuple(replace(point, index=index, number=str(index + 1)) for index, point in enumerate(found))


def _of_section(section: Section, body: str, lexicon: Lexicon) -> Iterator[DecisionPoint]:
    for block in section.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            yield from _of_block(block, section, body, lexicon)


def _of_block(block: Block, section: Section, body: str, lexicon: Lexicon) -> Iterator[DecisionPoint]:
    for start, end in sentences(block.text):
        text = block.text[start:end]
        if _asks(text, lexicon):
            place = replace(section.location, paragraph=block.index, page=block.page, start=start, end=end, row=None, column=None)
            yield DecisionPoint(0, "", text, body_in(normal(text)) or body, "voorstel", place)


def _asks(text: str, lexicon: Lexicon) -> bool:
    """Whether a sentence asks to decide: to take note is no decision, and a letter that informs ends so."""
    asked = not text.endswith("?") and lexicon.holds(text, "besluit_in_zin") and decides([text])
    return asked and not lexicon.holds(text, "besluit_in_zin_geen")

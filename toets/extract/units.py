"""The sentences of a proposal, each with the words that were found in it; a list item may hold several sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from toets.extract.scene import Scene
from toets.model.document import Passage, PassageKind, Span
from toets.text import Hit

SILENT_ROLES = frozenset({"bijlagen", "ontwerpbesluit", "ondertekening", "onderwerp"})
LIST = "lijst:"

_OPENING = re.compile(r"(?:^|[;:–]\s*(?:en |maar )?|, (?:en|maar|dus) )\s*$", re.IGNORECASE)
"""What may stand before words that open a sentence, or go on behind a semicolon."""


class Unit(NamedTuple):
    """One sentence of a passage, between two characters of it.

    `number` counts the sentences of the document; `lists` holds the hits of the named phrase lists in it.
    """

    scene: Scene
    passage: Passage
    number: int
    start: int
    end: int
    lists: Mapping[str, tuple[Hit, ...]]

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text[self.start : self.end]

    def says(self, name: str) -> tuple[Hit, ...]:
        """The hits of a named phrase list in this sentence, in order."""
        return self.lists.get(name, ())

    def opens(self, name: str) -> bool:
        """Whether the sentence, or what it says behind a semicolon, begins with words of a phrase list."""
        text = self.passage.text
        return any(_OPENING.search(text[self.start : hit.start]) for hit in self.says(name))

    def begins(self, name: str) -> bool:
        """Whether the sentence itself begins with words of a phrase list."""
        return any(not self.passage.text[self.start : hit.start].strip() for hit in self.says(name))

    def spans(self, *kinds: str) -> tuple[Span, ...]:
        """The typed spans of these kinds in this sentence."""
        return tuple(span for span in self.passage.spans if span.kind in kinds and self.start <= span.start < self.end)

    def beside(self, other: Unit) -> bool:
        """Whether another sentence stands in the same paragraph."""
        return (self.passage.section, self.passage.paragraph) == (other.passage.section, other.passage.paragraph)


def units_of(scene: Scene) -> tuple[Unit, ...]:
    """The sentences of the proposal itself that can tell of people: no headings, attachments or draft decision."""
    found: list[Unit] = []
    for passage in scene.passages:
        if passage.part != "voorstel" or passage.role in SILENT_ROLES or passage.kind is PassageKind.HEADING:
            continue
        several = scene.language.sentences(passage.text) if passage.kind is PassageKind.ITEM else ((0, len(passage.text)),)
        for start, end in several:
            found.append(unit_of(scene, passage, len(found), start, end))
    return tuple(found)


def unit_of(scene: Scene, passage: Passage, number: int, start: int, end: int) -> Unit:
    """One stretch of a passage as a unit."""
    lists = scene.named[passage.index]
    if start > 0 or end < len(passage.text):
        inside = {name: tuple([hit for hit in hits if start <= hit.start < end]) for name, hits in lists.items()}
        lists = {name: hits for name, hits in inside.items() if hits}
    return Unit(scene, passage, number, start, end, lists)

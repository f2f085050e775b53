"""The sentences of a proposal that are read as running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from toets.extract.scene import Scene
from toets.model.document import Location, Passage, PassageKind

NOT_PROSE = frozenset({"beslispunten", "bijlagen", "kop", "mandaat", "ondertekening", "onderwerp", "ontwerpbesluit"})
"""Sections whose wording a steller is not free to choose, or that are lists."""

FEWEST_WORDS = 4

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its passage, its first character in it, and its number of words."""

    passage: Passage
    start: int
    text: str
    words: int

    def place(self, start: int = 0, end: int | None = None) -> Location:
        """The place of characters of the sentence, counted in the text of its block."""
        base = (self.passage.location.start or 0) + self.start
        return replace(self.passage.location, start=base + start, end=base + (len(self.text) if end is None else end))


def count(text: str) -> int:
    """How many words a text has; a number is one."""
    return len(_WORD.findall(text))


def sentences_of(scene: Scene) -> tuple[Sentence, ...]:
    """The sentences of the proposal in reading order, without headings, tables, quotations and very short ones."""
    return tuple(one for passage in scene.prose() if _is_prose(passage) for one in _split(scene, passage))


def _is_prose(passage: Passage) -> bool:
    return passage.kind in (PassageKind.SENTENCE, PassageKind.ITEM) and passage.role not in NOT_PROSE and not passage.quoted


def _split(scene: Scene, passage: Passage) -> Iterator[Sentence]:
    whole = ((0, len(passage.text)),)
    for start, end in scene.language.sentences(passage.text) if passage.kind is PassageKind.ITEM else whole:
        text = passage.text[start:end]
        words = count(text)
        if words >= FEWEST_WORDS:
            yield Sentence(passage, start, text, words)

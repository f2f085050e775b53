"""What is counted and collected while one file is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from toets.errors import ReadError
from toets.model.document import Hidden, Location, Picture, Unread
from toets.model.reading import Limits
from toets.readers.line import Line

_KEPT: Final = 2_000  # pictures, and stretches of hidden text, of one file
_LONGEST: Final = 500
_VISITS: Final = 3  # paragraphs, rows and cells that are looked at, with or without text, for each block that may be given


@dataclass(slots=True)
class Ledger:
    """What is counted and collected over a whole file: block numbers, unread parts, and where comments stand."""

    name: str
    limits: Limits
    blocks: int = 0
    visits: int = 0
    characters: int = 0
    unread: list[Unread] = field(default_factory=list)
    comments: dict[str, Location] = field(default_factory=dict)
    pictures: list[Picture] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)

    def visit(self) -> None:
        """Counts a paragraph, row or cell, with or without text."""
        self.visits += 1
        if self.visits > _VISITS * self.limits.blocks:
            raise ReadError(self._too_large("alinea's"))

    def take(self, text: str = "") -> int:
        """The number of the next block, which has this text."""
        self.blocks += 1
        self.characters += len(text)
        if self.blocks > self.limits.blocks:
            raise ReadError(self._too_large("alinea's"))
        if self.characters > self.limits.characters:
            raise ReadError(self._too_large("tekst"))
        return self.blocks - 1

    def give_back(self, index: int) -> None:
        """Takes back the last number, when a block turned out to be empty."""
        if index == self.blocks - 1:
            self.blocks = index

    def keep(self, line: Line, place: Location) -> None:
        """The pictures and the hidden text of a paragraph, at its place."""
        for shown in line.pictures[: _KEPT - len(self.pictures)]:
            where = replace(place, start=shown.at, end=shown.at)
            self.pictures.append(Picture(shown.words, where, shown.decorative, shown.width, shown.height))
        if line.hidden and len(self.hidden) < _KEPT:
            self.hidden.append(Hidden(line.hidden[:_LONGEST], place))

    def settled(self, location: Location) -> Location:
        """A place in a block: those after the last one are moved to it, since an empty paragraph is no block."""
        if location.paragraph is None or location.paragraph < self.blocks:
            return location
        return replace(location, paragraph=self.blocks - 1, start=None, end=None)

    def all_unread(self, others: Iterable[Unread]) -> tuple[Unread, ...]:
        """What could not be read, in the text and elsewhere."""
        return tuple(replace(each, location=self.settled(each.location)) for each in (*self.unread, *others))

    def all_pictures(self) -> tuple[Picture, ...]:
        """The pictures in the text."""
        return tuple(replace(each, location=self.settled(each.location)) for each in self.pictures)

    def all_hidden(self) -> tuple[Hidden, ...]:
        """The text that isn't shown."""
        return tuple(replace(each, location=self.settled(each.location)) for each in self.hidden)

    def no_text(self) -> ReadError:
        """What to raise when nothing was read."""
        if self.unread:
            return ReadError(
                f"{self.name}: het document bevat geen leesbare tekst, alleen {self.unread[0].what}. "
                "Lever het document met de tekst zelf aan."
            )
        return ReadError(f"{self.name}: het document bevat geen tekst. Controleer of het juiste bestand is aangeleverd.")

    def _too_large(self, what: str) -> str:
        return f"{self.name}: het document bevat te veel {what} om te toetsen. Splits het, of lever alleen het voorstel zelf aan."

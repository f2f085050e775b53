"""A line that is a heading, and the scene it is judged in: all lines, known words, and what is usual in the document."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from toets.model.document import FoundBy, Origin
from toets.structure.lexicon import Lexicon, Match
from toets.structure.lines import Line, Stand
from toets.structure.looks import Page, is_bullet, never_a_heading, page_of

BY_FILE = frozenset({FoundBy.STYLE, FoundBy.OUTLINE, FoundBy.TAG})
"""What the file itself says to be a heading."""
_DOTTED = 3
"""From so many known headings that run in with a full stop, other headings do so too."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that is a heading: `start`…`end` are its characters in the block, `rest` is where text after it goes on."""

    at: int
    text: str
    number: str
    start: int
    end: int
    found_by: FoundBy
    known: Match | None
    sure: float
    level: int = 1
    rest: int | None = None

    @property
    def role(self) -> str:
        """The role that its words give; "" if they are unknown."""
        return self.known.role if self.known else ""

    @property
    def by_file(self) -> bool:
        """Whether the file itself says that it is a heading."""
        return self.found_by in BY_FILE


@dataclass(frozen=True, slots=True)
class Scene:
    """What is needed to judge a line: all lines, which of them are taken by the head of the document, words and looks."""

    lines: Sequence[Line]
    taken: Collection[int]
    lexicon: Lexicon
    page: Page
    dotted: bool = False
    """Whether headings run in with a full stop: "**Argumenten.** Het plan past …"."""

    def barred(self, text: str) -> bool:
        """Whether a text that stands out is never a heading; where headings have a full stop, that says nothing."""
        return never_a_heading(text[:-1] if self.dotted and text.endswith(".") else text, self.lexicon)

    def free(self) -> Iterator[tuple[int, Line]]:
        """The lines that can be headings, with their place."""
        for at, line in enumerate(self.lines):
            if (
                at not in self.taken
                and line.stand in (Stand.TEXT, Stand.LABEL)
                and line.block.origin in (Origin.BODY, Origin.BOX)
            ):
                yield at, line


def scene_of(lines: Sequence[Line], lexicon: Lexicon) -> Scene:
    """Prepare lines for a search for headings."""
    leads = [line.look.lead for line in lines if line.start == 0 and line.look.lead.endswith(".") and not is_bullet(line)]
    named = [known for lead in leads if (known := lexicon.heading(lead)) is not None and known.firm]
    return Scene(lines, frozenset(), lexicon, page_of(lines), dotted=len(named) >= _DOTTED)

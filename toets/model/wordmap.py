"""Where the text of blocks stands in the XML of a Word file: what a writer of comments needs to find the words again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start`…`end` of a block, and the element of the text part that they come from.

    `node` counts the elements of that part in document order, from 0. `at` is the character of the element's own text that
    `start` is; None when the characters aren't its text, or not one by one (a tab, a symbol, a footnote that hangs there).
    """

    start: int
    end: int
    node: int
    at: int | None


@dataclass(frozen=True, slots=True)
class WordMap:
    """The text part of a Word file ("word/document.xml") and the stretches of each block that has text, by `Block.index`.

    `comments` is the name of the part with comments, "" when the file has none; `signed`: it carries a digital signature.
    """

    main: str
    comments: str
    blocks: Mapping[int, tuple[Stretch, ...]]
    signed: bool = False

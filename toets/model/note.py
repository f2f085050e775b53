"""How a note of toets in a document is known again, so that an annotated copy is judged as the document itself."""

from __future__ import annotations

import re

AUTHOR = "toets"
INITIALS = "t"

_TITLE = re.compile(r"\S+ \([a-z]+\): \S")


def note_title(rule: str, severity: str, title: str) -> str:
    """The first line of a note: MID-02 (blokkerend): De dekking is herleidbaar."""
    return f"{rule} ({severity}): {title}"


def is_note(author: str, text: str) -> bool:
    """Whether a comment is a note that toets made; what people write, an exception with its reason included, never is."""
    return author == AUTHOR and _TITLE.match(text) is not None

"""A list of words of the vocabulary as one pattern: for labels, cells and parts of a sentence, where no phrases are looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NEVER = "(?!)"


def word_pattern(entries: Iterable[str]) -> re.Pattern[str]:
    """The entries as a pattern, the longest first; a star says that a word may go on there: "*krediet", "dekking*", "*deel*"."""
    kinds: dict[tuple[bool, bool], list[str]] = {}
    for entry in sorted(entries, key=lambda one: (-len(one), one)):
        bare = entry.strip("*")
        if bare:
            kinds.setdefault((entry.startswith("*"), entry.endswith("*")), []).append(re.escape(bare))
    return re.compile("|".join(_bounded(*kind, words) for kind, words in kinds.items()) or _NEVER, re.IGNORECASE)


def _bounded(before: bool, behind: bool, words: Iterable[str]) -> str:
    start, end = r"(?<!\w)\w*" if before else r"(?<!\w)", r"\w*" if behind else r"(?!\w)"
    return f"{start}(?:{'|'.join(words)}){end}"

"""What a section is by its content alone: a list of decisions, a calendar, a statement of costs, a list of attachments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toets.model.document import BlockKind
from toets.model.months import FULL_MONTH
from toets.structure.cues import Form
from toets.structure.lexicon import Lexicon
from toets.structure.lines import Line
from toets.text.normal import normal

_FEWEST = 2
_AMOUNTS = 3
_WORDS = 3
"""From so many different words of a role on, prose is about it."""
_AHEAD = 2
"""By so many words that role must lead any other."""
_WHEN = re.compile(
    r"(?:(?:begin|medio|eind|half|vanaf|per|uiterlijk|voor|na|in|tot|de|het|(?:eerste|tweede|derde|vierde)"
    r"|\d{1,2}(?:\s*(?:t/m|tot|-|–)\s*\d{1,2})?)\s+)*"
    rf"(?:{FULL_MONTH}|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec|voorjaar|lente|zomer|najaar|herfst|winter|kwartaal|kwartalen|q[1-4]"
    r"|week|wk|20\d\d)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b[Tt]e\s+[^\W\d_]+(?:en|aan|zien)\b|[^\W\d_]+(?:stellen|nemen|geven|stemmen|trekken|wijzigen|verlenen)\s*[.;]?$"
)
_AMOUNT = re.compile(r"€\s*\d|\b\d[\d.,]*\s*euro\b", re.IGNORECASE)
_ATTACHED = re.compile(r"bijlagen?\b", re.IGNORECASE)


def role_by_content(lines: Sequence[Line], lexicon: Lexicon) -> str:
    """The role that the lines of a section show; "" if they don't tell."""
    items = _items(lines)
    if len(items) >= _FEWEST and (role := _of_items(items)):
        return role
    tables = [line.block.plain() for line in lines if line.block.kind is BlockKind.TABLE]
    if any(len(_AMOUNT.findall(text)) >= _AMOUNTS for text in tables):
        return "middelen"
    return _of_words(" ".join(line.text for line in lines), lexicon)


def decides(items: Sequence[str]) -> bool:
    """Whether most of these say what somebody is to decide: "De visie vast te stellen"."""
    return sum(bool(_DECIDES.search(item)) for item in items) * 3 >= len(items) * 2


def decides_only(lines: Sequence[Line]) -> bool:
    """Whether there is a list among these lines, and every item says what somebody is to decide."""
    items = _items(lines)
    return len(items) >= _FEWEST and all(_DECIDES.search(item) for item in items)


def _items(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines if line.number or line.block.kind is BlockKind.ITEM]


def _of_items(items: Sequence[str]) -> str:
    for role, pattern in (("uitvoering", _WHEN), ("bijlagen", _ATTACHED)):
        if sum(bool(pattern.match(item)) for item in items) * 3 >= len(items) * 2:
            return role
    return "beslispunten" if decides(items) else ""


def _of_words(text: str, lexicon: Lexicon) -> str:
    """The role of prose in which many words of that role stand, and clearly fewer of any other."""
    words = frozenset(normal(text).split())
    counts = sorted(((_count(form, words), role) for role, form in lexicon.contents), reverse=True)
    if not counts or counts[0][0] < _WORDS:
        return ""
    clear = len(counts) < 2 or counts[0][0] - counts[1][0] >= _AHEAD
    return counts[0][1] if clear else ""


def _count(form: Form, words: frozenset[str]) -> int:
    return sum(form.fits(word) for word in words)

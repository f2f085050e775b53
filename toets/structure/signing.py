"""Where a document is signed: place and date, and who signs; that is no text of the last section."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from toets.model.document import BlockKind
from toets.structure.lexicon import Lexicon
from toets.structure.lines import Line, Stand
from toets.structure.looks import DATED
from toets.structure.parts import Opening

_LOWER = re.compile(r"\b[^\W\d_A-ZÀ-Þ][^\W\d_]*\b")
_FORMULA = re.compile(r"aldus\b|(?:vastgesteld|besloten) in de (?:openbare )?(?:raads)?vergadering", re.IGNORECASE)
_LONGEST = 30


def find_signatures(
    lines: Sequence[Line], parts: Sequence[Opening], headings: Collection[int], lexicon: Lexicon
) -> Mapping[int, int]:
    """For each part that is signed, by its number: the line at which the signature begins."""
    found: dict[int, int] = {}
    ends = [*(opening.at for opening in parts[1:]), len(lines)]
    for number, (opening, end) in enumerate(zip(parts, ends, strict=True)):
        begins = opening.at + max(2, (end - opening.at) * 2 // 5)
        for at in range(begins, end):
            if at not in headings and lines[at].stand is Stand.TEXT and is_signature(lines[at].text, lexicon):
                before = at - 1
                found[number] = before if before > opening.at and before not in headings and _is_dated(lines[before]) else at
                break
    return found


def _is_dated(line: Line) -> bool:
    """Whether a line is no more than a place and a date; an item of a list is a paper with its date."""
    return line.block.kind is not BlockKind.ITEM and not line.number and bool(DATED.match(line.text))


def is_signature(text: str, lexicon: Lexicon) -> bool:
    """Whether a line signs: it names who signs, and has no words but names, titles, a place and a date."""
    if len(text.split()) > _LONGEST:
        return False
    if _FORMULA.match(text):
        return True
    signs = lexicon.opens_with(text, "ondertekening") or (re.search(r"\d{4}", text) and lexicon.holds(text, "ondertekening"))
    return bool(signs) and all(lexicon.is_in(word, "ondertekening_woorden") for word in _LOWER.findall(text))

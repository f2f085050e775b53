"""Footnotes: small text at the foot of a page that begins with the number by which the text refers to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from toets.model.document import Origin
from toets.readers.pdf_drafts import Column, Draft, Para
from toets.readers.pdf_drawn import Rule
from toets.readers.pdf_lines import Line, line_of, lines_of
from toets.readers.pdf_words import Word

_SMALLER: Final = 0.965
_SHORT: Final = (40.0, 260.0)
_NUMBER: Final = re.compile(r"\(?(\d{1,3}|\*{1,3})\)?[.:]?")
_NUMBERED: Final = re.compile(r"(\d{1,3})(\D.*)")


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of a page, and the words of the page without them."""

    words: list[Word]
    notes: list[Draft]


def without_notes(page: int, words: Sequence[Word], across: Sequence[Rule], size: float) -> Notes:
    """Takes the footnotes off the foot of a page; `size` is the usual size of the text, `across` are the lines drawn.

    They are smaller than the text, start with a number, and stand below a short line or are referred to by a raised number.
    """
    lines = lines_of(page, words)
    start = len(lines)
    while start > 0 and lines[start - 1].size < _SMALLER * size:
        start -= 1
    while start < len(lines) and not _number(lines[start]):
        start += 1
    notes = lines[start:]
    if not notes or start == 0 or not (_ruled(lines[start - 1], notes[0], across) or _referred(lines[:start], notes[0], size)):
        return Notes(list(words), [])
    taken = {word.order for line in notes for word in line.words}
    return Notes([word for word in words if word.order not in taken], list(_paras(notes)))


def note_of(para: Para) -> Para:
    """A footnote with its number apart from its text."""
    first = para.lines[0]
    number = _number(first)
    if not number or para.number is not None:
        return para
    words = [first.words[0]._replace(text=first.words[0].text.removeprefix(number)), *first.words[1:]]
    rest = words if words[0].text else words[1:]
    para.lines = [line_of(first.page, rest), *para.lines[1:]] if rest else para.lines[1:] or para.lines
    para.number, para.mark, para.origin = number.strip("().:"), None, Origin.FOOTNOTE
    return para


def note_numbers(drafts: Iterable[Draft]) -> Mapping[int, set[str]]:
    """The numbers of the footnotes on each page."""
    numbers: dict[int, set[str]] = {}
    for draft in drafts:
        if isinstance(draft, Para) and draft.origin is Origin.FOOTNOTE and draft.number:
            numbers.setdefault(draft.page, set()).add(draft.number)
    return numbers


def _number(line: Line) -> str:
    """The number that opens a line, as written; it may stand against the first word."""
    first = line.words[0].text
    if len(line.words) > 1 and _NUMBER.fullmatch(first):
        return first
    glued = _NUMBERED.fullmatch(first)
    return glued[1] if glued and glued[2][0].isalpha() and len(glued[1]) < 3 else ""


def _ruled(above: Line, below: Line, across: Sequence[Rule]) -> bool:
    return any(
        above.y < rule.at < below.y and _SHORT[0] <= rule.end - rule.start <= _SHORT[1] and abs(rule.start - below.x0) < 20
        for rule in across
    )


def _referred(lines: Sequence[Line], note: Line, size: float) -> bool:
    number = _number(note).strip("().:")
    return any(word.size < 0.8 * size and word.text.strip("(),.;:") == number for line in lines for word in line.words)


def _paras(lines: Sequence[Line]) -> list[Para]:
    column = Column(min(line.x0 for line in lines), max(line.x1 for line in lines), 1.2)
    out: list[Para] = []
    expected = 0
    for line in lines:
        number = _number(line).strip("().:")
        if number and (not out or not number.isdigit() or int(number) == expected):
            out.append(Para([line], column, origin=Origin.FOOTNOTE))
            expected = int(number) + 1 if number.isdigit() else 0
        else:
            out[-1].lines.append(line)
    return [note_of(para) for para in out]

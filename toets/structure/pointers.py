"""How a text points to a listed paper without the word "bijlage": "die u vindt onder b", "als nummer 3 toegevoegd"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from toets.model.document import Section
from toets.model.numbering import run_of
from toets.structure.lexicon import Lexicon
from toets.text.grammar import ORDINALS
from toets.text.sentences import sentences

_WORD = re.compile(r"\w+")
_MARK = r"(?:\d{1,2}|[A-Za-z]|[IVX]{2,4})"
_POINTER = re.compile(
    r"\b(?:onder|als|nummers?|nrs?\.?|no\.?|stuk|document|productie)\s+"
    rf"(?P<marks>{_MARK}\b(?:(?:, | en | t/m ){_MARK}\b)*)(?![-’']|\s*%)"
    rf"|\((?:nr\.? |nummer |stuk )?(?P<inside>{_MARK})\)",
)
_LAW = re.compile(r"\b(?:artikel|art\.|lid|onderdeel)\s+\S+(?:\s+\w+)?,?\s*$", re.IGNORECASE)
"""Before "onder b" it is a place in a law."""
_NTH = re.compile(rf"\b({'|'.join(ORDINALS)})\s+(?:bijlage|stuk|document)\b", re.IGNORECASE)
_MARKS = re.compile(rf"(t/m )?\b({_MARK})\b(?!/)")
_BACK = 60
"""The characters before a pointer in which a law can be named."""


def pointed_at(sections: Sequence[Section], lexicon: Lexicon) -> frozenset[str]:
    """The numbers and letters of papers that the text points at in a sentence that says where they are found."""
    texts = (inner.text for section in sections for block in section.blocks for inner in block.walk())
    return frozenset(mark.lower() for text in texts for mark in _marks(text, lexicon))


def _marks(text: str, lexicon: Lexicon) -> Iterator[str]:
    for found in _NTH.finditer(text):
        nth = ORDINALS.index(found[1].lower())
        yield from (str(nth + 1), ascii_lowercase[nth])
    if not _POINTER.search(text):
        return
    finding = frozenset((*lexicon.lists.get("bijlage_bijgevoegd", ()), *lexicon.lists.get("bijlage_te_vinden", ())))
    for start, end in sentences(text):
        if not finding.isdisjoint(_WORD.findall(text[start:end].lower())):
            for found in _POINTER.finditer(text, start, end):
                if not _LAW.search(text, max(start, found.start() - _BACK), found.start()):
                    named = _MARKS.findall(found["marks"] or found["inside"])
                    yield from run_of((bool(to), mark) for to, mark in named)

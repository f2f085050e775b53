"""Whether words are somebody else's: between quotation marks, or in the "gelezen"-clause of a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.text.clauses import FINITE
from toets.text.tokens import tokens

_CLOSERS = {"'": "'’", "‘": "’'", "’": "’'", "‚": "‘’", '"': '"”', "“": '”"', "”": "”", "„": '“”"', "«": "»", "»": "«"}
_OPENING = re.compile(rf"(?<![\w.,;!?%])[{''.join(_CLOSERS)}](?=\S)")
_CLOSING = {mark: re.compile(rf"(?<=\S)[{closers}](?!\w)") for mark, closers in _CLOSERS.items()}
_CLITIC = re.compile(r"['’‘](?:[stnkm](?!\w)|\d\d(?!\d))")

_READ = re.compile(
    r"""(?:^|[,;:\n]|\b(?:en|raad|college)\b)\s*(?:[-•–]\s*|\(?\w{1,2}[.)]\s+)?
        (?:gelezen\s+(?=(?:het|de|een|uw|ons|onze|dit|deze)\b)
        |(?P<seen>gezien)\s+(?=(?:het|de|een|uw|ons|onze|dit)\s+(?:\w+\s+){0,2}\w*
            (?:voorstel|advies|brief|besluit|motie|nota|rapport|verslag|verzoek)\b))""",
    re.IGNORECASE | re.VERBOSE,
)
_READING = re.compile("gelezen|gezien", re.IGNORECASE)
_READ_ENDS = re.compile(
    r";|\n|,?\s+(?:gelet\s+op|gehoord|overwegende)\b|,\s+(?:en\s+)?(?:gezien|gelezen)\b|\s+besluit(?:en)?\s*:|,\s+besluit(?:en)?\b",
    re.IGNORECASE,
)
_AROUND = 3000
"""How many characters before and after a stretch are looked at, on the same line before it; longer quotations are not seen."""
_VERBS = (FINITE | {"stellen", "adviseren"}) - {"besluit"}


def quoted(text: str, start: int, end: int) -> bool:
    """Whether the stretch [start, end) of a text lies wholly between quotation marks or in a "gelezen"- or "gezien"-clause.

    A quotation that opens in one text or line and closes in the next is not seen. Apostrophes ('s, foto's, '24) open nothing, and
    "gezien het advies … is …" in running prose is no clause of a decision: it has a verb.
    """
    low = max(start - _AROUND, text.rfind("\n", 0, start) + 1, 0)
    around = text[low : end + _AROUND]
    return any(low + first <= start and end <= low + last for first, last in quotations(around))


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are somebody else's words, quotation marks left out."""
    yield from _between_marks(text)
    for opening in _READ.finditer(text) if _READING.search(text) else ():
        closing = _READ_ENDS.search(text, opening.end())
        end = closing.start() if closing else len(text)
        if not opening["seen"] or _VERBS.isdisjoint(token.lower for token in tokens(text[opening.end() : end])):
            yield opening.end(), end


def _between_marks(text: str) -> Iterator[tuple[int, int]]:
    place = 0
    unclosed: set[str] = set()
    while opening := _OPENING.search(text, place):
        mark, place = opening[0], opening.end()
        if mark in unclosed or _CLITIC.match(text, opening.start()):
            continue
        closing = _CLOSING[mark].search(text, place)
        if closing:
            yield place, closing.start()
            place = closing.end()
        else:
            unclosed.add(mark)

"""A draft decree in one paragraph ("De raad …; gelet op …; besluit: …"), cut as if each clause stood on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from toets.structure.lexicon import Lexicon
from toets.structure.lines import Line

_CLAUSE = re.compile(r"(?<=[;,.])\s+(?=\w)")
_DECIDES = re.compile(r"(?:besluit(?:en)?\b|b e s l u i t(?: e n)?\b)(?:\s*:)?", re.IGNORECASE)
_DECISION = re.compile(r"\s+(?!(?:van|op|tot|en|of|is|zijn|kan|kunnen)\b)(?=.*\bte \w+en\b)")
"""What stands between "besluit" and what is decided; "besluit van 3 mei" is the name of one."""


def cut_decrees(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[Line]:
    """The lines, those of a decree cut before every consideration, before the word that decides and behind it."""
    considered = False
    for line in lines:
        pieces = tuple(_pieces(line, considered, lexicon)) if line.plain and not line.number else (line,)
        considered = lexicon.opens_with(pieces[-1].text, "besluit_overwegingen") and len(pieces[-1].text.split()) > 1
        yield from pieces


def _pieces(line: Line, considered: bool, lexicon: Lexicon) -> Iterator[Line]:
    text, cuts = line.block.text, [line.body]
    opens = considered or lexicon.opens_with(line.text, "besluit_overwegingen")
    by_body = lexicon.opens_with(text[line.body : line.end], "besluitnemers")
    starts = [gap.end() for gap in _CLAUSE.finditer(text, line.body, line.end)]
    if considered:  # then the line may decide at once: "besluit vast te stellen …"
        starts = [line.end - len(text[line.body : line.end].lstrip()), *starts]
    for at in starts:
        if lexicon.opens_with(text[at : line.end], "besluit_overwegingen") and (opens or by_body):
            cuts, opens = [*cuts, at], True
        elif opens and (deciding := _DECIDES.match(text, at, line.end)) and _decides(text, deciding, line.end):
            cuts += [at, *([deciding.end()] if text[deciding.end() : line.end].strip() else [])]
            break
    yield from _cut(line, sorted(set(cuts)))


def _decides(text: str, deciding: re.Match[str], end: int) -> bool:
    """Whether the word "besluit" is the verb: a colon or the end follows, or what is decided."""
    rest = text[deciding.end() : end]
    return deciding[0].endswith(":") or not rest.strip() or _DECISION.match(rest) is not None


def _cut(line: Line, starts: Sequence[int]) -> Iterator[Line]:
    ends = (*starts[1:], line.end)
    yield replace(line, end=ends[0])
    for start, end in zip(starts[1:], ends[1:], strict=True):
        yield replace(line, start=start, body=start, end=end)

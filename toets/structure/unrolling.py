"""Text that lost its line breaks: a page as one paragraph, in which headings follow on sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from toets.structure.lexicon import Lexicon
from toets.structure.lines import Line, Stand

AFTER_NAME = re.compile(r"\s*:\s*(?=\S)|\s+(?=[A-ZÀ-Þ0-9'\"‘“€(-])")
"""What comes between a heading and the text after it on the same line: a colon, or a space before a capital or digit."""
NOT_RUN_IN = frozenset({"kop", "ontwerpbesluit", "overig", "ondertekening", "kader", "bijlagen"})
"""Names with these roles open a line without a colon too often by chance."""
_MAY_OPEN = re.compile(r"(?<=[.?!;:)])\s+(?=[A-ZÀ-Þ])|(?<=[a-zà-þ0-9])\s+(?=[A-ZÀ-Þ]{5,}\s)")
"""Where a heading may follow on running text: after a sentence, or anywhere in capitals."""
_LONGEST_NAME = 90
_LONG = 120
_AT_LEAST = 2


def opening_name(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Where the longest known name that opens a stretch of text ends (a colon included), and its role; None if there is none."""
    if not text[start : start + 1].isupper():
        return None
    best: tuple[int, str] | None = None
    for gap in AFTER_NAME.finditer(text, start, min(end, start + _LONGEST_NAME)):
        role, colon = lexicon.name(text[start : gap.start()]), text.find(":", gap.start(), gap.end())
        alone = colon >= 0 or text[start : gap.start()].isupper()
        enough = len(text[gap.end() : min(end, gap.end() + _LONGEST_NAME)].split()) >= (1 if alone else 3)
        listed = role == "bijlagen" and text.startswith("1.", gap.end())
        if role and enough and (colon >= 0 or listed or (role not in NOT_RUN_IN and gap.start() - start >= 5)):
            best = colon + 1 if colon >= 0 else gap.start(), role
        if colon >= 0:
            break
    return best


def unrolled(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Line, ...]:
    """The lines, those that run on over several headings cut before each heading."""
    return tuple(piece for line in lines for piece in _pieces(line, lexicon))


def _pieces(line: Line, lexicon: Lexicon) -> Iterator[Line]:
    if line.stand is not Stand.TEXT or len(line.text) < _LONG * 5 or len(line.text.split()) < _LONG:
        yield line
        return
    text = line.block.text
    found = [
        (gap.end(), opening_name(text, gap.end(), line.end, lexicon)) for gap in _MAY_OPEN.finditer(text, line.body, line.end)
    ]
    cuts = [(at, name[1]) for at, name in found if name is not None]
    if len({role for _, role in cuts}) < _AT_LEAST:
        yield line
        return
    ends = [at for at, _ in cuts] + [line.end]
    yield replace(line, end=ends[0])
    for (start, _), end in zip(cuts, ends[1:], strict=True):
        yield replace(line, start=start, body=start, end=end, number="")

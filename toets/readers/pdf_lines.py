"""From words to lines of text, and from the lines of a paragraph to its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from toets.readers.pdf_words import Word
from toets.readers.plain_blocks import Run, mark

_RAISED: Final = {"2": "²", "3": "³"}
_LONGEST: Final = 26
HYPHENATED: Final = "-"
_TAB: Final = 0.65
_TITLE: Final = 1.5
_FAR_OFF: Final = 2.0
_FEWEST_BROKEN: Final = 3
_BROKEN: Final = 0.015
_LINKED: Final = re.compile(r"(?:ing|heid|schap|teit|ment|tie)s$")  # "vergunnings-": another part of the word must follow
_MEASURES: Final = frozenset(("m", "km", "dm", "cm", "mm"))
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+|[^\W\d_]{2,}")
# A hyphen between these is never dropped: "mede-eigenaar", "co-educatie".
_CLASHES: Final = frozenset(("aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "oe", "oi", "oo", "ou", "ui", "uu", "ij"))
_PREFIXES: Final = frozenset(("niet", "ex", "oud", "non", "e", "co"))
# "in- en uitvoer", "zorg- of huurtoeslag": the hyphen stands for a part that comes later.
_SHARED: Final = frozenset(("en", "of", "en/of", "als", "tot", "dan", "noch"))


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline, from left to right; places in points, `page` from 1."""

    page: int
    words: tuple[Word, ...]
    x0: float
    x1: float
    y: float
    size: float
    bold: bool

    @property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def full_bold(self) -> bool:
        """Every word is bold."""
        return self.bold and all(word.bold for word in self.words)


def line_of(page: int, words: Iterable[Word]) -> Line:
    """A line of these words, which must be at least one."""
    ordered = tuple(sorted(words, key=lambda word: word.x0))
    inked = [word for word in ordered if any(c.isalnum() for c in word.text)] or ordered
    size = _usual_size(inked)
    level = [word for word in inked if word.size >= 0.8 * size] or inked
    return Line(
        page, ordered, ordered[0].x0, max(word.x1 for word in ordered), level[0].y, size, all(word.bold for word in inked)
    )


def _usual_size(words: Sequence[Word]) -> float:
    if all(word.size == words[0].size for word in words):
        return words[0].size
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[round(word.size, 1)] += len(word.text)
    return sizes.most_common(1)[0][0]


def lines_of(page: int, words: Collection[Word]) -> list[Line]:
    """The words of one column as lines from top to bottom; raised and lowered signs join the line they belong to."""
    if not words:
        return []
    usual = _usual_size(sorted(words, key=lambda word: word.size))
    small = [word for word in words if word.size < 0.75 * usual]
    rows: list[list[Word]] = []
    for word in sorted((word for word in words if word.size >= 0.75 * usual), key=lambda word: word.y):
        if rows and word.y - rows[-1][0].y <= 0.3 * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    alone: list[list[Word]] = []
    for word in sorted(small, key=lambda word: (word.y, word.x0)):
        home = next((row for row in rows if _hangs_on(word, row)), None)
        if home is not None:
            home.append(word)
        elif alone and word.y - alone[-1][0].y <= 0.3 * word.size:
            alone[-1].append(word)
        else:
            alone.append([word])
    apart = [part for row in rows for part in _beside_title(row)]
    return sorted((line_of(page, row) for row in apart + alone), key=lambda line: (line.y, line.x0))


def _beside_title(row: list[Word]) -> list[list[Word]]:
    """A row as one line, or two: what stands far to the right of a title in much smaller letters is no part of it."""
    ordered = sorted(row, key=lambda word: word.x0)
    for at, (before, word) in enumerate(pairwise(ordered), 1):
        if before.size >= _TITLE * word.size and word.x0 - before.x1 > _FAR_OFF * before.size:
            return [ordered[:at], ordered[at:]]
    return [row]


def _hangs_on(small: Word, row: Sequence[Word]) -> bool:
    size = row[0].size
    if small.size > 0.8 * size or not -0.65 * size <= small.y - row[0].y <= 0.3 * size:
        return False
    return any(-0.2 * size <= small.x0 - word.x1 <= 0.4 * size or abs(word.x0 - small.x1) <= 0.7 * size for word in row)


def runs_of(lines: Sequence[Line], known: Counter[str], left: float, right: float, notes: Collection[str] = ()) -> list[Run]:
    """The text of the lines of one paragraph, broken words mended, as stretches of one weight.

    `left` and `right` are the edges of the column: a word that is wider was broken without a hyphen. `known` counts the words
    of the document: how a word is written elsewhere decides whether its hyphen stays. `notes` are numbers of footnotes: raised
    numbers that refer to them are left out, as they are no text.
    """
    runs: list[Run] = []
    for at, line in enumerate(lines):
        above = lines[at - 1] if at and runs else None
        glue = (
            above is not None
            and not above.words[-1].spaced
            and (_mend(runs, line.words[0].text, known) or _too_wide(above, line, known, left, right))
        )
        for place, word in enumerate(line.words):
            before = line.words[place - 1] if place else None
            text = word.text
            if before is not None and word.size < 0.8 * before.size and word.y < before.y - 0.15 * before.size:
                if text.strip("()*,;") in notes:
                    continue
                raised = before.text in _MEASURES and text[:1] in _RAISED
                text = _RAISED[text[0]] + text[1:] if raised else text
                glue = word.x0 - before.x1 < 0.12 * before.size
            if runs and not glue:
                blank = "\t" if before is not None and _is_tab(before, word, line) else " "
                runs[-1] = Run(runs[-1].text + blank, runs[-1].bold)
            runs.append(Run(text, word.bold))
            glue = False
    return runs


def _is_tab(before: Word, word: Word, line: Line) -> bool:
    """Whether the gap between two words is no space: wide by itself, and among the gaps of its line."""
    gap = word.x0 - before.x1
    if gap < _TAB * line.size or (before is line.words[0] and mark(f"{before.text} X")):
        return False
    gaps = sorted(after.x0 - one.x1 for one, after in pairwise(line.words))
    return gap > 2.5 * gaps[(len(gaps) - 1) // 2] or len(gaps) < 3


def _too_wide(above: Line, below: Line, known: Counter[str], left: float, right: float) -> bool:
    """Whether the two lines hold one word that is wider than the column: then it was broken at its edge, anywhere."""
    last, first = above.words[-1], below.words[0]
    if len(above.words) > 1 or not first.text[:1].islower() or last.x1 - last.x0 + first.x1 - first.x0 <= right - left:
        return False
    if "@" in last.text or "://" in last.text or known[(last.text + first.text.strip(".,;:")).lower()]:
        return True
    if not last.text[-1:].isalpha() or len(last.text + first.text) > _LONGEST:
        return False
    if known[first.text.strip(".,;:").lower()] > 1 and not _LINKED.search(last.text):
        return False
    letter = (last.x1 - last.x0) / len(last.text)
    return last.x1 + 1.3 * letter > right


def _mend(runs: list[Run], following: str, known: Counter[str]) -> bool:
    """Whether the next line goes on inside the last word; takes the hyphen off if it only marked the break."""
    last = runs[-1].text
    if not last.endswith(("-", "\u2010", "\u00ad")) or len(last) < 2 or not last[-2].isalnum():
        return last.endswith("/") and len(last) > 1
    if following.strip(",.;:)").lower() in _SHARED:
        return False
    if _drops_hyphen(last, following, known):
        runs[-1] = Run(last[:-1], runs[-1].bold)
    return True


def _drops_hyphen(first: str, second: str, known: Counter[str]) -> bool:
    if not second[:1].islower() or not first[-2].isalpha():
        return False
    start, end = first[:-1].lstrip("(\"'‘“„"), second.rstrip(".,;:!?)\"'’”").lower()
    joined, kept = known[start.lower() + end], known[f"{start.lower()}-{end}"]
    if joined or kept:
        return joined > kept
    if not known[HYPHENATED] and (known[start.lower()] > 1 or known[end] > 1):
        return False
    abbreviated = len(start) > 1 and start.isupper()
    return not (abbreviated or start.lower() in _PREFIXES or start[-1:].lower() + end[:1] in _CLASHES)


def words_known(lines: Iterable[Line]) -> Counter[str]:
    """How often each word is written, in small letters, words with a hyphen too; HYPHENATED is there if lines are hyphenated."""
    known: Counter[str] = Counter()
    count = broken = 0
    for line in lines:
        count += 1
        broken += line.words[-1].text.endswith("-") and not line.words[-1].spaced
        for word in line.words:
            known.update(found.lower() for found in _WORD.findall(word.text))
    if broken >= max(_FEWEST_BROKEN, _BROKEN * count):
        known[HYPHENATED] = broken
    return known

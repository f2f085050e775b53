"""A label and its value on one line: with a colon, with nothing in between, or several beside each other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from toets.structure.lexicon import Lexicon
from toets.text.normal import normal

_LONGEST_NAME = 80
_LABEL, _LABEL_WORDS = 42, 5
"""The most characters and words of a label that the vocabulary does not have."""
_SHORT = 5
"""A label of fewer letters is an ordinary word as well: behind "Raad" or "Van" a tab or a figure must come."""
_FARTHEST = 45
"""No label without a colon ends farther on."""
_GAP = re.compile(r"(?:\t|[ \u00a0]{2,}|[ \u00a0][|·•][ \u00a0])[ \t\u00a0]*")
_BAR = re.compile(r"\s*(?:\t|[ \u00a0]{2,}|[ \u00a0][|·•–—-][ \u00a0])\s*")
"""What stands between two fields on one line."""
_WORD = re.compile(r"\S+")
_TITLED = r"(?:mw|mevr|dhr|mr|drs|ir|ing|dr|weth|wethouder|burgemeester|ja|nee|n\.v\.t|nvt)\b"
_CUT = re.compile(rf"\t|(?<=[a-zé.)])\s+(?=[A-ZÀ-Þ0-9(]|{_TITLED})|(?<=[a-zé])(?=[A-ZÀ-Þ0-9]|(?:ja|nee)$)")
_ADDRESSED = re.compile(r"aan(?=\s+(?:de|het|uw)\s)", re.IGNORECASE)
_BLANK = " \t\n\r\u00a0\u200b\u200c\u200d\u2060\ufeff|"


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its value, with the place of the value in the text."""

    label: str
    value: str
    start: int
    end: int

    def moved(self, by: int) -> Pair:
        """The same pair in a text that has so many characters before it."""
        return replace(self, start=self.start + by, end=self.end + by)


def pairs_in(text: str, lexicon: Lexicon) -> tuple[Pair, ...]:
    """The pairs "Label: waarde" in a line that begins with one; a later label must be known, the first only short."""
    labels: list[tuple[int, int, int]] = []
    for colon in (found.start() for found in re.finditer(":", text)):
        if not labels and colon > _LONGEST_NAME:
            break
        begin = _label_before(text, colon, labels[-1][2] if labels else None, lexicon)
        if begin is not None:
            labels.append((begin, colon, colon + 1))
    ends = [*(begin for begin, _, _ in labels[1:]), len(text)][: len(labels)]
    return tuple(
        Pair(text[begin:colon].strip(" *\u200b\ufeff"), *trimmed(text, after, end))
        for (begin, colon, after), end in zip(labels, ends, strict=True)
    )


def _label_before(text: str, colon: int, previous: int | None, lexicon: Lexicon) -> int | None:
    """Where the label before a colon begins; None if what stands there is none."""
    if previous is None:
        label = text[: min(colon, _LONGEST_NAME)].strip()
        known = bool(lexicon.field(label))
        return 0 if len(label) <= 60 and (known or (_may_be_label(label) and not lexicon.name(label))) else None
    near = max(previous, colon - _LONGEST_NAME)
    words = [found.start() + near for found in _WORD.finditer(text[near:colon])]
    for begin in words[-6:]:
        label = text[begin:colon]
        if label[:1].isupper() and normal(label) in lexicon.labels and begin > previous:
            return begin
    # Behind a wide gap as between columns any short name is a label; the gap between a label and its own value is none.
    gap = next((gap for gap in reversed(list(_GAP.finditer(text, near, colon))) if text[previous : gap.start()].strip()), None)
    return gap.end() if gap and _may_be_label(text[gap.end() : colon].strip()) else None


def _may_be_label(text: str) -> bool:
    return 0 < len(text.split()) <= _LABEL_WORDS and len(text) <= _LABEL and text[:1].isupper() and not text[-1:].isdigit()


def trimmed(text: str, start: int, end: int) -> tuple[str, int, int]:
    """What stands between two places of a text without the blanks around it, and where that is."""
    raw = text[start:end]
    value = raw.strip(_BLANK)
    begin = start + (raw.find(value) if value else 0)
    return value, begin, begin + len(value)


def spaced_pair(text: str, lexicon: Lexicon, *, listed: bool = False) -> Pair | None:
    """A known label, then a value without a sign in between: "Portefeuillehouder J. Jansen", "BeleidsvrijheidRuim".

    `listed`: it stands among other fields, where a short label before a figure is one too ("Raad 12 maart").
    """
    body, _, end = trimmed(text, 0, len(text))
    for cut in sorted((gap.start() for gap in _CUT.finditer(body) if gap.start() <= _FARTHEST), reverse=True):
        label, value = body[:cut], body[cut:].strip()
        telling = len(label) >= _SHORT or "\t" in body[cut : cut + 1] or (listed and value[:1].isdigit())
        if value and telling and normal(label) in lexicon.labels:
            return Pair(label.strip(), value, end - len(value), end)
    return None


def parted_pairs(text: str, lexicon: Lexicon) -> tuple[Pair, ...]:
    """The fields beside each other between bars, dashes or gaps, as may be a label and its value; none if a part is no field."""
    edges = [(gap.start(), gap.end()) for gap in _BAR.finditer(text.rstrip()) if gap.start() > 0]
    parts = list(zip([0, *(end for _, end in edges)], [*(start for start, _ in edges), len(text)], strict=True))
    found: list[Pair] = []
    waiting = ""
    for start, end in parts:
        piece = text[start:end]
        if waiting:
            found.append(Pair(waiting, *trimmed(text, start, end)))
            waiting = ""
        elif normal(piece) in lexicon.labels:
            waiting = piece.strip(_BLANK + ":")
        elif pair := told_by(piece, lexicon):
            found.append(pair.moved(start))
        else:
            return ()
    return tuple(found) if len(found) > 1 and not waiting else ()


def told_by(text: str, lexicon: Lexicon) -> Pair | None:
    """The one field that a short text tells by itself: "Agendapunt 7a", "Steller: P. Jansen", "Aan de gemeenteraad"."""
    label, _, value = text.partition(":")
    if value.strip(_BLANK) and normal(label) in lexicon.labels:
        return Pair(label.strip(_BLANK), *trimmed(text, len(label) + 1, len(text)))
    addressed = _ADDRESSED.match(text)
    if addressed:
        return Pair(addressed[0], *trimmed(text, addressed.end(), len(text)))
    return spaced_pair(text, lexicon, listed=True)

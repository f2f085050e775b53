"""What a decision point says, whatever its verb form, order of words and signs, to lay it beside the same point elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from toets.extract.scene import Scene
from toets.model.document import Span
from toets.text import normal, stem
from toets.text.grammar import ORDINALS
from toets.text.numbers import SMALL_NUMBERS

_LAID_DOWN = re.compile(
    r",?\s+(?:die|dat|welke)?\s*(?:als volgt )?(?:luidt|luiden|luidend|luidende)\b.*", re.IGNORECASE | re.DOTALL
)
"""Behind these words the draft decision gives the text of a regulation in full; the point itself ends before them."""
_ASIDE = re.compile(
    r"\(\s*(?:zie\s+)?(?:bijlagen?|bijl\.|paragraaf|hoofdstuk|zaaknummer|documentnummer|registratienummer)\b[^)]*\)"
    r"|\((?:[a-z]+[- ]?){1,4} euro\)|,? ?(?:zie|conform|volgens|zoals opgenomen in|overeenkomstig) bijlage \w+",
    re.IGNORECASE,
)
"""What helps to find a paper, or tells an amount again in letters."""
_LEAD = re.compile(
    r"^\W*(?:wij stellen (?:u|uw raad|de raad)(?: voor)?(?: om)?|(?:aan )?(?:de|uw) (?:gemeente)?raad"
    r" (?:voor te stellen|te adviseren)(?: om)?"
    r"|besluit(?: om| tot)?:?)\s+",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\bniet (?=(?:meer|minder|later|langer|hoger|lager|eerder|vaker|groter) dan\b)", re.IGNORECASE)
"""What sets a bound denies nothing: "niet meer dan" is "ten hoogste"."""
_PLACE = re.compile(
    r"\b(?:artikel(?:en)?|hoofdstuk(?:ken)?|paragra(?:af|fen)|onderde(?:el|len)|bijlagen?|lid|leden)"
    r"(?:(?:,| en| tot en met| t/m)? \d+[a-z]?\b)+",
    re.IGNORECASE,
)
"""Where something stands in a text is no figure that is decided on, and the number of an attachment is nothing at all."""
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:-(?=\d))?", re.UNICODE)
_FIGURES = {word: f"{number}e" for number, word in enumerate(ORDINALS, start=1)} | {
    word: str(number) for word, number in SMALL_NUMBERS.items()
}
_DAY = "dag "
_ORDINAL = re.compile(r"(\d{1,2})(?:e|de|ste)")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a point that tell what it is about (beginnings of words), its figures and dates, and how often it denies."""

    words: Counter[str]
    figures: Counter[str]
    amounts: tuple[int, ...]
    denials: int

    @property
    def all(self) -> Counter[str]:
        """All that it says."""
        return self.words + self.figures + Counter(f"€{cents}" for cents in self.amounts)


def core(text: str) -> str:
    """A point without the text of the regulation that it lays down."""
    return _LAID_DOWN.sub("", text)


def wording(text: str, scene: Scene) -> Wording:
    """What a point says."""
    turning, plain = scene.words("punt_keert_om"), scene.words("punt_kleine_woorden", "punt_werkwoorden")
    text = _BOUND.sub("", _LEAD.sub("", _ASIDE.sub(" ", core(text))))
    spans = scene.language.spans(text)
    amounts = tuple(sorted(int(span.value) for span in spans if span.kind == "bedrag"))
    dates = [span for span in spans if span.kind == "datum" and span.more.get("grain") == "day" and span.value]
    laws = [span for span in spans if span.kind == "wet" and span.value]
    figures = Counter(f"{_DAY}{span.value}" for span in dates)
    words = Counter(f"wet {span.value}" for span in laws)
    denials = 0
    rest = _without(text, [*dates, *laws, *(span for span in spans if span.kind == "bedrag")])
    words += Counter(place for found in _PLACE.finditer(rest) if not (place := normal(found[0])).startswith("bijlage"))
    for word in map(_one, _words(_PLACE.sub(" ", rest))):
        if word in turning:
            denials += 1
        elif any(sign.isdigit() for sign in word):
            figures[word] += 1
        elif word not in plain:
            words[stem(word)] += 1
    return Wording(words, figures, amounts, denials)


def _without(text: str, spans: list[Span]) -> str:
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _words(text: str) -> list[str]:
    return [word.strip("-") for word in _WORD.findall(normal(text.replace("%", " ")))]


def _one(word: str) -> str:
    """A word, with an ordinal in figures: "vierde" and "4de" are "4e"."""
    ordinal = _ORDINAL.fullmatch(word)
    return f"{ordinal[1]}e" if ordinal else _FIGURES.get(word, word)


def is_day(figure: str) -> bool:
    """Whether one of the figures of a wording is a date."""
    return figure.startswith(_DAY)


def likeness(one: Wording, two: Wording) -> float:
    """How much two points have in common, from 0 to 1, whatever the order."""
    mine, theirs = one.all, two.all
    whole = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / whole if whole else 0.0


def together(parts: list[Wording]) -> Wording:
    """Several points as one."""
    words: Counter[str] = Counter()
    figures: Counter[str] = Counter()
    for part in parts:
        words += part.words
        figures += part.figures
    amounts = tuple(sorted(cents for part in parts for cents in part.amounts))
    return Wording(words, figures, amounts, sum(part.denials for part in parts))

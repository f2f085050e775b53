"""Decision points of the council, and whether an argument goes with each: by its number ("2.1"), or in words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from toets.extract.scene import Scene, spans_of
from toets.model.document import DecisionPoint, PassageKind, Section
from toets.model.fact import Draft, Value
from toets.text import normal, stem
from toets.text.grammar import BECAUSE

SOURCE = "extract.arguments"
ARGUING = frozenset({"argumenten", "kanttekeningen", "overig"})
NOT_ARGUING = frozenset({"beslispunten", "bijlagen", "ondertekening", "kop", "onderwerp"})
SHORTEST = 5
FEWEST_NUMBERED = 2
"""Where the arguments are numbered after so many points, a point without one is missed."""

_ARGUMENT = re.compile(
    r"\W*(?:(?:argument|ad|bij|beslispunt|punt)\b.{0,14}?)?(\d{1,2})\.\d{1,2}\b|\W*(?:ad|bij|bij punt|bij beslispunt"
    r"|beslispunt) (\d{1,2})\b",
    re.IGNORECASE,
)


def find(scene: Scene) -> Iterator[Draft]:
    """An argued_point for every decision point of the council."""
    numbers = _argued_numbers(scene)
    arguing = [passage for passage in scene.prose() if passage.role not in NOT_ARGUING]
    arguing += [passage for passage in scene.passages if passage.kind is PassageKind.HEADING and passage.role in ARGUING]
    words = sorted({word for passage in arguing for word in normal(passage.text).split()})
    amounts = {span.value for passage in arguing for span in spans_of(passage, "bedrag")}
    for point in scene.document.points:
        if point.body in ("raad", ""):
            told = _in_words(scene, point, words) or _has_amount(scene, point, amounts)
            by = "number" if point.number.strip(".() ") in numbers else ""
            by = by or ("words" if (told and len(numbers) < FEWEST_NUMBERED) or BECAUSE.search(point.text) else "")
            fields: dict[str, Value] = {"number": point.number, "argued": int(bool(by)), "by": by, "part": "voorstel"}
            yield Draft("argued_point", fields, point.text, point.location, SOURCE)


def _has_amount(scene: Scene, point: DecisionPoint, amounts: set[int | str]) -> bool:
    return any(span.kind == "bedrag" and span.value in amounts for span in scene.language.spans(point.text))


def _argued_numbers(scene: Scene) -> frozenset[str]:
    """The decision points that arguments are numbered after, whether the number is typed or made by the word processor."""
    texts: dict[int, list[str]] = {}
    for section in scene.document.sections:
        if section.role != "beslispunten":
            texts.setdefault(section.index if section.parent is None else section.parent, []).append(section.heading)
        if section.role in ARGUING:
            texts.setdefault(section.index, []).extend(block.plain() for block in section.blocks)
    for passage in scene.prose():
        if passage.role in ARGUING and passage.kind is not PassageKind.CLAIM:
            texts.setdefault(passage.section, []).append(passage.text)
    return frozenset(number for index, found in texts.items() for number in _numbers(scene.document.sections[index], found))


def _numbers(section: Section, texts: Sequence[str]) -> frozenset[str]:
    """The first figures of what stands in a section; nothing when they are all its own: 5.1 and 5.2 in "5. Argumenten"."""
    found = (_ARGUMENT.match(text) for text in texts)
    numbers = frozenset(one[1] or one[2] for one in found if one)
    return frozenset() if numbers == {section.number.strip(".() ")} else numbers


def _in_words(scene: Scene, point: DecisionPoint, words: Sequence[str]) -> bool:
    """Whether half of what a point is about comes back in the text; `words` are sorted."""
    plain = scene.words("punt_zegt_niet_waarover")
    own = (word for word in normal(point.text).split() if len(word) >= SHORTEST and word.isalpha())
    telling = {stem(word) for word in own if word not in plain}
    return 2 * sum(_opens_one(one, words) for one in telling) >= len(telling)


def _opens_one(stem: str, words: Sequence[str]) -> bool:
    at = bisect_left(words, stem)
    return at < len(words) and words[at].startswith(stem)

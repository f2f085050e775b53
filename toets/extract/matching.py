"""The decision points of the proposal beside those of the draft decision in the same file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from toets.extract.scene import Scene
from toets.model.document import DecisionPoint
from toets.model.fact import Draft, Value
from toets.text import normal

SOURCE = "extract.matching"
ALIKE = 0.8
"""From this similarity on, two points say the same in other words ("vast te stellen" and "stelt vast")."""

LACKING = {"missing": "het ontwerpbesluit", "extra": "het voorstel"}
SHOWN = 110
"""Characters of a difference that are shown."""

_LAID_DOWN = re.compile(
    r",?\s+(?:die|dat|welke)?\s*(?:als volgt )?(?:luidt|luiden|luidend|luidende)\b.*", re.IGNORECASE | re.DOTALL
)
"""Behind these words the draft decision gives the text of a regulation in full; the point itself ends before them."""

_EURO = re.compile(r"€\s+")

SAME_POINT = 0.45
"""Below this similarity two points are about different things."""


def find(scene: Scene) -> Iterator[Draft]:
    """A point_match fact for every point of either list, when the file holds a draft decision."""
    found = twins(scene)
    for point, twin in found:
        yield _draft(point, _outcome(scene, point, twin), point.text, twin)
    matched = {twin.index for _, twin in found if twin}
    for extra in scene.document.besluit if found else ():
        if extra.index not in matched:
            yield _draft(extra, "extra", extra.text)


def twins(scene: Scene) -> tuple[tuple[DecisionPoint, DecisionPoint | None], ...]:
    """Each point of the proposal with the same point of the draft decision; nothing when the file holds no draft decision."""
    document = scene.document
    if not any(part.role == "ontwerpbesluit" for part in document.parts) or not document.besluit:
        return ()
    left = list(document.besluit)
    found: list[tuple[DecisionPoint, DecisionPoint | None]] = []
    for point in document.points:
        twin = _twin(point, left)
        if twin is not None:
            left.remove(twin)
        found.append((point, twin))
    return tuple(found)


def _twin(point: DecisionPoint, others: Sequence[DecisionPoint]) -> DecisionPoint | None:
    """The most similar point of the decision, if it is about the same thing."""
    scored = [(_similarity(point.text, other.text), -abs(other.index - point.index), other) for other in others]
    best = max(scored, key=lambda item: item[:2], default=None)
    return best[2] if best and best[0] >= SAME_POINT else None


def _similarity(one: str, two: str) -> float:
    """Similarity of the words of two points, order counted, from 0 to 1."""
    return SequenceMatcher(None, normal(_core(one)).split(), normal(_core(two)).split(), autojunk=False).ratio()


def _core(text: str) -> str:
    """A point without the text of the regulation that it lays down."""
    return _LAID_DOWN.sub("", text)


def _outcome(scene: Scene, point: DecisionPoint, twin: DecisionPoint | None) -> str:
    if twin is None:
        return "missing"
    if _amounts(scene, point.text) != _amounts(scene, twin.text):
        return "amount_differs"
    return "same" if _similarity(point.text, twin.text) >= ALIKE else "text_differs"


def _amounts(scene: Scene, text: str) -> list[int]:
    return sorted(int(span.value) for span in scene.language.spans(_core(text)) if span.kind == "bedrag")


def _draft(point: DecisionPoint, outcome: str, quote: str, twin: DecisionPoint | None = None) -> Draft:
    fields: dict[str, Value] = {"number": point.index + 1, "outcome": outcome, "part": "voorstel"}
    if outcome in LACKING:
        fields["lacks"] = LACKING[outcome]
    if twin is not None and outcome != "same":
        fields |= _differences(point.text, twin.text)
    return Draft("point_match", fields, quote, point.location, SOURCE)


def _differences(one: str, two: str) -> dict[str, Value]:
    """What the two texts have instead of each other, and what only one of them has: "€ 40.000" and "€ 44.000"."""
    left, right = _words(_core(one)), _words(_core(two))
    matcher = SequenceMatcher(None, [_bare(word) for word in left], [_bare(word) for word in right], autojunk=False)
    found: dict[str, list[str]] = {"mine": [], "theirs": [], "only_mine": [], "only_theirs": []}
    for how, start, end, other_start, other_end in matcher.get_opcodes():
        mine, theirs = " ".join(left[start:end]), " ".join(right[other_start:other_end])
        if how == "replace":
            found["mine"].append(mine)
            found["theirs"].append(theirs)
        elif how == "delete":
            found["only_mine"].append(mine)
        elif how == "insert":
            found["only_theirs"].append(theirs)
    return {name: " … ".join(words)[:SHOWN].strip(" ;,.") for name, words in found.items()}


def _words(text: str) -> list[str]:
    """The words of a text; the sign of the euro stays with its amount."""
    return _EURO.sub("€\u00a0", text).split(" ")


def _bare(word: str) -> str:
    return word.casefold().strip(" .,;:()'\"‘’“”")

"""The decision points of the proposal beside those of the draft decision in the same file.

Verb forms, order, signs and the way in which an amount or date is written make no difference. What does: an amount, another
figure or date on both sides, a denial, another act; other words are told as a difference in text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from toets.extract.decisions import acts_of
from toets.extract.scene import Scene
from toets.extract.wording import Wording, core, is_day, likeness, together, wording
from toets.model.document import DecisionPoint
from toets.model.fact import Draft, Value

SOURCE = "extract.matching"
ALIKE = 0.8
"""From this likeness on, two points say the same when only one of them has more words."""

LACKING = {"missing": "het ontwerpbesluit", "extra": "het voorstel"}
SHOWN = 110
"""Characters of a difference that are shown."""

_EURO = re.compile(r"€\s+")

SAME_POINT = 0.45
"""Below this likeness two points are about different things."""

SAME_PLACE = 0.15
"""Unless both lists are as long and they stand at the same place: then from this likeness on they are the same point."""

WITHIN = 0.75
"""From this share of its words on, a point is a piece of another one."""


def find(scene: Scene) -> Iterator[Draft]:
    """A point_match fact for every point of either list, when the file holds a draft decision."""
    found = twins(scene)
    matched = {twin.index for _, twin in found if twin}
    extras = [extra for extra in scene.document.besluit if extra.index not in matched] if found else []
    for point, twin in found:
        pieces = [extra for extra in extras if twin and _is_within(scene, extra, point)]
        extras = [extra for extra in extras if extra not in pieces]
        whole = twin is None and any(one and _is_within(scene, point, one) for _, one in found)
        others = [twin, *pieces] if twin else []
        outcome = "same" if whole else _outcome(scene, point, others, found)
        yield _draft(point, outcome, point.text, twin)
    for extra in extras:
        yield _draft(extra, "extra", extra.text)


def twins(scene: Scene) -> tuple[tuple[DecisionPoint, DecisionPoint | None], ...]:
    """Each point of the proposal with the same point of the draft decision; nothing when the file holds no draft decision."""
    document = scene.document
    if not any(part.role == "ontwerpbesluit" for part in document.parts) or not document.besluit:
        return ()
    mine = [wording(point.text, scene) for point in document.points]
    theirs = [wording(point.text, scene) for point in document.besluit]
    ranked = sorted(
        ((-likeness(one, two), abs(at - place), at, place) for at, one in enumerate(mine) for place, two in enumerate(theirs))
    )
    chosen: dict[int, int] = {}
    for unlike, _, at, place in ranked:
        if -unlike >= SAME_POINT and at not in chosen and place not in chosen.values():
            chosen[at] = place
    if len(mine) == len(theirs):
        free = set(range(len(mine))) - chosen.keys() - set(chosen.values())
        chosen |= {at: at for at in free if likeness(mine[at], theirs[at]) >= SAME_PLACE}
    return tuple((point, document.besluit[chosen[at]] if at in chosen else None) for at, point in enumerate(document.points))


def _is_within(scene: Scene, piece: DecisionPoint, whole: DecisionPoint) -> bool:
    """Whether a point is a piece of another one: a list may split what the other one takes together."""
    part, all_of = wording(piece.text, scene).all, wording(whole.text, scene).all
    return part.total() > 0 and (part & all_of).total() >= WITHIN * part.total()


def _outcome(
    scene: Scene,
    point: DecisionPoint,
    others: Sequence[DecisionPoint],
    found: Sequence[tuple[DecisionPoint, DecisionPoint | None]],
) -> str:
    """What a point and its twin (in pieces, when the decision splits it) have in common."""
    if not others:
        return "missing"
    mine, theirs = wording(point.text, scene), together([wording(one.text, scene) for one in others])
    joined = [one for one, twin in found if twin is None and _is_within(scene, one, others[0])]
    mine = together([mine, *(wording(one.text, scene) for one in joined)])
    if mine.amounts != theirs.amounts:
        return "amount_differs"
    if _contradict(mine, theirs) or (not joined and _other_act(scene, point, others)):
        return "term_differs"
    return "same" if _same_words(mine, theirs) else "text_differs"


def _contradict(mine: Wording, theirs: Wording) -> bool:
    """Whether either side has a figure that the other lacks, or either a date, or only one of them denies."""
    here, there = mine.figures - theirs.figures, theirs.figures - mine.figures
    days = [sum(is_day(figure) for figure in one) for one in (here, there)]
    figures = [len(one) - number for one, number in zip((here, there), days, strict=True)]
    return all(days) or all(figures) or bool(mine.denials) != bool(theirs.denials)


def _other_act(scene: Scene, point: DecisionPoint, others: Sequence[DecisionPoint]) -> bool:
    """Whether the two decide something else: adopting beside taking note; "te bepalen dat …" only states."""
    mine, theirs = _acts(scene, "voorstel", [point]), _acts(scene, "ontwerpbesluit", others)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _acts(scene: Scene, part: str, points: Sequence[DecisionPoint]) -> frozenset[str]:
    numbers = {point.index + 1 for point in points}
    places = [passage for passage in scene.passages if passage.part == part and passage.point in numbers]
    return frozenset(act for passage in places if not scene.says(passage, "besluit_dat") for act in acts_of(scene, passage))


def _same_words(mine: Wording, theirs: Wording) -> bool:
    """Whether no word took the place of another; one of the two may be somewhat longer."""
    one, two = mine.words - theirs.words, theirs.words - mine.words
    return likeness(mine, theirs) >= ALIKE and not (_told(one) and _told(two))


def _told(words: Counter[str]) -> bool:
    return any(len(word) > 1 for word in words)


def _draft(point: DecisionPoint, outcome: str, quote: str, twin: DecisionPoint | None = None) -> Draft:
    fields: dict[str, Value] = {"number": point.index + 1, "outcome": outcome, "part": "voorstel"}
    if outcome in LACKING:
        fields["lacks"] = LACKING[outcome]
    if twin is not None and outcome != "same":
        fields |= _differences(point.text, twin.text)
    return Draft("point_match", fields, quote, point.location, SOURCE)


def _differences(one: str, two: str) -> dict[str, Value]:
    """What the two texts have instead of each other, and what only one of them has: "€ 40.000" and "€ 44.000"."""
    left, right = _words(core(one)), _words(core(two))
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

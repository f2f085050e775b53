"""Whether a decision point holds a second decision, that the raad can't vote on apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from toets.extract.deed_words import DETERMINERS, JOINING
from toets.extract.deeds import Deed, Stretch, deed_at
from toets.extract.scene import Scene, spans_of
from toets.model.document import Passage
from toets.text.tokens import columns

_NUMBER = re.compile(r"\d")
_NUMBERS_BEFORE = re.compile(r"\d+(?:, \d+)* (?:en|of) $")
_WITHOUT = frozenset({"geen", "niet"})
_GIVEN = frozenset({"van", "ad", "ter", "tot"})


def holds_another(scene: Scene, passage: Passage, deeds: tuple[Deed, ...]) -> bool:
    """Whether a deed beside the first decides something of its own, or one mandate gives two powers, or two sums are given."""
    return (
        _joins_another(scene, passage, deeds)
        or _decides_more(scene, passage, deeds)
        or _two_powers(scene, passage, deeds)
        or _two_gifts(scene, passage, deeds)
    )


def ends_so(text: str, endings: Iterable[str]) -> bool:
    """Whether a word of a text ends in one of these ways."""
    ways = tuple(endings)
    return any(word.endswith(ways) for word in columns(text)[0])


def _joins_another(scene: Scene, passage: Passage, deeds: tuple[Deed, ...]) -> bool:
    """Whether "alsmede", "en daarnaast" and the like join a second deed, not only a second object of the first."""
    hits = scene.says(passage, "tweede_besluit")
    return any(hit.end <= deed.said.end and _beside(deeds, deed, hit.start) for hit in hits for deed in deeds)


def _beside(deeds: tuple[Deed, ...], deed: Deed, place: int) -> bool:
    """Whether a deed may be joined by the word at a place: not inside what is told of a thing, or what something is for."""
    joins = deed_at(deeds, place)
    return deed.role not in ("relative", "condition") and (deed.role != "purpose" or joins is None or joins.role != "purpose")


def _decides_more(scene: Scene, passage: Passage, deeds: tuple[Deed, ...]) -> bool:
    """Whether a deed is joined to the first that decides on something else; what is asked of another is one decision."""
    asks = scene.says(passage, "besluit_vraagt")
    floors = (0, *(deed.said.end for deed in deeds))
    deeds = tuple(_whole(passage.text, deed, floor) for deed, floor in zip(deeds, floors, strict=False))
    rest = [deed for deed in _of_the_point(deeds)[1:] if not (asks and asks[0].end <= deed.start)]
    return any(_names_thing(scene, passage.text, deed) and _on_its_own(scene, passage.text, deed) for deed in rest)


def _whole(text: str, deed: Deed, floor: int) -> Deed:
    """A deed with its whole object, where that was cut at the "en" of a list of numbers: "de tarieven in 2026, 2027 en 2028"."""
    start, end = deed.object
    cut = _NUMBERS_BEFORE.search(text, floor, start) if _NUMBER.match(text, start) else None
    joint = text.rfind(" en ", floor, cut.start()) if cut else -1
    return deed if joint < 0 else replace(deed, object=Stretch(joint + len(" en "), end))


def _of_the_point(deeds: tuple[Deed, ...]) -> list[Deed]:
    """The deeds that the point decides: "wij stellen u voor de nota vast te stellen" decides what is proposed."""
    alone = [deed for deed in deeds if deed.alone and deed.form == "to"]
    below = [deed for deed in deeds if deed.role == "content" and deed.form == "to" and deed.under >= 0]
    framed = [deed for deed in below if deeds[deed.under].form == "finite"]
    return alone or framed or [deed for deed in deeds if deed.alone and deed.form == "noun"]


def _names_thing(scene: Scene, text: str, deed: Deed) -> bool:
    """Whether a deed has an object that is told apart by "de", "een" or a number, and no refusal."""
    words = columns(deed.object.of(text))[0]
    if not words or words[0] in _WITHOUT or not _joined(text, deed):
        return False
    if deed.object.start > deed.said.start and deed.form == "to":
        return deed.verb.endswith(tuple(scene.words("besluit_met_voorzetsel")))
    return deed.form == "noun" or not DETERMINERS.isdisjoint(words)


def _joined(text: str, deed: Deed) -> bool:
    """Whether "en" or the like opens a clause, or a sentence or semicolon ends before it; a comma alone joins steps."""
    before = text[: min(deed.object.start, deed.said.start)].rstrip().removesuffix("om").rstrip()
    return before[-1:] in (".", ";") or not JOINING.isdisjoint(columns(before)[0][-1:])


def _on_its_own(scene: Scene, text: str, deed: Deed) -> bool:
    """Whether a deed does not belong to the one before it, by its verb, by words that point back, or as its side of money."""
    words = columns(deed.object.of(text))[0]
    back = not scene.words("besluit_wijst_terug").isdisjoint(words) or not scene.words("besluit_voornaamwoord").isdisjoint(
        words[:1]
    )
    money = ends_so(" ".join(words[:3]), scene.words("besluit_geldkant"))
    return not back and not money and not _goes_along(scene, deed)


def _goes_along(scene: Scene, deed: Deed) -> bool:
    """Whether a verb tells of what belongs to the decision before it: cover, signing, telling, sending out."""
    belongs, apart = (tuple(scene.words(name)) for name in ("besluit_hoort_erbij", "besluit_op_zichzelf"))
    return deed.verb.endswith(belongs) and not deed.verb.endswith(apart)


def _two_powers(scene: Scene, passage: Passage, deeds: tuple[Deed, ...]) -> bool:
    """Whether one mandate lets somebody do two things, each to its own object; signing goes with entering into a contract.

    A list of the steps of one task ("te beslissen, voorschotten te betalen en subsidies vast te stellen") is one power.
    """
    grants = scene.says(passage, "besluit_machtigt")
    powers = [deed for deed in deeds if grants and not deed.alone and deed.form == "to" and deed.start >= grants[0].end]
    powers = [deed for deed in powers if deed.under == powers[0].under and deed.role == powers[0].role]
    rest = [deed for deed in powers[1:] if deed.object.of(passage.text)]
    steps = [deed for deed in rest if not _joined(passage.text, deed)]
    return not steps and any(_on_its_own(scene, passage.text, deed) for deed in rest)


def _two_gifts(scene: Scene, passage: Passage, deeds: tuple[Deed, ...]) -> bool:
    """Whether two sums of a different sort are given by one verb: "een subsidie van … te verlenen en een lening van …"."""
    if len(spans_of(passage, "bedrag")) < 2:
        return False
    return any(_gives_two(scene, passage.text[deed.start : deed.end]) for deed in deeds if deed.alone)


def _gives_two(scene: Scene, text: str) -> bool:
    words, gifts = columns(text)[0], tuple(scene.words("besluit_gift"))
    found = [at for at, word in enumerate(words) if word.endswith(gifts)]
    return any(words[first] != words[later] and _begins_again(words, later) for first, later in combinations(found, 2))


def _begins_again(words: Sequence[str], at: int) -> bool:
    """Whether a gift is named anew, with a sum of its own: "en een jaarlijkse subsidie van …"."""
    before = words[max(at - 3, 0) : at]
    return "een" in before and not JOINING.isdisjoint(before) and not _GIVEN.isdisjoint(words[at + 1 : at + 2])

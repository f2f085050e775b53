"""Consultations: who was heard, when, what came of it in writing, what they brought in, and what was done with that.

What a party brought in and what was done with it mostly stands in the sentences after the one that names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.extract.voices import OUTSIDE, Mention, Voice, listens, mentions, voices
from toets.model.document import Passage
from toets.model.fact import Draft, Value

SOURCE = "extract.consultation"
REACH = 5
"""How many passages after the one that names a party may still speak of it."""

_MOMENT = re.compile(
    r"\b(?:in|eind|begin|medio|sinds|vanaf|tussen) (?:19|20)\d\d\b"
    r"|\b(?:dit|afgelopen|vorig|vorige|voorbije|het afgelopen|in het|deze) (?:voorjaar|najaar|zomer|winter|herfst|lente|jaar|maand|week)\b",
    re.IGNORECASE,
)


def find(scene: Scene) -> Iterator[Draft]:
    """A consultation fact for every party in every passage that tells of hearing it, now, later or not at all."""
    heads = _heads(scene)
    told = {passage.index: _voices(scene, passage, heads) for passage in scene.passages if listens(passage)}
    for passage in scene.passages:
        for voice in told.get(passage.index, ()):
            if voice.heard or voice.later or voice.informed or voice.denied:
                yield _draft(scene, voice, _after(scene, voice, told))
        yield from _declined(scene, passage)


def _declined(scene: Scene, passage: Passage) -> Iterator[Draft]:
    """That nobody was asked: "van inspraak is afgezien"; the reason is told by `near_reason`."""
    hits = scene.says(passage, "geen_participatie") if listens(passage) else ()
    if hits:
        where = spot(passage, hits[0].start, hits[0].end)
        yield Draft("consultation", {"refused": 1}, passage.text, where, SOURCE, passage.index)


def _heads(scene: Scene) -> Mapping[int, tuple[Mention, ...]]:
    """The councils and social parties that the heading of a section names ("Advies Wmo-raad"): its sentences speak of them."""
    found: dict[int, tuple[Mention, ...]] = {}
    for passage in scene.passages:
        if passage.kind == "heading" and passage.part == "voorstel":
            named = tuple(item for item in mentions(scene, passage) if item.party not in OUTSIDE and item.named)
            if named:
                found[passage.section] = tuple(replace(item, start=0, end=0) for item in named)
    return found


def _voices(scene: Scene, passage: Passage, heads: Mapping[int, tuple[Mention, ...]]) -> tuple[Voice, ...]:
    """The voices of a passage; without a name of its own it speaks of the party in the heading, or in the sentence before it."""
    found = mentions(scene, passage) or heads.get(passage.section, ()) or _just_named(scene, passage)
    return voices(scene, passage, found)


def _just_named(scene: Scene, passage: Passage) -> tuple[Mention, ...]:
    before = [other for other in scene.reach(passage, "paragraph") if other.index == passage.index - 1 and listens(other)]
    return tuple(replace(item, start=0, end=0) for other in before for item in mentions(scene, other) if item.party not in OUTSIDE)


def _after(scene: Scene, voice: Voice, told: Mapping[int, Sequence[Voice]]) -> tuple[Passage, ...]:
    """The passages that speak of the same consultation: its own, and those after it until somebody else is heard."""
    own = scene.passages[voice.passage]
    found = [own]
    for passage in scene.by_section.get(own.section, ()):
        if own.index < passage.index <= own.index + REACH and listens(passage):
            others = [other for other in told.get(passage.index, ()) if other.heard and other.start < other.end]
            if any(other.party != voice.party or _again(scene, passage) for other in others):
                break
            found.append(passage)
    return tuple(found)


def _again(scene: Scene, passage: Passage) -> bool:
    """Whether a passage tells of another occasion on which the same party was heard."""
    return _dated(passage) and bool(scene.says(passage, "gehoord_deelwoord") or scene.says(passage, "gehoord_verleden"))


def _dated(passage: Passage) -> bool:
    return bool(spans_of(passage, "datum", "kwartaal")) or bool(_MOMENT.search(passage.text))


def _draft(scene: Scene, voice: Voice, passages: Sequence[Passage]) -> Draft:
    own = passages[0]
    fields: dict[str, Value] = {
        "party": voice.party,
        "named": int(voice.named),
        "heard": int(voice.heard or voice.denied),
        "form": int(voice.form),
        "later": int(voice.later),
        "informed": int(voice.informed),
        "polarity": int(not voice.denied),
        "moment": int(_dated(own) or _dated_beside(scene, own)),
    }
    if voice.heard:
        fields |= _yield_of(scene, passages)
    if scene.language.quoted(own.text, voice.start, voice.end):
        fields["quoted"] = 1
    return Draft("consultation", fields, own.text, spot(own, voice.start, voice.end), SOURCE, own.index)


def _dated_beside(scene: Scene, own: Passage) -> bool:
    """Whether the sentence before or after it in its paragraph gives the moment, and speaks of nobody else."""
    beside = (other for other in scene.reach(own, "paragraph") if abs(other.index - own.index) == 1)
    return any(_dated(other) and not mentions(scene, other) for other in beside)


def _yield_of(scene: Scene, passages: Sequence[Passage]) -> dict[str, Value]:
    """What came out of a consultation: what was brought in, what was done with it or why not, and what was put in writing."""
    said = any(scene.says(passage, "inbreng") for passage in passages)
    follows = any(scene.says(passage, "gevolg") for passage in passages)
    refused = any(scene.says(passage, "niet_verwerkt") for passage in passages)
    reasoned = any(_refuses_with_reason(scene, passage) for passage in passages)
    handled = any(scene.says(passage, "verwerkt") and not scene.says(passage, "verwerkt_kaal") for passage in passages)
    bare = any(scene.says(passage, "verwerkt_kaal") for passage in passages)
    written = any(scene.says(passage, "gehoord_product") for passage in passages)
    response = follows or reasoned or (handled and (said or not bare))
    return {
        "input": int(said or follows),
        "against": int(any(scene.says(passage, "bezwaar") for passage in passages)),
        "response": int(response),
        "refused": int(refused),
        "bare": int(bare and not response),
        "product": int(written or said or follows),
    }


def _refuses_with_reason(scene: Scene, passage: Passage) -> bool:
    """Whether a wish is turned down and the reason stands in the same or the next sentence."""
    if not scene.says(passage, "niet_verwerkt"):
        return False
    near = (other for other in scene.reach(passage, "adjacent") if other.index >= passage.index)
    return any(scene.says(other, "reden") for other in near)

"""Topics of the vocabulary become facts: a phrase, its guards, its polarity, and the evidence beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toets.extract.scene import Scene, spans_of
from toets.model.document import Location, Passage, PassageKind
from toets.model.fact import Draft, Value
from toets.model.vocabulary import Near, Phrase, Topic
from toets.text import Hit


def find(scene: Scene) -> Iterator[Draft]:
    """The facts that the topics of the vocabulary give."""
    by_phrase = scene.language.topic_of
    for passage in scene.passages:
        seen: set[str] = set()
        for hit in scene.hits[passage.index]:
            if hit.phrase not in by_phrase:
                continue
            topic, phrase = by_phrase[hit.phrase]
            if topic.once and topic.name in seen:
                continue
            if counts(topic, passage) and not _cancelled(topic, passage, scene):
                seen.add(topic.name)
                yield _draft(scene, passage, hit, topic, phrase)


def counts(topic: Topic, passage: Passage) -> bool:
    """Whether a topic looks at passages of this role, part and kind."""
    return (
        (not topic.roles or passage.role in topic.roles)
        and passage.role not in topic.not_roles
        and (not topic.parts or passage.part in topic.parts)
        and (passage.kind in topic.kinds if topic.kinds else passage.kind != "heading")
    )


def _cancelled(topic: Topic, passage: Passage, scene: Scene) -> bool:
    """Whether a guard of the topic stands in the passage."""
    return bool(scene.found(passage, topic.unless)) or any(scene.says(passage, name) for name in topic.unless_lists)


def _draft(scene: Scene, passage: Passage, hit: Hit, topic: Topic, phrase: Phrase) -> Draft:
    fields: dict[str, Value] = {**topic.gives, **phrase.sets}
    for near in topic.near:
        if holds(near, passage, hit, scene):
            fields |= near.sets
    if topic.negatable and scene.language.negated(passage.text, hit.start, hit.end, hit.gaps):
        fields["polarity"] = 0
    if scene.language.quoted(passage.text, hit.start, hit.end):
        fields["quoted"] = 1
    return Draft(
        kind=topic.fact,
        fields=fields,
        quote=passage.text,
        location=spot(passage, hit.start, hit.end),
        source=phrase.id,
        passage=passage.index,
    )


def holds(near: Near, passage: Passage, hit: Hit, scene: Scene) -> bool:
    """Whether the evidence that `near` asks for stands within its reach of the hit."""
    if near.reach == "phrase":
        inside = (span for span in spans_of(passage, *near.slots) if span.start < hit.end and span.end > hit.start)
        within = (other for other in scene.found(passage, near.phrases) if other.start < hit.end and other.end > hit.start)
        return any(True for _ in inside) or any(True for _ in within)
    return _stands_in(near, scene.reach(passage, near.reach), scene)


def _stands_in(near: Near, passages: Iterable[Passage], scene: Scene) -> bool:
    return any(
        spans_of(other, *near.slots) or any(_said(hit, other, scene) for hit in scene.found(other, near.phrases))
        for other in passages
        if other.kind != "heading"
    )


def _said(hit: Hit, passage: Passage, scene: Scene) -> bool:
    return not scene.language.negated(passage.text, hit.start, hit.end, hit.gaps)


def spot(passage: Passage, start: int, end: int) -> Location:
    """The place of characters of a passage, counted in the text of its block; of a field of the head that is its value."""
    base = passage.location.start or 0
    if passage.kind == PassageKind.FIELD and passage.section < 0:
        label = passage.text.find(": ") + 2
        last = passage.location.end if passage.location.end is not None else base + len(passage.text) - label
        start, end = (min(max(base + place - label, base), last) for place in (start, end))
        return passage.location.between(start, end)
    return passage.location.between(base + start, base + end)


def inside(passage: Passage, place: Location) -> tuple[int, int]:
    """The characters of a passage that stand at a place of its block: what `spot` made a place of."""
    base = passage.location.start or 0
    if passage.kind == PassageKind.FIELD and passage.section < 0:
        base -= passage.text.find(": ") + 2
    return (place.start or 0) - base, (place.end or 0) - base

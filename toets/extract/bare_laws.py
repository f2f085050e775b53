"""Laws that a proposal rests on without an article, while no article of them carries the same decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toets.extract.scene import Scene, spans_of
from toets.model.document import Passage, PassageKind, Span
from toets.text import normal, stem

TELLING_ROLES = frozenset({"mandaat", "kader", "uitvoering", "middelen", "overig"})
"""Where a proposal tells what it rests on; elsewhere a law is told for another reason."""
TELLING_KINDS = frozenset({PassageKind.SENTENCE, PassageKind.ITEM})
SHORTEST = 5


class _Named(NamedTuple):
    """A law as one sentence names it, with or without an article; "die wet" and "daarvan" are the law named before."""

    passage: Passage
    span: Span
    law: str
    article: bool


def bare_laws(scene: Scene) -> frozenset[tuple[int, int]]:
    """The bare laws, by passage and place.

    Only laws that share out powers are told: of another one that is only named, the proposal may rest on it for a side
    issue. With several decisions an article carries only the one that its sentence is about.
    """
    named = tuple(_named(scene))
    if not any(one.article for one in named):
        return frozenset()
    powers = {law.code for law in scene.vocabulary.laws if law.powers}
    bare = (one for one in named if one.law in powers and not one.article and _is_told(scene, one))
    return frozenset((one.passage.index, one.span.start) for one in bare if not _carried(scene, one, named))


def _named(scene: Scene) -> Iterator[_Named]:
    last = ""
    for passage in scene.passages:
        for span in spans_of(passage, "wet"):
            last = str(span.value) or last
            yield _Named(passage, span, str(span.value) or last, bool(span.more.get("article")))


def _is_told(scene: Scene, one: _Named) -> bool:
    """Whether a sentence of the proposal names this law for the decision, and not for a side issue or as an event."""
    passage, span = one.passage, one.span
    if passage.part != "voorstel" or passage.point or passage.role not in TELLING_ROLES or passage.kind not in TELLING_KINDS:
        return False
    if scene.says(passage, "zijpad_van_het_recht") or scene.says(passage, "wet_terzijde"):
        return False
    return not scene.language.negated(passage.text, span.start, span.end)


def _carried(scene: Scene, one: _Named, named: Sequence[_Named]) -> bool:
    """Whether an article carries what this sentence rests on the bare law: of that law, or in the same sentence."""
    articles = [other for other in named if other.article]
    if any(other.passage is one.passage for other in articles):
        return True
    own = [other for other in articles if other.law == one.law]
    about = _about(scene, one.passage)
    others = frozenset[int]().union(*(_about(scene, other.passage) for other in own))
    return bool(own) and not (about and others and about.isdisjoint(others))


def _about(scene: Scene, passage: Passage) -> frozenset[int]:
    """The decisions, by their number, of which a sentence has a word that no other decision has."""
    stems = [_stems(point.text) for point in scene.document.points]
    words = _stems(passage.text)
    shared = frozenset[str]().union(*(one & two for at, one in enumerate(stems) for two in stems[at + 1 :]))
    return frozenset(at for at, own in enumerate(stems) if words & (own - shared))


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in normal(text).split() if len(word) >= SHORTEST and word.isalpha())

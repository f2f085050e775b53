"""A Document becomes Facts: recognition only, never a verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from toets.extract import (
    assignment,
    attachments,
    capacity,
    consultation,
    date_checks,
    decisions,
    effects,
    execution,
    form,
    kinds,
    law,
    mandates,
    matching,
    money,
    no_cost,
    opgaven,
    partners,
    risks,
    topics,
)
from toets.extract.facts import facts_of
from toets.extract.passages import passages_of
from toets.extract.scene import Scene, scene_of
from toets.model.document import Document
from toets.model.fact import Draft, Fact
from toets.model.vocabulary import Vocabulary
from toets.text import Language

Family = Callable[[Scene], Iterable[Draft]]

FAMILIES: tuple[Family, ...] = (
    form.find,
    assignment.find,
    kinds.find,
    decisions.find,
    attachments.find,
    date_checks.find,
    execution.find,
    matching.find,
    money.find,
    capacity.find,
    risks.find,
    no_cost.find,
    opgaven.find,
    law.find,
    mandates.find,
    consultation.find,
    effects.find,
    partners.find,
)

__all__ = ["extract"]


def extract(document: Document, vocabulary: Vocabulary, language: Language) -> tuple[Fact, ...]:
    """All facts of a document, numbered in document order.

    Raises EngineError when an extractor makes a fact that is not declared.
    """
    scene = scene_of(document, vocabulary, language, passages_of(document, language))
    found = chain.from_iterable(family(scene) for family in FAMILIES)
    return facts_of((*found, *kinds.placed(topics.find(scene), scene)), scene)

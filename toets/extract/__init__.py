"""A Document becomes Facts: recognition only, never a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toets.extract import (
    arguments,
    assignment,
    attachments,
    capacity,
    concreteness,
    consistency,
    consultation,
    date_checks,
    decisions,
    effects,
    execution,
    form,
    kinds,
    law,
    layout,
    mandates,
    matching,
    money,
    no_cost,
    opgaven,
    partners,
    personal_data,
    readability,
    references,
    risks,
    subjects,
    topics,
)
from toets.extract.facts import facts_of
from toets.extract.guard import Failure, run
from toets.extract.passages import passages_of
from toets.extract.scene import scene_of
from toets.model.document import Document
from toets.model.extension import Extractor
from toets.model.fact import Fact
from toets.model.vocabulary import Vocabulary
from toets.text import Language

FAMILIES: tuple[Extractor, ...] = (
    Extractor("vorm", ("absent_section", "metadata", "open_change", "part", "placeholder", "section", "unread"), form.find),
    Extractor(
        "opdracht",
        ("commission", "condition", "goal", "hollow_term", "origin", "portfolio", "relation", "role_holder", "scope", "subtask"),
        assignment.find,
    ),
    Extractor("soort", ("addressee", "lookalike", "points", "subject"), kinds.find),
    Extractor("besluit", ("competence", "decision_point"), decisions.find),
    Extractor("bijlagen", ("attachment",), attachments.find),
    Extractor("data", ("date_check", "place"), date_checks.find),
    Extractor(
        "uitvoering",
        (
            "action", "bottleneck", "dependency", "evaluation", "executor", "instrument", "milestone", "monitoring", "procedure",
            "report_back", "vague",
        ),
        execution.find,
    ),
    Extractor("gelijkheid", ("point_match",), matching.find),
    Extractor("geld", ("amount", "comparison", "coverage", "place"), money.find),
    Extractor("capaciteit", ("capacity",), capacity.find),
    Extractor("risico's", ("risk",), risks.find),
    Extractor("geen kosten", ("no_cost", "vague_cost"), no_cost.find),
    Extractor("opgaven", ("opgave", "opgaven"), opgaven.find),
    Extractor("wetten", ("law_reference",), law.find),
    Extractor("mandaat", ("mandate",), mandates.find),
    Extractor("inbreng", ("consultation",), consultation.find),
    Extractor("gevolgen", ("effect", "result_level"), effects.find),
    Extractor("partners", ("partner", "vague"), partners.find),
    Extractor("persoonsgegevens", ("personal_data",), personal_data.find),
    Extractor("verwijzingen", ("cross_reference", "numbering_gap"), references.find),
    Extractor("namen en aantallen", ("told_number", "name_clash"), consistency.find),
    Extractor("argumenten", ("argued_point",), arguments.find),
    Extractor("leesbaarheid", ("reading", "hard_sentence", "abbreviation", "heading_title"), readability.find),
    Extractor("opmaak", ("layout",), layout.find),
    Extractor("concreetheid", ("concreteness",), concreteness.find),
)  # fmt: skip
"""What toets itself extracts in code; the rest the topics of the vocabulary give."""

__all__ = ["FAMILIES", "Extracted", "extract", "passages_of", "scene_of"]


@dataclass(frozen=True, slots=True)
class Extracted:
    """The facts of a document, and the kinds of fact that could not be looked for, each with the reason in Dutch."""

    facts: tuple[Fact, ...]
    lost: Mapping[str, str]


def extract(document: Document, vocabulary: Vocabulary, language: Language, added: Sequence[Extractor] = ()) -> Extracted:
    """All facts of a document, numbered in document order; `added` are the extractors of plugins.

    An extractor that fails costs its own kinds of fact only.
    """
    language.forget()
    scene = scene_of(document, vocabulary, language, passages_of(document, language))
    declared = vocabulary.fact_kinds()
    found, lost = list(subjects.placed(topics.find(scene), scene)), dict[str, str]()
    for extractor in (*FAMILIES, *added):
        answer = run(extractor, scene, declared)
        if isinstance(answer, Failure):
            lost |= dict.fromkeys(answer.kinds, answer.says)
        else:
            found += answer
    return Extracted(facts_of(found, scene), lost)

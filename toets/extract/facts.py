"""Drafts become facts: an id, the common fields, the neighbourhood, and every declared field filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from toets.errors import EngineError
from toets.extract.scene import ACTORS, DATES, Scene, spans_of
from toets.model.document import Passage
from toets.model.fact import Draft, Fact, FactKind, Field, FieldType, Value

LONGEST_TEXT = 300
"""A sentence: texts in facts are compared, and shown in messages; the engine wants them short."""


def facts_of(drafts: Iterable[Draft], scene: Scene) -> tuple[Fact, ...]:
    """Number the drafts in document order and complete them.

    Raises EngineError when a draft has a kind or field that is not declared: a mistake in an extractor.
    """
    kinds = scene.vocabulary.fact_kinds()
    common = _common_fields(scene)
    ordered = sorted(drafts, key=_place)
    ids = [f"f{number:05d}" for number in range(1, len(ordered) + 1)]
    handles = {draft.handle: number for draft, number in zip(ordered, ids, strict=True) if draft.handle}
    forms: dict[str, _Form] = {}
    for draft in ordered:
        if draft.kind not in kinds:
            raise EngineError(f"Het feit '{draft.kind}' ({draft.source}) is niet gedeclareerd in een map 'feiten'.")
        if draft.kind not in forms:
            forms[draft.kind] = _form(kinds[draft.kind])
    return tuple(_fact(draft, number, handles, forms[draft.kind], common) for draft, number in zip(ordered, ids, strict=True))


@dataclass(frozen=True, slots=True)
class _Form:
    """A kind of fact with its fields, and those fields as they are when nothing was said about them."""

    kind: FactKind
    declared: Mapping[str, Field]
    blank: Mapping[str, Value]


def _form(kind: FactKind) -> _Form:
    declared = kind.all_fields()
    blank: dict[str, Value] = {name: field.default for name, field in declared.items()}
    return _Form(kind, declared, blank | {"polarity": 1, "sure": 100} if kind.textual else blank)


def _place(draft: Draft) -> tuple[int, int, str, str]:
    where = draft.location
    return (
        draft.passage if draft.passage is not None else -1,
        where.start if where.start is not None else -1,
        draft.kind,
        draft.source,
    )


def _fact(
    draft: Draft,
    number: str,
    handles: Mapping[str, str],
    form: _Form,
    common: Callable[[int], Mapping[str, Value]],
) -> Fact:
    declared = form.declared
    fields: dict[str, Value] = {**form.blank, "own": number}
    if form.kind.textual and draft.passage is not None:
        fields |= common(draft.passage)
    for name, value in draft.fields.items():
        if name not in declared:
            raise EngineError(f"Het feit '{draft.kind}' ({draft.source}) heeft geen veld '{name}'.")
        fields[name] = _value(value, declared[name].type, handles)
    return Fact(number, draft.kind, fields, draft.quote, draft.location, draft.source)


def _value(value: Value, kind: FieldType, handles: Mapping[str, str]) -> Value:
    if kind is FieldType.REF:
        return handles.get(str(value), str(value))
    return value[:LONGEST_TEXT] if isinstance(value, str) else int(value)


def _common_fields(scene: Scene) -> Callable[[int], Mapping[str, Value]]:
    """Tells by the index of a passage the fields that are the same for all textual facts in it.

    Of what stands near it: 2 when it stands in the passage itself, 1 in an adjacent passage of its section.
    """
    present = [_present(passage, scene) for passage in scene.passages]

    @cache
    def common(index: int) -> Mapping[str, Value]:
        passage, own = scene.passages[index], present[index]
        beside = [present[other.index] for other in scene.reach(passage, "adjacent") if other.index != index]
        near = {name: 2 if there else int(any(other[name] for other in beside)) for name, there in own.items()}
        return {
            "part": passage.part,
            "role": passage.role,
            "section": passage.section,
            "para": passage.paragraph,
            "sentence": passage.index,
            "point": passage.point,
            "quoted": passage.quoted,
            **near,
        }

    return common


def _present(passage: Passage, scene: Scene) -> Mapping[str, bool]:
    kinds = {span.kind for span in passage.spans}
    return {
        "near_date": not kinds.isdisjoint(DATES) and any(span.value for span in spans_of(passage, *DATES)),
        "near_amount": "bedrag" in kinds,
        "near_actor": not kinds.isdisjoint(ACTORS),
        "near_article": "wet" in kinds and any(span.more.get("article") for span in spans_of(passage, "wet")),
        "near_reason": bool(scene.says(passage, "reden")),
        "near_number": "getal" in kinds or "bedrag" in kinds,
    }

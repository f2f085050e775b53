"""Facts about the form: parts, sections, fields of the head, remains of the template, what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from toets.extract import head
from toets.extract.scene import Scene
from toets.model.document import ROLES, Block, BlockKind, Location, Metadatum, Passage, Section, SectionState
from toets.model.fact import Draft, Value
from toets.text import normal
from toets.text.grammar import PARTICLE

SOURCE = "extract.form"
START = Location(part=0, section=None, paragraph=0)
LEAST_WORDS = 3
"""Shorter help texts ("pm", "hulptekst") also occur in ordinary sentences."""

_BRACKETED = re.compile(r"[\[<{«]+\s*([^\[\]<>{}«»]{1,40}?)\s*[\]>}»]+")
_MARK = re.compile(
    r"(?<!\w)(?:[xX]{2,6}|€ ?[xX]+|\?{3,}|_{4,}|\.{5,}|…{2,})(?!\w)|€ ?…|\b(?:van|op|per|tot|nr\.|d\.d\.) …(?= [a-zà-ÿ\d])"
)
_CHOICE = re.compile(r"[^./;]{0,40}/ ?")
"""What stands between two answers of which one should have been struck out: "geen rekening / deels rekening gehouden"."""
_LONGEST_CHOICE = 80
_PERSON = re.compile(rf"\b[A-Z]\.|\b(?i:{PARTICLE}) [A-Z]")
NEVER_REQUIRED = frozenset({"overig", "kop"})


def find(scene: Scene) -> Iterator[Draft]:
    """All facts about the form of the document."""
    document = scene.document
    for part in document.parts:
        yield Draft("part", {"is": part.role}, part.title, part.location, SOURCE)
    stamps = _normal_list(scene, "stempels")
    for section in document.sections:
        if section.state is not SectionState.EMPTY or normal(section.heading) not in stamps:  # a stamp is no part: "HAMERSTUK"
            yield _section(scene, section)
    yield from _absent(scene)
    left_open = _normal_list(scene, "sjabloon", "sjabloon_woorden")
    for item in document.metadata:
        fields: dict[str, Value] = {"field": item.field, "filled": int(_filled(scene, item, left_open))}
        yield Draft("metadata", fields, f"{item.label}: {item.value}".strip(), item.location, SOURCE)
    if document.subject and not any(item.field == "onderwerp" for item in document.metadata):
        yield Draft("metadata", {"field": "onderwerp", "filled": 1}, document.subject, START, SOURCE)
    yield from head.told_elsewhere(scene)
    for gap in document.unread:
        yield Draft("unread", {"what": gap.what}, gap.what, gap.location, SOURCE)
    yield from _unfilled(scene)
    yield from _left_over(scene)
    yield from _options(scene)
    yield from _open_changes(scene)


def _normal_list(scene: Scene, *names: str) -> frozenset[str]:
    """The words of some lists of the vocabulary, as `normal` writes them."""
    return frozenset(normal(word) for name in names for word in scene.words(name))


def _filled(scene: Scene, item: Metadatum, left_open: frozenset[str]) -> bool:
    """Whether a field of the head says something: no mark of the template, a person or a day where that is asked."""
    value = item.value.strip()
    if not normal(value) or _BRACKETED.fullmatch(value) or _MARK.fullmatch(value) or normal(value) in left_open:
        return False
    only_a_field = item.field == "portefeuillehouder" and normal(item.label) == "portefeuille"
    if only_a_field:
        return bool(_PERSON.search(value) or scene.has(value, "aanspreking") or _people(scene, value))
    if item.field in head.MEETINGS:
        return not head.names_a_week(value)
    return item.field != "steller" or not head.names_a_unit(scene, value)


def _people(scene: Scene, text: str) -> tuple[str, ...]:
    """The people and functions that a text names."""
    return tuple(span.text for span in scene.language.spans(text) if span.kind in ("persoon", "functie"))


def _section(scene: Scene, section: Section) -> Draft:
    fields: dict[str, Value] = {
        "is": section.role,
        "part": scene.document.part_of(section).role,
        "state": section.state.value,
        "words": section.words,
        "table": int(any(block.kind is BlockKind.TABLE for block in section.blocks)),
        "top": int(section.parent is None),
    }
    return Draft("section", fields, section.heading, section.location, SOURCE)


def _absent(scene: Scene) -> Iterator[Draft]:
    """Every section role that the proposal does not have, as an explicit fact: absence is never asked of the engine."""
    there = {section.role for section in scene.document.sections if scene.document.part_of(section).role == "voorstel"}
    if scene.document.points:
        there.add("beslispunten")
    if scene.document.subject:
        there.add("onderwerp")
    for role in ROLES:
        if role not in there and role not in NEVER_REQUIRED:
            yield Draft("absent_section", {"is": role}, "", START, SOURCE)


def _unfilled(scene: Scene) -> Iterator[Draft]:
    """Content controls that nobody filled in."""
    for section in scene.document.sections:
        for block in section.blocks:
            for start, end in block.unfilled:
                yield Draft("placeholder", _place_fields(scene, section), block.text[start:end], _at(section, block), SOURCE)
        if section.state is SectionState.TEMPLATE and not any(block.unfilled for block in section.blocks):
            text = " ".join(block.plain() for block in section.blocks)
            yield Draft("placeholder", _place_fields(scene, section), text, section.location, SOURCE)


def _left_over(scene: Scene) -> Iterator[Draft]:
    """Help text and marks of the template inside running text: "[naam]", "€ XX", "……"."""
    lists = scene.vocabulary.lists
    help_texts: dict[str, list[str]] = {}
    for text in map(normal, lists.get("sjabloon", ())):
        if len(text.split()) >= LEAST_WORDS:
            help_texts.setdefault(text.split()[0], []).append(f" {text} ")
    fields = _normal_list(scene, "sjabloon_woorden")
    for passage in scene.passages:
        if passage.part != "voorstel":
            continue
        words = f" {normal(passage.text)} "
        bracketed = any(normal(match[1]) in fields for match in _BRACKETED.finditer(passage.text))
        mark = _MARK.search(passage.text) or scene.says(passage, "sjabloon_lengte") or _no_choice(scene, passage)
        if any(text in words for word in help_texts.keys() & words.split() for text in help_texts[word]):
            yield Draft("placeholder", {"sort": "help"}, passage.text, passage.location, SOURCE, passage.index)
        elif bracketed or mark:
            sort = "field" if bracketed else "mark"
            yield Draft("placeholder", {"sort": sort}, passage.text, passage.location, SOURCE, passage.index)


def _no_choice(scene: Scene, passage: Passage) -> bool:
    """Whether two answers stand beside each other, or the order to strike one out."""
    if scene.says(passage, "sjabloon_doorhalen"):
        return True
    if "/" not in passage.text:
        return False
    answers = list(scene.pattern("sjabloon_keuze").finditer(passage.text))
    return any(_CHOICE.fullmatch(passage.text, one.end(), other.start()) for one, other in pairwise(answers))


def _options(scene: Scene) -> Iterator[Draft]:
    """Lines and fields that still hold all answers of the template, with a stroke between: "hamerstuk / bespreekstuk"."""
    answers = _normal_list(scene, "stempels", "sjabloon_antwoorden")
    fields = [(item.value, item.location) for item in scene.document.metadata]
    lines = [(passage.text, passage.location) for passage in scene.passages if passage.part == "voorstel"]
    for text, place in (*fields, *lines):
        said = [normal(one) for one in text.split("/")] if "/" in text and len(text) <= _LONGEST_CHOICE else []
        if len(said) > 1 and answers.issuperset(said):
            yield Draft("placeholder", {"sort": "mark", "part": "voorstel"}, text, place, SOURCE)


def _place_fields(scene: Scene, section: Section) -> dict[str, int | str]:
    return {"sort": "field", "role": section.role, "section": section.index, "part": scene.document.part_of(section).role}


def _at(section: Section, block: Block) -> Location:
    return Location(part=section.part, section=section.index, page=block.page, paragraph=block.index)


def _open_changes(scene: Scene) -> Iterator[Draft]:
    source = scene.document.source
    if source.changes:
        yield Draft("open_change", {"sort": "change", "number": source.changes}, "", START, SOURCE)
    if source.remarks:
        yield Draft("open_change", {"sort": "comment", "number": len(source.remarks)}, source.remarks[0].text, START, SOURCE)

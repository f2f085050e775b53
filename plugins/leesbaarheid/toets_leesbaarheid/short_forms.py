"""Abbreviations, and whether they are written in full where a reader first meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from toets.extract.scene import Scene
from toets.model.document import Passage, PassageKind
from toets.model.fact import Draft, Value

_SHORT = re.compile(r"(?<![\w./'’@-])(?:[A-Z]{2,6}|[A-Z][a-z]?[A-Z]{1,4}[a-z]?)(?![\w/@]|-?\d|\.\w)")
_NAMED = re.compile(r"\b(?:[Ss]tichting|[Vv]ereniging|[Bb]ureau|[Ff]irma|[Ss]portclub|VV|SV|HC|TC) $")
"""What stands before the name of an organisation, which needs no explanation."""

_APART = (PassageKind.ROW, PassageKind.FIELD)
_LABELLED = re.compile(r"[A-Z][\w .-]{2,30}:\s")
"""How a line of the head begins, in which the name of a department needs no explanation."""

_ROMAN = re.compile(r"[IVXLC]+")


def short_forms(scene: Scene, source: str) -> Iterator[Draft]:
    """The first place of every abbreviation that not everybody knows: explained there or before, only later, or never."""
    known = _known(scene)
    told = "\n".join(passage.text for passage in scene.passages)
    seen, read = set[str](), 0
    for passage in scene.passages:
        read += len(passage.text) + 1
        if passage.part != "voorstel" or passage.kind in _APART or passage.text.isupper() or _of_head(scene, passage):
            continue
        for found in _SHORT.finditer(passage.text):
            letters = found[0]
            named = _NAMED.search(passage.text[: found.start()])
            if letters in seen or letters.lower() in known or named or _ROMAN.fullmatch(letters):
                continue
            seen.add(letters)
            when = "first" if explained(letters, told, read) else "later" if explained(letters, told) else "never"
            fields: dict[str, Value] = {"letters": letters, "explained": when}
            base = passage.location.start or 0
            place = replace(passage.location, start=base + found.start(), end=base + found.end())
            yield Draft("short_form", fields, passage.text, place, source, passage.index)


def _of_head(scene: Scene, passage: Passage) -> bool:
    sections = scene.document.sections
    before = not 0 <= passage.section < len(sections) or not sections[passage.section].heading
    return before and bool(_LABELLED.match(passage.text))


def explained(letters: str, text: str, end: int | None = None) -> bool:
    """Whether the words stand beside the letters, up to `end`: "Specifieke uitkering (SPUK)", "SPUK (specifieke uitkering)"."""
    escaped = re.escape(letters)
    behind = rf"\w\w[’'”\"]? \((?:[^()]{{0,30}}[ ,:])?{escaped}\)"
    before = rf"\b{escaped} \([^()]{{6,}}\)|\b{escaped}(?: staat voor|:? betekent|, de afkorting van| is de afkorting van)"
    return re.compile(f"{behind}|{before}").search(text, 0, len(text) if end is None else end) is not None


def _known(scene: Scene) -> frozenset[str]:
    laws = {name.lower() for law in scene.vocabulary.laws for name in (law.code, *law.names)}
    lists = scene.vocabulary.lists
    plain = (*lists.get("bekende_afkortingen", ()), *lists.get("gewone_afkortingen", ()))
    return frozenset({*laws, *(name.lower() for name in plain)})

"""Containerbegrippen: words such as "integraal" and "toekomstbestendig", and whether it is told what is done for them."""

from __future__ import annotations

from collections.abc import Iterator

from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind
from toets.model.fact import Draft, Value
from toets.text import Hit

SOURCE = "extract.hollow"
SILENT = frozenset({"bijlagen", "ondertekening", "ontwerpbesluit", "kop", "onderwerp"})
LONGEST_HEADING = 4
"""A heading of more words is a sentence or a name."""
CONCRETE = ("getal", "bedrag", "datum", "kwartaal")


def find(scene: Scene) -> Iterator[Draft]:
    """A hollow_term fact for every such word in the prose of the proposal that is not part of a name."""
    for passage in scene.prose():
        if passage.role in SILENT or passage.kind == PassageKind.HEADING:
            continue
        names = scene.says(passage, "containerbegrip_naam")
        for hit in scene.says(passage, "containerbegrip"):
            if not _in_name(hit) and not any(name.start <= hit.start < name.end for name in names):
                yield _draft(scene, passage, hit)
    yield from _headed(scene)


def _headed(scene: Scene) -> Iterator[Draft]:
    """A heading that is such a word, with words below it that say what is done: the word is filled in there."""
    for passage in scene.passages:
        hits = scene.says(passage, "containerbegrip") if passage.kind == PassageKind.HEADING else ()
        if hits and passage.part == "voorstel" and len(passage.text.split()) <= LONGEST_HEADING:
            below = [other for other in scene.by_section.get(passage.section, ()) if other.kind != PassageKind.HEADING]
            if any(_concrete(scene, other) for other in below):
                yield _draft(scene, passage, hits[0], told=True)


def _in_name(hit: Hit) -> bool:
    """A capital inside a sentence makes it part of a name: "het Integraal Huisvestingsplan"."""
    return hit.text[:1].isupper() and hit.start > 0


def _draft(scene: Scene, passage: Passage, hit: Hit, *, told: bool = False) -> Draft:
    elaborated = told or _elaborated(scene, passage)
    fields: dict[str, Value] = {"group": "container", "term": hit.text.lower(), "elaborated": int(elaborated)}
    return Draft("hollow_term", fields, passage.text, spot(passage, hit.start, hit.end), SOURCE, passage.index)


def _elaborated(scene: Scene, passage: Passage) -> bool:
    """Whether its sentence, one beside it, or the list that its paragraph leads up to says what is done.

    Beside it a number counts in figures only: "langs vier lijnen" tells nothing of what is done.
    """
    paragraph = scene.reach(passage, "paragraph")
    last = paragraph[-1]
    after = [other for other in scene.by_section.get(passage.section, ()) if other.index > last.index]
    listed = after[:2] if last.text.rstrip().endswith(":") else []
    beside = [other for other in paragraph if abs(other.index - passage.index) == 1]
    return any(_concrete(scene, other) for other in (passage, *listed)) or any(_filled(scene, other) for other in beside)


def _filled(scene: Scene, passage: Passage) -> bool:
    figures = any(passage.text[span.start : span.end].strip(" .,")[:1].isdigit() for span in spans_of(passage, "getal"))
    return figures or bool(spans_of(passage, "bedrag", "datum", "kwartaal")) or bool(scene.says(passage, "uitwerking"))


def _concrete(scene: Scene, passage: Passage) -> bool:
    return bool(spans_of(passage, *CONCRETE)) or bool(scene.says(passage, "uitwerking"))

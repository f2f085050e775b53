"""Doers: who is an organisation by nothing but a name of its own and what it does ("IVN Hulstland snoeit")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toets.extract.scene import Scene, spans_of
from toets.model.document import Passage, PassageKind

_CAPITAL = r"[A-Z][\w'’&-]*\w"
_NAME = rf"{_CAPITAL}(?: (?:(?:van|voor|de|het|den|der|en|te|op|aan|'t|'s|&) ){{0,2}}{_CAPITAL}){{0,4}}"
_DOER = re.compile(
    rf"(?:^|[.;:>•–] |, | en |\) )(?P<lead>[Dd]e |[Hh]et )?(?P<name>{_NAME})"
    r"(?:,[^,;.:]{1,60},| \([^)]*\))? (?P<verb>[a-zëï]{3,}t|kan|zal)\b"
)
_THEN = re.compile(r"(?:Het|Zij|Ze) ([a-zëï]{3,}t)\b")
_MUNICIPALITY = re.compile(rf"[Gg]emeente(?:n|raad van)? ({_CAPITAL})")
_TAKEN = ("orgaan", "functie", "persoon", "wet", "organisatie", "reserve")
"""What is read already, and has a kind of its own."""
_INSIDE = re.compile(rf"(?<=[a-z,] ){_CAPITAL}")
"""A capital within a sentence: it is one of a name."""


def doers(scene: Scene) -> Sequence[str]:
    """The names in a proposal that stand before a verb of doing, and are of no kind that is read elsewhere."""
    inside = {found for passage in scene.passages for found in _INSIDE.findall(passage.text)}
    people = {span.text for passage in scene.passages for span in spans_of(passage, "persoon")}
    places = {found for passage in scene.passages for found in _MUNICIPALITY.findall(passage.text)}
    told = (passage for passage in scene.passages if passage.part == "voorstel" and passage.kind is not PassageKind.HEADING)
    hired = " ".join(passage.text for passage in scene.passages if scene.says(passage, "ingehuurd_teken"))
    found = {name for passage in told for name in _in_passage(scene, passage, inside) if name not in hired} - places
    return sorted(name for name in found if not any(name in person for person in people))


def _in_passage(scene: Scene, passage: Passage, inside: set[str]) -> Iterator[str]:
    for found in _DOER.finditer(passage.text):
        idle = found["verb"] in scene.words("partij_doet_niets", "speler_doet_niets") and not _goes_on(scene, passage)
        if not idle and not _plain(scene, passage, found, inside) and not _taken(passage, found):
            yield found["name"]


def _plain(scene: Scene, passage: Passage, found: re.Match[str], inside: set[str]) -> bool:
    """Whether it is no name of somebody: a word that has its capital of the sentence, a place, a paper, a thing."""
    first, _, more = found["name"].partition(" ")
    opens = not found["lead"] and not passage.text[: found.start("name")].rstrip("0123456789. >•–-")
    if not more and ((opens and first not in inside) or scene.is_one(first, "zaak_als_naam")):
        return True
    return scene.is_one(first, "geen_speler")


def _taken(passage: Passage, found: re.Match[str]) -> bool:
    """Whether the name is read already as something else; "College" in "Deltion College" is no more than a part of it."""
    start, end = found.span("name")
    over = (span for span in spans_of(passage, *_TAKEN) if span.start < end and span.end > start)
    return any(span.kind != "orgaan" or span.start <= start for span in over)


def _goes_on(scene: Scene, passage: Passage) -> bool:
    """Whether the next sentence of its paragraph says what "it" does: "Retailfonds Merano bezit … Het sloopt …"."""
    after = [other for other in scene.reach(passage, "paragraph") if other.index == passage.index + 1]
    verb = _THEN.match(after[0].text) if after else None
    return verb is not None and verb[1] not in scene.words("partij_doet_niets", "speler_doet_niets")

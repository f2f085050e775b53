"""Bounds of the assignment: what is in it, what is left out of it, and what is left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind, Span
from toets.model.fact import Draft, Value
from toets.text import Hit

SOURCE = "extract.bounds"
SILENT = frozenset(
    {"bijlagen", "ondertekening", "ontwerpbesluit", "participatie", "communicatie", "mandaat", "evaluatie", "alternatieven"}
)
TIME_UNITS = frozenset({"jaar", "maand", "week", "dag", "uur", "fte", "%"})

_PLACE_NAME = re.compile(
    r"\b(?:locatie|wijk|buurt|kern|dorp|terrein|perceel|park|gebied|plein|kade) (?:de |het )?[A-Z]"
    r"|\b[A-Z]\w+(?:straat|laan|weg|plein|park|kade|singel|dijk|veld|hof)\b"
)

_PLOT = re.compile(r"\bkadastraal\b|\bsectie [A-Z]{1,2}\b", re.IGNORECASE)
_ENCLOSED = re.compile(r"\b(?:tussen|begrensd door|omsloten door) (?:de |het )?[A-Z][^.;]{3,80}? en (?:de |het )?\w+")
_AREA = re.compile(r"\d\s?(?:ha\b|hectare|m2\b|m²)", re.IGNORECASE)
"""A place of which anyone can draw the edge: a plot, or so many hectares between named roads."""


def find(scene: Scene) -> Iterator[Draft]:
    """Scope facts: left out ("out"), taken in ("in", with its bounds in a decision point), left open ("open")."""
    headed = scene.headed("kop_afbakening")
    for passage in scene.passages:
        if passage.part != "voorstel" or passage.kind == PassageKind.FIELD or passage.role in SILENT:
            continue
        out = _out(scene, passage)
        if out is not None:
            yield _draft(passage, out, {"side": "out"})
        elif passage.section in headed and passage.kind != PassageKind.HEADING:
            yield _draft(passage, None, {"side": "out" if scene.says(passage, "scope_zonder") else "in"})
        elif _drawn(passage.text):
            yield _draft(passage, None, {"side": "in", "place": 1, "quantity": 1})
        elif passage.point:
            yield from _bounded(scene, passage)
        elif passage.kind != PassageKind.HEADING:
            yield from _in_or_open(scene, passage)


def _drawn(text: str) -> bool:
    return bool(_PLOT.search(text)) or (bool(_AREA.search(text)) and bool(_ENCLOSED.search(text)))


def _out(scene: Scene, passage: Passage) -> Hit | None:
    """Where something is left out; figures that are left out of a sum, and wishes that were not followed, are not meant."""
    hits = scene.says(passage, "scope_uit")
    return hits[0] if hits and not scene.says(passage, "scope_uit_anders") else None


def _bounded(scene: Scene, passage: Passage) -> Iterator[Draft]:
    """A decision point that tells of how many, where, or until when."""
    counted = [
        span
        for span in spans_of(passage, "getal")
        if span.more.get("unit") and span.more.get("unit") not in TIME_UNITS and span.value != 1
    ]
    place = scene.says(passage, "scope_plaats") and _PLACE_NAME.search(passage.text)
    period = scene.says(passage, "scope_termijn") or any(_named_term(span) for span in spans_of(passage, "jaar"))
    fields: dict[str, Value] = {
        "side": "in",
        "quantity": int(bool(counted)),
        "place": int(bool(place)),
        "term": int(bool(period)),
    }
    if counted or place or period:
        yield _draft(passage, None, fields)


def _named_term(span: Span) -> bool:
    """Whether it is the years of a name: "Agenda 2027-2030"; the one year of a budget is no term of the assignment."""
    return bool(span.more.get("title")) and int(span.more.get("end") or 0) > int(span.value)


def _in_or_open(scene: Scene, passage: Passage) -> Iterator[Draft]:
    hits = scene.says(passage, "scope_in")
    loose = scene.says(passage, "scope_open")
    if hits:
        yield _draft(passage, hits[0], {"side": "in"})
    elif loose:
        yield _draft(passage, loose[0], {"side": "open"})


def _draft(passage: Passage, hit: Hit | None, fields: dict[str, Value]) -> Draft:
    place = spot(passage, hit.start, hit.end) if hit is not None else passage.location
    return Draft("scope", fields, passage.text, place, SOURCE, passage.index)

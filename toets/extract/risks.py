"""Risks: what may go wrong, with what it would cost and what is done about it."""

from __future__ import annotations

from collections.abc import Iterator

from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind
from toets.model.fact import Draft, Value

SOURCE = "extract.risks"
SILENT_ROLES = frozenset({"bijlagen", "alternatieven", "aanleiding", "beslispunten", "ontwerpbesluit"})
RISK_ROLE = "kanttekeningen"


def find(scene: Scene) -> Iterator[Draft]:
    """A risk fact for every passage that speaks of one, and for every passage under a heading on risks."""
    for passage in scene.prose():
        if passage.role in SILENT_ROLES or scene.says(passage, "risico_niet"):
            continue
        hits = scene.says(passage, "risico")
        if hits or _priced(passage) or _under_risks(scene, passage):
            start, end = (hits[0].start, hits[0].end) if hits else (0, len(passage.text))
            yield Draft("risk", _fields(scene, passage), passage.text, spot(passage, start, end), SOURCE, passage.index)


def _priced(passage: Passage) -> bool:
    """What can be said against a proposal and has an amount is a risk that has been priced."""
    return passage.role == RISK_ROLE and _costs(passage)


def _under_risks(scene: Scene, passage: Passage) -> bool:
    section = scene.section(passage)
    return section is not None and passage.role == RISK_ROLE and "risico" in section.heading.lower() and not _is_head(passage)


def _is_head(passage: Passage) -> bool:
    """The first row of a table names its columns."""
    return passage.kind == PassageKind.ROW and passage.location.row == 0


def _fields(scene: Scene, passage: Passage) -> dict[str, Value]:
    """Evidence counts in the passage itself and beside it; a row of a table stands by itself."""
    near = (passage,) if passage.kind == PassageKind.ROW else _around(scene, passage)
    return {
        "effect": int(any(_costs(other) for other in near)),
        "measure": int(any(scene.says(other, "risico_maatregel") for other in near)),
        "financial": int(any(scene.says(other, "risico_geld") for other in near)),
        "bare": int(bool(scene.says(passage, "risico_kaal"))),
        "owner": int(bool(spans_of(passage, "functie"))),
    }


def _around(scene: Scene, passage: Passage) -> tuple[Passage, ...]:
    """What stands beside it or in the same paragraph: cause, effect and measure of a risk are told in one breath."""
    beside = scene.reach(passage, "adjacent")
    return (*beside, *(other for other in scene.reach(passage, "paragraph") if other not in beside))


def _costs(passage: Passage) -> bool:
    return any(not span.more.get("pm") for span in spans_of(passage, "bedrag"))

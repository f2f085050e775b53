"""Mandaat, volmacht, machtiging and delegatie: which of the six elements stand beside the words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind, Span
from toets.model.fact import Draft, Value
from toets.text import Hit

SOURCE = "extract.mandates"
SORTS = ("delegatie", "volmacht", "machtiging", "mandaat")
BODIES = {"college": "college", "raad": "raad", "burgemeester": "burgemeester"}
PEOPLE = ("functie",)
_IN_NAME_OF = re.compile(r"\b(?:namens|uit naam van|in plaats van|ten overstaan van)\s+(?:de|het|ons|uw)?\s*$", re.IGNORECASE)
_TO = re.compile(r"\baan\s+(?:(?:de|het|een|ons|onze|dit|\w+e)\s+){0,3}$", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Draft]:
    """A mandate fact for each decision that lets somebody else use a power.

    A point that only adopts or revokes the mandaatbesluit, or only allows ondermandaat, belongs to the point that grants.
    """
    granted = [(passage, sort, hit) for passage in scene.passages if _decides(passage) for sort, hit in _grant(scene, passage)]
    own = [grant for grant in granted if not scene.says(grant[0], "mandaat_bijkomend")]
    yield from (_mandate(scene, passage, hit, sort) for passage, sort, hit in own or granted[:1])


def _decides(passage: Passage) -> bool:
    """A decision point of the proposal, or a decision written out under its heading without a number."""
    told = passage.kind in (PassageKind.SENTENCE, PassageKind.ITEM) and passage.role == "beslispunten"
    return passage.part == "voorstel" and (passage.point > 0 or told)


def _grant(scene: Scene, passage: Passage) -> Iterator[tuple[str, Hit]]:
    for sort in SORTS:
        hits = scene.says(passage, f"verleent_{sort}")
        if hits:
            yield sort, hits[0]
            return


def _mandate(scene: Scene, passage: Passage, hit: Hit, sort: str) -> Draft:
    body = scene.document.points[passage.point - 1].body if passage.point else _body(scene)
    to, receiver = _receiver(scene, passage, hit)
    about = _about(scene, receiver)
    fields: dict[str, Value] = {
        "sort": sort,
        "in_point": 1,
        "by_council": int(body == "raad"),
        "giver": int(bool(body)),
        "holder": _holder(passage, to),
        "to": to,
        "power": int(not scene.says(passage, "mandaat_zonder_inhoud")),
        "basis": int(_has_basis(scene, passage)),
        "limit": int(_limited(scene, passage) or any(scene.says(other, "mandaat_begrensd") for other in about)),
        "sub": int(any(scene.says(other, "ondermandaat") for other in scene.passages)),
        "report": int(any(scene.says(other, "mandaat_terugkoppeling") for other in about)),
        "by_reference": int(bool(scene.says(passage, "alleen_verwijzing"))),
        "budget": int(bool(scene.says(passage, "begroting_wijzigen"))),
    }
    place = spot(passage, hit.start, hit.end)
    return Draft("mandate", fields, passage.text, place, SOURCE, passage.index, f"mandate:{passage.index}")


def _body(scene: Scene) -> str:
    return next((point.body for point in scene.document.points if point.body), "")


def _limited(scene: Scene, passage: Passage) -> bool:
    return bool(scene.says(passage, "mandaatgrens")) or bool(spans_of(passage, "bedrag"))


def _about(scene: Scene, receiver: str) -> list[Passage]:
    """The passages that speak of the mandate: they name it, stand under a heading that does, or tell of its receiver."""
    told = [passage for passage in scene.passages if passage.part == "voorstel"]
    if _is_subject(scene):
        return told
    return [passage for passage in told if _speaks_of_mandate(scene, passage) or _tells_of(passage, receiver)]


def _is_subject(scene: Scene) -> bool:
    """Whether the whole proposal is about mandate: its subject says so, or most of its decisions are."""
    if any(item.field == "onderwerp" and scene.has(item.value, "woord_mandaat") for item in scene.document.metadata):
        return True
    points = [passage for passage in scene.passages if passage.point and passage.part == "voorstel"]
    return 2 * sum(scene.has(passage.text, "woord_mandaat") for passage in points) > len(points)


def _speaks_of_mandate(scene: Scene, passage: Passage) -> bool:
    section = scene.section(passage)
    words = [f"verleent_{sort}" for sort in SORTS] + ["mandaatwoord"]
    return bool(section and scene.has(section.heading, "woord_mandaat")) or any(scene.says(passage, name) for name in words)


def _tells_of(passage: Passage, receiver: str) -> bool:
    return bool(receiver) and any(span.text.lower() == receiver for span in spans_of(passage, *PEOPLE))


def _receiver(scene: Scene, passage: Passage, hit: Hit) -> tuple[str, str]:
    """Who may act, and the words that name it: behind "aan", else nearest to the verb; never the one in whose name."""
    named = [span for span in spans_of(passage, "orgaan", *PEOPLE) if not _IN_NAME_OF.search(passage.text[: span.start])]
    named = [span for span in named if span.kind != "orgaan" or span.value in BODIES]
    behind = [span for span in named if _TO.search(passage.text[: span.start])]
    near = min(behind or named, key=lambda span: _distance(span, hit), default=None)
    if near is None:
        return ("derde" if spans_of(passage, "organisatie") else ""), ""
    if scene.says(passage, "aan_wethouder") or str(near.value) in ("wethouder", "portefeuillehouder"):
        return "wethouder", near.text.lower()
    return (BODIES.get(str(near.value), "ambtenaar") if near.kind == "orgaan" else "ambtenaar"), near.text.lower()


def _distance(span: Span, hit: Hit) -> int:
    return min(abs(span.start - hit.end), abs(hit.start - span.end))


def _holder(passage: Passage, to: str) -> str:
    if to in ("college", "burgemeester", "wethouder"):
        return "body"
    if to == "ambtenaar":
        return "function"
    return "person" if spans_of(passage, "persoon") else "vague"


def _has_basis(scene: Scene, passage: Passage) -> bool:
    """An article beside the mandate itself, or one of the Awb title on mandate anywhere in the document."""
    if any(span.more.get("article") for span in spans_of(passage, "wet")):
        return True
    for other in scene.passages:
        for span in spans_of(other, "wet"):
            article = str(span.more.get("article", ""))
            if span.value == "AWB" and article.startswith(("10:", "afdeling 10.1", "titel 10.1")):
                return True
            if span.value == "GW" and article in ("156", "168", "171"):
                return True
    return False

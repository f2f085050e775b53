"""Mandaat, volmacht, machtiging and delegatie: which of the six elements stand beside the words."""

from __future__ import annotations

from collections.abc import Iterator

from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Passage
from toets.model.fact import Draft, Value
from toets.text import Hit

SOURCE = "extract.mandates"
SORTS = ("delegatie", "volmacht", "machtiging", "mandaat")
BODIES = {"college": "college", "raad": "raad", "burgemeester": "burgemeester"}


def find(scene: Scene) -> Iterator[Draft]:
    """A mandate fact for each decision point that lets somebody else use a power."""
    for passage in scene.passages:
        if passage.point and passage.part == "voorstel":
            for sort in SORTS:
                hits = scene.says(passage, f"verleent_{sort}")
                if hits:
                    yield _mandate(scene, passage, hits[0], sort)
                    break


def _mandate(scene: Scene, passage: Passage, hit: Hit, sort: str) -> Draft:
    point = scene.document.points[passage.point - 1]
    to = _receiver(scene, passage, hit)
    fields: dict[str, Value] = {
        "sort": sort,
        "in_point": 1,
        "by_council": int(point.body == "raad"),
        "giver": int(bool(point.body)),
        "holder": _holder(passage, to),
        "to": to,
        "power": int(not scene.says(passage, "mandaat_zonder_inhoud")),
        "basis": int(_has_basis(scene, passage)),
        "limit": int(bool(scene.says(passage, "mandaatgrens")) or bool(spans_of(passage, "bedrag"))),
        "sub": int(any(scene.says(other, "ondermandaat") for other in scene.passages)),
        "report": int(any(scene.says(other, "mandaat_terugkoppeling") for other in _about(scene))),
        "by_reference": int(bool(scene.says(passage, "alleen_verwijzing"))),
        "budget": int(bool(scene.says(passage, "begroting_wijzigen"))),
    }
    place = spot(passage, hit.start, hit.end)
    return Draft("mandate", fields, passage.text, place, SOURCE, passage.index, f"mandate:{passage.point}")


def _about(scene: Scene) -> list[Passage]:
    """The passages that speak of mandate."""
    words = [f"verleent_{sort}" for sort in SORTS] + ["mandaatwoord"]
    return [
        passage for passage in scene.passages if passage.part == "voorstel" and any(scene.says(passage, name) for name in words)
    ]


def _receiver(scene: Scene, passage: Passage, hit: Hit) -> str:
    """Who may act: a body, a wethouder, an official or an outsider, as named nearest to the verb."""
    if scene.says(passage, "aan_wethouder"):
        return "wethouder"
    bodies = [span for span in spans_of(passage, "orgaan") if span.value in BODIES]
    people = spans_of(passage, "functie")
    near = min((*bodies, *people), key=lambda span: abs(span.start - hit.start), default=None)
    if near is None:
        return "derde" if spans_of(passage, "organisatie") else ""
    return BODIES.get(str(near.value), "ambtenaar") if near.kind == "orgaan" else "ambtenaar"


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

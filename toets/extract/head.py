"""What the head of a proposal says elsewhere than in the field for it: beside another label, or in the margin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.scene import Scene, spans_of
from toets.model.document import Location, Metadatum, Passage
from toets.model.fact import Draft

SOURCE = "extract.head"
START = Location(part=0, section=None, paragraph=0)

MEETINGS = frozenset({"datum_raad", "datum_college", "vergadering"})
_DAY = re.compile(r"(?:\w+dag )?\d{1,2}\b", re.IGNORECASE)
"""How a date begins that is a day and no month: "12 mei 2026", not "mei 2026"."""
_WEEK = re.compile(r"(?:in )?(?:week|wk)\.? ?\d{1,2}", re.IGNORECASE)
_BY_NAME = frozenset({"datum_raad", "datum_college", "datum_commissie", "onderwerp", "bijlagen", "steller"})
_NUMBER = re.compile(
    r"(?<![\w./-])(?:[A-Z]{1,5}[-./ ]?)?(?:20)?\d\d[-./](?:[A-Z]{1,3}[-./]?)?\d{2,8}(?![\w/]|[-.]\d)"
    r"|(?<![\w./-])(?:[A-Z]{1,4}[-./ ]?)?\d{2}[A-Z]{1,4}\d{2,6}\b|\b[A-Z]{1,2}[-/. ]?\d{5,}\b|(?<!wijziging )\bnr\. ?\d{1,5}\b"
)
"""A number as a register gives it: "CV-2026-0098", "24RV0049", "Z25-03391", "nr. 88"."""
_YEARS = re.compile(r"(?:19|20)\d\d[-./](?:19|20)\d\d|\d\d[-./](?:19|20)\d\d")
_EDITION = re.compile(r"(?:\bversie|\bv\.|\bsjabloon\b[^0-9]*|\bconcept|\bblad|\bpagina|[-./]\d{1,2}[-./]?)\s*$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:het|de) ", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z]\.|,\s*[A-Z]|\b[a-z]\.[a-z]+@|\b[A-Z][a-z]*[A-Z]\b")


def told_elsewhere(scene: Scene) -> Iterator[Draft]:
    """Metadata facts for what is told beside another label, in the margin of the pages, and where the proposal is signed."""
    for item in scene.document.metadata:
        field = "" if item.field in _BY_NAME else _holder(scene, item) or _openness(scene, item) or _meeting(scene, item)
        if field:
            yield Draft("metadata", {"field": field, "filled": 1}, f"{item.label}: {item.value}".strip(), item.location, SOURCE)
    number = next(filter(None, map(_number, scene.document.source.furniture)), "")
    if number:
        yield Draft("metadata", {"field": "kenmerk", "filled": 1}, number, START, SOURCE)
    for passage in scene.passages:
        if _dates_the_board(scene, passage):
            yield Draft("metadata", {"field": "dagtekening", "filled": 1}, passage.text, passage.location, SOURCE)
            break


def names_a_week(value: str) -> bool:
    """Whether a meeting is only told by the number of its week, without a year: "week 50"."""
    return bool(_WEEK.fullmatch(value.strip()))


def names_a_unit(scene: Scene, value: str) -> bool:
    """Whether who wrote the proposal is only told as a team, a function or in brackets, without a person."""
    people = any(span.kind == "persoon" for span in scene.language.spans(value))
    bare = _ARTICLE.sub("", value.strip())
    unit = scene.pattern("onderdeel_of_functie").match(bare) is not None or bare.startswith("(")
    return unit and not people and not _NAME.search(value)


def _holder(scene: Scene, item: Metadatum) -> str:
    """Who commissions the proposal holds its portfolio if that is a member of the board."""
    return "portefeuillehouder" if item.field == "opdrachtgever" and scene.has(item.value, "bestuurder") else ""


def _openness(scene: Scene, item: Metadatum) -> str:
    """A status that begins with it says whether the proposal is public."""
    return "openbaarheid" if item.field == "status" and scene.opens_with(item.value, "status_openbaarheid") else ""


def _dates_the_board(scene: Scene, passage: Passage) -> bool:
    """Whether a passage tells the day of the board below the head: where it signs, or where the draft decision cites it."""
    signed = passage.role == "ondertekening" and passage.part == "voorstel"
    told = signed or bool(scene.says(passage, "voorstel_gelezen"))
    return told and any(_DAY.match(span.text) for span in spans_of(passage, "datum"))


def _meeting(scene: Scene, item: Metadatum) -> str:
    """The field of the meeting that a label and its value tell of together ("Besluiten: raad 5 maart 2026")."""
    told = f"{item.label} {item.value}"
    field = "datum_college" if scene.has(told, "vergadert_college") else "datum_raad" if scene.has(told, "vergadert_raad") else ""
    if not field or scene.has(item.label, "vergadering_vooraf"):
        return ""
    return field if any(span.kind == "datum" for span in scene.language.spans(item.value)) else ""


def _number(margin: str) -> str:
    for match in _NUMBER.finditer(margin):
        if not _YEARS.fullmatch(match[0]) and not _EDITION.search(margin[: match.start()]):
            return match[0]
    return ""

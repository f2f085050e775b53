"""References to law: what they are used for, and whether they are still in force on the day of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from toets.extract.bare_laws import TELLING_ROLES, bare_laws
from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Passage, Span
from toets.model.fact import Draft, Value
from toets.model.vocabulary import StaleReference

SOURCE = "extract.law"
MEETINGS = ("datum_raad", "vergadering", "datum_college", "datum", "datum_commissie")
LEGAL_ROLES = frozenset({"mandaat", "kader", "ontwerpbesluit", "beslispunten"})
_YEAR = re.compile(r"\b(20\d\d)\b")
_TITLE = re.compile(
    r"(?:(?<=^)|(?<=[\s(]))(?:'[^']{3,120}'(?!\w)|‘[^’]{3,120}’(?!\w)|“[^”]{3,120}”|\"[^\"]{3,120}\"|«[^»]{3,120}»)"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the table of outdated references says of one reference."""

    state: str
    since: int = 0
    says: str = ""
    advice: int = 0


CURRENT = Verdict("current")


def find(scene: Scene) -> Iterator[Draft]:
    """A law_reference for every law that is named, and for every term that belongs to a law that has changed."""
    today = document_date(scene)
    stale = frozenset(phrase.id for one in scene.vocabulary.stale for phrase in one.words)
    bare = bare_laws(scene)
    for passage in scene.passages:
        for span in spans_of(passage, "wet"):
            yield _reference(scene, passage, span, today, bare=(passage.index, span.start) in bare)
        if not stale.isdisjoint(scene.by_phrase[passage.index]):
            yield from _stale_words(scene, passage, today)


def document_date(scene: Scene) -> date:
    """The day by which a reference is judged: the meeting in the head, else the latest year that the document names."""
    for field in MEETINGS:
        for item in scene.document.metadata:
            spans = scene.language.spans(item.value) if item.field == field else ()
            days = [span.value for span in spans if span.kind == "datum"]
            if days and isinstance(days[0], int) and days[0] > 0:
                return date.fromordinal(days[0])
    years = [int(year) for passage in scene.passages for year in _YEAR.findall(passage.text)]
    return date(max((year for year in years if year < 2040), default=2026), 12, 31)


def _reference(scene: Scene, passage: Passage, span: Span, today: date, *, bare: bool) -> Draft:
    article = str(span.more.get("article", ""))
    verdict = _judged(scene, span, article, today)
    basis = passage.role in LEGAL_ROLES or passage.part != "voorstel" or bool(scene.says(passage, "grondslag"))
    side = bool(_beside(scene, span, article) or scene.says(passage, "zijpad_van_het_recht"))
    told = basis or (bool(span.value) and passage.role in TELLING_ROLES)
    fields: dict[str, Value] = {
        "law": str(span.value),
        "article": article,
        "located": int(bool(article)),
        "use": "gelezen" if scene.says(passage, "gelezen") else "basis" if basis else "mention",
        "state": verdict.state,
        "historic": int(_historic(scene, passage, verdict) or _in_title(passage, span.start)),
        "main": int(bool(article) and told and not side),
        "since": verdict.since,
        "says": verdict.says,
        "advice": verdict.advice,
        "bare": int(bare),
    }
    return Draft("law_reference", fields, passage.text, spot(passage, span.start, span.end), SOURCE, passage.index)


def _beside(scene: Scene, span: Span, article: str) -> bool:
    """Whether a law, or an article of it, never says who may decide what is decided on here."""
    law = next((one for one in scene.vocabulary.laws if one.code == span.value), None)
    if law is None or law.side or _is_one_of(article, law.interests):
        return law is not None
    return _is_one_of(article, law.secrecy) and not _decides_on_secrecy(scene)


def _is_one_of(article: str, listed: Iterable[str]) -> bool:
    return any(article.startswith(one[:-1]) if one.endswith("*") else article == one for one in listed)


def _decides_on_secrecy(scene: Scene) -> bool:
    """Whether secrecy is all that is decided on; without decision points nothing is known of it."""
    points = [passage for passage in scene.passages if passage.point and passage.part == "voorstel"]
    return bool(points) and all(scene.has(passage.text, "woord_geheimhouding") for passage in points)


def _judged(scene: Scene, span: Span, article: str, today: date) -> Verdict:
    for stale in scene.vocabulary.stale:
        if stale.law == span.value and stale.since <= today and _concerns(stale, span, article):
            return Verdict("stale" if stale.articles else "repealed", stale.since.toordinal(), stale.says, int(stale.advice))
    for law in scene.vocabulary.laws:
        if law.code == span.value and law.until is not None and law.until <= today:
            return Verdict("repealed", law.until.toordinal())
    return CURRENT


def _concerns(stale: StaleReference, span: Span, article: str) -> bool:
    """Whether an entry is about this reference: the whole law, or one of its articles ("160 lid 3")."""
    if not stale.articles:
        return not stale.words
    lid, letter = str(span.more.get("lid", "")), str(span.more.get("letter", ""))
    forms = {article, f"{article} lid {lid}", f"{article} lid {lid} onder {letter}"}
    return bool(forms & set(stale.articles))


def _historic(scene: Scene, passage: Passage, verdict: Verdict) -> bool:
    """Whether the sentence speaks of the past: it says so, or names a day or year before the change."""
    if verdict.state == "current":
        return False
    if scene.says(passage, "verleden"):
        return True
    days = [int(span.value) for span in spans_of(passage, "datum") if isinstance(span.value, int) and span.value > 0]
    years = [int(span.value) for span in spans_of(passage, "jaar") if isinstance(span.value, int)]
    change = date.fromordinal(verdict.since)
    return any(day < verdict.since for day in days) or any(year < change.year for year in years)


def _in_title(passage: Passage, start: int) -> bool:
    """Whether a place lies between quotation marks: the title of a motion or an earlier decision, or somebody's words."""
    return any(found.start() < start < found.end() for found in _TITLE.finditer(passage.text))


def _is_about(scene: Scene, passage: Passage, stale: StaleReference) -> bool:
    """Whether the sentence or the proposal is about what a stale term belongs to; most terms belong to nothing in particular."""
    places = (one for one in scene.passages if one is passage or one.point or one.kind in ("heading", "field"))
    return not stale.about or any(scene.found(one, stale.about) for one in places)


def _stale_words(scene: Scene, passage: Passage, today: date) -> Iterator[Draft]:
    """Terms and periods of a law that has changed: "inspraakverordening", "acht weken" for a zienswijze."""
    for stale in scene.vocabulary.stale:
        if stale.since > today or not _is_about(scene, passage, stale):
            continue
        for hit in scene.found(passage, stale.words)[:1]:
            verdict = Verdict("stale", stale.since.toordinal(), stale.says, int(stale.advice))
            fields: dict[str, Value] = {
                "law": stale.law,
                "use": "mention",
                "state": "stale",
                "historic": int(_historic(scene, passage, verdict) or _in_title(passage, hit.start)),
                "since": verdict.since,
                "says": stale.says,
                "advice": verdict.advice,
            }
            yield Draft("law_reference", fields, passage.text, spot(passage, hit.start, hit.end), SOURCE, passage.index)

"""Assignments: who is told to deliver what, in a decision point, in a section of that name, or in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Passage, Section, SectionState
from toets.model.fact import Draft, Value
from toets.text import Hit, normal

SOURCE = "extract.commissions"
SILENT = frozenset({"bijlagen", "ondertekening", "ontwerpbesluit", "participatie", "kanttekeningen", "alternatieven"})
ENOUGH_WORDS = 6
"""An assignment that says what has to be delivered takes at least so many words."""

_SECTION = re.compile(
    r"\b(?:\w*opdracht|opdracht(?:formulering|omschrijving)|wat is de opdracht)$|^(?:de )?opdracht (?:aan|van|voor|en)\b"
)
_INFINITIVE = re.compile(r"\bte \w+(?:en|aan|oen|ien)\b", re.IGNORECASE)
_OWN_VERBS = re.compile(
    r"\bte (?:geven|verzoeken|vragen|dragen|laten|roepen|nodigen|belasten|verlenen|verstrekken|sporen)\b", re.IGNORECASE
)
_GOAL = re.compile(r"\b(?:om|tot|voor|met|met betrekking tot|inzake|namelijk)\b|:", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:dit|dat|het|een en ander|hier\w+|daar\w+)\s+"
    r"(?=(?:nader|verder|samen|met|in|door|aan|de (?:komende|partners)|te|uit|op|mee|vorm|uitvoering)\b)[^.;:\d]*?"
    r"\b(?:uit te (?:werken|voeren)|op te pakken|vorm te geven|(?:uitvoering|invulling|vervolg|gevolg) te geven"
    r"|aan de slag te gaan|te (?:verkennen|onderzoeken|bezien|bekijken|concretiseren|organiseren|regelen))\W*$",
    re.IGNORECASE,
)
"""What is to be done is only pointed at: "dit met de partners verder uit te werken"."""

_WE = re.compile(r"\b(?:ons|wij|we|ons college|hij|zij|hem|haar)\b", re.IGNORECASE)
_TO_NAME = re.compile(r"\baan (?:de |het |bureau |stichting |firma |aannemer |combinatie )?[A-Z0-9][\w&'-]+")


def find(scene: Scene) -> Iterator[Draft]:
    """A commission fact for each place where somebody is told to do something."""
    for passage in scene.prose():
        if passage.role not in SILENT:
            draft = _told(scene, passage) or _contract(scene, passage) or _paper(scene, passage)
            if draft is not None:
                yield draft
    for section in scene.document.sections:
        if _SECTION.search(normal(section.heading)) and section.state == SectionState.FILLED:
            yield from _section(scene, section)


def _told(scene: Scene, passage: Passage) -> Draft | None:
    hits = scene.says(passage, "opdracht_geven")
    if (
        not hits
        or scene.says(passage, "opdracht_anders")
        or _empowers(scene, passage, hits[0])
        or _for_the_market(scene, passage)
    ):
        return None
    fields: dict[str, Value] = {
        "by": "point" if passage.point else "text",
        "addressee": int(_addressee(passage)),
        "object": int(_has_object(passage, hits[0])),
        "report_only": int(_only_reports(scene, passage)),
        "past": int(not passage.point and bool(scene.says(passage, "opdracht_eerder"))),
    }
    return _draft(scene, passage, hits[0], fields)


def _empowers(scene: Scene, passage: Passage, hit: Hit) -> bool:
    """Whether somebody may give the assignment, which is not to give it: "te machtigen meerwerk op te dragen"."""
    return any(other.start < hit.start for other in scene.says(passage, "machtigt"))


def _for_the_market(scene: Scene, passage: Passage) -> bool:
    """Whether it is a contract that is awarded, or somebody who may award one; not a task for the college or an official."""
    if not scene.says(passage, "opdracht_gunnen"):
        return False
    own = any(span.value == "college" for span in spans_of(passage, "orgaan")) or bool(spans_of(passage, "functie"))
    return not own or bool(scene.says(passage, "machtigt"))


def _contract(scene: Scene, passage: Passage) -> Draft | None:
    """An assignment for the market: it counts as one when the contractor is named."""
    hits = scene.says(passage, "opdracht_gunnen")
    if not hits or not passage.point:
        return None
    outside = [
        span for span in spans_of(passage, "organisatie") if span.more.get("sort") == "external" and span.more.get("named")
    ]
    named = bool(_TO_NAME.search(passage.text)) or bool(outside)
    fields: dict[str, Value] = {"by": "point", "contract": 1, "addressee": int(named), "object": int(_long(passage))}
    return _draft(scene, passage, hits[0], fields)


def _paper(scene: Scene, passage: Passage) -> Draft | None:
    """A decision on the paper that holds the assignment, without the assignment itself."""
    hits = scene.says(passage, "opdracht_stuk")
    return _draft(scene, passage, hits[0], {"by": "point", "bare": 1}) if hits and passage.point else None


def _section(scene: Scene, section: Section) -> Iterator[Draft]:
    passages = [passage for passage in scene.by_section.get(section.index, ()) if passage.kind != "heading"]
    if not passages:
        return
    addressee = any(_addressee(passage) or _WE.search(passage.text) for passage in passages)
    words = sum(len(passage.text.split()) for passage in passages)
    fields: dict[str, Value] = {"by": "section", "addressee": int(addressee), "object": int(words > 2 * ENOUGH_WORDS)}
    first = passages[0]
    yield Draft("commission", fields, first.text, first.location, SOURCE, first.index)


def _addressee(passage: Passage) -> bool:
    """Whether somebody other than the raad stands in the passage to do it."""
    bodies = any(span.value not in ("raad", "ps", "gs") for span in spans_of(passage, "orgaan"))
    people = spans_of(passage, "functie", "persoon", "organisatie")
    return bodies or bool(people) or bool(re.search(r"\bons\b", passage.text))


def _long(passage: Passage) -> bool:
    return len(passage.text.split()) >= ENOUGH_WORDS


def _has_object(passage: Passage, hit: Hit) -> bool:
    """Whether it is told what to do: another infinitive, or words behind "om", "tot" or "voor"."""
    text = passage.text
    if _VAGUE.search(text):
        return False
    others = [match for match in _INFINITIVE.finditer(text) if not _OWN_VERBS.match(match[0])]
    behind = _GOAL.search(text, hit.start) is not None or len(text[hit.end :].split()) >= ENOUGH_WORDS
    return _long(passage) and (bool(others) or behind)


def _only_reports(scene: Scene, passage: Passage) -> bool:
    """Whether all that is asked is to tell how it goes."""
    told = scene.says(passage, "alleen_melden")
    if not told:
        return False
    asked = [match for match in _INFINITIVE.finditer(passage.text) if not _OWN_VERBS.match(match[0])]
    return all(any(hit.start < match.end() and hit.end > match.start() for hit in told) for match in asked)


def _draft(scene: Scene, passage: Passage, hit: Hit, fields: dict[str, Value]) -> Draft:
    fields["polarity"] = int(not scene.language.negated(passage.text, hit.start, hit.end, hit.gaps))
    return Draft("commission", fields, passage.text, spot(passage, hit.start, hit.end), SOURCE, passage.index)

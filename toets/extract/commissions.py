"""Assignments: who is told to deliver what, in a decision point, in a section of that name, or in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind, Section, SectionState
from toets.model.fact import Draft, Value
from toets.text import Hit
from toets.text.verbs import TO_INFINITIVE

SOURCE = "extract.commissions"
SILENT = frozenset({"bijlagen", "ondertekening", "ontwerpbesluit", "participatie", "kanttekeningen", "alternatieven"})
ENOUGH_WORDS = 6
"""An assignment that says what has to be delivered takes at least so many words."""

_WORD = re.compile(r"\w")
_MADE = re.compile(
    r"(?<!\bop )(?<!\baan )(?<!\bin )(?<!\bmet )\been (?!en ander|vervolg)[\w-]+ (?:[\w-]+ ){0,3}te \w+$", re.IGNORECASE
)
"""What has to be made, right before the verb: "hiervoor met de dorpen een plan uit te werken" is not vague."""
_FIGURE = re.compile(r"[.;:\d]")
_GOAL = re.compile(r"\b(?:om|tot|voor|met|met betrekking tot|inzake|namelijk)\b|:", re.IGNORECASE)
_WE = re.compile(r"\b(?:ons|wij|we|ons college|hij|zij|hem|haar)\b", re.IGNORECASE)
_TO_NAME = re.compile(r"\baan (?:de |het |bureau |stichting |firma |aannemer |combinatie )?[A-Z0-9][\w&'-]+")


def find(scene: Scene) -> Iterator[Draft]:
    """A commission fact for each place where somebody is told to do something."""
    for passage in scene.prose():
        if passage.role not in SILENT:
            draft = _told(scene, passage) or _contract(scene, passage) or _paper(scene, passage)
            if draft is not None:
                yield draft
    for passage in scene.passages:
        section = scene.section(passage)
        if section is not None and section.state == SectionState.FILLED and _heads_assignment(scene, passage):
            yield from _section(scene, section, passage)


def _heads_assignment(scene: Scene, passage: Passage) -> bool:
    """Whether a passage is the heading of the assignment itself: it ends or begins so."""
    if passage.kind != PassageKind.HEADING:
        return False
    ends = any(not _WORD.search(passage.text, hit.end) for hit in scene.says(passage, "kop_opdracht"))
    return ends or bool(scene.opens(passage, "kop_opdracht_aan"))


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
        "object": int(_has_object(scene, passage, hits[0])),
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


def _section(scene: Scene, section: Section, heading: Passage) -> Iterator[Draft]:
    passages = [passage for passage in scene.by_section.get(section.index, ()) if passage.kind != "heading"]
    if not passages:
        return
    addressee = _addressee(heading) or any(_addressee(passage) or _WE.search(passage.text) for passage in passages)
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


def _has_object(scene: Scene, passage: Passage, hit: Hit) -> bool:
    """Whether it is told what to do: another infinitive, or words behind "om", "tot" or "voor"."""
    text = passage.text
    vague = [one for one in scene.says(passage, "opdracht_vaag") if not _FIGURE.search(one.text) and not _MADE.search(one.text)]
    if any(not _WORD.search(text, one.end) for one in vague):
        return False
    behind = _GOAL.search(text, hit.start) is not None or len(text[hit.end :].split()) >= ENOUGH_WORDS
    return _long(passage) and (bool(_asked(scene, passage)) or behind)


def _asked(scene: Scene, passage: Passage) -> list[re.Match[str]]:
    """The infinitives that tell what is to be done; giving the assignment is none."""
    own = {hit.start for hit in scene.says(passage, "opdracht_eigen_werkwoord")}
    return [match for match in TO_INFINITIVE.finditer(passage.text) if match.start() not in own]


def _only_reports(scene: Scene, passage: Passage) -> bool:
    """Whether all that is asked is to tell how it goes."""
    told = scene.says(passage, "alleen_melden")
    return bool(told) and all(
        any(hit.start < match.end() and hit.end > match.start() for hit in told) for match in _asked(scene, passage)
    )


def _draft(scene: Scene, passage: Passage, hit: Hit, fields: dict[str, Value]) -> Draft:
    fields["polarity"] = int(not scene.language.negated(passage.text, hit.start, hit.end, hit.gaps))
    return Draft("commission", fields, passage.text, spot(passage, hit.start, hit.end), SOURCE, passage.index)

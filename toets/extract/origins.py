"""Where an assignment comes from: motie, raadsbesluit, akkoord, begroting, plan or law, and whether it can be found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import MAXYEAR, date

from toets.extract.ahead import year_of
from toets.extract.records import is_record
from toets.extract.scene import Scene, apart, spans_of
from toets.extract.tense import narrates
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind, Span
from toets.model.fact import Draft, Value
from toets.text import Hit

SOURCE = "extract.origins"
SILENT = frozenset(
    {"bijlagen", "ondertekening", "ontwerpbesluit", "middelen", "communicatie", "evaluatie", "uitvoering", "participatie"}
)
COUNCIL = frozenset({"raad", "commissie"})
CLOSE = 60
"""A number or title belongs to a motie or decision when it starts within so many characters of it."""

_NUMBER = re.compile(r"(?<![.,])\b(?=[\w./-]*\d)[A-Z]{0,4}[-.]?\d[\w./-]*|\bnr\.? ?\d|\bnummer \d", re.IGNORECASE)
"""A number by which something can be found; a sum of money is none."""
_SUM = re.compile(r"€\s*[\d.,]+")

_TITLE = re.compile(r"[‘“\"«']\w")
_PLACE = re.compile(r" (?:nr\.? ?)?[A-Z]?\d", re.IGNORECASE)
_NAMED_PLACE = re.compile(r"\.? ?(?:\d|[‘“\"'][A-Z]|[A-Z])")
"""What follows the word for a place in a plan, and in a begroting: its number, or its name."""

_ARTICLE = re.compile(r"\bartikel(?:en)? \d", re.IGNORECASE)
_OWN_DAY = re.compile(r"[\s:|]*\d{1,2} \w+ (?:19|20)\d\d\s*(?:$|[|;])")
"""Behind the name of the body in the head: the day of the decision on this paper itself ("Collegebesluit: 3 juni 2025")."""

_PAPER_OF_YEAR = re.compile(r"(?<=\w )[A-Z][\w-]{2,} (?:19|20)\d\d\b")
"""A paper with its year ("in de Sportnota 2022"); a year at the start of the sentence belongs to no name."""
_YEARED = re.compile(r"\b(?:19|20)\d\d\b")


def find(scene: Scene) -> Iterator[Draft]:
    """An origin fact for every passage that says what the proposal follows from; `located` if that can be found."""
    for passage in scene.passages:
        if passage.part != "voorstel" or passage.role in SILENT:
            continue
        if passage.kind == PassageKind.HEADING or is_record(scene, passage) or _own_day(scene, passage):
            continue
        if passage.kind == PassageKind.FIELD and not scene.opens(passage, "herkomst_veld"):
            continue
        yield from _origins(scene, passage)


def _own_day(scene: Scene, passage: Passage) -> bool:
    """Whether a line of the head gives the day on which this paper itself is decided on."""
    opened = scene.opens(passage, "aantekening_besluit")
    return passage.role == "kop" and any(_OWN_DAY.match(passage.text, hit.end) for hit in opened)


def _origins(scene: Scene, passage: Passage) -> Iterator[Draft]:
    """What a passage says it follows from; a plan or budget that a decision point names is what it decides on."""
    own = passage.point and not scene.says(passage, "herkomst_al_opgenomen")
    finders = (_motion, _promise, _agreement, _decision, *(() if own else (_budget,)), _law, *(() if passage.point else (_plan,)))
    found = [draft for finder in finders if (draft := finder(scene, passage))]
    yield from found
    vague = scene.says(passage, "herkomst_vaag")
    if vague and not found and not passage.point:
        yield _draft(passage, vague[0], "vaag", located=False)


def _motion(scene: Scene, passage: Passage) -> Draft | None:
    hits = scene.says(passage, "herkomst_motie")
    return _draft(passage, hits[0], "motie", located=_traced(passage, hits[0])) if hits else None


def _promise(scene: Scene, passage: Passage) -> Draft | None:
    hits = scene.says(passage, "herkomst_toezegging")
    bodies = {span.value for span in spans_of(passage, "orgaan")}
    if not hits or not (scene.says(passage, "herkomst_raad") or bodies & COUNCIL):
        return None
    return _draft(passage, hits[0], "toezegging", located=_located(scene, passage, hits[0]))


def _agreement(scene: Scene, passage: Passage) -> Draft | None:
    hits = scene.says(passage, "herkomst_akkoord")
    if not hits:
        return None
    near = passage.text[hits[0].start : hits[0].end + CLOSE]
    return _draft(passage, hits[0], "coalitieakkoord", located=_placed(scene, passage) or _has_number(scene, near))


def _decision(scene: Scene, passage: Passage) -> Draft | None:
    """A decision of the raad: "raadsbesluit 2023-071", "in juni 2019 stelde uw raad … vast"."""
    hits = apart(scene.says(passage, "herkomst_besluit"), scene.says(passage, "herkomst_dit_besluit"))
    if hits:
        located = _located(scene, passage, hits[0]) and not _year_alone(passage, hits[0])
        return _draft(passage, hits[0], "raadsbesluit", located=located)
    if passage.point:
        return None
    deeds = apart(scene.says(passage, "herkomst_daad"), scene.says(passage, "herkomst_dit_besluit"))
    to_college = "college" in scene.document.title.lower()
    council = apart(scene.says(passage, "herkomst_raad"), scene.says(passage, "herkomst_andere_raad"))
    body = council or (to_college and scene.says(passage, "herkomst_college"))
    if _acted(scene, passage):
        return _draft(passage, None, "raadsbesluit", located=True)
    if not deeds or not body or scene.says(passage, "herkomst_besluit_komt"):
        return None
    return _draft(passage, deeds[0], "raadsbesluit", located=_timed(scene, passage, deeds[0]))


def _acted(scene: Scene, passage: Passage) -> bool:
    """Whether the council did something on a day that is told, whatever the verb: "U trok op 12 november 2024 geld uit"."""
    if scene.says(passage, "herkomst_alleen_gehoord"):
        return False
    days = [span for span in spans_of(passage, "datum") if span.value and span.more.get("grain", "day") == "day"]
    past = any(_before(scene, span) or narrates(passage.text, span.start) for span in days)
    others = (*scene.says(passage, "herkomst_raad_deed_niet"), *scene.says(passage, "herkomst_andere_raad"))
    return past and bool(apart(scene.says(passage, "herkomst_raad_deed"), others))


def _before(scene: Scene, span: Span) -> bool:
    """Whether a day lies in a year before that of the document."""
    return 0 < date.fromordinal(int(span.value)).year < year_of(scene)


def _budget(scene: Scene, passage: Passage) -> Draft | None:
    hits = apart(scene.says(passage, "herkomst_begroting"), scene.says(passage, "herkomst_stuk_komt"))
    entry = bool(hits) and _placed(scene, passage, hits[0].end)
    if not hits or not (entry or scene.says(passage, "herkomst_volgt") or scene.says(passage, "herkomst_daad")):
        return None
    places = scene.says(passage, "plaats_in_begroting")
    named = any(_NAMED_PLACE.match(passage.text, hit.end) for hit in places)
    return _draft(passage, hits[0], "begroting", located=named or bool(_YEARED.search(passage.text)))


def _law(scene: Scene, passage: Passage) -> Draft | None:
    """A duty by law; a mere power to decide is no origin."""
    if not apart(scene.says(passage, "herkomst_plicht"), scene.says(passage, "herkomst_bevoegdheid")):
        return None
    laws = spans_of(passage, "wet")
    match = _ARTICLE.search(passage.text)
    if not laws and not (match and any(spans_of(other, "wet") for other in scene.reach(passage, "paragraph"))):
        return None
    articled = bool(match) or any(span.more.get("article") for span in laws)
    return _draft(passage, laws[0] if laws else None, "wet", located=articled)


def _plan(scene: Scene, passage: Passage) -> Draft | None:
    """An earlier plan, report or agreement that this follows from."""
    hits = apart(scene.says(passage, "herkomst_stuk"), scene.says(passage, "herkomst_stuk_komt"))
    entry = bool(hits) and _placed(scene, passage, hits[0].end)
    if not hits or not (entry or scene.says(passage, "herkomst_volgt")):
        return None
    single = bool(scene.says(passage, "herkomst_enig_stuk"))
    return _draft(passage, hits[0], "beleid", located=entry or single or _dated(scene, passage))


def _placed(scene: Scene, passage: Passage, start: int = 0) -> bool:
    """Whether a numbered place in a plan is named behind this character ("actielijn 3")."""
    places = scene.says(passage, "plaats_in_plan")
    return any(hit.start >= start and _PLACE.match(passage.text, hit.end) for hit in places)


def _near(passage: Passage, hit: Hit) -> str:
    """The words close to what was found; in a row those of its own cell and of the next one."""
    last = passage.text.find("|", passage.text.find("|", hit.end) + 1) if "|" in passage.text[hit.end :] else -1
    first = passage.text.rfind("|", 0, hit.start) + 1
    return passage.text[max(hit.start - CLOSE // 2, first) : min(hit.end + CLOSE, last if last > 0 else len(passage.text))]


def _located(scene: Scene, passage: Passage, hit: Hit) -> bool:
    """Whether a number or a title between quotation marks stands close to what was found, or a date in the passage."""
    near = _near(passage, hit)
    return _has_number(scene, near) or bool(_TITLE.search(near)) or _dated(scene, passage)


def _traced(passage: Passage, hit: Hit) -> bool:
    """Whether a motie can be found: by a number, by its day, or by its title with a time; not by a title or month alone."""
    near = _near(passage, hit)
    numbered = any(not _YEARED.fullmatch(found[0].rstrip(".")) for found in _NUMBER.finditer(_SUM.sub("", near)))
    timed = bool(spans_of(passage, "datum", "kwartaal", "jaar"))
    return numbered or _on_a_day(passage) or (timed and bool(_TITLE.search(near)))


def _on_a_day(passage: Passage) -> bool:
    """Whether a day stands in the passage, with its year or without."""
    return any(span.more.get("grain", "day") == "day" for span in spans_of(passage, "datum"))


def _year_alone(passage: Passage, hit: Hit) -> bool:
    """Whether a year is all that tells the decision apart: the council decides more than once a year."""
    near = _near(passage, hit)
    numbers = [found[0].rstrip(".") for found in _NUMBER.finditer(_SUM.sub("", near))]
    numbered = any(not _YEARED.fullmatch(number) for number in numbers)
    named = numbered or _TITLE.search(near) or _PAPER_OF_YEAR.search(passage.text)
    return not named and not spans_of(passage, "datum", "kwartaal")


def _timed(scene: Scene, passage: Passage, hit: Hit) -> bool:
    """Whether it is told when the council did something, by more than a year."""
    return _on_a_day(passage) or (_dated(scene, passage) and not _year_alone(passage, hit))


def _has_number(scene: Scene, near: str) -> bool:
    """Whether a number stands there, other than a year to come: "het akkoord om in 2035 aardgasvrij te zijn"."""
    numbers = [found[0].rstrip(".") for found in _NUMBER.finditer(_SUM.sub("", near))]
    return any(not (_YEARED.fullmatch(number) and int(number) > year_of(scene) > 0) for number in numbers)


def _dated(scene: Scene, passage: Passage) -> bool:
    """Whether a date or year stands in the passage that is not to come, or is part of a title; a bare month is none."""
    last = year_of(scene) or MAXYEAR
    days = [date.fromordinal(int(span.value)).year for span in spans_of(passage, "datum", "kwartaal") if span.value]
    years = [0 if span.more.get("title") else int(span.value) for span in spans_of(passage, "jaar")]
    return any(year <= last for year in (*days, *years))


def _draft(passage: Passage, hit: Hit | Span | None, sort: str, *, located: bool) -> Draft:
    fields: dict[str, Value] = {"sort": sort, "located": int(located)}
    where = spot(passage, hit.start, hit.end) if hit else passage.location
    return Draft("origin", fields, passage.text, where, SOURCE, passage.index)

"""Goals: what should be different afterwards, how much and when, and whether it is more than the paper itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from toets.extract.ahead import recurring, to_come, year_of
from toets.extract.scene import Scene, apart, spans_of
from toets.extract.tense import narrates
from toets.model.document import Passage, SectionState
from toets.model.fact import Draft, Value

SOURCE = "extract.goals"
SECTION = "beoogd_effect"
NEAR_NOUN = 25
"""So close behind "het bijstellen van de" its object begins."""
SILENT = frozenset(
    {
        "bijlagen",
        "ondertekening",
        "ontwerpbesluit",
        "middelen",
        "kanttekeningen",
        "alternatieven",
        "participatie",
        "communicatie",
        "mandaat",
    }
)
"""Sections whose figures are no goals."""

EFFECT_ROLES = frozenset(
    {"samenvatting", "aanleiding", "argumenten", "overig", "kader", "sociaal_domein", "kop", "onderwerp", "duurzaamheid"}
)
NO_WORK = frozenset({"aanleiding", "beslispunten", "uitvoering", "evaluatie"})
"""Roles in which work told with a number and a frequency is how it went, what is decided, or a step."""
HOLLOW_STATES = frozenset({SectionState.BARE, SectionState.EMPTY, SectionState.TEMPLATE, SectionState.REFERENCE})
TIME_UNITS = frozenset({"jaar", "maand", "fte", "uur"})
NEAR_SUBJECT = 60
"""A paper within so many characters from the start, with no one else before it, is the subject of the sentence."""

SHORT = 14
"""A sentence of so many words has room for little else."""

_FINITE_BEFORE = re.compile(
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|kan|kunnen|krijgt|krijgen|gaat|gaan|zorgt|maakt|wil|willen)\b", re.IGNORECASE
)
_CHANGE = re.compile(
    r"\bvan (?:\w+ ){0,3}\d[\d.,]*(?: ?%| procent)?(?: [^.;\d]{0,60}(?:\(?\d{4}\)?)?[^.;\d]{0,20})? naar (?:\w+ ){0,3}\d"
    r"|\bnul (?:\w+ ){0,2}\w{4,}",
    re.IGNORECASE,
)
_FIGURE_BEHIND = re.compile(r"[^.;]{0,80}?\s\d+(?!\d{3})[\d.,]*(?!\d)")
"""A change or a figure whose unit is not written behind the number."""

_BELONGS_TO = re.compile(r"\b(?:van|na|voor|over|bij|uit|tot|in|op|naar|tussen|binnen|volgens|onder|om)\b", re.IGNORECASE)
"""What stands before a paper that is only mentioned: "na afloop van het contract"."""

_BY_MEANS_OF = re.compile(r"\W*(?:met|door|via|dankzij)\b", re.IGNORECASE)
_BASELINE = re.compile(r"\((?:in |nu |was |)?(?:\d{4}|nu)[:,]? [^()]{1,30}\)|\([^()]{1,30} in \d{4}\)", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:waar\w*|zodat|opdat|die|dat|we|wij|u|er)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\W*(?:zij|ze|deze|die|hij|daarin|hierin|daarmee|hiermee)\b", re.IGNORECASE)
_LEADS = re.compile(r":\s*$")
_LEADS_IN = re.compile(
    r"\W*(?:(?:het )?doel (?:\w+ ){0,4}?is |we willen |wij willen )?(?:(?:te |het )?komen tot|ligt er|liggen er) ", re.IGNORECASE
)
"""What may stand before a product that is the goal itself: "komen tot een plan"."""

_NOMINAL = re.compile(
    r"(?:het )?(?!(?:wonen|leven|leren|eten|bewegen)\b)\w+en van (?:de|het|een|onze|dit|deze) "
    r"(?!.*\b(?:zodat|waardoor|waarmee|om|dat|die|is|zijn|maakt|maken|zorgt|leidt|leiden|geeft|brengt|helpt|biedt|wordt|worden"
    r"|krijgt|krijgen|kan|kunnen|heeft|hebben)\b)",
    re.IGNORECASE,
)
"""A noun for a deed, without a verb behind it that tells what comes of it."""


def find(scene: Scene) -> Iterator[Draft]:
    """A goal fact for every passage that tells what is to be reached."""
    year = year_of(scene)
    passages = [passage for passage in scene.prose() if passage.role not in SILENT and _says_something(scene, passage)]
    for passage in passages:
        inside = passage.role == SECTION
        if not inside and not _announces(scene, passage, year) and not _affects(scene, passage):
            continue
        if not (inside and _LEADS.search(passage.text)):
            yield _goal(scene, passage, year, inside=inside)


def _says_something(scene: Scene, passage: Passage) -> bool:
    section = scene.section(passage)
    return section is None or section.state not in HOLLOW_STATES


def _announces(scene: Scene, passage: Passage, year: int) -> bool:
    """Whether a passage outside the section on goals speaks of a goal, or says how many of something there will be when."""
    if scene.says(passage, "doel_niet_smart"):
        return True
    measured = bool(_measures(scene, passage))
    if measured and _has_been(scene, passage, year):
        return False
    if apart(scene.says(passage, "doel_signaal"), scene.says(passage, "doel_signaal_anders")):
        return True
    if measured and recurring(scene, passage) and scene.says(passage, "doel_productie") and passage.role not in NO_WORK:
        return True
    ahead = measured and to_come(passage, year)
    changed = scene.says(passage, "doel_toestand") or scene.says(passage, "doel_dan_anders") or _BASELINE.search(passage.text)
    return ahead and bool(changed)


def _has_been(scene: Scene, passage: Passage, year: int) -> bool:
    """Whether it tells of what has been; "in 2030 is het aantal gedaald" tells of what will have been by then."""
    if not narrates(passage.text, 0):
        return False
    if not year or not scene.says(passage, "doel_dan_anders"):
        return True
    dates = [span for span in spans_of(passage, "datum", "kwartaal") if span.value]
    years = [date.fromordinal(int(span.value)).year for span in dates]
    years += [int(span.value) for span in spans_of(passage, "jaar") if not span.more.get("title")]
    return not years or min(years) <= year


def _affects(scene: Scene, passage: Passage) -> bool:
    """Whether a passage tells what changes for people, in a section where that would be said of the proposal."""
    if passage.role not in EFFECT_ROLES or passage.kind == "row":
        return False
    negated = scene.language.negated
    hits = apart(scene.says(passage, "doel_waarde"), scene.says(passage, "doel_waarde_anders"))
    aims = [hit for hit in hits if not negated(passage.text, hit.start, hit.end, hit.gaps)]
    if _measures(scene, passage) and narrates(passage.text, 0):
        return False
    return bool(aims) or (_changes_for_people(scene, passage) and not _as_it_is(scene, passage))


def _as_it_is(scene: Scene, passage: Passage) -> bool:
    """Whether it tells how things are now, and not what comes instead."""
    return bool(scene.says(passage, "zoals_het_is")) and not scene.says(passage, "straks_anders")


def _changes_for_people(scene: Scene, passage: Passage) -> bool:
    changes = scene.says(passage, "doel_verandering") or scene.says(passage, "doel_uitwerking")
    return bool(scene.says(passage, "doel_wie") and changes)


def _goal(scene: Scene, passage: Passage, year: int, *, inside: bool) -> Draft:
    measured = bool(_measures(scene, passage))
    dated = _dated(scene, passage, year, inside=inside)
    aside = _legal(scene, passage) or (inside and _is_work(scene, passage))
    people = _changes_for_people(scene, passage) and not aside
    paper = aside or _no_effect(scene, passage, measured=measured, people=people, inside=inside)
    fields: dict[str, Value] = {
        "in_section": int(inside),
        "object": int(len(passage.text.split()) > 2),
        "measure": int(measured and not _past_only(passage, year)),
        "date": int(dated),
        "end_state": int(bool(scene.says(passage, "doel_toestand") and scene.says(passage, "doel_staat_vast"))),
        "comparative": int(bool(scene.says(passage, "doel_vergelijking"))),
        "is_decision": int(paper and not people),
        "effect": int(people or (not paper and (inside or bool(scene.says(passage, "doel_waarde"))))),
        "explained": int(bool(scene.says(passage, "doel_niet_smart")) and _gives_reason(scene, passage)),
    }
    return Draft("goal", fields, passage.text, passage.location, SOURCE, passage.index)


def _no_effect(scene: Scene, passage: Passage, *, measured: bool, people: bool, inside: bool) -> bool:
    """Whether a passage tells of the paper or of what is made, and not of what it brings about."""
    if _is_paper(scene, passage) and not _brings_about(scene, passage):
        return True
    if inside and not measured and _names_deed_on_paper(scene, passage):
        return True
    if not inside:
        return False
    made = not measured and (_is_deed(scene, passage) or _is_thing(scene, passage))
    return made or (not people and _speaks_on(scene, passage))


def _names_deed_on_paper(scene: Scene, passage: Passage) -> bool:
    """Whether the whole is a noun of what is decided: "Het bijstellen van de begroting en …", with no verb of its own."""
    opening = _NOMINAL.match(passage.text)
    papers = scene.says(passage, "doel_stuk")
    return opening is not None and any(0 <= hit.start - opening.end() < NEAR_NOUN for hit in papers)


def _legal(scene: Scene, passage: Passage) -> bool:
    """Whether it tells no more than that the law will allow something."""
    return bool(scene.opens(passage, "doel_rechtsgrond"))


def _measures(scene: Scene, passage: Passage) -> Sequence[str]:
    """The numbers of a passage that tell how much of something: no money, years, capacity or pages."""
    not_counted = scene.says(passage, "doel_niet_tellen")
    found = []
    for span in spans_of(passage, "getal"):
        unit = str(span.more.get("unit", ""))
        single = span.value == 1 and unit != "%"
        if unit and not single and unit not in TIME_UNITS and not any(hit.text.lower() == unit for hit in not_counted):
            found.append(span.text)
    return found or _told_otherwise(scene, passage)


def _told_otherwise(scene: Scene, passage: Passage) -> Sequence[str]:
    """The changes and figures whose unit is not written behind the number."""
    if match := _CHANGE.search(passage.text):
        return (match[0],)
    changes = [hit.text for hit in scene.says(passage, "doel_keer_zoveel")]
    scales = scene.says(passage, "doel_maat")
    return changes or [hit.text for hit in scales if _FIGURE_BEHIND.match(passage.text, hit.end)]


def _dated(scene: Scene, passage: Passage, year: int, *, inside: bool) -> bool:
    """Whether it is told when: in the passage, in the line that leads its list, or in the sentence beside it."""
    if to_come(passage, year) or recurring(scene, passage):
        return True
    lead = _lead(scene, passage) if passage.kind in ("item", "row") else None
    if lead and to_come(lead, year):
        return True
    beside = [other for other in scene.reach(passage, "paragraph") if abs(other.index - passage.index) == 1]
    return inside and any(to_come(other, year) for other in beside)


def _lead(scene: Scene, passage: Passage) -> Passage | None:
    """The sentence before it in its section, when that leads in a list."""
    before = [other for other in scene.by_section.get(passage.section, ()) if other.index < passage.index]
    last = next((other for other in reversed(before) if other.kind == "sentence"), None)
    return last if last and _LEADS.search(last.text) else None


def _past_only(passage: Passage, year: int) -> bool:
    """Whether all years in a passage are gone by: its numbers tell how it was; "(2025: 410)" is only compared with."""
    if _BASELINE.search(passage.text):
        return False
    years = [int(span.more.get("year") or 0) for span in spans_of(passage, "datum", "kwartaal") if span.value]
    years += [int(span.more.get("end") or span.value) for span in spans_of(passage, "jaar")]
    return bool(years) and bool(year) and max(years) < year


def _is_paper(scene: Scene, passage: Passage) -> bool:
    """Whether the paper itself is the subject of the passage, or no more is told than that it is made or follows the law."""
    if _legal(scene, passage):
        return True
    papers = apart(scene.says(passage, "doel_stuk"), scene.says(passage, "doel_stuk_anders"))
    acts = [hit for hit in scene.says(passage, "doel_vaststellen") if hit.start <= NEAR_SUBJECT]
    if not papers:
        short = len(passage.text.split()) <= SHORT
        return bool(scene.says(passage, "doel_formeel")) and (short or bool(acts)) and not scene.says(passage, "doel_wie")
    first = papers[0]
    head = _LEADS_IN.sub("", passage.text[: first.start]).rpartition(" is ")[2]
    if first.start > NEAR_SUBJECT or _FINITE_BEFORE.search(head):
        return False
    if _BY_MEANS_OF.match(head) and scene.says(passage, "doel_verandering"):
        return False
    return not _BELONGS_TO.search(head) or any(hit.start < first.start for hit in acts)


def _speaks_on(scene: Scene, passage: Passage) -> bool:
    """Whether "zij" or "deze" at its head stands for the paper that the sentence before it is about."""
    if not _PRONOUN.match(passage.text):
        return False
    before = [other for other in scene.reach(passage, "paragraph") if other.index == passage.index - 1]
    return any(_is_paper(scene, other) and not _changes_for_people(scene, other) for other in before)


def _is_thing(scene: Scene, passage: Passage) -> bool:
    """Whether no more is told than what is made or bought: "Een nieuw schoolgebouw voor …"."""
    verb = scene.says(passage, "doel_staat_vast") or _FINITE_BEFORE.search(passage.text) or _CLAUSE.search(passage.text)
    told = verb or scene.says(passage, "doel_verandering")
    return bool(scene.says(passage, "doel_product")) and len(passage.text.split()) <= SHORT and not told


def _is_work(scene: Scene, passage: Passage) -> bool:
    """Whether it tells how the work is gone about, or stands in a list of what is delivered."""
    if scene.says(passage, "doel_werkwijze"):
        return True
    lead = _lead(scene, passage) if passage.kind == "item" else None
    return bool(lead and scene.says(lead, "doel_levert_op")) and not scene.says(passage, "doel_wie")


def _is_deed(scene: Scene, passage: Passage) -> bool:
    """Whether no more is told than what is done: "het invoeren van een nieuw systeem"."""
    more = _CLAUSE.search(passage.text) or scene.says(passage, "doel_uitwerking") or scene.says(passage, "doel_wie")
    return bool(scene.opens(passage, "doel_daad")) and not more


def _brings_about(scene: Scene, passage: Passage) -> bool:
    """Whether it is told what the paper brings about, other than another paper or a basis for it."""
    hits = scene.says(passage, "doel_uitwerking")
    rest = passage.text[hits[0].start :] if hits else ""
    return (
        bool(hits) and not any(hit.start >= hits[0].start for hit in scene.says(passage, "doel_kader")) and len(rest.split()) > 2
    )


def _gives_reason(scene: Scene, passage: Passage) -> bool:
    near = scene.reach(passage, "adjacent")
    return any(scene.says(other, "reden") for other in near)

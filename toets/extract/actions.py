"""Who does what: the steps of the execution, each with somebody who takes it or with nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toets.extract.plan import Plan, Row, actors_in
from toets.extract.scene import spans_of
from toets.extract.tense import Clause, clauses_of, is_participle, supposes, tells
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind
from toets.model.fact import Draft, Value
from toets.text import Hit
from toets.text.clauses import PREPOSITIONS, finite
from toets.text.tokens import word_set

SOURCE = "extract.actions"
FIRST, SECOND = ("uitvoering",), ("communicatie", "overig", "evaluatie")
"""Where the steps stand; only when the first roles have none the others are looked at."""

_DETERMINERS = word_set("de het een onze ons uw deze dit die dat elke iedere alle beide twee drie zijn haar hun gemeentelijke nieuwe vaste externe eigen lokale")
_PASSIVE = word_set("wordt worden")
_MAYBE = word_set("kan kunnen kunt zou zouden mag mogen")
_STATE = word_set("is zijn blijft blijven heeft hebben bestaat bestaan ligt liggen geldt gelden")
_GETS = word_set("krijgt krijgen ontvangt ontvangen hoort horen merkt merken")
_NOBODY = frozenset({"", "-", "–", "—", "n.t.b.", "ntb", "nog te bepalen", "nader te bepalen", "gemeente", "de gemeente", "organisatie", "pm", "p.m.", "?", "n.v.t.", "nvt"})
_COUNCIL = word_set("raad gemeenteraad commissie raadscommissie")
_FRAGMENT = 25
_JOINING = word_set("en of evenals alsmede")
_VERB = re.compile(r"\w{2,}(?:t|en)")
_NO_VERB = word_set(
    """het met niet uit tot dat wat want maart budget project krediet kwartaal een binnen tussen sinds gemeenten partijen inwoners bestek
    contract opdracht overleg toezicht omgeving besluit advies markt straat team start dienst punt ambt dorpshuizen scholen teneinde
    kosten lasten bewoners ondernemers wegen plannen maanden weken jaren dagen leden burgemeester wethouders collegebesluit recht kracht
    raadsbesluit voorschot uiterst eerst liefst direct buiten zonder boven jeugdigen ouderen kinderen ouders wonen inkomen groen zaken"""
)
_AFTER = 5


@dataclass(frozen=True, slots=True)
class _Step:
    """A step: who takes it, where its words are (characters of the passage), whether the verb is passive."""

    actor: str
    start: int
    end: int
    passive: bool = False


def find(plan: Plan) -> Iterator[Draft]:
    """An action fact for every step in the section on execution, or else where the proposal tells what happens next."""
    found = list(_in_roles(plan, FIRST))
    yield from found or _in_roles(plan, SECOND)


def _in_roles(plan: Plan, roles: tuple[str, ...]) -> Iterator[Draft]:
    for passage in plan.prose():
        row = plan.rows.get(passage.index)
        if passage.role not in roles and not (row and row.planned and passage.role != "middelen"):
            continue
        for step in _steps(plan, passage, row):
            yield _draft(plan, passage, step)


def _draft(plan: Plan, passage: Passage, step: _Step) -> Draft:
    bare = any(hit.start < step.end and hit.end > step.start for hit in plan.says(passage, "uitvoering_kaal"))
    fields: dict[str, Value] = {
        "actor": step.actor,
        "passive": int(step.passive),
        "in_table": int(passage.kind == PassageKind.ROW),
        "bare": int(bare),
    }
    return Draft("action", fields, passage.text, spot(passage, step.start, step.end), SOURCE, passage.index)


def _steps(plan: Plan, passage: Passage, row: Row | None) -> Iterator[_Step]:
    if passage.kind == PassageKind.ROW:
        yield from _of_row(plan, passage, row)
        return
    actors = actors_in(plan, passage)
    for clause in clauses_of(passage.text):
        step = _of_clause(plan, passage, clause, actors)
        if step:
            yield step


def _of_row(plan: Plan, passage: Passage, row: Row | None) -> Iterator[_Step]:
    """A row of a planning is a step; who takes it stands in the column for that, or anywhere in the row."""
    if row is None or row.heading:
        return
    dated = bool(spans_of(passage, "datum", "kwartaal"))
    if not (row.planned or dated or row.has_who):
        return
    actors = actors_in(plan, passage)
    actor = actors[0][2] if actors else "none"
    if row.has_who:
        named = row.who.strip().lower() not in _NOBODY
        actor = (actor if actors else "organisation") if named else "none"
    yield _Step(actor, 0, len(passage.text))


def _of_clause(plan: Plan, passage: Passage, clause: Clause, actors: tuple[tuple[int, int, str], ...]) -> _Step | None:
    """The step that a clause tells, if it tells one."""
    start, end = clause.starts[0], clause.starts[-1] + len(clause.words[-1])
    words = set(clause.words)
    inside = tuple(actor for actor in actors if actor[0] in clause.starts)
    said = {name: _within(plan.says(passage, name), start, end) for name in ("belegd_bij", "geen_stap", "geen_daad")}
    if said["belegd_bij"] and (given := next((one for one in inside if one[0] >= said["belegd_bij"][0].start), None)):
        return _Step(given[2], start, end)
    passive = bool(words & _PASSIVE) and any(is_participle(word) for word in clause.words)
    agent = _agent(passage, clause, inside, passive=passive)
    if agent and agent != "council" and _acts(plan, passage, clause, start, end):
        return _Step(agent, start, end, passive)
    if words & _MAYBE or said["geen_stap"] or said["geen_daad"]:
        return None
    return _without_actor(plan, passage, clause, start, end, inside, passive=passive, council=agent == "council")


def _within(hits: tuple[Hit, ...], start: int, end: int) -> tuple[Hit, ...]:
    return tuple(hit for hit in hits if start <= hit.start < end)


def _agent(passage: Passage, clause: Clause, actors: tuple[tuple[int, int, str], ...], *, passive: bool) -> str:
    """Who does it: somebody behind "door" in a passive clause, or who stands by the verb without a preposition in an active one."""
    for start, end, sort in actors:
        place = clause.starts.index(start)
        led = _led_by(passage, clause, place)
        if led == "door" or (not passive and led not in PREPOSITIONS and _by_verb(clause, place, end)):
            return "council" if sort == "body" and clause.words[place] in _COUNCIL and led != "door" else sort
    return ""


def _led_by(passage: Passage, clause: Clause, place: int) -> str:
    """The word before a name, articles skipped; of one in an enumeration ("met A, B en C") that before the first, if it is a preposition."""
    before = _skipped(clause, place)
    listed = passage.text[: clause.starts[place]].rstrip().endswith(",") and before >= 0
    if before < 0 or not (listed or clause.words[before] in _JOINING):
        return clause.words[before] if before >= 0 else ""
    while before >= 0 and not finite(clause.words, before):
        if clause.words[before] in PREPOSITIONS:
            return clause.words[before]
        before -= 1
    return ""


def _skipped(clause: Clause, place: int) -> int:
    place -= 1
    while place >= 0 and clause.words[place] in _DETERMINERS:
        place -= 1
    return place


def _by_verb(clause: Clause, place: int, end: int) -> bool:
    """Whether what looks like a verb stands before a name or shortly after it: a name in a list of words does nothing."""
    before = _skipped(clause, place)
    after = [at for at, start in enumerate(clause.starts) if start >= end][:_AFTER]
    return any(_verb_like(clause, at) for at in (*((before,) if before >= 0 else ()), *after))


def _verb_like(clause: Clause, at: int) -> bool:
    word = clause.words[at]
    return finite(clause.words, at) or (word not in _NO_VERB and word not in PREPOSITIONS and _VERB.fullmatch(word) is not None)


def _acts(plan: Plan, passage: Passage, clause: Clause, start: int, end: int) -> bool:
    """Whether a clause with somebody in it says that they do something, are given a role or make room for it."""
    words = set(clause.words)
    if words & _MAYBE or words & _GETS:
        return False
    if _within(plan.says(passage, "geen_daad"), start, end):
        return False
    if words & _STATE and not words & _PASSIVE:
        done = any(is_participle(word) for word in clause.words) and not words & {"werd", "werden"}
        return done or bool(_within(plan.says(passage, "rol_van_uitvoerder"), start, end)) or len(words & _STATE) < 1
    return len(clause.words) > 1


def _without_actor(
    plan: Plan,
    passage: Passage,
    clause: Clause,
    start: int,
    end: int,
    actors: tuple[tuple[int, int, str], ...],
    *,
    passive: bool,
    council: bool,
) -> _Step | None:
    if council or tells(clause.words):
        return None
    if supposes(passage.text, start) and not _within(plan.says(passage, "uitvoering_kaal"), start, end):
        return None
    vague = [hit for hit in _within(plan.says(passage, "vage_uitvoerder"), start, end) if _is_subject(passage, clause, hit)]
    if vague and not set(clause.words) & _STATE:
        return _Step("vague", start, end, passive)
    if passive or _within(plan.says(passage, "stap_zonder_uitvoerder"), start, end):
        return _Step("none", start, end, passive)
    listed = passage.kind == PassageKind.ITEM or spans_of(passage, "datum", "kwartaal")
    short = listed and not clause.has_verb and len(clause.words) <= _FRAGMENT
    if short and _within(plan.says(passage, "stapwoord"), start, end):
        return _Step(actors[0][2] if actors else "none", start, end)
    return None


def _is_subject(passage: Passage, clause: Clause, hit: Hit) -> bool:
    place = clause.starts.index(hit.start) if hit.start in clause.starts else -1
    return place >= 0 and _led_by(passage, clause, place) not in PREPOSITIONS

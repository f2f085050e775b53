"""Who does what: the steps of the execution, each with somebody who takes it or with nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toets.extract.agents import Actor, actors_in, agent_of, led_by, verb_like
from toets.extract.plan import Plan, Row
from toets.extract.rows import cells_in
from toets.extract.scene import spans_of
from toets.extract.tense import Clause, clauses_of, narrates, supposes, tells
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind
from toets.model.fact import Draft, Value
from toets.text import Hit
from toets.text.clauses import PREPOSITIONS
from toets.text.grammar import PASSIVE
from toets.text.verbs import is_participle

SOURCE = "extract.actions"
FIRST, SECOND = ("uitvoering",), ("communicatie", "overig", "evaluatie")
"""Where the steps stand; only when the first roles have none the others are looked at."""
NOT_IN = frozenset({"kop", "middelen"})
HEARD = frozenset({"participatie"})
"""Tables here tell who was heard; only a row with a day to come is a step."""

_FRAGMENT = 25
"""The most words of a step that is told without a verb."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A step: who takes it, where its words are (characters of the passage), whether the verb is passive."""

    actor: str
    start: int
    end: int
    passive: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    """One clause of a passage with what was found in it."""

    plan: Plan
    passage: Passage
    clause: Clause
    actors: tuple[Actor, ...]

    @property
    def start(self) -> int:
        return self.clause.starts[0]

    @property
    def end(self) -> int:
        return self.clause.starts[-1] + len(self.clause.words[-1])

    @property
    def passive(self) -> bool:
        words = self.main
        return not PASSIVE.isdisjoint(words) and any(map(is_participle, words))

    @property
    def main(self) -> tuple[str, ...]:
        """Its words up to a clause of time that opens in it without a comma ("sluit het contract voordat … wordt gegund")."""
        words = self.clause.words
        moments = self.plan.words("stap_tijdbepaling")
        opens = (
            at for at, word in enumerate(words) if word in moments and any(verb_like(self.clause, before) for before in range(at))
        )
        return words[: next(opens, len(words))]

    @property
    def past(self) -> bool:
        """Whether it tells what has been done, other than to make the work possible."""
        return narrates(self.passage.text, self.start) and not self.has("stap_geregeld")

    def has(self, name: str) -> bool:
        """Whether a word of a list stands in this clause."""
        return not self.plan.words(name).isdisjoint(self.clause.words)

    def says(self, name: str) -> tuple[Hit, ...]:
        """The hits of a named list that begin in this clause."""
        return tuple(hit for hit in self.plan.says(self.passage, name) if self.start <= hit.start < self.end)

    def step(self, actor: str) -> _Step:
        return _Step(actor, self.start, self.end, self.passive)


def find(plan: Plan) -> Iterator[Draft]:
    """An action fact for every step in the section on execution, or else where the proposal tells what happens next."""
    found = list(_in_roles(plan, FIRST))
    yield from found or _in_roles(plan, SECOND)


def _in_roles(plan: Plan, roles: tuple[str, ...]) -> Iterator[Draft]:
    for passage in plan.prose():
        row = plan.rows.get(passage.index)
        planned = row is not None and row.planned and passage.role not in NOT_IN
        if planned and passage.role in HEARD:
            planned = any(span.value and plan.ahead(span) for span in spans_of(passage, "datum", "kwartaal"))
        if passage.role in roles or planned:
            yield from (_draft(plan, passage, step) for step in _steps(plan, passage, row))


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
        told = _Told(plan, passage, clause, tuple(one for one in actors if one.start in clause.starts))
        step = _of_clause(told)
        if step:
            yield from [step] * (1 + (_more_verbs(told) if step.actor not in ("none", "vague") else 0))


def _more_verbs(told: _Told) -> int:
    """How many further things the same actor does in a clause ("beheert het systeem en stuurt een brief")."""
    pairs = zip(told.clause.words, told.clause.words[1:], strict=False)
    return sum(
        first == "en" and second.endswith("t") and verb_like(told.clause, at) for at, (first, second) in enumerate(pairs, start=1)
    )


def _of_row(plan: Plan, passage: Passage, row: Row | None) -> Iterator[_Step]:
    """A row of a planning is a step; who takes it stands in the column for that, or anywhere in the row."""
    if row is None or row.heading:
        return
    dated = bool(spans_of(passage, "datum", "kwartaal"))
    if not (row.planned or dated or row.has_who) or _council_decides(plan, passage):
        return
    actors = actors_in(plan, passage)
    if not row.has_who:  # "bericht aan de raad": who gets it, or what it is about, does not do it
        clauses = clauses_of(passage.text)
        actors = tuple(one for one in actors if one.sort == "body" or _led(passage, clauses, one) not in PREPOSITIONS - {"door"})
    actor = actors[0].sort if actors else "none"
    if row.has_who:
        named = row.who.strip().lower() not in {"", *plan.words("cel_nog_open", "uitvoerder_niemand")}
        actor = (actor if actors else "organisation") if named else "none"
    yield _Step(actor, 0, len(passage.text))


def _council_decides(plan: Plan, passage: Passage) -> bool:
    """Whether a cell of the row is no more than the decision of the council itself, which nobody carries out."""
    cells = {cell.strip() for cell in cells_in(passage)}
    return any(hit.text in cells for hit in plan.says(passage, "rij_raadsbesluit"))


def _led(passage: Passage, clauses: tuple[Clause, ...], actor: Actor) -> str:
    """The preposition that leads a name, in whatever clause it stands; "" without one."""
    return next((led_by(passage, one, one.starts.index(actor.start)) for one in clauses if actor.start in one.starts), "")


def _of_clause(told: _Told) -> _Step | None:
    """The step that a clause tells, if it tells one."""
    given = told.says("belegd_bij")
    if given and (holder := next((one for one in told.actors if one.start >= given[0].start), None)):
        return told.step(holder.sort)
    agent = agent_of(told.passage, told.clause, told.actors, passive=told.passive)
    if agent and narrates(told.passage.text, agent.start) and not told.has("stap_geregeld"):
        return None
    council = agent is not None and _is_council(told, agent)
    if agent and not council and _acts(told, agent):
        return told.step(agent.sort)
    if council or told.has("stap_misschien") or told.says("geen_stap") or told.says("geen_daad"):
        return None
    return _without_actor(told)


def _is_council(told: _Told, agent: Actor) -> bool:
    place = told.clause.starts.index(agent.start)
    behind_door = led_by(told.passage, told.clause, place) == "door"
    name = told.clause.words[place : place + len(told.passage.text[agent.start : agent.end].split())]
    return agent.sort == "body" and not told.plan.words("stap_raad").isdisjoint(name) and not behind_door


def _acts(told: _Told, agent: Actor) -> bool:
    """Whether somebody does something in a clause, is given a role or has made room for it, and not only may or gets."""
    verbs = _beside(told, agent)
    if verbs & told.plan.words("stap_misschien", "stap_krijgt") or told.says("geen_daad"):
        return False
    states = told.plan.words("stap_toestand")
    if verbs & states and PASSIVE.isdisjoint(told.clause.words):
        done = any(is_participle(word) and word not in states for word in told.clause.words)
        return done or bool(told.says("rol_van_uitvoerder")) or _more_verbs(told) > 0
    return True


def _beside(told: _Told, agent: Actor) -> set[str]:
    """The words around a name where its verb stands: those shortly before it and right behind it."""
    words, starts = told.clause.words, told.clause.starts
    place = starts.index(agent.start)
    after = next((at for at, start in enumerate(starts) if start >= agent.end), len(words))
    return {*words[max(place - 3, 0) : place], *words[after : after + 2]}


def _without_actor(told: _Told) -> _Step | None:
    """A step of nobody: passive, beginning by itself, or done by "we"; what is past or only in case is none."""
    if tells(told.clause.words) or told.past or told.has("stap_ontkend"):
        return None
    if supposes(told.passage.text, told.start) and not told.says("uitvoering_kaal"):
        return None
    if not told.has("stap_toestand") and any(_is_subject(told, hit) for hit in told.says("vage_uitvoerder")):
        return told.step("vague")
    if (told.passive and not _of_object(told)) or told.says("stap_zonder_uitvoerder"):
        return told.step("none")
    listed = told.passage.kind == PassageKind.ITEM or bool(spans_of(told.passage, "datum", "kwartaal"))
    short = listed and not told.clause.has_verb and len(told.clause.words) <= _FRAGMENT
    if short and told.says("stapwoord"):
        actors = told.actors or actors_in(told.plan, told.passage)
        return told.step(actors[0].sort if actors else "none")
    return None


def _of_object(told: _Told) -> bool:
    """Whether the passive verb is of what somebody sees or watches ("leest u of het bedrag wordt gehaald"), no step by itself."""
    words, openings = told.clause.words, told.plan.words("stap_voorwerp")
    opens = next((at for at, word in enumerate(words) if at and word in openings), len(words))
    return PASSIVE.isdisjoint(words[:opens]) and any(verb_like(told.clause, at) for at in range(opens)) and opens < len(words)


def _is_subject(told: _Told, hit: Hit) -> bool:
    place = told.clause.starts.index(hit.start) if hit.start in told.clause.starts else -1
    return place >= 0 and led_by(told.passage, told.clause, place) not in PREPOSITIONS

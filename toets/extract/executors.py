"""The executors who took part in making a proposal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.agents import Actor, agent_of
from toets.extract.plan import BESIDE_WORK, Plan
from toets.extract.scene import apart, spans_of
from toets.extract.tense import clauses_of, narrates, tells
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind, Span
from toets.model.fact import Draft, Value
from toets.text import Hit
from toets.text.grammar import PASSIVE, PREFIX

SOURCE = "extract.executors"
NO_EXECUTORS = (BESIDE_WORK - {"kader"}) | {"middelen", "beoogd_effect", "evaluatie"}
NO_DEED = frozenset({"aanleiding", "samenvatting", "kader", "kanttekeningen", "alternatieven"})
"""Roles that tell what executors met with, not what they did for the proposal."""
PARTIES = (("own", "uitvoerder_eigen"), ("partner", "uitvoerder_partner"), ("staff", "uitvoerder_staf"))
_BRANCH = re.compile(r"[A-Z]\w*,\s*$")
"""Behind the name of an association a part of it is named: "de CVAH, afdeling Noord"."""
_ARTICLE = re.compile(r" (?:een |de )?")
_MEANT_FOR = re.compile(r"\b(?:voor|van|bij|in|aan) (?:de |het )?$")
_WE_DID = re.compile(r"(?:samen )?met [^.;:]{3,90}? (?:hebben|zijn) (?:we|wij) ", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:of|hoe|wat|welke)\b")
"""What stands behind this is what was looked into, not who looked."""
_WITH = re.compile(r"\b[Mm]et (?:de |het |een |onze |alle |elke |twee |drie |enkele )?(?:\w+ )?$")
_PREFIXED = re.compile(rf"{PREFIX}\w+en")
"""Verbs that have one form for the present and the participle ("verwijzen")."""


def find(plan: Plan) -> Iterator[Draft]:
    """The executor facts of a document."""
    for passage in plan.prose():
        if passage.kind != PassageKind.HEADING and passage.role not in NO_EXECUTORS:
            yield from _executors(plan, passage)


def _executors(plan: Plan, passage: Passage) -> Iterator[Draft]:
    """Executors with a word of taking part, with what was made, or as who did something, in a sentence that tells of the past.

    A sentence without a verb that only lists parties goes with the act that the sentence before it tells.
    """
    parties = tuple(_parties(plan, passage))
    if not parties:
        return
    source = _listed_under(plan, passage, parties)
    took_part = [hit for hit in plan.says(source, "betrokken_bij_maken") if not _denied_at(plan, source, hit.start)]
    judged = {hit.start for hit in plan.says(source, "uitvoerder_oordeelt")}
    done = any(narrates(source.text, hit.start) or hit.start in judged for hit in took_part)
    for party, place in parties:
        shared = [hit for hit in took_part if not (hit.end < place and _ASKED.search(source.text[hit.end : place]))]
        worked = _worked(plan, passage, party, place)
        if shared or worked:
            fields: dict[str, Value] = {"party": party, "later": int(not ((done and shared) or worked))}
            yield Draft("executor", fields, passage.text, spot(passage, place, place), SOURCE, passage.index)


def _worked(plan: Plan, passage: Passage, party: str, place: int) -> bool:
    """Whether the party at a place made or did something, or we did it together, in a clause of the past."""
    if _together(passage, place):
        return True
    if not _told_of(plan, passage, place):
        return False
    before, work = passage.text[:place], _is_work(plan, passage, place)
    if party != "staff" and _something_made(plan, passage) and not (work and _MEANT_FOR.search(before)):
        return True
    did = party == "own" and passage.role not in NO_DEED and not work
    return did and (_WITH.search(before) is not None or _did_something(plan, passage, place))


def _together(passage: Passage, place: int) -> bool:
    """Whether we did something with the party at a place: "met de school en de kinderopvang hebben we gezocht naar …"."""
    found = _WE_DID.match(passage.text)
    return bool(found and place < found.end() and narrates(passage.text, place) and passage.role != "aanleiding")


def _something_made(plan: Plan, passage: Passage) -> bool:
    """Whether something that is made for the proposal is named; a "gemeenschappelijke regeling" is a body."""
    return bool(apart(plan.says(passage, "maaksel"), plan.says(passage, "geen_maaksel")))


def _listed_under(plan: Plan, passage: Passage, parties: tuple[tuple[str, int], ...]) -> Passage:
    """The sentence before a list of parties that has no verb ("Onder meer: de scholen, …"); otherwise the passage itself."""
    actors = tuple(Actor(place, place + 1, "organisation") for _, place in parties)
    if any(one.has_verb or agent_of(passage, one, actors, passive=False) for one in clauses_of(passage.text)):
        return passage
    before = [other for other in plan.near(passage) if other.index < passage.index]
    return before[-1] if before else passage


def _did_something(plan: Plan, passage: Passage, place: int) -> bool:
    """Whether the executor at a place is who does something in a clause of the past ("de grafdelver liep alle kaarten na")."""
    actors = (Actor(place, place + 1, "organisation"),)
    daily = plan.words("dagelijks_werk")
    return any(
        tells(tuple(word for word in clause.words if not _PREFIXED.fullmatch(word)))
        and agent_of(passage, clause, actors, passive=False)
        for clause in clauses_of(passage.text)
        if PASSIVE.isdisjoint(clause.words) and daily.isdisjoint(clause.words)
    )


def _parties(plan: Plan, passage: Passage) -> Iterator[tuple[str, int]]:
    """Who took part, each sort once: by name, or as people of a trade that no list has ("doodgravers")."""
    text = passage.text
    known = [
        (party, hits[0].start)
        for party, name in PARTIES
        if (hits := [hit for hit in plan.says(passage, name) if not _is_other(plan, passage, hit, party)])
    ]
    yield from known
    if known:
        return
    units = (span for span in spans_of(passage, "organisatie") if _inside(plan, span))
    inside = [span.start for span in units if not _BRANCH.search(text[: span.start])]
    others = {hit.start for hit in plan.says(passage, "geen_uitvoerders")}
    trades = plan.says(passage, "uitvoerder_vak")
    places = (hit.start for hit in trades if _in_sentence(passage.text, hit) and hit.start not in others)
    yield from (("own", place) for place in (*inside, *places)[:1])


def _is_other(plan: Plan, passage: Passage, hit: Hit, party: str) -> bool:
    """Whether the word is that of somebody else, of a branch of an association, or of a post that nobody fills."""
    text, name = passage.text, hit.text.lower()
    branch = name.split()[0] in plan.words("deel_van_vereniging") and _BRANCH.search(text[: hit.start])
    outside = party == "own" and name in plan.words("uitvoerder_van_buiten")
    vacant = any(_ARTICLE.fullmatch(text, one.end, hit.start) for one in plan.says(passage, "functie_vacant"))
    return bool(outside or branch or vacant)


def _in_sentence(text: str, hit: Hit) -> bool:
    """Whether a word stands inside a sentence, in small letters: no name, nor the second part of a compound."""
    return hit.text.islower() and text[hit.start - 1 : hit.start] == " "


def _is_work(plan: Plan, passage: Passage, place: int) -> bool:
    return any(hit.start <= place < hit.end for hit in plan.says(passage, "uitvoerend_werk"))


def _inside(plan: Plan, span: Span) -> bool:
    """Whether it is a unit of the organisation itself that carries out, not one that advises or writes policy."""
    offices = plan.words("afdeling_zonder_uitvoering")
    return span.more.get("sort") == "internal" and not any(part in span.text.lower() for part in offices)


def _denied_at(plan: Plan, passage: Passage, place: int) -> bool:
    return plan.scene.language.negated(passage.text, place, place + 1)


def _told_of(plan: Plan, passage: Passage, place: int) -> bool:
    return narrates(passage.text, place) and not _denied_at(plan, passage, place)

"""Who acts in a clause: the names in it, and whether one of them is the subject of its verb or stands behind "door"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toets.extract.plan import Plan
from toets.extract.scene import ACTORS, spans_of
from toets.extract.tense import Clause
from toets.model.document import Passage
from toets.text.clauses import PREPOSITIONS, finite
from toets.text.tokens import word_set
from toets.text.verbs import is_participle

_SORTS = {"persoon": "named", "functie": "function", "organisatie": "organisation"}
_DETERMINERS = word_set(
    """de het een onze ons uw deze dit die dat elke iedere alle beide twee drie zijn haar hun gemeentelijke nieuwe nieuw
    vaste vast externe extern eigen lokale lokaal"""
)
_ARTICLES = frozenset({"De", "Het", "Een"})
_JOINING = word_set("en of evenals alsmede")
_VERB = re.compile(r"\w{2,}(?:t|en)")
_NO_VERB = word_set(
    """het met niet uit tot dat wat want maart budget project krediet kwartaal een binnen tussen sinds gemeenten partijen inwoners
    bestek contract opdracht overleg toezicht omgeving besluit advies markt straat team dienst punt ambt dorpshuizen scholen
    teneinde kosten lasten bewoners ondernemers wegen plannen maanden weken jaren dagen leden burgemeester wethouders recht kracht
    collegebesluit raadsbesluit voorschot uiterst eerst liefst direct buiten zonder boven jeugdigen ouderen kinderen ouders wonen
    inkomen groen zaken buurt buurten wijken dorpen kernen straten gebouwen"""
)
_AFTER = 5
_NAME = re.compile(
    r"(?:^|(?<=[.;:!?]\s)|(?<=,\s))(?:(?:De|Het|Een|de|het)\s)?"
    r"(?P<name>[A-Z][\w'&-]+(?:\s(?:(?:van|de|der|en|&)\s)?[A-Z][\w'&.-]*)*)\s(?P<verb>[a-z]{3,})"
)
_BY = re.compile(
    r"\bdoor (?:(?:de|het|een|onze|ons|haar|zijn) )?(?:[a-z]+e )?"
    r"(?P<name>[A-Z][\w&'-]+|[a-z]+)\b"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in a passage, by characters; `sort` is named, function, organisation or body."""

    start: int
    end: int
    sort: str


def actors_in(plan: Plan, passage: Passage) -> tuple[Actor, ...]:
    """Who may act in a passage, in order and apart: functions, persons, organisations, bodies, other names that do something."""
    found = [Actor(start, end, "named") for start, end in _people(plan, passage)]
    apart_from_it = plan.words("staat_buiten_uitvoering", "voert_zelf_niet_uit")
    spans = (span for span in spans_of(passage, *ACTORS, "orgaan") if str(span.value) not in apart_from_it)
    found += [Actor(span.start, span.end, _SORTS.get(span.kind, "body")) for span in spans]
    found += [Actor(start, end, "organisation") for start, end in _names(plan, passage, alone=not found)]
    apart: list[Actor] = []
    for actor in sorted(found, key=lambda one: (one.start, -one.end)):
        if not apart or actor.start >= apart[-1].end:
            apart.append(actor)
    return tuple(apart)


def _people(plan: Plan, passage: Passage) -> Iterator[tuple[int, int]]:
    """Where persons whose name is known from elsewhere stand in a passage."""
    for name in plan.people:
        at = passage.text.find(name)
        if at >= 0:
            yield at, at + len(name)


def _names(plan: Plan, passage: Passage, *, alone: bool) -> Iterator[tuple[int, int]]:
    """Names with capitals at the head of a sentence with a verb of doing behind them ("Het Regionaal Archief neemt … over").

    Behind "door" also somebody who is known by the ending of the word ("door een plaatselijke installateur").
    A field of policy is the department of that name only if there is nobody else (`alone`): "Toezicht houdt de opzichter".
    """
    for match in _BY.finditer(passage.text):
        if match["name"][0].isupper() or plan.scene.is_one(match["name"], "doener_achter_door"):
            yield match.span("name")
    for match in _NAME.finditer(passage.text):
        name, verb = match["name"], match["verb"]
        led = match.start("name") > match.start()
        unit = alone and not led and name.split()[0].lower() in plan.words("beleidsterrein")
        known = led or unit or " " in name or not name[1:].islower() or name in plan.proper
        if (
            known
            and name not in _ARTICLES
            and _VERB.fullmatch(verb)
            and verb not in _NO_VERB | PREPOSITIONS | plan.words("naam_doet_niets")
            and not plan.scene.ends_with(name, "naam_van_geen_mens")
        ):
            yield match.start("name"), match.end("name")


def agent_of(passage: Passage, clause: Clause, actors: tuple[Actor, ...], *, passive: bool) -> Actor | None:
    """Who does it: in a passive clause somebody behind "door", in an active one who stands by the verb without a preposition."""
    for actor in actors:
        if actor.start not in clause.starts:
            continue
        place = clause.starts.index(actor.start)
        led = led_by(passage, clause, place)
        if (led == "door" and not _by_doing(clause, place)) or (
            not passive and led not in PREPOSITIONS and _by_verb(passage, clause, place, actor.end)
        ):
            return actor
    return None


def _by_doing(clause: Clause, place: int) -> bool:
    """Whether "door" tells how, not who: "door de afdeling Beheer als enige aan te wijzen"."""
    behind = clause.words[place:]
    before = behind[: behind.index("te")] if "te" in behind else ()
    return bool(before) and "om" not in before and not any(is_participle(word) for word in before)


def led_by(passage: Passage, clause: Clause, place: int) -> str:
    """The word before a name, articles skipped; of a name in a list ("met A, B en C") the preposition before it."""
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
    words = clause.words
    while place >= 0 and (words[place] in _DETERMINERS or (words[place - 1 : place] and _describes(words, place))):
        place -= 1
    return place


def _describes(words: tuple[str, ...], place: int) -> bool:
    """Whether a word between an article and a name only describes it: "de gekozen leverancier", "het regionale archief"."""
    return words[place - 1] in _DETERMINERS and (words[place].endswith("e") or is_participle(words[place]))


def _by_verb(passage: Passage, clause: Clause, place: int, end: int) -> bool:
    """Whether a verb stands before a name or shortly after it, or a colon right behind it: a name among nouns does nothing."""
    if passage.text[end : end + 1] == ":":
        return True
    before = _skipped(clause, place)
    after = [at for at, start in enumerate(clause.starts) if start >= end][:_AFTER]
    near = (at for at in (*((before,) if before >= 0 else ()), *after) if not _is_name(passage, clause, at))
    return any(verb_like(clause, at) and clause.words[at - 1 : at] != ("te",) for at in near)


def _is_name(passage: Passage, clause: Clause, at: int) -> bool:
    """Whether a word has a capital that no sentence begins with: "Oostkreken" is no verb."""
    start = clause.starts[at]
    return passage.text[start].isupper() and re.search(r"(?:^|[.:;!?|(]\s*|- )$", passage.text[:start]) is None


def verb_like(clause: Clause, at: int) -> bool:
    """Whether a word looks like a verb in the present: a fair guess by its form, common nouns left out."""
    word = clause.words[at]
    return finite(clause.words, at) or (word not in _NO_VERB and word not in PREPOSITIONS and _VERB.fullmatch(word) is not None)

"""What the execution rests on: procedures still to follow, executors who took part, others it depends on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.agents import Actor, agent_of
from toets.extract.fallbacks import answered, told
from toets.extract.plan import PLAN_ROLES, Plan
from toets.extract.records import is_record
from toets.extract.rows import cells_in, start_of
from toets.extract.scene import spans_of
from toets.extract.tense import PASSIVE, clauses_of, narrates, supposes, tells
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind, Span
from toets.model.fact import Draft, Value
from toets.text import Hit

SOURCE = "extract.conditions"
STEPS = (
    ("inspraak", "procedure_inspraak"),
    ("publication", "procedure_publicatie"),
    ("objection", "procedure_rechtsgang"),
    ("permit", "procedure_vergunning"),
    ("decision", "procedure_besluit"),
)
_OUTSIDE = frozenset({"kop", "onderwerp", "bijlagen", "ondertekening", "kader", "beslispunten"})
NO_PROCEDURE = _OUTSIDE | {"samenvatting", "aanleiding", "beoogd_effect", "middelen"}
NO_EXECUTORS = (_OUTSIDE - {"kader"}) | {"middelen", "beoogd_effect", "evaluatie"}
NO_DEED = frozenset({"aanleiding", "samenvatting", "kader", "kanttekeningen", "alternatieven"})
"""Roles that tell what executors met with, not what they did for the proposal."""
NO_DEPENDENCY = _OUTSIDE | {"alternatieven"}
OCCASION = frozenset({"argumenten", "aanleiding", "samenvatting"})
"""Where what others don't do yet is the reason for the proposal."""
NO_BOTTLENECK = (_OUTSIDE | {"aanleiding"}) - {"kader"}
PARTIES = (("own", "uitvoerder_eigen"), ("partner", "uitvoerder_partner"), ("staff", "uitvoerder_staf"))
_BRANCH = re.compile(r"[A-Z]\w*,\s*$")
"""Behind the name of an association a part of it is named: "de CVAH, afdeling Noord"."""
_ARTICLE = re.compile(r" (?:een |de )?")
_MEANT_FOR = re.compile(r"\b(?:voor|van|bij|in|aan) (?:de |het )?$")
_JOINT = re.compile(r"gemeenschappelijke $", re.IGNORECASE)
_WE_DID = re.compile(r"(?:samen )?met [^.;:]{3,90}? (?:hebben|zijn) (?:we|wij) ", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:of|hoe|wat|welke)\b")
"""What stands behind this is what was looked into, not who looked."""
_WITH = re.compile(r"\b[Mm]et (?:de |het |een |onze |alle |elke |twee |drie |enkele )?(?:\w+ )?$")
_PREFIXED = re.compile(r"(?:be|ver|ont|her|er|over|onder|door|vol|weer)\w+en")
"""Verbs that have one form for the present and the participle ("verwijzen")."""
_ABOVE = re.compile(r"\b(?:daarboven|boven (?:de |een |dat )?(?:€|\d|bedrag))[^.;]*$", re.IGNORECASE)
_BREAK = re.compile(r"[.;:,|]")
_FEW_WORDS = re.compile(r"(?:[\w-]+ ){0,3}")
_WITH_WHOM = re.compile(r"(?: (?:in|met|door|over|voor|tussen|van) [^,;.]*)?\.?")
"""What may stand before and behind a word for talk, in a measure that is no more than that."""


def find(plan: Plan) -> Iterator[Draft]:
    """The procedure, executor and dependency facts of a document."""
    for passage in plan.prose():
        if passage.kind == PassageKind.HEADING:
            continue
        if passage.role not in NO_PROCEDURE:
            yield from _procedures(plan, passage)
        if passage.role not in NO_EXECUTORS:
            yield from _executors(plan, passage)
        if passage.role not in NO_DEPENDENCY and (passage.role != "aanleiding" or _awaited(plan, passage)):
            yield from _dependencies(plan, passage)
        if passage.role not in NO_BOTTLENECK:
            yield from _bottleneck(plan, passage)


def _procedures(plan: Plan, passage: Passage) -> Iterator[Draft]:
    for step, name in STEPS:
        own = plan.says(passage, "na_besluit") if step == "decision" else ()
        hits = (one for one in plan.says(passage, name) if not any(_within(one, other) for other in own))
        hits = (one for one in hits if not _no_step(plan, passage, step, one))
        hit = next((one for one in hits if _ahead(plan, passage, one)), None)
        if hit:
            named = any(_within(one, hit) for one in plan.says(passage, "procedure_met_naam"))
            fields: dict[str, Value] = {"step": step, "timed": int(_timed(plan, passage, step, hit)), "named": int(named)}
            yield Draft("procedure", fields, passage.text, spot(passage, hit.start, hit.end), SOURCE, passage.index)
        elif step == "decision" and _body_decides(plan, passage):
            yield Draft("procedure", {"step": step, "timed": 1}, passage.text, passage.location, SOURCE, passage.index)


def _no_step(plan: Plan, passage: Passage, step: str, hit: Hit) -> bool:
    """Whether the words mean something else: papers to read, a limit above which somebody else decides, or "stelt dat"."""
    if step == "inspraak":
        return bool(plan.says(passage, "stuk_ter_inzage"))
    if step != "decision":
        return False
    claims = hit.text.lower().endswith(("stelt", "stellen")) and passage.text[hit.end :].startswith(" dat ")
    return claims or _ABOVE.search(passage.text, 0, hit.start) is not None


def _has_its_day(plan: Plan, passage: Passage) -> bool:
    """Whether a body decides on a day ("op 10 juli"), or together with a paper of a year ("bij de begroting 2028")."""
    days = any(span.more.get("grain") == "day" for span in spans_of(passage, "datum"))
    return (days and bool(spans_of(passage, "orgaan"))) or bool(plan.says(passage, "penc_jaar"))


def _body_decides(plan: Plan, passage: Passage) -> bool:
    """Whether a dated row of the planning says that a body has its turn ("Nadere regels in het college | april 2027")."""
    row = plan.rows.get(passage.index)
    if row is None or not row.planned or row.heading:
        return False
    bodies = [
        span for span in spans_of(passage, "orgaan") if str(span.value) in ("raad", "college", "commissie", "algemeen bestuur")
    ]
    return bool(bodies) and any(span.value and plan.ahead(span) for span in spans_of(passage, "datum", "kwartaal"))


def _within(hit: Hit, other: Hit) -> bool:
    """Whether a hit is no more than the decision of a longer one: "na vaststelling" is about our own decision."""
    return other.start <= hit.start and hit.end <= other.end


def _ahead(plan: Plan, passage: Passage, hit: Hit) -> bool:
    """Whether a step is still to come; what is told of the past, or denied, is none."""
    if plan.denied(passage, hit) or plan.quoted(passage, hit) or is_record(plan.scene, passage):
        return False
    dated = [span for span in spans_of(passage, "datum", "kwartaal") if span.value]
    if dated and not any(plan.ahead(span) for span in dated):
        return False
    requested = hit.phrase.startswith("lijst:procedure_vergunning") and "aangevraagd" in passage.text
    return bool(dated and plan.first) or requested or not narrates(passage.text, hit.start)


def _timed(plan: Plan, passage: Passage, step: str, hit: Hit) -> bool:
    """Whether it has a place in time: a date, a term, or an order ("nadat", "zodra 70% heeft getekend").

    A decision and a permit need the year, or that of a yearly paper ("bij de begroting 2028"); a permit and an objection
    need more than that they come after our own decision.
    """
    yearless = step in ("publication", "inspraak")
    own = [span for span in spans_of(passage, "datum", "kwartaal") if step != "inspraak" or not _apart(passage, span, hit)]
    dates = [*own, *(span for one in _goes_on(plan, passage) for span in spans_of(one, "datum", "kwartaal"))]
    if any((span.value or yearless) and plan.ahead(span) for span in dates):
        return True
    if step == "decision" and _has_its_day(plan, passage):
        return True
    return bool(plan.says(passage, "volgorde", "termijn")) or (
        step not in ("permit", "objection") and bool(plan.says(passage, "na_besluit"))
    )


def _apart(passage: Passage, span: Span, hit: Hit) -> bool:
    """Whether a date is that of another step, before or behind which this one only comes ("gunning in mei, waarna …")."""
    between = passage.text[min(span.end, hit.end) : max(span.start, hit.start)]
    return re.search(r";|\b(?:waarna|daarna|vervolgens|gelijktijdig)\b", between) is not None


def _goes_on(plan: Plan, passage: Passage) -> tuple[Passage, ...]:
    """The next sentence of the paragraph when it only says when: "De vergunning is aangevraagd. Wij verwachten haar in juni"."""
    after = next((other for other in plan.near(passage) if other.index == passage.index + 1), None)
    if after is None or after.paragraph != passage.paragraph or not plan.scene.opens(after, "zegt_wanneer"):
        return ()
    return (after,)


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
    return any(not _JOINT.search(passage.text[: hit.start]) for hit in plan.says(passage, "maaksel"))


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
    branch = name.startswith("afdeling") and _BRANCH.search(text[: hit.start])
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


def _dependencies(plan: Plan, passage: Passage) -> Iterator[Draft]:
    """Parties outside and what is needed of them, with the date or the fallback that stands beside it."""
    others = [span for span in spans_of(passage, "organisatie") if _outside(plan, span)]
    cues = [hit for hit in plan.says(passage, "afhankelijk_van") if not plan.denied(passage, hit)]
    willing = [hit for hit in plan.says(passage, "anderen_mee") if not narrates(passage.text, hit.start)]
    cues += willing
    if not others and not willing and not _hangs(plan, passage, cues):
        return
    near = {other.index: other for other in (*plan.near(passage), *plan.scene.reach(passage, "paragraph"))}.values()
    same = [other for other in near if other is passage or (other.paragraph == passage.paragraph and _cued(plan, other))]
    fields: dict[str, Value] = {
        "party": int(bool(others)),
        "named": int(any(span.more.get("named") for span in others)),
        "cue": int(bool(willing) or any(_cued(plan, other) for other in same)),
        "acts": int(_does(plan, passage, others)),
        "date": int(any(_date_ahead(plan, other) for other in same)),
        "open": int(bool(others or _hangs(plan, passage, cues)) and _open(plan, passage)),
        "fallback": int(any(_falls_back(plan, other) for other in near) or _measure(plan, passage)),
    }
    place = others[0] if others else cues[0]
    yield Draft("dependency", fields, passage.text, spot(passage, place.start, place.end), SOURCE, passage.index)


def _open(plan: Plan, passage: Passage) -> bool:
    """Whether it is not settled yet: by its words, or because it is denied up to a date ("sluit tot 2031 niemand aan")."""
    dates = spans_of(passage, "datum", "kwartaal", "jaar")
    if plan.says(passage, "nog_open"):
        return True
    return passage.role not in OCCASION and any(_not_until(plan, passage, span) and plan.ahead(span) for span in dates)


def _not_until(plan: Plan, passage: Passage, span: Span) -> bool:
    """Whether a date only tells up to when something is not done ("geeft tot 2028 geen zekerheid")."""
    told = (hit for hit in plan.says(passage, "tot_dan_niet") if hit.start < span.start and span.end < hit.end)
    return any(not _BREAK.search(passage.text, span.end, hit.end) for hit in told)


def _awaited(plan: Plan, passage: Passage) -> bool:
    """Whether the occasion itself says when others will do what is needed of them ("kan pas in 2030 leveren")."""
    later = plan.says(passage, "pas_later")
    return bool(later and _cued(plan, passage) and _date_ahead(plan, passage) and not narrates(passage.text, later[0].start))


def _hangs(plan: Plan, passage: Passage, cues: list[Hit]) -> bool:
    waits = {hit.start for hit in plan.says(passage, "hangt_af_van")}
    return any(hit.start in waits for hit in cues)


def _cued(plan: Plan, passage: Passage) -> bool:
    return any(not plan.denied(passage, hit) for hit in plan.says(passage, "afhankelijk_van"))


def _falls_back(plan: Plan, passage: Passage) -> bool:
    """Whether it says what happens if; to come back to it then is no plan."""
    if plan.says(passage, "belofte"):
        return False
    then = plan.says(passage, "terugval_dan")
    return (
        bool(plan.says(passage, "terugval"))
        or answered(told(plan.scene, passage)) is not None
        or (bool(then) and supposes(passage.text, then[0].start))
    )


def _bottleneck(plan: Plan, passage: Passage) -> Iterator[Draft]:
    """A mishap with what is done then, by the form of the sentence: "blijft de bijdrage uit, dan bouwen wij eerst blok C"."""
    before = [other for other in plan.near(passage) if other.index < passage.index]
    place = answered(told(plan.scene, passage), told(plan.scene, before[-1]) if before else None)
    if place:
        ours = int(bool(plan.says(passage, "terugval_eigen")))
        yield Draft(
            "bottleneck", {"answer": 1, "formed": 1, "ours": ours}, passage.text, spot(passage, *place), SOURCE, passage.index
        )


def _does(plan: Plan, passage: Passage, others: list[Span]) -> bool:
    """Whether one of the parties is who does something in the sentence: that is what the execution waits for."""
    if plan.says(passage, "van_ander_verwacht"):
        return False
    actors = tuple(Actor(span.start, span.end, "organisation") for span in others)
    active = (clause for clause in clauses_of(passage.text) if PASSIVE.isdisjoint(clause.words))
    return any(agent_of(passage, clause, actors, passive=False) for clause in active)


def _outside(plan: Plan, span: Span) -> bool:
    others = plan.words("staat_buiten_uitvoering", "uitvoering_wacht_niet_op")
    return span.more.get("sort") == "external" and str(span.value) not in others


def _date_ahead(plan: Plan, passage: Passage) -> bool:
    told = [
        span
        for span in spans_of(passage, "datum", "kwartaal", "jaar")
        if plan.ahead(span) and not _not_until(plan, passage, span)
    ]
    if any(span.value for span in told if span.kind != "jaar"):
        return True
    years = (span for span in told if span.kind == "jaar" and not span.more.get("title"))
    return any(not narrates(passage.text, span.start) for span in years)


def _measure(plan: Plan, passage: Passage) -> bool:
    """Whether the row of a table of risks names a measure."""
    if passage.kind != PassageKind.ROW or passage.role in PLAN_ROLES:
        return False
    headings = cells_in(plan.scene.reach(passage, "paragraph")[0])
    cells = cells_in(passage)
    named, none = plan.words("kolom_terugval"), {"", *plan.words("cel_nog_open", "maatregel_geen")}
    at = next((place for place, heading in enumerate(headings) if heading.strip().lower() in named), -1)
    if not 0 < at < len(cells) or cells[at].strip().lower() in none:
        return False
    start = start_of(cells, at)
    return not _only_talk(plan, passage, start, start + len(cells[at].rstrip()))


def _only_talk(plan: Plan, passage: Passage, start: int, end: int) -> bool:
    """Whether what stands between two characters is no more than talk ("overleg met de aannemer")."""
    return any(
        start <= hit.start
        and hit.end <= end
        and _FEW_WORDS.fullmatch(passage.text[start : hit.start].lstrip())
        and _WITH_WHOM.fullmatch(passage.text[hit.end : end])
        for hit in plan.says(passage, "maatregel_alleen_praten")
    )

"""Times that say nothing ("zo spoedig mogelijk", "voor de zomer", "hierop komen wij terug"), and what fills them in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.plan import AFTER_ROLES, NO_PROSE, PLAN_ROLES, Plan
from toets.extract.scene import Scene, spans_of
from toets.extract.tense import Clause, clause_at, clauses_of, narrates, supposes
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind
from toets.model.fact import Draft, Value
from toets.text import Hit
from toets.text.grammar import PASSIVE
from toets.text.sentences import sentences
from toets.text.tokens import word_set
from toets.text.verbs import is_participle

SOURCE = "extract.vague_times"
LISTS = (
    ("open", "vage_tijd_altijd"),
    ("time", "vage_tijd"),
    ("time", "vage_tijd_ruimte"),
    ("time", "vage_tijd_plan"),
    ("time", "seizoen"),
    ("promise", "belofte"),
)
BOUND = frozenset({"vage_tijd_plan"})
"""Lists of which the words are vague only beside something that is going to be done."""
_FILLED = ("termijn", "frequentie", "seizoen_bepaald")
_DOING = ("terugkoppeling", "evaluatie_woord", "overleg_voeren")
_SHORT = 4
_WORD = re.compile(r"\w")
_UP_TO_TWO = re.compile(r" (?:\w+ ){0,2}")
_WHO = re.compile(r"\W*(?:voor |van |aan )?wie [^,;:.]*", re.IGNORECASE)
"""Before a time: it says whom it is about ("Wie in de loop van het jaar stopt, …")."""

_NEW_CLAUSE = (";", "|")
"""Behind these a sentence, or the next cell of a row, begins anew."""
_LABEL = re.compile(r"[A-Z]\w+(?: \w+){0,3}:\s")
"""A step with its time behind it: "Oplevering: voorjaar"."""
_ON = word_set("zodra wanneer als indien mits voorzover naarmate")
"""What opens a clause on which the rest of its sentence hangs."""
_BEING = word_set("is zijn staat staan valt vallen zit komt loopt")
_NOUN_OF_DEED = re.compile(r"\w{4,}ing")
_SPAN = re.compile(r"in\b", re.IGNORECASE)
"""Opens a stretch of the year, in which as much is so each time ("in de zomer staat het droog") as is going to be done."""
_ITS_YEAR = re.compile(r" (?:van )?20\d\d\b")
"""Behind a season: "Pasen 2028", that else would be a name with a year."""
_UP_TO_STOP = re.compile(r"[^.;]*")
_SHARE = re.compile(r"\d ?%")
_FIGURE = re.compile(r" \S*\d")
_MUCH = re.compile(r" (?:€|\d|(?:een|één|twee|drie|vier|vijf|tien) tot\b)")
"""A quantity, as a figure or as a range in words."""
_LAST_WORD = re.compile(r"\s+(\w+)\s*(?:[,;:.)]|$)")
"""The word behind a time, when its clause ends there."""


def find(plan: Plan) -> Iterator[Draft]:
    """A vague fact for every time or promise without a date; `resolved` when a date, term or frequency stands in its sentence."""
    for passage in plan.scene.passages:
        if passage.part != "voorstel" or passage.role in NO_PROSE or passage.kind in (PassageKind.HEADING, PassageKind.FIELD):
            continue
        covered = -1
        for sort, name in LISTS:
            for hit in plan.says(passage, name):
                if hit.text.lower().endswith(" als volgt"):  # "de planning is als volgt:" goes on to tell it
                    continue
                if sort == "promise" and plan.says(passage, "belofte_nu"):
                    continue
                if hit.start >= covered and (name not in BOUND or _in_plan(plan, passage) or _is_duty(plan, passage, hit)):
                    yield _draft(plan, passage, hit, sort)
                    covered = hit.end
        if covered < 0:
            yield from _cells(plan, passage)


def _in_plan(plan: Plan, passage: Passage) -> bool:
    """Whether a passage is about what is going to be done: a decision point, a section on execution, words of reporting."""
    return bool(passage.point) or passage.role in PLAN_ROLES | AFTER_ROLES or bool(plan.says(passage, *_DOING))


def _is_duty(plan: Plan, passage: Passage, hit: Hit) -> bool:
    """Whether somebody with a function is told to do it: "de opzichter kijkt af en toe"."""
    clauses = clauses_of(passage.text)
    clause = clause_at(clauses, hit.start)
    by = any(clause_at(clauses, span.start) == clause for span in spans_of(passage, "functie"))
    return by and plan.words("vage_tijd_toestand").isdisjoint(clause.words)


def _is_doing(plan: Plan, passage: Passage, hit: Hit) -> bool:
    """Whether something is going to be done here, by the place or by the verb of the clause."""
    if _in_plan(plan, passage) or (_bound(hit) and _is_duty(plan, passage, hit)):
        return True
    clause = clause_at(clauses_of(passage.text), hit.start)
    # "…, indien mogelijk vóór de kerst" goes with what its sentence says, and so does "zodra de agenda het toelaat"
    if not clause.has_verb or not _ON.isdisjoint(clause.words[:1]) or _of(hit, "vage_tijd_ruimte"):
        words = {word for one in clauses_of(passage.text) if one.sentence == clause.sentence for word in one.words}
        clause = Clause(tuple(words), (), clause.sentence)
    if _is_step(plan, clause) or _is_passive(plan, clause):
        return True
    if _of(hit, "seizoen") and not plan.words("vage_tijd_toestand").isdisjoint(clause.words):
        return False
    at_moment = _of(hit, "seizoen") and not _SPAN.match(hit.text)
    return at_moment or not plan.words("vage_tijd_gebeurt").isdisjoint(clause.words)


def _of(hit: Hit, name: str) -> bool:
    """Whether a time is of a list of the vocabulary."""
    return hit.phrase.startswith(f"lijst:{name}/")


def _is_step(plan: Plan, clause: Clause) -> bool:
    """Whether a step of the work is or stands at a time: "de verhuizing is rond de kerst"."""
    steps = plan.words("vage_tijd_stap")
    return not _BEING.isdisjoint(clause.words) and any(word in steps or _NOUN_OF_DEED.fullmatch(word) for word in clause.words)


def _is_passive(plan: Plan, clause: Clause) -> bool:
    """Whether something is done or becomes so: "wordt … geplaatst", "wordt … beschikbaar"."""
    becomes = plan.words("vage_tijd_wordt")
    return not PASSIVE.isdisjoint(clause.words) and any(is_participle(word) or word in becomes for word in clause.words)


def _draft(plan: Plan, passage: Passage, hit: Hit, sort: str) -> Draft:
    supposed, beside = _supposed(plan, passage, hit), sort == "open"
    # "Lukt dat niet vóór de zomer, dan …" denies that it will be so, not the time
    denied = (beside or not supposed) and _denied(plan, passage, hit, beside=beside)
    fields: dict[str, Value] = {
        "sort": sort,
        "resolved": int(_resolved(plan, passage, hit)),
        "past": int(narrates(passage.text, hit.start) or _of_that_time(passage, hit)),
        "supposed": int(supposed),
        "plan": int(_is_doing(plan, passage, hit) and not ((_bound(hit) and supposed) or _says_who(passage, hit))),
        "polarity": int(not denied),
        "quoted": int(plan.quoted(passage, hit)),
    }
    return Draft("vague", fields, passage.text, spot(passage, hit.start, hit.end), hit.phrase, passage.index)


def sentence_at(text: str, place: int) -> tuple[int, int]:
    """The first and last character of the sentence at a place; the whole text when there is none."""
    return next(((start, end) for start, end in sentences(text) if start <= place < end), (0, len(text)))


def _bound(hit: Hit) -> bool:
    """Whether it is of a list whose words are vague only in a plan; they say enough where they tell what happens in a case."""
    return any(_of(hit, name) for name in BOUND)


def _supposed(plan: Plan, passage: Passage, hit: Hit) -> bool:
    """Whether it tells what happens in a case: "mocht …", "dreigt …, dan …", "bij afwijzing …"."""
    start, end = sentence_at(passage.text, hit.start)
    start = max(start, *(passage.text.rfind(sign, start, hit.start) + 1 for sign in _NEW_CLAUSE))
    sentence = passage.text[start:end].lstrip()
    start = end - len(sentence)
    mishaps = plan.says(passage, "tegenslag", "vage_tijd_in_geval")
    return (
        supposes(passage.text, hit.start)
        or any(start < one.start and _opens_case(plan.scene, sentence[: one.start - start]) for one in mishaps)
        or (", dan " in sentence and hit.start > start)
    )


def _opens_case(scene: Scene, before: str) -> bool:
    """Whether what stands before a mishap says that the sentence is about that case: "bij een late ", "ingeval van "."""
    opening = scene.pattern("geval_vooraf").search(before)
    return (
        opening is not None
        and not _WORD.search(before, 0, opening.start())
        and _UP_TO_TWO.fullmatch(before, opening.end()) is not None
    )


def _says_who(passage: Passage, hit: Hit) -> bool:
    """Whether a time only tells whom the sentence is about: "wie in de loop van het jaar stopt, betaalt …"."""
    start, _ = sentence_at(passage.text, hit.start)
    return _WHO.fullmatch(passage.text, start, hit.start) is not None


def _denied(plan: Plan, passage: Passage, hit: Hit, *, beside: bool) -> bool:
    """Whether it is denied by a word of its own clause: "klaar is het nooit: wij werken het af en toe bij".

    What is vague wherever it stands is only denied by the word before it (`beside`), or by the last word of its clause: "op
    korte termijn wel, op termijn niet".
    """
    clause, denying = clause_at(clauses_of(passage.text), hit.start), plan.words("vage_tijd_ontkend")
    if not beside:
        return plan.denied(passage, hit) and not (clause.has_verb and denying.isdisjoint(clause.words))
    behind = _LAST_WORD.match(passage.text, hit.end)
    words = (*passage.text[: hit.start].split()[-1:], *(behind.groups() if behind else ()))
    return any(word.lower() in denying for word in words)


def _resolved(plan: Plan, passage: Passage, hit: Hit) -> bool:
    """Whether a date with its year, a year of its own, a term or a frequency stands in the same sentence or row.

    The year of the vague time itself ("in de loop van 2027") leaves the moment open.
    """
    season = hit.phrase.startswith("lijst:seizoen")
    if season and _ITS_YEAR.match(passage.text, hit.end):
        return True
    dates = spans_of(passage, "datum", "kwartaal")
    if any(span.value or (not season and span.more.get("grain") in ("day", "month", "week")) for span in dates):
        return True
    years = [span for span in spans_of(passage, "jaar") if not hit.start <= span.start < hit.end]
    if any(not span.more.get("title") and plan.ahead(span) for span in years):
        return True
    if plan.says(passage, "penc") and (_of(hit, "belofte") or _bound(hit)):
        return True
    if _at_limit(plan, passage, hit) or (_tells_how_much(plan.scene, passage, hit) and not _in_plan(plan, passage)):
        return True
    filled = [other for other in plan.says(passage, *_FILLED) if not (season and other.text.lower().startswith("per "))]
    return any(other.start < hit.start or other.end > hit.end for other in filled)


def _tells_how_much(scene: Scene, passage: Passage, hit: Hit) -> bool:
    """Whether it is told right behind a time how much it will be by then: "voor de zomer ongeveer 40"."""
    about = scene.pattern("bij_benadering").match(passage.text, hit.end + 1)
    return _MUCH.match(passage.text, about.end() if about else hit.end) is not None


def _at_limit(plan: Plan, passage: Passage, hit: Hit) -> bool:
    """Whether a promise, or a time with a condition, stands behind a measure at which it holds."""
    start, end = sentence_at(passage.text, hit.start)
    conditional = hit.text.split(" ", 1)[0].lower() in _ON
    return (conditional or _of(hit, "belofte")) and _names_limit(plan.scene, passage.text[start:end])


def _names_limit(scene: Scene, sentence: str) -> bool:
    """Whether a measure tells the moment: "zodra de post voor de helft is besteed", "bij meer dan 10%"."""
    for opening in scene.pattern("grens_vooraf").finditer(sentence):
        behind = _UP_TO_STOP.match(sentence, opening.end())
        told = behind[0] if behind else ""
        compared = any(_FIGURE.match(told, than.end()) for than in scene.pattern("grens_vergelijking").finditer(told))
        if compared or _SHARE.search(told) or scene.has(told, "grens_deel"):
            return True
    return False


def _of_that_time(passage: Passage, hit: Hit) -> bool:
    """Whether it says when something was made: "de inspectie van dit voorjaar"."""
    return passage.text[: hit.start].rstrip().endswith(" van") and hit.text.lower().startswith(("dit", "deze"))


def _cells(plan: Plan, passage: Passage) -> Iterator[Draft]:
    """A season alone in the cell of a planning or in a step without a verb ("gunning voorjaar")."""
    row = plan.rows.get(passage.index)
    cell = row.when if row and row.planned and not row.heading else ""
    listed = passage.kind == PassageKind.ITEM or _LABEL.match(passage.text) is not None
    short = listed and passage.role in PLAN_ROLES and len(passage.text.split()) <= 2 * _SHORT
    if not (cell and len(cell.split()) <= _SHORT) and not short:
        return
    for hit in plan.says(passage, "seizoen_los")[:1]:
        if short or passage.text[hit.start : hit.end].lower() in cell.lower():
            yield _draft(plan, passage, hit, "time")

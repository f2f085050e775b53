"""What the execution waits for: others it depends on, and what is done when something goes wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.agents import Actor, agent_of
from toets.extract.fallbacks import answered, told
from toets.extract.plan import BESIDE_WORK, PLAN_ROLES, Plan
from toets.extract.rows import cells_in, start_of
from toets.extract.scene import spans_of
from toets.extract.tense import clauses_of, narrates, supposes
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind, Span
from toets.model.fact import Draft, Value
from toets.text import Hit
from toets.text.grammar import PASSIVE

SOURCE = "extract.dependencies"
NO_DEPENDENCY = BESIDE_WORK | {"alternatieven"}
OCCASION = frozenset({"argumenten", "aanleiding", "samenvatting"})
"""Where what others don't do yet is the reason for the proposal."""
NO_BOTTLENECK = (BESIDE_WORK | {"aanleiding"}) - {"kader"}
_BREAK = re.compile(r"[.;:,|]")
_FEW_WORDS = re.compile(r"(?:[\w-]+ ){0,3}")
_WITH_WHOM = re.compile(r"(?: (?:in|met|door|over|voor|tussen|van) [^,;.]*)?\.?")
"""What may stand before and behind a word for talk, in a measure that is no more than that."""


def find(plan: Plan) -> Iterator[Draft]:
    """The dependency and bottleneck facts of a document."""
    for passage in plan.prose():
        if passage.kind == PassageKind.HEADING:
            continue
        if passage.role not in NO_DEPENDENCY and (passage.role != "aanleiding" or _awaited(plan, passage)):
            yield from _dependencies(plan, passage)
        if passage.role not in NO_BOTTLENECK:
            yield from _bottleneck(plan, passage)


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
        "open": int(
            bool(others or _hangs(plan, passage, cues)) and any(_open(plan, other) for other in (passage, *_next(plan, passage)))
        ),
        "fallback": int(any(_falls_back(plan, other) for other in near) or _measure(plan, passage)),
    }
    place = others[0] if others else cues[0]
    yield Draft("dependency", fields, passage.text, spot(passage, place.start, place.end), SOURCE, passage.index)


def _next(plan: Plan, passage: Passage) -> tuple[Passage, ...]:
    """The sentence that goes on about the same party: the next of the paragraph, when it names none itself."""
    after = [other for other in plan.scene.reach(passage, "paragraph") if other.index == passage.index + 1]
    return tuple(other for other in after if not spans_of(other, "organisatie"))


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
        ours = int(_is_ours(plan, passage, *place))
        fields: dict[str, Value] = {"answer": 1, "formed": 1, "ours": ours}
        yield Draft("bottleneck", fields, passage.text, spot(passage, *place), SOURCE, passage.index)


def _is_ours(plan: Plan, passage: Passage, start: int, end: int) -> bool:
    """Whether who proposes does what is done then; named in the mishap alone ("vinden wij niemand, dan …") it does nothing."""
    then = passage.text.rfind(" dan ", start, end)
    return any(max(start, then) <= hit.start < end for hit in plan.says(passage, "terugval_eigen"))


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

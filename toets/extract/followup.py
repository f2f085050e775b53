"""What comes after the decision: how the council hears of it, how it is evaluated, and what is measured meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from toets.extract.agents import actors_in
from toets.extract.plan import AFTER_ROLES, PLAN_ROLES, Plan
from toets.extract.scene import spans_of
from toets.extract.tense import clause_at, clauses_of, narrates
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind
from toets.model.fact import Draft, Value
from toets.text import Hit
from toets.text.grammar import WILL
from toets.text.tokens import word_set

SOURCE = "extract.followup"
PARTS = frozenset({"voorstel", "ontwerpbesluit", "verordening"})
NOT_HERE = frozenset({"kop", "onderwerp", "bijlagen", "ondertekening", "aanleiding"})
NOT_FOLLOWED = frozenset({"beoogd_effect", "alternatieven"})
"""What is measured for a goal, or was asked about a choice, is not followed yet."""
_WHEN = word_set("nadat zodra wanneer")
_ASKS = word_set("of wat hoe hoeveel")
"""Words that open a question inside a sentence."""


def find(plan: Plan) -> Iterator[Draft]:
    """The report_back, evaluation and monitoring facts of a document."""
    for passage in plan.scene.passages:
        if passage.part not in PARTS or passage.role in NOT_HERE or passage.kind in (PassageKind.HEADING, PassageKind.FIELD):
            continue
        yield from _report(plan, passage) or _report_under_heading(plan, passage)
        yield from _evaluation(plan, passage)
        yield from _monitoring(plan, passage)


def has_moment(plan: Plan, passage: Passage) -> bool:
    """Whether a passage names a moment that lies ahead: a date, a year, a time after something, a frequency."""
    if any(
        plan.ahead(span) and (span.value or span.more.get("grain") != "half") for span in spans_of(passage, "datum", "kwartaal")
    ):
        return True
    if any(
        not span.more.get("title") and plan.ahead(span) and _future_year(plan, int(span.value))
        for span in spans_of(passage, "jaar")
    ):
        return True
    return bool(plan.says(passage, "na_termijn", "frequentie"))


def _future_year(plan: Plan, year: int) -> bool:
    """A year that has not begun when the proposal is decided on; without a meeting any year."""
    return not plan.last or year >= date.fromordinal(plan.last).year


def _live(plan: Plan, passage: Passage, hits: tuple[Hit, ...]) -> Hit | None:
    """The first of these hits that is neither denied nor told of the past."""
    for hit in hits:
        if not plan.denied(passage, hit) and (not narrates(passage.text, hit.start) or _goes_on(passage, hit)):
            return hit
    return None


def _goes_on(passage: Passage, hit: Hit) -> bool:
    """Whether what is told of the past lies in a clause to come.

    "Wordt, nadat X is ingegaan, verslag gedaan", "melden wij u of de doelen zijn gehaald".
    """
    clauses = clauses_of(passage.text)
    own = clause_at(clauses, hit.start)
    if passage.text[hit.start : hit.end].split(" ", 1)[0].lower() in _ASKS and own.starts[0] < hit.start:
        return not narrates(passage.text, own.starts[0])
    main = (other for other in clauses if other is not own and other.sentence == own.sentence)
    return not _WHEN.isdisjoint(own.words) and any(not WILL.isdisjoint(other.words) for other in main)


def _report(plan: Plan, passage: Passage) -> tuple[Draft, ...]:
    names = ("terugkoppeling", "penc") if passage.role in PLAN_ROLES | AFTER_ROLES else ("terugkoppeling",)
    if not plan.says(passage, "voorstel_aan_raad"):
        names = (*names, "raad_krijgt")
    hit = _live(plan, passage, plan.says(passage, *names))
    if hit is None or plan.says(passage, "bij_dit_stuk", "raad_krijgt_iets_anders"):
        return ()
    council = bool(plan.says(passage, "raad_woord")) or _yearly_papers(plan, passage)
    reader = bool(plan.says(passage, "raad_u"))
    if not council and not reader:
        return ()
    cycle = plan.says(passage, "penc")
    fields: dict[str, Value] = {
        "council": int(council),
        "reader": int(reader),
        "moment": int(bool(cycle) or bool(plan.says(passage, "bij_mijlpaal")) or _when(plan, passage)),
        "product": int(bool(plan.says(passage, "terugkoppeling_product")) or bool(cycle)),
        "vague": int(bool(plan.says(passage, "terugkoppeling_vaag"))),
    }
    return (Draft("report_back", fields, passage.text, spot(passage, hit.start, hit.end), SOURCE, passage.index),)


def _report_under_heading(plan: Plan, passage: Passage) -> tuple[Draft, ...]:
    """A moment to come under a heading that says who hears: "Wat u van ons hoort", "De raad blijft op de hoogte"."""
    headings = [other for other in plan.scene.reach(passage, "section") if other.kind == PassageKind.HEADING]
    telling = [other for other in headings if plan.says(other, "kop_hoort") and plan.says(other, "raad_u", "raad_woord")]
    if not telling or not has_moment(plan, passage) or narrates(passage.text, 0) or plan.says(passage, "bij_dit_stuk"):
        return ()
    council = any(plan.says(other, "raad_woord") for other in telling)
    fields: dict[str, Value] = {
        "council": int(council),
        "reader": int(not council),
        "moment": 1,
        "product": int(bool(plan.says(passage, "terugkoppeling_product"))),
        "vague": int(bool(plan.says(passage, "terugkoppeling_vaag"))),
    }
    return (Draft("report_back", fields, passage.text, spot(passage, 0, len(passage.text)), SOURCE, passage.index),)


def _when(plan: Plan, passage: Passage) -> bool:
    """Whether a report has a moment, in its own sentence or in the one before it; what is told now and then has none."""
    if has_moment(plan, passage):
        return True
    before = [other for other in plan.near(passage) if other.index < passage.index and other.paragraph == passage.paragraph]
    return (
        passage.role in AFTER_ROLES
        and not plan.says(passage, "terugkoppeling_vaag")
        and any(has_moment(plan, one) for one in before)
    )


def _yearly_papers(plan: Plan, passage: Passage) -> bool:
    """Whether it is told in the papers of planning and control: those go to the council."""
    return bool(plan.says(passage, "penc")) and passage.role not in ("middelen", "kanttekeningen")


def _evaluation(plan: Plan, passage: Passage) -> Iterator[Draft]:
    # What is measured or discussed again and again is followed, not evaluated.
    loosely = passage.role in AFTER_ROLES and not plan.says(passage, "frequentie")
    names = ("evaluatie_woord", "evaluatie_los") if loosely else ("evaluatie_woord",)
    if not plan.says(passage, "uitkomst_van_iets_anders", "frequentie"):
        names = (*names, "uitkomst_gedeeld")
    hit = _live(plan, passage, plan.says(passage, *names))
    if hit is None and not _dated_in_evaluation(plan, passage):
        return
    start, end = (hit.start, hit.end) if hit else (0, len(passage.text))
    beside = plan.near(passage) if passage.role in AFTER_ROLES else (passage,)
    fields: dict[str, Value] = {
        "moment": int(any(has_moment(plan, other) for other in beside)),
        "product": int(bool(plan.says(passage, "terugkoppeling_product"))),
        "criterion": int(bool(plan.says(passage, "evaluatie_criterium"))),
        "internal": int(bool(plan.says(passage, "evaluatie_intern"))),
    }
    yield Draft("evaluation", fields, passage.text, spot(passage, start, end), SOURCE, passage.index)


def _dated_in_evaluation(plan: Plan, passage: Passage) -> bool:
    """Whether a section that is headed as one of looking back says here what is known or told on a day to come, in any words."""
    headed = passage.role in AFTER_ROLES and _headed_as_evaluation(plan, passage)
    dated = has_moment(plan, passage) and not plan.says(passage, "frequentie") and not plan.says(passage, "penc")
    return headed and dated and not narrates(passage.text, 0)


def _headed_as_evaluation(plan: Plan, passage: Passage) -> bool:
    """Whether the heading above a passage speaks of evaluating or looking back, not only of counting or reporting."""
    beside = plan.scene.by_section.get(passage.section, ())
    return any(other.kind == PassageKind.HEADING and plan.says(other, "evaluatie_kop") for other in beside)


def _monitoring(plan: Plan, passage: Passage) -> Iterator[Draft]:
    names = ("monitoring_woord", "monitoring_wat", "monitoring_telt") if _counted(plan, passage) else ("monitoring_woord",)
    told = _told_with_figures(plan, passage)
    hit = _live(plan, passage, plan.says(passage, *names, *(("terugkoppeling", "raad_krijgt") if told else ())))
    if hit is None or passage.role in NOT_FOLLOWED or plan.says(passage, "uitgesteld_hoe", "meting_anders"):
        return
    beside = [other for other in plan.near(passage) if other.paragraph == passage.paragraph or passage.role in AFTER_ROLES]
    fields: dict[str, Value] = {
        "what": int(told or any(plan.says(other, "monitoring_wat") or _counts(plan, other) for other in beside)),
        "who": int(any(plan.says(other, "meter_soort") or _carried(plan, other) for other in beside)),
        "frequency": int(any(has_moment(plan, other) or plan.says(other, "penc") for other in beside)),
        "often": int(any(plan.says(other, "frequentie", "penc") for other in beside)),
    }
    yield Draft("monitoring", fields, passage.text, spot(passage, hit.start, hit.end), SOURCE, passage.index)


def _counts(plan: Plan, passage: Passage) -> bool:
    """Whether something is counted or weighed again and again: that verb has what is counted beside it, in whatever words."""
    return bool(plan.says(passage, "frequentie") and plan.says(passage, "monitoring_telt"))


def _told_with_figures(plan: Plan, passage: Passage) -> bool:
    """Whether somebody reports again and again and it says on what: who tells every year how many, counts every year."""
    return bool(plan.says(passage, "frequentie") and plan.says(passage, "monitoring_inhoud"))


def _carried(plan: Plan, passage: Passage) -> bool:
    return any(one.sort != "body" for one in actors_in(plan, passage))


def _counted(plan: Plan, passage: Passage) -> bool:
    """Whether a section on what follows says how often something is counted, in whatever words."""
    return passage.role in AFTER_ROLES and bool(plan.says(passage, "frequentie"))

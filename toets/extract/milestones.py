"""The moments of the planning: dates, weeks, months and quarters that say when something is going to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.plan import AFTER_ROLES, PLAN_ROLES, Plan
from toets.extract.scene import spans_of
from toets.extract.tense import clause_at, clauses_of, narrates
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind, Span
from toets.model.fact import Draft, Value
from toets.text.verbs import PAST

SOURCE = "extract.milestones"
PHASES = (
    ("evaluation", "fase_evaluatie"),
    ("publication", "fase_publicatie"),
    ("inspraak", "fase_inspraak"),
    ("tender", "fase_aanbesteding"),
    ("delivery", "fase_einde"),
    ("start", "fase_start"),
    ("decision", "fase_besluit"),
)
ELSEWHERE = frozenset({"samenvatting", "beslispunten", "argumenten", "kanttekeningen", "participatie", "alternatieven", "overig",
                       "duurzaamheid", "aanleiding", "sociaal_domein", "ontwerpbesluit"})  # fmt: skip
"""Roles in which only a date with a year and a word of execution beside it is a moment of the plan."""
NO_PLAN = frozenset({"kop", "middelen", "bijlagen", "ondertekening"})
IN_FORCE = frozenset({"verordening", "ontwerpbesluit", "toelichting"})
_BY = re.compile(r"\b(?:per|uiterlijk(?: op)?|v[oó][oó]r|vanaf|met ingang van)\s+$", re.IGNORECASE)
"""A day by which something is done is one to come, also with a perfect tense ("per 1 december is de website aangepast")."""
_UNSURE = re.compile(r"\b(?:niet|geen|nooit|onzeker|onduidelijk|of)\b", re.IGNORECASE)
_YEAR = re.compile(r"\s*(?:'\d\d|(?:19|20)\d\d)$")
_BESIDE = 60
"""How many characters a word may stand from a date to say what happens then."""
_BEFORE = 28


def find(plan: Plan) -> Iterator[Draft]:
    """A milestone fact for every moment that lies ahead; `again` where the same moment was named before."""
    seen: set[tuple[int, str]] = set()
    for passage in plan.scene.passages:
        for span in spans_of(passage, "datum", "kwartaal"):
            if _is_planned(plan, passage, span):
                key = (int(span.value), "" if span.value else _day_of(span))
                yield _draft(plan, passage, span, again=key in seen)
                seen.update((key, (0, _day_of(span))))


def _day_of(span: Span) -> str:
    """A date or month without its year, so that "per 1 april" is the 1 April 2026 that was named before."""
    return _YEAR.sub("", span.text.lower()).strip()


def _is_planned(plan: Plan, passage: Passage, span: Span) -> bool:
    if passage.kind in (PassageKind.HEADING, PassageKind.FIELD) or passage.role in NO_PLAN:
        return False
    if not span.more.get("valid", 1) or not plan.ahead(span) or _written_then(plan, passage, span):
        return False
    row = plan.rows.get(passage.index)
    if row and row.planned:
        return True
    if passage.part in IN_FORCE:
        return bool(plan.says(passage, "uitvoeringsmoment")) and bool(span.value)
    if passage.part != "voorstel":
        return False
    before = passage.text[: span.start]
    by = bool(_BY.search(before)) and not _UNSURE.search(before) and not _was(passage.text, span.start)
    if passage.role in PLAN_ROLES | AFTER_ROLES:
        ahead = bool(span.value and plan.first) or by
        return ahead or not narrates(passage.text, span.start)
    worded = passage.role in ELSEWHERE and bool(span.value) and (by or _beside(plan, passage, span, "uitvoeringsmoment"))
    return worded and (bool(plan.first) or not narrates(passage.text, span.start))


def _was(text: str, place: int) -> bool:
    """Whether the clause tells in the past tense what was so from then on: "stond vanaf 31 maart op TenderNed"."""
    return not PAST.isdisjoint(clause_at(clauses_of(text), place).words)


def _written_then(plan: Plan, passage: Passage, span: Span) -> bool:
    """Whether the date belongs to a paper or a price: "besluit van 3 maart 2026", "prijspeil juli 2025"."""
    hits = plan.says(passage, "geen_moment")
    return any(hit.end <= span.start and span.start - hit.end <= _BEFORE for hit in hits)


def _beside(plan: Plan, passage: Passage, span: Span, name: str) -> bool:
    return any(_distance(hit.start, hit.end, span) <= _BESIDE for hit in plan.says(passage, name))


def _distance(start: int, end: int, span: Span) -> int:
    return max(span.start - end, start - span.end, 0)


def _draft(plan: Plan, passage: Passage, span: Span, *, again: bool) -> Draft:
    fields: dict[str, Value] = {
        "phase": _phase(plan, passage, span),
        "grain": str(span.more.get("grain", "none")),
        "day": int(span.value),
        "year_given": int(bool(span.value)),
        "in_table": int(passage.kind == PassageKind.ROW),
        "again": int(again),
    }
    return Draft("milestone", fields, passage.text, spot(passage, span.start, span.end), SOURCE, passage.index)


def _phase(plan: Plan, passage: Passage, span: Span) -> str:
    """What happens then, by the nearest word that tells."""
    if span.value and span.more.get("grain") == "day" and plan.first <= int(span.value) <= plan.last:
        return "meeting"
    if passage.role in AFTER_ROLES:
        return "evaluation"
    found = [
        (_distance(hit.start, hit.end, span), order, phase)
        for order, (phase, name) in enumerate(PHASES)
        for hit in plan.says(passage, name)
    ]
    distance, _, phase = min(found, default=(_BESIDE + 1, 0, ""))
    return phase if distance <= _BESIDE else "milestone"

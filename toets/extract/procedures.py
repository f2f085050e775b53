"""The procedures that are still to follow: inspraak, publication, objection, permits and decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toets.extract.plan import BESIDE_WORK, Plan
from toets.extract.records import is_record
from toets.extract.scene import spans_of
from toets.extract.tense import narrates
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind, Span
from toets.model.fact import Draft, Value
from toets.text import Hit

SOURCE = "extract.procedures"
STEPS = (
    ("inspraak", "procedure_inspraak"),
    ("publication", "procedure_publicatie"),
    ("objection", "procedure_rechtsgang"),
    ("permit", "procedure_vergunning"),
    ("decision", "procedure_besluit"),
)
NO_PROCEDURE = BESIDE_WORK | {"samenvatting", "aanleiding", "beoogd_effect", "middelen"}
_ABOVE = re.compile(r"\b(?:daarboven|boven (?:de |een |dat )?(?:€|\d|bedrag))[^.;]*$", re.IGNORECASE)


def find(plan: Plan) -> Iterator[Draft]:
    """The procedure facts of a document."""
    for passage in plan.prose():
        if passage.kind != PassageKind.HEADING and passage.role not in NO_PROCEDURE:
            yield from _procedures(plan, passage)


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

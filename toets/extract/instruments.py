"""The how: the instrument that is chosen, with a reason or beside what else was considered."""

from __future__ import annotations

from collections.abc import Iterator

from toets.extract.plan import Plan
from toets.extract.scene import apart
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind
from toets.model.fact import Draft, Value
from toets.text import Hit

SOURCE = "extract.instruments"
HERE = frozenset(
    {"samenvatting", "beslispunten", "aanleiding", "argumenten", "alternatieven", "uitvoering", "kanttekeningen", "overig"}
    | {"sociaal_domein", "duurzaamheid"}
)


def find(plan: Plan) -> Iterator[Draft]:
    """An instrument fact where an instrument is named, where alternatives are weighed, and where the how is put off."""
    for passage in plan.scene.passages:
        if passage.kind == PassageKind.HEADING and passage.part == "voorstel" and passage.role in HERE:
            yield from _weighed_in_heading(plan, passage)
    for passage in plan.prose():
        if passage.role in HERE:
            yield from _told(plan, passage)


def _told(plan: Plan, passage: Passage) -> Iterator[Draft]:
    named, weighed, later = (
        _first(plan, passage, name) for name in ("instrument_woord", "alternatief_gewogen", "uitgesteld_hoe")
    )
    still_open = bool(plan.says(passage, "instrument_nog_open"))
    if still_open:
        weighed, later = None, later or weighed
    hit = weighed or later or named
    reason = named and not later and not still_open and _reasoned(plan, passage)
    if hit:
        yield _draft(passage, hit, compared=bool(weighed), deferred=bool(later), reasoned=bool(reason))


def _weighed_in_heading(plan: Plan, heading: Passage) -> Iterator[Draft]:
    """A heading that sets one way against another above a section that names an instrument: "Subsidie in plaats van inkoop"."""
    against = _first(plan, heading, "kop_stelt_tegenover")
    if not against:
        return
    section = plan.scene.reach(heading, "section")
    open_still = any(plan.says(one, "instrument_nog_open", "uitgesteld_hoe") for one in section)
    if not open_still and any(_first(plan, one, "instrument_woord") for one in section):
        yield _draft(heading, against, compared=True, deferred=False, reasoned=False)


def _draft(passage: Passage, hit: Hit, *, compared: bool, deferred: bool, reasoned: bool) -> Draft:
    fields: dict[str, Value] = {"compared": int(compared), "deferred": int(deferred), "reasoned": int(reasoned)}
    return Draft("instrument", fields, passage.text, spot(passage, hit.start, hit.end), SOURCE, passage.index)


def _reasoned(plan: Plan, passage: Passage) -> bool:
    """Whether a reason stands in the sentence, or in the one behind it that points back: "Dat scheelt …", "Zo kunnen …"."""
    if _first(plan, passage, "instrument_reden") or _opens_with_means(plan, passage):
        return True
    after = (other for other in plan.near(passage) if other.index == passage.index + 1 and other.paragraph == passage.paragraph)
    return any(
        any(not other.text[: hit.start].strip() for hit in plan.says(other, "instrument_reden_erna"))
        and _first(plan, other, "instrument_reden") is not None
        for other in after
    )


def _opens_with_means(plan: Plan, passage: Passage) -> bool:
    """Whether a sentence opens with the instrument and goes on to what it makes possible: "Met een pas kan iedereen …"."""
    named = _first(plan, passage, "instrument_woord")
    if named is None or not plan.scene.opens(passage, "opent_met_middel"):
        return False
    return any(hit.start >= named.end for hit in plan.says(passage, "middel_maakt_mogelijk"))


def _first(plan: Plan, passage: Passage, name: str) -> Hit | None:
    """The first hit that is not denied where it begins; what follows in it may hold a denial ("kiezen voor … omdat … niet")."""
    negated = plan.scene.language.negated
    looks = plan.says(passage, "niet_gewogen") if name == "alternatief_gewogen" else ()
    hits = apart(plan.says(passage, name), looks)
    return next((hit for hit in hits if not negated(passage.text, hit.start, hit.start + 1)), None)

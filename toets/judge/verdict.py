"""From conditions to a status: the numbered list of docs/ontwerp.md, for one each-fact or for the whole document."""

from __future__ import annotations

from dataclasses import dataclass

from toets.judge.conditions import Met, Scale
from toets.judge.sections import Filling
from toets.model.document import Section
from toets.model.outcome import Match, Status, Step

MET = frozenset({Status.SATISFIED, Status.JUSTIFIED})
UNMET = frozenset({Status.VIOLATED, Status.UNJUSTIFIED})

REASONED = "zegt met een reden dat dit niet van toepassing is"
BARE = "zegt 'n.v.t.' zonder reden"
UNREAD = "kon niet worden gelezen"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of a rule about one fact (`item`) or about the document (None), and what it rests on.

    `broken`: by a contradiction in `breaks`; `firm`: also without amounts whose role is uncertain. `facts` and `sections`
    are the evidence in order, `matches` fill placeholders, `count` is how many facts the deciding conditions speak of.
    """

    status: Status
    item: str | None = None
    broken: bool = False
    firm: bool = True
    missing: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    matches: tuple[Match, ...] = ()
    count: int = 0
    steps: tuple[Step, ...] = ()


def settle(scale: Scale, sections: Filling, item: str | None) -> Verdict:
    """Steps 3 to 8. All conditions of an arm must be met, but of `breaks` one is enough."""
    breaks, needs = scale.arm("breaks", item), scale.arm("needs", item)
    steps = steps_of(scale, "breaks", breaks)
    broken = tuple(met for met in breaks if met.held)
    if broken:
        return _verdict(Status.VIOLATED, item, broken, needs, steps, broken=True)
    steps += steps_of(scale, "needs", needs)
    met = tuple(one for one in needs if one.held)
    if needs and len(met) >= (scale.rule.enough or len(needs)):
        return _verdict(Status.SATISFIED, item, met, (), steps)
    excuse = scale.arm("excuse", item)
    steps += steps_of(scale, "excuse", excuse) + about_steps(REASONED, sections.reasoned)
    if _all_held(excuse) or sections.reasoned:
        return _verdict(Status.JUSTIFIED, item, excuse, (), steps, sections=sections.reasoned)
    return _fallen_short(scale, sections, item, needs, steps)


def _fallen_short(scale: Scale, sections: Filling, item: str | None, needs: tuple[Met, ...], steps: tuple[Step, ...]) -> Verdict:
    """Steps 6 to 8. What stands against a need (too much of something) is evidence before what meets another."""
    partly = scale.arm("partly", item)
    steps += steps_of(scale, "partly", partly)
    met, against = (tuple(one for one in needs if one.held is held) for held in (True, False))
    if _all_held(partly) or (met and not partly):
        return _verdict(Status.PARTIAL, item, against + partly + met, needs, steps)
    steps += about_steps(BARE, sections.bare)
    if sections.bare:
        return _verdict(Status.UNJUSTIFIED, item, against, needs, steps, sections=sections.bare)
    return _verdict(Status.VIOLATED if needs else Status.SATISFIED, item, against + met, needs, steps)


def combine(verdicts: tuple[Verdict, ...]) -> Status:
    """One status for all items: any broken is violated, all fine is satisfied, none met is violated, the rest partial.

    Items that are all excused make the rule justified, and items of which none is met because of a bare "n.v.t." unjustified.
    """
    statuses = {verdict.status for verdict in verdicts}
    if any(verdict.broken for verdict in verdicts):
        return Status.VIOLATED
    if statuses <= MET:
        return Status.JUSTIFIED if statuses == {Status.JUSTIFIED} else Status.SATISFIED
    if statuses <= UNMET:
        return Status.VIOLATED if Status.VIOLATED in statuses else Status.UNJUSTIFIED
    return Status.PARTIAL


def steps_of(scale: Scale, arm: str, mets: tuple[Met, ...]) -> tuple[Step, ...]:
    """The conditions of an arm as steps of the explanation."""
    return tuple([Step(arm, scale.case.words[id(met.condition)], met.held, met.facts) for met in mets])


def about_steps(said: str, sections: tuple[Section, ...]) -> tuple[Step, ...]:
    """What sections say for themselves, as steps of the explanation."""
    return tuple(Step("about", f"onderdeel '{section.heading or section.role}' {said}", held=True) for section in sections)


def _all_held(mets: tuple[Met, ...]) -> bool:
    return bool(mets) and all(met.held for met in mets)


def _verdict(
    status: Status,
    item: str | None,
    deciding: tuple[Met, ...],
    needs: tuple[Met, ...],
    steps: tuple[Step, ...],
    *,
    broken: bool = False,
    sections: tuple[Section, ...] = (),
) -> Verdict:
    """`deciding` are the conditions that the status rests on, `needs` those of which the unmet ones are missing."""
    return Verdict(
        status,
        item,
        broken=broken,
        firm=not broken or any(met.firm for met in deciding),
        missing=tuple(dict.fromkeys(name for met in needs for name in met.missing)),
        facts=tuple(dict.fromkeys(one for met in deciding for one in met.facts)),
        sections=sections,
        matches=tuple(match for met in deciding for match in met.matches),
        count=len({one for met in deciding for one in met.firsts}),
        steps=steps,
    )

"""One rule beside one document: whether it applies, whether it can be judged, and its verdict for every item."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from toets.judge.conditions import Ground, Met, Scale
from toets.judge.describe import listed
from toets.judge.kinds import Kinds, Scope
from toets.judge.messages import shorten
from toets.judge.sections import Filling, filling
from toets.judge.verdict import UNREAD, Verdict, about_steps, combine, settle, steps_of
from toets.model.document import Document
from toets.model.outcome import FINDINGS, Status, Step
from toets.model.rule import Rule

_WORST_FIRST = (Status.VIOLATED, Status.UNJUSTIFIED, Status.PARTIAL)
_ITEM_LENGTH = 50
_EACH = "wat deze regel stuk voor stuk bekijkt"


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything about one document that its rules are judged by; `lookalike` is what it is instead of a proposal.

    `lost` are the kinds of fact that are not known, each with the reason; `plain` tells the words of a quote (`evidence`).
    """

    found: Ground
    document: Document
    kinds: Kinds
    plain: Callable[[str], str]
    lookalike: str = ""
    lost: Mapping[str, str] = field(default_factory=dict)


class Ruling(NamedTuple):
    """The status of a rule, with a verdict for each item or one for the document, and the steps that led to it.

    `note` says why a rule could not be judged or doesn't apply, where the rule has no words of its own for that. `tips` are the
    conditions that made a part enough, or too little of what is there (`degree`).
    """

    status: Status
    scope: Scope
    verdicts: tuple[Verdict, ...]
    steps: tuple[Step, ...]
    when: tuple[Met, ...] = ()
    note: str = ""
    tips: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[Verdict, ...]:
        """The verdicts that the status rests on: of a finding the broken ones, else those with the worst status."""
        if self.tips or self.status not in FINDINGS:
            return self.verdicts
        broken = tuple(verdict for verdict in self.verdicts if verdict.broken)
        worst = next((one for one in _WORST_FIRST if any(verdict.status is one for verdict in self.verdicts)), self.status)
        return broken or tuple(verdict for verdict in self.verdicts if verdict.status is worst)


def rule_on(scale: Scale, bench: Bench) -> Ruling:
    """Judge one rule: that of the scale."""
    rule = scale.rule
    scope = bench.kinds.scope(rule.kinds)
    kinds = _kinds_step(rule, bench, scope)
    if not kinds.held:
        return _closed(Status.NOT_APPLICABLE, scope, (kinds,), note=_not_meant(bench))
    for kind in sorted(scale.case.asks_of & bench.lost.keys()):
        return _closed(Status.UNDECIDABLE, scope, (kinds,), note=f"Niet te beoordelen: {bench.lost[kind]}.")
    when = scale.arm("when", None)
    steps = (kinds, *steps_of(scale, "when", when))
    if not all(met.held for met in when):
        return _closed(Status.NOT_APPLICABLE, scope, steps)
    requires = scale.arm("requires", None)
    steps += steps_of(scale, "requires", requires)
    if not all(met.held for met in requires):
        missing = tuple(dict.fromkeys(name for met in requires for name in met.missing))
        return _closed(Status.UNDECIDABLE, scope, steps, Verdict(Status.UNDECIDABLE, missing=missing))
    sections = filling(rule, bench.document)
    if sections.unread:
        return _unread(scope, steps, sections)
    return _decided(scale, scope, sections, when, steps)


def _decided(scale: Scale, scope: Scope, sections: Filling, when: tuple[Met, ...], steps: tuple[Step, ...]) -> Ruling:
    rule, found = scale.rule, scale.found
    if rule.each is None:
        verdict = settle(scale, sections, None)
        return Ruling(verdict.status, scope, (verdict,), steps + verdict.steps, when)
    items = found.sort(match.get(rule.each.alias) or "" for match in found.matches[(rule.each,)])
    each = Step("each", _EACH, bool(items), items)
    if not items:
        none = Status(rule.each_none) if rule.each_none else Status.NOT_APPLICABLE
        return Ruling(none, scope, (Verdict(none),), (*steps, each), when)
    verdicts = tuple(settle(scale, sections, item) for item in items)
    inner = tuple(step for verdict in verdicts for step in _of_item(verdict, found))
    return Ruling(combine(verdicts), scope, verdicts, (*steps, each, *inner), when)


def _of_item(verdict: Verdict, found: Ground) -> tuple[Step, ...]:
    """The steps of one item, each told with the words of the fact it speaks of."""
    words = f"bij '{shorten(found.facts[verdict.item or ''].quote, length=_ITEM_LENGTH)}': "
    return tuple([Step(step.arm, words + step.asked, step.held, step.facts) for step in verdict.steps])


def _closed(status: Status, scope: Scope, steps: tuple[Step, ...], verdict: Verdict | None = None, *, note: str = "") -> Ruling:
    return Ruling(status, scope, (verdict or Verdict(status),), steps, note=note)


def _unread(scope: Scope, steps: tuple[Step, ...], sections: Filling) -> Ruling:
    names = listed([f"'{section.heading or section.role}'" for section in sections.unread])
    return _closed(
        Status.UNDECIDABLE,
        scope,
        steps + about_steps(UNREAD, sections.unread),
        Verdict(Status.UNDECIDABLE, sections=sections.unread),
        note=f"Niet te beoordelen: het onderdeel {names} kon niet worden gelezen.",
    )


def _kinds_step(rule: Rule, bench: Bench, scope: Scope) -> Step:
    meant = f"de regel geldt voor {listed(rule.kinds)}"
    if bench.lookalike:
        return Step("kinds", f"{meant}; dit document is geen voorstel, maar is herkend als {bench.lookalike}", held=False)
    kinds = scope.by or tuple(bench.kinds.kinds)
    said = listed([f"{kind.code} ({kind.because})" if kind.because else kind.code for kind in kinds])
    return Step("kinds", f"{meant}; dit document is {said or 'van een onbekende soort'}", held=scope.applies)


def _not_meant(bench: Bench) -> str:
    if bench.lookalike:
        return f"Dit document is geen voorstel, maar is herkend als {bench.lookalike}."
    codes = listed([kind.code for kind in bench.kinds.kinds])
    return f"Deze regel geldt niet voor deze soort document ({codes or 'niet herkend'})."

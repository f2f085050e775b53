"""The judge's door: conclusions in, exactly one outcome a rule out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from toets.judge import evidence as proof
from toets.judge.conditions import Ground, ground
from toets.judge.kinds import Kinds
from toets.judge.messages import Material, message
from toets.judge.ruling import Bench, Ruling, rule_on
from toets.judge.severity import weigh
from toets.judge.verdict import Verdict
from toets.judge.waivers import lay
from toets.model.document import Document
from toets.model.fact import Fact
from toets.model.outcome import FINDINGS, Conclusions, Evidence, Item, Match, Outcome, Status, Waiver
from toets.model.report import Kind
from toets.model.rule import Rule


def judge(
    rules: Sequence[Rule],
    conclusions: Conclusions,
    document: Document,
    kinds: Sequence[Kind],
    natures: Sequence[str],
    groups: Mapping[str, Sequence[str]],
    *,
    lookalike: str = "",
    waivers: Sequence[Waiver] = (),
    today: date,
) -> tuple[Outcome, ...]:
    """One outcome a rule, in order of code.

    `conclusions` must hold an answer to every query of these rules (`toets.model.rule.query`), a KeyError otherwise.
    `kinds` and `natures` are those of the document, `groups` the names for several kinds; a document that is a `lookalike`
    gets no verdicts. A waiver that isn't past its last day (`until`, compared with `today`) is laid over a finding.
    """
    bench = Bench(ground(conclusions), document, Kinds(kinds, natures, groups), lookalike)
    outcomes = (_outcome(rule, bench) for rule in sorted(rules, key=lambda one: one.code))
    return lay(outcomes, waivers, today)


def _outcome(rule: Rule, bench: Bench) -> Outcome:
    ruling, scale = rule_on(rule, bench)
    severity, lowered = weigh(ruling, scale, bench.kinds)
    finding = ruling.status in FINDINGS
    shown = ruling.shown
    seen = proof.distinct(proof.with_items(shown, bench.found) or (_occasion(ruling, bench.found) if finding else ()))
    missing = tuple(dict.fromkeys(name for verdict in shown for name in verdict.missing))
    return Outcome(
        rule=rule.code,
        set=rule.set,
        title=rule.title,
        status=ruling.status,
        severity=severity,
        message=_message(rule, ruling, shown, seen, bench.found),
        repair=rule.repair,
        why=rule.why,
        norm=rule.norm,
        evidence=seen[: proof.MOST],
        missing=missing,
        items=tuple(_item(rule, ruling, verdict, bench.found) for verdict in ruling.verdicts if verdict.item),
        repairable=rule.repairable,
        waiver=None,
        trace=ruling.steps + lowered,
        fingerprint=proof.fingerprint(rule.code, seen, missing),
    )


def _occasion(ruling: Ruling, found: Ground) -> tuple[Evidence, ...]:
    """Why the rule applies at all: the place to look at when a finding has no words of its own to rest on."""
    return tuple(proof.of_fact(found.facts[one]) for met in ruling.when for one in met.facts)


def _item(rule: Rule, ruling: Ruling, verdict: Verdict, found: Ground) -> Item:
    seen = proof.distinct(proof.of_verdict(verdict, found))
    about = proof.of_fact(found.facts[verdict.item or ""])
    return Item(
        about=about,
        status=verdict.status,
        message=_message(rule, ruling, (verdict,), seen or (about,), found),
        missing=verdict.missing,
        evidence=seen[: proof.MOST],
    )


def _message(rule: Rule, ruling: Ruling, shown: Sequence[Verdict], seen: Sequence[Evidence], found: Ground) -> str:
    """The message of the status shown: a rule that is met for some items says what the others lack."""
    one = len(shown) == 1 or ruling.status in FINDINGS
    status = shown[0].status if one else ruling.status
    own_words = status is not Status.NOT_APPLICABLE and rule.messages.get(status.value)
    if ruling.note and not own_words:
        return ruling.note
    when = tuple(match for met in ruling.when for match in met.matches)
    material = Material(
        bound=_bound(rule, shown, when, found),
        missing=tuple(dict.fromkeys(name for verdict in shown for name in verdict.missing)),
        quote=seen[0].quote if seen else "",
        number=len(shown) if len(shown) > 1 else shown[0].count or len({one for met in ruling.when for one in met.firsts}),
    )
    return message(rule, status, material)


def _bound(rule: Rule, shown: Iterable[Verdict], when: tuple[Match, ...], found: Ground) -> Mapping[str, tuple[Fact, ...]]:
    """The facts that each alias stands for, in the order in which they were met."""
    bound: dict[str, dict[str, Fact]] = {}
    for verdict in shown:
        if rule.each and verdict.item:
            bound.setdefault(rule.each.alias, {})[verdict.item] = found.facts[verdict.item]
    for match in (*(match for verdict in shown for match in verdict.matches), *when):
        for alias, one in match.facts:
            if rule.each is None or alias != rule.each.alias:
                bound.setdefault(alias, {})[one] = found.facts[one]
    return {alias: tuple(facts.values()) for alias, facts in bound.items()}

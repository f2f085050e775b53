"""The judge's door: conclusions in, exactly one outcome a rule out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from toets.judge import evidence as proof
from toets.judge.conditions import Case, Ground, Scale, ground
from toets.judge.degree import tipped
from toets.judge.docket import Docket
from toets.judge.kinds import Kinds
from toets.judge.messages import TIPPED, Material, asks, fill, words_for
from toets.judge.ruling import Bench, Ruling, rule_on
from toets.judge.severity import weigh
from toets.judge.verdict import Verdict
from toets.judge.waivers import lay
from toets.model.document import Document
from toets.model.fact import Fact
from toets.model.outcome import FINDINGS, Conclusions, Evidence, Item, Outcome, Status, Waiver
from toets.model.report import Kind
from toets.model.rule import Rule


def judge(
    docket: Docket,
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
    """One outcome for each rule of the docket, in order of code.

    `conclusions` must hold an answer to every query of these rules (`toets.model.rule.query`), a KeyError otherwise.
    `kinds` and `natures` are those of the document, `groups` the names for several kinds; a document that is a `lookalike`
    gets no verdicts. A waiver that isn't past its last day (`until`, compared with `today`) is laid over a finding.
    """
    bench = Bench(
        ground(conclusions), document, Kinds(kinds, natures, groups), cache(proof.plain_words), lookalike, conclusions.lost
    )
    outcomes = (_sheltered(rule, docket, bench) for rule in docket.rules)
    return lay(outcomes, waivers, today)


def _sheltered(rule: Rule, docket: Docket, bench: Bench) -> Outcome:
    """The outcome of a rule; one that cannot be weighed is undecidable with the cause, and the others go on."""
    try:
        return _outcome(docket.case(rule), bench)
    except KeyError:
        raise  # the engine left a question out: then nothing can be trusted
    except Exception as error:  # a mistake in a rule costs that rule only
        return Outcome(
            rule=rule.code,
            set=rule.set,
            title=rule.title,
            status=Status.UNDECIDABLE,
            severity=rule.severity[-1].severity,
            message=f"Niet te beoordelen: het wegen van deze regel werd afgebroken ({type(error).__name__}: {error}).",
            repair=rule.repair,
            why=rule.why,
            norm=rule.norm,
            evidence=(),
            missing=(),
            items=(),
            repairable=rule.repairable,
            waiver=None,
            trace=(),
            fingerprint=proof.fingerprint(rule.code, (), (), bench.plain),
        )


def _outcome(case: Case, bench: Bench) -> Outcome:
    rule, scale = case.rule, Scale(case, bench.found)
    ruling = tipped(rule_on(scale, bench), scale)
    severity, lowered = weigh(ruling, scale, bench.kinds)
    shown, found = ruling.shown, bench.found
    occasion = _occasion(ruling, found) if ruling.status in FINDINGS else ()
    resting = proof.distinct(proof.with_items(shown, found))
    seen = resting or proof.distinct(occasion)
    words = _words(rule, ruling, shown)
    material = _material(ruling, shown, seen, scale) if asks(words, rule.repair) else Material()
    return Outcome(
        rule=rule.code,
        set=rule.set,
        title=rule.title,
        status=ruling.status,
        severity=severity,
        message=fill(words, material) or ruling.note,
        repair=fill(rule.repair, material),
        why=rule.why,
        norm=rule.norm,
        evidence=seen[: proof.MOST],
        missing=_missing(ruling, shown),
        items=tuple(_item(ruling, verdict, scale) for verdict in ruling.verdicts if verdict.item),
        repairable=rule.repairable,
        waiver=None,
        trace=ruling.steps + lowered,
        fingerprint=proof.fingerprint(rule.code, seen, _missing(ruling, shown), bench.plain),
        about=rule.about,
        occasion=bool(seen and not resting),
    )


def _occasion(ruling: Ruling, found: Ground) -> tuple[Evidence, ...]:
    """Why the rule applies at all: the place to look at when a finding has no words of its own to rest on."""
    return tuple(proof.of_fact(found.facts[one]) for met in ruling.when for one in met.facts)


def _item(ruling: Ruling, verdict: Verdict, scale: Scale) -> Item:
    seen = proof.distinct(proof.of_verdict(verdict, scale.found))
    about = proof.of_fact(scale.found.facts[verdict.item or ""])
    words = _words(scale.rule, ruling, (verdict,))
    material = _material(ruling, (verdict,), seen or (about,), scale) if asks(words) else Material()
    return Item(
        about=about,
        status=verdict.status,
        message=fill(words, material) or ruling.note,
        missing=verdict.missing,
        evidence=seen[: proof.MOST],
    )


def _words(rule: Rule, ruling: Ruling, shown: Sequence[Verdict]) -> str:
    """The words of the rule for the status shown; "" where the note of the ruling says it better.

    A rule that is met for some items says what the others lack.
    """
    if ruling.tips:
        return TIPPED[ruling.status]
    one = len(shown) == 1 or ruling.status in FINDINGS
    status = shown[0].status if one else ruling.status
    own_words = status is not Status.NOT_APPLICABLE and rule.messages.get(status.value)
    return "" if ruling.note and not own_words else words_for(rule, status)


def _material(ruling: Ruling, shown: Sequence[Verdict], seen: Sequence[Evidence], scale: Scale) -> Material:
    """What the placeholders of a rule stand for, for the verdicts shown."""
    occasion = len({one for met in ruling.when for one in met.firsts})
    return Material(
        bound=_bound(ruling, shown, scale),
        missing=_missing(ruling, shown),
        ground=ruling.tips,
        quote=seen[0].quote if seen else "",
        number=len(shown) if len(shown) > 1 else shown[0].count or occasion,
    )


def _missing(ruling: Ruling, shown: Iterable[Verdict]) -> tuple[str, ...]:
    """What is not there; where everything is and that is too little, what the rule calls that."""
    if ruling.tips and ruling.status is Status.PARTIAL:
        return ruling.tips
    return tuple(dict.fromkeys(name for verdict in shown for name in verdict.missing))


def _bound(ruling: Ruling, shown: Iterable[Verdict], scale: Scale) -> Mapping[str, tuple[Fact, ...]]:
    """The facts that each alias stands for, in the order in which they were met."""
    item_names = scale.case.item_names
    pairs = [(name, verdict.item) for verdict in shown if verdict.item for name in item_names]
    matches = [match for verdict in shown for match in verdict.matches]
    matches += [match for met in ruling.when for match in met.matches]
    pairs += [pair for match in matches for pair in match.facts if pair[0] not in item_names]
    bound: dict[str, dict[str, Fact]] = {}
    for name, one in pairs:
        bound.setdefault(name, {})[one] = scale.found.facts[one]
    return {name: tuple(facts.values()) for name, facts in bound.items()}

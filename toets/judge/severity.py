"""How much an outcome weighs."""

from __future__ import annotations

from toets.judge.conditions import Scale
from toets.judge.kinds import Kinds
from toets.judge.ruling import Ruling
from toets.judge.verdict import Verdict
from toets.model.outcome import FINDINGS, Status, Step
from toets.model.rule import Severity, SeverityCase

_LOWERED = "blokkerend wordt aandacht, want "


def weigh(ruling: Ruling, scale: Scale, kinds: Kinds) -> tuple[Severity, tuple[Step, ...]]:
    """The severity of the first case that fits, and the step that says why a finding of a blocking rule doesn't block.

    Without a case that fits it is advice. A finding that rests on an uncertain kind of document, or on amounts whose role
    is uncertain, never blocks; nor does one that is partial.
    """
    case = next((case for case in scale.rule.severity if _fits(case, ruling, scale, kinds)), None)
    if case is None:
        return Severity.ADVICE, ()
    if case.severity is not Severity.BLOCKING or ruling.status not in FINDINGS:
        return case.severity, ()
    doubt = _doubt(case, ruling, scale, kinds)
    if not doubt:
        return Severity.BLOCKING, ()
    return Severity.ATTENTION, (Step("severity", _LOWERED + doubt, held=True),)


def _fits(case: SeverityCase, ruling: Ruling, scale: Scale, kinds: Kinds) -> bool:
    if case.kinds and not kinds.scope(case.kinds).applies:
        return False
    if case.status and ruling.status.value not in case.status:
        return False
    return not case.where or any(_where(case, verdict, scale, firm=False) for verdict in ruling.shown)


def _where(case: SeverityCase, verdict: Verdict, scale: Scale, *, firm: bool) -> bool:
    mets = [scale.weigh(condition, verdict.item) for condition in case.where]
    return all(met.firm if firm else met.held for met in mets)


def _doubt(case: SeverityCase, ruling: Ruling, scale: Scale, kinds: Kinds) -> str:
    if ruling.status is Status.PARTIAL:
        return "er is deels aan voldaan"
    by = kinds.scope(case.kinds) if case.kinds else ruling.scope
    if not by.sure:
        return "de soort van het document is onzeker"
    certain = any(_certain(case, verdict, scale) for verdict in ruling.shown)
    return "" if certain and all(met.firm for met in ruling.when) else "de rol van het bedrag is onzeker"


def _certain(case: SeverityCase, verdict: Verdict, scale: Scale) -> bool:
    """Whether an item stands without amounts whose role is uncertain."""
    return verdict.firm and verdict.item not in scale.found.shaky and _where(case, verdict, scale, firm=True)

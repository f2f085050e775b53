"""Rules of degree: what the whole paper is like decides whether a part is enough, or what is there too little."""

from __future__ import annotations

from collections.abc import Mapping

from toets.judge.conditions import Scale
from toets.judge.ruling import Ruling
from toets.judge.verdict import steps_of
from toets.model.outcome import Status
from toets.model.rule import Clause

_TIPS: Mapping[Status, tuple[str, Status]] = {
    Status.PARTIAL: ("suffices", Status.SATISFIED),
    Status.SATISFIED: ("falls_short", Status.PARTIAL),
}
"""Of a status the arm that may tip it, and to what."""


def tipped(ruling: Ruling, scale: Scale) -> Ruling:
    """The ruling as it is, or tipped to its neighbour when all conditions of the arm for that hold (`tips` tells them).

    What the paper says against a need, such as costs that are still unknown, is no matter of degree.
    """
    arm, status = _TIPS.get(ruling.status, ("", ruling.status))
    mets = scale.arm(arm, None)
    if not mets or _stands_against(ruling, scale):
        return ruling
    steps = ruling.steps + steps_of(scale, arm, mets)
    if not all(met.held for met in mets):
        return ruling._replace(steps=steps)
    tips = tuple(scale.case.words[id(met.condition)] for met in mets)
    return ruling._replace(status=status, steps=steps, tips=tips)


def _stands_against(ruling: Ruling, scale: Scale) -> bool:
    unwanted = [need for need in scale.rule.arms.get("needs", ()) if isinstance(need, Clause) and need.absent]
    return any(not scale.weigh(need, verdict.item).held for need in unwanted for verdict in ruling.verdicts)

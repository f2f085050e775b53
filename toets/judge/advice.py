"""The one advice to the griffie."""

from __future__ import annotations

from collections.abc import Sequence

from toets.model.outcome import Advice, Only, Outcome, Status, Verdict
from toets.model.rule import Severity

_WEIGHT = (Status.VIOLATED, Status.UNJUSTIFIED, Status.PARTIAL)


def advise(outcomes: Sequence[Outcome], lookalike: str, *, chosen: bool = False) -> Advice:
    """Return it on a blocking finding, have it completed on an attention finding, else it is ready.

    `because` holds the rules of that severity: not met first, then a bare "n.v.t.", then partly met, by code. What isn't a
    proposal but a `lookalike` gets no advice; findings that a baseline held don't weigh. `chosen`: the caller had
    only some of the rules judged.
    """
    if lookalike:
        return Advice(Verdict.NOT_A_PROPOSAL, ())
    known = any(one.is_finding and one.known and one.severity is not Severity.ADVICE for one in outcomes)
    only = (*((Only.CHOSEN,) if chosen else ()), *((Only.NEW,) if known else ()))
    for severity, verdict in ((Severity.BLOCKING, Verdict.RETURN), (Severity.ATTENTION, Verdict.COMPLETE)):
        found = [outcome for outcome in outcomes if outcome.counts and outcome.severity is severity]
        if found:
            found.sort(key=lambda outcome: (_WEIGHT.index(outcome.status), outcome.rule))
            return Advice(verdict, tuple(outcome.rule for outcome in found), only)
    return Advice(Verdict.READY, (), only)

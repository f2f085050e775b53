"""Exceptions with a reason, laid over the verdicts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from toets.judge.messages import day
from toets.model.outcome import IdleWaiver, Outcome, Status, Step, Waiver

_STATUS_WORDS = {
    Status.VIOLATED: "niet voldaan",
    Status.PARTIAL: "deels voldaan",
    Status.UNJUSTIFIED: "n.v.t. zonder reden",
}


def lay(outcomes: Iterable[Outcome], waivers: Sequence[Waiver], today: date) -> tuple[Outcome, ...]:
    """Findings with an exception that still holds become `waived`; the trace keeps the status they would have had."""
    return tuple(_laid(outcome, waivers, today) for outcome in outcomes)


def unused_waivers(
    waivers: Sequence[Waiver], outcomes: Sequence[Outcome], today: date, left_out: Collection[str] = ()
) -> tuple[IdleWaiver, ...]:
    """The exceptions that did nothing for these outcomes, each with the reason in Dutch, in the order given.

    `left_out` are the codes of rules that exist and took no part.
    """
    by_rule = {outcome.rule: outcome for outcome in outcomes}
    found = (IdleWaiver(waiver, _unused(waiver, by_rule.get(_code(waiver)), today, left_out)) for waiver in waivers)
    return tuple(one for one in found if one.because)


def idle_in_run(waiver: Waiver, documents: Sequence[Sequence[Outcome]], today: date) -> IdleWaiver | None:
    """An exception that did nothing for any of the documents it is for; None when it did, or when none was judged."""
    if waiver.until and _expired(waiver, today):
        return IdleWaiver(waiver, _expiry(waiver))
    found = [unused_waivers((waiver,), outcomes, today) for outcomes in documents]
    return found[0][0] if found and all(found) else None


def _laid(outcome: Outcome, waivers: Sequence[Waiver], today: date) -> Outcome:
    mine = [waiver for waiver in waivers if _code(waiver) == outcome.rule]
    if not mine or not outcome.is_finding:
        return outcome
    expired = tuple(
        Step("waiver", f"uitzondering{_terms(waiver)}: {waiver.reason}", held=False) for waiver in mine if _expired(waiver, today)
    )
    valid = next((waiver for waiver in mine if not _expired(waiver, today)), None)
    if valid is None:
        return replace(outcome, trace=outcome.trace + expired)
    asked = f"uitzondering{_terms(valid)}: {valid.reason}; zonder uitzondering: {_STATUS_WORDS[outcome.status]}"
    return replace(
        outcome,
        status=Status.WAIVED,
        message=f"Uitzondering{_terms(valid)}: {valid.reason}",
        waiver=valid,
        trace=(*outcome.trace, *expired, Step("waiver", asked, held=True)),
    )


def _unused(waiver: Waiver, outcome: Outcome | None, today: date, left_out: Collection[str]) -> str:
    if outcome is None:
        return f"regel {waiver.rule} {'is niet getoetst' if _code(waiver) in left_out else 'bestaat niet'}"
    if waiver.until and _expired(waiver, today):
        return _expiry(waiver)
    if outcome.waiver is None:
        return "niet nodig: de regel geeft hier geen bevinding"
    return "" if outcome.waiver == waiver else "dubbel: een andere uitzondering voor deze regel geldt al"


def _expiry(waiver: Waiver) -> str:
    return f"verlopen op {day(waiver.until.toordinal())}" if waiver.until else ""


def _expired(waiver: Waiver, today: date) -> bool:
    return waiver.until is not None and waiver.until < today


def _terms(waiver: Waiver) -> str:
    by = f" van {waiver.by}" if waiver.by else ""
    return by + (f" tot en met {day(waiver.until.toordinal())}" if waiver.until else "")


def _code(waiver: Waiver) -> str:
    return waiver.rule.strip().upper()

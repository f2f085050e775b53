"""Hertoets: what became of the findings on a document since an earlier version."""

from __future__ import annotations

from collections.abc import Iterator

from toets.matching import ALIKE, SAME, are_apart, pairs, partners, points_of, subject_of
from toets.model.comparison import Change, Compared, Comparison, Fate, Point, Version
from toets.model.outcome import Outcome, Status
from toets.model.report import DocumentReport, DocumentStatus, Report
from toets.model.rule import Severity

_HEAVY = tuple(Severity)
_BAD = (Status.PARTIAL, Status.UNJUSTIFIED, Status.VIOLATED)
_SETTLED = {
    Status.SATISFIED: "in orde",
    Status.JUSTIFIED: "gemotiveerd niet van toepassing",
    Status.NOT_APPLICABLE: "niet van toepassing",
}
_UNTOLD = {Status.UNDECIDABLE: "niet te beoordelen", Status.WAIVED: "met een uitzondering"}


def compare(earlier: Report, report: Report) -> Comparison:
    """What became of the findings on the documents of `report` since `earlier`.

    One document on both sides is one document in two versions, whatever it is called; of several those are compared that
    have the same content, path, name, or zaaknummer and subject. The others stand alone.
    """
    before, after = earlier.documents, report.documents
    known = {0: 0} if len(before) == len(after) == 1 else partners(before, after)
    found = [
        _compared(before[known[number]], document) if number in known else Compared(None, _version(document))
        for number, document in enumerate(after)
    ]
    found += [Compared(_version(one), None) for number, one in enumerate(before) if number not in known.values()]
    made = _made(earlier)
    return Comparison(report.version, report.engine, report.profile, tuple(found), made if made != _made(report) else "")


def _made(report: Report) -> str:
    sets = ", ".join(f"{one.name} {one.version}".strip() for one in report.rule_sets)
    return f"toets {report.version}, profiel {report.profile}, regels {sets}"


def compare_documents(before: DocumentReport, after: DocumentReport) -> tuple[Change, ...]:
    """Every finding of two versions exactly once, with what became of it; the heaviest first, then by rule."""
    old, new = ({outcome.rule: outcome for outcome in one.outcomes} for one in (before, after))
    changes = [change for rule in sorted({*old, *new}) for change in of_rule(old.get(rule), new.get(rule), before, after)]
    return tuple(sorted(changes, key=lambda one: (_HEAVY.index(one.point.severity), one.point.rule)))


def _compared(before: DocumentReport, after: DocumentReport) -> Compared:
    judged = all(one.status is DocumentStatus.JUDGED for one in (before, after))
    changes = compare_documents(before, after) if judged else ()
    return Compared(_version(before), _version(after), changes, after.shown, are_apart(before, after))


def _version(report: DocumentReport) -> Version:
    return Version(report.path, report.sha256, subject_of(report), report.advice, report.message)


def of_rule(old: Outcome | None, new: Outcome | None, before: DocumentReport, after: DocumentReport) -> Iterator[Change]:
    """What became of the findings of one rule; None for a version in which it was not tested."""
    was = points_of(old, before) if old else ()
    now = points_of(new, after) if new else ()
    same = pairs(was, now)
    for here, there, similar in sorted(same):
        yield _stayed(was[here], now[there], similar)
    for number, point in enumerate(was):
        if all(number != pair[0] for pair in same):
            yield _gone(point, new)
    for number, point in enumerate(now):
        if all(number != pair[1] for pair in same):
            yield _came(point, old)


def _stayed(was: Point, now: Point, similar: int) -> Change:
    differences = tuple(_differences(was, now))
    if differences:
        return Change(Fate.CHANGED, was, now, "; ".join(differences), similar)
    return Change(Fate.OPEN, was, now, "; ".join(_recognised(was, now, similar)), similar)


def _recognised(was: Point, now: Point, similar: int) -> Iterator[str]:
    """What is different about the words of a finding that itself is the same."""
    if ALIKE <= similar < SAME:
        yield "de tekst is veranderd, de bevinding niet"
    if similar >= ALIKE and was.where and now.where and was.where != now.where:
        yield f"de tekst is verplaatst; eerst: {was.where}"


def is_worse(change: Change) -> bool:
    """Whether a finding that stayed weighs more than it did, is met less, or lacks more."""
    was, now = change.before, change.after
    if was is None or now is None:
        return False
    heavier = _HEAVY.index(now.severity) < _HEAVY.index(was.severity)
    return heavier or _BAD.index(now.status) > _BAD.index(was.status) or not set(now.missing) <= set(was.missing)


def _differences(was: Point, now: Point) -> Iterator[str]:
    """What is different about a finding that is still there: how heavy, how bad, and what it lacks."""
    if was.severity is not now.severity:
        yield "weegt nu " + ("lichter" if _HEAVY.index(now.severity) > _HEAVY.index(was.severity) else "zwaarder")
    if was.status is not now.status:
        yield "verbeterd" if _BAD.index(now.status) < _BAD.index(was.status) else "verslechterd"
    found = [name for name in was.missing if name not in now.missing]
    lost = [name for name in now.missing if name not in was.missing]
    if found:
        yield f"nu wel aangetroffen: {', '.join(found)}"
    if lost:
        yield f"nu niet meer aangetroffen: {', '.join(lost)}"


def _gone(was: Point, new: Outcome | None) -> Change:
    """A finding that isn't there any more: solved, or no longer to be told."""
    if new is None:
        return Change(Fate.CHANGED, was, None, "deze regel is nu niet getoetst")
    if new.status in _UNTOLD:
        return Change(Fate.CHANGED, was, None, f"nu {_UNTOLD[new.status]}")
    return Change(Fate.SOLVED, was, None, f"nu {_SETTLED[new.status]}" if new.status in _SETTLED else _OTHERWISE)


_OTHERWISE = "deze tekst is er niet meer, of is nu in orde"


def _came(now: Point, old: Outcome | None) -> Change:
    if old is None:
        return Change(Fate.CHANGED, None, now, "deze regel is eerder niet getoetst")
    if old.status in _UNTOLD:
        return Change(Fate.CHANGED, None, now, f"eerder {_UNTOLD[old.status]}")
    return Change(Fate.NEW, None, now, f"eerder {_SETTLED[old.status]}" if old.status in _SETTLED else "dit stond er eerder niet")

"""`toets explain CODE`: why a rule exists, when it holds, and what it finds good."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toets.cli.options import rule_options
from toets.cli.rules import DUTCH, no_rule
from toets.errors import ReadError, UsageError
from toets.judge.describe import degree
from toets.model.kinds import KIND_WORDS, NATURE_WORDS, SCOPE_WORDS
from toets.model.outcome import Status
from toets.model.rule import Rule, Severity, SeverityCase

if TYPE_CHECKING:
    from toets.model.fact import Fact
    from toets.rulebook import Request

MARKS = {True: "+", False: "-"}
GOOD = frozenset({"satisfied", "justified"})


@click.command("explain", help="Waarom een regel bestaat, wanneer hij geldt, en een goed en een minder goed voorbeeld.")
@click.argument("code", metavar="CODE")
@click.option(
    "--trace",
    metavar="VOORBEELD",
    help="Nummer van een voorbeeld, of een document: de stappen.",
)
@rule_options
def command(code: str, trace: str | None, profile: str | None, config: Path | None, rules: tuple[Path, ...]) -> None:
    """Explain one rule, or what it did with one text."""
    from toets.rulebook import Request, catalogue_for

    request = Request(profile, config, rules, examples=True)
    catalogue = catalogue_for(request)
    rule = next((rule for rule in catalogue.every if rule.code == code.upper()), None)
    if rule is None:
        raise no_rule(code, (rule.code for rule in catalogue.every))
    click.echo("\n".join(_traced(rule, trace, request) if trace else _lines(rule, catalogue.groups)))


def _traced(rule: Rule, which: str, request: Request) -> Iterator[str]:
    """The steps of a rule in one of its examples (by number) or in a document."""
    from toets.checker import Checker
    from toets.reports.words import ARM_WORDS, STATUS_WORDS, dutch, norms
    from toets.testing import run_example

    checker = Checker(replace(request, examples=False, cache=True))  # the rules as the other commands keep them
    if which.isdecimal():
        count = len(rule.examples)
        if not 1 <= int(which) <= count:
            raise UsageError(f"{rule.code} heeft geen voorbeeld {which}. Kies een nummer van 1 tot en met {count}.")
        trial = run_example(checker, rule, int(which), rule.examples[int(which) - 1])
        outcome, facts, message = trial.outcome, trial.facts, trial.message
        expected = STATUS_WORDS[Status(trial.example.expect)]
        yield f"{rule.code}, voorbeeld {which} ({trial.example.kind}): verwacht wordt ‘{expected}’"
    else:
        report = checker.check(Path(which))
        if report.status != "judged":
            raise ReadError(report.message)
        outcome = next((item for item in report.outcomes if item.rule == rule.code), None)
        facts, message = report.facts, report.message
        yield f"{rule.code} in {which}"
    if outcome is None:
        yield f"  {message or 'deze regel is hier niet gedraaid'}"
        return
    known = {fact.id: fact for fact in facts}
    for step in outcome.trace:
        yield f"  {MARKS[step.held]} {ARM_WORDS.get(step.arm, step.arm)}: {dutch(step.asked)}"
        yield from (f"      {_told(known[one])}" for one in step.facts if one in known)
    basis = f" (norm: {norms(outcome.norm)})" if outcome.norm else ""
    yield f"  = Dus: {STATUS_WORDS[outcome.status]}{basis}. {dutch(outcome.message)}"


def _told(fact: Fact) -> str:
    """The words of a fact, or what was concluded about the document as a whole, and where an author finds it in the reference."""
    from toets.reports.words import fields_of

    words = f"“{fact.quote}”" if fact.quote.strip() else fields_of(fact)
    return f"{words} (feit {fact.kind}, van {fact.source})"


def _lines(rule: Rule, groups: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield f"{rule.code}  {rule.title}"
    yield f"Ernst: {_severity(rule)}"
    yield "\nGeldt voor"
    for name in rule.kinds:
        yield from _kind(name, groups)
    yield f"\nWaarom\n  {rule.why}"
    yield f"\nWat te doen\n  {rule.repair}"
    if rule.norm:
        yield "\nNorm"
        for norm in rule.norm:
            article = f", artikel {norm.article}" if norm.article else ""
            yield f"  {norm.law}{article}: {norm.says} (nagezien {norm.verified.isoformat()})"
    if rule.source:
        yield "\nBron\n  " + "\n  ".join(rule.source)
    if rule.note:
        yield f"\nOpmerking\n  {rule.note}"
    if told := degree(rule):
        yield "\nKwestie van mate\n  " + "\n  ".join(told)
    for title, good in (("Zo is het in orde", True), ("Hier vraagt toets om aanvulling", False)):
        example = next((item for item in rule.examples if (item.expect in GOOD) is good), None)
        if example:
            yield f"\n{title}\n" + "\n".join(f"  {line}" for line in example.text.strip().splitlines())


def _kind(name: str, groups: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What a rule holds for, in words; a group with the kinds in it."""
    code, _, nature = name.partition("/")
    only = f", alleen met de aard ‘{NATURE_WORDS.get(nature, nature)}’" if nature else ""
    words = KIND_WORDS.get(code) or SCOPE_WORDS.get(code, "")
    yield f"  {code:8}  {words}{only}{':' if code in groups else ''}".rstrip()
    yield from (f"    {kind:8}  {KIND_WORDS.get(kind, '')}".rstrip() for kind in groups.get(code, ()))


def _severity(rule: Rule) -> str:
    """The severity a rule has as a rule, then those it has in some cases, with the kinds when it has it for those only."""
    *special, usual = rule.severity
    others = [severity for severity in Severity if severity is not usual.severity]
    told = [_at_times(severity, cases) for severity in others if (cases := [one for one in special if one.severity is severity])]
    return "; ".join((DUTCH[usual.severity], *told))


def _at_times(severity: Severity, cases: Sequence[SeverityCase]) -> str:
    kinds = dict.fromkeys(kind for case in cases for kind in case.kinds)
    only = f" bij {', '.join(kinds)}" if all(case.kinds for case in cases) else ""
    how = "" if all(not case.where and not case.status for case in cases) and only else " in bepaalde gevallen"
    return f"{DUTCH[severity]}{only}{how}"

"""`toets explain CODE`: why a rule exists, when it holds, and what it finds good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from toets.cli.options import rule_options
from toets.cli.rules import DUTCH
from toets.errors import UsageError
from toets.model.rule import Rule, Severity

GOOD = frozenset({"satisfied", "justified"})


@click.command("explain", help="Waarom een regel bestaat, wanneer hij geldt, en een goed en een minder goed voorbeeld.")
@click.argument("code", metavar="CODE")
@rule_options
def command(code: str, profile: str | None, config: Path | None, rules: tuple[Path, ...]) -> None:
    """Explain one rule."""
    from toets.rulebook import Request, rulebook_for

    book = rulebook_for(Request(profile, config, rules, examples=True))
    rule = next((rule for rule_set in book.rule_sets for rule in rule_set.rules if rule.code == code.upper()), None)
    if rule is None:
        raise UsageError(f"Er is geen regel {code.upper()}. 'toets rules' toont alle codes.")
    click.echo("\n".join(_lines(rule)))


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.code}  {rule.title}"
    yield f"Ernst: {', '.join(dict.fromkeys(_severity(rule)))}"
    yield f"Geldt voor: {', '.join(rule.kinds)}"
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
    for title, good in (("Zo is het in orde", True), ("Hier vraagt toets om aanvulling", False)):
        example = next((item for item in rule.examples if (item.expect in GOOD) is good), None)
        if example:
            yield f"\n{title}\n" + "\n".join(f"  {line}" for line in example.text.strip().splitlines())


def _severity(rule: Rule) -> Iterator[str]:
    for case in rule.severity:
        when = f" ({', '.join(case.kinds)})" if case.kinds else ""
        yield DUTCH[Severity(case.severity)] + when

"""`toets rules`: the catalogue."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from toets.cli.dutch import counted
from toets.cli.options import codes, rule_options
from toets.errors import UsageError
from toets.model.rule import Rule, Severity

DUTCH = {"blocking": "blokkerend", "attention": "aandacht", "advice": "advies"}


@click.command("rules", help="De catalogus van regels, te beperken tot sets of codes.")
@click.argument("select", metavar="[CODES]…", nargs=-1)
@rule_options
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="De vorm.")
def command(select: tuple[str, ...], profile: str | None, config: Path | None, rules: tuple[Path, ...], form: str) -> None:
    """List the rules."""
    from toets.rulebook import Request, catalogue_for

    book = catalogue_for(Request(profile, config, rules, codes(select)))
    if form == "json":
        click.echo(json.dumps([_described(rule) for rule in book.rules], ensure_ascii=False, indent=2))
        return
    here: tuple[str, ...] = ()
    for rule in book.rules:
        if here != book.sets[rule.code]:
            here = book.sets[rule.code]
            click.echo(f"\n{here[-1]}")
        click.echo(f"  {rule.code:8} {DUTCH[_heaviest(rule)]:11} {rule.title}")
    click.echo(f"\n{counted(len(book.rules))}, elk met zijn zwaarste ernst. 'toets explain CODE' zegt waarom een regel bestaat.")


def _heaviest(rule: Rule) -> Severity:
    """The heaviest severity that a finding of the rule can have."""
    cases = {case.severity for case in rule.severity}
    return next(severity for severity in Severity if severity in cases)


def no_rule(code: str, known: Iterable[str]) -> UsageError:
    """That there is no such rule, with what was probably meant."""
    from toets.rulesets import meant_code

    return UsageError(f"Er is geen regel {code.upper() or 'zonder code'}. {meant_code(code.upper(), tuple(known))}")


def _described(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "set": rule.set,
        "title": rule.title,
        "kinds": list(rule.kinds),
        "severity": rule.severity[-1].severity.value,
        "heaviest": _heaviest(rule).value,
        "why": rule.why,
        "repair": rule.repair,
        "norm": [{"law": norm.law, "article": norm.article, "verified": norm.verified.isoformat()} for norm in rule.norm],
    }

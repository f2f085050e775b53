"""`toets test-rules MAP`: run the examples of a folder of rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toets.cli.codes import ExitCode
from toets.cli.dutch import counted
from toets.cli.options import codes
from toets.cli.paths import documents
from toets.errors import UsageError

if TYPE_CHECKING:
    from toets.authoring import Coverage, Examined
    from toets.checker import Checker

MOST = 15
"""Phrases that are listed without --verbose."""


@click.command("test-rules", help="Draai de voorbeelden van de regels in een map, en zeg welke woorden geen voorbeeld raakt.")
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--select", multiple=True, metavar="CODES", help="Alleen deze regels of sets.")
@click.option("--documenten", "on", metavar="MAP", help="Zeg ook welke woorden geen of maar één van deze documenten heeft.")
@click.option("-v", "--verbose", is_flag=True, help="Noem alle woorden die niet worden geraakt.")
def command(folder: Path, select: tuple[str, ...], on: str | None, verbose: bool) -> int:
    """Test the rules of a folder."""
    from toets.authoring import coverage_of, examine

    found, checker = examine(folder, select=codes(select))
    if select and not found.rules:
        raise UsageError(f"In {folder} is geen regel {', '.join(codes(select))}. Zonder --select draaien alle regels.")
    click.echo("\n".join(_examples(found)))
    reached = coverage_of(found.rule_sets, ((trial.name, trial.facts) for trial in found.trials))
    if reached.total and not select:
        click.echo("\n".join(_never("voorbeeld", reached, verbose)))
    if on:
        click.echo("\n".join(_on_documents(on, found, checker, verbose)))
    return ExitCode.OK if found.passed else ExitCode.FINDINGS


def _examples(found: Examined) -> Iterator[str]:
    for rule in found.rules:
        own = [trial for trial in found.trials if trial.rule.code == rule.code]
        good = sum(trial.passed for trial in own)
        yield f"{'✓' if good == len(own) else '✗'} {rule.code:8} {good} van {len(own)} voorbeelden  {rule.title}"
        for trial in own:
            if not trial.passed:
                yield "\n".join(f"    {line}" for line in trial.explain().splitlines())
    yield from found.lacking
    good = sum(trial.passed for trial in found.trials)
    yield f"{counted(len(found.rules))}, {good} van {len(found.trials)} voorbeelden zoals verwacht."


def _never(what: str, reached: Coverage, verbose: bool) -> Iterator[str]:
    yield f"Woorden: {reached.total - len(reached.never)} van {reached.total} zinsdelen zijn in een {what} gebruikt."
    yield from _some([f"  niet gebruikt: {name}  {text}" for name, text in reached.never.items()], verbose)
    if reached.never:
        yield "  (Staan er meer zinsdelen van een onderwerp in één zin, dan telt het eerste.)"


def _on_documents(on: str, found: Examined, checker: Checker, verbose: bool) -> Iterator[str]:
    from toets.authoring import coverage_of

    reports = [checker.check(path) for path in documents((on,))]
    reached = coverage_of(found.rule_sets, ((Path(report.path).name, report.facts) for report in reports))
    yield from _never("document", reached, verbose)
    yield f"In precies één document: {len(reached.once)}."
    yield from _some([f"  alleen in {where}: {name}  {text}" for name, (text, where) in reached.once.items()], verbose)


def _some(lines: Sequence[str], verbose: bool) -> Iterator[str]:
    yield from lines if verbose else lines[:MOST]
    if len(lines) > MOST and not verbose:
        yield f"  … en nog {len(lines) - MOST}; --verbose noemt ze alle."

"""`toets check`: judge documents."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from toets.cli.formats import FORMATS, Choices, Form, formats_of, render
from toets.cli.gates import exit_code
from toets.cli.options import chosen, output_options, rule_options
from toets.cli.output import Result, write_results
from toets.cli.paths import documents
from toets.cli.progress import progress
from toets.cli.values import GATE_WORDS, AtLeast, Day, Gate
from toets.errors import OutputError, ReadError, UsageError
from toets.model.report import Report
from toets.reports.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toets.profiles import Settings
    from toets.readers import ReadOptions
    from toets.rulebook import Request


@click.command("check", help="Toets documenten: bestanden, mappen of patronen, '-' voor tekst op de standaardinvoer.")
@click.argument("paths", metavar="PAD…", nargs=-1, required=True)
@click.option(
    "--format",
    "forms",
    type=Form(),
    metavar="VORM",
    multiple=True,
    help=f"De vorm: {', '.join(FORMATS)}. Mag vaker, met een map.",
)
@rule_options
@click.option("--select", multiple=True, metavar="CODES", help="Alleen deze regels (MID-02) of sets (MID).")
@click.option("--ignore", multiple=True, metavar="CODES", help="Zonder deze regels of sets.")
@click.option(
    "--soort",
    multiple=True,
    metavar="SOORT",
    help="De soort van het document, zoals 'toets read' haar noemt: de code of de woorden, met of zonder aard "
    "(RV-FIN, verordening, RV-FIN/techniek). Mag vaker.",
)
@click.option("--fail-on", type=Gate(), metavar="ERNST", help=f"Vanaf welke ernst de afsluitcode 1 is: {GATE_WORDS}.")
@click.option("--jobs", type=AtLeast(1), metavar="N", help="Zoveel documenten tegelijk.")
@click.option("--no-cache", is_flag=True, help="Toets alles opnieuw, ook wat niet is gewijzigd.")
@click.option("--facts", is_flag=True, help="Neem de gevonden feiten op in de JSON.")
@click.option("-v", "--verbose", is_flag=True, help="Toon bij elke bevinding de stappen die ertoe leidden.")
@click.option(
    "--changes", type=click.Choice(("final", "original")), default="final", help="Openstaande wijzigingen aanvaard of niet."
)
@click.option("--ocr", is_flag=True, help="Lees scans met tekstherkenning (traag).")
@click.option("--engine", type=click.Choice(("durable", "reference")), help="De afleidingsmachine.")
@click.option("--voor", type=click.Choice(tuple(VIEWS)), help="De lezer: kiest wat in een verslag voor mensen staat.")
@click.option("--uiterlijk", type=Day(), metavar="DATUM", help="De datum in het retouradvies (31-01-2027).")
@click.option(
    "--baseline",
    metavar="PAD",
    type=click.Path(path_type=Path),
    help="Een eerder verslag (json): wat daarin al staat, telt niet.",
)
@output_options
def command(**asked: Any) -> int:
    """Judge documents and report."""
    return _checked(Asked(**asked))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command line says, as click gives it."""

    paths: tuple[str, ...]
    forms: tuple[str, ...]
    profile: str | None
    config: Path | None
    rules: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    soort: tuple[str, ...]
    fail_on: str | None
    jobs: int | None
    no_cache: bool
    facts: bool
    verbose: bool
    changes: Literal["final", "original"]
    ocr: bool
    engine: Literal["durable", "reference"] | None
    voor: str | None
    uiterlijk: date | None
    baseline: Path | None
    output: Path | None
    force: bool


def _checked(asked: Asked) -> int:
    files = [] if asked.paths == ("-",) else documents(asked.paths)
    request = _request(asked)
    report, settings = _judged(files, request, asked.jobs or os.cpu_count() or 1)
    report = _without_known(report, asked.baseline)
    results, failed = _rendered(formats_of(asked.forms), report, _choices(asked, request.reading))
    if results or not failed:
        write_results(results, asked.output, force=asked.force, originals=files)
    for error in failed:
        raise error
    return exit_code(report, asked.fail_on or settings.fail_on)


def _request(asked: Asked) -> Request:
    from toets import Request
    from toets.readers import ReadOptions

    return Request(
        asked.profile,
        asked.config,
        asked.rules,
        chosen("--select", asked.select),
        chosen("--ignore", asked.ignore),
        asked.engine,
        ReadOptions(changes=asked.changes, ocr=asked.ocr),
        kinds=asked.soort,
        cache=not asked.no_cache,
    )


def _choices(asked: Asked, reading: ReadOptions) -> Choices:
    to_screen = asked.output is None
    return Choices(asked.facts, asked.verbose, to_screen=to_screen, reader=asked.voor or "", due=asked.uiterlijk, reading=reading)


def _rendered(forms: Sequence[str], report: Report, choices: Choices) -> tuple[list[Result], list[OutputError]]:
    """What every format gives; one that fails takes no other along."""
    results: list[Result] = []
    failed: list[OutputError] = []
    for form in forms:
        try:
            results += render(form, report, choices)
        except OutputError as error:
            failed.append(error)
    return results, failed


def _judged(files: Sequence[Path], request: Request, jobs: int) -> tuple[Report, Settings]:
    """The report about these files, or about standard input, with the settings that held."""
    if files:
        from toets import check_all

        with progress(len(files)) as done:
            found = check_all(files, request, jobs=jobs, done=done)
        return found.report, found.settings
    from toets import Checker

    checker = Checker(request)
    return checker.report([checker.check_bytes(sys.stdin.buffer.read(), "standaardinvoer")]), checker.rulebook.settings


def _without_known(report: Report, baseline: Path | None) -> Report:
    """The report with what a baseline holds marked; says it when the baseline is about other documents."""
    if baseline is None:
        return report
    from toets.baseline import mark_known
    from toets.earlier import earlier_report

    try:
        marked, found = mark_known(report, earlier_report(baseline).documents, baseline.name)
    except ReadError as error:
        raise UsageError(f"--baseline: {error}") from error
    if not found:
        click.echo(f"In de baseline {baseline} komt geen van deze documenten voor; alle bevindingen tellen mee.", err=True)
    return marked

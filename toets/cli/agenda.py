"""`toets agenda`: one page for a meeting."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toets.cli.books import BOOK_FORMATS, placed, write_one
from toets.cli.codes import ExitCode
from toets.cli.gates import GATES
from toets.cli.options import output_options, rule_options
from toets.cli.paths import ENDINGS
from toets.cli.progress import progress
from toets.cli.values import GATE_WORDS, AtLeast, Gate

if TYPE_CHECKING:
    from toets.model.agenda import Agenda

FORMATS = (*BOOK_FORMATS, "xlsx", "json")


@click.command("agenda", help="Eén overzicht van de stukken van een vergadering, met controles over de stukken heen.")
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="De vorm van het overzicht (text).")
@rule_options
@click.option("--fail-on", type=Gate(), metavar="ERNST", help=f"Vanaf welke ernst de afsluitcode 1 is: {GATE_WORDS}.")
@click.option("--jobs", type=AtLeast(1), metavar="N", help="Zoveel documenten tegelijk.")
@output_options
def command(
    folder: Path,
    form: str,
    profile: str | None,
    config: Path | None,
    rules: tuple[Path, ...],
    fail_on: str | None,
    jobs: int | None,
    output: Path | None,
    force: bool,
) -> int:
    """Judge the papers of a meeting and report on them together."""
    from toets import Request, agenda_of, check_all
    from toets.agenda import meeting_files

    files = meeting_files(folder)
    read = [path for path in files if path.suffix.lower() in ENDINGS]
    with progress(len(read), "Stukken") as done:
        found = check_all(read, Request(profile, config, rules, cache=True), jobs=jobs or os.cpu_count() or 1, done=done)
    agenda = agenda_of(folder, files, found.report)
    content = _content(form, agenda, to_screen=output is None)
    write_one(form, agenda.name or "agenda", content, output, force=force, originals=files)
    return _exit_code(agenda, fail_on or found.settings.fail_on)


def _content(form: str, agenda: Agenda, *, to_screen: bool) -> str | bytes:
    if form == "json":
        from toets.reports.agenda_json import to_agenda_json

        return to_agenda_json(agenda)
    if form == "xlsx":
        from toets.reports.agenda_xlsx import to_agenda_xlsx

        return to_agenda_xlsx(agenda)
    from toets.reports.agenda_book import agenda_book

    return placed(form, agenda_book(agenda), to_screen=to_screen)


def _exit_code(agenda: Agenda, fail_on: str) -> ExitCode:
    """As for check: a paper that can't be read goes first, then what proposals and the checks over the papers ask for."""
    from toets.model.agenda import Role

    reports = [paper.report for paper in agenda.having(Role.PROPOSAL)]
    if None in reports or any(paper.report.status != "judged" for paper in agenda.papers if paper.report):
        return ExitCode.UNREADABLE
    found = [outcome.severity for report in reports if report for outcome in report.outcomes if outcome.counts]
    worst = max((GATES[severity.value] for severity in (*found, *(check.severity for check in agenda.checks))), default=0)
    return ExitCode.FINDINGS if worst >= GATES[fail_on] else ExitCode.OK

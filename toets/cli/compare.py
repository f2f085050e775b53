"""`toets compare`: what became of the findings since an earlier version."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toets.cli.books import BOOK_FORMATS, placed, write_one
from toets.cli.codes import ExitCode
from toets.cli.gates import exit_code
from toets.cli.options import output_options, rule_options
from toets.cli.paths import documents
from toets.cli.progress import progress
from toets.cli.values import GATE_WORDS, Gate

if TYPE_CHECKING:
    from toets.model.comparison import Comparison
    from toets.model.report import Report
    from toets.rulebook import Request

FORMATS = (*BOOK_FORMATS, "json")


@click.command(
    "compare",
    help="Hertoets: wat is opgelost, nieuw, nog open of veranderd. OUD en NIEUW zijn documenten, mappen, of verslagen van "
    "'toets check --format json'.",
)
@click.argument("old", metavar="OUD", type=click.Path(path_type=Path))
@click.argument("new", metavar="NIEUW", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="De vorm van het verslag (text).")
@rule_options
@click.option(
    "--fail-on", type=Gate(), metavar="ERNST", help=f"Vanaf welke ernst van wat er nu is de afsluitcode 1 is: {GATE_WORDS}."
)
@output_options
def command(
    old: Path,
    new: Path,
    form: str,
    profile: str | None,
    config: Path | None,
    rules: tuple[Path, ...],
    fail_on: str | None,
    output: Path | None,
    force: bool,
) -> int:
    """Compare two versions and report."""
    from toets import Request, compare_reports

    before, after, gate = _both(old, new, Request(profile, config, rules, cache=True))
    content = _content(form, compare_reports(before, after), to_screen=output is None)
    write_one(form, new.stem or "hertoets", content, output, force=force, originals=[old, new])
    if old.suffix.lower() != ".json" and any(document.status != "judged" for document in before.documents):
        return ExitCode.UNREADABLE  # what an earlier report could not read is no news
    return exit_code(after, fail_on or gate)


def _both(old: Path, new: Path, request: Request) -> tuple[Report, Report, str]:
    """The reports of both sides, and the severity from which what there is now closes the gate."""
    from dataclasses import replace

    from toets.earlier import earlier_report

    files = {path: [] if path.suffix.lower() == ".json" else documents([str(path)]) for path in (old, new)}
    every = list(dict.fromkeys(file for each in files.values() for file in each))
    if not every:
        return earlier_report(old), earlier_report(new), "blocking"
    from toets import check_all

    with progress(len(every)) as done:
        found = check_all(every, request, jobs=min(os.cpu_count() or 1, len(every)), done=done)
    by_path = dict(zip(every, found.report.documents, strict=True))
    sides = (
        replace(found.report, documents=tuple(by_path[file] for file in files[path])) if files[path] else earlier_report(path)
        for path in (old, new)
    )
    before, after = sides
    return before, after, found.settings.fail_on


def _content(form: str, comparison: Comparison, *, to_screen: bool) -> str | bytes:
    if form == "json":
        from toets.reports.compare_json import to_compare_json

        return to_compare_json(comparison)
    from toets.reports.compare_book import compare_book

    return placed(form, compare_book(comparison), to_screen=to_screen)

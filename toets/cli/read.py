"""`toets read`: what was understood of a document."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from toets.cli.codes import ExitCode
from toets.cli.options import output_options, rule_options
from toets.cli.output import write
from toets.cli.paths import documents


@click.command("read", help="Laat zien wat er van een document is begrepen: koppen, rollen, beslispunten, kopgegevens, feiten.")
@click.argument("paths", metavar="PAD…", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(("text", "json", "html")), default="text", show_default=True, help="De vorm.")
@click.option("--facts", is_flag=True, help="Toon alle feiten.")
@click.option(
    "--changes", type=click.Choice(("final", "original")), default="final", help="Openstaande wijzigingen aanvaard of niet."
)
@click.option("--ocr", is_flag=True, help="Lees scans met tekstherkenning (traag).")
@rule_options
@output_options
def command(
    paths: tuple[str, ...],
    form: str,
    facts: bool,
    changes: Literal["final", "original"],
    ocr: bool,
    profile: str | None,
    config: Path | None,
    rules: tuple[Path, ...],
    output: Path | None,
    force: bool,
) -> int:
    """Show what was read."""
    from toets.batch import in_workers
    from toets.checker import Checker
    from toets.readers import ReadOptions
    from toets.reports.json import to_json
    from toets.reports.reading import to_reading
    from toets.rulebook import Request

    files = documents(paths)
    request = Request(profile, config, rules, reading=ReadOptions(changes=changes, ocr=ocr), cache=True)
    checker = Checker(request.about(files))
    reports = in_workers(files, checker, jobs=1)
    if form == "json":
        write(to_json(checker.report(reports), facts=True), output, force=force, name="toets.json")
    elif form == "html":
        from toets.reports.reading_html import to_reading_html

        write(to_reading_html(reports), output, force=force, name="toets.html")
    else:
        write("\n".join(to_reading(report, facts=facts) for report in reports), output, force=force)
    return ExitCode.OK if all(report.status == "judged" for report in reports) else ExitCode.UNREADABLE

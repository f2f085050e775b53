"""`toets try CODE MAP`: how often a rule would ask something over a folder of old documents."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toets.cli.codes import ExitCode
from toets.cli.output import told
from toets.cli.paths import documents
from toets.cli.progress import progress
from toets.cli.rules import no_rule
from toets.cli.values import AtLeast

if TYPE_CHECKING:
    from toets.authoring import Tried

STATUSES = (
    ("satisfied", "voldaan"),
    ("justified", "niet van toepassing, met reden"),
    ("partial", "deels"),
    ("violated", "niet aangetroffen"),
    ("unjustified", "zonder reden weggelaten"),
    ("undecidable", "niet te beoordelen"),
    ("not_applicable", "de regel geldt niet"),
)


@click.command("try", help="Hoe vaak een regel iets zou vragen bij oude documenten, met voorbeelden.")
@click.argument("code", metavar="CODE")
@click.argument("paths", metavar="PAD…", nargs=-1, required=True)
@click.option("--rules", multiple=True, metavar="MAP", type=click.Path(path_type=Path), help="Een map met eigen regels.")
@click.option("--samples", default=5, show_default=True, metavar="N", type=AtLeast(0), help="Zoveel voorbeelden.")
@click.option("--jobs", type=AtLeast(1), metavar="N", help="Zoveel documenten tegelijk.")
def command(code: str, paths: tuple[str, ...], rules: tuple[Path, ...], samples: int, jobs: int | None) -> int:
    """Try a rule."""
    from toets.authoring import try_rule

    files = documents(paths)
    with progress(len(files)) as done:
        found = try_rule(code.upper(), files, rules=rules, jobs=jobs or os.cpu_count() or 1, done=done)
    if not found.counts and not found.unjudged:
        raise no_rule(code, ())
    _show(found, samples)
    return ExitCode.UNREADABLE if found.unjudged else ExitCode.OK


def _show(found: Tried, samples: int) -> None:
    total = sum(found.counts.values())
    click.echo(f"{found.code}: {total} documenten; de regel geldt bij {found.applied} en vraagt iets bij {found.findings}.")
    for status, dutch in STATUSES:
        number = next((number for each, number in found.counts.items() if each.value == status), 0)
        if number:
            click.echo(f"  {number:4}  {dutch}")
    for report in found.unjudged:
        click.echo(f"  niet gelezen: {told(report)}", err=True)
    for hit in found.hits[:samples]:
        click.echo(f"\n{hit.path}\n  {hit.outcome.message}")
        for evidence in hit.outcome.evidence[:2]:
            click.echo(f"  “{evidence.quote}”")
    if len(found.hits) > samples:
        click.echo(f"\n… en nog {len(found.hits) - samples} (--samples toont er meer).")

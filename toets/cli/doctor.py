"""`toets doctor`: whether this installation works."""

from __future__ import annotations

import platform
import shutil

import click

from toets.cli.codes import ExitCode
from toets.errors import ToetsError


@click.command("doctor", help="Controleer of deze installatie werkt, en zeg wat er ontbreekt.")
def command() -> int:
    """Check the installation."""
    from toets import __version__
    from toets.engine import available
    from toets.rulebook import Request, rulebook_for

    click.echo(f"toets {__version__}, Python {platform.python_version()}, {platform.system()}")
    reason = available()
    if reason is None:
        click.echo("Afleidingsmachine: durable-rules werkt.")
    else:
        click.echo(f"Afleidingsmachine: de eigen referentie-machine neemt het over. {reason}")
    for program, what in (("soffice", ".doc en .rtf"), ("tesseract", "scans (--ocr)")):
        found = shutil.which(program)
        click.echo(f"{what}: {'kan' if found else f'kan niet; {program} is niet gevonden'}.")
    try:
        book = rulebook_for(Request())
    except ToetsError as error:
        click.echo(f"Regels: {error}")
        return ExitCode.USAGE
    click.echo(f"Regels: {len(book.rules)} regels in {sum(1 for item in book.rule_sets if item.rules)} sets.")
    return ExitCode.OK

"""`toets new rule|plugin`: start a rule or a plugin that works at once."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from toets.authoring import Plan


@click.group("new", help="Begin een nieuwe regel of plugin, die meteen werkt.", subcommand_metavar="rule|plugin …")
def command() -> None:
    """Hold the two."""


@command.command("rule", help="Een regel met woorden en voorbeelden, in een map die --rules aanneemt.")
@click.argument("folder", metavar="[MAP]", default="regels", type=click.Path(path_type=Path))
@click.option("--code", metavar="CODE", help="De code van de regel, zoals KLI-01.")
@click.option("--title", metavar="TEKST", help="Wat er is als het goed is: 'Het klimaat is meegewogen'.")
@click.option("--kinds", metavar="SOORT", help="Voor welke soorten documenten, zoals RV-BEL, RV of ALLE.")
def rule(folder: Path, code: str | None, title: str | None, kinds: str | None) -> None:
    """Write a rule."""
    from toets.authoring import new_rule

    code = code or _asked("Code van de regel", "EIG-01")
    title = title or _asked("Titel: wat er is als het goed is", "Het onderwerp is behandeld")
    kinds = kinds or _asked("Voor welke soorten documenten", "RV")
    _write(new_rule(folder, code.upper(), title, kinds=kinds.upper(), today=date.today(), taken=_taken()))
    click.echo(f"Probeer: toets test-rules {folder}, en daarna toets check --rules {folder} DOCUMENT")


@command.command("plugin", help="Een plugin om te installeren: regels, woorden, test, README en controle bij elke wijziging.")
@click.argument("name", metavar="NAAM")
@click.option("--folder", metavar="MAP", default=".", type=click.Path(path_type=Path), help="Waar de map van de plugin komt.")
@click.option("--author", metavar="NAAM", help="Wie de plugin maakt.")
def plugin(name: str, folder: Path, author: str | None) -> None:
    """Write a plugin."""
    from toets.authoring import new_plugin

    author = author or _asked("Wie maakt de plugin", "gemeente Voorbeeld")
    _write(new_plugin(folder, name, author=author, today=date.today(), taken=_taken()))
    click.echo(f"Probeer: pip install -e {folder / f'toets-{name}'}, en daarna toets plugins")


def _taken() -> frozenset[str]:
    """The codes of all rules that there are here."""
    from toets.rulebook import Request, catalogue_for

    return frozenset(rule.code for rule in catalogue_for(Request()).every)


def _asked(question: str, default: str) -> str:
    """The answer to a question; the default where there is nobody to ask."""
    return str(click.prompt(question, default=default)) if sys.stdin.isatty() else default


def _write(plan: Plan) -> None:
    plan.write()
    for path in sorted(plan.files):
        click.echo(f"Geschreven: {path}")

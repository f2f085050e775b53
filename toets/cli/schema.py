"""`toets schema`: JSON Schemas for help in an editor."""

from __future__ import annotations

from pathlib import Path

import click

from toets.cli.options import rule_options


@click.command("schema", help="Schrijf JSON Schema's van regels, woorden, instellingen (voor een editor) en verslagen.")
@click.argument("folder", metavar="[MAP]", default="schema", type=click.Path(path_type=Path))
@rule_options
def command(folder: Path, profile: str | None, config: Path | None, rules: tuple[Path, ...]) -> None:
    """Write the schemas."""
    from toets.authoring import new_schemas
    from toets.rulebook import Request, rulebook_for

    plan = new_schemas(folder, rulebook_for(Request(profile, config, rules)).vocabulary)
    plan.write()
    for path in sorted(plan.files):
        click.echo(f"Geschreven: {path}")

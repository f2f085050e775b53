"""`toets init`: write a toets.toml."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("init", help="Schrijf een toets.toml met uitleg bij elke instelling.")
@click.argument("folder", metavar="[MAP]", default=".", type=click.Path(path_type=Path))
@click.option("--profile", metavar="NAAM", default="griffie", show_default=True, help="Het profiel.")
def command(folder: Path, profile: str) -> None:
    """Write settings."""
    from toets.authoring import new_settings

    plan = new_settings(folder, profile=profile)
    plan.write()
    click.echo(f"Geschreven: {next(iter(plan.files))}. 'toets settings' toont wat er geldt.")

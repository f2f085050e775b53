"""Writing a result: to the screen, or to a file that is complete or not there at all."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from toets.errors import OutputError


def write(text: str, output: Path | None, *, force: bool) -> None:
    """Show `text`, or write it to `output`.

    Raises OutputError when the file exists and `force` is not given, or when it cannot be written.
    """
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
        return
    if output.exists() and not force:
        raise OutputError(f"{output} bestaat al. Kies een andere naam achter --output, of gebruik --force om te overschrijven.")
    try:
        with tempfile.NamedTemporaryFile("w", dir=output.parent, delete=False, encoding="utf-8", newline="\n") as file:
            temporary = Path(file.name)
            file.write(text)
        temporary.replace(output)
    except OSError as error:
        raise OutputError(
            f"{output} kan niet worden geschreven: {error.strerror}. Controleer de map, de rechten en de ruimte."
        ) from error
    click.echo(f"Geschreven: {output}", err=True)

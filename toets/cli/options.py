"""Options that more than one command has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])


def rule_options(function: Function) -> Function:
    """--profile, --config and --rules: which rules hold."""
    profile = click.option("--profile", metavar="NAAM", help="Het profiel: volledig, steller, griffie of een eigen.")
    config = click.option(
        "--config", metavar="PAD", type=click.Path(path_type=Path), help="Een instellingenbestand (toets.toml)."
    )
    rules = click.option(
        "--rules", metavar="MAP", multiple=True, type=click.Path(path_type=Path), help="Een map met eigen regels; mag vaker."
    )
    return profile(config(rules(function)))


def output_options(function: Function) -> Function:
    """--output and --force: where the result goes."""
    output = click.option(
        "-o", "--output", metavar="PAD", type=click.Path(path_type=Path), help="Schrijf naar dit bestand of deze map."
    )
    force = click.option("--force", is_flag=True, help="Overschrijf een bestand dat al bestaat.")
    return output(force(function))


def codes(values: tuple[str, ...]) -> tuple[str, ...]:
    """Rule codes from "MID-02,UIT" and repeated options, in capitals."""
    return tuple(code.strip().upper() for value in values for code in value.split(",") if code.strip())


def kinds(values: tuple[str, ...]) -> tuple[str, ...]:
    """Kinds of documents from "RV-FIN/project,RV-RUI" and repeated options: codes in capitals, natures in small letters."""
    parts = [kind.strip().partition("/") for value in values for kind in value.split(",") if kind.strip()]
    return tuple(code.upper() + slash + nature.lower() for code, slash, nature in parts)

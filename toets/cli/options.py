"""Options that more than one command has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from toets.errors import UsageError

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


def chosen(option: str, values: tuple[str, ...]) -> tuple[str, ...]:
    """The codes after an option; one without any would silently choose nothing."""
    if any(not value.strip(" ,") for value in values):
        raise UsageError(
            f"{option}: er staat geen code. Noem regels of sets, bijvoorbeeld {option} MID-02,VOR; 'toets rules' toont alle."
        )
    return codes(values)

"""`toets plugins`: what is installed, and what each adds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import click

ADDS: tuple[tuple[str, str], ...] = (
    ("toets_rule_sets", "regels"),
    ("toets_vocabulary", "woorden"),
    ("toets_facts", "feiten"),
    ("toets_readers", "lezers"),
    ("toets_extractors", "herkenning"),
    ("toets_reports", "verslagen"),
    ("toets_commands", "opdrachten"),
)
"""What a hook adds, in the words of a user."""


@click.command("plugins", help="De geïnstalleerde plugins, met wat elk toevoegt.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="De vorm.")
def command(form: str) -> None:
    """List the plugins."""
    from toets.cli import COMMANDS
    from toets.plugins import Plugin, load_plugins, plugin_commands
    from toets.rulebook import Request, rulebook_for

    plugins = load_plugins()
    book = rulebook_for(Request())
    commands = sorted(plugin_commands(name for name, _ in COMMANDS))

    def described(plugin: Plugin) -> dict[str, Any]:
        mine = [rule_set for rule_set in book.rule_sets if rule_set.origin == plugin.origin and rule_set.rules]
        return {
            "name": plugin.name,
            "distribution": plugin.distribution,
            "version": plugin.version,
            "adds": [word for hook, word in ADDS if hook in plugin.hooks],
            "rule_sets": {rule_set.name: len(rule_set.rules) for rule_set in mine},
            "readers": _named(plugins.readers, plugin.origin),
            "extractors": _named(plugins.extractors, plugin.origin),
            "reports": _named(plugins.reports, plugin.origin),
        }

    _show([described(plugin) for plugin in plugins.installed], commands, form)


def _named(items: Iterable[Any], origin: str) -> list[str]:
    return [item.name for item in items if item.origin == origin]


def _show(plugins: list[dict[str, Any]], commands: list[str], form: str) -> None:
    if form == "json":
        import json

        click.echo(json.dumps({"plugins": plugins, "commands": commands}, ensure_ascii=False, indent=2))
        return
    for plugin in plugins:
        click.echo(f"{plugin['distribution']} {plugin['version']} ({plugin['name']}): {', '.join(plugin['adds']) or 'niets'}")
        for line in _lines(plugin):
            click.echo(f"  {line}")
    if commands:
        click.echo(f"Opdrachten van plugins: {', '.join(commands)}")


def _lines(plugin: Mapping[str, Any]) -> Iterable[str]:
    for name, rules in plugin["rule_sets"].items():
        yield f"regels {name}: {rules}"
    for key, word in (("readers", "lezers"), ("extractors", "herkenning"), ("reports", "verslagen")):
        if plugin[key]:
            yield f"{word}: {', '.join(plugin[key])}"

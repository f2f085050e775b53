"""A page for every command, from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from generator.markdown import contents, fenced, plain, table
from toets.cli import COMMANDS, cli
from toets.cli.dutch import speak_dutch


def command_pages() -> Mapping[str, str]:
    """The pages of the commands, and a list of them."""
    speak_dutch()
    context = click.Context(cli, info_name="toets", max_content_width=100)
    names = [name for name, _ in COMMANDS]
    commands = {name: command for name in names if (command := cli.get_command(context, name))}
    return {
        "opdrachten/index.md": _index(names),
        **{f"opdrachten/{name}.md": "\n".join(_page(name, command, context)) for name, command in commands.items()},
    }


def _index(names: list[str]) -> str:
    rows = [(f"[`toets {name}`]({name}.md)", plain(words)) for name, words in COMMANDS]
    codes = (
        ("0", "niets op of boven de grens (`--fail-on`; gewoonlijk: blokkerend)"),
        ("1", "er zijn bevindingen op of boven de grens"),
        (
            "2",
            "verkeerd gebruik: een argument, instelling, regelbestand of plugin, of uitvoer die niet kan worden geschreven",
        ),
        ("3", "ten minste één document kon niet worden beoordeeld"),
        ("4", "een vergissing in toets zelf; de melding zegt waar het verslag daarvan staat"),
    )
    return "\n".join(
        (
            "# Opdrachten\n",
            table(("opdracht", "wat die doet"), rows),
            "## Afsluitcodes\n",
            "Een programma dat toets aanroept, ziet aan de afsluitcode hoe het ging.\n",
            table(("code", "betekent"), codes),
            contents(names),
        )
    )


def _page(name: str, command: click.Command, above: click.Context, level: int = 1) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=above, max_content_width=100)
    yield f"{'#' * level} toets {_way(context)}\n"
    yield f"{plain(command.help or '')}\n"
    yield fenced(context.command.get_usage(context).replace("Gebruik: ", ""))
    options = [option for option in command.get_params(context) if isinstance(option, click.Option)]
    yield table(("optie", "wat die doet"), [_option(option) for option in options if not option.hidden])
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found:
                found.options_metavar = "[OPTIES]"
                yield from _page(inner, found, context, level + 1)


def _way(context: click.Context) -> str:
    return context.command_path.partition(" ")[2]


def _option(option: click.Option) -> tuple[str, str]:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    value = option.metavar or ("" if option.is_flag or isinstance(option.type, click.Choice) else option.type.name.upper())
    kinds = (
        f" Een van: {', '.join(f'`{item}`' for item in option.type.choices)}." if isinstance(option.type, click.Choice) else ""
    )
    default = f" Zonder deze optie: `{option.default}`." if option.show_default and option.default is not None else ""
    return f"{names}{f' {value}' if value else ''}", f"{plain(option.help or '')}{kinds}{default}"

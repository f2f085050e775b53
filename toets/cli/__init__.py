"""The command line: one module a command, each imported when it is asked for."""

from __future__ import annotations

import errno
import sys
from difflib import get_close_matches
from importlib import import_module
from types import MappingProxyType
from typing import Any

import click

from toets import __version__
from toets.cli.codes import ExitCode
from toets.cli.dutch import speak_dutch
from toets.errors import ReadError, ToetsError, in_words

COMMANDS: tuple[tuple[str, str], ...] = (
    ("check", "Toets documenten en geef een terugkoppeling."),
    ("compare", "Hertoets: wat is opgelost, nieuw, nog open of veranderd."),
    ("agenda", "Eén overzicht van de stukken van een vergadering."),
    ("read", "Laat zien wat er van een document is begrepen."),
    ("rules", "De catalogus van regels."),
    ("explain", "Waarom een regel bestaat, met voorbeelden."),
    ("score", "Vergelijk de uitkomsten met gelabelde documenten."),
    ("try", "Hoe vaak een regel iets zou vragen bij oude documenten."),
    ("new", "Begin een nieuwe regel of plugin, die meteen werkt."),
    ("test-rules", "Draai de voorbeelden van de regels in een map."),
    ("init", "Schrijf een toets.toml met uitleg bij elke instelling."),
    ("schema", "Schrijf JSON Schema's van regels, woorden, instellingen (voor een editor) en verslagen."),
    ("settings", "De instellingen die hier gelden, met waar elke vandaan komt."),
    ("plugins", "De geïnstalleerde plugins, met wat elk toevoegt."),
    ("doctor", "Controleer of deze installatie werkt."),
)

_MODULES = MappingProxyType({"try": "trying", "test-rules": "test_rules"})
"""Commands whose name can't be that of a module."""


class PluginMistakeError(Exception):
    """A command of a plugin raised what no command expects."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        """What to tell the user."""
        return f"De opdracht '{self.name}' van een plugin werd afgebroken ({in_words(self.__cause__ or self)})."


class Commands(click.Group):
    """A group that imports a command when it is called, so that help and version stay quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of their use."""
        return [name for name, _ in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None; plugins are only asked for one that toets doesn't have."""
        if cmd_name not in self.list_commands(ctx):
            from toets.plugins import plugin_commands

            return plugin_commands(self.list_commands(ctx)).get(cmd_name)
        command = getattr(import_module(f"toets.cli.{_MODULES.get(cmd_name, cmd_name)}"), "command", None)
        if not isinstance(command, click.Command):
            return None
        for each in (command, *(command.commands.values() if isinstance(command, click.Group) else ())):
            each.options_metavar = "[OPTIES]"
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was called; a name that is not known gets what was meant."""
        if args and not ctx.resilient_parsing and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.list_commands(ctx), n=1, cutoff=0.5)
            meant = f" Bedoelde u '{near[0]}'?" if near else " 'toets --help' noemt de opdrachten."
            raise click.UsageError(f"De opdracht '{args[0]}' bestaat niet.{meant}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a mistake in one of a plugin is told with whose it is."""
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.Abort, click.ClickException, ToetsError, OSError):
            raise
        except Exception as error:
            if not ctx.invoked_subcommand or ctx.invoked_subcommand in self.list_commands(ctx):
                raise
            raise PluginMistakeError(ctx.invoked_subcommand) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any of them."""
        with formatter.section("Opdrachten"):
            formatter.write_dl(list(COMMANDS))


@click.group(
    cls=Commands,
    help="Toetst raadsvoorstellen en collegevoorstellen voordat ze op de agenda komen.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT …",
)
@click.version_option(__version__, message="toets %(version)s", help="Toon de versie.")
def cli() -> None:
    """Hold the commands."""


def main() -> None:
    """Run the command line; every expected error is one Dutch message with its exit code, never a traceback."""
    speak_dutch()
    try:
        code = cli.main(standalone_mode=False)
    except click.exceptions.Exit as leave:
        code = leave.exit_code
    except click.Abort:
        click.echo("Afgebroken.", err=True)
        code = 130
    except click.ClickException as error:
        error.show()
        code = ExitCode.USAGE
    except ReadError as error:
        click.echo(str(error), err=True)
        code = ExitCode.UNREADABLE
    except ToetsError as error:
        click.echo(str(error), err=True)
        code = ExitCode.USAGE
    except BrokenPipeError:
        sys.stderr.close()
        code = ExitCode.OK
    except PermissionError as error:
        click.echo(f"{error.filename}: u heeft geen rechten voor deze map of dit bestand. Vraag toegang.", err=True)
        code = ExitCode.USAGE
    except Exception as error:
        code = _failed(error)
    sys.exit(int(code or 0))


def _failed(error: Exception) -> ExitCode:
    """Tell of what no command expected; a full disk is no mistake of toets."""
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        click.echo(
            "De schijf is vol, of wat de uitvoer ontvangt neemt niets meer aan. Maak ruimte, en probeer het opnieuw.", err=True
        )
        return ExitCode.USAGE
    from toets.cli.crash import write_log

    if isinstance(error, PluginMistakeError):
        click.echo(f"{error}\nMeld dit bij de maker van de plugin, met het verslag {write_log(error)}.", err=True)
        return ExitCode.BUG
    told = f"Er ging in toets zelf iets mis: {type(error).__name__}: {error}\nMeld dit met het verslag"
    click.echo(f"{told} {write_log(error)}.", err=True)
    return ExitCode.BUG

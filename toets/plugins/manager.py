"""Finds, loads and checks plugins; the rest of toets never touches pluggy."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint, entry_points, version
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pluggy

from toets.errors import PluginError, in_words
from toets.model.extension import Extractor, Reader, ReportForm
from toets.plugins import hookspecs
from toets.plugins.promises import misfit, no_hook

if TYPE_CHECKING:
    import click

GROUP = "toets"
RULE_SETS = "toets_rule_sets"
MANIFEST = "ruleset.toml"
OWN = "toets_rules"
"""The entry point of the shipped rules: a plugin like any other, that comes first."""

T = TypeVar("T", Reader, Extractor, ReportForm)


@dataclass(frozen=True, slots=True)
class Plugin:
    """An installed plugin: its entry point, the distribution it came with, and the hooks that it answers."""

    name: str
    distribution: str
    version: str
    hooks: tuple[str, ...] = ()

    @property
    def origin(self) -> str:
        """How reports name it."""
        return f"{self.distribution} {self.version}".strip()


@dataclass(frozen=True, slots=True)
class Plugins:
    """The loaded plugins, and what they offer; every folder comes with its origin.

    `code` are the folders of the packages of plugins that recognise or read: what these find changes when a file there does.
    """

    installed: tuple[Plugin, ...]
    rule_folders: tuple[tuple[str, Path], ...]
    readers: tuple[Reader, ...] = ()
    extractors: tuple[Extractor, ...] = ()
    reports: tuple[ReportForm, ...] = ()
    code: tuple[Path, ...] = ()


def load_plugins() -> Plugins:
    """Load every installed plugin, shipped rules first, then by name.

    Raises PluginError when one cannot be loaded, answers a hook that does not exist, or gives something a hook doesn't take:
    a rule set that is silently missing would be a false "in orde".
    """
    plugins = list(_loaded())
    if not plugins:
        raise PluginError("De regels van toets zijn niet gevonden. Installeer toets opnieuw met 'pip install toets'.")
    folders = ("toets_facts", "toets_vocabulary", "toets_rule_sets")
    return Plugins(
        installed=tuple(one.plugin for one in plugins),
        rule_folders=tuple((one.plugin.origin, path) for one in plugins for hook in folders for path in one.folders(hook)),
        readers=_unique(item for one in plugins for item in one.items("toets_readers", Reader)),
        extractors=_unique(item for one in plugins for item in one.items("toets_extractors", Extractor)),
        reports=_unique(item for one in plugins for item in one.items("toets_reports", ReportForm)),
        code=tuple(folder for one in plugins for folder in one.code),
    )


def plugin_commands(taken: Iterable[str]) -> dict[str, click.Command]:
    """The commands of plugins by name; raises PluginError for a name that is taken."""
    import click

    commands: dict[str, click.Command] = {}
    for one in _loaded():
        for command in one.answers("toets_commands"):
            if not isinstance(command, click.Command) or not command.name:
                raise one.error(f"toets_commands geeft {_shown(command)}; dat is geen click-opdracht met een naam")
            if command.name in taken or command.name in commands:
                raise one.error(f"de opdracht '{command.name}' bestaat al")
            commands[command.name] = command
    return commands


def _unique(items: Iterable[T]) -> tuple[T, ...]:
    """The items in order; raises PluginError when two have one name."""
    seen: dict[str, T] = {}
    for item in items:
        first = seen.get(item.name)
        if first and first.origin == item.origin:
            raise PluginError(f"De plugin {item.origin} geeft '{item.name}' twee keer. Elke naam kan één keer.")
        if first:
            raise PluginError(f"'{item.name}' komt van twee plugins: {first.origin} en {item.origin}. Verwijder een van beide.")
        seen[item.name] = item
    return tuple(seen.values())


@dataclass(frozen=True, slots=True)
class _Loaded:
    plugin: Plugin
    point: EntryPoint
    manager: pluggy.PluginManager
    code: tuple[Path, ...] = ()
    rules: Path | None = None

    def answers(self, hook: str) -> list[Any]:
        """All that the plugin answers to a hook; a mistake in its code becomes a PluginError."""
        given = self.sheltered(lambda: list(getattr(self.manager.hook, hook)()))
        if not given and hook in self.plugin.hooks:
            raise self.error(f"{hook} geeft niets (None); staat er een 'return' in? Zonder inhoud is een lege lijst goed")
        for answer in given:
            if isinstance(answer, str | bytes) or not isinstance(answer, Iterable):
                raise self.error(f"{hook} geeft {_shown(answer)}; geef een lijst")
        return self.sheltered(lambda: [item for answer in given for item in answer])

    def folders(self, hook: str) -> Iterator[Path]:
        if self.rules and hook == RULE_SETS:
            yield self.rules
            return
        for item in self.answers(hook):
            if not isinstance(item, str | PathLike):
                raise self.error(f"{hook} geeft {_shown(item)}; dat is geen map")
            folder = Path(item)
            if not folder.is_absolute():
                where = "een plaats die afhangt van de huidige map; schrijf Path(__file__).parent / 'regels'"
                raise self.error(f"{hook} geeft {_shown(str(folder))}, {where}")
            if not folder.is_dir():
                raise self.error(f"{hook} geeft {folder}, en die map is er niet; controleer of hij met het pakket meekomt")
            yield folder

    def items(self, hook: str, kind: type[T]) -> Iterator[T]:
        for item in self.answers(hook):
            if not isinstance(item, kind):
                raise self.error(f"{hook} geeft {_shown(item)}; verwacht wordt toets.model.extension.{kind.__name__}")
            if problem := misfit(item):
                raise self.error(f"{hook}: {problem}")
            yield replace(item, origin=self.plugin.origin)

    def sheltered(self, action: Callable[[], list[Any]]) -> list[Any]:
        try:
            with redirect_stdout(sys.stderr):  # what code of a plugin prints is no part of a report
                return action()
        except (Exception, SystemExit) as error:
            raise self.error(in_words(error)) from error

    def error(self, what: str) -> PluginError:
        return _error(self.plugin, self.point, what)


def _loaded() -> Iterator[_Loaded]:
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name != OWN, point.name)):
        yield _load(point)


def _load(point: EntryPoint) -> _Loaded:
    plugin = _describe(point)
    manager = pluggy.PluginManager("toets")
    manager.add_hookspecs(hookspecs)
    try:
        with redirect_stdout(sys.stderr):
            module = point.load()
    except (Exception, SystemExit) as error:
        raise _error(plugin, point, in_words(error)) from error
    if problem := no_hook(module):
        raise _error(plugin, point, problem)
    _check_version(getattr(module, "toets_api_version", hookspecs.API_VERSION), plugin, point)
    manager.register(module, name=point.name)
    hooks = tuple(sorted(caller.name for caller in manager.get_hookcallers(module) or ()))
    rules = None if hooks else _rules_in(module)
    if not hooks and not rules:
        what = f"er is geen functie met @hookimpl en geen {MANIFEST} in het pakket; controleer of die meekomt"
        raise _error(plugin, point, what)
    hooks = hooks or (RULE_SETS,)
    computes = not {"toets_extractors", "toets_readers"}.isdisjoint(hooks)
    return _Loaded(replace(plugin, hooks=hooks), point, manager, _code(module, point) if computes else (), rules)


def _check_version(wanted: object, plugin: Plugin, point: EntryPoint) -> None:
    """Refuse a plugin that was made for another version of the hooks."""
    own = hookspecs.API_VERSION
    if wanted == own:
        return
    if not isinstance(wanted, int):
        raise _error(plugin, point, f"toets_api_version is {_shown(wanted)}; verwacht wordt het getal {own}")
    older = "; werk toets bij" if wanted > own else ""
    raise _error(plugin, point, f"hij is gemaakt voor versie {wanted} van de hooks, en deze toets heeft versie {own}{older}")


def _code(module: object, point: EntryPoint) -> tuple[Path, ...]:
    """The folders, or the file, of the code of a plugin: of its whole package, also when the entry point names a part of it."""
    top = sys.modules.get(point.module.partition(".")[0])
    for one in (module, top):
        folders = tuple(Path(folder) for folder in getattr(one, "__path__", ()))
        if folders:
            return folders
    file = getattr(module, "__file__", None) or getattr(top, "__file__", None)
    return (Path(file),) if file else ()


def _rules_in(module: object) -> Path | None:
    """The folder of a package that answers no hook and holds rules: that is its answer, so that rules need no code."""
    folders = [Path(folder) for folder in getattr(module, "__path__", ())]
    return next((folder for folder in folders if (folder / MANIFEST).is_file() or any(folder.glob(f"*/{MANIFEST}"))), None)


def _describe(point: EntryPoint) -> Plugin:
    distribution = point.dist
    return Plugin(point.name, distribution.name if distribution else point.module, distribution.version if distribution else "")


def _error(plugin: Plugin, point: EntryPoint, what: str) -> PluginError:
    return PluginError(
        f"De plugin {plugin.origin} ({point.name} = {point.value}) kan niet worden geladen: {what}. "
        f"Werk de plugin bij of verwijder hem met 'pip uninstall {plugin.distribution}'; dit is toets {version('toets')}."
    )


def _shown(value: object) -> str:
    """A value that a plugin gave, short enough to show."""
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:79]}…"

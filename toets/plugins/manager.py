"""Finds, loads and checks plugins; the rest of toets never touches pluggy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint, entry_points, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pluggy

from toets.errors import PluginError
from toets.model.extension import Extractor, Reader, ReportForm
from toets.plugins import hookspecs

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
                raise one.error(f"toets_commands geeft {command!r}; dat is geen click-opdracht met een naam")
            if command.name in taken or command.name in commands:
                raise one.error(f"de opdracht '{command.name}' bestaat al")
            commands[command.name] = command
    return commands


def _unique(items: Iterable[T]) -> tuple[T, ...]:
    """The items in order; raises PluginError when two have one name."""
    seen: dict[str, T] = {}
    for item in items:
        if item.name in seen:
            raise PluginError(
                f"'{item.name}' komt van twee plugins: {seen[item.name].origin} en {item.origin}. Verwijder een van beide."
            )
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
        return self.sheltered(lambda: [item for answer in getattr(self.manager.hook, hook)() for item in answer])

    def folders(self, hook: str) -> Iterator[Path]:
        if self.rules and hook == RULE_SETS:
            yield self.rules
            return
        for item in self.answers(hook):
            try:
                folder = Path(item)
            except TypeError as error:
                raise self.error(f"{hook} geeft {item!r}; dat is geen map") from error
            yield folder

    def items(self, hook: str, kind: type[T]) -> Iterator[T]:
        for item in self.answers(hook):
            if not isinstance(item, kind):
                raise self.error(f"{hook} geeft {item!r}; verwacht wordt toets.{kind.__name__}")
            yield replace(item, origin=self.plugin.origin)

    def sheltered(self, action: Callable[[], list[Any]]) -> list[Any]:
        try:
            return action()
        except Exception as error:
            raise self.error(f"{type(error).__name__}: {error}") from error

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
        module = point.load()
        manager.register(module, name=point.name)
        manager.check_pending()
    except Exception as error:
        raise _error(plugin, point, f"{type(error).__name__}: {error}") from error
    hooks = tuple(sorted(caller.name for caller in manager.get_hookcallers(module) or ()))
    unmarked = [name for name in _functions(module) if name not in hooks]
    if unmarked:
        raise _error(plugin, point, f"de functie {unmarked[0]} heeft geen @hookimpl, of is geen haak van toets")
    wanted = getattr(module, "toets_api_version", hookspecs.API_VERSION)
    if wanted != hookspecs.API_VERSION:
        what = f"hij is gemaakt voor versie {wanted} van de afspraken; deze toets heeft versie {hookspecs.API_VERSION}"
        raise _error(plugin, point, what)
    rules = None if hooks else _rules_in(module)
    if rules:
        hooks = (RULE_SETS,)
    computes = not {"toets_extractors", "toets_readers"}.isdisjoint(hooks)
    code = tuple(Path(folder) for folder in getattr(module, "__path__", ())) if computes else ()
    return _Loaded(replace(plugin, hooks=hooks), point, manager, code, rules)


def _rules_in(module: object) -> Path | None:
    """The folder of a package that answers no hook and holds rules: that is its answer, so that rules need no code."""
    folders = [Path(folder) for folder in getattr(module, "__path__", ())]
    return next((folder for folder in folders if (folder / MANIFEST).is_file() or any(folder.glob(f"*/{MANIFEST}"))), None)


def _functions(module: object) -> Sequence[str]:
    """The names in a plugin that look like hooks."""
    return [name for name in dir(module) if name.startswith("toets_") and callable(getattr(module, name))]


def _describe(point: EntryPoint) -> Plugin:
    distribution = point.dist
    return Plugin(point.name, distribution.name if distribution else point.module, distribution.version if distribution else "")


def _error(plugin: Plugin, point: EntryPoint, what: str) -> PluginError:
    return PluginError(
        f"De plugin {plugin.origin} ({point.name} = {point.value}) kan niet worden geladen: {what}. "
        f"Werk de plugin bij of verwijder hem met 'pip uninstall {plugin.distribution}'; dit is toets {version('toets')}."
    )

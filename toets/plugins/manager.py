"""Finds, loads and checks plugins; the rest of toets never touches pluggy."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points, version
from pathlib import Path

import pluggy

from toets.errors import PluginError
from toets.plugins import hookspecs

GROUP = "toets"


@dataclass(frozen=True, slots=True)
class Plugin:
    """An installed plugin: its entry point and the distribution it came with."""

    name: str
    distribution: str
    version: str

    @property
    def origin(self) -> str:
        """How reports name it."""
        return f"{self.distribution} {self.version}"


@dataclass(frozen=True, slots=True)
class Plugins:
    """The loaded plugins, and what they offer."""

    installed: tuple[Plugin, ...]
    rule_folders: tuple[tuple[str, Path], ...]


def load_plugins() -> Plugins:
    """Load every installed plugin, shipped rules first, then by name.

    Raises PluginError when one cannot be loaded or answers a hook that does not exist: a rule set that is silently missing
    would be a false "in orde".
    """
    found = sorted(entry_points(group=GROUP), key=lambda point: (point.name != "toets_rules", point.name))
    if not found:
        raise PluginError("De regels van toets zijn niet gevonden. Installeer toets opnieuw met 'pip install toets'.")
    installed: list[Plugin] = []
    folders: list[tuple[str, Path]] = []
    for point in found:
        plugin = _describe(point)
        folders.extend((plugin.origin, folder) for folder in _rule_folders(point, plugin))
        installed.append(plugin)
    return Plugins(tuple(installed), tuple(folders))


def _describe(point: EntryPoint) -> Plugin:
    distribution = point.dist
    return Plugin(point.name, distribution.name if distribution else point.module, distribution.version if distribution else "")


def _rule_folders(point: EntryPoint, plugin: Plugin) -> list[Path]:
    manager = pluggy.PluginManager("toets")
    manager.add_hookspecs(hookspecs)
    try:
        manager.register(point.load(), name=point.name)
        manager.check_pending()
        return [Path(folder) for answer in manager.hook.toets_rule_sets() for folder in answer]
    except Exception as error:
        raise PluginError(
            f"De plugin {plugin.distribution} {plugin.version} ({point.name} = {point.value}) kan niet worden geladen: "
            f"{type(error).__name__}: {error}. Werk de plugin bij of verwijder hem met 'pip uninstall {plugin.distribution}'; "
            f"dit is toets {version('toets')}."
        ) from error

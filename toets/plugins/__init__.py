"""Plugins: what other packages add to toets, through one entry-point group."""

from toets.plugins.hookspecs import hookimpl
from toets.plugins.manager import Plugin, Plugins, load_plugins, plugin_commands
from toets.plugins.promises import check_gives

__all__ = ["Plugin", "Plugins", "check_gives", "hookimpl", "load_plugins", "plugin_commands"]

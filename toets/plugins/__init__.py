"""Plugins: what other packages add to toets, through one entry-point group."""

from toets.plugins.hookspecs import hookimpl
from toets.plugins.manager import Plugin, Plugins, load_plugins, plugin_commands

__all__ = ["Plugin", "Plugins", "hookimpl", "load_plugins", "plugin_commands"]

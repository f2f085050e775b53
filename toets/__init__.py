"""toets: checks a raadsvoorstel or collegevoorstel before it goes on the agenda.

The names below are the public API; each is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from toets.checker import Checker, check
    from toets.errors import ToetsError
    from toets.plugins.hookspecs import hookimpl

__version__ = "0.1.0"
__all__ = ["Checker", "ToetsError", "__version__", "check", "hookimpl"]

_HOMES = (
    ("Checker", "toets.checker"),
    ("check", "toets.checker"),
    ("ToetsError", "toets.errors"),
    ("hookimpl", "toets.plugins.hookspecs"),
)


def __getattr__(name: str) -> Any:
    """Import a public name when it is asked for (PEP 562)."""
    for known, home in _HOMES:
        if name == known:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'toets' has no attribute {name!r}")

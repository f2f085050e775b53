"""The contract with plugins: what a package may offer to toets."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pluggy

hookspec = pluggy.HookspecMarker("toets")
hookimpl = pluggy.HookimplMarker("toets")


@hookspec
def toets_rule_sets() -> Iterable[Path]:  # type: ignore[empty-body]
    """Folders with rule sets, facts, vocabulary and derivations, laid out as docs/ontwerp.md says.

    :returns: the folders; rules of a later one may use facts and words of an earlier one.
    """

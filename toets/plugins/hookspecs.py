"""The contract with plugins: what a package may offer to toets.

A plugin is a module (or object) behind an entry point of the group `toets`. It answers any of these hooks with functions
that carry `@hookimpl` and ask for nothing; a function that begins with `toets_` and doesn't is refused, so that a misspelt hook
is never silent. Every answer is a list, or another collection; None is refused, as it comes from a forgotten `return`.
A package that answers no hook and holds a `ruleset.toml`, itself or in a folder, offers its own folder as rule sets.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pluggy

from toets.model.extension import Extractor, Reader, ReportForm

if TYPE_CHECKING:
    import click

hookspec = pluggy.HookspecMarker("toets")
hookimpl = pluggy.HookimplMarker("toets")

API_VERSION = 1
"""The version of this contract. A plugin that needs one in particular sets `toets_api_version` to it."""


@hookspec
def toets_rule_sets() -> Iterable[Path]:  # type: ignore[empty-body]
    """Folders with rule sets, and whatever facts, words and derivations they need, laid out as docs/ontwerp.md says.

    :returns: the folders; rules of a later one may use facts and words of an earlier one.
    """


@hookspec
def toets_vocabulary() -> Iterable[Path]:  # type: ignore[empty-body]
    """Folders with words only: topics, phrases, headings, bodies, laws.

    :returns: the folders; their words hold for the rules of all plugins.
    """


@hookspec
def toets_facts() -> Iterable[Path]:  # type: ignore[empty-body]
    """Folders with declarations of facts only, for the extractors of this plugin and the rules of others.

    :returns: the folders; they are read before the words and rules of the same plugin.
    """


@hookspec
def toets_readers() -> Iterable[Reader]:  # type: ignore[empty-body]
    """Readers of formats that toets doesn't know, or reads otherwise.

    :returns: the readers; they go before those of toets for the endings they name.
    """


@hookspec
def toets_extractors() -> Iterable[Extractor]:  # type: ignore[empty-body]
    """Code that finds facts which phrases can't: counting, computing, comparing.

    :returns: the extractors, each with the kinds of fact it gives.
    """


@hookspec
def toets_reports() -> Iterable[ReportForm]:  # type: ignore[empty-body]
    """Forms of report for `toets check --format`.

    :returns: the forms; a name that toets has itself is refused.
    """


@hookspec
def toets_commands() -> Iterable[click.Command]:  # type: ignore[empty-body]
    """Commands for the command line; asked for only when a command is called that toets doesn't have, and by `toets plugins`.

    :returns: the commands; a name that toets has itself is refused.
    """

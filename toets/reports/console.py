"""Text on a screen, with rich: what belongs together stays on one line."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text

from toets.reports.words import unbroken

NARROWEST = 40
_HELD = "\ue000"
"""Stands for a space that may not end a line; rich breaks at the usual sign for that too."""


def drawn(parts: Iterable[RenderableType], *, width: int, color: bool) -> str:
    """The parts below each other, as text of at most `width` columns; with `color` with terminal codes."""
    out = StringIO()
    console = Console(
        file=out, width=max(width, NARROWEST), force_terminal=color, no_color=not color,
        color_system="standard" if color else None, highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    for part in parts:
        console.print(part)
    return "\n".join(line.rstrip() for line in out.getvalue().replace(_HELD, " ").splitlines()) + "\n"


def rule(width: int) -> Text:
    """What stands between two documents."""
    return Text("-" * min(max(width, NARROWEST), 80), style="dim")


def said(words: str, style: str = "") -> Text:
    """Words in which an amount, a day and an article stay whole at the end of a line."""
    return Text(held(words), style=style)


def held(words: str) -> str:
    """The same as characters, for a text that is put together."""
    return unbroken(words).replace("\u00a0", _HELD)

"""The shipped rule sets: data, offered to toets as any other plugin does."""

from collections.abc import Iterable
from pathlib import Path

from toets import hookimpl


@hookimpl
def toets_rule_sets() -> Iterable[Path]:
    """The folder with the shipped rules."""
    return [Path(__file__).parent]

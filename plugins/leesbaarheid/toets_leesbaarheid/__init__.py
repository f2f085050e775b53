"""Readability for toets: what makes a Dutch text heavy, with the place and a way to mend it; never a score or a level."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from toets import hookimpl

if TYPE_CHECKING:
    from toets.extract.scene import Scene
    from toets.model.extension import Extractor
    from toets.model.fact import Draft

toets_api_version = 1

GIVES = ("text_count", "long_sentence", "long_paragraph", "passive_sentence", "tang_sentence", "short_form", "word_count")


@hookimpl
def toets_rule_sets() -> Iterable[Path]:
    """The folder with rules, facts and words."""
    return [Path(__file__).parent / "leesbaarheid"]


@hookimpl
def toets_extractors() -> Iterable[Extractor]:
    """One extractor; its code is imported when the first document is read."""
    from toets.model.extension import Extractor

    return [Extractor("leesbare zinnen", GIVES, _find)]


def _find(scene: Scene) -> Iterable[Draft]:
    from toets_leesbaarheid.heavy import find

    return find(scene)

"""Publication for toets: whether a document can be made public, by what it says and by what its file holds beside the text."""

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

OF_FILE = ("data_table", "file_language", "file_name_of", "file_title", "heading_skip", "hidden_text", "shown_picture")
OF_PEOPLE = ("private_number", "signature", "work_contact")


@hookimpl
def toets_rule_sets() -> Iterable[Path]:
    """The folder with rules, facts and words."""
    return [Path(__file__).parent / "publicatie"]


@hookimpl
def toets_extractors() -> Iterable[Extractor]:
    """Three extractors; their code is imported when the first document is read, and each fails by itself."""
    from toets.model.extension import Extractor

    return [
        Extractor("sporen in het bestand", OF_FILE, _of_file),
        Extractor("tot personen te herleiden", OF_PEOPLE, _of_people),
        Extractor("etiketten", ("label",), _labels),
    ]


def _of_file(scene: Scene) -> Iterable[Draft]:
    from toets_publicatie.file import find

    return find(scene)


def _of_people(scene: Scene) -> Iterable[Draft]:
    from toets_publicatie.people import find

    return find(scene)


def _labels(scene: Scene) -> Iterable[Draft]:
    from toets_publicatie.labels import find

    return find(scene)

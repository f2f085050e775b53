"""What other packages may add in code: readers of files, extractors of facts, and forms of report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from toets.model.document import Source
    from toets.model.fact import Draft

FORMS: Mapping[str, str] = MappingProxyType(
    {
        "text": "txt",
        "json": "json",
        "html": "html",
        "markdown": "md",
        "sarif": "sarif",
        "junit": "junit.xml",
        "csv": "csv",
        "xlsx": "xlsx",
        "word": "docx",
        "retour": "retour.txt",
        "retour-word": "retour.docx",
        "github": "github.txt",
        "gitlab": "gitlab.json",
    }
)
"""The forms of report of toets itself that tell of a whole run in one file, with the ending of that file."""

COPIES = "word-comments"
"""The form that gives a copy of each document, with the findings in it."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one format: `read` gets the bytes of a file and its name, and gives a Source; it raises ReadError when it can't.

    `suffixes` are the endings of its files, lower case with the dot (".eml"); a reader of toets itself gives way to it.
    `origin` is the plugin it comes from; toets fills it in.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Source]
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Extractor:
    """Finds facts: `find` gets a scene (`toets.extract.scene.Scene`) and gives drafts of the kinds of fact that `gives` names.

    It only recognises and never judges, looks at nothing but the scene, and gives the same answer each time. A kind that is
    not declared in a folder with facts stops the run. When it fails, or gives anything else than drafts of those kinds with
    values as they were declared, the rules that ask for them become undecidable, and the run goes on.
    """

    name: str
    gives: tuple[str, ...]
    find: Callable[[Any], Iterable[Draft]]
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ReportForm:
    """A form of report, for `toets check --format NAME`: `render` gets a Report and gives text, or bytes.

    `suffix` is the ending of its files, with the dot; `says` tells in a few Dutch words what it is.
    """

    name: str
    suffix: str
    says: str
    render: Callable[[Any], str | bytes]
    origin: str = ""

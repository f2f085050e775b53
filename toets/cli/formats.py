"""The forms of a report that `toets check` can give: how each is made, and what its file is called."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import PurePath

from toets.cli.output import Result
from toets.model.report import Report

ENDINGS: dict[str, str] = {
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
"""The formats that tell of a whole run in one file, with the ending of that file."""

FORMATS: tuple[str, ...] = tuple(ENDINGS)

_FOR_READERS = frozenset({"html", "word", "markdown"})
"""The formats that are made for one reader."""
_LETTERS = frozenset({"retour", "retour-word"})


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user asked for beside the format."""

    facts: bool = False
    verbose: bool = False
    to_screen: bool = True
    reader: str = ""
    due: date | None = None


def render(form: str, report: Report, choices: Choices) -> Iterator[Result]:
    """The results of one format; a format that makes a file of each document gives one for each."""
    yield Result(f"{_stem(report)}{ENDINGS[form]}", _content(form, report, choices))


def result_name(path: str, ending: str) -> str:
    """What the file about one document is called: voorstel.toets.html."""
    return f"{PurePath(path).stem or 'document'}.toets.{ending}"


def formats_of(chosen: Sequence[str]) -> tuple[str, ...]:
    """The formats that were asked for, each once; text when none was."""
    return tuple(dict.fromkeys(chosen)) or ("text",)


def _stem(report: Report) -> str:
    """The file about a whole run: named after its only document, else toets.html."""
    return result_name(report.documents[0].path, "") if len(report.documents) == 1 else "toets."


def _content(form: str, report: Report, choices: Choices) -> str | bytes:
    if form == "json":
        from toets.reports.json import to_json

        return to_json(report, facts=choices.facts)
    if form == "text":
        from toets.reports.terminal import to_terminal

        color = choices.to_screen and sys.stdout.isatty() and "NO_COLOR" not in os.environ
        width = shutil.get_terminal_size((100, 24)).columns if choices.to_screen else 100
        return to_terminal(report, width=width, color=color, verbose=choices.verbose)
    name = form.replace("-", "_")
    make: Callable[..., str | bytes] = getattr(import_module(f"toets.reports.{name}"), f"to_{name}")
    if form in _FOR_READERS:
        from toets.reports.views import view_for

        return make(report, view=view_for(choices.reader))
    return make(report, due=choices.due) if form in _LETTERS else make(report)

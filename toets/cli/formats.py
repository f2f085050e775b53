"""The forms of a report that `toets check` can give: how each is made, and what its file is called."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
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
}
"""The formats that tell of a whole run in one file, with the ending of that file."""

FORMATS: tuple[str, ...] = tuple(ENDINGS)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user asked for beside the format."""

    facts: bool = False
    verbose: bool = False
    to_screen: bool = True


def render(form: str, report: Report, choices: Choices) -> Iterator[Result]:
    """The results of one format; a format that makes a file of each document gives one for each."""
    yield Result(f"{_stem(report)}{ENDINGS[form]}", _text(form, report, choices))


def result_name(path: str, ending: str) -> str:
    """What the file about one document is called: voorstel.toets.html."""
    return f"{PurePath(path).stem or 'document'}.toets.{ending}"


def formats_of(chosen: Sequence[str]) -> tuple[str, ...]:
    """The formats that were asked for, each once; text when none was."""
    return tuple(dict.fromkeys(chosen)) or ("text",)


def _stem(report: Report) -> str:
    """The file about a whole run: named after its only document, else toets.html."""
    return result_name(report.documents[0].path, "") if len(report.documents) == 1 else "toets."


def _text(form: str, report: Report, choices: Choices) -> str:
    if form == "json":
        from toets.reports.json import to_json

        return to_json(report, facts=choices.facts)
    if form == "text":
        from toets.reports.terminal import to_terminal

        color = choices.to_screen and sys.stdout.isatty() and "NO_COLOR" not in os.environ
        width = shutil.get_terminal_size((100, 24)).columns if choices.to_screen else 100
        return to_terminal(report, width=width, color=color, verbose=choices.verbose)
    make: Callable[[Report], str] = getattr(import_module(f"toets.reports.{form}"), f"to_{form}")
    return make(report)

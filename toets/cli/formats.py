"""The forms of a report that `toets check` can give: how each is made, and what its file is called."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from hashlib import sha256
from importlib import import_module
from pathlib import Path, PurePath

import click

from toets.cli.output import Result, told
from toets.errors import AnnotateError, OutputError, in_words
from toets.model.extension import COPIES, FORMS, ReportForm
from toets.model.report import DocumentReport, DocumentStatus, Report
from toets.readers import ReadOptions

FORMATS: tuple[str, ...] = (*FORMS, COPIES)

_FOR_READERS = frozenset({"html", "word", "markdown"})
"""The formats that are made for one reader."""
_FOR_PLATFORMS = frozenset({"sarif", "github", "gitlab"})
"""The formats for a platform that looks a file up in the repository: its path has to start there."""
_LETTERS = frozenset({"retour", "retour-word"})


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user asked for beside the format."""

    facts: bool = False
    verbose: bool = False
    to_screen: bool = True
    reader: str = ""
    due: date | None = None
    reading: ReadOptions | None = None


class Form(click.ParamType):  # type: ignore[type-arg]
    """The name of a format: of toets itself, or of a plugin."""

    name = "vorm"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name as it is; plugins are only asked for one that toets doesn't have."""
        added = () if value in FORMATS else tuple(form.name for form in _added())
        if value not in (*FORMATS, *added):
            near = [name for name, ending in FORMS.items() if ending == value] or get_close_matches(
                value, (*FORMATS, *added), n=1
            )
            meant = f" Bedoelde u '{near[0]}'?" if near else ""
            self.fail(f"{value!r} is niet een van {', '.join((*FORMATS, *added))}.{meant}", param, ctx)
        return value


def _added() -> tuple[ReportForm, ...]:
    from toets.plugins import load_plugins

    return load_plugins().reports


def _by_plugin(name: str, report: Report) -> Result:
    """The report of a plugin; one that fails takes nothing else along."""
    form = next(form for form in _added() if form.name == name)
    try:
        with redirect_stdout(sys.stderr):  # what it prints is no part of the report
            content: object = form.render(report)
    except (Exception, SystemExit) as error:  # any mistake of a plugin is told with its name
        raise _form_error(form, f"werd afgebroken ({in_words(error)})") from error
    if not isinstance(content, (str, bytes)):
        raise _form_error(form, f"gaf geen tekst of bytes, maar {type(content).__name__}")
    return Result(f"{_stem(report)}{form.suffix.removeprefix('.')}", content)


def _form_error(form: ReportForm, what: str) -> OutputError:
    return OutputError(f"Het verslag '{form.name}' van {form.origin} {what}. Meld dit bij de maker van de plugin.")


def render(form: str, report: Report, choices: Choices) -> Iterator[Result]:
    """The results of one format; a format that makes a file of each document gives one for each."""
    if form == COPIES:
        yield from _copies(report, choices)
    elif form not in FORMATS:
        yield _by_plugin(form, report)
    else:
        yield Result(f"{_stem(report)}{FORMS[form]}", _content(form, report, choices))


def _copies(report: Report, choices: Choices) -> Iterator[Result]:
    """A copy with notes of each document; a report of its own for one that is left alone."""
    from toets.annotate import annotate

    for document in report.documents:
        if document.status is not DocumentStatus.JUDGED:
            click.echo(told(document), err=True)
            continue
        try:
            made = annotate(document, _original(document), choices.reading)
        except AnnotateError as error:
            click.echo(f"{document.path}: {error} De bevindingen staan in een los verslag.", err=True)
            alone = replace(report, documents=(document,))
            yield Result(result_name(document.path, FORMS["html"]), _content("html", alone, choices), own_ending=True)
        else:
            yield Result(result_name(f"{PurePath(document.path).stem}.opmerkingen.x", made.ending), made.data)


def _original(document: DocumentReport) -> bytes:
    """The bytes of the file that was judged."""
    try:
        data = Path(document.path).read_bytes()
    except OSError as error:
        raise AnnotateError("opmerkingen kunnen alleen in een kopie van een bestand, en dit bestand is er niet.") from error
    if sha256(data).hexdigest() != document.sha256:
        raise AnnotateError("het bestand is gewijzigd terwijl het werd getoetst.")
    return data


def result_name(path: str, ending: str) -> str:
    """What the file about one document is called: voorstel.toets.html."""
    return f"{PurePath(path).stem or 'document'}.toets.{ending}"


def formats_of(chosen: Sequence[str]) -> tuple[str, ...]:
    """The formats that were asked for, each once; text when none was."""
    return tuple(dict.fromkeys(chosen)) or ("text",)


def _stem(report: Report) -> str:
    """The file about a whole run: named after its only document, else toets.html."""
    return result_name(report.documents[0].path, "") if len(report.documents) == 1 else "toets."


def _text(report: Report, choices: Choices) -> str:
    """The report on the screen; one for a reader has the parts of that reader, as in every other form."""
    from toets.reports.terminal import to_terminal

    color = choices.to_screen and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    width = shutil.get_terminal_size((100, 24)).columns if choices.to_screen else 100
    if choices.reader and not choices.verbose:
        from toets.reports.book import book
        from toets.reports.screen import to_screen
        from toets.reports.views import view_for

        return to_screen(book(report, view_for(choices.reader)), width=width, color=color)
    return to_terminal(report, width=width, color=color, verbose=choices.verbose)


def _from_here(report: Report) -> Report:
    """The report with paths from the current folder, for documents that lie in it."""
    here = Path.cwd()
    inside = (one for one in report.documents if Path(one.path).is_relative_to(here))
    shorter = {one.path: replace(one, path=str(Path(one.path).relative_to(here))) for one in inside}
    return replace(report, documents=tuple(shorter.get(one.path, one) for one in report.documents))


def _content(form: str, report: Report, choices: Choices) -> str | bytes:
    if form == "json":
        from toets.reports.json import to_json

        return to_json(report, facts=choices.facts)
    if form == "text":
        return _text(report, choices)
    name = form.replace("-", "_")
    if form in _FOR_PLATFORMS:
        report = _from_here(report)
    make: Callable[..., str | bytes] = getattr(import_module(f"toets.reports.{name}"), f"to_{name}")
    if form in _FOR_READERS:
        from toets.reports.views import view_for

        return make(report, view=view_for(choices.reader))
    return make(report, due=choices.due) if form in _LETTERS else make(report)

"""Writing results: to the screen, to a file, or to a folder; a file is complete or not there at all."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from toets.disk import reason
from toets.errors import OutputError, UsageError

if TYPE_CHECKING:
    from toets.model.report import DocumentReport


@dataclass(frozen=True, slots=True)
class Result:
    """One thing to write: its bytes or text, and the name it gets in a folder ("voorstel.toets.html").

    `own_ending`: it is of another kind than what was asked for, so a file that it is written to gets the ending of its name.
    """

    name: str
    content: str | bytes
    own_ending: bool = False

    @property
    def data(self) -> bytes:
        """The bytes as they are written; text as UTF-8."""
        return self.content if isinstance(self.content, bytes) else self.content.encode("utf-8", errors="replace")


def told(document: DocumentReport) -> str:
    """Why a document was not judged, with its path once; some messages begin with the name already."""
    path = document.path
    return f"{path}: {document.message.removeprefix(f'{path}: ').removeprefix(f'{PurePath(path).name}: ')}"


def is_folder(output: Path, results: Sequence[Result]) -> bool:
    """Whether an output path means a folder: one that is there, or a name without ending for several or binary files."""
    if output.exists():
        return output.is_dir()
    return not output.suffix and (len(results) > 1 or any(isinstance(result.content, bytes) for result in results))


def write(text: str, output: Path | None, *, force: bool, name: str = "toets.txt") -> None:
    """Show one text, or write it to `output`: a file, or a folder in which it is called `name`.

    Raises OutputError when the file exists and `force` is not given, or when it cannot be written.
    """
    write_results([Result(name, text)], output, force=force)


def write_results(results: Sequence[Result], output: Path | None, *, force: bool, originals: Iterable[Path] = ()) -> None:
    """Show a text, or write the results to `output`: a file for one result, a folder for one or more.

    The folder is made if its parent is there. `originals` are never written to, whatever `force` says. Nothing is written when
    one of the names is taken. Raises OutputError, and UsageError when the results don't fit what `output` is.
    """
    if output is None:
        _show(results)
        return
    try:
        targets = _targets(results, output)
        _refuse(targets, tuple(originals), force=force)
        folder = is_folder(output, results)
    except OSError as error:  # a name that is too long, or a folder that can't be looked into
        raise _unwritable(output, error) from error
    if folder:
        _make(output)
    for result, target in zip(results, targets, strict=True):
        _put(result.data, target)
        click.echo(f"Geschreven: {target}", err=True)


def _show(results: Sequence[Result]) -> None:
    if len(results) > 1:
        raise UsageError("Meer dan één resultaat past niet op het scherm. Geef met --output een map op.")
    for result in results:
        if isinstance(result.content, bytes) and sys.stdout.isatty():
            raise UsageError(f"{result.name} is geen tekst voor het scherm. Geef met --output een bestand of map op.")
        try:
            click.echo(result.content, nl=isinstance(result.content, str) and not result.content.endswith("\n"))
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _unwritable(Path("De standaarduitvoer"), error) from error


def _targets(results: Sequence[Result], output: Path) -> list[Path]:
    if is_folder(output, results):
        return [output / name for name in _distinct([result.name for result in results])]
    if len(results) > 1:
        raise UsageError(f"{output} is één bestand, en er zijn {len(results)} resultaten. Geef achter --output een map op.")
    return [output.with_suffix(PurePath(result.name).suffix) if result.own_ending else output for result in results]


def _distinct(names: Sequence[str]) -> list[str]:
    """Names of which none are alike, whatever the capitals: the second gets -2 before its first dot."""
    taken: set[str] = set()
    out = []
    for name in names:
        stem, dot, ending = name.partition(".toets.")
        number, free = 1, name
        while free.casefold() in taken:
            number += 1
            free = f"{stem}-{number}{dot}{ending}"
        taken.add(free.casefold())
        out.append(free)
    return out


def _refuse(targets: Sequence[Path], originals: Sequence[Path], *, force: bool) -> None:
    for target in targets:
        if not target.exists():
            continue
        if any(original.exists() and target.samefile(original) for original in originals):
            raise OutputError(f"{target} is het document zelf, en dat wordt nooit overschreven. Kies een andere naam of map.")
        if target.is_dir():
            raise OutputError(f"{target} is een map. Kies een andere naam of map achter --output.")
        if target.is_file() and not force:
            raise OutputError(
                f"{target} bestaat al. Kies een andere naam achter --output, of gebruik --force om te overschrijven."
            )


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _put(data: bytes, target: Path) -> None:
    """Beside the target first, so that a full disk never leaves half a file; devices and pipes are written to directly."""
    direct = target.exists() and not target.is_file()
    goal = target.resolve() if target.is_symlink() else target
    place = target if direct else goal.with_name(f".toets-{secrets.token_hex(6)}.tmp")
    try:
        with place.open("wb" if direct else "xb") as file:
            file.write(data)
        if not direct:
            place.replace(goal)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        if not direct:
            with suppress(OSError):
                place.unlink()


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(f"{path} kan niet worden geschreven: {reason(error)}. Controleer de map, de rechten en de ruimte.")

"""Old and flat office files, through LibreOffice where it is installed: it makes them .docx, which we read ourselves."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from toets.errors import ReadError
from toets.model.document import Source
from toets.model.reading import ReadOptions
from toets.readers.docx import read_docx
from toets.readers.package import open_package
from toets.readers.sniff import Format


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a format is called in a sentence, and the ending by which LibreOffice knows it."""

    words: str
    ending: str


_KINDS: Final[Mapping[Format, _Kind]] = MappingProxyType(
    {
        Format.OLD_WORD: _Kind("een Word-bestand van vóór 2007 (.doc)", "doc"),
        Format.RTF: _Kind("een RTF-bestand", "rtf"),
        Format.FLAT_ODF: _Kind("een plat OpenDocument-bestand (.fodt)", "fodt"),
    }
)
_NAMES: Final = ("soffice", "libreoffice")
_SECONDS: Final = 90.0
_REMEDY: Final = "open het in Word, sla het op als .docx, en toets dat bestand."
_SETTINGS: Final = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    # What is linked all the same goes to a proxy that isn't there.
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def read_office(data: bytes, name: str, found: Format, options: ReadOptions) -> Source:
    """The document in an old Word file, RTF or flat ODF, its tracked changes and comments included.

    Raises ReadError, with the remedy, when LibreOffice isn't installed, can't open the file, or takes too long.
    """
    kind = _KINDS[found]
    program = next((path for each in _NAMES if (path := shutil.which(each))), None)
    if program is None:
        raise ReadError(
            f"{name}: dit is {kind.words}, en dat kan toets alleen lezen als LibreOffice is geïnstalleerd. "
            f"Installeer LibreOffice, of {_REMEDY}"
        )
    with tempfile.TemporaryDirectory(prefix="toets-office-", ignore_cleanup_errors=True) as folder:
        made = _converted(program, data, name, kind, Path(folder), options)
    return replace(read_docx(open_package(made, name, options.limits), data, options), format=kind.ending)


def _converted(program: str, data: bytes, name: str, kind: _Kind, folder: Path, options: ReadOptions) -> bytes:
    """The file as .docx; `folder` is an empty one for this file alone, so that two runs never share a profile."""
    given, made = folder / f"document.{kind.ending}", folder / "docx" / "document.docx"
    given.write_bytes(data)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
    seconds = min(_SECONDS, options.limits.seconds)
    office = (f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo")
    done = _run((program, *office, "--convert-to", "docx", "--outdir", str(made.parent), str(given)), folder, seconds)
    if not done:
        raise ReadError(
            f"{name}: LibreOffice deed langer dan {seconds:.0f} seconden over dit bestand en is gestopt. "
            f"Mogelijk is het beschadigd; {_REMEDY}"
        )
    if not made.is_file():
        raise ReadError(
            f"{name}: dit is {kind.words}, en LibreOffice kan het niet openen. Mogelijk is het beschadigd of beveiligd met een "
            f"wachtwoord; {_REMEDY}"
        )
    if made.stat().st_size > options.limits.file_size:
        raise ReadError(
            f"{name}: het bestand is te groot nadat LibreOffice het heeft geopend. Deel het op, en toets het voorstel."
        )
    return made.read_bytes()


def _run(command: tuple[str, ...], folder: Path, seconds: float) -> bool:
    """Whether the command ended by itself in time; whatever happens, nothing of it is left running."""
    environment = {**os.environ, "HOME": str(folder), "TMPDIR": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    nowhere = subprocess.DEVNULL
    # Fixed words and paths of our own making: nothing of the document's reaches the command.
    process = subprocess.Popen(  # noqa: S603
        command, cwd=folder, env=environment, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _stop(process)
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the process with its children: soffice is a script that starts the real program."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            return  # everything had ended
    else:
        process.kill()
    process.wait()


def _settings() -> str:
    """A LibreOffice profile in which no macro runs and nothing is fetched."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'

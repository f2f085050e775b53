"""The command line as a user runs it, in the process of the tests: to start Python and load the libraries takes longest."""

from __future__ import annotations

import gettext
import io
import os
import sys
from contextlib import ExitStack, chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from toets.cli import main


@dataclass(frozen=True, slots=True)
class Run:
    """What a command answered."""

    returncode: int
    stdout: str
    stderr: str


def toets(*arguments: str | Path, cwd: Path | None = None, text: str = "") -> Run:
    """Run a command, in a folder and with a text on standard input, and leave everything as it was."""
    given, out, err = (io.TextIOWrapper(io.BytesIO(data), "utf-8") for data in (text.encode(), b"", b""))
    domain = gettext.textdomain()
    with ExitStack() as stack:
        stack.callback(gettext.textdomain, domain)
        stack.enter_context(mock.patch.dict(os.environ))
        stack.enter_context(mock.patch.object(sys, "argv", ["toets", *map(str, arguments)]))
        stack.enter_context(mock.patch.object(sys, "stdin", given))
        stack.enter_context(redirect_stdout(out))
        stack.enter_context(redirect_stderr(err))
        stack.enter_context(chdir(cwd or Path.cwd()))
        try:
            main()
        except SystemExit as leave:
            code = int(leave.code or 0)
    return Run(code, *(_written(stream) for stream in (out, err)))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()

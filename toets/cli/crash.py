"""A log of a mistake in toets itself, to send along with a report."""

from __future__ import annotations

import platform
import tempfile
import traceback
from importlib.metadata import PackageNotFoundError, version

PACKAGES = ("toets", "durable-rules", "spacy", "pypdfium2", "pdfplumber", "python-docx", "lxml", "click", "pluggy")


def write_log(error: BaseException) -> str:
    """Write versions and traceback to a file in the folder for temporary files; where it is, or all of it if that can't be."""
    lines = [f"python {platform.python_version()} ({platform.system()} {platform.machine()})"]
    lines += [f"{name} {_version(name)}" for name in PACKAGES]
    lines += ["", *traceback.format_exception(error)]
    text = "\n".join(lines)
    try:
        with tempfile.NamedTemporaryFile("w", prefix="toets-", suffix=".log", delete=False, encoding="utf-8") as file:
            file.write(text)
    except OSError:
        return f"hieronder\n{text}"
    return f"in {file.name}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "niet geïnstalleerd"

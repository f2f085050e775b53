"""A log of a mistake in toets itself, to send along with a report."""

from __future__ import annotations

import platform
import tempfile
import traceback
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("toets", "durable-rules", "spacy", "pypdfium2", "pdfplumber", "python-docx", "lxml", "click", "pluggy")


def write_log(error: BaseException) -> Path:
    """Write versions and traceback to a file in the folder for temporary files; give its path."""
    lines = [f"python {platform.python_version()} ({platform.system()} {platform.machine()})"]
    lines += [f"{name} {_version(name)}" for name in PACKAGES]
    lines += ["", *traceback.format_exception(error)]
    with tempfile.NamedTemporaryFile("w", prefix="toets-", suffix=".log", delete=False, encoding="utf-8") as file:
        file.write("\n".join(lines))
    return Path(file.name)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "niet geïnstalleerd"

"""Every message of the command line is Dutch, also those that click makes."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from toets.cli.dutch import LOCALE

ENGLISH = ("Usage", "Error", "Try '", "Options:", "Show ", "No such", "Missing", "Invalid", "must be", "is not")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--help",), "Opdrachten"),
        (("check", "--help"), "Toon deze uitleg."),
        (("check",), "Er ontbreekt"),
        (("check", "--bestaatniet", "x"), "bestaat niet"),
        (("check", "--format", "wat", "x"), "is niet een van"),
        (("check", "--jobs", "0", "x"), "geen heel getal"),
        (("cheque", "x"), "Bedoelde u 'check'?"),
        (("explain",), "Er ontbreekt"),
        (("explain", "MID-01", "MID-02"), "te veel"),
    ],
)
def test_help_and_wrong_use_are_told_in_dutch_whatever_the_system_speaks(arguments: tuple[str, ...], says: str) -> None:
    environment = os.environ | {"LANG": "en_US.UTF-8", "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "toets", *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    told = result.stdout + result.stderr
    assert says in told
    assert [word for word in ENGLISH if word in told] == []
    assert "Traceback" not in told


def test_the_compiled_messages_are_those_of_the_source() -> None:
    folder = LOCALE / "nl" / "LC_MESSAGES"
    with (folder / "toets.po").open("rb") as source, (folder / "toets.mo").open("rb") as compiled:
        written, made = _told(read_po(source)), _told(read_mo(compiled))
    assert made == written


def _told(catalog: Catalog) -> dict[str, str]:
    """The messages by what click says; those with a plural as lists."""
    return {str(_plain(message.id)): str(_plain(message.string)) for message in catalog if message.id}


def _plain(said: str | list[str] | tuple[str, ...] | None) -> str | list[str]:
    return said if isinstance(said, str) else list(said or ())

"""What the README shows is there, and its main command runs."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(set(re.findall(r"^ {4}toets (\w+)", README, re.MULTILINE)))


def toets(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "toets", *arguments], capture_output=True, text=True, cwd=ROOT, check=False)


def test_the_main_command_gives_a_report_on_a_document_of_the_repository() -> None:
    command = re.search(r"\.venv/bin/toets (check \S+)", README)
    assert command
    run = toets(*shlex.split(command[1]))
    assert run.returncode in (0, 1)
    assert "Advies:" in run.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_is_shown_exists(command: str) -> None:
    assert toets(command, "--help").returncode == 0


def test_every_option_that_is_shown_exists() -> None:
    shown = set(re.findall(r"--[a-z][a-z-]+", README.split("## Commands")[1].split("## How")[0])) - {"--no-deps"}
    known = "".join(toets(command, "--help").stdout for command in COMMANDS)
    assert not [option for option in sorted(shown) if option not in known]

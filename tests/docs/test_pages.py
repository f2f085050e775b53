"""Every command and every example that the handbook shows works."""

from __future__ import annotations

import os
import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.docs.conftest import run
from tests.docs.sessions import PAGES, ROOT, Command, File, Snippet, differs, steps

SHOWN = [page for page in PAGES if any(isinstance(step, Command) and not step.place for step in steps(page))]
WITH_PLUGIN = [page for page in PAGES if any(isinstance(step, Command) and step.place == "plugin" for step in steps(page))]
INSTALLING = [page for page in PAGES if any(isinstance(step, Command) and step.place == "installeren" for step in steps(page))]


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def follow(page: Path, folder: Path, environment: Mapping[str, str], places: frozenset[str]) -> list[str]:
    """Do what a page says; what went otherwise than it promises."""
    wrong = []
    for step in steps(page):
        if isinstance(step, File):
            (folder / step.name).parent.mkdir(parents=True, exist_ok=True)
            (folder / step.name).write_text(step.text, encoding="utf-8")
        elif isinstance(step, Command) and step.place in places:
            done = run(step.line, folder, environment)
            if done.returncode != step.code:
                wrong.append(f"{step.line}: eindigt met {done.returncode} in plaats van {step.code}\n{done.stderr[-800:]}")
            if lost := differs(step.output, done.stdout + done.stderr):
                wrong.append(f"{step.line}: toont niet '{lost}'\n{done.stdout[-800:]}")
    return wrong


@pytest.mark.parametrize("page", [page for page in SHOWN if page not in WITH_PLUGIN], ids=name_of)
def test_the_commands_of_a_page_do_what_it_says(page: Path, folder: Path, programs: Mapping[str, str]) -> None:
    if page.parent == ROOT:
        (folder / "corpus").symlink_to(ROOT / "corpus")
        (folder / ".venv").mkdir()
        (folder / ".venv" / "bin").symlink_to(programs["PATH"].split(os.pathsep)[0])
    assert not follow(page, folder, programs, frozenset({""}))


@pytest.mark.parametrize("page", WITH_PLUGIN, ids=name_of)
def test_the_commands_that_install_a_plugin_do_what_the_page_says(
    page: Path, folder: Path, own_environment: Mapping[str, str]
) -> None:
    assert not follow(page, folder, own_environment, frozenset({"", "plugin"}))


@pytest.mark.skipif(not os.environ.get("TOETS_DOCS_INSTALL"), reason="haalt pakketten op: alleen met TOETS_DOCS_INSTALL=1")
@pytest.mark.parametrize("page", INSTALLING, ids=name_of)
def test_the_commands_that_install_toets_do_what_the_page_says(page: Path, tmp_path: Path) -> None:
    copy = tmp_path / "toets"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "build", "dist", "__pycache__", ".*_cache"))
    lines = [step.line for step in steps(page) if isinstance(step, Command) and step.place == "installeren"]
    done = run("set -e\n" + "\n".join(lines), copy, os.environ)
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_toml_that_a_page_shows_can_be_read(page: Path) -> None:
    for step in steps(page):
        if (isinstance(step, File) and step.name.endswith(".toml")) or (isinstance(step, Snippet) and step.language == "toml"):
            assert tomllib.loads(step.text)


def test_only_what_needs_another_machine_is_not_run() -> None:
    left_out = {
        step.line.split()[0] for page in PAGES for step in steps(page) if isinstance(step, Command) and step.place == "nergens"
    }
    assert left_out <= {"py", r"omgeving\Scripts\activate", "pip", "podman", ".venv/bin/pytest"}


def test_a_promise_that_is_not_kept_is_seen() -> None:
    assert differs(("Advies: … (3 …)", "klaar"), "Advies: terug (3 punten)\nklaar\n") == ""
    assert differs(("Advies: … (3 …)", "klaar"), "klaar\nAdvies: terug (3 punten)\n") == "klaar"

"""What the README and the papers beside it say is so; that its commands run, test_pages shows."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import toets
from tests.docs.sessions import PAGES, ROOT, Command, steps
from toets.cli import COMMANDS

README = ROOT / "README.md"
PAPERS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]


def test_two_commands_set_up_one_judges_one_tests() -> None:
    lines = [step.line for step in steps(README) if isinstance(step, Command)][:4]
    assert [line.split()[0].rpartition("/")[2] for line in lines] == ["python3", "pip", "toets", "pytest"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_that_is_named_exists(page: Path) -> None:
    named = set(re.findall(r"`(?:… )?toets ([a-z][a-z-]+)", page.read_text(encoding="utf-8")))
    assert named <= {name for name, _ in COMMANDS}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_what_a_paper_links_to_is_there(paper: Path) -> None:
    linked = re.findall(r"\]\(([^)#:]+)\)", paper.read_text(encoding="utf-8"))
    assert all((paper.parent / name).exists() for name in linked)


def test_the_install_without_a_compiler_names_every_library() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[>=<;\s]", line)[0] for line in project["dependencies"]} - {"durable-rules"}
    told = re.search(r"pip install --no-deps \. && pip install ([a-z0-9 -]+)`", README.read_text(encoding="utf-8"))
    assert told
    assert set(told[1].split()) == needed


def test_the_versions_in_the_papers_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    public = (ROOT / "publiccode.yml").read_text(encoding="utf-8")
    assert project["version"] == toets.__version__
    assert f"softwareVersion: {toets.__version__}\n" in public
    assert f"license: {project['license']}\n" in public
    assert f"## {toets.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"rev: v{toets.__version__}\n" in (ROOT / "werkstromen" / "pre-commit-config.yaml").read_text(encoding="utf-8")

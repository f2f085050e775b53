"""The hooks that toets ships for pre-commit, in a real git repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.docs.conftest import DOCUMENTS
from tests.docs.sessions import ROOT
from toets.authoring import new_rule

yaml = pytest.importorskip("yaml", reason="PyYAML is niet geïnstalleerd: pip install -e '.[dev]'")
pytestmark = pytest.mark.skipif(
    find_spec("pre_commit") is None or shutil.which("git") is None,
    reason="pre-commit of git is niet geïnstalleerd: pip install -e '.[dev]'",
)
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
_TIME = re.compile(r"- duration: .*")
PROPOSAL = "# Raadsvoorstel\n\nOnderwerp: Nota Groen\n\n## Beslispunten\n1. De nota Groen vast te stellen.\n"


class Repository:
    """A git repository whose pre-commit hooks are those of toets, run with the toets under test."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder, self.environment = folder, dict(environment)
        folder.mkdir()
        self.run("git", "init", "-q")
        # The same hooks, without an environment of their own: that would be fetched.
        local = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system"} for hook in HOOKS]}]}
        self.write(".pre-commit-config.yaml", yaml.safe_dump(local))

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")
        self.run("git", "add", "-A")

    def add(self, document: str, name: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(DOCUMENTS / document, self.folder / name)
        self.run("git", "add", "-A")

    def hooks(self) -> Mapping[str, tuple[str, str]]:
        """What pre-commit says of each hook (Passed, Failed, Skipped), with what the hook printed."""
        printed = self.run(sys.executable, "-m", "pre_commit", "run", "--color", "never", "--verbose").stdout
        parts = re.split(r"^(toets \([^)]+\))\.*(?:\(no files to check\))?(Passed|Failed|Skipped)$", printed, flags=re.MULTILINE)
        ids = {hook["name"]: hook["id"] for hook in HOOKS}
        return {ids[name]: (state, text) for name, state, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True)}


@pytest.fixture
def repository(tmp_path: Path, programs: Mapping[str, str]) -> Repository:
    home = {"HOME": str(tmp_path), "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"), "GIT_CONFIG_NOSYSTEM": "1"}
    return Repository(tmp_path / "map", {**programs, **home})


def test_every_hook_has_what_pre_commit_asks() -> None:
    for hook in HOOKS:
        assert {"id", "name", "description", "entry", "language", "files"} <= set(hook)
        assert hook["language"] == "python"
    shown = yaml.safe_load((ROOT / "werkstromen" / "pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in shown["repos"][0]["hooks"]] == [hook["id"] for hook in HOOKS]


def test_the_hooks_file_is_valid_for_pre_commit() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_proposal_with_blocking_findings_stops_the_commit_and_says_why(repository: Repository) -> None:
    repository.add("M03.docx", "stukken/voorstel met spatie.docx")
    repository.write("stukken/~$voorstel.docx", "what Word leaves beside an open document")
    found = repository.hooks()
    assert found["toets"][0] == "Failed"
    assert "VOR-04" in found["toets"][1]
    assert "~$" not in found["toets"][1]
    assert {found["toets-markdown"][0], found["toets-regels"][0]} == {"Skipped"}


def test_an_unchanged_document_is_not_judged_again(repository: Repository) -> None:
    cache = repository.folder.with_name("cache")
    repository.environment["TOETS_CACHE"] = str(cache)
    repository.add("M03.pdf", "voorstel.pdf")
    first = repository.hooks()["toets"]
    kept = {path.name: path.stat().st_ino for path in cache.iterdir()}
    again = repository.hooks()["toets"]
    assert kept
    assert {path.name: path.stat().st_ino for path in cache.iterdir()} == kept
    assert again[0] == first[0]
    assert _TIME.sub("", again[1]) == _TIME.sub("", first[1])


def test_markdown_is_judged_and_settings_hold(repository: Repository) -> None:
    repository.write("voorstellen/groen.md", PROPOSAL)
    assert "OPD-" in repository.hooks()["toets-markdown"][1]
    repository.write("toets.toml", 'grens = "nooit"\n')
    assert repository.hooks()["toets-markdown"][0] == "Passed"


def test_the_examples_of_own_rules_are_run(repository: Repository) -> None:
    from datetime import date

    new_rule(repository.folder / "regels", "KLI-01", "Het klimaat", today=date(2026, 1, 1)).write()
    repository.run("git", "add", "-A")
    assert repository.hooks()["toets-regels"][0] == "Passed"
    rule = repository.folder / "regels" / "KLI-01-het-klimaat.toml"
    repository.write(
        "regels/KLI-01-het-klimaat.toml", rule.read_text(encoding="utf-8").replace('expect = "partial"', 'expect = "satisfied"')
    )
    state, text = repository.hooks()["toets-regels"]
    assert state == "Failed"
    assert "KLI-01" in text


def test_the_config_that_the_handbook_shows_is_valid(tmp_path: Path) -> None:
    config = tmp_path / "config.yaml"
    shutil.copy(ROOT / "werkstromen" / "pre-commit-config.yaml", config)
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config", str(config)],
        capture_output=True,
        text=True,
        env=os.environ,
        check=False,
    )
    assert done.returncode == 0, done.stdout

"""The ready-made workflow files: their steps, run in a git repository as the forge would run them, and the container file."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.docs.conftest import DOCUMENTS, run
from tests.docs.sessions import ROOT

yaml = pytest.importorskip("yaml", reason="PyYAML is niet geïnstalleerd: pip install -e '.[dev]'")
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is niet geïnstalleerd")
FLOWS = ROOT / "werkstromen"


@pytest.fixture
def changed(tmp_path: Path) -> tuple[Path, str]:
    """A clone in which a branch adds one proposal to one that was there; with the commit it branched from."""
    origin, clone = tmp_path / "origin", tmp_path / "clone"
    who = ("-c", "user.name=Steller", "-c", "user.email=steller@voorbeeld.example")

    def git(folder: Path, *arguments: str) -> str:
        command = ["git", "-C", str(folder), *who, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    origin.mkdir()
    git(origin, "init", "-q", "-b", "main")
    shutil.copy(DOCUMENTS / "R05.docx", origin / "oud voorstel.docx")
    git(origin, "add", "-A")
    git(origin, "commit", "-qm", "begin")
    git(tmp_path, "clone", "-q", str(origin), str(clone))
    base = git(clone, "rev-parse", "HEAD")
    shutil.copy(DOCUMENTS / "M03.docx", clone / "nieuw voorstel.docx")
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "nieuw")
    return clone, base


def test_the_github_workflow_annotates_the_changed_proposal(changed: tuple[Path, str], programs: Mapping[str, str]) -> None:
    flow = yaml.safe_load((FLOWS / "github.yml").read_text(encoding="utf-8"))
    step = flow["jobs"]["toets"]["steps"][-1]["run"]
    done = run(step, changed[0], {**programs, "GITHUB_BASE_REF": "main"})
    assert done.returncode != 0
    assert re.search(r"^::error .*nieuw voorstel\.docx.*VOR-04", done.stdout, re.MULTILINE)
    assert "oud voorstel" not in done.stdout
    assert flow["permissions"] == {"contents": "read"}


def test_the_gitlab_job_writes_a_code_quality_report(changed: tuple[Path, str], programs: Mapping[str, str]) -> None:
    job = yaml.safe_load((FLOWS / "gitlab-ci.yml").read_text(encoding="utf-8"))["toets"]
    report = job["artifacts"]["reports"]["codequality"]
    done = run("\n".join(job["script"]), changed[0], {**programs, "CI_MERGE_REQUEST_DIFF_BASE_SHA": changed[1]})
    assert done.returncode != 0
    found = json.loads((changed[0] / report).read_text(encoding="utf-8"))
    assert {one["location"]["path"] for one in found} == {"nieuw voorstel.docx"}


def test_without_a_changed_proposal_the_workflows_are_content(changed: tuple[Path, str], programs: Mapping[str, str]) -> None:
    flow = yaml.safe_load((FLOWS / "github.yml").read_text(encoding="utf-8"))
    step = flow["jobs"]["toets"]["steps"][-1]["run"]
    subprocess.run(["git", "-C", str(changed[0]), "reset", "-q", "--hard", changed[1]], check=True)
    assert run(step, changed[0], {**programs, "GITHUB_BASE_REF": "main"}).returncode == 0


def test_the_container_file_keeps_compiler_and_root_out_of_the_image() -> None:
    build, image = (ROOT / "Containerfile").read_text(encoding="utf-8").split("\nFROM ", 2)[1:]
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", build, re.MULTILINE)
    assert all((ROOT / name).exists() for line in copied for name in line.split())
    assert "gcc" in build
    assert "apt-get" not in image
    assert image.index("USER toets") < image.index("ENTRYPOINT")
    assert json.loads(image.split("ENTRYPOINT ")[1]) == ["toets", "check"]
    kept = {line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line.startswith("!")}
    assert kept == {name for line in copied for name in line.split()}

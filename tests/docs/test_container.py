"""The container file, carried out for real without an engine of containers; started without network, rights and places to write.

Fetches a Debian and packages, and takes minutes: only with TOETS_CONTAINER=1.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.docs.conftest import DOCUMENTS
from tests.docs.container import NEEDED, Stage, available, build, debian, instructions, start
from tests.docs.sessions import ROOT

CONTAINERFILE = ROOT / "Containerfile"
carried_out = pytest.mark.skipif(
    not (os.environ.get("TOETS_CONTAINER") and available()),
    reason=f"bouwt een Debian: alleen met TOETS_CONTAINER=1, als root, met {', '.join(NEEDED)}",
)


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    work = tmp_path_factory.mktemp("image")
    return build(CONTAINERFILE, debian(work / "debian"), work)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Documents as a griffie has them, with settings and rules of its own, in a folder that everybody may read."""
    folder = tmp_path / "stukken"
    folder.mkdir()
    for form in ("docx", "pdf"):
        shutil.copy(DOCUMENTS / f"M03.{form}", folder / f"voorstel.{form}")
    (folder / "kort.md").write_text("# Raadsvoorstel\n\n## Voorstel\n1. De nota vast te stellen.\n", encoding="utf-8")
    (folder / "toets.toml").write_text('profiel = "griffie"\n', encoding="utf-8")
    return folder


@carried_out
@pytest.mark.parametrize(("name", "finds"), [("voorstel.docx", "MID-02"), ("voorstel.pdf", "MID-02"), ("kort.md", "VOR-")])
def test_the_image_judges_a_document(image: Stage, papers: Path, name: str, finds: str) -> None:
    done = start(image, papers, name)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(f"{name}\n")
    assert "Advies: terugsturen" in done.stdout
    assert finds in done.stdout
    assert "profiel griffie" in done.stdout


@carried_out
def test_the_image_has_the_engine_and_says_what_it_cannot_do(image: Stage, papers: Path) -> None:
    assert json.loads(start(image, papers, "--format", "json", "kort.md").stdout)["tool"]["engine"].startswith("durable-rules")
    gone = start(image, papers, "er-is-niets.docx")
    assert (gone.returncode, gone.stderr) == (3, "")
    shut = start(image, papers, "--output", "verslag.txt", "kort.md")
    assert (shut.returncode, shut.stdout) == (2, "")
    assert "hier mag alleen worden gelezen" in shut.stderr
    (papers / "voorstel.docx").chmod(0o600)
    assert "geen rechten" in start(image, papers, "voorstel.docx").stdout


@carried_out
def test_the_image_runs_as_any_user(image: Stage, papers: Path) -> None:
    done = start(replace(image, user="4321"), papers, "kort.md")
    assert (done.returncode, done.stderr) == (1, "")


@carried_out
def test_the_image_has_no_network_no_rights_and_no_compiler(image: Stage, papers: Path) -> None:
    code = (
        "import os, socket; print(os.getuid(), open('/proc/self/status').read()); socket.create_connection(('192.0.2.1', 80), 2)"
    )
    done = start(replace(image, entry=("python", "-c")), papers, code)
    assert done.stdout.startswith("10001 ")
    assert re.search(r"^CapEff:\s+0+$", done.stdout, re.MULTILINE)
    assert "Network is unreachable" in done.stderr
    assert not (image.root / "usr/bin/gcc").exists()


@carried_out
def test_a_run_writes_nothing_anywhere_even_where_it_may(image: Stage, papers: Path) -> None:
    assert start(image, papers, "voorstel.docx", writable=True).returncode == 1  # what Python and the loader write once
    before = _files(image.root)
    assert start(image, papers, ".", writable=True).returncode == 1
    assert _files(image.root) == before
    assert sorted(path.name for path in papers.iterdir()) == ["kort.md", "toets.toml", "voorstel.docx", "voorstel.pdf"]


def _files(root: Path) -> list[str]:
    found = subprocess.run(["find", root, "-xdev", "-printf", "%p %s %T@ %C@\n"], capture_output=True, text=True, check=True)
    return sorted(found.stdout.splitlines())


def test_every_step_of_the_container_file_is_one_that_can_be_carried_out() -> None:
    found = list(instructions(CONTAINERFILE.read_text(encoding="utf-8")))
    assert {word for word, _ in found} == {"FROM", "RUN", "WORKDIR", "COPY", "ENV", "USER", "ENTRYPOINT"}
    assert [rest for word, rest in found if word == "USER"] == ["toets"]

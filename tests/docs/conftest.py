"""The folder in which the commands of a page are run, with the documents that pages name."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest

from tests.docs.sessions import ROOT

DOCUMENTS = ROOT / "corpus" / "ontwikkeling" / "documenten"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the documents that the pages speak of."""
    work = tmp_path / "werk"
    (work / "map-met-voorstellen").mkdir(parents=True)
    for form in ("docx", "pdf"):
        shutil.copy(DOCUMENTS / f"M03.{form}", work / f"voorstel.{form}")
    for name in ("M03", "R05"):
        shutil.copy(DOCUMENTS / f"{name}.docx", work / "map-met-voorstellen")
    (work / "gelezen" / "documenten").mkdir(parents=True)
    shutil.copy(work / "voorstel.docx", work / "gelezen" / "documenten")
    _adapted(work / "voorstel.docx", work / "voorstel-aangepast.docx")
    return work


def _adapted(old: Path, new: Path) -> None:
    """The same proposal with one amount mended."""
    document = docx.Document(str(old))
    for paragraph in document.element.body.iter("{*}t"):
        if paragraph.text:
            paragraph.text = paragraph.text.replace("8.740.000", "8.640.000")
    document.save(str(new))


@pytest.fixture(scope="session")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """An environment in which `toets`, `python` and `pytest` are those under test, with a cache of its own."""
    found = tmp_path_factory.mktemp("programma's")
    for name in ("toets", "pytest"):
        _script(found / name, f'exec "{sys.executable}" -m {name} "$@"')
    _script(found / "python", f'exec "{sys.executable}" "$@"')
    cache = tmp_path_factory.mktemp("cache")
    return {**os.environ, "PATH": f"{found}{os.pathsep}{os.environ['PATH']}", "TOETS_CACHE": str(cache), "PYTHONUTF8": "1"}


@pytest.fixture
def own_environment(tmp_path: Path, programs: Mapping[str, str]) -> Mapping[str, str]:
    """An environment of one's own on top of that under test, in which packages can be installed without a network."""
    home = tmp_path / "omgeving"
    venv.create(home, with_pip=False)
    places = [path for path in sys.path if path.endswith("site-packages")]
    site = next(home.glob("lib/python*/site-packages"))
    added = "; ".join(f"site.addsitedir({place!r})" for place in places)
    (site / "onder.pth").write_text(f"import site; {added}\n", encoding="utf-8")
    python = home / "bin" / "python"
    _script(home / "bin" / "pip", f'exec "{python}" -m pip "$@" --quiet --no-deps --no-build-isolation --no-index')
    for name in ("toets", "pytest"):
        _script(home / "bin" / name, f'exec "{python}" -m {name} "$@"')
    return {**programs, "PATH": f"{home / 'bin'}{os.pathsep}{programs['PATH']}", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def _script(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def run(line: str, folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a line as a shell would."""
    return subprocess.run(
        ["bash", "-c", line],
        cwd=folder,
        env=dict(environment),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )

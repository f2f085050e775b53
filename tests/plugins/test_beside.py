"""The three plugins of this repository: they install, are found late, and judge a document together with the shipped rules."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import pytest

from benchmarks.beside import PLUGINS, environment

DOCUMENT = Path(__file__).parents[2] / "corpus" / "ontwikkeling" / "documenten" / "R01.docx"
NAMES = ("duurzaamheid-en-klimaat", "leesbaarheid", "publicatie")
RULES = {"klimaat": 7, "leesbaarheid": 7, "publicatie": 14}
HEAVY = ("toets_leesbaarheid.heavy", "toets_leesbaarheid.verbs", "toets_publicatie.file", "toets_publicatie.people", "spacy")


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    return environment(tmp_path_factory.mktemp("beside"))


def toets(env: Mapping[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "toets", *words], env=env, capture_output=True, text=True, check=False)


def imported(env: Mapping[str, str], *words: str) -> set[str]:
    """The modules that a command has imported when it is done, of those that matter here."""
    code = (
        "import sys\nfrom toets.cli import main\nsys.argv[0] = 'toets'\n"
        "try:\n    main()\nfinally:\n    print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], env=env, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_the_plugins_are_listed_with_what_they_add(beside: Mapping[str, str]) -> None:
    listed = json.loads(toets(beside, "plugins", "--format", "json").stdout)["plugins"]
    mine = {plugin["distribution"]: plugin for plugin in listed if plugin["distribution"] != "toets"}
    assert set(mine) == {f"toets-{name}" for name in NAMES}
    assert {name: count for plugin in mine.values() for name, count in plugin["rule_sets"].items()} == RULES
    assert mine["toets-duurzaamheid-en-klimaat"]["extractors"] == []


def test_every_rule_of_the_plugins_judges_a_document(beside: Mapping[str, str]) -> None:
    done = toets(beside, "check", "--select", "PUB,LEE,KLI", "--format", "json", str(DOCUMENT))
    assert done.returncode in (0, 1), done.stderr
    outcomes: list[dict[str, Any]] = json.loads(done.stdout)["documents"][0]["outcomes"]
    assert len(outcomes) == sum(RULES.values())
    assert [one["rule"] for one in outcomes if one["status"] == "undecidable"] == []


def test_plugins_are_not_touched_for_the_version(beside: Mapping[str, str]) -> None:
    assert not imported(beside, "--version") & {"toets_leesbaarheid", "toets_publicatie", "pluggy", "toets.plugins"}


def test_a_list_of_rules_imports_plugins_but_no_code_that_reads_documents(beside: Mapping[str, str]) -> None:
    modules = imported(beside, "rules")
    assert {"toets_leesbaarheid", "toets_publicatie", "toets_duurzaamheid_en_klimaat"} <= modules
    assert not modules & set(HEAVY)
    listed = toets(beside, "rules").stdout
    assert "PUB-01" in listed
    assert "KLI-07" in listed


def test_rules_that_did_not_change_are_not_loaded_again_to_be_listed(beside: Mapping[str, str], tmp_path: Path) -> None:
    env = {**beside, "TOETS_CACHE": str(tmp_path)}
    assert "toets.rulesets" in imported(env, "rules")
    assert "toets.rulesets" not in imported(env, "rules", "LEE")
    assert "toets.judge" not in imported(env, "rules", "LEE")


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_package_with_its_words_rules_and_licence(name: str) -> None:
    project = tomllib.loads((PLUGINS / name / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["name"] == f"toets-{name}"
    assert project["license"] == "EUPL-1.2"
    assert project["dependencies"] == ["toets"]
    assert (PLUGINS / name / "README.md").read_text(encoding="utf-8").startswith(f"# toets-{name}\n")


@pytest.mark.parametrize("name", NAMES)
def test_each_readme_names_every_rule(name: str) -> None:
    codes = {re.match(r"[A-Z]+-\d+", path.name) for path in (PLUGINS / name).glob("*/*/*-*.toml")}
    text = (PLUGINS / name / "README.md").read_text(encoding="utf-8")
    assert {found[0] for found in codes if found} == set(re.findall(r"^\| ([A-Z]+-\d+) \|", text, re.MULTILINE))


def can_build() -> bool:
    try:
        return int(version("setuptools").split(".")[0]) >= 77 and bool(version("pip"))
    except PackageNotFoundError:
        return False


@pytest.mark.skipif(not can_build(), reason="bouwen zonder netwerk vraagt pip en setuptools 77 of later in deze omgeving")
@pytest.mark.parametrize("name", NAMES)
def test_each_installs_with_all_its_data(name: str, tmp_path: Path) -> None:
    source = shutil.copytree(
        PLUGINS / name, tmp_path / "source", ignore=shutil.ignore_patterns("build", "*.egg-info", "__pycache__")
    )
    target = tmp_path / "target"
    options = (
        "--quiet",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
        "--disable-pip-version-check",
        "--target",
        str(target),
    )
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(source)], check=True, capture_output=True)
    package = next(path for path in target.iterdir() if path.name.startswith("toets_") and not path.name.endswith(".dist-info"))
    kept = {str(path.relative_to(target)) for path in package.rglob("*.toml")}
    assert kept == {str(path.relative_to(source)) for path in source.glob("toets_*/**/*.toml")}
    assert kept
    points = entry_points_in(target)
    assert points == [package.name]


def entry_points_in(target: Path) -> list[str]:
    code = "from importlib.metadata import distributions as d; import sys; "
    code += "print(*[p.value for x in d(path=[sys.argv[1]]) for p in x.entry_points if p.group == 'toets'])"
    done = subprocess.run([sys.executable, "-c", code, str(target)], env=os.environ, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_no_rule_of_a_plugin_has_the_code_of_another() -> None:
    files = [path for root in (PLUGINS, Path(__file__).parents[2] / "rules") for path in root.rglob("*.toml")]
    codes = [found[0] for path in files if (found := re.match(r"[A-Z]{2,5}-\d{2}(?=-)", path.name))]
    assert len(codes) == len(set(codes))

"""What rule authors use: something new to start from, examples that run, words that are never reached, a rule tried out."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from toets.authoring import coverage_of, examine, new_plugin, new_rule, new_settings, try_rule
from toets.cli import cli
from toets.errors import OutputError, UsageError
from toets.model.outcome import Status
from toets.profiles import load_settings

TODAY = date(2026, 11, 21)
PROPOSAL = "# Raadsvoorstel\n\n## Beslispunten\n1. De nota Groen vast te stellen.\n\n## Argumenten\n{}\n"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "regels"
    new_rule(folder, "KLI-01", "Het klimaat is meegewogen", today=TODAY).write()
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, standalone_mode=False)


def change(folder: Path, pattern: str, old: str, new: str) -> None:
    (path,) = folder.glob(pattern)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_new_rule_works_at_once(rules: Path) -> None:
    found, _ = examine(rules)
    assert [rule.code for rule in found.rules] == ["KLI-01"]
    assert found.passed, [trial.explain() for trial in found.trials if not trial.passed]


@pytest.mark.parametrize("kinds", ["ALLE", "CB", "CB-UIT", "RV-FIN"])
def test_a_new_rule_works_for_every_kind_of_document_and_title(tmp_path: Path, kinds: str) -> None:
    new_rule(tmp_path, "KLI-01", 'Het "groene" \\bos', kinds=kinds, today=TODAY).write()
    found, _ = examine(tmp_path)
    assert found.passed, [trial.explain() for trial in found.trials if not trial.passed]
    assert found.rules[0].title == 'Het "groene" \\bos'


def test_a_kind_that_does_not_exist_is_refused_with_what_was_meant(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='bedoelde u "RV-FIN"'):
        new_rule(tmp_path, "KLI-01", "Het klimaat", kinds="RV-FINN", today=TODAY)


def test_the_maker_of_a_plugin_may_have_any_name(tmp_path: Path) -> None:
    new_plugin(tmp_path, "klimaat", author='"De Es" \\ Co', today=TODAY).write()
    project = tomllib.loads((tmp_path / "toets-klimaat" / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["authors"] == [{"name": '"De Es" \\ Co'}]


@pytest.mark.parametrize(("name", "code"), [("samenhang", "SME-01"), ("sam", "SAX-01"), ("k3", "KXX-01"), ("klimaat", "KLI-01")])
def test_a_new_plugin_has_a_code_that_no_rule_has_yet(tmp_path: Path, name: str, code: str) -> None:
    done = run("new", "plugin", name, "--folder", str(tmp_path), "--author", "De Es")
    assert done.exception is None
    assert f"{code}-het-onderwerp-is-behandeld.toml" in done.output


def test_a_new_rule_or_plugin_does_not_take_the_place_of_those_of_toets(tmp_path: Path) -> None:
    words = ("new", "rule", str(tmp_path), "--code", "mid-01", "--title", "Het bedrag", "--kinds", "RV")
    assert "Er is al een regel MID-01." in str(run(*words).exception)
    assert "de naam van de regels van toets zelf" in str(run("new", "plugin", "rules", "--folder", str(tmp_path)).exception)
    assert list(tmp_path.iterdir()) == []


def test_a_rule_that_is_not_in_the_folder_is_told(rules: Path) -> None:
    assert "geen regel ZZZ" in str(run("test-rules", str(rules), "--select", "zzz").exception)
    assert "1 regel, 5 van 5" in run("test-rules", str(rules)).output


def test_a_second_rule_comes_beside_the_first(rules: Path) -> None:
    new_rule(rules, "KLI-02", "Nog een regel", today=TODAY).write()
    found, _ = examine(rules)
    assert [rule.code for rule in found.rules] == ["KLI-01", "KLI-02"]
    assert found.passed


def test_nothing_is_overwritten(rules: Path) -> None:
    before = {path: path.read_text(encoding="utf-8") for path in rules.iterdir()}
    with pytest.raises(OutputError, match="bestaat al"):
        new_rule(rules, "KLI-01", "Het klimaat is meegewogen", today=TODAY).write()
    assert {path: path.read_text(encoding="utf-8") for path in rules.iterdir()} == before


@pytest.mark.parametrize("code", ["kli-01", "KLI01", "KLI-1", "../X-01"])
def test_a_code_that_is_none_is_refused(tmp_path: Path, code: str) -> None:
    with pytest.raises(UsageError, match="KLI-01"):
        new_rule(tmp_path, code, "Titel", today=TODAY)


@pytest.mark.parametrize("name", ["", "Klimaat", "../weg", "1klimaat", "kli maat"])
def test_a_name_that_no_package_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="klimaat"):
        new_plugin(tmp_path, name, today=TODAY)


def test_a_new_plugin_is_whole_and_its_rule_works(tmp_path: Path) -> None:
    new_plugin(tmp_path, "klimaat-en-zo", today=TODAY).write()
    root = tmp_path / "toets-klimaat-en-zo"
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["project"]["entry-points"]["toets"] == {"toets_klimaat_en_zo": "toets_klimaat_en_zo"}
    assert not [path for path in root.rglob("*.*") if path.is_file() and "@plugin@" in path.read_text(encoding="utf-8")]
    manifest = tomllib.loads((root / "toets_klimaat_en_zo" / "klimaat-en-zo" / "ruleset.toml").read_text(encoding="utf-8"))
    assert manifest["title"] == "Regels over klimaat en zo"
    assert examine(root / "toets_klimaat_en_zo" / "klimaat-en-zo")[0].passed


def test_new_settings_hold(tmp_path: Path) -> None:
    new_settings(tmp_path, profile="steller").write()
    shipped = Path(__file__).parents[2] / "rules" / "profielen"
    assert load_settings(shipped, folders=[tmp_path]).profile == "steller"


def test_every_setting_in_the_new_file_can_be_put_on(tmp_path: Path) -> None:
    new_settings(tmp_path).write()
    path = tmp_path / "toets.toml"
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    path.write_text("\n".join(line.removeprefix("# ") for line in lines), encoding="utf-8")
    settings = load_settings(Path(__file__).parents[2] / "rules" / "profielen", folders=[tmp_path])
    assert settings.advisers
    assert settings.words
    assert [waiver.rule for waiver in settings.waivers] == ["MID-09"]


def test_an_example_that_comes_out_otherwise_is_told_with_the_steps(rules: Path) -> None:
    change(rules, "KLI-*.toml", 'expect = "violated"', 'expect = "satisfied"')
    result = run("test-rules", str(rules))
    assert result.return_value == 1
    assert "verwacht satisfied, gekregen violated" in result.output
    assert "- needs: het onderwerp" in result.output


def test_a_rule_with_too_few_examples_is_refused(rules: Path) -> None:
    change(rules, "KLI-*.toml", 'expect = "violated"', 'expect = "not_applicable"')
    assert not examine(rules)[0].passed
    assert "te weinig voorbeelden die niet voldoen" in run("test-rules", str(rules)).output


def test_words_that_no_example_reaches_are_named(rules: Path) -> None:
    change(rules, "woorden-*.toml", "phrases = [", 'phrases = [\n  "windmolen",')
    found, _ = examine(rules)
    reached = coverage_of(found.rule_sets, ((trial.name, trial.facts) for trial in found.trials))
    assert list(reached.never.values()) == ["windmolen"]
    assert "windmolen" in run("test-rules", str(rules)).output


def test_words_that_a_single_document_has_are_named_with_that_document(rules: Path, tmp_path: Path) -> None:
    documents = tmp_path / "oud"
    documents.mkdir()
    (documents / "a.md").write_text(PROPOSAL.format("Er komen zonnepanelen."), encoding="utf-8")
    (documents / "b.md").write_text(PROPOSAL.format("Er komt niets."), encoding="utf-8")
    assert "alleen in a.md" in run("test-rules", str(rules), "--documenten", str(documents)).output


def test_a_rule_is_tried_on_old_documents(rules: Path, tmp_path: Path) -> None:
    texts = {"goed": "In 2028 komen er zonnepanelen.", "deels": "Er komen zonnepanelen.", "niet": "De nota is helder."}
    for name, text in texts.items():
        (tmp_path / f"{name}.md").write_text(PROPOSAL.format(text), encoding="utf-8")
    found = try_rule("KLI-01", [tmp_path / f"{name}.md" for name in texts], rules=[rules])
    assert found.counts == {Status.SATISFIED: 1, Status.PARTIAL: 1, Status.VIOLATED: 1}
    assert (found.applied, found.findings) == (3, 2)
    assert [Path(hit.path).stem for hit in found.hits] == ["deels", "niet"]


def test_a_rule_that_does_not_exist_cannot_be_tried(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(PROPOSAL.format("Tekst."), encoding="utf-8")
    assert isinstance(run("try", "XXX-99", str(tmp_path / "a.md")).exception, UsageError)


def test_the_steps_of_an_example_and_of_a_document_can_be_seen(rules: Path, tmp_path: Path) -> None:
    document = tmp_path / "voorstel.md"
    document.write_text(PROPOSAL.format("Er komen zonnepanelen."), encoding="utf-8")
    for which in ("4", str(document)):
        output = run("explain", "KLI-01", "--rules", str(rules), "--trace", which).output
        assert "+ Vereist: het onderwerp" in output
        assert "zonnepanelen" in output


def test_examples_run_as_tests_of_pytest(rules: Path) -> None:
    (rules.parent / "pytest.ini").write_text("[pytest]\ntoets_rules = regels\ntestpaths = regels\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    environment = os.environ | {"PYTEST_ADDOPTS": ""}
    good = subprocess.run(command, cwd=rules.parent, capture_output=True, text=True, check=False, env=environment)
    assert "6 passed" in good.stdout, good.stdout + good.stderr
    change(rules, "KLI-*.toml", 'expect = "violated"', 'expect = "satisfied"')
    broken = subprocess.run(command, cwd=rules.parent, capture_output=True, text=True, check=False, env=environment)
    assert "verwacht satisfied, gekregen violated" in broken.stdout
    assert "Traceback" not in broken.stdout


def test_a_folder_that_the_settings_name_too_is_tested_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_rule(tmp_path / "regels", "KLI-01", "Het klimaat", today=TODAY).write()
    (tmp_path / "toets.toml").write_text('[mappen]\nregels = ["regels"]\nwoorden = ["regels"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    found, _ = examine(Path("regels"))
    assert [rule.code for rule in found.rules] == ["KLI-01"]
    assert found.passed

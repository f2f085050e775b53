"""What a user who mistypes is told: in Dutch, with the remedy, and with the exit code that a script counts on."""

from __future__ import annotations

from pathlib import Path

import pytest

from .run import toets
from .test_commands import PROPOSAL


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--jobs", "x"), "'x' is geen heel getal van 1 of meer"),
        (("--jobs", "0"), "'0' is geen heel getal van 1 of meer"),
        (("--uiterlijk", "morgen"), "'morgen' is geen datum. Schrijf hem als 2027-01-31 of 31-01-2027"),
        (("--format", "jsn"), "Bedoelde u 'json'?"),
        (("--format", "docx"), "Bedoelde u 'word'?"),
        (("--fail-on", "blokkeren"), "Bedoelde u 'blokkerend'?"),
    ],
)
def test_a_value_that_does_not_fit_is_told_in_dutch_with_what_does(arguments: tuple[str, str], says: str, tmp_path: Path) -> None:
    run = toets("check", tmp_path / "voorstel.md", *arguments)
    assert (run.returncode, run.stdout) == (2, "")
    assert says in run.stderr


def test_help_shows_no_signs_of_a_programmer() -> None:
    shown = toets("check", "--help").stdout
    assert "%Y" not in shown
    assert "x>=" not in shown + toets("try", "--help").stdout


def test_the_gate_can_be_said_in_dutch(tmp_path: Path) -> None:
    (tmp_path / "voorstel.md").write_text(PROPOSAL, encoding="utf-8")
    assert toets("check", tmp_path / "voorstel.md", "--select", "VOR-07", "--fail-on", "nooit").returncode == 0


def test_an_empty_name_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "voorstel.md").write_text(PROPOSAL, encoding="utf-8")
    run = toets("check", "", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert "lege naam" in run.stderr


@pytest.mark.parametrize("command", [("explain", "MID-02", "--trace"), ("try", "MID-02")])
def test_a_file_that_is_not_there_gives_3_also_for_authors_of_rules(command: tuple[str, ...], tmp_path: Path) -> None:
    run = toets(*command, "weg.docx", cwd=tmp_path)
    assert run.returncode == 3
    assert (run.stdout + run.stderr).count("weg.docx: het bestand is niet gevonden") == 1
    assert "weg.docx: weg.docx" not in run.stdout + run.stderr


def test_an_old_version_that_is_not_there_gives_3(tmp_path: Path) -> None:
    (tmp_path / "nieuw.md").write_text(PROPOSAL, encoding="utf-8")
    run = toets("compare", "weg.docx", "nieuw.md", "--fail-on", "never", cwd=tmp_path)
    assert run.returncode == 3
    assert "Opgelost wil zeggen" not in run.stdout


def test_an_example_that_is_not_there_and_an_empty_meeting_have_a_remedy(tmp_path: Path) -> None:
    assert "Kies een nummer van 1 tot en met" in toets("explain", "MID-02", "--trace", "99").stderr
    assert "Geef de map met de stukken" in toets("agenda", tmp_path).stderr


def test_a_number_without_its_zero_means_the_rule_with_that_number() -> None:
    assert "Bedoelde u MID-02?" in toets("explain", "MID-2").stderr
    assert "Bedoelde u MID-02?" in toets("rules", "mid-2").stderr


def test_an_output_with_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    (tmp_path / "voorstel.md").write_text(PROPOSAL, encoding="utf-8")
    run = toets("check", "voorstel.md", "--select", "VOR-01", "--output", "x" * 300 + ".txt", cwd=tmp_path)
    assert run.returncode == 2
    assert "de naam is te lang" in run.stderr

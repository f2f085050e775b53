"""`toets agenda` and `toets compare` as a user meets them, and --baseline of `toets check`."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from tests.agenda.build import attachment, budget, decision, proposal

from .run import toets


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    home = tmp_path / "raad 10 december"
    listed = ["Begrotingswijziging", "Tekening brug Noord"]
    proposal(home / "06a Raadsvoorstel brug.docx", "Vervanging brug Noord", listed=listed)
    decision(home / "06b Raadsbesluit brug.docx", "Vervanging brug Noord", case="Z-2026-0001")
    budget(home / "06c Begrotingswijziging.docx", "€ 304.000")
    attachment(home / "06d Bijlage 2 tekening.docx", "Tekening brug Noord")
    (home / "07 Raadsvoorstel kapot.docx").write_bytes(b"PK\x03\x04 kapot")
    return home


def test_one_bad_file_does_not_stop_the_overview(meeting: Path) -> None:
    run = toets("agenda", meeting, "--format", "markdown")
    assert run.returncode == 3
    assert run.stderr == ""
    assert "2 voorstellen" in run.stdout
    assert "het bestand is beschadigd" in run.stdout
    assert "Het zaaknummer is niet in alle stukken gelijk" in run.stdout
    assert "Het gevraagde bedrag € 340.000" in run.stdout.replace("\u00a0", " ")


def test_the_overview_is_made_in_every_form(meeting: Path, tmp_path: Path) -> None:
    for form, ending in (("html", "html"), ("word", "docx"), ("xlsx", "xlsx"), ("json", "json"), ("markdown", "md")):
        run = toets("agenda", meeting, "--format", form, "--output", tmp_path)
        assert (run.returncode, run.stdout) == (3, "")
        assert (tmp_path / f"{meeting.name}.toets.{ending}").is_file()
    found = json.loads((tmp_path / f"{meeting.name}.toets.json").read_text(encoding="utf-8"))
    assert found["schema"] == "toets-agenda-1"
    assert [paper["role"] for paper in found["papers"]] == ["proposal", "decision", "budget_change", "attachment", "proposal"]
    assert {"zaaknummer", "bedrag"} <= {check["code"] for check in found["checks"]}
    word = docx.Document(str(tmp_path / f"{meeting.name}.toets.docx"))
    assert "Vergaderoverzicht" in word.paragraphs[0].text
    assert any("Vervanging brug Noord" in cell.text for table in word.tables for cell in table._cells)
    with ZipFile(BytesIO((tmp_path / f"{meeting.name}.toets.xlsx").read_bytes())) as book:
        names = book.read("xl/workbook.xml").decode()
    assert [name for name in ("Voorstellen", "Blokkerend", "Controles", "Stukken") if name in names] == [
        "Voorstellen", "Blokkerend", "Controles", "Stukken",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "counted"), [("06e Bijlage 3 kapot.docx", "2 bijlagen"), ("kapot.docx", "1 bijlage en 1 ander stuk")]
)
def test_a_file_that_cannot_be_read_is_told_first_and_gives_3_whatever_it_is(meeting: Path, name: str, counted: str) -> None:
    (meeting / "07 Raadsvoorstel kapot.docx").rename(meeting / name)
    run = toets("agenda", meeting, "--fail-on", "never", "--format", "markdown")
    assert run.returncode == 3
    assert f"Niet gelezen: {name}." in run.stdout
    assert f"{name}: het bestand is beschadigd" in run.stdout
    assert counted in run.stdout


def test_an_empty_folder_is_wrong_use(tmp_path: Path) -> None:
    run = toets("agenda", tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert "staan geen stukken" in run.stderr


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path]:
    old = proposal(tmp_path / "oud.docx", "Vervanging brug Noord")
    new = proposal(tmp_path / "nieuw.docx", "Vervanging brug Noord", listed=["Tekening brug Noord"], amount="€ 341.000")
    return old, new


def test_documents_and_earlier_reports_give_the_same_comparison(versions: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = versions
    earlier = tmp_path / "oud.json"
    toets("check", old, "--format", "json", "--output", earlier)
    runs = [json.loads(toets("compare", one, new, "--format", "json").stdout) for one in (old, earlier)]
    assert runs[0]["documents"][0]["changes"] == runs[1]["documents"][0]["changes"]
    assert runs[0]["schema"] == "toets-compare-1"


def test_a_document_beside_itself_is_all_open(versions: tuple[Path, Path]) -> None:
    old, _ = versions
    summary = json.loads(toets("compare", old, old, "--format", "json").stdout)["summary"]
    assert summary.pop("open") > 0
    assert set(summary.values()) == {0}


@pytest.mark.parametrize(("form", "ending"), [("html", "html"), ("word", "docx"), ("markdown", "md"), ("text", "txt")])
def test_a_comparison_is_made_in_every_form(versions: tuple[Path, Path], tmp_path: Path, form: str, ending: str) -> None:
    run = toets("compare", *versions, "--format", form, "--output", tmp_path, "--fail-on", "never")
    assert (run.returncode, run.stdout) == (0, "")
    assert (tmp_path / f"nieuw.toets.{ending}").stat().st_size > 1000


def test_what_is_no_report_cannot_be_compared(versions: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "vreemd.json").write_text("{}", encoding="utf-8")
    run = toets("compare", tmp_path / "vreemd.json", versions[1])
    assert (run.returncode, run.stdout) == (3, "")
    assert "--format json" in run.stderr


def test_a_baseline_opens_the_gate_for_what_was_there(versions: tuple[Path, Path], tmp_path: Path) -> None:
    old, _ = versions
    baseline = tmp_path / "baseline.json"
    assert toets("check", old, "--format", "json", "--output", baseline, "--fail-on", "advice").returncode == 1
    run = toets("check", old, "--baseline", baseline, "--fail-on", "advice")
    assert run.returncode == 0
    assert "bekende bevindingen uit de baseline" in " ".join(run.stdout.split())


def test_a_baseline_that_cannot_be_used_is_wrong_use(versions: tuple[Path, Path], tmp_path: Path) -> None:
    run = toets("check", versions[0], "--baseline", tmp_path / "niets.json")
    assert (run.returncode, run.stdout) == (2, "")
    assert "--baseline" in run.stderr

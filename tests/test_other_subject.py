"""Hertoets of two files that are no versions of one document: the report says so before anything else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from toets.cli import cli

from .agenda.build import write

WARNING = "lijken over verschillende onderwerpen te gaan"


def proposal(path: Path, subject: str, what: str, *, case: str = "", kind: str = "Raadsvoorstel") -> Path:
    """A proposal as everyone in one town writes them: two of these have all but their subject in common."""
    number = [f"Zaaknummer: {case}"] if case else []
    return write(
        path, f"# {kind}", f"Onderwerp: {subject}", *number, "## Voorgesteld besluit",
        f"1. Een krediet van € 340.000 beschikbaar te stellen voor {what}.",
        "2. De kapitaallasten te dekken uit de algemene reserve.",
        "3. De derde begrotingswijziging 2027 vast te stellen.",
        "## Aanleiding", f"Op 3 maart 2026 vroeg de raad aandacht voor {what}.",
        "## Financiën", "De kosten zijn € 340.000. De kapitaallasten zijn € 17.000 per jaar.",
    )  # fmt: skip


@pytest.fixture
def bath(tmp_path: Path) -> Path:
    return proposal(tmp_path / "zwembad.docx", "Renovatie van zwembad De Vliet", "de renovatie van het zwembad De Vliet")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return proposal(tmp_path / "fietspad.docx", "Fietspad Oostdijk", "een fietspad langs de Oostdijk")


def compared(*words: object) -> Result:
    return CliRunner().invoke(cli, ["compare", *map(str, words)], standalone_mode=False)


def test_two_proposals_with_nothing_to_do_with_each_other_are_told_apart(bath: Path, path: Path) -> None:
    told = " ".join(compared(bath, path).output.split())
    assert WARNING in told
    assert "‘Renovatie van zwembad De Vliet’ en ‘Fietspad Oostdijk’" in told
    assert "Kijk na of de juiste bestanden zijn opgegeven." in told


def test_the_comparison_itself_and_its_exit_code_stay_as_they_are(bath: Path, path: Path) -> None:
    result = compared(bath, path, "--format", "json")
    (document,) = json.loads(result.output)["documents"]
    assert document["other_subject"] is True
    assert document["changes"]
    assert result.return_value == compared(bath, bath).return_value == 1


def test_an_earlier_report_is_enough_to_tell(bath: Path, path: Path) -> None:
    earlier = bath.with_suffix(".json")
    CliRunner().invoke(cli, ["check", str(bath), "--format", "json", "--output", str(earlier)], standalone_mode=False)
    assert WARNING in " ".join(compared(earlier, path).output.split())


@pytest.mark.parametrize(
    ("subject", "what", "kind"),
    [
        ("Zwembad De Vliet: uitvoeringskrediet", "het zwembad De Vliet, met een nieuw dak", "Raadsvoorstel"),
        ("Investering in bewegen", "de renovatie van het zwembad De Vliet", "Raadsvoorstel"),
        ("Renovatie van zwembad De Vliet", "de renovatie van het zwembad De Vliet", "Raadsbesluit"),
    ],
    ids=["another-title", "another-subject-of-the-same", "the-decision"],
)
def test_another_title_or_another_paper_of_the_same_case_is_no_reason(bath: Path, subject: str, what: str, kind: str) -> None:
    later = proposal(bath.with_name("nieuw.docx"), subject, what, kind=kind)
    assert WARNING not in " ".join(compared(bath, later).output.split())


def test_one_case_number_is_one_case(tmp_path: Path) -> None:
    before = proposal(tmp_path / "a.docx", "Zwembad De Vliet", "het zwembad", case="Z-2026-0100")
    after = proposal(tmp_path / "b.docx", "Bewegen in Oost", "een sportcentrum", case="Z-2026-0100")
    assert WARNING not in " ".join(compared(before, after).output.split())

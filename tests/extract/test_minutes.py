"""A list of decisions is no proposal, also when its title says otherwise: subject after subject ends in a decision."""

from __future__ import annotations

from pathlib import Path

from toets.checker import Checker

SUBJECTS = ("Grond kopen", "Voorstel aan de raad: regiovisie", "Vragen over strooien", "Opvang", "Laadpalen")


def _lookalike(checker: Checker, folder: Path, decided: str, subjects: tuple[str, ...] = SUBJECTS) -> str:
    path = folder / "stuk.md"
    parts = "\n\n".join(
        f"## {number}. {subject}\n\nHet gaat om {subject.lower()}.\n\n{decided}\n\nAkkoord."
        for number, subject in enumerate(subjects, 1)
    )
    path.write_text(f"# Wat het college deze week besprak\n\n{parts}\n", encoding="utf-8")
    return checker.check(path).lookalike


def test_decisions_below_every_subject_make_a_list_of_decisions(checker: Checker, tmp_path: Path) -> None:
    assert _lookalike(checker, tmp_path, "Besluit:") == "besluitenlijst"
    assert _lookalike(checker, tmp_path, "Het college beslist:") == "besluitenlijst"


def test_one_decision_below_one_heading_does_not(checker: Checker, tmp_path: Path) -> None:
    assert _lookalike(checker, tmp_path, "Besluit:", SUBJECTS[:1]) == ""

"""Attachments as files beside the proposal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.build import proposal
from toets.checker import Checker

TEXT = """# Raadsvoorstel

## Beslispunten
1. De nota Spelen 2027 vast te stellen (bijlage 1).

## Financiën
De raming staat in bijlage 2.

## Bijlagen
1. Nota Spelen 2027
2. Raming speeltoestellen Molenwijk
"""


def outcome(checker: Checker, folder: Path, *names: str) -> tuple[str, tuple[str, ...]]:
    """The status of VOR-05 and what is missing, with files of these names beside the proposal."""
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
    path = folder / "stuk.md"
    path.write_text(TEXT, encoding="utf-8")
    found = next(one for one in checker.check(path).outcomes if one.rule == "VOR-05")
    return found.status.value, found.missing


@pytest.mark.parametrize(
    "names",
    [
        ("Bijlage 1 - Nota.pdf", "Bijlage_2_raming.xlsx"),
        ("bijlagen/bijlage 01.pdf", "bijlagen/bijlage 02.pdf"),
        ("Nota Spelen 2027.pdf", "raming-speeltoestellen-molenwijk.pdf"),
        (),
        ("foto.png", "vergadering.docx"),
        ("Bijlage 1.pdf", "Raadsvoorstel riolering.docx"),
    ],
)
def test_papers_that_are_there_or_cannot_be_told_are_no_finding(checker: Checker, tmp_path: Path, names: tuple[str, ...]) -> None:
    assert outcome(checker, tmp_path, *names) == ("satisfied", ())


def test_a_paper_that_lacks_among_its_fellows_is_named(checker: Checker, tmp_path: Path) -> None:
    assert outcome(checker, tmp_path, "Bijlage 1.pdf") == ("partial", ("het bestand naast het voorstel",))


def test_of_an_attachment_that_comes_later_is_asked_when(checker: Checker) -> None:
    text = proposal("De nota Spelen vast te stellen (bijlage 1).", body="## Bijlagen\n1. Nota Spelen (volgt)")
    message = next(one.message for one in checker.check_bytes(text.encode(), "nota.md").outcomes if one.rule == "VOR-05")
    assert message.startswith("Van een bijlage is niet aangetroffen: het stuk zelf, of de dag waarop het komt, bij «bijlage 1")

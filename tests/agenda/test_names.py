"""What names of files and folders say."""

from __future__ import annotations

import pytest

from toets.agenda.names import agenda_number, attachment_number, case_in, same_case, subject_in


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("05 Sporthal", "5"), ("06a Raadsvoorstel", "6"), ("5.1 Bijlage", "5"), ("Agendapunt 12 - Brug", "12"),
        ("7_voorstel", "7"), ("06e bijlage", "6"),
        ("2026-12-10 Raadsvoorstel", ""), ("10-12-2026 besluit", ""), ("Raadsvoorstel 7", ""),
        ("20261210 raad", ""), ("3e wijziging", ""),
    ],
)  # fmt: skip
def test_a_number_in_front_is_that_of_the_item_but_a_date_is_not(name: str, number: str) -> None:
    assert agenda_number(name) == number


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("06a Raadsvoorstel brug Noord.docx", "brug noord"), ("Bijlage 2 - Ontwerp sporthal (def).pdf", "ontwerp sporthal"),
        ("Raadsbesluit_brug_Noord_v2.docx", "brug noord"), ("Begrotingswijziging.docx", ""),
    ],
)  # fmt: skip
def test_the_subject_is_what_is_left_of_a_name(name: str, subject: str) -> None:
    assert subject_in(name) == subject


def test_attachment_numbers_and_zaaknummers_are_read_from_names() -> None:
    assert [attachment_number(name) for name in ("Bijlage 02 Ontwerp.docx", "bijl.3b kaart.pdf", "Ontwerp 2.docx")] == [
        "2",
        "3b",
        "",
    ]
    assert case_in("Raadsvoorstel Z-2026-0123 brug.docx") == "Z-2026-0123"
    assert case_in("Raadsvoorstel brug.docx") == ""
    assert same_case("Z-2026-0123") == same_case("z 2026/0123")

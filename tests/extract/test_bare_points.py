"""Decision points that say nothing of their own, are written in letters that nobody explains, or leave a choice open."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in, proposal
from toets.checker import Checker

NOTA = "De nota Cultuur 2027-2030 vast te stellen."


@pytest.mark.parametrize(
    ("points", "vague", "by_reference"),
    [
        (("Kolom 3 van de tabel te volgen.", "De overige kolommen te laten vervallen."), [1, 1], [1, 1]),
        ((NOTA, "De punten uit de brief voor kennisgeving aan te nemen."), [0, 1], [0, 0]),
        (("Met een en ander akkoord te gaan.",), [1], [1]),
        (("De notulen van 12 maart 2026 vast te stellen.",), [0], [0]),
        ((NOTA, "De raad met bijgaande brief te informeren."), [0, 0], [0, 0]),
    ],
)
def test_a_point_of_papers_and_pointers_says_nothing(
    checker: Checker, points: tuple[str, ...], vague: list[int], by_reference: list[int]
) -> None:
    found = facts_in(checker, proposal(*points), "decision_point")
    assert ([one.fields["vague"] for one in found], [one.fields["by_reference"] for one in found]) == (vague, by_reference)


@pytest.mark.parametrize(
    ("body", "vague"),
    [("", 1), ("## Waarom\nHet integraal huisvestingsplan (IHP) en het plan voor de daken (DVP) zijn oud.", 0)],
)
def test_letters_are_explained_or_cannot_be_read(checker: Checker, body: str, vague: int) -> None:
    (point,) = facts_in(
        checker, proposal("De lijst bij het IHP en het DVP van 2024 te actualiseren.", body=body), "decision_point"
    )
    assert point.fields["vague"] == vague


@pytest.mark.parametrize(
    ("point", "second"),
    [
        ("Dorpshuis De Zaal per 1 juli 2027 te verkopen dan wel te verhuren.", 1),
        ("De subsidie aan zwembad De Kikker voor 2027 te verlagen c.q. te beëindigen.", 1),
        ("Het hoofd Vergunningen mandaat te verlenen om ontheffingen te verlenen dan wel te weigeren.", 0),
        ("Belanghebbenden schriftelijk dan wel digitaal te informeren over het Beheerplan Havens 2027.", 0),
    ],
)
def test_a_choice_that_is_left_open_is_no_single_decision(checker: Checker, point: str, second: int) -> None:
    (found,) = facts_in(checker, proposal(point), "decision_point")
    assert found.fields["second"] == second

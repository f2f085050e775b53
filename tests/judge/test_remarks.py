"""Exceptions in the comments of a document."""

from __future__ import annotations

from datetime import date

import pytest

from toets.judge import waivers_in
from toets.model.document import Location, Remark
from toets.model.outcome import Waiver


def remark(text: str) -> Remark:
    return Remark("A. Bos", text, Location())


@pytest.mark.parametrize(
    ("text", "waiver"),
    [
        (
            "toets: uitzondering MID-02 - dekking volgt uit het raadsbesluit",
            Waiver("MID-02", "dekking volgt uit het raadsbesluit", "A. Bos"),
        ),
        (
            "Toets: uitzondering vor-09 tot 2027-01-01: nieuw sjabloon",
            Waiver("VOR-09", "nieuw sjabloon", "A. Bos", date(2027, 1, 1)),
        ),
    ],
)
def test_a_comment_holds_an_exception_with_its_reason(text: str, waiver: Waiver) -> None:
    assert waivers_in([remark(text)]) == (waiver,)


@pytest.mark.parametrize(
    "text", ["toets: uitzondering MID-02", "toets: uitzondering MID-02 tot 2027-13-01 - reden", "Graag nog eens toetsen", ""]
)
def test_a_comment_without_reason_or_with_an_impossible_date_is_none(text: str) -> None:
    assert waivers_in([remark(text)]) == ()

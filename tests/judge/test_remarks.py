"""Exceptions in the comments of a document."""

from __future__ import annotations

from datetime import date

import pytest

from toets.judge import unreadable_waivers, waivers_in
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


@pytest.mark.parametrize("until", ["2027-01-01", "1-1-2027", "01/01/2027", "1 januari 2027"])
@pytest.mark.parametrize("words", ["tot", "t/m", "tot en met"])
def test_an_end_date_may_be_written_as_people_do(words: str, until: str) -> None:
    assert waivers_in([remark(f"toets: uitzondering MID-02 {words} {until} – reden")]) == (
        Waiver("MID-02", "reden", "A. Bos", date(2027, 1, 1)),
    )


def test_a_comment_may_hold_several_exceptions() -> None:
    found = waivers_in([remark("toets: uitzondering MID-02 - een\ntoets: uitzondering UIT-01 omdat het project al loopt")])
    assert [(one.rule, one.reason) for one in found] == [("MID-02", "een"), ("UIT-01", "omdat het project al loopt")]


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("toets: uitzondering MID-02", "er staat geen reden bij"),
        ("toets: uitzondering MID-02 - ", "er staat geen reden bij"),
        ("toets: uitzondering MID-02 tot 2027-13-01 - reden", "de einddatum is niet te lezen"),
        ("toets: uitzondering MID-02 tot volgend jaar - reden", "de einddatum is niet te lezen"),
        ("toets: uitzondering omdat het mag", "er staat geen code van een regel bij"),
    ],
)
def test_a_comment_that_is_no_exception_after_all_is_told_with_the_remedy(text: str, because: str) -> None:
    (found,) = unreadable_waivers([remark(text)])
    assert found.because.startswith(because)
    assert "schrijf: toets: uitzondering" in found.because
    assert waivers_in([remark(text)]) == ()


def test_other_comments_are_left_alone() -> None:
    assert unreadable_waivers([remark("Graag nog eens toetsen"), remark("Zie de toets: uitzondering mogelijk?")]) == ()

"""Hertoets: every finding of two versions exactly once, with what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.compare import compare, compare_documents
from toets.matching import alike, points_of
from toets.model.comparison import Change, Fate
from toets.model.document import Location
from toets.model.outcome import Evidence, Item, Outcome, Status, Waiver
from toets.model.report import DocumentReport
from toets.model.rule import Severity
from toets.reports.compare_book import compare_book
from toets.reports.markdown import text_of

from .reports.build import judged, outcome, report, unreadable

PLAN = "De aannemer begint zo spoedig mogelijk na het besluit van de raad met de sloop van de oude sporthal."
PLAN_REWORDED = "De aannemer begint zo spoedig mogelijk na het raadsbesluit met de sloop van de oude sporthal."
PARK = "Het park wordt te zijner tijd opnieuw ingericht met bomen, bankjes en een speelplek voor kinderen."


def item(words: str, paragraph: int = 1, status: Status = Status.VIOLATED, missing: tuple[str, ...] = ()) -> Item:
    return Item(Evidence(words, Location(section=1, paragraph=paragraph), ""), status, "De tijd is hier niet ingevuld.", missing)


def having(*outcomes: Outcome) -> DocumentReport:
    return replace(judged(), outcomes=outcomes)


def about(*words: str) -> DocumentReport:
    """A document in which one rule has something to say about each of these sentences."""
    items = tuple(item(one, number) for number, one in enumerate(words))
    return having(outcome("UIT-04", Status.VIOLATED if items else Status.SATISFIED, items=items))


def fates(before: DocumentReport, after: DocumentReport) -> list[Fate]:
    return [change.fate for change in compare_documents(before, after)]


def test_moved_and_reworded_text_is_the_same_finding() -> None:
    changes = compare_documents(about(PARK, PLAN), about(PLAN_REWORDED, PARK))
    assert [change.fate for change in changes] == [Fate.OPEN, Fate.OPEN]
    reworded = next(change for change in changes if change.similar < 100)
    assert reworded.before is not None
    assert reworded.after is not None
    assert (reworded.before.quotes, reworded.after.quotes) == ((PLAN,), (PLAN_REWORDED,))
    assert "de tekst is veranderd, de bevinding niet" in reworded.says


def test_another_sentence_is_a_new_finding_and_a_gone_one_is_solved() -> None:
    changes = compare_documents(about(PLAN), about(PARK))
    assert sorted(change.fate for change in changes) == [Fate.NEW, Fate.SOLVED]


def test_amounts_are_told_apart_by_their_figures() -> None:
    assert alike("€ 40.000", "€ 45.000") == 0
    assert sorted(fates(about("€ 40.000"), about("€ 45.000"))) == [Fate.NEW, Fate.SOLVED]


def test_a_heavier_or_less_complete_finding_has_changed() -> None:
    before = having(outcome("OPD-01", Status.PARTIAL, Severity.ATTENTION, missing=("wie", "wanneer")))
    after = having(outcome("OPD-01", Status.PARTIAL, Severity.BLOCKING, missing=("wanneer", "wat")))
    (change,) = compare_documents(before, after)
    assert change.fate is Fate.CHANGED
    assert change.says == "weegt nu zwaarder; nu wel aangetroffen: wie; nu niet meer aangetroffen: wat"


@pytest.mark.parametrize(
    ("now", "fate", "says"),
    [
        ((outcome("MID-02", Status.SATISFIED),), Fate.SOLVED, "nu in orde"),
        ((outcome("MID-02", Status.JUSTIFIED),), Fate.SOLVED, "nu gemotiveerd niet van toepassing"),
        ((outcome("MID-02", Status.UNDECIDABLE),), Fate.CHANGED, "nu niet te beoordelen"),
        ((outcome("MID-02", Status.WAIVED, waiver=Waiver("MID-02", "afspraak")),), Fate.CHANGED, "nu met een uitzondering"),
        ((), Fate.CHANGED, "deze regel is nu niet getoetst"),
    ],
)
def test_what_can_no_longer_be_told_is_not_called_solved(now: tuple[Outcome, ...], fate: Fate, says: str) -> None:
    (change,) = compare_documents(having(outcome("MID-02")), having(*now))
    assert (change.fate, change.says) == (fate, says)


STATUSES = st.sampled_from(list(Status))
SENTENCES = st.lists(st.sampled_from([PLAN, PLAN_REWORDED, PARK, "€ 40.000", "€ 45.000", "binnenkort"]), max_size=4)


@st.composite
def documents(draw: st.DrawFn) -> DocumentReport:
    made = []
    for code in draw(st.sets(st.sampled_from(["MID-02", "OPD-01", "UIT-04", "VOR-08"]))):
        status = draw(STATUSES)
        items = tuple(item(words, number, draw(STATUSES)) for number, words in enumerate(draw(SENTENCES)))
        missing = tuple(draw(st.sets(st.sampled_from(["wie", "wanneer"]))))
        made.append(outcome(code, status, draw(st.sampled_from(list(Severity))), items=items, missing=missing))
    return having(*made)


def points(document: DocumentReport) -> list[str]:
    return sorted(repr(point) for one in document.outcomes for point in points_of(one, document))


def side(changes: Sequence[Change], name: str) -> list[str]:
    return sorted(repr(point) for change in changes if (point := getattr(change, name)))


@given(documents(), documents())
def test_every_finding_of_both_versions_is_in_one_change(before: DocumentReport, after: DocumentReport) -> None:
    changes = compare_documents(before, after)
    assert side(changes, "before") == points(before)
    assert side(changes, "after") == points(after)
    for change in changes:
        assert change.before or change.after
        assert (change.fate is not Fate.SOLVED) or change.after is None
        assert (change.fate is not Fate.NEW) or change.before is None
        assert (change.fate is not Fate.OPEN) or (change.before and change.after)


@given(documents())
def test_a_document_beside_itself_has_only_open_findings(document: DocumentReport) -> None:
    assert set(fates(document, document)) <= {Fate.OPEN}
    assert all(change.similar == 100 for change in compare_documents(document, document))


@given(documents(), documents())
def test_the_other_way_round_new_is_solved(before: DocumentReport, after: DocumentReport) -> None:
    there, back = fates(before, after), fates(after, before)
    assert there.count(Fate.NEW) == back.count(Fate.SOLVED)
    assert there.count(Fate.OPEN) == back.count(Fate.OPEN)


def test_documents_of_two_runs_are_paired_and_the_others_stand_alone() -> None:
    earlier = report(judged("oud/brug.docx"), replace(judged("oud/park.docx"), sha256="a" * 64))
    later = report(replace(judged("nieuw/park.docx"), sha256="b" * 64), replace(judged("nieuw/plein.docx"), sha256="c" * 64))
    found = compare(earlier, later).documents
    pairs = [(one.before.path if one.before else "", one.after.path if one.after else "") for one in found]
    assert pairs == [("oud/park.docx", "nieuw/park.docx"), ("", "nieuw/plein.docx"), ("oud/brug.docx", "")]


def test_one_document_on_both_sides_is_one_document_whatever_its_name() -> None:
    (one,) = compare(report(judged("a.docx")), report(judged("b.docx"))).documents
    assert one.before
    assert one.after
    assert {change.fate for change in one.changes} == {Fate.OPEN}


def test_a_version_that_was_not_read_has_no_changes() -> None:
    (one,) = compare(report(unreadable()), report(judged())).documents
    assert one.changes == ()
    assert one.before
    assert "--ocr" in one.before.message


def test_the_report_says_a_remedy_once_for_the_things_of_one_rule_and_names_no_folders() -> None:
    before = replace(about("Zo snel mogelijk.", PARK), path="/home/janssen/oud.docx")
    after = replace(about("Zo snel mogelijk.", PARK), path="/home/janssen/nieuw.docx")
    text = text_of(compare_book(compare(report(before), report(after))))
    assert "oud.docx → nieuw.docx" in text
    assert "janssen" not in text
    assert text.count("| zie hierboven |") == 1

"""Dutch words, places and the reading order."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.build import proposal
from toets.checker import Checker
from toets.model.document import DecisionPoint, Location, Part
from toets.model.outcome import Status, Waiver
from toets.model.rule import Norm, Severity
from toets.reports.annotate_notes import notes_of
from toets.reports.digest import Reason, digest, tally
from toets.reports.places import place
from toets.reports.sheet import Grid, numeric, text
from toets.reports.words import counted, dutch, kind_words, norms, one_line, titled, waiver_terms

from .build import GW_189, at, document, judged, lookalike, not_applicable, outcome, report, unreadable


@pytest.mark.parametrize(
    ("location", "words"),
    [
        (at(25, section=2, page=3), "onder ‘3. Financiën’, p. 3"),
        (at(25, section=2, row=2), "onder ‘3. Financiën’, rij 3 van de tabel"),
        (at(12, section=1, page=1), "beslispunt 2, p. 1"),
        (at(19, section=1), "onder ‘Voorgesteld besluit’"),
        (at(1, section=0), "in de kop van het document"),
        (at(52, part=1), "in het ontwerpbesluit, beslispunt 1"),
        (at(53, part=1, page=4), "in het ontwerpbesluit, p. 4"),
        (Location(page=2), "p. 2"),
        (Location(), ""),
        (Location(part=9, section=99, paragraph=1), ""),
    ],
)
def test_a_place_is_told_as_a_reader_would_look_for_it(location: Location, words: str) -> None:
    assert place(location, document()) == words


@pytest.mark.parametrize(
    ("title", "subject", "words"),
    [
        ("Raadsvoorstel", "Fietspad Noord", "Raadsvoorstel: Fietspad Noord"),
        ("Fietspad Noord", "Fietspad Noord", "Fietspad Noord"),
        ("Raadsvoorstel Fietspad Noord", "fietspad Noord", "Raadsvoorstel Fietspad Noord"),
        ("Fietspad", "Fietspad Noord", "Fietspad Noord"),
        ("", "Fietspad Noord", "Fietspad Noord"),
        ("Raadsvoorstel", "", "Raadsvoorstel"),
        ("", "", ""),
    ],
)
def test_a_document_is_called_by_title_and_subject_each_once(title: str, subject: str, words: str) -> None:
    assert titled(replace(document(), title=title, subject=subject)) == words


def test_without_a_document_only_the_page_is_known() -> None:
    assert place(at(12, section=1, page=7), None) == "p. 7"
    assert place(at(12, section=1), None) == ""


def test_of_two_points_in_one_paragraph_the_one_before_the_place_counts() -> None:
    points = tuple(
        DecisionPoint(n, f"{n + 1})", "tekst", "raad", "voorstel", Location(paragraph=5, start=start))
        for n, start in ((0, 0), (1, 40))
    )
    both = replace(document(), points=points)
    assert place(Location(paragraph=5, start=20), both) == "beslispunt 1"
    assert place(Location(paragraph=5, start=60), both) == "beslispunt 2"


def test_a_place_in_an_attachment_says_so() -> None:
    parts = (Part(0, "voorstel", "", 0, at(0)), Part(1, "bijlage", "", 50, at(50, part=1)))
    assert place(at(52, part=1), replace(document(), parts=parts)) == "in de bijlage"


def test_text_is_shown_on_one_line_without_what_steers_a_terminal() -> None:
    assert one_line("rood \x1b[31m\n en\u202e om\u00a0gekeerd\x07") == "rood [31m en om gekeerd"


@given(st.text(), st.integers(min_value=5, max_value=60))
def test_no_text_of_a_document_can_break_a_line(text: str, length: int) -> None:
    shown = one_line(text, length=length)
    assert len(shown) <= length + 2
    assert shown.isprintable() or not any(character < " " for character in shown)


def test_norms_are_short() -> None:
    assert norms((GW_189, Norm("Huisstijl", "", "", date(2026, 1, 1)))) == "Gemeentewet, art. 189; Huisstijl"


def test_numbers_kinds_and_exceptions_have_words() -> None:
    assert (counted(1, "regel", "regels"), counted(0, "regel", "regels")) == ("1 regel", "0 regels")
    assert kind_words("RV-BEN") == "RV-BEN (benoeming, toelating of ontslag)"
    assert kind_words("XX-NEW") == "XX-NEW"
    assert waiver_terms(Waiver("X", "reden")) == ""
    assert waiver_terms(Waiver("X", "reden", "griffier", date(2027, 3, 12))) == "griffier, tot en met 12 maart 2027"


def test_findings_stand_by_severity_and_not_met_comes_before_partly_met() -> None:
    partly = outcome("AAA-01", Status.PARTIAL, Severity.ATTENTION)
    bare = outcome("BBB-01", Status.UNJUSTIFIED, Severity.ATTENTION)
    broken = (outcome("ZZZ-02", severity=Severity.ATTENTION), outcome("ZZZ-01", severity=Severity.ATTENTION))
    arranged = digest(replace(judged(), outcomes=(partly, bare, *broken)))
    assert [one.rule for one in arranged.findings[Severity.ATTENTION]] == ["ZZZ-01", "ZZZ-02", "BBB-01", "AAA-01"]
    assert arranged.findings[Severity.BLOCKING] == ()


def test_every_outcome_stands_in_one_place_of_the_digest() -> None:
    arranged = digest(judged())
    shown = [one.rule for found in arranged.findings.values() for one in found]
    shown += [one.rule for one in (*arranged.in_order, *arranged.justified, *arranged.waived, *arranged.undecidable)]
    shown += [*arranged.not_meant, *(code for reason in arranged.not_occurring for code in reason.codes)]
    assert sorted(shown) == [one.rule for one in judged().outcomes]
    assert sum(arranged.counts.values()) == len(shown)


def test_rules_that_are_not_tested_for_one_reason_stand_together() -> None:
    one = replace(judged(), outcomes=tuple(not_applicable(f"A-{n}", why, meant=True) for n, why in enumerate("xyxzx")))
    assert digest(one).not_occurring == (Reason("x", ("A-0", "A-2", "A-4")), Reason("y", ("A-1",)), Reason("z", ("A-3",)))
    assert digest(one).left_out == (Reason("uitgezet in profiel griffie", ("VOR-12", "VOR-14")),)


def test_a_run_is_counted() -> None:
    counts = tally(report(judged(), lookalike(), unreadable()))
    assert {status.value: number for status, number in counts.documents.items()} == {"judged": 2, "unreadable": 1, "failed": 0}
    assert counts.findings == {Severity.BLOCKING: 1, Severity.ATTENTION: 1, Severity.ADVICE: 1}
    assert counts.outcomes[Status.NOT_APPLICABLE] == 4


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (
            "Zet er 'structureel' of 'incidenteel' bij ('binnen acht weken').",
            "Zet er ‘structureel’ of ‘incidenteel’ bij (‘binnen acht weken’).",
        ),
        ("risico's, 's avonds, 's-Hertogenbosch en 't Hof", "risico’s, ’s avonds, ’s-Hertogenbosch en ’t Hof"),
        ("onder 'n.v.t.' en 'als …, dan …'.", "onder ‘n.v.t.’ en ‘als …, dan …’."),
        ("bij «Programma 'Vitaal' 2027».", "bij ‘Programma 'Vitaal' 2027’."),
    ],
)
def test_rules_are_printed_with_dutch_quotes_and_words_of_a_document_stay_theirs(words: str, printed: str) -> None:
    assert dutch(words) == printed


def test_only_a_column_of_numbers_stands_to_the_right() -> None:
    grid = Grid("", ("Nr.", "Wat", "Aantal", "Leeg"), (1, 1, 1, 1), ((text("1"), text("a"), text("12"), text("")),) * 2)
    assert numeric(grid) == (False, False, True, False)
    assert numeric(Grid("", ("A", "B"), (1, 1), ())) == (False, False)


def test_a_comment_has_the_quotation_marks_of_the_reports(checker: Checker) -> None:
    report = checker.check_bytes(proposal("De grond te verkopen.", body="## Participatie\nN.v.t.").encode(), "grond.md")
    (text,) = (note.text for note in notes_of(report) if note.rule == "VOR-08")
    assert ("‘n.v.t.’" in text, "'" in text) == (True, False)

"""Dates and terms that are counted again, and what looks like a mistake but is none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.build import facts_in, proposal
from toets.checker import Checker
from toets.model.months import dutch_date

HEAD = "Datum college: 3 november 2026\nDatum raad: 10 december 2026\n\n# Raadsvoorstel\n\n"
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def problems(checker: Checker, text: str) -> set[str]:
    return {str(fact.fields["problem"]) for fact in facts_in(checker, HEAD + text, "date_check")} - {"none"}


def test_the_end_that_was_counted_and_where_from_are_told(checker: Checker) -> None:
    text = "## Aanleiding\nDe aanbiedingsbrief is van 11 april 2025. De raad heeft acht weken. De termijn loopt af op 9 juli.\n"
    (found,) = (fact for fact in facts_in(checker, text, "date_check") if fact.fields["problem"] == "term")
    (place,) = facts_in(checker, text, "place")
    assert (found.fields["term"], found.fields["counted"]) == ("acht weken", "6 juni 2025")
    assert (place.quote, place.fields["of"]) == ("De aanbiedingsbrief is van 11 april 2025.", found.id)


def test_a_college_after_the_council_is_named_with_its_date(checker: Checker) -> None:
    text = "Datum college: 3 november 2026\nDatum raad: 10 september 2026\n\n# Raadsvoorstel\n\n## Aanleiding\nTekst.\n"
    (found,) = (fact for fact in facts_in(checker, text, "date_check") if fact.fields["problem"] == "order")
    assert found.fields["meeting"] == "Datum college 3 november 2026"


def test_the_proposal_is_of_the_day_below_it_before_one_in_its_head(checker: Checker) -> None:
    signed = "# Raadsvoorstel\n\n## Uitvoering\n{text}\n\nBurgemeester en wethouders van Waterveen, 6 juli 2026\n"
    text = "Datum raad: 10 september 2026\n\n" + signed
    steps = (
        ("De gemeente stuurt uiterlijk op 1 september 2026 een brief.", "none"),
        ("Op 9 juli 2026 hebben zij gestemd.", "none told_early"),
    )
    for step, told in steps:
        found = {str(fact.fields["problem"]) for fact in facts_in(checker, text.format(text=step), "date_check")}
        assert " ".join(sorted(found)) == told


def test_without_a_signature_any_meeting_in_the_head_tells_what_is_still_to_come(checker: Checker) -> None:
    for head, early in (("Datum raad: 10 september 2026", "none told_early"), ("Datum raad: september 2026", "none")):
        text = f"{head}\n\n# Raadsvoorstel\n\n## Participatie\nOp 24 september 2026 hebben bewoners de tekeningen bekeken.\n"
        found = {str(fact.fields["problem"]) for fact in facts_in(checker, text, "date_check")}
        assert " ".join(sorted(found)) == early


@settings(max_examples=25)
@given(day=st.dates(date(2020, 1, 1), date(2030, 12, 31)), wrong=st.integers(0, 6))
def test_a_weekday_is_told_exactly_when_it_is_another(checker: Checker, day: date, wrong: int) -> None:
    shown = WEEKDAYS[(day.weekday() + wrong) % 7]
    text = f"# Raadsvoorstel\n\n## Aanleiding\nDe avond is op {shown} {dutch_date(day)}.\n"
    (found,) = facts_in(checker, text, "date_check")
    assert (found.fields["problem"] == "weekday") == (wrong != 0)
    assert found.fields["weekday"] == (WEEKDAYS[day.weekday()] if wrong else "")


@settings(max_examples=25)
@given(start=st.dates(date(2020, 1, 1), date(2030, 12, 31)), weeks=st.integers(2, 16), off=st.integers(-60, 60))
def test_a_term_in_weeks_is_only_reported_when_it_is_off(checker: Checker, start: date, weeks: int, off: int) -> None:
    last = start + timedelta(days=7 * weeks - 1 + off)
    if last <= start:
        return
    text = f"Het plan ligt {weeks} weken ter inzage, van {dutch_date(start)} tot en met {dutch_date(last)}."
    found = problems(checker, f"## Aanleiding\n{text}\n")
    assert ("term" in found) == (abs(off) > 4)


@pytest.mark.parametrize(("told", "dated"), [("Veenwijk, 12 mei 2026", True), ("De hal is klaar in juli 2028.", False)])
def test_the_board_signs_on_a_day(checker: Checker, told: str, dated: bool) -> None:
    closing = f"Hoogachtend,\n\n{told}\n\nHet college van burgemeester en wethouders,\nde secretaris, de burgemeester"
    text = proposal("De nota Spelen vast te stellen.", body=f"## Aanleiding\nDe nota loopt af.\n\n{closing}")
    assert any(fact.fields["field"] == "dagtekening" for fact in facts_in(checker, text, "metadata")) is dated

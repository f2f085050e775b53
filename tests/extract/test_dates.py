"""Dates and terms that are counted again, and what looks like a mistake but is none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.build import facts_in
from toets.checker import Checker
from toets.extract.date_checks import in_words

HEAD = "Datum college: 3 november 2026\nDatum raad: 10 december 2026\n\n# Raadsvoorstel\n\n"
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def problems(checker: Checker, text: str) -> set[str]:
    return {str(fact.fields["problem"]) for fact in facts_in(checker, HEAD + text, "date_check")} - {"none"}


@pytest.mark.parametrize(
    "text",
    [
        "Het ontwerp ligt gedurende zes weken, van 4 januari 2027 tot en met 28 februari 2027, ter inzage.",
        "Acht weken na 11 april 2025, dus op 9 juli 2025, sluit de termijn.",
        "De aanbiedingsbrief is van 11 april 2025. De raad heeft acht weken voor een zienswijze. De termijn loopt af op 9 juli.",
        "De looptijd is vier jaar (van 1 januari 2027 tot en met 31 december 2031).",
    ],
)
def test_a_term_that_does_not_come_out_is_seen(checker: Checker, text: str) -> None:
    assert problems(checker, f"## Aanleiding\n{text}\n") == {"term"}


@pytest.mark.parametrize(
    "text",
    [
        "Het ontwerp ligt gedurende zes weken, van 4 januari 2027 tot en met 14 februari 2027, ter inzage.",
        "Het ontwerp ligt zes weken (4 januari 2027 tot en met 15 februari 2027) ter inzage.",
        "Acht weken na 11 april 2025, dus op 6 juni 2025, sluit de termijn.",
        "De brief is van 11 april 2025. De raad heeft acht weken. In overleg met het bestuur loopt de termijn af op 9 juli.",
        "De looptijd is vier jaar (van 1 januari 2027 tot en met 31 december 2030), met een verlenging van twee jaar.",
        "De overeenkomst loopt van 1 januari 2027 tot 1 januari 2029, met een optie van twee jaar.",
        "Binnen zes weken na 4 januari 2027 stuurt het college een brief; op 1 maart 2027 volgt het verslag.",
        "De proef duurde twaalf maanden. De evaluatie was op 3 juni 2026 en het gesprek op 9 juli 2026.",
    ],
)
def test_terms_that_come_out_or_may_differ_are_left_alone(checker: Checker, text: str) -> None:
    assert problems(checker, f"## Aanleiding\n{text}\n") == set()


def test_the_end_that_was_counted_and_where_from_are_told(checker: Checker) -> None:
    text = "## Aanleiding\nDe aanbiedingsbrief is van 11 april 2025. De raad heeft acht weken. De termijn loopt af op 9 juli.\n"
    (found,) = (fact for fact in facts_in(checker, text, "date_check") if fact.fields["problem"] == "term")
    (place,) = facts_in(checker, text, "place")
    assert (found.fields["term"], found.fields["counted"]) == ("acht weken", "6 juni 2025")
    assert (place.quote, place.fields["of"]) == ("De aanbiedingsbrief is van 11 april 2025.", found.id)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Uitvoering\nAanvragen moeten uiterlijk op 1 september 2026 zijn ingediend.", {"past_deadline"}),
        ("## Uitvoering\nAanvragen moeten uiterlijk op 1 september 2027 zijn ingediend.", set()),
        ("## Uitvoering\nOp 1 september 2026 was de eerste inloopavond.", set()),
        ("## Uitvoering\nDe regeling gaat in met terugwerkende kracht tot 1 juli 2026.", {"backdated"}),
        ("## Uitvoering\nDe bouw start op 1 oktober 2026.", {"start_before_council", "past_deadline"}),
        ("## Beslispunten\n1. De Verordening markt met ingang van 1 oktober 2026 vast te stellen.", {"start_before_council"}),
        ("## Beslispunten\n1. De Verordening markt met ingang van 1 januari 2027 vast te stellen.", set()),
        ("## Beslispunten\n1. De Verordening markt die op 1 oktober 2019 is vastgesteld in te trekken.", set()),
        ("## Uitvoering\nDe school is klaar op 12 maart 2126.", {"far"}),
        ("## Aanleiding\nHet park is op 12 maart 1962 geopend.", set()),
    ],
)
def test_days_are_laid_beside_the_meeting(checker: Checker, text: str, expected: set[str]) -> None:
    assert problems(checker, text + "\n") == expected


def test_a_college_after_the_council_is_named_with_its_date(checker: Checker) -> None:
    text = "Datum college: 3 november 2026\nDatum raad: 10 september 2026\n\n# Raadsvoorstel\n\n## Aanleiding\nTekst.\n"
    (found,) = (fact for fact in facts_in(checker, text, "date_check") if fact.fields["problem"] == "order")
    assert found.fields["meeting"] == "Datum college 3 november 2026"


@settings(max_examples=25, deadline=None)
@given(day=st.dates(date(2020, 1, 1), date(2030, 12, 31)), wrong=st.integers(0, 6))
def test_a_weekday_is_told_exactly_when_it_is_another(checker: Checker, day: date, wrong: int) -> None:
    shown = WEEKDAYS[(day.weekday() + wrong) % 7]
    text = f"# Raadsvoorstel\n\n## Aanleiding\nDe avond is op {shown} {in_words(day)}.\n"
    (found,) = facts_in(checker, text, "date_check")
    assert (found.fields["problem"] == "weekday") == (wrong != 0)
    assert found.fields["weekday"] == (WEEKDAYS[day.weekday()] if wrong else "")


@settings(max_examples=25, deadline=None)
@given(start=st.dates(date(2020, 1, 1), date(2030, 12, 31)), weeks=st.integers(2, 16), off=st.integers(-60, 60))
def test_a_term_in_weeks_is_only_reported_when_it_is_off(checker: Checker, start: date, weeks: int, off: int) -> None:
    last = start + timedelta(days=7 * weeks - 1 + off)
    if last <= start:
        return
    text = f"Het plan ligt {weeks} weken ter inzage, van {in_words(start)} tot en met {in_words(last)}."
    found = problems(checker, f"## Aanleiding\n{text}\n")
    assert ("term" in found) == (abs(off) > 4)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("De avond is op maandag 7 januari.", "weekday"),
        ("De aannemer start in maart 2026 met het werk.", "past_deadline"),
        ("De aanbesteding start in het tweede kwartaal van 2026.", "past_deadline"),
        ("De uitvoering start eind 2025.", "past_deadline"),
        ("De inspraak loopt van 15 maart 2027 tot en met 1 februari 2027.", "reversed"),
        ("De raad reageert binnen acht weken na 1 oktober 2026, dus uiterlijk op 26 december 2026.", "term"),
        ("Op 1 oktober 2026 ontving de gemeente de brief. De termijn van acht weken loopt af op 31 december 2026.", "term"),
    ],
)
def test_periods_and_days_without_a_year_are_counted_too(checker: Checker, text: str, problem: str) -> None:
    section = "Aanleiding" if problem == "term" else "Uitvoering"
    assert problem in problems(checker, f"## {section}\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "De avond is op donderdag 7 januari.",
        "In maart 2026 is de aanbesteding gestart.",
        "De aanbesteding start in het vierde kwartaal van 2026.",
        "De inspraak loopt van 15 november tot en met 10 januari 2027.",
        "De nota wordt in 2025 en daarna elke twee jaar herzien, zoals u op 12 mei 2022 besloot.",
        "De raad reageert binnen acht weken na 1 oktober 2026, dus uiterlijk op 26 november 2026.",
        "In het schooljaar 2025-2026 start de tweede groep van de proef die in 2024 begon.",
    ],
)
def test_what_is_past_or_still_to_come_is_left_alone(checker: Checker, text: str) -> None:
    assert not problems(checker, f"## Uitvoering\n{text}\n")

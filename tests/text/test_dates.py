"""Dates, quarters and years: how they are written, what they are, and what is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .span_build import EMPTY, found, more, spans

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def day(year: int, month: int, number: int) -> int:
    return date(year, month, number).toordinal()


@pytest.mark.parametrize(
    "text",
    [
        "12 maart 2026",
        "12 mrt 2026",
        "12 mrt. 2026",
        "12 Maart 2026",
        "12 MAART 2026",
        "12-03-2026",
        "12-3-2026",
        "12/03/2026",
        "12.03.2026",
        "2026-03-12",
        "donderdag 12 maart 2026",
        "do 12 maart 2026",
        "12\u00a0maart\u00a02026",
        "12-03-'26",
    ],
)
def test_a_day_is_read_in_every_notation(text: str) -> None:
    assert found(f"Vóór {text} is dit klaar.", "datum") == [(text, day(2026, 3, 12))]


@pytest.mark.parametrize(
    ("text", "grain", "first", "last"),
    [
        ("10 t/m 19 juli 2026", "day", day(2026, 7, 10), day(2026, 7, 19)),
        ("10-19 juli 2026", "day", day(2026, 7, 10), day(2026, 7, 19)),
        ("maart 2026", "month", day(2026, 3, 1), day(2026, 3, 31)),
        ("begin maart 2026", "month", day(2026, 3, 1), day(2026, 3, 31)),
        ("april/mei 2026", "month", day(2026, 4, 1), day(2026, 5, 31)),
        ("begin 2026", "season", day(2026, 1, 1), day(2026, 3, 31)),
        ("voorjaar 2026", "season", day(2026, 3, 1), day(2026, 5, 31)),
        ("najaar van 2027", "season", day(2027, 9, 1), day(2027, 11, 30)),
        ("eind 2026", "season", day(2026, 10, 1), day(2026, 12, 31)),
        ("winter 2025/2026", "season", day(2025, 12, 1), day(2026, 2, 28)),
        ("zomerreces 2026", "season", day(2026, 7, 1), day(2026, 8, 31)),
        ("januari '26", "month", day(2026, 1, 1), day(2026, 1, 31)),
        ("week 4 van 2026", "week", day(2026, 1, 19), day(2026, 1, 25)),
    ],
)
def test_a_longer_time_has_a_first_and_a_last_day(text: str, grain: str, first: int, last: int) -> None:
    [span] = spans(f"Gereed in {text}.", "datum")

    assert (span.text, span.value) == (text, first)
    assert (span.more["grain"], span.more["high"]) == (grain, last)


@pytest.mark.parametrize("text", ["12 maart", "3 juli jl.", "d.d. 12 maart", "in februari", "week 51", "1 april"])
def test_a_date_without_a_year_has_no_value(text: str) -> None:
    [span] = spans(text, "datum")

    assert (span.value, span.more["year_given"], span.more["valid"]) == (0, 0, 1)


@pytest.mark.parametrize(
    "text", ["31 juni 2026", "31-06-2026", "29 februari 2026", "32 maart 2026", "30 februari", "10 t/m 31 juni 2026"]
)
def test_a_day_that_does_not_exist_is_found_and_not_valid(text: str) -> None:
    [span] = spans(text, "datum")

    assert (span.value, span.more["valid"]) == (0, 0)


def test_a_weekday_is_held_against_the_date() -> None:
    assert more("donderdag 12 maart 2026", "datum", "weekday", "weekday_ok") == {"weekday": "do", "weekday_ok": 1}
    assert more("dinsdag 12 maart 2026", "datum", "weekday", "weekday_ok") == {"weekday": "di", "weekday_ok": 0}
    assert more("dinsdag 12 maart", "datum", "weekday", "weekday_ok") == {"weekday": "di", "weekday_ok": 1}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Op 8 oktober en 19 november 2024", [day(2024, 10, 8), day(2024, 11, 19)]),
        ("van 10 juli tot en met 19 juli 2026", [day(2026, 7, 10), day(2026, 7, 19)]),
        ("van januari tot en met april 2024", [day(2024, 1, 1), day(2024, 4, 1)]),
        ("14 november en 5 december", [0, 0]),
        ("Op 30 januari is besloten, en op 12 maart 2026 weer", [0, day(2026, 3, 12)]),
    ],
)
def test_a_date_takes_the_year_of_the_date_it_is_joined_to(text: str, values: list[int]) -> None:
    assert [span.value for span in spans(text, "datum")] == values


@pytest.mark.parametrize(
    "text",
    [
        "zaaknummer 2025-048817 en besluit 2025-14",
        "artikel 2.1.3 en versie 3.12.1",
        "16 uur per week 20 leerlingen",
        "Jan Smit en Mei Li",
        "kinderen van 4-12 jaar",
        "om 9.00 uur",
        "in het najaar",
        "€ 12.50 en 12.000,-",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert spans(text, "datum") == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Q3 2026", day(2026, 7, 1), day(2026, 9, 30)),
        ("2026-Q3", day(2026, 7, 1), day(2026, 9, 30)),
        ("K3 2026", day(2026, 7, 1), day(2026, 9, 30)),
        ("derde kwartaal 2026", day(2026, 7, 1), day(2026, 9, 30)),
        ("derde kwartaal van 2026", day(2026, 7, 1), day(2026, 9, 30)),
        ("derde kwartaal (Q3) van 2026", day(2026, 7, 1), day(2026, 9, 30)),
        ("3e kwartaal 2026", day(2026, 7, 1), day(2026, 9, 30)),
        ("eerste helft van 2026", day(2026, 1, 1), day(2026, 6, 30)),
        ("tweede halfjaar 2026", day(2026, 7, 1), day(2026, 12, 31)),
        ("tweede halfjaar", 0, 0),
        ("vierde kwartaal", 0, 0),
    ],
)
def test_a_quarter_or_half_year(text: str, first: int, last: int) -> None:
    [span] = spans(f"Start in het {text}.", "kwartaal")

    assert (span.text, span.value, span.more["high"]) == (text, first, last)


def test_quarters_of_a_range_share_their_year() -> None:
    assert [span.value for span in spans("Q2 – Q3 2025", "kwartaal")] == [day(2025, 4, 1), day(2025, 7, 1)]
    assert [span.value for span in spans("in Q2 en Q3 van 2025", "kwartaal")] == [day(2025, 4, 1), day(2025, 7, 1)]
    assert [span.value for span in spans("Q4 2025 – Q1 2026", "kwartaal")] == [day(2025, 10, 1), day(2026, 1, 1)]


def test_half_of_something_is_no_half_year() -> None:
    assert spans("de eerste helft van de woningen, één keer per kwartaal", "kwartaal") == []


@pytest.mark.parametrize(
    ("text", "value", "end", "opened", "title"),
    [
        ("in 2026", 2026, 2026, 0, 0),
        ("vanaf 2027", 2027, 2027, 1, 0),
        ("2027 e.v.", 2027, 2027, 1, 0),
        ("2025-2027", 2025, 2027, 0, 0),
        ("2024/2025", 2024, 2025, 0, 0),
        ("2025/'26", 2025, 2026, 0, 0),
        ("2026 t/m 2029", 2026, 2029, 0, 0),
        ("de Kadernota 2026", 2026, 2026, 0, 1),
        ("de begroting 2026", 2026, 2026, 0, 1),
        ("Visie Heidebroek 2040", 2040, 2040, 0, 1),
    ],
)
def test_a_year_or_years(text: str, value: int, end: int, opened: int, title: int) -> None:
    [span] = spans(text, "jaar")

    assert (span.value, span.more["end"], span.more["open"], span.more["title"]) == (value, end, opened, title)


@pytest.mark.parametrize(
    "text",
    [
        "€ 2026",
        "2026 euro",
        "2030 woningen",
        "Kerkstraat 2012",
        "tst. 2041",
        "zaak 2025-048817",
        "besluit 2025/58",
        "motie 2021-12",
        "2012 CD Rietmonde",
        "maart 2026",
        "begin 2026",
        "Q1 2026",
        "1958",
        "de Huisvestingswet 2014",
        "Verordening leerlingenvervoer Rietmonde 2024",
    ],
)
def test_what_is_no_year_of_its_own(text: str) -> None:
    assert spans(text, "jaar") == []


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_any_date_reads_back_as_it_was_written(moment: date) -> None:
    month = MONTHS[moment.month - 1]
    for text in (
        f"{moment.day} {month} {moment.year}",
        f"{moment.day} {month[:3].replace('maa', 'mrt')}. {moment.year}",
        f"{moment:%d-%m-%Y}",
        f"{moment.day}/{moment.month}/{moment.year}",
        moment.isoformat(),
    ):
        [span] = spans(f"Op {text} besluit de raad.", lexicon=EMPTY)

        assert (span.kind, span.value, span.more["valid"]) == ("datum", moment.toordinal(), 1), text


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)), st.integers(min_value=0, max_value=6))
def test_only_the_right_weekday_fits_a_date(moment: date, weekday: int) -> None:
    name = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")[weekday]
    [span] = spans(f"{name} {moment.day} {MONTHS[moment.month - 1]} {moment.year}", "datum", lexicon=EMPTY)

    assert span.more["weekday_ok"] == int(weekday == moment.weekday())


@given(st.text(alphabet="abdehilnoqrstuvwxyz ,.;", max_size=80))
def test_words_without_digits_and_months_are_no_date(text: str) -> None:
    assert spans(text, "datum", "kwartaal", "jaar", lexicon=EMPTY) == []

"""Numbers that count something, and numbers in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from toets.text.numbers import decimal, rounded, spelled

from .span_build import found, spans


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("2.450 woningen", 2450, "woningen"),
        ("64 tijdelijke woningen", 64, "woningen"),
        ("0,6 fte", 60, "fte"),
        ("1,0 FTE", 100, "fte"),
        ("17%", 1700, "%"),
        ("2,75 %", 275, "%"),
        ("15 procent", 1500, "%"),
        ("15 jaar", 15, "jaar"),
        ("zes weken", 6, "week"),
        ("vierentwintig maanden", 24, "maand"),
        ("640 meter", 640, "m"),
        ("8.450 m²", 8450, "m2"),
        ("22.000 m2", 22000, "m2"),
        ("60 kW", 60, "kW"),
        ("16 uur", 16, "uur"),
        ("drie plaatselijke makelaars", 3, "makelaars"),
        ("vijftig pagina’s", 50, "pagina's"),
        ("1,2 miljoen inwoners", 1_200_000, "inwoners"),
    ],
)
def test_a_number_is_found_with_what_it_counts(text: str, value: int, unit: str) -> None:
    [span] = spans(f"Dit betreft {text}.", "getal")

    assert (span.text, span.value, span.more["unit"]) == (text, value, unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("20 tot 30%", 2000, 3000), ("22 tot 25 starters", 22, 25), ("4-12 jaar", 4, 12), ("60 en 95 bezoekers", 60, 95)],
)
def test_a_range_of_numbers_is_one_span(text: str, low: int, high: int) -> None:
    [span] = spans(f"tussen {text}", "getal")

    assert (span.text, span.value, span.more["low"], span.more["high"]) == (text, high, low, high)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("tientallen woningen", 0, "woningen"), ("de helft", 5000, "%"), ("een kwart", 2500, "%"), ("een derde van", 3333, "%")],
)
def test_a_rough_number_is_vague(text: str, value: int, unit: str) -> None:
    [span] = spans(f"Dit raakt {text} de buurt.", "getal")

    assert (span.text, span.value, span.more["unit"], span.more["vague"]) == (text, value, unit, 1)


@pytest.mark.parametrize(
    "text",
    [
        "bijlage 3 toelichting",
        "Veenweg 14 kavel",
        "artikel 4 lid 2",
        "om 9.00 uur en van 09.00 – 11.40 uur",
        "om 20 uur begint",
        "op 12 maart 2026",
        "programma 5 Wonen",
        "een woning, één geheel",
        "de tweede fase",
        "zaaknummer 1188204",
        "wijk 3 centrum",
        "hellingbaan 1:25",
    ],
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert spans(text, "getal") == []


def test_a_number_is_not_counted_twice() -> None:
    assert found("€ 5.000 per jaar in 2026 voor 12 woningen op 1 mei 2026", "getal") == [("12 woningen", 12)]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("één", "1"),
        ("twaalf", "12"),
        ("drieëntwintig", "23"),
        ("tweehonderdvijftig", "250"),
        ("duizend", "1000"),
        ("vijfentwintigduizend", "25000"),
        ("tweeëntwintigduizendvijfhonderd", "22500"),
        ("anderhalf", "1.5"),
        ("woning", None),
        ("achterstand", None),
        ("duizendpoot", None),
    ],
)
def test_a_number_in_one_word(word: str, value: str | None) -> None:
    assert spelled(word) == (None if value is None else Decimal(value))


def test_digits_have_a_value() -> None:
    assert (decimal("1.250.000"), decimal("2,75"), decimal("1 250")) == (Decimal(1_250_000), Decimal("2.75"), Decimal(1250))
    assert (rounded(Decimal("2.5")), rounded(Decimal("-2.5")), rounded(Decimal("2.4"))) == (3, -3, 2)

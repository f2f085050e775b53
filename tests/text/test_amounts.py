"""Amounts of money: every notation gives the same cents, and what only looks like money gives none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.text.amounts import parse_amount, table_scale

from .span_build import EMPTY, found, more, spans

EUROS = 100
TON = 100_000 * EUROS
MILLION = 1_000_000 * EUROS

ONE = (
    ("€ 1.250.000,-", 1_250_000 * EUROS),
    ("€1.250.000", 1_250_000 * EUROS),
    ("€ 1.250.000,00", 1_250_000 * EUROS),
    ("€\u00a01.250.000,--", 1_250_000 * EUROS),
    ("€ 1 250 000", 1_250_000 * EUROS),
    ("€ 1,250,000.00", 1_250_000 * EUROS),
    ("EUR 45.000", 45_000 * EUROS),
    ("1,25 mln", 1_250_000 * EUROS),
    ("€ 1,25 miljoen", 1_250_000 * EUROS),
    ("€ 1.25 mln", 1_250_000 * EUROS),
    ("€ 1,25 mln euro", 1_250_000 * EUROS),
    ("M€ 2,5", 2_500_000 * EUROS),
    ("€ 0,9 mld", 900 * MILLION),
    ("k€ 50", 50_000 * EUROS),
    ("50 k€", 50_000 * EUROS),
    ("€ 50k", 50_000 * EUROS),
    ("€ 50 duizend", 50_000 * EUROS),
    ("2,5 ton", 250_000 * EUROS),
    ("vier ton", 4 * TON),
    ("anderhalve ton", 150_000 * EUROS),
    ("een half miljoen", MILLION // 2),
    ("twee en een half miljoen euro", 2_500_000 * EUROS),
    ("vijfentwintigduizend euro", 25_000 * EUROS),
    ("100.000 euro", 100_000 * EUROS),
    ("100.000 Euro", 100_000 * EUROS),
    ("euro 5000", 5_000 * EUROS),
    ("5.000,-", 5_000 * EUROS),
    ("€ 12,50", 1_250),
    ("€ 0,125", 13),
    ("€ 0", 0),
    ("-/- € 5.000", -5_000 * EUROS),
    ("€ -5.000", -5_000 * EUROS),
    ("-€ 5.000", -5_000 * EUROS),
    ("€ 5.000 -/-", -5_000 * EUROS),
)


@pytest.mark.parametrize(("text", "cents"), ONE)
def test_an_amount_is_read_in_every_notation(text: str, cents: int) -> None:
    assert found(f"Hiermee is {text} gemoeid.", "bedrag") == [(text, cents)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("€ 40.000 à € 60.000", 40_000, 60_000),
        ("€ 40.000 - € 60.000", 40_000, 60_000),
        ("€ 40.000 – 60.000", 40_000, 60_000),
        ("€ 1 en € 2 miljoen", 1_000_000, 2_000_000),
        ("€ 4 tot 5 ton", 400_000, 500_000),
        ("€ 3 tot 4 duizend", 3_000, 4_000),
        ("drie à vier ton", 300_000, 400_000),
        ("25.000 tot 35.000 euro", 25_000, 35_000),
        ("€ 225 tot € 300", 225, 300),
    ],
)
def test_a_range_is_one_amount_with_two_ends(text: str, low: int, high: int) -> None:
    [span] = spans(f"Het kost tussen {text} voor de gemeente.", "bedrag")

    assert (span.text, span.value) == (text, high * EUROS)
    assert (span.more["low"], span.more["high"], span.more["vague"]) == (low * EUROS, high * EUROS, 1)


@pytest.mark.parametrize(
    "text",
    [
        "van € 41,30 naar € 44,95",
        "€ 5.000 en € 8.000",
        "programma 5 - € 3.000 en € 4.000",
        "Kosten | € 345.000 | – | € 345.000",
    ],
)
def test_two_amounts_are_no_range(text: str) -> None:
    assert [span.more["low"] == span.more["high"] for span in spans(text, "bedrag")] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "tel. 0523 - 12 34 56 of 06-12345678",
        "zaaknummer 2025-048817, reg.nr. 24.0019362",
        "Lindestraat 2026, 1234 AB Rietmonde",
        "op 12-11-2024 en in 2026",
        "versie 2.0, artikel 4:81, taakveld 6.71",
        "voertuigen zwaarder dan 3,5 ton",
        "een besparing van 2,5 ton CO2",
        "met 1,2 miljoen inwoners en 2 miljoen bezoekers",
        "(bedragen x € 1.000)",
        "bedragen zijn in € 1.000",
        "om 8 p.m. en PM10",
        "de PM stuurt het projectteam aan",
        "het EK van euro 2024",
        "De raad van de gemeente besluit niets.",
    ],
)
def test_what_only_looks_like_money_is_no_amount(text: str) -> None:
    assert spans(text, "bedrag") == []


def test_a_weight_is_a_number_and_no_amount() -> None:
    assert [(span.kind, span.value) for span in spans("een besparing van 2 ton CO2")] == [("getal", 2)]


@pytest.mark.parametrize("text", ["enkele tonnen", "tientallen miljoenen", "duizenden euro's", "een paar duizend euro"])
def test_a_vague_amount_has_no_value(text: str) -> None:
    assert found(f"Dit kost {text}.", "bedrag") == [(text, 0)]
    assert more(f"Dit kost {text}.", "bedrag", "vague") == {"vague": 1}


@pytest.mark.parametrize("text", ["p.m.", "PM", "pm-post", "€ p.m."])
def test_a_pm_post_is_an_amount_that_is_not_filled_in(text: str) -> None:
    [span] = spans(f"Onvoorzien | {text}", "bedrag")

    assert (span.text, span.value, span.more["pm"]) == (text, 0, 1)


@pytest.mark.parametrize("word", ["circa", "ca.", "ongeveer", "ruim", "zo’n", "bijna", "nagenoeg", "±", "naar verwachting circa"])
def test_a_word_of_doubt_makes_an_amount_vague(word: str) -> None:
    assert more(f"Dit kost {word} € 5.000.", "bedrag", "vague") == {"vague": 1}


def test_an_amount_without_a_word_of_doubt_is_not_vague() -> None:
    assert more("Ruim voor de zomer is € 5.000 nodig.", "bedrag", "vague") == {"vague": 0}


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("€ 17.000 per jaar", "year"),
        ("jaarlijks € 17.000", "year"),
        ("€ 17.000 p/j", "year"),
        ("€ 18 p/m", "month"),
        ("€ 25 p.m.", "month"),
        ("€ 23.750 per maand", "month"),
        ("€ 300 per kind", "unit"),
        ("64 modules (à € 70.000)", "unit"),
        ("64 x € 70.000", "unit"),
        ("€ 300 per 1 januari 2026", ""),
        ("€ 300 per saldo", ""),
    ],
)
def test_an_amount_knows_what_it_is_per(text: str, per: str) -> None:
    assert more(text, "bedrag", "per") == {"per": per}


@pytest.mark.parametrize(
    ("text", "vat"),
    [
        ("€ 3.140.000 (exclusief btw)", "excl"),
        ("340.000 euro excl. btw", "excl"),
        ("€ 50.000,00 (excl. BTW)", "excl"),
        ("€ 3.751.000 incl. 21% btw", "incl"),
        ("€ 6.540.000, als volgt opgebouwd (excl. btw, prijspeil januari 2025)", "excl"),
        ("€ 6.540.000", ""),
    ],
)
def test_an_amount_knows_about_vat(text: str, vat: str) -> None:
    assert more(text, "bedrag", "vat") == {"vat": vat}


@pytest.mark.parametrize(
    ("text", "term", "year", "until"),
    [
        ("een structureel budget van € 17.000", "structural", 0, 0),
        ("€ 17.000 per jaar", "structural", 0, 0),
        ("vanaf 2027 € 17.000", "structural", 2027, 0),
        ("€ 43.750,- per jaar met ingang van 2027", "structural", 2027, 0),
        ("die voor 2026 en verder € 120.000 bevat", "structural", 2026, 0),
        ("eenmalig € 17.000", "one_off", 0, 0),
        ("een incidentele bijdrage van € 17.000", "one_off", 0, 0),
        ("in 2026 € 17.000", "bounded", 2026, 0),
        ("€ 17.000 voor 2026-2028", "bounded", 2026, 2028),
        ("€ 17.000 t/m 2028", "bounded", 2028, 0),
        ("€ 310.000 (raadsbesluit 2023-071)", "", 0, 0),
        ("uit de begroting 2026 is € 17.000 betaald", "", 0, 0),
    ],
)
def test_an_amount_knows_its_term(text: str, term: str, year: int, until: int) -> None:
    assert more(text, "bedrag", "term", "year", "until") == {"term": term, "year": year, "until": until}


def test_every_amount_has_the_term_of_its_own_clause() -> None:
    text = "De meerkosten van € 45.000 in 2024 en € 64.000 structureel vanaf 2025 op te vangen, en eenmalig € 5.000."

    assert [span.more["term"] for span in spans(text, "bedrag")] == ["bounded", "structural", "one_off"]


def test_the_label_of_a_row_holds_for_its_amounts() -> None:
    [first, second] = spans("Beheer per jaar | € 11.500 | € 12.000", "bedrag")

    assert (first.more["term"], second.more["per"]) == ("structural", "year")


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        ("Minder vervoer | - € 4.000", True),
        ("Saldo | (€ 4.000)", True),
        ("een saldo van - € 4.000", True),
        ("in mindering gebracht (- € 4.000) en", True),
        ("de zitelementen (€ 4.000) zijn te versoberen", False),
        ("het krediet - € 4.000 - is genoeg", False),
        ("- € 4.000 voor de aanleg", False),
    ],
)
def test_a_minus_counts_where_it_is_one(text: str, negative: bool) -> None:
    [span] = spans(text, "bedrag")

    assert span.value == (-4_000 if negative else 4_000) * EUROS


@pytest.mark.parametrize(
    ("cell", "scale", "bare", "cents"),
    [
        ("€ 345.000", 1, False, 345_000 * EUROS),
        ("345", 1000, True, 345_000 * EUROS),
        ("1.412", 1000, True, 1_412_000 * EUROS),
        ("-69", 1000, True, -69_000 * EUROS),
        ("69 -/-", 1000, True, -69_000 * EUROS),
        ("(69)", 1, True, -69 * EUROS),
        ("41,30", 1, True, 4_130),
        ("+ € 74.000", 1, False, 74_000 * EUROS),
        ("circa € 9 mln", 1000, False, 9 * MILLION),
        ("bijdrage € 18 p/m", 1, False, 18 * EUROS),
        ("–", 1, True, 0),
        ("nihil", 1, True, 0),
        ("nihil", 1, False, None),
        ("345", 1000, False, None),
        ("15%", 1, True, None),
        ("12-11-2024", 1, True, None),
        ("p.m.", 1, True, None),
        ("€ 4.000 à € 5.000", 1, True, None),
        ("Totaal", 1, True, None),
        ("", 1, True, None),
    ],
)
def test_a_table_cell_holds_at_most_one_amount(cell: str, scale: int, bare: bool, cents: int | None) -> None:
    assert parse_amount(cell, scale, bare) == cents


@pytest.mark.parametrize(
    ("caption", "scale"),
    [
        ("(x € 1.000)", 1000),
        ("Bedragen x €1.000,-", 1000),
        ("bedragen × € 1.000", 1000),
        ("€ x 1.000", 1000),
        ("bedragen in duizenden euro's", 1000),
        ("Bijdrage Zevenhoek, bedragen in k€:", 1000),
        ("x 1 mln", 1_000_000),
        ("in miljoenen euro's", 1_000_000),
        ("bedragen in € mln", 1_000_000),
        ("x € 1", 1),
        ("Bedrag", 1),
        ("2 x 1.000 m leiding", 1),
        ("Kosten in 2026", 1),
    ],
)
def test_a_caption_says_what_the_numbers_are_multiplied_by(caption: str, scale: int) -> None:
    assert table_scale(caption) == scale


def _grouped(number: int, sign: str) -> str:
    return f"{number:,}".replace(",", sign)


def _notations(euros: int) -> list[str]:
    return [
        f"€ {_grouped(euros, '.')}",
        f"€{_grouped(euros, '.')},-",
        f"€\u00a0{_grouped(euros, '.')},00",
        f"€ {_grouped(euros, ' ')}",
        f"EUR {euros}",
        f"{_grouped(euros, '.')} euro",
        f"{euros},-",
        f"k€ {euros // 1000},{euros % 1000:03}",
    ]


@given(st.integers(min_value=1, max_value=999_999_999))
def test_any_amount_reads_back_as_it_was_written(euros: int) -> None:
    for notation in _notations(euros):
        values = [span.value for span in spans(f"Er is {notation} beschikbaar.", "bedrag", lexicon=EMPTY)]

        assert values == [euros * EUROS], notation


@given(st.integers(min_value=1, max_value=99_999))
def test_any_amount_in_hundreds_reads_back_from_millions(hundreds: int) -> None:
    text = f"Er is € {hundreds // 10_000},{hundreds % 10_000:04} mln beschikbaar."

    assert [span.value for span in spans(text, "bedrag", lexicon=EMPTY)] == [hundreds * 100 * EUROS]


@given(st.integers(min_value=1, max_value=9_999_999), st.integers(min_value=0, max_value=99))
def test_any_amount_with_cents_reads_back(euros: int, cents: int) -> None:
    text = f"Er is € {_grouped(euros, '.')},{cents:02} beschikbaar."

    assert [span.value for span in spans(text, "bedrag", lexicon=EMPTY)] == [euros * EUROS + cents]


@given(st.text(alphabet="abcdfghijklnoqrsuvwxyz ,.;", max_size=80))
def test_words_without_digits_or_money_are_no_amount(text: str) -> None:
    assert spans(text, "bedrag", lexicon=EMPTY) == []

"""All spans of a text together: apart, in order, true to the text, and found in time that grows with the text only."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.model.document import Span
from toets.model.vocabulary import SLOTS
from toets.text.spans import find_spans

from .span_build import EMPTY, shipped, spans


def kinds(text: str) -> list[tuple[str, str]]:
    return [(span.kind, span.text) for span in spans(text)]


def test_a_decision_point_is_read_whole() -> None:
    text = (
        "De raad stelt een krediet van € 875.000,- beschikbaar, gedekt uit de reserve Onderwijs, "
        "en machtigt de teammanager Grondzaken om vóór 1 juli 2026 op grond van artikel 160 Gemeentewet te tekenen."
    )

    assert kinds(text) == [
        ("orgaan", "raad"),
        ("bedrag", "€ 875.000,-"),
        ("reserve", "reserve Onderwijs"),
        ("functie", "teammanager Grondzaken"),
        ("datum", "1 juli 2026"),
        ("wet", "artikel 160 Gemeentewet"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("op 12 maart 2026", [("datum", "12 maart 2026")]),
        ("begin 2026", [("datum", "begin 2026")]),
        ("Q2 2026", [("kwartaal", "Q2 2026")]),
        ("€ 2026,-", [("bedrag", "€ 2026,-")]),
        ("artikel 5.1 Omgevingswet", [("wet", "artikel 5.1 Omgevingswet")]),
        ("programma 5", [("reserve", "programma 5")]),
        ("2,5 ton", [("bedrag", "2,5 ton")]),
    ],
)
def test_a_number_has_one_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_a_function_may_hold_an_organisation() -> None:
    assert kinds("het hoofd van de afdeling Wonen") == [
        ("functie", "hoofd van de afdeling Wonen"),
        ("organisatie", "afdeling Wonen"),
    ]


def test_an_organisation_may_have_the_name_of_a_law() -> None:
    assert kinds("de Cliëntenraad Participatiewet") == [("organisatie", "Cliëntenraad Participatiewet")]


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "Het is mooi weer en de zon schijnt.", "–", "| | |"])
def test_a_text_with_nothing_in_it_has_no_spans(text: str) -> None:
    assert spans(text) == []


def test_without_a_vocabulary_numbers_are_still_found() -> None:
    assert [span.kind for span in spans("€ 5.000 op 1 mei 2026", lexicon=EMPTY)] == ["bedrag", "datum"]


WORDS = (
    "€", "12", "1.250.000", "maart", "2026", ",-", "mln", "ton", "artikel", "lid", "eerste", "Gemeentewet", "van", "de",
    "wethouder", "R.", "Kanters", "reserve", "Vitaal", "Centrum", "team", "Groen", "à", "-", "–", "(", ")", "|", "per",
    "jaar", "Q3", "p.m.", "een", "half", "İ", "\u00a0", "\u2009", "’s", "½", "1", "en", "tot", "%", "fte", "Verordening",
    "Wet", "op", "B&W", "GGD", "N.V.", "\n", "\t", "🏛", "é",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=25).flatmap(lambda words: st.sampled_from((" ".join(words), "".join(words)))))
def test_spans_are_true_to_the_text_and_apart(text: str) -> None:
    found = find_spans(text, shipped())

    assert all(span.text == text[span.start : span.end] and span.start < span.end for span in found)
    assert {span.kind for span in found} <= set(SLOTS)
    assert list(found) == sorted(found, key=lambda span: span.start)
    for kind in SLOTS:
        same = [span for span in found if span.kind == kind]
        assert all(one.end <= two.start or (kind == "wet" and _same_place(one, two)) for one, two in pairwise(same)), text


def _same_place(one: Span, two: Span) -> bool:
    return (one.start, one.end) == (two.start, two.end)


@given(st.text(max_size=120))
def test_any_text_gives_spans_and_no_error(text: str) -> None:
    assert all(text[span.start : span.end] == span.text for span in find_spans(text, shipped()))


HOSTILE = (
    "1", "1.", "1.234.", "1-2-", "1 000 ", "A.", "A. ", "Aa ", "van ", "artikel 1 ", "artikel 1, 2 en ", "Wet op ", "€ 1 ",
    "€ 1 - € 2 - ", "drie en ", "team A ", "reserve a ", "12 maart en ", "Q1 ", "2020-2021-", " ", "| ", "(", "'", "a", "A",
    "Aaaa-", "€ 5 excl. btw ", "p.m. ", "1% tot ", "wethouder Jan ", "mevr. ", "Aa & ", "tussen € 1 en ", "duizend",
    "x € 1.000 ", "artikel 1 van die wet ", "Wet ",
)  # fmt: skip


def _cost(text: str) -> float:
    costs = []
    for _ in range(3):
        start = process_time()
        find_spans(text, shipped())
        costs.append(process_time() - start)
    return min(costs)


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_text_only(unit: str) -> None:
    small, large = unit * (4_000 // len(unit)), unit * (32_000 // len(unit))

    # Eight times the text: 8 if time grows in proportion, 64 if it grows with the square.
    assert _cost(large) < 30 * _cost(small) + 0.02

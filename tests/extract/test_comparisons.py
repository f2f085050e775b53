"""Amounts beside each other: what ought to be equal and isn't, and the many ways in which amounts may lawfully differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toets.checker import Checker
from toets.extract.arithmetic import adds_up, alike, grain, swapped


def outcomes(checker: Checker, text: str) -> set[str]:
    facts = checker.check_bytes(text.encode(), "bedragen.md", kinds=["RV-FIN"]).facts
    return {str(fact.fields["outcome"]) for fact in facts if fact.kind == "comparison"}


BESLUIT = """# Raadsvoorstel

## Beslispunten
1. Een krediet van {one} beschikbaar te stellen voor de sporthal.
2. De 4e begrotingswijziging 2026 vast te stellen.

## Financiën
De kosten zijn {one}.

# Raadsbesluit

De raad van de gemeente Maasvoort,

gelezen het voorstel van het college van 3 november 2026;

besluit:

1. Een krediet van {two} beschikbaar te stellen voor de sporthal.
2. De 4e begrotingswijziging 2026 vast te stellen.
"""


COVER = """# Raadsvoorstel

## Beslispunten
1. Een krediet van € 95.000 beschikbaar te stellen, te dekken uit de reserve Sport (€ 45.000) en de reserve Groen ({last}).
"""


def test_what_a_point_is_paid_from_makes_what_it_asks(checker: Checker) -> None:
    assert outcomes(checker, COVER.format(last="€ 50.000")) == {"same"}
    assert outcomes(checker, COVER.format(last="€ 40.000")) == {"differs"}


def test_the_draft_decision_names_the_same_amount(checker: Checker) -> None:
    assert outcomes(checker, BESLUIT.format(one="€ 450.000", two="€ 540.000")) == {"differs"}
    assert outcomes(checker, BESLUIT.format(one="€ 1.200.000", two="€ 1,2 miljoen")) == {"same"}


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=8))
def test_parts_add_up_to_their_sum(parts: list[int]) -> None:
    assert adds_up(parts, sum(parts))


@given(st.lists(st.integers(100, 99_999), min_size=2, max_size=6))
def test_rounding_to_thousands_adds_up(parts: list[int]) -> None:
    thousands = [round(part, -3) * 100 for part in parts]
    assert adds_up(thousands, sum(thousands))


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_comparing_has_no_order(one: int, two: int) -> None:
    assert alike(one, two) == alike(two, one)
    assert swapped(one, two) == swapped(two, one)


@given(st.integers(1, 10**9))
def test_an_amount_is_no_slip_of_itself(one: int) -> None:
    assert alike(one, one)
    assert not swapped(one, one)


def test_a_slip_is_two_neighbours_that_changed_places() -> None:
    assert swapped(6_450_000_00, 6_540_000_00)
    assert not swapped(450_000_00, 540_000_00), "with two digits it is a coincidence too easily"
    assert not swapped(6_450_000_00, 4_650_000_01)


def test_amounts_are_as_rough_as_the_finest_of_them() -> None:
    assert grain([450_000, 1_200_000]) == 10_000
    assert grain([]) == 1

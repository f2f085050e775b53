"""Amounts beside each other: what ought to be equal and isn't, and the many ways in which amounts may lawfully differ."""

from __future__ import annotations

import pytest
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


COSTS = """# Raadsvoorstel

## Beslispunten
1. Een budget van € 96.500 beschikbaar te stellen voor de speeltuin.

## Financiën
{text}

| Post | Kosten |
|---|---|
| Glijbaan | € 41.500 |
| Toestellen (incl. plaatsing) | {devices} |
| Heggen en gras | € 18.000 |
{last}
"""


def costs(checker: Checker, *, devices: str, last: str = "", text: str = "De kosten staan hieronder.") -> set[str]:
    return outcomes(checker, COSTS.format(devices=devices, last=last, text=text))


def test_a_table_without_a_total_is_counted_and_laid_beside_what_is_asked(checker: Checker) -> None:
    assert "differs" not in costs(checker, devices="€ 37.000")
    assert costs(checker, devices="€ 39.700") == {"differs"}


def test_what_a_table_counts_up_to_may_lawfully_differ_from_what_is_asked(checker: Checker) -> None:
    others = "De kosten staan hieronder. De provincie geeft een subsidie van € 3.100."
    assert "differs" not in costs(checker, devices="€ 39.700", text=others)
    assert "differs" not in costs(checker, devices="€ 39.700", text="Samen is dat € 99.200, waarvan wij € 96.500 vragen.")
    assert "differs" not in costs(checker, devices="€ 74.000")  # too far apart to be about the same


@pytest.mark.parametrize("called", ["Totaal", "Alles samen", "Tezamen"])
def test_a_row_that_includes_something_is_a_part_of_the_total(checker: Checker, called: str) -> None:
    assert costs(checker, devices="€ 37.000", last=f"| {called} | € 96.500 |") == {"same"}
    assert "differs" in costs(checker, devices="€ 39.700", last=f"| {called} | € 96.500 |")


COLUMNS = """# Raadsvoorstel

## Beslispunten
1. Een bedrag van {asked} beschikbaar te stellen voor de jeugdhulp.

## Financiën
De kosten vallen hoger uit.

| Onderdeel | Begroot | Prognose | Nadeel |
|---|---|---|---|
| Verblijf | € 2.940.000 | € 3.610.000 | € 670.000 |
| Dagbehandeling | € 4.115.000 | € 4.385.000 | € 270.000 |
| Totaal | € 7.055.000 | € 7.995.000 | € 940.000 |
"""


def test_of_a_table_with_several_totals_the_one_of_that_size_is_laid_beside_what_is_asked(checker: Checker) -> None:
    assert outcomes(checker, COLUMNS.format(asked="€ 940.000")) == {"same"}
    assert "differs" in outcomes(checker, COLUMNS.format(asked="€ 970.000"))


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

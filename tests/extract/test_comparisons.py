"""Amounts beside each other: what ought to be equal and isn't, and the many ways in which amounts may lawfully differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.checker import Checker
from toets.extract.arithmetic import adds_up, alike, grain, swapped

POINT = """# Raadsvoorstel

## Beslispunten
1. Een krediet van {asked} beschikbaar te stellen voor de sporthal.

## Financiën
{money}
"""

LAWFUL = {
    "btw": ("€ 450.000", "De totale kosten bedragen € 544.500 inclusief btw."),
    "btw is compensabel": ("€ 423.000 exclusief btw", "De totale kosten zijn € 512.000; de btw is compensabel."),
    "subsidy taken off": ("€ 412.000", "De totale kosten bedragen € 472.000. De provincie geeft € 60.000 subsidie."),
    "subsidy without amount": ("€ 412.000", "De totale kosten bedragen € 472.000. De rest betaalt de provincie als subsidie."),
    "earlier krediet": ("€ 1.180.000", "De totale kosten zijn € 1.260.000. Voor de voorbereiding gaf u al € 80.000."),
    "part of the partner": ("€ 350.000", "De totale investering is € 420.000, waarvan de vereniging een deel betaalt."),
    "rounded": ("€ 1.248.300", "De totale kosten zijn € 1,25 miljoen."),
    "by the year": ("€ 400.000", "De totale kosten zijn € 100.000 per jaar, vier jaar lang."),
    "capital burden": ("€ 452.000", "De kapitaallasten bedragen in totaal € 25.400 per jaar."),
    "an estimate": ("€ 452.000", "De totale kosten werden in 2022 geraamd op circa € 425.000."),
    "another variant": ("€ 452.000", "De totale kosten zijn € 452.000. Nieuwbouw kost € 542.000."),
    "much larger whole": ("€ 120.000", "De totale kosten van het hele gebied bedragen € 12,6 miljoen."),
    "what is left": ("€ 452.000", "Het krediet van € 425.000 dat u eerder gaf is op."),
    "range": ("€ 45.000", "De kosten bedragen in totaal € 40.000 tot € 50.000."),
    "sum of two": ("€ 452.000", "De totale kosten bedragen € 542.000: € 452.000 voor de hal en € 90.000 voor het terrein."),
    "sum with btw": ("€ 121.000", "De hal kost € 60.000 en het terrein € 40.000, samen € 121.000 inclusief btw."),
    "sum that goes on": ("€ 70.000", "De hal kost € 40.000, waarvan € 10.000 dit jaar, in totaal € 70.000 met terrein."),
    "sum of more": ("€ 90.000", "Het gaat om € 40.000, € 30.000 per jaar en nog wat kleine posten, in totaal € 90.000."),
    "raise by percentage": ("€ 44.000", "De bijdrage stijgt van € 40.000 met 10% naar € 44.000."),
    "cover instead of step": (
        "€ 300.000",
        "Wij verhogen het budget van € 1.200.000 tot € 1.500.000 en dekken dit met € 250.000 reserve.",
    ),
    "sum of rounded amounts": (
        "€ 345.000",
        "Samen met € 1,2 miljoen voor de hal en € 345.000 voor het terrein, samen € 1.579.000.",
    ),
    "the krediet of then": ("€ 475.000", "Het krediet van € 457.000 dat u in 2023 beschikbaar hebt gesteld is op."),
    "a second krediet": ("€ 475.000 als aanvulling, een aanvullend krediet", "Het krediet van € 520.000 was niet genoeg."),
    "total with other costs": ("€ 475.000", "De totale kosten bedragen € 490.000. Het restant komt uit het onderhoudsbudget."),
    "table with millions": (
        "€ 1.700.000",
        """
| Post | Bedrag |
|---|---|
| Bouw | € 1,2 mln |
| Inrichting | € 345.000 |
| Onvoorzien | € 120.000 |
| Totaal | € 1.700.000 |
""",
    ),
    "table with a part of a row": (
        "€ 300.000",
        """
| Post | Bedrag |
|---|---|
| Bouw | € 250.000 |
| waarvan dak | € 80.000 |
| Inrichting | € 50.000 |
| Totaal | € 300.000 |
""",
    ),
    "table with income": (
        "€ 300.000",
        """
| Post | Bedrag |
|---|---|
| Bouw | € 350.000 |
| Subsidie provincie | € 50.000 |
| Totaal | € 300.000 |
""",
    ),
    "table in thousands": (
        "€ 452.000",
        """
Bedragen x € 1.000

| Post | 2026 | 2027 |
|---|---|---|
| Bouw | 101 | 151 |
| Inrichting | 67 | 133 |
| Totaal | 169 | 283 |
""",
    ),
    "table with btw": (
        "€ 363.000",
        """
| Post | Bedrag |
|---|---|
| Bouw | € 250.000 |
| Inrichting | € 50.000 |
| Totaal inclusief btw | € 363.000 |
""",
    ),
    "table with nested rows": (
        "€ 300.000",
        """
| Post | Bedrag |
|---|---|
| Bouw | € 250.000 |
| Fundering | € 100.000 |
| Gevels en dak | € 150.000 |
| Inrichting | € 50.000 |
| Totaal | € 300.000 |
""",
    ),
    "table with an open row": (
        "€ 300.000",
        """
| Post | Bedrag |
|---|---|
| Bouw | € 200.000 |
| Inrichting | € 50.000 |
| Onvoorzien | 20% van de bouw |
| Totaal | € 300.000 |
""",
    ),
    "table with numbers and prices": (
        "€ 6.000",
        """
| Post | Prijs per stuk | Bedrag |
|---|---|---|
| Banken | € 500 | € 4.000 |
| Bomen | € 200 | € 2.000 |
| Totaal | € 450 | € 6.000 |
""",
    ),
    "balance of a table": (
        "€ 20.000",
        """
| Post | Bedrag |
|---|---|
| Lasten | € 120.000 |
| Baten | € 100.000 |
| Saldo | € 20.000 |
""",
    ),
    "table of which the beginning is gone": (
        "€ 900.000",
        """
| Post | Bedrag |
|---|---|
| Toezicht | € 30.000 |
| Onvoorzien | € 60.000 |
| Totaal | € 900.000 |
""",
    ),
}

AT_ODDS = {
    "digits of the total": ("€ 6.450.000", "De totale kosten bedragen € 6.540.000."),
    "digits of a table": ("€ 6.450.000", """
| Post | Bedrag |
|---|---|
| Bouw | € 5.240.000 |
| Inrichting | € 1.300.000 |
| Totaal | € 6.540.000 |
"""),
    "another total": ("€ 475.000", "De totale kosten bedragen € 490.000."),
    "the total of two kredieten": ("€ 6.450.000 voor de hal en € 100.000", "De totale kosten bedragen € 5.650.000."),
    "the krediet told again": ("€ 475.000", "Het gevraagde krediet van € 457.000 wordt in 25 jaar afgeschreven."),
    "table": ("€ 300.000", """
| Post | Bedrag |
|---|---|
| Bouw | € 210.000 |
| Inrichting | € 42.000 |
| Onvoorzien | € 28.000 |
| Totaal | € 300.000 |
"""),
    "one line of a table": ("€ 300.000", """
| Post | 2026 | 2027 | Totaal |
|---|---|---|---|
| Bouw | € 110.000 | € 90.000 | € 200.000 |
| Inrichting | € 30.000 | € 35.000 | € 56.000 |
| Toezicht | € 15.000 | € 20.000 | € 35.000 |
| Onvoorzien | € 4.000 | € 5.000 | € 9.000 |
"""),
    "sum": ("€ 95.000", "De hal kost € 40.000 en het terrein € 45.000, samen € 95.000."),
    "plus": ("€ 95.000", "De kosten zijn als volgt: € 40.000 + € 45.000 = € 95.000."),
    "raise": ("€ 95.000", "Het budget wordt verhoogd van € 40.000 met € 45.000 naar € 95.000."),
    "lowering": ("€ 95.000", "Het budget wordt verlaagd van € 95.000 met € 15.000 naar € 85.000."),
}  # fmt: skip


def outcomes(checker: Checker, text: str) -> set[str]:
    facts = checker.check_bytes(text.encode(), "bedragen.md", kinds=["RV-FIN"]).facts
    return {str(fact.fields["outcome"]) for fact in facts if fact.kind == "comparison"}


@pytest.mark.parametrize("name", LAWFUL)
def test_amounts_that_may_differ_are_left_alone(checker: Checker, name: str) -> None:
    asked, money = LAWFUL[name]
    assert "differs" not in outcomes(checker, POINT.format(asked=asked, money=money))


@pytest.mark.parametrize("name", AT_ODDS)
def test_amounts_for_the_same_thing_that_differ_are_found(checker: Checker, name: str) -> None:
    asked, money = AT_ODDS[name]
    assert "differs" in outcomes(checker, POINT.format(asked=asked, money=money))


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

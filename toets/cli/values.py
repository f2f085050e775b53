"""Values of options that click knows in English only: a number, a day, a severity."""

from __future__ import annotations

from datetime import date, datetime
from difflib import get_close_matches

import click

from toets.profiles import FAIL_ON


class AtLeast(click.ParamType):  # type: ignore[type-arg]
    """A whole number from a least one upwards."""

    name = "getal"

    def __init__(self, least: int) -> None:
        self.least = least

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number that was typed."""
        try:
            number = int(value)
        except ValueError:
            number = self.least - 1
        if number < self.least:
            self.fail(f"'{value}' is geen heel getal van {self.least} of meer.", param, ctx)
        return number


class Day(click.ParamType):  # type: ignore[type-arg]
    """A date, as 2027-01-31 or 31-01-2027."""

    name = "datum"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that was typed."""
        day = next((found for form in ("%Y-%m-%d", "%d-%m-%Y") if (found := _day(value, form))), None)
        return day or self.fail(f"'{value}' is geen datum. Schrijf hem als 2027-01-31 of 31-01-2027.", param, ctx)


def _day(value: str, form: str) -> date | None:
    try:
        return datetime.strptime(value, form).date()
    except ValueError:
        return None


class Gate(click.ParamType):  # type: ignore[type-arg]
    """The severity from which the exit code is 1, by its Dutch word or its code."""

    name = "ernst"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code of the severity."""
        known = {name: code for word, code in FAIL_ON.items() for name in (word, code)}
        if value.lower() not in known:
            near = get_close_matches(value.lower(), known, n=1)
            meant = f"Bedoelde u '{near[0]}'? " if near else ""
            self.fail(f"'{value}' is geen ernst. {meant}Toegestaan: {', '.join(FAIL_ON)}.", param, ctx)
        return known[value.lower()]


GATE_WORDS = f"{', '.join(FAIL_ON)} (of {', '.join(FAIL_ON.values())})"

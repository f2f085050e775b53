"""The months by name, wherever a day is read or written in words."""

from __future__ import annotations

from datetime import date

MONTHS: tuple[str, ...] = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

FULL_MONTH = f"(?:{'|'.join(MONTHS)})"
"""A month in a regular expression, in small letters."""


def dutch_date(day: date) -> str:
    """A day as the Dutch write it: 12 maart 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"

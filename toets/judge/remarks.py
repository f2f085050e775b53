"""Exceptions that a writer put in the document itself, as a comment: "toets: uitzondering MID-02 tot 2027-01-01 - reden"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from toets.model.document import Remark
from toets.model.outcome import Waiver

_WAIVER = re.compile(
    r"toets\s*:\s*uitzondering\s+(?P<rule>[A-Z]{2,5}-\d{2}[A-Z]?)(?:\s+tot\s+(?P<until>\d{4}-\d{2}-\d{2}))?\s*(?:[-–—:]\s*)(?P<reason>.+)",
    re.IGNORECASE | re.DOTALL,
)


def waivers_in(remarks: Iterable[Remark]) -> tuple[Waiver, ...]:
    """The exceptions among the comments of a document; one without a reason, or with an impossible date, is none."""
    found = ((remark, _WAIVER.match(remark.text.strip())) for remark in remarks)
    made = (_waiver(remark, match) for remark, match in found if match)
    return tuple(waiver for waiver in made if waiver)


def _waiver(remark: Remark, match: re.Match[str]) -> Waiver | None:
    until = None
    if match["until"]:
        try:
            until = date.fromisoformat(match["until"])
        except ValueError:
            return None
    return Waiver(match["rule"].upper(), " ".join(match["reason"].split()), remark.author, until)

"""Headings as writers make them, in whole proposals: questions, sentences, plain, formal and managerial, two subjects in one.

`koppen_van_stellers.txt` has a document after each `==`, then on each line a heading, the line below it and the accepted roles.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from toets.checker import Checker

_BANK = Path(__file__).with_name("koppen_van_stellers.txt")


def _proposals() -> Iterator[tuple[str, tuple[tuple[str, str, str], ...]]]:
    for block in _BANK.read_text(encoding="utf-8").split("== ")[1:]:
        name, *lines = block.strip().splitlines()
        cells = [[cell.strip() for cell in line.split("|")] for line in lines]
        yield name, tuple((heading, below, accepted) for heading, below, accepted in cells)


PROPOSALS = dict(_proposals())


@pytest.mark.parametrize("name", PROPOSALS)
def test_each_heading_of_a_proposal_has_a_role_that_a_careful_reader_accepts(checker: Checker, name: str) -> None:
    rows = PROPOSALS[name]
    text = "\n\n".join(
        f"{'##' if place else '#'} {heading}\n\n{below.replace(' 2. ', chr(10) + '2. ')}"
        for place, (heading, below, _) in enumerate(rows)
    )
    document = checker.check_bytes(text.encode(), "tekst.md").document
    assert document is not None
    found = {section.heading: section.role for section in document.sections}
    assert {heading: found.get(heading) for heading, _, accepted in rows if found.get(heading) not in accepted.split()} == {}

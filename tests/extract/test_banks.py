"""Texts in different voices, and the facts that a careful reader finds in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bank import Claim, banks, claims, misspelt
from tests.extract.build import understood
from toets.checker import Checker

FOLDER = Path(__file__).parent / "facts"
CLAIMS = [pytest.param(claim, id=f"{bank.stem}-{claim.name}") for bank in banks(FOLDER) for claim in claims(bank)]


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_text_gives_the_facts_that_a_reader_finds(checker: Checker, claim: Claim) -> None:
    assert misspelt(claim, checker.rulebook.vocabulary.fact_kinds()) == []
    found = understood(checker, claim.text)
    assert claim.fact not in found.lost
    told = [(fact.quote, dict(fact.fields)) for fact in found.facts if fact.kind == claim.fact]
    assert claim.holds(found.facts), f"{claim.says} {claim.wanted}, where {claim.where}: {told}\n{claim.text}"

"""The shipped rules and words as their files say them, loaded once for all tests that look at them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from toets.model.rule import RuleSet
from toets.rulesets import load

RULES = Path(__file__).parents[1] / "rules"


@cache
def shipped() -> tuple[RuleSet, ...]:
    """Every rule set, with examples and words."""
    return load([("toets", RULES)])

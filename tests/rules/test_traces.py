"""The explanation of an outcome, word for word: which steps led to it, by which quotes.

After a change that is meant, write the files again: `python -m tests.rules.test_traces`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from toets.checker import Checker
from toets.cli import cli
from toets.judge.describe import describe
from toets.rulebook import Request, catalogue_for

FOLDER = Path(__file__).parent / "sporen"
TRACED = (("MAN-03", 1), ("MID-02", 1), ("MID-02", 3), ("OPD-02", 3), ("RES-03", 6), ("SOC-01", 3), ("UIT-03", 1), ("VOR-04", 3))


def traced(code: str, example: int) -> str:
    """What `toets explain --trace` says of an example."""
    result = CliRunner().invoke(cli, ["explain", code, "--trace", str(example)], standalone_mode=False)
    assert result.exception is None, result.exception
    return result.output


@pytest.mark.parametrize(("code", "example"), TRACED)
def test_the_steps_are_told_as_before(checker: Checker, monkeypatch: pytest.MonkeyPatch, code: str, example: int) -> None:
    monkeypatch.setattr("toets.checker.Checker", lambda _: checker)  # to load the rules again for each takes longest
    assert traced(code, example) == (FOLDER / f"{code}-{example}.txt").read_text(encoding="utf-8")


def test_no_step_is_told_by_the_names_of_facts_and_fields() -> None:
    """A reader of `toets check --verbose` doesn't know these; the name of a condition says the same in Dutch."""
    unnamed = {
        rule.code
        for rule in catalogue_for(Request()).every
        for conditions in rule.arms.values()
        for condition in conditions
        if "feit '" in describe(condition)
    }
    assert not unnamed


if __name__ == "__main__":
    for one in TRACED:
        (FOLDER / f"{one[0]}-{one[1]}.txt").write_text(traced(*one), encoding="utf-8")

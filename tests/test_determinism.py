"""Same input, same bytes: whatever the order of facts, the seed of hashes, the locale, or the number of processes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from toets.checker import Checker
from toets.judge import judge
from toets.model.fact import Fact
from toets.readers import read
from toets.rulebook import Request

DOCUMENTS = Path(__file__).parents[1] / "corpus" / "ontwikkeling" / "documenten"
SAMPLE = [DOCUMENTS / name for name in ("M03.docx", "R04.pdf")]


def report(*arguments: str, **environment: str) -> bytes:
    command = [sys.executable, "-m", "toets", "check", "--no-cache", "--format", "json", "--facts", *arguments]
    done = subprocess.run(command, capture_output=True, check=False, env=os.environ | environment)
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout


def test_the_seed_the_locale_and_the_number_of_processes_change_nothing() -> None:
    paths = [str(path) for path in SAMPLE]
    first = report(*paths, PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    second = report(*paths, "--jobs", "2", PYTHONHASHSEED="2", LC_ALL="nl_NL.UTF-8", LANG="tr_TR.UTF-8", TZ="Asia/Tokyo")
    assert first == second


@pytest.mark.parametrize("engine", ["durable", "reference"])
@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.name)
def test_the_order_in_which_facts_come_changes_no_outcome(path: Path, engine: str) -> None:
    checker = Checker(Request(engine=engine, cache=True))  # type: ignore[arg-type]
    document, conclusions = checker.understand(read(path))
    derived = {fact.id for fact in conclusions.facts if fact.because}
    facts = [fact for fact in conclusions.facts if fact.id not in derived]
    book, report = checker.rulebook, checker.check(path)

    def outcomes(given: list[Fact]) -> list[tuple[str, str, str]]:
        found = checker.infer(given, ())
        ordered = replace(found, facts=tuple(sorted(found.facts, key=lambda fact: fact.id)))
        judged = judge(
            checker.docket, ordered, document, report.kinds, report.natures, book.vocabulary.groups, today=date(2026, 1, 1)
        )
        return [(outcome.rule, outcome.status, outcome.message) for outcome in judged]

    expected = outcomes(list(facts))
    for seed in range(3):
        mixed = list(facts)
        random.Random(seed).shuffle(mixed)  # noqa: S311 - nothing secret
        assert outcomes(list(mixed)) == expected

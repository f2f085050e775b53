"""Documents of the corpus with damage of every kind: always a report or a clear refusal, and soon.

`TOETS_MUTATIONS=2000` tries that many damaged documents instead of a handful; `TOETS_MUTATIONS_FROM=100` starts elsewhere.
A failure names the seed, and leaves the damaged document in the folder of the test.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from toets.checker import Checker
from toets.model.report import DocumentStatus
from toets.rulebook import Request

from .mutate import mutated

CORPUS = Path(__file__).parents[2] / "corpus"
DOCUMENTS = tuple(
    sorted(path for path in CORPUS.glob("*/documenten/*") if path.suffix in (".docx", ".pdf", ".odt") and path.is_file())
)
FIRST = int(os.environ.get("TOETS_MUTATIONS_FROM", "0"))
SEEDS = range(FIRST, FIRST + int(os.environ.get("TOETS_MUTATIONS", "50")))
LONGEST = 150.0
"""Seconds. Far above what any document takes; a reader stops by itself after 120."""

DUTCH = frozenset({"het", "de", "dit", "een", "is", "en"})


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Request(engine="reference", cache=True))


@pytest.mark.skipif(not DOCUMENTS, reason="the corpus holds no documents yet")
def test_any_damage_gives_a_report_or_a_clear_refusal_soon(checker: Checker, tmp_path: Path) -> None:
    for seed in SEEDS:
        document = DOCUMENTS[seed % len(DOCUMENTS)]
        damaged = tmp_path / f"{document.stem}-{seed}{document.suffix}"
        damaged.write_bytes(mutated(document.read_bytes(), f"{document.name}/{seed}"))
        start = time.monotonic()
        report = checker.check_bytes(damaged.read_bytes(), document.name)
        assert time.monotonic() - start < LONGEST, damaged
        if report.status is DocumentStatus.JUDGED:
            assert len(report.outcomes) == len(checker.rulebook.rules), damaged
        else:
            assert report.status is DocumentStatus.UNREADABLE, (damaged, report.message)
            assert report.message.startswith(f"{document.name}: "), damaged
            assert DUTCH & set(report.message.lower().split()), damaged
        damaged.unlink()


@pytest.mark.skipif(not DOCUMENTS, reason="the corpus holds no documents yet")
def test_damage_is_the_same_for_the_same_seed_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    data = DOCUMENTS[0].read_bytes()
    now = mutated(data, "a/1")
    monkeypatch.setattr(time, "time", lambda: 1_000_000_000.0)
    assert mutated(data, "a/1") == now
    assert len({mutated(data, f"a/{seed}") for seed in range(20)}) == 20

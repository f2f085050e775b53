"""Worker processes: a crash or a hang costs one document its verdict, never the run."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from toets.batch import in_workers
from toets.checker import Checker
from toets.model.report import DocumentReport, DocumentStatus
from toets.rulebook import Request


class Treacherous(Checker):
    """A checker without rules that dies, hangs or stumbles on documents with a telling name."""

    def __init__(self) -> None:
        self.request = Request()

    def check(self, path: Path) -> DocumentReport:
        if path.stem == "sterft":
            os._exit(11)
        if path.stem == "hangt":
            time.sleep(3600)
        if path.stem == "struikelt":
            raise RuntimeError("onverwacht")
        return DocumentReport(str(path), "", DocumentStatus.JUDGED)


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{name}.md" for name in ("een", "sterft", "twee", "hangt", "struikelt", "drie")]
    for path in paths:
        path.write_text("# Raadsvoorstel\n\n## Beslispunten\n1. De nota Spelen vast te stellen.\n", encoding="utf-8")
    return paths


def test_only_the_culprits_are_lost(documents: list[Path]) -> None:
    reports = in_workers(documents, Treacherous(), jobs=2, seconds=10)
    statuses = {Path(report.path).stem: report.status for report in reports}
    assert [Path(report.path) for report in reports] == documents
    assert {name for name, status in statuses.items() if status is DocumentStatus.JUDGED} == {"een", "twee", "drie"}, reports
    assert all(report.message for report in reports if report.status is DocumentStatus.FAILED)


def test_the_number_of_processes_changes_nothing(checker: Checker, documents: list[Path]) -> None:
    paths = [path for path in documents if path.stem in ("een", "twee", "drie")]
    assert in_workers(paths, checker, jobs=1) == in_workers(paths, checker, jobs=2)

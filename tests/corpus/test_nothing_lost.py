"""On real documents no extractor of toets itself fails, so that no rule is undecidable for want of its facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from toets.checker import Checker
from toets.readers import read

DOCUMENTS = sorted((Path(__file__).parents[2] / "corpus").glob("*/documenten/*.docx"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_kind_of_fact_was_looked_for(checker: Checker, path: Path) -> None:
    assert checker.understand(read(path))[1].lost == {}

"""What tests of several rooms share."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from toets.checker import Checker

# A slow machine says nothing about what a property is; speed is measured in benchmarks/.
settings.register_profile("toets", deadline=None)
settings.load_profile("toets")


@pytest.fixture(scope="session")
def checker() -> Checker:
    """A checker with the shipped rules; loading them is the slow part, so it is made once."""
    return Checker()


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Commands that a test starts keep what they know in a folder of the tests, not in that of the user."""
    os.environ["TOETS_CACHE"] = str(tmp_path_factory.mktemp("cache"))

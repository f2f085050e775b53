"""What tests of several rooms share."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from toets.checker import Checker
from toets.rulebook import Request

# A slow machine says nothing about what a property is; speed is measured in benchmarks/.
settings.register_profile("toets", deadline=None)
settings.load_profile("toets")


@pytest.fixture(scope="session")
def checker(_own_cache: None) -> Checker:
    """A checker with the shipped rules; loading them is the slow part, so it is made once."""
    return Checker(Request(cache=True))


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What tests load is kept in a folder of the tests, not in that of the user; those that run side by side share it."""
    home = tmp_path_factory.getbasetemp()
    cache = (home.parent if "PYTEST_XDIST_WORKER" in os.environ else home) / "cache"
    cache.mkdir(mode=0o700, exist_ok=True)
    os.environ["TOETS_CACHE"] = str(cache)

"""What tests of several rooms share."""

from __future__ import annotations

import pytest

from toets.checker import Checker


@pytest.fixture(scope="session")
def checker() -> Checker:
    """A checker with the shipped rules; loading them is the slow part, so it is made once."""
    return Checker()

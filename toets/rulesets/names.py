"""Closed lists of names that rule files use: kinds of document, bodies, tiers, statuses."""

from __future__ import annotations

import re

from toets.model.outcome import FINDINGS, Status

KINDS: tuple[str, ...] = (
    "RV-BEL", "RV-FIN", "RV-VER", "RV-RUI", "RV-SOC", "RV-PEN", "RV-ZIE", "RV-WB", "RV-BEN", "RV-ORD", "RV-KEN", "RV-GEH",
    "RV-INI", "RV-START", "CB-UIT", "CB-MAN", "CB-BEL", "CB-RV", "CB-ORG", "CB-BES",
)  # fmt: skip
"""The kinds of document."""
PREFIXES: tuple[str, ...] = ("RV", "CB")
"""All raadsvoorstellen, all collegevoorstellen."""
EVERY_KIND = "ALLE"
BODIES: tuple[str, ...] = ("raad", "college", "burgemeester")
TIERS: tuple[str, ...] = ("kern", "uitbreiding")
JUDGED: tuple[str, ...] = tuple(status.value for status in Status if status is not Status.WAIVED)
"""The statuses a rule itself can have; `waived` is laid over them."""
ASKING: tuple[str, ...] = tuple(status.value for status in Status if status in FINDINGS)
"""The statuses that ask something of the steller."""
CODE = re.compile(r"[A-Z][A-Z0-9]{1,11}-\d{2}[A-Z]?")
"""A rule code: MID-02, VOR-12A; a plugin may have a longer prefix (KLIMAAT-01)."""
ALIAS = re.compile(r"[a-z][a-z0-9_]*")
SETTING = re.compile(r"\$settings((?:\.[a-z0-9_]+)+)")

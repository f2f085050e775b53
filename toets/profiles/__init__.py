"""Settings: from a profile, a `toets.toml` (or `[tool.toets]` in pyproject.toml), and the command line, in that order.

Every value remembers where it came from.
"""

from toets.profiles.chain import load_settings
from toets.profiles.settings import (
    DEFAULT_PROFILE,
    FAIL_ON,
    FOLDER_KEYS,
    KEYS,
    RULE_KEYS,
    SEVERITIES,
    WAIVER_KEYS,
    WORD_KEYS,
    WORDS,
    Settings,
    names_rule,
)  # fmt: skip

__all__ = [
    "DEFAULT_PROFILE",
    "FAIL_ON",
    "FOLDER_KEYS",
    "KEYS",
    "RULE_KEYS",
    "SEVERITIES",
    "WAIVER_KEYS",
    "WORDS",
    "WORD_KEYS",
    "Settings",
    "load_settings",
    "names_rule",
]

"""The command line speaks Dutch, also where click has the word."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "toets"


def speak_dutch() -> None:
    """Let click take its messages from our catalogue, whatever the language of the system."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)


def counted(number: int) -> str:
    """A number of rules in words."""
    return f"{number} {'regel' if number == 1 else 'regels'}"

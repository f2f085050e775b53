"""The small words of Dutch that several rooms ask for; words with a meaning of their own stand in the vocabulary."""

from __future__ import annotations

import re

from toets.text.tokens import word_set

PASSIVE = word_set("wordt worden")
WILL = PASSIVE | word_set("zal zullen")
AHEAD = WILL | word_set("zult moet moeten kan kunnen kunt gaat gaan mag mogen dient dienen wil willen")
"""Auxiliaries of what is still to come."""
HAVE = word_set("heeft hebben hebt heb is zijn bent")
"""Auxiliaries of the perfect, in the present."""
PREFIX = "(?:be|ver|ont|her|er|over|onder|door|vol|weer)"
"""Before these a participle has no "ge"; as a pattern."""
BECAUSE = re.compile(r"\b(?:omdat|want|doordat|aangezien|immers|namelijk|zodat)\b", re.IGNORECASE)
"""What opens a reason."""
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
ORDINALS = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde", "twaalfde",
)  # fmt: skip
PARTICLE = "(?:van|de|den|der|ten|ter|het|el|'t)"
"""What stands before a surname ("van der Veen"); as a pattern."""

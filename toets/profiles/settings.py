"""What holds in one run, and the keys by which a file says so: Dutch, because griffies write them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from toets.model.rule import Severity

if TYPE_CHECKING:
    from toets.model.outcome import Waiver

T = TypeVar("T")

SEVERITIES: Mapping[str, Severity] = MappingProxyType(
    {"blokkerend": Severity.BLOCKING, "aandacht": Severity.ATTENTION, "advies": Severity.ADVICE}
)
FAIL_ON: Mapping[str, str] = MappingProxyType(
    {"blokkerend": "blocking", "aandacht": "attention", "advies": "advice", "nooit": "never"}
)
PROFILE_KEYS: tuple[str, ...] = ("naam", "titel", "breidt_uit")
"""What stands in the file of a profile only."""
KEYS: tuple[str, ...] = (
    "profiel",
    *PROFILE_KEYS,
    "grens",
    "toon",
    "regels",
    "soorten",
    "drempels",
    "mappen",
    "uitzondering",
    "koppen",
    "velden",
    "organen",
    "adviesraden",
    "woorden",
)
RULE_KEYS: tuple[str, ...] = ("uit", "aan", "ernst")
WORD_KEYS: tuple[str, ...] = ("uit",)
WORDS: Mapping[str, str] = MappingProxyType({"koppen": "headings", "velden": "fields", "organen": "bodies"})
WAIVER_KEYS: tuple[str, ...] = ("regel", "reden", "door", "tot", "document")
FOLDER_KEYS: tuple[str, ...] = ("regels", "woorden")
DEFAULT_PROFILE = "volledig"


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds in one run.

    `switched` says of a rule or set ("MID-02", "MID") whether it is on, and `severity` which severity it has instead of its own;
    `show` are the severities that a report shows; `fail_on` the severity from which the exit code is 1 ("never": never);
    `thresholds` are what rules call "$settings.…"; `waivers` are exceptions for every document; `kinds` gives, by a piece of a
    file name or subject, the kinds of the documents that have it. `words` are the municipality's own: "headings" by role,
    "fields" and "bodies" by name; `advisers` its adviesraden, `words_off` topics and phrases that are switched off.
    `file` is the name of the file with settings of one's own, behind that of its folder; "" when there is none.
    `origins` says which file or profile a setting came from: by attribute, and by "attribute.name" for what has names.
    """

    profile: str = DEFAULT_PROFILE
    switched: Mapping[str, bool] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    show: tuple[Severity, ...] = tuple(Severity)
    fail_on: str = "blocking"
    thresholds: Mapping[str, Any] = field(default_factory=dict)
    rule_folders: tuple[Path, ...] = ()
    word_folders: tuple[Path, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    advisers: tuple[str, ...] = ()
    words_off: frozenset[str] = frozenset()
    file: str = ""
    origins: Mapping[str, str] = field(default_factory=dict)

    def is_off(self, rule: str) -> bool:
        """Whether a rule, by its code, is left out; what is said of the rule itself goes before what is said of its set."""
        return not _said_of(rule, self.switched, default=True)

    def severity_of(self, rule: str) -> Severity | None:
        """The severity that a rule has here instead of its own."""
        return _said_of(rule, self.severity, default=None)

    def origin(self, attribute: str, name: str = "") -> str:
        """The file or profile that a setting came from; "de instellingen" when nobody said."""
        return self.origins.get(f"{attribute}.{name}") or self.origins.get(attribute, "de instellingen")


def _said_of(rule: str, said: Mapping[str, T], *, default: T) -> T:
    """What holds for a rule: what the longest name says that is the rule or a set it is in."""
    names = [name for name in said if names_rule(name, rule)]
    return said[max(names, key=len)] if names else default


def names_rule(name: str, rule: str) -> bool:
    """Whether a name is that of a rule or of a set that it is in: "MID-02" and "MID" are for MID-02."""
    return rule == name or rule.startswith(f"{name}-")

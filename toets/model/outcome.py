"""What the engine concludes and what the judge makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toets.model.document import Location
from toets.model.fact import Fact
from toets.model.rule import Norm, Query, Severity


class Status(StrEnum):
    """The one answer of a rule about a document."""

    SATISFIED = "satisfied"
    PARTIAL = "partial"
    VIOLATED = "violated"
    NOT_APPLICABLE = "not_applicable"
    JUSTIFIED = "justified"
    UNJUSTIFIED = "unjustified"
    UNDECIDABLE = "undecidable"
    WAIVED = "waived"


FINDINGS = frozenset({Status.VIOLATED, Status.PARTIAL, Status.UNJUSTIFIED})
"""The statuses that ask something of the steller."""


class Match(NamedTuple):
    """One way in which a clause matched: the ids of the facts per alias, sorted by alias."""

    facts: tuple[tuple[str, str], ...]

    def get(self, alias: str) -> str | None:
        """The id of the fact bound to an alias, None when the clause has no such alias."""
        for name, fact in self.facts:
            if name == alias:
                return fact
        return None


@dataclass(frozen=True, slots=True)
class Conclusions:
    """All that was inferred of one document.

    `facts` are the extracted facts and the derived ones, in order of id. `matches` holds every match of every query that
    was asked, sorted; a query without a match has an empty tuple. `engine` names what inferred. `lost` are the kinds of fact
    that could not be looked for, each with the reason in Dutch.
    """

    facts: tuple[Fact, ...]
    matches: Mapping[Query, tuple[Match, ...]]
    engine: str
    lost: Mapping[str, str] = field(default_factory=dict)


class Evidence(NamedTuple):
    """The words an outcome rests on."""

    quote: str
    location: Location
    fact: str


@dataclass(frozen=True, slots=True)
class Item:
    """The outcome of a rule for one of the facts it speaks of (a decision point, an amount, …)."""

    about: Evidence
    status: Status
    message: str
    missing: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiver:
    """An exception with its reason.

    `by` is who approved it, `until` the last day on which it holds. `origin` says where it stands ("" in the document itself);
    `document` is a piece of the file name or subject of the documents it is for ("" for every document).
    """

    rule: str
    reason: str
    by: str = ""
    until: date | None = None
    origin: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class IdleWaiver:
    """An exception that does nothing (expired, not needed, not readable), and why in Dutch."""

    waiver: Waiver
    because: str


class Step(NamedTuple):
    """One step of the explanation: which arm, what was asked in words, whether it held, and by which facts."""

    arm: str
    asked: str
    held: bool
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of one rule: its status with the evidence, what is missing, and the steps that led to it.

    `occasion`: the evidence is why the rule applies, and nothing was found besides.
    `about` are the roles of the sections that the rule speaks of, for a finding that has no words to point at. `known`: a
    baseline already held this finding, so it is shown apart and closes no gate.
    """

    rule: str
    set: str
    title: str
    status: Status
    severity: Severity
    message: str
    repair: str
    why: str
    norm: tuple[Norm, ...]
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    items: tuple[Item, ...]
    repairable: bool
    waiver: Waiver | None
    trace: tuple[Step, ...]
    fingerprint: str
    about: tuple[str, ...] = ()
    occasion: bool = False
    known: bool = False

    @property
    def is_finding(self) -> bool:
        """Whether the steller has something to mend."""
        return self.status in FINDINGS

    @property
    def counts(self) -> bool:
        """Whether it weighs in the advice and the exit code: a finding that no baseline held."""
        return self.is_finding and not self.known


class Verdict(StrEnum):
    """The one advice to the griffie."""

    RETURN = "return"
    COMPLETE = "complete"
    READY = "ready"
    NOT_A_PROPOSAL = "not_a_proposal"


class Only(StrEnum):
    """What an advice was limited to: the rules that were chosen, or the findings that a baseline did not hold."""

    CHOSEN = "chosen_rules"
    NEW = "new_findings"


@dataclass(frozen=True, slots=True)
class Advice:
    """The advice with the codes of the rules that led to it; `only` says what it was limited to, empty when all was weighed."""

    verdict: Verdict
    because: tuple[str, ...]
    only: tuple[Only, ...] = ()

    @property
    def is_withheld(self) -> bool:
        """Whether nothing is advised: what was weighed is in order, but not all was weighed."""
        return self.verdict is Verdict.READY and bool(self.only)


@dataclass(frozen=True, slots=True)
class NotRun:
    """A rule that was left out, and why; `title` is "" where only the code is known."""

    rule: str
    because: str
    title: str = ""

"""What a run says about each document, and about all of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from toets.model.document import Document
from toets.model.fact import Fact
from toets.model.outcome import Advice, IdleWaiver, NotRun, Outcome
from toets.model.rule import Severity


class DocumentStatus(StrEnum):
    """Whether a document was judged, could not be read, or met an error in toets itself."""

    JUDGED = "judged"
    UNREADABLE = "unreadable"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document with its certainty (0…1) and the reason in Dutch."""

    code: str
    sure: float
    because: str


@dataclass(frozen=True, slots=True)
class Pending:
    """What is still open in a file: tracked changes and comments (no exceptions), and how it was read.

    `original`: the changes were refused, else accepted.
    """

    changes: int = 0
    remarks: int = 0
    original: bool = False

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return self.changes + self.remarks > 0


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """All that is said of one document; an unreadable one has a message and nothing else.

    `engine` names what inferred, `lookalike` the kind of document it is instead of a proposal ("" if it is one).
    `shown` are the severities that a report for people shows; the outcomes hold all. `idle` are exceptions that were meant for
    this document and do nothing.
    """

    path: str
    sha256: str
    status: DocumentStatus
    message: str = ""
    document: Document | None = None
    kinds: tuple[Kind, ...] = ()
    natures: tuple[str, ...] = ()
    lookalike: str = ""
    outcomes: tuple[Outcome, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    advice: Advice | None = None
    facts: tuple[Fact, ...] = ()
    engine: str = ""
    shown: tuple[Severity, ...] = tuple(Severity)
    idle: tuple[IdleWaiver, ...] = ()
    pending: Pending = Pending()


@dataclass(frozen=True, slots=True)
class RuleSetInfo:
    """Which rule set took part: name, version, and the distribution or folder it came from."""

    name: str
    version: str
    origin: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run: which toets, engine, profile and rule sets, and the documents in the order given.

    `idle` are the exceptions in the settings that did nothing for any of the documents; `baseline` names the baseline used,
    `settings` the file with settings of one's own.
    """

    version: str
    engine: str
    profile: str
    rule_sets: tuple[RuleSetInfo, ...]
    documents: tuple[DocumentReport, ...]
    idle: tuple[IdleWaiver, ...] = ()
    baseline: str = ""
    settings: str = ""

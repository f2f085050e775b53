"""What became of the findings on a document, from an earlier version to a later one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from toets.model.outcome import Advice, Status
from toets.model.rule import Severity


class Fate(StrEnum):
    """What became of a finding."""

    SOLVED = "solved"
    NEW = "new"
    OPEN = "open"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Point:
    """One finding: a rule about the document, or about one of the things (`item`) in it; `quotes` are the words it rests on.

    `where` is the place of the first of these in words.
    """

    rule: str
    set: str
    title: str
    status: Status
    severity: Severity
    message: str
    missing: tuple[str, ...]
    quotes: tuple[str, ...]
    where: str
    repair: str
    item: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A finding with what became of it.

    `before` and `after` are there for a finding that is OPEN or CHANGED; SOLVED has only `before`, NEW only `after`. One that
    can't be told any more (or could not before) is CHANGED with one of them. `says` tells it in Dutch; `similar` (0…100) is how
    much the words are alike.
    """

    fate: Fate
    before: Point | None
    after: Point | None
    says: str
    similar: int = 100

    @property
    def point(self) -> Point:
        """The finding as it is now, or as it was."""
        found = self.after or self.before
        assert found is not None  # noqa: S101  (one of them is always there)
        return found


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document: its file, what it is about, its advice, and why it wasn't judged."""

    path: str
    sha256: str
    subject: str = ""
    advice: Advice | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions of one document, with every finding of both exactly once in `changes`, by severity and rule.

    Without `after` or `before` there was nothing to compare with. `shown` are the severities that a report for people shows.
    `other_subject`: they are plainly about something else, so perhaps no versions of one document.
    """

    before: Version | None
    after: Version | None
    changes: tuple[Change, ...] = ()
    shown: tuple[Severity, ...] = tuple(Severity)
    other_subject: bool = False

    def having(self, fate: Fate) -> tuple[Change, ...]:
        """The findings that this became of."""
        return tuple(change for change in self.changes if change.fate is fate)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A whole hertoets. `version`, `engine` and `profile` are those of the later judgement.

    `earlier` says what made the earlier one, when that was something else.
    """

    version: str
    engine: str
    profile: str
    documents: tuple[Compared, ...]
    earlier: str = ""

"""The papers of one meeting together: what each is, which belong together, and what doesn't tie up between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from toets.model.report import DocumentReport
from toets.model.rule import Severity


class Role(StrEnum):
    """What a paper is in the meeting; only a proposal is judged as one."""

    PROPOSAL = "proposal"
    DECISION = "decision"
    BUDGET = "budget_change"
    ATTACHMENT = "attachment"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Paper:
    """One file. `path` is relative to the meeting folder, `because` says in Dutch why it has this role.

    `report` is None for a file of a kind that toets does not read (a spreadsheet, an image). `case` is its zaaknummer as written,
    `item` the index of the agenda item it belongs to, None when it stands alone.
    """

    path: str
    role: Role
    because: str
    report: DocumentReport | None
    sha256: str
    title: str
    case: str = ""
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item: its number if the names say it, what it is about, and its papers by index, the proposal first."""

    number: str
    title: str
    papers: tuple[int, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a paper, with the words there; both "" when the whole paper is meant."""

    paper: int
    quote: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """Something that doesn't tie up between papers: a code, how heavy, a Dutch sentence, and the places to look at."""

    code: str
    severity: Severity
    says: str
    spots: tuple[Spot, ...]
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting. `name` is that of the folder; `version`, `engine` and `profile` say what judged."""

    name: str
    version: str
    engine: str
    profile: str
    papers: tuple[Paper, ...]
    items: tuple[Item, ...]
    checks: tuple[Check, ...]

    def having(self, role: Role) -> tuple[Paper, ...]:
        """The papers with a role."""
        return tuple(paper for paper in self.papers if paper.role is role)

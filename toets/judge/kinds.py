"""Whether a rule is meant for a document, given its kinds and natures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from toets.model.report import Kind

EVERY_KIND = "ALLE"
SURE_ENOUGH = 0.6
"""Below this certainty a kind of document never leads to a blocking finding."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whether a rule applies, by which kinds of the document, and whether that is certain enough to block on."""

    applies: bool
    by: tuple[Kind, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds and natures of a document, and the names that stand for several kinds ("INHOUD").

    `compared` holds what was compared before: many rules name the same kinds. `names` are those that each code goes by.
    """

    kinds: Sequence[Kind]
    natures: Sequence[str]
    groups: Mapping[str, Sequence[str]]
    compared: dict[tuple[str, ...], Scope] = field(default_factory=dict)
    names: dict[str, frozenset[str]] = field(default_factory=dict)

    def scope(self, wanted: tuple[str, ...]) -> Scope:
        """Compare the kinds that a rule names with those of the document; several kinds of a document count together.

        `wanted` holds "ALLE", codes ("RV-FIN"), prefixes ("RV") and groups, each optionally narrowed by a nature
        ("RV-FIN/project"). Kinds that are all uncertain make the scope uncertain; "ALLE" doesn't ask for a kind.
        """
        known = self.compared.get(wanted)
        if known is None:
            known = self.compared[wanted] = self._scope(wanted)
        return known

    def _scope(self, wanted: tuple[str, ...]) -> Scope:
        entries = (entry.partition("/") for entry in wanted)
        named = tuple(name for name, _, nature in entries if not nature or nature in self.natures)
        if EVERY_KIND in named:
            return Scope(applies=True, by=tuple(self.kinds))
        by = tuple([kind for kind in self.kinds if not self._names_of(kind.code).isdisjoint(named)])
        return Scope(applies=bool(by), by=by, sure=any(kind.sure >= SURE_ENOUGH for kind in by))

    def _names_of(self, code: str) -> frozenset[str]:
        """Every name that a kind goes by: its code, the codes above it, and the groups that hold one of those."""
        known = self.names.get(code)
        if known is None:
            parts = code.split("-")
            codes = {"-".join(parts[:size]) for size in range(1, len(parts) + 1)}
            groups = {name for name, members in self.groups.items() if not codes.isdisjoint(members)}
            known = self.names[code] = frozenset(groups | (codes - self.groups.keys()))
        return known

"""Conditions weighed against what the engine found: counting, absence and grouping happen here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from toets.model.fact import Fact
from toets.model.outcome import Conclusions, Match
from toets.model.rule import ARMS, Clause, Condition, Group, PartOf, Pattern, Query, Rule, query

SURE_AMOUNT = 60
"""The `sure` of an amount below which its role never leads to a blocking finding."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What was concluded of one document, ready for looking things up.

    `order` is the place of each fact in the document; `shaky` are the ids of amounts whose role is uncertain.
    """

    facts: Mapping[str, Fact]
    order: Mapping[str, int]
    shaky: frozenset[str]
    matches: Mapping[Query, tuple[Match, ...]]

    def sort(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The distinct ids in document order."""
        distinct = set(ids)
        return tuple(sorted(distinct, key=self.order.__getitem__)) if len(distinct) > 1 else tuple(distinct)


def ground(conclusions: Conclusions) -> Ground:
    """Arrange the conclusions about a document for the judge."""
    shaky = (fact.id for fact in conclusions.facts if fact.kind == "amount" and int(fact.fields.get("sure", 0)) < SURE_AMOUNT)
    return Ground(
        facts={fact.id: fact for fact in conclusions.facts},
        order={fact.id: place for place, fact in enumerate(conclusions.facts)},
        shaky=frozenset(shaky),
        matches=conclusions.matches,
    )


class Met(NamedTuple):
    """How a condition came out.

    `firm`: it also holds without amounts whose role is uncertain. `firsts` are the facts its clauses speak of, `facts` all
    facts that matched, those first; also when it doesn't hold, because too many of them are there. `missing` names what was
    asked and not met.
    """

    condition: Condition
    held: bool
    firm: bool
    matches: tuple[Match, ...] = ()
    firsts: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def clauses(condition: Condition) -> Iterable[Clause]:
    """The clauses inside a condition."""
    if isinstance(condition, Clause):
        yield condition
    elif isinstance(condition, Group):
        for member in condition.members:
            yield from clauses(member)


@dataclass(frozen=True, slots=True)
class Asking:
    """A clause as an engine answers it: the query, and the alias under which the facts that the clause speaks of are bound.

    `item` is the alias of the each-fact when the clause speaks of that, "" when it doesn't. `unmatched` is how the clause
    comes out when nothing matches, which is the same in every document.
    """

    clause: Clause
    query: Query
    alias: str
    item: str
    unmatched: Met


def asking(clause: Clause, each: Pattern | None) -> Asking:
    """How a clause is asked in a rule that speaks of each fact like `each` (None: of the document)."""
    asked, alias, item = query(clause, each), clause.pattern.alias, ""
    if each is not None and any(pattern.joins(each.alias) for pattern in clause.patterns()):
        item = each.alias
        alias = alias if any(pattern.alias == alias for pattern in asked) else item
    held = _holds(clause, 0)
    firm = held and (clause.absent or clause.at_least <= 0)
    missing = (clause.name,) if clause.name and not held else ()
    return Asking(clause, asked, alias, item, Met(clause, held, firm, missing=missing))


def _answers(asked: Asking, found: Ground) -> Mapping[str, Met]:
    """A clause weighed for the document (""), and when it speaks of the each-fact for every such fact that it matched."""
    matches = found.matches[asked.query]
    if not matches:
        return {}
    whole = _met(asked, matches, found)
    if not asked.item:
        return {"": whole}
    by_item: dict[str, list[Match]] = {}
    for match in matches:
        by_item.setdefault(match.get(asked.item) or "", []).append(match)
    return {item: _met(asked, tuple(own), found) for item, own in by_item.items()} | {"": whole}


def _met(asked: Asking, matches: tuple[Match, ...], found: Ground) -> Met:
    """Weigh a clause by its matches."""
    clause, alias = asked.clause, asked.alias
    firsts = found.sort(match.get(alias) or "" for match in matches)
    held = _holds(clause, len(firsts))
    firm = {match.get(alias) for match in matches if found.shaky.isdisjoint(one for _, one in match.facts)}
    return Met(
        clause,
        held=held,
        firm=held and (clause.absent or len(firm) >= clause.at_least),
        matches=matches,
        firsts=firsts,
        facts=firsts + found.sort(one for match in matches for _, one in match.facts if one not in firsts),
        missing=(clause.name,) if clause.name and not held else (),
    )


def _holds(clause: Clause, count: int) -> bool:
    if clause.absent:
        return count == 0
    return count >= clause.at_least and (clause.at_most is None or count <= clause.at_most)


@dataclass(frozen=True, slots=True)
class Case:
    """A rule with what judging it takes: the same for every document, so worked out once.

    `askings` are its clauses and `words` its conditions as a reader hears them, both by the `id()` of the condition
    (hashing whole conditions is slow); `asks_of` are the kinds of fact that it can't be judged without (those of matters of
    degree can be missed), `item_names` the aliases of the each-fact.
    """

    rule: Rule
    askings: Mapping[int, Asking]
    words: Mapping[int, str]
    asks_of: frozenset[str]
    item_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Weighs the conditions of one rule about one document, each when it is first asked for."""

    case: Case
    found: Ground
    weighed: dict[int, Mapping[str, Met]] = field(default_factory=dict)

    @property
    def rule(self) -> Rule:
        """The rule whose conditions these are."""
        return self.case.rule

    def arm(self, name: str, item: str | None) -> tuple[Met, ...]:
        """Every condition of an arm, for one each-fact, or for the document (None)."""
        return tuple([self.weigh(condition, item) for condition in self.rule.arms.get(name, ())])

    def _answer(self, clause: Clause, item: str | None) -> Met:
        number = id(clause)
        asked, answers = self.case.askings[number], self.weighed.get(number)
        if answers is None:
            answers = self.weighed[number] = _answers(asked, self.found)
        return answers.get((item or "") if asked.item else "", asked.unmatched)

    def weigh(self, condition: Condition, item: str | None, arms: tuple[str, ...] = ARMS) -> Met:
        """One condition; `arms` are those that PartOf may still look into, which ends circles."""
        if isinstance(condition, Clause):
            return self._answer(condition, item)
        if isinstance(condition, Group):
            parts = tuple(self.weigh(member, item, arms) for member in condition.members)
            return _combined(condition, parts, condition.least)
        rest = tuple(arm for arm in arms if arm != condition.arm)
        members = self.rule.arms.get(condition.arm, ()) if condition.arm in arms else ()
        return _combined(condition, tuple(self.weigh(member, item, rest) for member in members), condition.least)


def _combined(condition: Group | PartOf, parts: tuple[Met, ...], least: int) -> Met:
    met = tuple(part for part in parts if part.held)
    held = len(met) >= least
    relevant = met if held else _telling(parts, least)
    return Met(
        condition,
        held=held,
        firm=sum(part.firm for part in met) >= least,
        matches=tuple(match for part in relevant for match in part.matches),
        firsts=_distinct(one for part in relevant for one in part.firsts),
        facts=_distinct(one for part in relevant for one in part.facts),
        missing=() if held else _missing(condition, parts),
    )


def _telling(parts: tuple[Met, ...], least: int) -> tuple[Met, ...]:
    """The parts that show why a group is not met: where something asked is nowhere, what must be absent says nothing."""
    lacking = any(not part.held and not part.facts for part in parts)
    if least < len(parts) or not lacking:
        return parts
    return tuple(part for part in parts if part.held or not any(clause.absent for clause in clauses(part.condition)))


def _missing(condition: Group | PartOf, parts: tuple[Met, ...]) -> tuple[str, ...]:
    """The name of a group; of a group without a name those of its members: each of them, or one "of" the other."""
    if isinstance(condition, PartOf):
        return ()
    if condition.name:
        return (condition.name,)
    names = _distinct(name for part in parts for name in part.missing)
    return names if condition.least == len(parts) else (" of ".join(names),) if names else ()


def _distinct(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))

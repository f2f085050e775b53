"""Derivation rules (`afleidingen/**/*.toml`): a fact that follows from other facts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from toets.model.fact import FactKind, Value
from toets.model.rule import Derivation, Op, Pattern, Test
from toets.rulesets.clauses import Setting, read_clause
from toets.rulesets.facts import misfit
from toets.rulesets.patterns import join_problem
from toets.rulesets.wording import Placeholders, read_message
from toets.toml import Table, meant

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_derivation(table: Table, facts: Mapping[str, FactKind], origin: str) -> Derivation | None:
    """One [[derive]] table; None when it can't be understood."""
    name, fact = table.text("name"), table.text("fact")
    if name and not _NAME.fullmatch(name):
        table.note(f'is "{name}"; toegestaan: kleine letters, cijfers en streepjes', "name")
    kind = facts.get(fact)
    if fact and kind is None:
        table.note(f'onbekend feit "{fact}"{meant(fact, facts)}', "fact")
    inner = table.table("when", required=True)
    if inner is None:
        return None
    if "fact" not in inner:
        inner.note('verplichte sleutel "fact" ontbreekt')
        return None
    clause = read_clause(inner, Setting(facts))
    for key in ("name", "count", "absent"):
        if key in inner:
            inner.note(f'"{key}" kan niet in een afleiding: die volgt alleen uit wat er wel staat', key)
    aliases = {pattern.alias: facts.get(pattern.fact) for pattern in clause.patterns()}
    gives = _gives(table, kind, aliases)
    because = read_message(table, "because", Placeholders({alias: (known,) for alias, known in aliases.items()}, fixed=()))
    table.done()
    return Derivation(name, fact, gives, clause, because, origin)


def _gives(table: Table, kind: FactKind | None, aliases: Mapping[str, FactKind | None]) -> dict[str, Value]:
    inner = table.table("gives")
    if inner is None or kind is None:
        return {}
    fields = kind.all_fields()
    found: dict[str, Value] = {}
    for name in inner.names():
        value = inner.raw(name)
        if name not in fields or name == "own":
            inner.note(f'onbekend veld "{name}" van feit "{kind.name}"{meant(name, fields)}', name)
            continue
        if isinstance(value, str) and value.startswith("$"):
            alias, dot, wanted = value[1:].partition(".")
            why = join_problem(fields[name], alias, wanted if dot else None, aliases)
        else:
            why = misfit(fields[name], value, kind)
        if why:
            inner.note(why, name)
        else:
            found[name] = value
    return found


def circle(derivations: Sequence[Derivation], facts: Mapping[str, FactKind]) -> tuple[str, ...]:
    """The names of derivations that feed each other in a circle, first one repeated at the end; () when there is none.

    One feeds another when its fact can match a pattern of the other: the same kind, and no constant that rules it out.
    """
    feeds = {
        index: [other for other, taker in enumerate(derivations) if _feeds(giver, taker, facts)]
        for index, giver in enumerate(derivations)
    }
    done: set[int] = set()
    for start in feeds:
        found = _walk(start, feeds, done, ())
        if found:
            return tuple(derivations[index].name for index in found)
    return ()


def _walk(at: int, feeds: Mapping[int, Sequence[int]], done: set[int], path: tuple[int, ...]) -> tuple[int, ...]:
    if at in path:
        return (*path[path.index(at) :], at)
    if at in done:
        return ()
    for following in feeds[at]:
        found = _walk(following, feeds, done, (*path, at))
        if found:
            return found
    done.add(at)
    return ()


def _feeds(giver: Derivation, taker: Derivation, facts: Mapping[str, FactKind]) -> bool:
    return any(_can_match(giver, pattern, facts) for pattern in taker.when.patterns())


def _can_match(giver: Derivation, pattern: Pattern, facts: Mapping[str, FactKind]) -> bool:
    if giver.fact != pattern.fact:
        return False
    kind = facts.get(giver.fact)
    # The other fields have their default, but for the common ones: the engine takes those from the first fact.
    known = {field.name: field.default for field in kind.fields} if kind else {}
    for name, tests in pattern.tests:
        value = giver.gives.get(name, known.get(name, "$"))
        if not any(_may_hold(test, value) for test in tests):
            return False
    return True


def _may_hold(test: Test, value: Value) -> bool:
    """Whether a test can hold for a value; what isn't known yet (copied, or from the settings) always can."""
    if test.op is Op.JOIN or _open(value) or _open(test.value):
        return True
    if test.op is Op.IS:
        return value == test.value
    if test.op is Op.NOT:
        return value != test.value
    if not isinstance(value, int) or not isinstance(test.value, int):
        return True
    return value >= test.value if test.op is Op.AT_LEAST else value <= test.value


def _open(value: Value) -> bool:
    return isinstance(value, str) and value.startswith("$")

"""Values "$settings.…" in rules are filled in from the settings of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from toets.errors import RuleSetError
from toets.model.fact import FactKind
from toets.model.rule import Clause, Condition, Derivation, Group, Op, Pattern, Rule, RuleSet, SeverityCase, Test
from toets.rulesets.clauses import MOST_COMBINATIONS, combinations_of
from toets.rulesets.facts import misfit
from toets.rulesets.names import SETTING
from toets.toml import meant, shown

THRESHOLDS = "drempels"
"""The table of the settings that holds thresholds; a rule may leave its name out."""
SETTINGS = "$settings."


def bind(rule_sets: Sequence[RuleSet], thresholds: Mapping[str, Any]) -> tuple[RuleSet, ...]:
    """The rule sets with every "$settings.a.b" replaced by its value; a list gives alternatives.

    `thresholds` may hold nested tables or dotted keys. Raises RuleSetError with every setting that is missing or doesn't fit.
    """
    facts = {kind.name: kind for rule_set in rule_sets for kind in rule_set.vocabulary.facts}
    problems: list[str] = []
    filled = tuple(_in_set(rule_set, _Filling(dict(flat(thresholds)), facts, problems)) for rule_set in rule_sets)
    if problems:
        raise RuleSetError(tuple(dict.fromkeys(problems)))
    return filled


def settings_asked(rule_sets: Iterable[RuleSet]) -> frozenset[str]:
    """The settings that rules and derivations ask for, by their dotted name below [drempels]."""
    return frozenset(_short(setting) for one in rule_sets for clause in _in_rule_set(one) for setting in _asked(clause))


def flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """What stands in nested tables, by dotted key."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{before}{name}.")
        else:
            yield before + name, value


@dataclass(frozen=True, slots=True)
class _Filling:
    """The values by dotted name, the declared facts, and a list to which problems are added; `place` is the rule."""

    values: Mapping[str, Any]
    facts: Mapping[str, FactKind]
    problems: list[str]
    place: str = ""

    def value(self, setting: str) -> Any:
        """The value of "$settings.a.b", None (and a problem) when there is none."""
        name, short = setting.removeprefix(SETTINGS), _short(setting)
        for key in (name, short):
            if key in self.values:
                return self.values[key]
        self.problem(
            f'de instelling "{name}" bestaat niet{meant(short, self.values)}; zet haar in toets.toml onder [{THRESHOLDS}]'
        )
        return None

    def problem(self, says: str) -> None:
        """Add a problem with the rule at hand."""
        self.problems.append(f"{self.place}: {says}")


def _in_set(rule_set: RuleSet, filling: _Filling) -> RuleSet:
    return replace(
        rule_set,
        rules=tuple(_in_rule(rule, replace(filling, place=f"regel {rule.code}")) for rule in rule_set.rules),
        derivations=tuple(_in_derivation(one, replace(filling, place=f"afleiding {one.name}")) for one in rule_set.derivations),
    )


def _short(setting: str) -> str:
    return setting.removeprefix(SETTINGS).removeprefix(f"{THRESHOLDS}.")


def _in_rule(rule: Rule, filling: _Filling) -> Rule:
    if not any(_asks(clause) for clause in _clauses(rule)):
        return rule
    each = _in_pattern(rule.each, filling) if rule.each else None
    found = replace(
        rule,
        each=each,
        arms={arm: _in_conditions(conditions, filling) for arm, conditions in rule.arms.items()},
        severity=tuple(_in_case(case, filling) for case in rule.severity),
    )
    for clause in _clauses(found):
        if combinations_of(clause, each) > MOST_COMBINATIONS:
            filling.problem(f"de lijsten geven meer dan {MOST_COMBINATIONS} combinaties; maak de lijst in de instellingen korter")
    return found


def _in_derivation(derivation: Derivation, filling: _Filling) -> Derivation:
    return replace(derivation, when=_in_clause(derivation.when, filling)) if _asks(derivation.when) else derivation


def _clauses(rule: Rule) -> Iterator[Clause]:
    """Every clause of a rule, and its each-fact as one."""
    if rule.each:
        yield Clause(rule.each)
    yield from _inside(rule.conditions())


def _inside(conditions: Iterator[Condition]) -> Iterator[Clause]:
    for condition in conditions:
        if isinstance(condition, Clause):
            yield condition
        elif isinstance(condition, Group):
            yield from _inside(iter(condition.members))


def _in_rule_set(rule_set: RuleSet) -> Iterator[Clause]:
    for rule in rule_set.rules:
        yield from _clauses(rule)
        yield from (clause for case in rule.severity for clause in _inside(iter(case.where)))
    yield from (derivation.when for derivation in rule_set.derivations)


def _asks(clause: Clause) -> bool:
    return any(_asked(clause))


def _asked(clause: Clause) -> Iterator[str]:
    """The settings that a clause asks for, as "$settings.…"."""
    yield from (setting for _, setting in clause.bounds)
    tests = (test for pattern in clause.patterns() for _, options in pattern.tests for test in options)
    yield from (test.value for test in tests if isinstance(test.value, str) and test.value.startswith(SETTINGS))


def _in_case(case: SeverityCase, filling: _Filling) -> SeverityCase:
    return replace(case, where=_in_conditions(case.where, filling))


def _in_conditions(conditions: tuple[Condition, ...], filling: _Filling) -> tuple[Condition, ...]:
    return tuple(_in_condition(condition, filling) for condition in conditions)


def _in_condition(condition: Condition, filling: _Filling) -> Condition:
    if isinstance(condition, Clause):
        return _in_clause(condition, filling)
    if isinstance(condition, Group):
        return replace(condition, members=_in_conditions(condition.members, filling))
    return condition


def _in_clause(clause: Clause, filling: _Filling) -> Clause:
    bounds: dict[str, int] = {}
    for name, setting in clause.bounds:
        value = filling.value(setting)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            bounds[name] = value
        elif value is not None:
            filling.problem(f'de instelling "{setting[10:]}" is {shown(value)}; toegestaan: een geheel getal vanaf 0')
    return replace(
        clause,
        pattern=_in_pattern(clause.pattern, filling),
        companions=tuple(_in_pattern(pattern, filling) for pattern in clause.companions),
        at_least=bounds.get("at_least", clause.at_least),
        at_most=bounds.get("at_most", clause.at_most),
        bounds=(),
    )


def _in_pattern(pattern: Pattern, filling: _Filling) -> Pattern:
    kind = filling.facts.get(pattern.fact)
    tests = [
        (name, filled)
        for name, options in pattern.tests
        for filled in (_in_options(name, options, kind, filling) if _open(options) else (options,))
    ]
    return Pattern(pattern.fact, pattern.alias, tuple(tests))


def _open(options: tuple[Test, ...]) -> bool:
    return any(isinstance(test.value, str) and SETTING.fullmatch(test.value) for test in options)


def _in_options(name: str, options: tuple[Test, ...], kind: FactKind | None, filling: _Filling) -> Iterator[tuple[Test, ...]]:
    """A list under "is" gives alternatives, under "not" tests that must all hold."""
    found = [filled for test in options for filled in _in_test(name, test, kind, filling)]
    if options[0].op is Op.NOT:
        yield from ((test,) for test in found)
    elif found:
        yield tuple(dict.fromkeys(found))


def _in_test(name: str, test: Test, kind: FactKind | None, filling: _Filling) -> Iterator[Test]:
    if not (isinstance(test.value, str) and SETTING.fullmatch(test.value)):
        yield test
        return
    value = filling.value(test.value)
    many = isinstance(value, list) and test.op in (Op.IS, Op.NOT)
    for item in value if many else [] if value is None else [value]:
        why = misfit(kind.all_fields()[name], item, kind) if kind and name in kind.all_fields() else ""
        if isinstance(item, (list, dict)) or why:
            filling.problem(f'de instelling "{test.value[10:]}" {why or f"is {shown(item)}"}')
        else:
            yield Test(test.op, item)

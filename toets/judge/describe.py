"""Conditions in Dutch words, for the explanation of an outcome."""

from __future__ import annotations

from collections.abc import Sequence

from toets.model.fact import Value
from toets.model.rule import Clause, Condition, Group, Op, PartOf, Pattern, Rule, Test

_ARM_NAMES = {
    "when": "de voorwaarden",
    "requires": "wat nodig is",
    "breaks": "wat in strijd is",
    "needs": "de vereisten",
    "falls_short": "wanneer wat er is, toch te weinig is",
    "partly": "wat deels volstaat",
    "suffices": "wanneer een deel genoeg is",
    "excuse": "de uitzonderingen",
}
_SILENT = (("polarity", (Test(Op.IS, 1),)), ("quoted", (Test(Op.IS, 0),)))
"""Tests that nearly every pattern has; they say nothing to a reader."""


def describe(condition: Condition) -> str:
    """A condition as a reader may hear it: by its name, else by the facts and fields it asks for."""
    if isinstance(condition, PartOf):
        return f"ten minste {condition.least} van {_ARM_NAMES.get(condition.arm, condition.arm)}"
    if condition.name:
        return condition.name
    if isinstance(condition, Group):
        return _group(condition)
    asked = describe_pattern(condition.pattern)
    joined = "".join(f", samen met {describe_pattern(one)}" for one in condition.companions)
    return f"geen {asked}{joined}" if condition.absent else f"{asked}{joined}{_count(condition)}"


def degree(rule: Rule) -> tuple[str, ...]:
    """What makes a part enough in this rule and what makes all that is there too little, in sentences; none for most rules."""
    enough = [describe(one) for one in rule.arms.get("suffices", ())]
    short = [describe(one) for one in rule.arms.get("falls_short", ())]
    return (
        *([f"Een deel is genoeg als geldt: {listed(enough)}."] if enough else ()),
        *([f"Wat er staat is nog te weinig als over het geheel ontbreekt: {listed(short)}."] if short else ()),
    )


def describe_pattern(pattern: Pattern) -> str:
    """A pattern in words: feit 'consultation' met party = social, near_date ≥ 1."""
    tests = [_field(name, options) for name, options in pattern.tests if (name, options) not in _SILENT]
    return f"feit '{pattern.fact}'" + (f" met {', '.join(tests)}" if tests else "")


def listed(names: Sequence[str], last: str = "en") -> str:
    """Names as a sentence has them: a, b en c."""
    *front, end = names or ("",)
    return f"{', '.join(front)} {last} {end}" if front else end


def _group(group: Group) -> str:
    members = tuple(describe(member) for member in group.members)
    if group.least == len(members):
        return listed(members)
    if group.least == 1:
        return listed(members, "of")
    return f"ten minste {group.least} van: {'; '.join(members)}"


def _count(clause: Clause) -> str:
    least = f"ten minste {clause.at_least} keer" if clause.at_least > 1 else ""
    most = f"hoogstens {clause.at_most} keer" if clause.at_most is not None else ""
    return "".join(f", {words}" for words in (least, most) if words)


def _field(name: str, options: tuple[Test, ...]) -> str:
    if all(test.op is Op.IS for test in options):
        return f"{name} = {listed([_value(test.value) for test in options], 'of')}"
    return listed([_test(name, test) for test in options], "of")


def _test(name: str, test: Test) -> str:
    if test.op is Op.JOIN:
        return _join(name, str(test.value))
    sign = {Op.IS: "=", Op.NOT: "≠", Op.AT_LEAST: "≥", Op.AT_MOST: "≤"}[test.op]
    return f"{name} {sign} {_value(test.value)}"


def _join(name: str, target: str) -> str:
    alias, _, field = target.partition(".")
    if field:
        return f"{name} gelijk aan {field} van '{alias}'"
    return f"hetzelfde feit als '{alias}'" if name == "own" else f"{name} verwijst naar '{alias}'"


def _value(value: Value) -> str:
    return str(value) if value != "" else "onbekend"

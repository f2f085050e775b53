"""Small makers of rules, facts, documents and conclusions, and a plain matcher that answers the queries of rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from toets.judge import Docket, judge
from toets.model.document import Block, BlockKind, Document, Location, Part, Section, SectionState, Source
from toets.model.fact import Fact, Value
from toets.model.outcome import Conclusions, Match, Outcome, Waiver
from toets.model.report import Kind
from toets.model.rule import Clause, Condition, Group, Op, PartOf, Pattern, Query, Rule, Severity, SeverityCase, Test, query

TODAY = date(2026, 11, 21)
RV_FIN = Kind("RV-FIN", 0.9, "er wordt een krediet gevraagd")
GROUPS = {"INHOUD": ("RV-BEL", "RV-FIN", "CB-UIT"), "X0": ("RV-BEN", "CB-BES")}


def fact(one: str, kind: str, quote: str = "", *, paragraph: int | None = None, **fields: Value) -> Fact:
    """A fact with its id; without a quote it says its own id, without a paragraph it stands in one of its own."""
    place = int("".join(filter(str.isdigit, one)) or 0) if paragraph is None else paragraph
    return Fact(one, kind, {"own": one, "sure": 100, **fields}, quote or f"woorden van {one}", Location(paragraph=place), "test")


def pattern(kind: str, alias: str = "", **tests: Value | tuple[Value, ...] | Test) -> Pattern:
    """A pattern; a tuple lists alternatives, and "$alias" joins."""
    return Pattern(kind, alias or f"een_{kind}", tuple((name, _tests(value)) for name, value in tests.items()))


def least(number: int) -> Test:
    return Test(Op.AT_LEAST, number)


def most(number: int) -> Test:
    return Test(Op.AT_MOST, number)


def other_than(value: Value) -> Test:
    return Test(Op.NOT, value)


def _tests(value: Value | tuple[Value, ...] | Test) -> tuple[Test, ...]:
    if isinstance(value, Test):
        return (value,)
    if isinstance(value, tuple):
        return tuple(Test(Op.IS, one) for one in value)
    if isinstance(value, str) and value.startswith("$"):
        return (Test(Op.JOIN, value[1:]),)
    return (Test(Op.IS, value),)


def asks(
    kind: str,
    name: str = "",
    *,
    alias: str = "",
    at_least: int = 1,
    at_most: int | None = None,
    absent: bool = False,
    together: tuple[Pattern, ...] = (),
    **tests: Value | tuple[Value, ...] | Test,
) -> Clause:
    """A clause about one kind of fact."""
    return Clause(pattern(kind, alias, **tests), together, name, at_least, at_most, absent)


def any_of(*members: Condition, least: int = 1, name: str = "") -> Group:
    return Group(members, least, name)


def part_of(arm: str, least: int) -> PartOf:
    return PartOf(arm, least)


def rule(
    code: str = "TST-01",
    *,
    kinds: tuple[str, ...] = ("ALLE",),
    severity: tuple[SeverityCase, ...] = (SeverityCase(Severity.BLOCKING),),
    messages: Mapping[str, str] | None = None,
    each: Pattern | None = None,
    each_none: str = "",
    enough: int = 0,
    about: tuple[str, ...] = (),
    repair: str = "Doe het.",
    **arms: Sequence[Condition],
) -> Rule:
    return Rule(
        code=code, set="test", name="proefregel", title="De proef is genomen", tier="kern", kinds=kinds, severity=severity,
        why="Omdat het moet.", messages=messages or {}, repair=repair, repairable=True, norm=(), source=(),
        arms={name: tuple(conditions) for name, conditions in arms.items()},
        each=each, each_none=each_none, enough=enough, about=about,
    )  # fmt: skip


def section(role: str, state: SectionState, text: str = "N.v.t.", *, index: int = 0, part: int = 0) -> Section:
    block = Block(index=90 + index, kind=BlockKind.PARAGRAPH, text=text)
    return Section(
        index, role, role.capitalize(), "", 1, part, None, (block,), state, len(text.split()), None, 1.0,
        Location(part=part, section=index, paragraph=90 + index),
    )  # fmt: skip


def document(*sections: Section) -> Document:
    parts = (Part(0, "voorstel", "", 0, Location()), Part(1, "ontwerpbesluit", "", 50, Location(part=1)))
    return Document(Source("voorstel.docx", "docx", "0" * 64, ()), "Raadsvoorstel", "", parts, sections, (), (), (), ())


@dataclass(frozen=True)
class Setting:
    """A document with its facts and kinds, by which rules can be judged."""

    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    kinds: tuple[Kind, ...] = (RV_FIN,)
    natures: tuple[str, ...] = ()
    lookalike: str = ""
    waivers: tuple[Waiver, ...] = ()
    today: date = field(default=TODAY)
    lost: Mapping[str, str] = field(default_factory=dict)

    def judge_all(self, *rules: Rule) -> tuple[Outcome, ...]:
        return judge(
            Docket(rules), replace(conclude(rules, self.facts), lost=self.lost), document(*self.sections), self.kinds,
            self.natures, GROUPS,
            lookalike=self.lookalike, waivers=self.waivers, today=self.today,
        )  # fmt: skip

    def judge(self, one: Rule) -> Outcome:
        (outcome,) = self.judge_all(one)
        return outcome


def judged(one: Rule, *facts: Fact, sections: tuple[Section, ...] = ()) -> Outcome:
    """The outcome of one rule for a document with these facts and sections."""
    return Setting(facts, sections).judge(one)


def conclude(rules: Sequence[Rule], facts: Sequence[Fact]) -> Conclusions:
    """Answer every query of the rules by trying every combination of facts."""
    asked = [query(clause, rule.each) for rule in rules for top in rule.conditions() for clause in _clauses(top)]
    asked += [(rule.each,) for rule in rules if rule.each]
    return Conclusions(tuple(facts), {one: tuple(sorted(_matches(one, facts, {}))) for one in asked}, "test")


def _clauses(condition: Condition) -> Iterator[Clause]:
    if isinstance(condition, Clause):
        yield condition
    elif isinstance(condition, Group):
        for member in condition.members:
            yield from _clauses(member)


def _matches(asked: Query, facts: Sequence[Fact], bound: dict[str, Fact]) -> Iterator[Match]:
    if not asked:
        yield Match(tuple(sorted((alias, one.id) for alias, one in bound.items())))
        return
    for one in facts:
        if one not in bound.values() and _fits(asked[0], one, bound):
            yield from _matches(asked[1:], facts, {**bound, asked[0].alias: one})


def _fits(wanted: Pattern, one: Fact, bound: Mapping[str, Fact]) -> bool:
    return one.kind == wanted.fact and all(
        any(_holds(test, one.fields.get(name, 0), bound) for test in options) for name, options in wanted.tests
    )


def _holds(test: Test, value: Value, bound: Mapping[str, Fact]) -> bool:
    if test.op is Op.JOIN:
        alias, _, name = str(test.value).partition(".")
        return value == (bound[alias].fields[name] if name else bound[alias].id)
    if test.op in (Op.IS, Op.NOT):
        return (value == test.value) is (test.op is Op.IS)
    limit, number = int(test.value), int(value)
    return number >= limit if test.op is Op.AT_LEAST else number <= limit

"""What rules become: which questions are asked, the safe subset, sharing, chunks, and mistakes of authors."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from toets.engine import Program, compile_program
from toets.errors import RuleSetError
from toets.model.rule import Clause, Group, PartOf, Pattern, RuleSet, Severity, SeverityCase, query

from .build import derive, least, most, other_than, pattern, rule, rule_set


def problems(*sets: RuleSet) -> str:
    with pytest.raises(RuleSetError) as caught:
        compile_program(sets)
    return str(caught.value)


def engine_rules(program: Program) -> list[dict[str, Any]]:
    return [rules for chunk in program.chunks for name, rules in json.loads(chunk.definition).items() if name != "#gate"]


def asked_by(program: Program) -> list[tuple[Pattern, ...]]:
    return [question.query for question in program.questions]


def test_every_clause_of_every_arm_group_severity_and_derivation_is_asked_once() -> None:
    each = pattern(alias="elk", n=1)
    alone, grouped, nested, cased = (Clause(pattern(alias=name, naam=name)) for name in "abcd")
    joined = Clause(pattern(alias="e", bij="$elk"))
    asks = rule(
        alone, Group((grouped, PartOf("needs", 2), Group((nested, joined)))), each=each,
        severity=[SeverityCase(Severity.BLOCKING, where=(cased,))],
    )  # fmt: skip
    again = rule(alone, code="PRF-02")
    derivation = derive("gevolg", pattern("zaak", "z"), name="af")
    wanted = [(each,), *(query(clause, each) for clause in (alone, grouped, nested, joined, cased)), derivation.when.patterns()]
    program = compile_program([rule_set(asks, derivations=[derivation]), rule_set(again)])
    assert Counter(asked_by(program)) == Counter(wanted)


def test_an_empty_program_asks_nothing() -> None:
    assert compile_program([]).chunks == ()


def test_engine_rules_stay_in_the_safe_subset() -> None:
    first = pattern("woord", "a", n=(1, 2, other_than(7)), naam=other_than("x"), soort="a")
    second = pattern("ding", "b", ("n", least(3)), ("n", most(9)), bij="$a", vlag="$a.vlag")
    third = pattern("zaak", "c")
    for engine_rule in engine_rules(compile_program([rule_set(rule(Clause(first, (second, third))))])):
        assert set(engine_rule) == {"all"}
        for place, named in enumerate(engine_rule["all"]):
            ((alias, body),) = named.items()
            tests = body["$and"]
            assert alias == f"p{place}"
            assert tests[0] in ({"kind": "woord"}, {"kind": "ding"}, {"kind": "zaak"})
            assert place == 0 or tests[-1] == {"one": {"p0": "one"}}
            assert {key for test in tests for key in test if key.startswith("$")} <= {"$neq", "$gte", "$lte"}
            for key, value in ((key, value) for test in tests for key, value in test.items()):
                assert not (key.startswith("$") and isinstance(next(iter(value.values())), dict)), "only equality joins"


def test_each_combination_of_alternatives_becomes_one_engine_rule() -> None:
    program = compile_program([rule_set(rule(Clause(pattern(soort=("a", "ab", "b"), n=(1, least(5))))))])
    assert len(engine_rules(program)) == 6


def test_combinations_that_exclude_each_other_and_repeated_tests_vanish() -> None:
    folded = pattern("ding", "x", ("soort", ("a", other_than("ab"))), ("n", most(4)), soort=("a", "b"), n=(3, 3, 5))
    program = compile_program([rule_set(rule(Clause(folded)))])
    tests = sorted(json.dumps(one["all"][0]["p0"]["$and"][1:]) for one in engine_rules(program))
    n, soort = program.codes["n"], program.codes["soort"]
    assert tests == sorted([json.dumps([{n: 3}, {soort: "a"}]), json.dumps([{n: 3}, {soort: "b"}])])


def test_equal_engine_rules_are_shared_whatever_their_aliases() -> None:
    one = Clause(pattern("ding", "a", n=1), (pattern("zaak", "b", bij="$a"),))
    other = Clause(pattern("ding", "x", n=1), (pattern("zaak", "y", bij="$x"),))
    program = compile_program([rule_set(rule(one, other))])
    assert len(program.questions) == 2
    assert len(engine_rules(program)) == 1


def test_chunks_stay_below_the_limits_of_the_engine() -> None:
    clauses = [Clause(pattern("ding", "a", n=number), (pattern("ding", "b", bij="$a"),)) for number in range(130)]
    clauses += [Clause(pattern("zaak", "z", naam=f"naam {number}")) for number in range(130)]
    program = compile_program([rule_set(rule(*clauses))])
    sizes = [len(chunk.answers) for chunk in program.chunks]
    assert sum(sizes) == 260
    assert max(sizes) <= 40
    for chunk in program.chunks:
        rules = json.loads(chunk.definition)
        patterns = Counter(body["$and"][0]["kind"] for one in rules.values() for named in one["all"] for body in named.values())
        assert max(patterns.values()) <= 60
        assert chunk.kinds == set(patterns) - {"#gate"}


def test_only_derivations_wait_in_early_chunks() -> None:
    needs = rule(Clause(pattern("zaak", "z")))
    program = compile_program([rule_set(needs, derivations=[derive("gevolg", pattern("ding", "d"))])])
    assert [(chunk.early, chunk.kinds) for chunk in program.chunks] == [(True, frozenset({"ding"})), (False, frozenset({"zaak"}))]


def test_the_same_rules_give_the_same_program() -> None:
    sets = [rule_set(rule(Clause(pattern(soort=("a", "b"), n=least(3)))), derivations=[derive("gevolg", pattern("ding", "d"))])]
    assert compile_program(sets) == compile_program(sets)


@pytest.mark.parametrize(
    ("clause", "says"),
    [
        (Clause(pattern("dingen")), "het feit 'dingen' is niet gedeclareerd"),
        (Clause(pattern("ding", kleur="rood")), "het feit 'ding' heeft geen veld 'kleur'"),
        (Clause(pattern("ding", n="een")), "veld 'n' van 'ding': 'een' is geen geheel getal"),
        (Clause(pattern("ding", naam=5)), "veld 'naam' van 'ding': 5 is geen tekst"),
        (Clause(pattern("ding", n=2**62)), "is een te groot getal"),
        (Clause(pattern("ding", naam="x" * 4_001)), "is langer dan 4000 tekens"),
        (Clause(pattern("ding", naam="\ud800")), "losse surrogate"),
        (Clause(pattern("ding", naam=least(3))), "veld 'naam' van 'ding' is geen getal"),
        (
            Clause(pattern("ding", n=most("$settings.drempels.opgaven"))),
            "'$settings.drempels.opgaven' is niet ingevuld",
        ),
        (Clause(pattern("ding", bij="$nergens")), "'$nergens' verwijst niet naar een feit dat eerder"),
        (Clause(pattern("ding", n="$x.m")), "'$x.m' verwijst niet naar een feit dat eerder"),
        (Clause(pattern("ding", "a"), (pattern("zaak", "b", n="$a.kleur"),)), "het feit 'ding' heeft geen veld 'kleur'"),
        (Clause(pattern("ding", "a"), (pattern("zaak", "b", n="$a.naam"),)), "van verschillende soort"),
        (Clause(pattern("ding", "a"), (pattern("zaak", "a"),)), "de naam 'a' staat voor twee feiten"),
        (Clause(pattern("ding", "a"), tuple(pattern("zaak", f"z{n}") for n in range(8))), "9 feiten in één voorwaarde"),
        (Clause(pattern("ding", n=())), "veld 'n' van 'ding' heeft geen enkele toegestane waarde"),
        (Clause(pattern("ding", n=tuple(range(21)), m=tuple(range(20)))), "samen 420 combinaties; hoogstens 400"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_rule_and_its_file(clause: Clause, says: str) -> None:
    text = problems(rule_set(rule(clause)))
    assert text.startswith("proef.toml: regel PRF-01: ")
    assert says in text


def test_too_many_joins_in_a_pattern_are_refused() -> None:
    joins = tuple(("n", "$a.n") for _ in range(21))
    assert "meer dan 20 koppelingen" in problems(rule_set(rule(Clause(pattern(alias="a"), (pattern("zaak", "b", *joins),)))))


def test_all_mistakes_are_reported_at_once() -> None:
    wrong = [rule(Clause(pattern("ding", kleur=1)), code=f"PRF-{number:02d}") for number in range(3)]
    assert [line.split(":")[1] for line in problems(rule_set(*wrong)).splitlines()] == [f" regel PRF-{n:02d}" for n in range(3)]


@pytest.mark.parametrize(
    ("gives", "says"),
    [
        ({"kleur": "rood"}, "heeft geen veld 'kleur'"),
        ({"n": "een"}, "is geen geheel getal"),
        ({"bij": "$q"}, "'$q' verwijst niet naar een feit uit 'when'"),
        ({"n": "$d"}, "van verschillende soort"),
        ({"naam": "$d.kleur"}, "het feit 'ding' heeft geen veld 'kleur'"),
        ({"own": "f00001"}, "'own' is het nummer van het feit zelf"),
        ({"n": "$settings.drempels.n"}, "is niet ingevuld"),
    ],
)
def test_a_derivation_that_gives_what_its_fact_cannot_hold_is_refused(gives: dict[str, Any], says: str) -> None:
    text = problems(rule_set(derivations=[derive("gevolg", pattern("ding", "d"), **gives)]))
    assert text.startswith("afleidingen.toml: afleiding af: ")
    assert says in text


def test_a_derivation_of_an_undeclared_fact_is_refused() -> None:
    assert "het feit 'spook' is niet gedeclareerd" in problems(rule_set(derivations=[derive("spook", pattern("ding", "d"))]))


@pytest.mark.parametrize("limits", [{"absent": True}, {"at_least": 2}, {"at_most": 3}])
def test_a_derivation_neither_counts_nor_rests_on_absence(limits: dict[str, Any]) -> None:
    counting = derive("gevolg", pattern("ding", "d"))
    counting = type(counting)("af", "gevolg", {}, Clause(pattern("ding", "d"), **limits), "")
    assert "kan niet tellen en niet op afwezigheid rusten" in problems(rule_set(derivations=[counting]))

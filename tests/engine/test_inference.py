"""What follows from facts: matches, derived facts, order and limits, alike in both engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest

from toets.engine import Program, Session, compile_program, reference
from toets.errors import EngineError
from toets.model.document import Location
from toets.model.fact import Fact
from toets.model.outcome import Conclusions
from toets.model.rule import Clause, Pattern, RuleSet, query

from .build import derive, fact, least, needs_engine, other_than, pattern, rule, rule_set

Infer = Callable[[Program, Sequence[Fact]], Conclusions]


@pytest.fixture(params=[pytest.param("durable-rules", marks=needs_engine), "reference"])
def infer(request: pytest.FixtureRequest) -> Iterator[Infer]:
    sessions: list[Session] = []

    def by_session(program: Program, facts: Sequence[Fact]) -> Conclusions:
        sessions.append(Session(program))
        return sessions[-1].infer(facts)

    yield reference.infer if request.param == "reference" else by_session
    for session in sessions:
        session.close()


def bound(conclusions: Conclusions, *patterns: Pattern) -> list[dict[str, str]]:
    return [dict(match.facts) for match in conclusions.matches[patterns]]


def numbers(conclusions: Conclusions, only: Pattern) -> list[int]:
    return [int(match[only.alias][1:]) for match in bound(conclusions, only)]


def asking(*clauses: Clause, each: Pattern | None = None) -> Program:
    return compile_program([rule_set(rule(*clauses, each=each))])


def test_every_question_has_an_answer_even_if_nothing_matches(infer: Infer) -> None:
    program = asking(Clause(pattern("ding")), Clause(pattern("zaak")))
    conclusions = infer(program, [])
    assert list(conclusions.matches.values()) == [(), ()]
    assert conclusions.facts == ()


def test_fields_that_are_named_twice_must_pass_both(infer: Infer) -> None:
    both = pattern("ding", "x", ("n", other_than(3)), ("n", least(2)), n=(1, 2, 3))
    assert numbers(infer(asking(Clause(both)), [fact(n, n=n) for n in range(1, 6)]), both) == [2]


def test_companions_that_are_not_joined_are_combined_freely_but_no_fact_twice(infer: Infer) -> None:
    one, other = pattern("ding", "a"), pattern("ding", "b")
    conclusions = infer(asking(Clause(one, (other,))), [fact(1), fact(2), fact(3)])
    pairs = [(match["a"], match["b"]) for match in bound(conclusions, one, other)]
    assert pairs == [(f"f0000{a}", f"f0000{b}") for a in (1, 2, 3) for b in (1, 2, 3) if a != b]


def test_a_clause_about_the_each_fact_itself_is_folded_into_it(infer: Infer) -> None:
    each = pattern("ding", "elk", soort="a")
    itself = Clause(pattern("ding", "zelf", own="$elk", n=4), (pattern("zaak", "z", bij="$zelf"),))
    facts = [
        fact(1, soort="a", n=4),
        fact(2, soort="a"),
        fact(3, n=4),
        fact(4, "zaak", bij="f00001"),
        fact(5, "zaak", bij="f00003"),
    ]
    conclusions = infer(asking(itself, each=each), facts)
    assert bound(conclusions, *query(itself, each)) == [{"elk": "f00001", "z": "f00004"}]


def test_a_fact_compared_with_itself_by_the_same_field_is_no_test_at_all(infer: Infer) -> None:
    same = pattern("ding", "x", n="$x.n")
    assert numbers(infer(asking(Clause(same)), [fact(1, n=5)]), same) == [1]


def test_matches_stand_in_a_fixed_order(infer: Infer) -> None:
    listed = pattern("ding", "x", n=(9, 1, 5))
    facts = [fact(n, n=(1, 5, 9)[n % 3]) for n in range(1, 13)]
    assert numbers(infer(asking(Clause(listed)), facts), listed) == list(range(1, 13))


def test_matching_by_several_alternatives_counts_once(infer: Infer) -> None:
    either = pattern("ding", "x", n=(least(1), least(2), other_than(0)))
    assert numbers(infer(asking(Clause(either)), [fact(1, n=3), fact(2)]), either) == [1]


def test_texts_are_compared_letter_by_letter_after_composition(infer: Infer) -> None:
    texts = ["\"zo\" 'n' \\ \n\t{}", "€ 1,5 mln – ‘ë’ 😀", "geen\u200bspatie", "cafe\u0301", ""]
    program = asking(*(Clause(pattern("ding", "x", naam=text)) for text in texts))
    facts = [fact(number, naam=text) for number, text in enumerate(["\"zo\" 'n' \\ \n\t{}", *texts[1:3], "café", "", "cafe"], 1)]
    assert [numbers(infer(program, facts), pattern("ding", "x", naam=text)) for text in texts] == [[1], [2], [3], [4], [5]]


def test_truth_values_are_the_numbers_one_and_zero(infer: Infer) -> None:
    true = pattern("ding", "x", vlag=True)
    assert numbers(infer(asking(Clause(true)), [fact(1, vlag=True), fact(2, vlag=1), fact(3, vlag=False)]), true) == [1, 2]


def test_hundreds_of_facts_of_one_kind_and_a_hundred_rules_about_it(infer: Infer) -> None:
    patterns = [pattern("ding", "x", n=least(number), soort="a") for number in range(100)]
    facts = [fact(n, n=n % 100, soort="a" if n % 2 else "b") for n in range(1, 301)]
    conclusions = infer(asking(*(Clause(one) for one in patterns)), facts)
    for number, one in enumerate(patterns):
        assert numbers(conclusions, one) == [n for n in range(1, 301) if n % 2 and n % 100 >= number]


def chain() -> RuleSet:
    large = derive("gevolg", pattern("woord", "w", n=least(3)), name="groot", soort="a", bij="$w", n="$w.m")
    further = derive(
        "keten", pattern("gevolg", "g", soort="a"), pattern("ding", "d", n="$g.n"), name="keten", naam="$d.naam", bij="$d"
    )
    last = derive("zaak", pattern("keten", "k", naam="x"), name="slot", bij="$k.bij", naam="klaar")
    return rule_set(rule(Clause(pattern("zaak", "z", naam="klaar"))), derivations=[last, further, large])


@pytest.mark.parametrize("engine", [pytest.param("durable-rules", marks=needs_engine), "reference"])
def test_what_was_settled_is_not_derived_nor_what_would_rest_on_it(engine: str) -> None:
    facts = [fact(1, "woord", n=3, m=7, point=2, part="voorstel", polarity=1), fact(2, n=7, naam="x")]
    program = compile_program([chain()])
    if engine == "reference":
        conclusions = reference.infer(program, facts, stated=("keten",))
    else:
        session = Session(program)
        conclusions = session.infer(facts, stated=("keten",))
        session.close()
    assert [one.kind for one in conclusions.facts[2:]] == ["gevolg"]
    assert conclusions.matches[(pattern("zaak", "z", naam="klaar"),)] == ()


def test_derived_facts_chain_and_say_what_they_rest_on(infer: Infer) -> None:
    facts = [fact(1, "woord", n=3, m=7, point=2, part="voorstel", polarity=1), fact(2, n=7, naam="x")]
    conclusions = infer(compile_program([chain()]), facts)
    first, second, third = conclusions.facts[2:]
    assert [one.id for one in (first, second, third)] == ["f00003", "f00004", "f00005"]
    assert [one.source for one in (first, second, third)] == ["afleiding:groot", "afleiding:keten", "afleiding:slot"]
    assert [one.because for one in (first, second, third)] == [("f00001",), ("f00003", "f00002"), ("f00004",)]
    assert third.fields == {"own": "f00005", "n": 0, "m": 0, "vlag": 0, "soort": "", "naam": "klaar", "bij": "f00002"}
    assert numbers(conclusions, pattern("zaak", "z", naam="klaar")) == [5]


def test_a_derived_fact_about_words_stands_where_those_words_stand(infer: Infer) -> None:
    source = fact(1, "woord", n=3, point=2, part="voorstel", role="middelen", polarity=1, sure=80, near_date=2)
    derived = infer(compile_program([chain()]), [source]).facts[1]
    assert (derived.quote, derived.location) == ("woorden 1", Location(section=1, paragraph=1))
    own = {"own": "f00002", "n": 0, "m": 0, "vlag": 0, "soort": "a", "naam": "", "bij": "f00001"}
    assert derived.fields == {**source.fields, **own}


def test_a_derived_statement_that_rests_on_no_words_is_affirmed(infer: Infer) -> None:
    program = compile_program([rule_set(derivations=[derive("gevolg", pattern("ding", "d"), soort="b")])])
    fields = infer(program, [fact(1)]).facts[1].fields
    assert (fields["polarity"], fields["quoted"], fields["sure"], fields["soort"]) == (1, 0, 100, "b")


def test_a_derived_fact_exists_once_for_each_set_of_fields(infer: Infer) -> None:
    sets = rule_set(derivations=[derive("keten", pattern("ding", "d"), name=name, soort="$d.soort") for name in ("een", "twee")])
    facts = [fact(1, soort="a"), fact(2, soort="a"), fact(3, soort="b"), fact(4, "keten", soort="b")]
    derived = infer(compile_program([sets]), facts).facts[4:]
    assert [(one.id, one.fields["soort"], one.source, one.because) for one in derived] == [
        ("f00005", "a", "afleiding:een", ("f00001",))
    ]


def test_derived_facts_are_numbered_by_derivation_and_document_order_not_by_firing(infer: Infer) -> None:
    sets = rule_set(
        derivations=[
            derive("keten", pattern("zaak", "z"), name="een", naam="$z.naam"),
            derive("keten", pattern("ding", "d", n=(2, 1)), name="twee", naam="$d.naam"),
        ]
    )
    facts = [fact(1, n=1, naam="c"), fact(2, "zaak", naam="b"), fact(3, n=2, naam="a"), fact(4, "zaak", naam="d")]
    derived = infer(compile_program([sets]), facts).facts[4:]
    assert [(one.id, one.fields["naam"]) for one in derived] == [
        ("f00005", "b"),
        ("f00006", "d"),
        ("f00007", "c"),
        ("f00008", "a"),
    ]


def test_many_derived_facts_stand_in_document_order(infer: Infer) -> None:
    program = compile_program([rule_set(derivations=[derive("keten", pattern("ding", "d", n=(1, 2)), naam="$d.naam")])])
    derived = infer(program, [fact(number, n=1 + number % 2, naam=f"{number}") for number in range(1, 200)]).facts[199:]
    assert [one.fields["naam"] for one in derived] == [f"{number}" for number in range(1, 200)]


def test_derived_facts_number_on_after_the_highest(infer: Infer) -> None:
    program = compile_program([rule_set(derivations=[derive("keten", pattern("ding", "d"))])])
    assert infer(program, [fact(40), fact(7)]).facts[-1].id == "f00041"


def test_derivations_that_go_round_in_a_circle_are_reported(infer: Infer) -> None:
    circle = rule_set(
        derivations=[derive("keten", pattern(kind, "x"), name=f"uit {kind}", bij="$x") for kind in ("ding", "keten")]
    )
    with pytest.raises(EngineError, match=r"afleidingen van 'keten' \(uit ding, uit keten\) blijven nieuwe feiten geven"):
        infer(compile_program([circle]), [fact(1)])


def test_too_many_combinations_are_refused_before_they_cost_memory(infer: Infer) -> None:
    free = Clause(pattern("ding", "a"), (pattern("ding", "b"), pattern("ding", "c")))
    with pytest.raises(EngineError, match="regel PRF-01: de feiten van dit document geven te veel combinaties"):
        infer(asking(free), [fact(number) for number in range(1, 401)])


def test_joined_facts_may_be_many(infer: Infer) -> None:
    joined = Clause(pattern("ding", "a", soort="a"), (pattern("zaak", "b", bij="$a"), pattern("zaak", "c", n="$b.n")))
    facts = [
        fact(number, "ding" if number <= 700 else "zaak", soort="a", n=number, bij=f"f{number - 700:05d}")
        for number in range(1, 1401)
    ]
    assert len(infer(asking(joined), facts).matches[joined.patterns()]) == 0
    pairs = Clause(pattern("ding", "a", soort="a"), (pattern("zaak", "b", bij="$a"),))
    assert len(infer(asking(pairs), facts).matches[pairs.patterns()]) == 700


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"n": "drie"}, "veld 'n' is geen geheel getal"),
        ({"n": 2**62}, "veld 'n' is een te groot getal"),
        ({"n": None}, "veld 'n' ontbreekt"),
        ({"n": 1.5}, "veld 'n' is geen geheel getal"),
        ({"naam": 3}, "veld 'naam' is geen tekst"),
        ({"naam": "x" * 4_001}, "veld 'naam' is langer dan 4000 tekens"),
        ({"naam": "half \udfff"}, "veld 'naam' bevat een half teken"),
    ],
)
def test_a_value_that_an_engine_would_misread_is_refused(infer: Infer, wrong: dict[str, object], says: str) -> None:
    good = fact(1)
    bad = Fact(good.id, good.kind, {**good.fields, **wrong}, "", Location(), "extractor")  # type: ignore[dict-item]
    program = asking(Clause(pattern("ding", n=1, naam="x")))
    with pytest.raises(EngineError, match="Feit f00001 \\(ding, gevonden door extractor\\).*" + says):
        infer(program, [bad])


def test_a_field_that_a_derivation_copies_must_be_there(infer: Infer) -> None:
    program = compile_program([rule_set(derivations=[derive("keten", pattern("ding", "d"), naam="$d.naam")])])
    whole = fact(1)
    part = Fact(whole.id, whole.kind, {"own": whole.id}, "", Location(), "extractor")
    with pytest.raises(EngineError, match="de waarde van veld 'naam' ontbreekt"):
        infer(program, [part])


def test_fields_that_no_rule_looks_at_may_hold_anything(infer: Infer) -> None:
    program = asking(Clause(pattern("ding", "x", n=1)))
    assert numbers(infer(program, [fact(1, n=1, naam="x" * 9_000), fact(2, "zaak", n="?")]), pattern("ding", "x", n=1)) == [1]


def test_two_facts_with_one_number_are_refused(infer: Infer) -> None:
    with pytest.raises(EngineError, match="Twee feiten hebben hetzelfde nummer"):
        infer(asking(Clause(pattern())), [fact(1), fact(1)])


@needs_engine
def test_the_conclusions_name_the_engine() -> None:
    program = asking(Clause(pattern()))
    assert Session(program).infer([]).engine == "durable-rules 2.0.28"
    assert reference.infer(program, []).engine == "reference"

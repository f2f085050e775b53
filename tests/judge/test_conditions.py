"""Counting, absence, groups and companions, through the judge's door."""

import pytest

from toets.model.fact import Fact
from toets.model.outcome import Status
from toets.model.rule import Clause

from .build import any_of, asks, fact, judged, least, part_of, pattern, rule


def several(number: int) -> tuple[Fact, ...]:
    return tuple(fact(f"f{n}", "opgave", top=1) for n in range(number))


@pytest.mark.parametrize(
    ("number", "status"),
    [(1, Status.VIOLATED), (2, Status.SATISFIED), (5, Status.SATISFIED), (6, Status.VIOLATED)],
)
def test_a_count_has_a_least_and_a_most(number: int, status: Status) -> None:
    one = rule(needs=(asks("opgave", at_least=2, at_most=5),))
    assert judged(one, *several(number)).status is status


def test_no_facts_fit_at_most_when_none_is_allowed() -> None:
    one = rule(needs=(asks("opgave", at_least=0, at_most=1),))
    assert judged(one).status is Status.SATISFIED
    assert judged(one, *several(2)).status is Status.VIOLATED


def test_counting_counts_facts_and_not_combinations() -> None:
    covered = asks("opgave", at_least=2, together=(pattern("owner", of="$een_opgave"),))
    owners = [fact(f"f{n}", "owner", of="f0") for n in (7, 8)]
    assert judged(rule(needs=(covered,)), *several(2), *owners).status is Status.VIOLATED
    assert judged(rule(needs=(covered,)), *several(2), *owners, fact("f9", "owner", of="f1")).status is Status.SATISFIED


def test_absent_holds_when_nothing_matches() -> None:
    one = rule(needs=(asks("long", "korte zinnen", absent=True),))
    assert judged(one).status is Status.SATISFIED
    outcome = judged(one, fact("f1", "long", "een te lange zin"))
    assert outcome.status is Status.VIOLATED
    assert outcome.missing == ("korte zinnen",)
    assert outcome.evidence[0].quote == "een te lange zin"


def test_what_must_be_absent_is_no_evidence_where_something_else_is_nowhere() -> None:
    both = any_of(asks("point", "beslispunt"), asks("list", absent=True), least=2)
    assert judged(rule(needs=(both,)), fact("f1", "list", "bijlage 1")).evidence == ()
    seen = judged(rule(needs=(both,)), fact("f1", "list", "bijlage 1"), fact("f2", "point", "punt 1")).evidence
    assert {proof.quote for proof in seen} == {"bijlage 1", "punt 1"}


def test_alternatives_of_a_field_and_limits_are_matched() -> None:
    one = rule(needs=(asks("milestone", grain=("month", "day"), near_date=least(1)),))
    assert judged(one, fact("f1", "milestone", grain="day", near_date=2)).status is Status.SATISFIED
    assert judged(one, fact("f1", "milestone", grain="season", near_date=2)).status is Status.VIOLATED


def test_any_of_a_group_is_enough() -> None:
    one = rule(needs=(any_of(asks("a"), asks("b"), name="middelen"),))
    assert judged(one, fact("f1", "b")).status is Status.SATISFIED
    assert judged(one).missing == ("middelen",)


def test_a_group_asks_for_a_number_of_its_members() -> None:
    one = rule(needs=(any_of(asks("a"), asks("b"), asks("c"), least=2),))
    assert judged(one, fact("f1", "b")).status is Status.VIOLATED
    assert judged(one, fact("f1", "b"), fact("f2", "c")).status is Status.SATISFIED


def test_a_group_without_a_name_misses_one_of_its_members() -> None:
    members = (asks("a", "bedrag"), asks("b", "fte"))
    assert judged(rule(needs=(any_of(*members),))).missing == ("bedrag of fte",)
    assert judged(rule(needs=(any_of(*members, least=2),))).missing == ("bedrag", "fte")


def test_groups_may_be_nested() -> None:
    one = rule(needs=(any_of(asks("a"), any_of(asks("b"), asks("c"), least=2)),))
    assert judged(one, fact("f1", "b")).status is Status.VIOLATED
    assert judged(one, fact("f1", "b"), fact("f2", "c")).status is Status.SATISFIED


def test_part_of_counts_conditions_of_another_arm() -> None:
    one = rule(needs=(asks("a"), asks("b"), asks("c")), breaks=(part_of("partly", 1),), partly=(part_of("needs", 2),))
    assert judged(one, fact("f1", "a")).status is Status.VIOLATED
    assert judged(one, fact("f1", "a"), fact("f2", "b")).status is Status.VIOLATED
    assert (
        judged(rule(needs=one.arms["needs"], partly=one.arms["partly"]), fact("f1", "a"), fact("f2", "b")).status
        is Status.PARTIAL
    )


def test_arms_that_count_each_other_come_to_an_end() -> None:
    one = rule(needs=(part_of("partly", 1),), partly=(part_of("needs", 1),))
    assert judged(one).status is Status.VIOLATED


def test_all_conditions_of_an_excuse_must_be_met() -> None:
    one = rule(needs=(asks("a"),), excuse=(asks("b"), asks("c")))
    assert judged(one, fact("f1", "b")).status is Status.VIOLATED
    assert judged(one, fact("f1", "b"), fact("f2", "c")).status is Status.JUSTIFIED


def test_companions_are_evidence_after_the_fact_itself() -> None:
    clause: Clause = asks("amount", together=(pattern("coverage", amount="$een_amount"),))
    outcome = judged(rule(needs=(clause,)), fact("f1", "coverage", amount="f2"), fact("f2", "amount"))
    assert [one.fact for one in outcome.evidence] == ["f2", "f1"]

"""How much an outcome weighs."""

import pytest

from toets.model.outcome import Status
from toets.model.report import Kind
from toets.model.rule import Severity, SeverityCase

from .build import RV_FIN, Setting, asks, fact, judged, pattern, rule

BLOCKING, ATTENTION, ADVICE = Severity.BLOCKING, Severity.ATTENTION, Severity.ADVICE
CASES = (
    SeverityCase(BLOCKING, kinds=("RV-START",), status=("violated",)),
    SeverityCase(ATTENTION, where=(asks("goal", measure=1),)),
    SeverityCase(ADVICE),
)
START = Kind("RV-START", 0.9, "")
UNSURE = Kind("RV-FIN", 0.5, "")


def test_the_first_case_that_fits_counts() -> None:
    one = rule(severity=CASES, needs=(asks("action"),))
    assert Setting(kinds=(START,)).judge(one).severity is BLOCKING
    assert Setting(kinds=(RV_FIN,)).judge(one).severity is ADVICE
    assert Setting((fact("f1", "goal", measure=1),)).judge(one).severity is ATTENTION


def test_a_case_may_ask_for_a_status() -> None:
    one = rule(severity=CASES, needs=(asks("action"), asks("milestone")))
    assert Setting((fact("f1", "action"),), kinds=(START,)).judge(one).severity is ADVICE


def test_all_facts_a_case_asks_for_must_be_there() -> None:
    case = SeverityCase(BLOCKING, where=(asks("no_cost"), asks("amount", use="requested")))
    one = rule(severity=(case, SeverityCase(ATTENTION)), breaks=(asks("no_cost"),))
    assert judged(one, fact("f1", "no_cost")).severity is ATTENTION
    assert judged(one, fact("f1", "no_cost"), fact("f2", "amount", use="requested")).severity is BLOCKING


def test_without_a_case_that_fits_it_is_advice() -> None:
    assert judged(rule(severity=(SeverityCase(BLOCKING, kinds=("CB",)),), needs=(asks("a"),))).severity is ADVICE


def test_a_blocking_rule_that_is_partial_asks_for_attention() -> None:
    outcome = judged(rule(needs=(asks("a"), asks("b"))), fact("f1", "a"))
    assert outcome.severity is ATTENTION
    assert outcome.trace[-1].arm == "severity"


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [((UNSURE,), ATTENTION), ((UNSURE, START), ATTENTION), ((RV_FIN,), BLOCKING), ((Kind("RV-FIN", 0.6, ""),), BLOCKING)],
)
def test_an_uncertain_kind_never_blocks(kinds: tuple[Kind, ...], expected: Severity) -> None:
    assert Setting(kinds=kinds).judge(rule(kinds=("RV-FIN",), needs=(asks("a"),))).severity is expected


def test_a_certain_kind_beside_an_uncertain_one_may_block() -> None:
    assert Setting(kinds=(UNSURE, START)).judge(rule(kinds=("RV",), needs=(asks("a"),))).severity is BLOCKING


def test_a_rule_for_all_kinds_blocks_whatever_the_kind() -> None:
    assert Setting(kinds=(UNSURE,)).judge(rule(needs=(asks("a"),))).severity is BLOCKING


def test_a_case_for_an_uncertain_kind_does_not_block_either() -> None:
    one = rule(severity=(SeverityCase(BLOCKING, kinds=("RV-FIN",)),), needs=(asks("a"),))
    assert Setting(kinds=(UNSURE, START)).judge(one).severity is ATTENTION


def test_an_uncertain_amount_as_item_never_blocks() -> None:
    one = rule(each=pattern("amount", "bedrag"), needs=(asks("coverage", amount="$bedrag"),))
    assert judged(one, fact("f1", "amount", sure=59)).severity is ATTENTION
    assert judged(one, fact("f1", "amount", sure=60)).severity is BLOCKING
    assert judged(one, fact("f1", "amount", sure=59), fact("f2", "amount", sure=90)).severity is BLOCKING


@pytest.mark.parametrize(("sure", "expected"), [(59, ATTENTION), (60, BLOCKING)])
def test_an_uncertain_amount_in_a_condition_or_contradiction_never_blocks(sure: int, expected: Severity) -> None:
    amount = fact("f1", "amount", use="requested", sure=sure)
    assert judged(rule(when=(asks("amount", use="requested"),), needs=(asks("a"),)), amount).severity is expected
    assert judged(rule(breaks=(asks("amount", use="requested"),)), amount).severity is expected


def test_where_may_speak_of_the_item_that_is_wrong() -> None:
    clear = SeverityCase(BLOCKING, where=(asks("competence", of="$punt", clear=1),))
    one = rule(
        each=pattern("decision_point", "punt"),
        breaks=(asks("competence", of="$punt", verdict="clashes"),),
        severity=(clear, SeverityCase(ATTENTION)),
    )
    points = (fact("f1", "decision_point"), fact("f2", "decision_point"))
    clash = fact("f3", "competence", of="f1", verdict="clashes", clear=0)
    assert judged(one, *points, clash, fact("f4", "competence", of="f2", verdict="fits", clear=1)).severity is ATTENTION
    assert judged(one, *points, clash, fact("f4", "competence", of="f2", verdict="clashes", clear=1)).severity is BLOCKING


def test_an_outcome_that_is_no_finding_keeps_the_weight_of_its_rule() -> None:
    outcome = Setting((fact("f1", "a"),), kinds=(UNSURE,)).judge(rule(kinds=("RV-FIN",), needs=(asks("a"),)))
    assert (outcome.status, outcome.severity) == (Status.SATISFIED, BLOCKING)

"""Rules that speak of every fact by itself."""

import pytest

from toets.model.document import SectionState
from toets.model.fact import Fact
from toets.model.outcome import Outcome, Status
from toets.model.rule import Rule

from .build import asks, fact, judged, pattern, rule, section

AMOUNT = pattern("amount", "bedrag", use=("requested", "cost"))
COVERED = rule(
    "MID-02",
    each=AMOUNT,
    each_none="not_applicable",
    needs=(asks("coverage", "dekking", amount="$bedrag", traceable=1),),
    partly=(asks("coverage", amount="$bedrag", deferred=0),),
    breaks=(asks("coverage", amount="$bedrag", deferred=1),),
    messages={
        "violated": "Voor {bedrag} is geen dekking aangetroffen.",
        "partial": "De dekking van {bedrag} is deels herleidbaar.",
    },
)
ONE = fact("f1", "amount", "€ 100.000", use="requested")
TWO = fact("f2", "amount", "€ 40.000", use="cost")


def cover(one: str, amount: str, *, traceable: int = 1, deferred: int = 0) -> Fact:
    return fact(one, "coverage", amount=amount, traceable=traceable, deferred=deferred)


def statuses(outcome: Outcome) -> list[Status]:
    return [item.status for item in outcome.items]


def test_all_items_met_is_satisfied() -> None:
    outcome = judged(COVERED, ONE, TWO, cover("f3", "f1"), cover("f4", "f2"))
    assert outcome.status is Status.SATISFIED
    assert statuses(outcome) == [Status.SATISFIED] * 2


def test_an_item_without_cover_makes_the_rule_partial_and_says_which() -> None:
    outcome = judged(COVERED, ONE, TWO, cover("f3", "f1"))
    assert outcome.status is Status.PARTIAL
    assert statuses(outcome) == [Status.SATISFIED, Status.VIOLATED]
    assert outcome.missing == ("dekking",)
    assert outcome.message == "Voor € 40.000 is geen dekking aangetroffen."
    assert outcome.items[1].message == outcome.message


def test_no_item_met_is_violated_and_names_them_all() -> None:
    outcome = judged(COVERED, ONE, TWO)
    assert outcome.status is Status.VIOLATED
    assert outcome.message == "Voor € 100.000 en € 40.000 is geen dekking aangetroffen."


def test_only_partial_items_are_partial() -> None:
    outcome = judged(COVERED, ONE, cover("f3", "f1", traceable=0))
    assert outcome.status is Status.PARTIAL
    assert outcome.message == "De dekking van € 100.000 is deels herleidbaar."


def test_one_broken_item_makes_the_rule_violated() -> None:
    outcome = judged(COVERED, ONE, TWO, cover("f3", "f1"), cover("f4", "f2", deferred=1))
    assert outcome.status is Status.VIOLATED
    assert statuses(outcome) == [Status.SATISFIED, Status.VIOLATED]
    assert [one.fact for one in outcome.evidence] == ["f2", "f4"]


@pytest.mark.parametrize("none", ["not_applicable", "satisfied", "violated", "undecidable"])
def test_no_items_at_all_means_what_the_rule_says(none: str) -> None:
    outcome = judged(rule(each=AMOUNT, each_none=none, needs=COVERED.arms["needs"]))
    assert outcome.status.value == none
    assert outcome.items == ()


def test_no_items_without_a_word_about_it_is_not_applicable() -> None:
    assert judged(rule(each=AMOUNT, needs=COVERED.arms["needs"])).status is Status.NOT_APPLICABLE


def test_items_stand_in_document_order() -> None:
    facts = [fact(f"f{n}", "amount", f"€ {n}", use="cost") for n in (9, 10, 11)]
    assert [item.about.quote for item in judged(COVERED, *facts).items] == ["€ 9", "€ 10", "€ 11"]


def test_a_clause_that_does_not_speak_of_the_item_counts_for_the_document() -> None:
    one = rule(each=AMOUNT, needs=(asks("estimate", "raming"),))
    assert statuses(judged(one, ONE, TWO, fact("f5", "estimate"))) == [Status.SATISFIED] * 2


def test_a_clause_about_the_item_itself_looks_at_that_item_only() -> None:
    one = rule(each=AMOUNT, needs=(asks("amount", "structureel of incidenteel", own="$bedrag", term=("one_off", "structural")),))
    outcome = judged(one, ONE, fact("f2", "amount", "€ 40.000", use="cost", term="one_off"))
    assert statuses(outcome) == [Status.VIOLATED, Status.SATISFIED]


def test_a_clause_about_the_item_itself_may_have_companions() -> None:
    lasting = asks(
        "amount", alias="a", own="$bedrag", term="structural", together=(pattern("coverage", amount="$a", term="one_off"),)
    )
    one = rule(each=AMOUNT, breaks=(lasting,))
    yearly = fact("f1", "amount", use="cost", term="structural")
    covered = fact("f3", "coverage", "uit de reserve", amount="f1", term="one_off")
    outcome = judged(one, yearly, TWO, covered)
    assert statuses(outcome) == [Status.VIOLATED, Status.SATISFIED]
    assert [each.quote for each in outcome.items[0].evidence] == ["uit de reserve"]


def test_an_item_is_named_in_its_steps() -> None:
    steps = [step for step in judged(COVERED, ONE, TWO, cover("f3", "f1")).trace if step.arm == "needs"]
    assert [(step.asked, step.held, step.facts) for step in steps] == [
        ("bij '€ 100.000': dekking", True, ("f3", "f1")),
        ("bij '€ 40.000': dekking", False, ()),
    ]


def test_items_that_are_all_excused_are_justified_and_with_a_good_one_satisfied() -> None:
    one = rule(each=AMOUNT, needs=(asks("coverage", amount="$bedrag"),), excuse=(asks("reason", of="$bedrag"),))
    excused = (ONE, fact("f6", "reason", of="f1"))
    assert judged(one, *excused).status is Status.JUSTIFIED
    assert judged(one, *excused, TWO, cover("f4", "f2")).status is Status.SATISFIED


def test_items_under_a_bare_section_are_unjustified() -> None:
    one: Rule = rule(each=AMOUNT, about=("middelen",), needs=(asks("coverage", amount="$bedrag"),))
    outcome = judged(one, ONE, TWO, sections=(section("middelen", SectionState.BARE),))
    assert outcome.status is Status.UNJUSTIFIED

"""Every status of the contract, through the judge's door."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.model.document import SectionState
from toets.model.outcome import Status, Waiver

from .build import RV_FIN, Setting, any_of, asks, fact, judged, part_of, rule, section

NEEDS_BOTH = (asks("action", "wie en wat"), asks("milestone", "wanneer"))
ACTION, MILESTONE = fact("f1", "action"), fact("f2", "milestone")


def test_all_needs_met_is_satisfied() -> None:
    outcome = judged(rule(needs=NEEDS_BOTH), ACTION, MILESTONE)
    assert outcome.status is Status.SATISFIED
    assert outcome.missing == ()
    assert [one.fact for one in outcome.evidence] == ["f1", "f2"]


def test_some_needs_met_is_partial_and_names_what_is_missing() -> None:
    outcome = judged(rule(needs=NEEDS_BOTH), ACTION)
    assert outcome.status is Status.PARTIAL
    assert outcome.missing == ("wanneer",)


def test_no_need_met_is_violated() -> None:
    outcome = judged(rule(needs=NEEDS_BOTH))
    assert outcome.status is Status.VIOLATED
    assert outcome.missing == ("wie en wat", "wanneer")


def test_enough_needs_suffice() -> None:
    assert judged(rule(needs=NEEDS_BOTH, enough=1), MILESTONE).status is Status.SATISFIED


def test_a_contradiction_is_violated_whatever_else_holds() -> None:
    outcome = judged(rule(needs=NEEDS_BOTH, breaks=(asks("vague"),)), ACTION, MILESTONE, fact("f3", "vague", "spoedig"))
    assert outcome.status is Status.VIOLATED
    assert [one.quote for one in outcome.evidence] == ["spoedig"]


def test_one_of_several_contradictions_is_enough() -> None:
    assert judged(rule(breaks=(asks("vague"), asks("ghost"))), fact("f3", "vague")).status is Status.VIOLATED


def test_a_rule_with_only_contradictions_is_satisfied_without_them() -> None:
    assert judged(rule(breaks=(asks("vague"),)), ACTION).status is Status.SATISFIED


def test_partly_replaces_the_default_of_one_need() -> None:
    one = rule(needs=(*NEEDS_BOTH, asks("evaluation", "evaluatie")), partly=(part_of("needs", 2),))
    assert judged(one, ACTION).status is Status.VIOLATED
    assert judged(one, ACTION, MILESTONE).status is Status.PARTIAL


def test_a_rule_of_contradictions_and_partly_can_be_partial() -> None:
    one = rule(breaks=(asks("hollow", at_least=4),), partly=(asks("hollow"),))
    assert judged(one).status is Status.SATISFIED
    assert judged(one, fact("f1", "hollow")).status is Status.PARTIAL
    assert judged(one, *(fact(f"f{n}", "hollow") for n in range(4))).status is Status.VIOLATED


def test_a_kind_that_the_rule_is_not_meant_for_is_not_applicable() -> None:
    outcome = judged(rule(kinds=("RV-SOC",), needs=NEEDS_BOTH), ACTION)
    assert outcome.status is Status.NOT_APPLICABLE
    assert outcome.message == "Deze regel geldt niet voor deze soort document (RV-FIN)."


def test_a_condition_that_does_not_occur_is_not_applicable() -> None:
    one = rule(when=(asks("no_cost"), asks("amount")), needs=NEEDS_BOTH)
    assert judged(one, fact("f5", "amount")).status is Status.NOT_APPLICABLE
    assert judged(one, fact("f4", "no_cost"), fact("f5", "amount")).status is Status.VIOLATED


def test_a_lookalike_makes_every_rule_not_applicable() -> None:
    setting = Setting((ACTION,), lookalike="besluitenlijst")
    outcomes = setting.judge_all(rule("TST-01", needs=NEEDS_BOTH), rule("TST-02", breaks=(asks("action"),)))
    assert [one.status for one in outcomes] == [Status.NOT_APPLICABLE] * 2
    assert outcomes[0].message == "Dit document is geen voorstel, maar is herkend als besluitenlijst."


def test_a_part_that_the_rule_requires_makes_it_undecidable() -> None:
    one = rule(requires=(asks("part", "het ontwerpbesluit", role="ontwerpbesluit"),), needs=NEEDS_BOTH)
    outcome = judged(one, ACTION, MILESTONE)
    assert outcome.status is Status.UNDECIDABLE
    assert outcome.missing == ("het ontwerpbesluit",)
    assert "het ontwerpbesluit" in outcome.message
    assert judged(one, ACTION, MILESTONE, fact("f9", "part", role="ontwerpbesluit")).status is Status.SATISFIED


def test_an_unread_section_makes_its_rule_undecidable() -> None:
    unread = section("middelen", SectionState.UNREAD)
    outcome = judged(rule(about=("middelen",), needs=NEEDS_BOTH), ACTION, MILESTONE, sections=(unread,))
    assert outcome.status is Status.UNDECIDABLE
    assert outcome.message == "Niet te beoordelen: het onderdeel 'Middelen' kon niet worden gelezen."


def test_an_excuse_is_justified() -> None:
    one = rule(needs=NEEDS_BOTH, excuse=(asks("budget_change", within=1),))
    outcome = judged(one, fact("f7", "budget_change", "past binnen de begroting", within=1))
    assert outcome.status is Status.JUSTIFIED
    assert outcome.evidence[0].quote == "past binnen de begroting"


def test_a_reasoned_section_is_justified_and_quoted() -> None:
    reasoned = section("uitvoering", SectionState.REASONED, "Niet van toepassing, want het betreft een benoeming.")
    outcome = judged(rule(about=("uitvoering",), needs=NEEDS_BOTH), sections=(reasoned,))
    assert outcome.status is Status.JUSTIFIED
    assert outcome.evidence[0].quote.endswith("benoeming.")


def test_an_excuse_comes_before_partly() -> None:
    one = rule(needs=NEEDS_BOTH, excuse=(asks("budget_change"),))
    assert judged(one, ACTION, fact("f7", "budget_change")).status is Status.JUSTIFIED


def test_a_bare_section_is_unjustified() -> None:
    bare = section("uitvoering", SectionState.BARE)
    outcome = judged(rule(about=("uitvoering",), needs=NEEDS_BOTH), sections=(bare,))
    assert outcome.status is Status.UNJUSTIFIED
    assert outcome.evidence[0].quote == "N.v.t."


def test_a_bare_section_does_not_hide_what_stands_elsewhere() -> None:
    bare = section("uitvoering", SectionState.BARE)
    one = rule(about=("uitvoering",), needs=NEEDS_BOTH)
    assert judged(one, ACTION, sections=(bare,)).status is Status.PARTIAL
    assert judged(one, ACTION, MILESTONE, sections=(bare,)).status is Status.SATISFIED


@pytest.mark.parametrize("state", [SectionState.REFERENCE, SectionState.TEMPLATE, SectionState.EMPTY, SectionState.FILLED])
def test_other_states_of_a_section_decide_nothing(state: SectionState) -> None:
    one = rule(about=("uitvoering",), needs=NEEDS_BOTH)
    assert judged(one, sections=(section("uitvoering", state),)).status is Status.VIOLATED


def test_a_section_of_the_ontwerpbesluit_does_not_count() -> None:
    elsewhere = section("uitvoering", SectionState.BARE, part=1)
    assert judged(rule(about=("uitvoering",), needs=NEEDS_BOTH), sections=(elsewhere,)).status is Status.VIOLATED


def test_a_finding_with_an_exception_is_waived() -> None:
    outcome = Setting(waivers=(Waiver("TST-01", "Afgesproken met de griffie."),)).judge(rule(needs=NEEDS_BOTH))
    assert outcome.status is Status.WAIVED
    assert not outcome.is_finding


def test_a_section_that_is_unread_beats_a_contradiction() -> None:
    unread = section("middelen", SectionState.UNREAD)
    one = rule(about=("middelen",), breaks=(asks("vague"),))
    assert judged(one, fact("f1", "vague"), sections=(unread,)).status is Status.UNDECIDABLE


@given(st.lists(st.sampled_from(["action", "milestone", "vague", "budget_change", "no_cost"]), max_size=8))
def test_every_rule_gets_one_status_and_facts_in_any_order_give_the_same(kinds: list[str]) -> None:
    facts = tuple(fact(f"f{n}", kind) for n, kind in enumerate(kinds))
    rules = (
        rule("TST-01", needs=NEEDS_BOTH, breaks=(asks("vague", at_least=2),)),
        rule("TST-02", when=(asks("no_cost"),), needs=(any_of(*NEEDS_BOTH),), excuse=(asks("budget_change"),)),
    )
    outcomes = Setting(facts).judge_all(*rules)
    assert [one.rule for one in outcomes] == ["TST-01", "TST-02"]
    assert Setting(facts).judge_all(*reversed(rules)) == outcomes


def test_the_kind_in_the_setting_is_the_one_of_the_message() -> None:
    assert RV_FIN.code in judged(rule(kinds=("CB",)), ACTION).message

"""The one advice to the griffie, and the order of outcomes."""

from toets.judge import advise
from toets.model.outcome import Advice, Status, Verdict, Waiver
from toets.model.rule import Rule, Severity, SeverityCase

from .build import Setting, asks, fact, rule

NOTHING = (asks("ghost"),)


def weighing(code: str, severity: Severity) -> Rule:
    """A rule that always gives a finding."""
    return rule(code, severity=(SeverityCase(severity),), needs=NOTHING)


def advice(*rules: Rule, setting: Setting | None = None) -> Advice:
    chosen = setting or Setting()
    return advise(chosen.judge_all(*rules), chosen.lookalike)


def test_a_blocking_finding_returns_the_document() -> None:
    rules = (weighing("B-2", Severity.BLOCKING), weighing("A-1", Severity.ATTENTION), weighing("B-1", Severity.BLOCKING))
    assert advice(*rules) == Advice(Verdict.RETURN, ("B-1", "B-2"))


def test_an_attention_finding_asks_to_complete_it() -> None:
    partly = rule("A-1", needs=(asks("a"), asks("ghost")))
    rules = (partly, weighing("A-2", Severity.ATTENTION), weighing("C-1", Severity.ADVICE))
    assert advice(*rules, setting=Setting((fact("f1", "a"),))) == Advice(Verdict.COMPLETE, ("A-2", "A-1"))


def test_without_such_findings_it_is_ready() -> None:
    assert advice(weighing("C-1", Severity.ADVICE)) == Advice(Verdict.READY, ())
    assert advice() == Advice(Verdict.READY, ())


def test_a_waived_finding_does_not_count() -> None:
    setting = Setting(waivers=(Waiver("B-1", "afgesproken"),))
    assert advice(weighing("B-1", Severity.BLOCKING), setting=setting).verdict is Verdict.READY


def test_a_lookalike_gets_no_advice() -> None:
    setting = Setting(lookalike="besluitenlijst")
    assert advice(weighing("B-1", Severity.BLOCKING), setting=setting) == Advice(Verdict.NOT_A_PROPOSAL, ())


def test_outcomes_stand_in_order_of_code() -> None:
    codes = ["VOR-01", "MID-10", "MID-02", "OPD-01"]
    outcomes = Setting().judge_all(*(weighing(code, Severity.ADVICE) for code in codes))
    assert [one.rule for one in outcomes] == sorted(codes)
    assert all(one.status is Status.VIOLATED for one in outcomes)

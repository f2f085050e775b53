"""Exceptions with a reason."""

from datetime import date, timedelta

import pytest

from toets.judge import idle_in_run, unused_waivers
from toets.model.outcome import Status, Waiver

from .build import TODAY, Setting, asks, fact, rule

NEEDS = (asks("action", "wie"),)
PLAIN = Waiver("TST-01", "Afgesproken in het presidium", by="griffier", until=date(2027, 1, 1))


def test_an_exception_is_laid_over_the_finding_and_keeps_what_it_was() -> None:
    outcome = Setting(waivers=(PLAIN,)).judge(rule(needs=NEEDS))
    assert outcome.status is Status.WAIVED
    assert outcome.waiver == PLAIN
    assert outcome.missing == ("wie",)
    assert outcome.message == "Uitzondering van griffier tot en met 1 januari 2027: Afgesproken in het presidium"
    assert outcome.trace[-1].asked.endswith("zonder uitzondering: niet voldaan")


def test_an_exception_for_another_rule_changes_nothing() -> None:
    setting = Setting(waivers=(Waiver("TST-09", "reden"),))
    assert setting.judge(rule(needs=NEEDS)) == Setting().judge(rule(needs=NEEDS))


@pytest.mark.parametrize(("days", "status"), [(-1, Status.VIOLATED), (0, Status.WAIVED), (1, Status.WAIVED)])
def test_an_exception_counts_up_to_and_including_its_last_day(days: int, status: Status) -> None:
    outcome = Setting(waivers=(Waiver("TST-01", "reden", until=TODAY + timedelta(days)),)).judge(rule(needs=NEEDS))
    assert outcome.status is status


def test_a_valid_exception_counts_beside_an_expired_one() -> None:
    expired = Waiver("TST-01", "oud", until=date(2026, 1, 1))
    outcome = Setting(waivers=(expired, PLAIN)).judge(rule(needs=NEEDS))
    assert outcome.waiver == PLAIN


def test_what_is_in_order_is_not_waived() -> None:
    outcome = Setting((fact("f1", "action"),), waivers=(PLAIN,)).judge(rule(needs=NEEDS))
    assert (outcome.status, outcome.waiver) == (Status.SATISFIED, None)


def test_a_code_may_be_written_in_small_letters() -> None:
    assert Setting(waivers=(Waiver("tst-01", "reden"),)).judge(rule(needs=NEEDS)).status is Status.WAIVED


def test_exceptions_that_did_nothing_are_told_with_the_reason() -> None:
    waivers = (
        PLAIN,
        Waiver("TST-01", "nog een"),
        Waiver("TST-02", "niet nodig"),
        Waiver("TST-03", "te oud", until=date(2026, 1, 31)),
        Waiver("TST-99", "bestaat niet"),
    )
    rules = (rule("TST-01", needs=NEEDS), rule("TST-02", breaks=NEEDS), rule("TST-03", needs=NEEDS))
    outcomes = Setting(waivers=waivers).judge_all(*rules)
    assert [(one.waiver.reason, one.because) for one in unused_waivers(waivers, outcomes, TODAY)] == [
        ("nog een", "dubbel: een andere uitzondering voor deze regel geldt al"),
        ("niet nodig", "niet nodig: de regel geeft hier geen bevinding"),
        ("te oud", "verlopen op 31 januari 2026"),
        ("bestaat niet", "regel TST-99 bestaat niet"),
    ]
    (left_out,) = unused_waivers(waivers[-1:], outcomes, TODAY, {"TST-99"})
    assert left_out.because == "regel TST-99 is niet getoetst"


def test_an_exception_of_a_run_is_idle_only_when_no_document_needed_it() -> None:
    setting = Setting(waivers=(PLAIN,))
    used = setting.judge_all(rule(needs=NEEDS))
    unused = Setting((fact("f1", "action"),), waivers=(PLAIN,)).judge_all(rule(needs=NEEDS))
    assert idle_in_run(PLAIN, [used, unused], TODAY) is None
    assert idle_in_run(PLAIN, [], TODAY) is None
    idle = idle_in_run(PLAIN, [unused, unused], TODAY)
    assert idle is not None
    assert idle.because == "niet nodig: de regel geeft hier geen bevinding"


def test_an_expired_exception_of_a_run_is_told_whatever_the_documents() -> None:
    idle = idle_in_run(Waiver("TST-01", "oud", until=date(2026, 1, 1)), [], TODAY)
    assert idle is not None
    assert idle.because == "verlopen op 1 januari 2026"

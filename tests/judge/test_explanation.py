"""The steps, the evidence and the fingerprint of an outcome."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.model.document import SectionState
from toets.model.outcome import Step

from .build import any_of, asks, fact, judged, least, other_than, part_of, pattern, rule, section


def test_the_steps_tell_why_a_rule_came_out_as_it_did() -> None:
    one = rule(
        kinds=("INHOUD",),
        when=(asks("amount", use="requested"),),
        breaks=(asks("coverage", deferred=1),),
        needs=(asks("coverage", "dekking", traceable=1), asks("year", "jaar")),
    )
    outcome = judged(one, fact("f1", "amount", use="requested"), fact("f2", "coverage", traceable=1, deferred=0))
    assert outcome.trace == (
        Step("kinds", "de regel geldt voor INHOUD; dit document is RV-FIN (er wordt een krediet gevraagd)", True),
        Step("when", "feit 'amount' met use = requested", True, ("f1",)),
        Step("breaks", "feit 'coverage' met deferred = 1", False),
        Step("needs", "dekking", True, ("f2",)),
        Step("needs", "jaar", False),
        Step("severity", "blokkerend wordt aandacht, want er is deels aan voldaan", True),
    )


def test_clauses_without_a_name_are_told_by_what_they_ask() -> None:
    needs = (
        asks("consultation", party=("social", "client"), near_date=least(1), polarity=1, quoted=0),
        asks("opgave", at_least=2, at_most=5),
        asks("long", absent=True, role=other_than("kop")),
        any_of(asks("a"), asks("b")),
        any_of(asks("a"), asks("b", "beslispunt"), asks("c"), least=2),
        part_of("needs", 2),
        asks("amount", together=(pattern("coverage", amount="$een_amount", year="$een_amount.year"),)),
    )
    assert [step.asked for step in judged(rule(needs=needs)).trace if step.arm == "needs"] == [
        "feit 'consultation' met party = social of client, near_date ≥ 1",
        "feit 'opgave', ten minste 2 keer, hoogstens 5 keer",
        "geen feit 'long' met role ≠ kop",
        "feit 'a' of feit 'b'",
        "ten minste 2 van: feit 'a'; beslispunt; feit 'c'",
        "ten minste 2 van de vereisten",
        "feit 'amount', samen met feit 'coverage' met amount verwijst naar 'een_amount', year gelijk aan year van 'een_amount'",
    ]


def test_a_section_that_decides_is_a_step() -> None:
    bare = section("uitvoering", SectionState.BARE)
    steps = judged(rule(about=("uitvoering",), needs=(asks("a"),)), sections=(bare,)).trace
    assert Step("about", "onderdeel 'Uitvoering' zegt 'n.v.t.' zonder reden", True) in steps


def test_at_most_five_places_are_shown_each_once() -> None:
    facts = [fact(f"f{n}", "vague", f"woord {n}", paragraph=n // 2) for n in range(14)]
    evidence = judged(rule(breaks=(asks("vague"),)), *facts).evidence
    assert [one.location.paragraph for one in evidence] == [0, 1, 2, 3, 4]


def test_the_same_words_are_shown_once() -> None:
    facts = [fact(f"f{n}", "vague", "zo spoedig mogelijk") for n in range(3)]
    assert len(judged(rule(breaks=(asks("vague"),)), *facts).evidence) == 1


def test_a_fingerprint_survives_moving_and_capitals_but_not_other_words() -> None:
    one = rule(breaks=(asks("vague"),))
    here = judged(one, fact("f1", "vague", "Zo spoedig  mogelijk", paragraph=3))
    there = judged(one, fact("f7", "vague", "zo spoedig mogelijk", paragraph=40))
    other = judged(one, fact("f1", "vague", "te zijner tijd", paragraph=3))
    assert here.fingerprint == there.fingerprint != other.fingerprint
    assert len(here.fingerprint) == 16


@pytest.mark.parametrize(
    "words",
    [
        "2. Het krediet (€ 40.000) dekken we later",
        "• Het krediet, € 40.000, dekken wé later.",
        "b) Het krediet: “€ 40.000” dekken we later",
    ],
)
def test_a_fingerprint_is_of_words_not_of_numbering_and_punctuation(words: str) -> None:
    one = rule(breaks=(asks("vague"),))
    plain = judged(one, fact("f1", "vague", "Het krediet € 40.000 dekken we later"))
    assert judged(one, fact("f1", "vague", words)).fingerprint == plain.fingerprint
    assert judged(one, fact("f1", "vague", words.replace("40", "45"))).fingerprint != plain.fingerprint


def test_a_fingerprint_knows_its_rule_and_what_is_missing() -> None:
    needs = (asks("a", "wie"), asks("b", "wanneer"), asks("c", "wat"))
    found = fact("f1", "c")
    prints = {
        judged(rule("TST-01", needs=needs), found).fingerprint,
        judged(rule("TST-02", needs=needs), found).fingerprint,
        judged(rule("TST-01", needs=needs[1:]), found).fingerprint,
    }
    assert len(prints) == 3


@given(st.permutations(["a", "b", "c", "d", "e", "f", "g"]))
def test_a_fingerprint_does_not_depend_on_the_order_of_the_text(words: list[str]) -> None:
    facts = [fact(f"f{n}", "vague", word) for n, word in enumerate(words)]
    in_order = [fact(f"f{n}", "vague", word) for n, word in enumerate("abcdefg")]
    one = rule(breaks=(asks("vague"),))
    assert judged(one, *facts).fingerprint == judged(one, *in_order).fingerprint

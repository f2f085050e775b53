"""What an outcome says in Dutch."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.judge.messages import Material, euros, fill, shorten
from toets.model.outcome import Status

from .build import asks, fact, judged, pattern, rule

AMOUNT = fact("f1", "amount", "een krediet van € 1.250.000", cents=125_000_000, day=date(2026, 3, 12).toordinal(), object="")
BREAKS = (asks("amount", alias="bedrag"),)


def said(template: str) -> str:
    """The message of a rule that an amount breaks."""
    needs = (asks("coverage", "dekking"), asks("year", "jaar"), asks("object", "doel"))
    return judged(rule(breaks=BREAKS, needs=needs, messages={"violated": template}), AMOUNT).message


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("Ontbreekt: {missing}.", "Ontbreekt: dekking, jaar en doel."),
        ("{n} keer gevonden.", "1 keer gevonden."),
        ("Er staat '{quote}'.", "Er staat 'een krediet van € 1.250.000'."),
        ("Bij {bedrag} staat geen jaar.", "Bij een krediet van € 1.250.000 staat geen jaar."),
        ("Het gaat om {bedrag.cents} op {bedrag.day}.", "Het gaat om € 1.250.000 op 12 maart 2026."),
        ("{missing} niet aangetroffen.", "Dekking, jaar en doel niet aangetroffen."),
        ("Voor {bedrag.object} is geen bedrag genoemd.", "Voor dit is geen bedrag genoemd."),
        ("Geen dekking aangetroffen (voor {bedrag.object}).", "Geen dekking aangetroffen."),
        ("Geen dekking aangetroffen. Het gaat om {bedrag.object}.", "Geen dekking aangetroffen."),
        ("Er staat '{onbekend}'.", "Er staat dit."),
    ],
)
def test_placeholders_are_filled_or_left_out_gracefully(template: str, message: str) -> None:
    assert said(template) == message


def test_a_finding_without_its_own_text_takes_that_of_violated() -> None:
    one = rule(needs=(asks("a", "wie"), asks("b", "wanneer")), messages={"violated": "Niet aangetroffen is {missing}."})
    assert judged(one, fact("f1", "a")).message == "Niet aangetroffen is wanneer."


def test_a_status_without_any_text_gets_a_general_one() -> None:
    one = rule(needs=(asks("a", "wie"), asks("b")), messages={})
    assert judged(one).message == "Hieraan is niet voldaan. Niet aangetroffen: wie."
    assert judged(one, fact("f1", "a")).message == "Hieraan is deels voldaan."
    assert judged(one, fact("f1", "a"), fact("f2", "b")).message == "In orde."


def test_a_text_for_a_finding_is_not_said_of_what_is_in_order() -> None:
    assert judged(rule(needs=(asks("a"),), messages={"violated": "Niet goed."}), fact("f1", "a")).message == "In orde."


def test_a_condition_that_does_not_occur_is_told_in_the_words_of_the_rule() -> None:
    one = rule(when=(asks("a"),), messages={"not_applicable": "Er worden geen kosten genoemd."})
    assert judged(one).message == "Er worden geen kosten genoemd."


def test_many_items_are_not_all_written_out() -> None:
    one = rule(
        each=pattern("amount", "bedrag"),
        needs=(asks("coverage", amount="$bedrag"),),
        messages={"violated": "Geen dekking: {bedrag}."},
    )
    outcome = judged(one, *(fact(f"f{n}", "amount", f"€ {n}") for n in range(1, 7)))
    assert outcome.message == "Geen dekking: € 1, € 2, € 3 en 3 andere."


def test_every_value_has_quotation_marks_of_its_own() -> None:
    one = rule(breaks=(asks("word", alias="woord"),), messages={"violated": "Er staat «{woord}»."})
    outcome = judged(one, *(fact(f"f{n}", "word", f"woord {n}") for n in range(1, 5)))
    assert outcome.message == "Er staat «woord 1», «woord 2», «woord 3» en 1 andere."


def test_the_fields_in_one_sentence_are_of_one_fact() -> None:
    one = rule(breaks=(asks("pair", alias="paar"),), messages={"violated": "Hier {paar.left_word}, daar {paar.right_word}."})
    pairs = (
        fact("f1", "pair", left_word="a", right_word=""),
        fact("f2", "pair", left_word="b", right_word="c"),
        fact("f3", "pair", left_word="d", right_word="e"),
    )
    assert judged(one, *pairs).message == "Hier b, daar c."


def test_fields_that_are_sentences_stand_behind_each_other() -> None:
    one = rule(breaks=(asks("law", alias="wet"),), messages={"violated": "Verouderd. {wet.says}"})
    laws = (fact(f"f{n}", "law", says=says) for n, says in enumerate(("De A heet nu B.", "De A heet nu B.", "De C is weg.", "")))
    assert judged(one, *laws).message == "Verouderd. De A heet nu B. De C is weg."


def test_long_quotes_are_shortened_at_a_word() -> None:
    text = "De raad wordt gevraagd om het krediet beschikbaar te stellen voor de herinrichting van het Marktplein en omgeving."
    assert shorten(text, length=40) == "De raad wordt gevraagd om het krediet …"


@pytest.mark.parametrize(
    ("cents", "words"),
    [(0, "€ 0"), (125_000_000, "€ 1.250.000"), (1750, "€ 17,50"), (-100_000, "€ -1.000"), (99, "€ 0,99")],
)
def test_amounts_are_written_the_dutch_way(cents: int, words: str) -> None:
    assert euros(cents) == words


@given(st.text(), st.integers(min_value=10, max_value=80))
def test_a_shortened_text_is_never_too_long(text: str, length: int) -> None:
    assert len(shorten(text, length=length)) <= length + 2


@given(st.text(alphabet="ab {}().!?'A", max_size=60))
def test_filling_never_leaves_a_placeholder_or_fails(template: str) -> None:
    assert "{a}" not in fill(template, Material())


def test_the_occasion_of_a_rule_is_quoted_when_there_is_nothing_else() -> None:
    one = rule(when=(asks("no_cost"),), needs=(asks("reason"),), messages={"violated": "Er staat '{quote}', zonder reden."})
    outcome = judged(one, fact("f1", "no_cost", "Geen financiële gevolgen."))
    assert outcome.status is Status.VIOLATED
    assert outcome.message == "Er staat 'Geen financiële gevolgen', zonder reden."
    assert [proof.fact for proof in outcome.evidence] == ["f1"]
    assert outcome.occasion
    assert not judged(rule(breaks=(asks("no_cost"),)), fact("f1", "no_cost", "Geen kosten.")).occasion


def test_the_fact_a_rule_speaks_of_goes_by_every_name_it_has() -> None:
    one = rule(
        each=pattern("amount", "bedrag"),
        needs=(asks("amount", alias="a", own="$bedrag", term="one_off"),),
        messages={"violated": "{bedrag}, {each} en {a}: zonder termijn."},
    )
    assert judged(one, fact("f1", "amount", "€ 5")).message == "€ 5, € 5 en € 5: zonder termijn."


def test_the_remedy_is_filled_in_too() -> None:
    one = rule(when=(asks("amount", alias="bedrag"),), needs=(asks("year"),), repair="Noem bij {bedrag} het jaar.")
    assert judged(one, fact("f1", "amount", "€ 5")).repair == "Noem bij € 5 het jaar."

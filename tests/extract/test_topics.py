"""Topics become facts: guards, polarity, and evidence beside the phrase."""

from __future__ import annotations

from pathlib import Path

import pytest

from toets.extract import extract
from toets.model.fact import Fact
from toets.model.vocabulary import Vocabulary
from toets.readers import read_bytes
from toets.rulesets import load, vocabulary_of
from toets.structure import understand
from toets.text import Language

Words = tuple[Vocabulary, Language]

FACTS = """
[[fact]]
name = "heard"
says = "Iemand is gehoord."
[fact.fields]
who = ["council", "residents"]
moment = "flag"
"""
WORDS = """
[[topic]]
name = "gehoord"
fact = "heard"
gives = { who = "council" }
phrases = ["adviesraad ... geadviseerd", { text = "bewoners ... ~meedenken", sets = { who = "residents" } }]
unless = ["adviesraad van de bank", { list = "van_elders" }]
roles = ["participatie"]
[[topic.near]]
sets = { moment = 1 }
reach = "adjacent"
slots = ["datum"]
[phrases]
van_elders = ["in buurgemeenten"]
"""
SHIPPED = Path(__file__).parents[2] / "rules"


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    folder = tmp_path_factory.mktemp("eigen")
    for name, text in (("feiten", FACTS), ("vocabulaire", WORDS)):
        (folder / name).mkdir()
        (folder / name / "gehoord.toml").write_text(text, encoding="utf-8")
    vocabulary = vocabulary_of(load([("toets", SHIPPED), ("eigen", folder)]))
    return vocabulary, Language(vocabulary)


def heard(words: Words, text: str, heading: str = "Participatie") -> list[Fact]:
    source = read_bytes(f"# Raadsvoorstel\n\n## {heading}\n{text}\n".encode(), "voorstel.md")
    vocabulary, language = words
    return [fact for fact in extract(understand(source, vocabulary), vocabulary, language).facts if fact.kind == "heard"]


def test_a_phrase_gives_its_fact_with_quote_and_place(words: Words) -> None:
    (fact,) = heard(words, "De adviesraad heeft positief geadviseerd.")
    assert (fact.fields["who"], fact.fields["polarity"], fact.fields["role"]) == ("council", 1, "participatie")
    assert fact.quote == "De adviesraad heeft positief geadviseerd."
    assert fact.location.start == 3


def test_a_phrase_may_set_a_field_of_its_own(words: Words) -> None:
    (fact,) = heard(words, "Veertig bewoners dachten mee.")
    assert fact.fields["who"] == "residents"


def test_a_denial_turns_the_polarity(words: Words) -> None:
    (fact,) = heard(words, "De adviesraad heeft niet geadviseerd.")
    assert fact.fields["polarity"] == 0


def test_a_guard_cancels_the_hit(words: Words) -> None:
    assert heard(words, "De adviesraad van de bank heeft geadviseerd.") == []


def test_a_list_that_a_guard_names_cancels_the_hit(words: Words) -> None:
    assert heard(words, "In buurgemeenten heeft de adviesraad geadviseerd.") == []


def test_a_topic_counts_only_in_its_sections(words: Words) -> None:
    assert heard(words, "De adviesraad heeft geadviseerd.", heading="Financiën") == []


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("De adviesraad heeft op 3 maart 2026 geadviseerd.", 1),
        ("De adviesraad heeft geadviseerd. Dat was op 3 maart 2026.", 1),
        ("De adviesraad heeft geadviseerd.", 0),
    ],
)
def test_evidence_beside_the_phrase_fills_a_field(words: Words, text: str, moment: int) -> None:
    assert heard(words, text)[0].fields["moment"] == moment


def test_the_neighbourhood_counts_two_here_and_one_beside(words: Words) -> None:
    here, beside = (
        heard(words, text)[0].fields["near_amount"]
        for text in ("De adviesraad heeft geadviseerd over € 400.", "De adviesraad heeft geadviseerd. Het gaat om € 400.")
    )
    assert (here, beside) == (2, 1)

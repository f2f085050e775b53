"""The language of a run: all phrases of a vocabulary, found in one pass."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from toets.model.document import Span
from toets.model.vocabulary import (
    Act,
    Competence,
    Element,
    Gap,
    Near,
    Phrase,
    Slot,
    StaleReference,
    Term,
    Topic,
    Vocabulary,
    Words,
)
from toets.text import Language, phrase_index, without_variants
from toets.text.phrases import find

from .phrase_build import PHRASES, RANGES, SENTENCES, spans_at, words


def named(name: str, *elements: Element) -> Phrase:
    return Phrase(id=name, text="", variants=(tuple(elements),))


def language(*phrases: Phrase) -> Language:
    return Language(Vocabulary(phrases={"lijst": phrases}))


def found(speaker: Language, *texts: str) -> list[list[tuple[str, str]]]:
    return [[(hit.phrase, hit.text) for hit in hits] for hits in speaker.hits(texts, [()] * len(texts))]


def test_every_text_gets_its_own_hits() -> None:
    speaker = language(named("laste", words("ten"), words("laste"), words("van")), named("raad", words("raad")))
    assert found(speaker, "Ten laste van de raad.", "", "de raad; de raad", "niets") == [
        [("laste", "Ten laste van"), ("raad", "raad")],
        [],
        [("raad", "raad"), ("raad", "raad")],
        [],
    ]


def test_a_phrase_never_runs_on_into_the_next_text() -> None:
    speaker = language(named("p", words("ten"), Gap(6), words("laste")))
    assert found(speaker, "ten", "laste") == [[], []]


def test_phrases_are_found_wherever_the_vocabulary_has_them() -> None:
    def one(name: str) -> tuple[Phrase, ...]:
        return (named(name, words(name)),)

    near = Near(sets={}, reach="sentence", phrases=one("nabij"))
    topic = Topic(name="t", fact="f", gives={}, phrases=one("onderwerp"), unless=one("tenzij"), near=(near,))
    stale = StaleReference(law="WOB", articles=(), since=date(2022, 5, 1), says="", origin="", words=one("oud"))
    competence = Competence(object="o", acts=(), owner="raad", law="GW", article="147", words=one("voorwerp"))
    act = Act(code="a", phrases=one("handeling"))
    vocabulary = Vocabulary(
        topics=(topic,), stale=(stale,), competences=(competence,), acts=(act,), phrases={"lijst": one("lijst")}
    )
    names = ["onderwerp", "tenzij", "nabij", "oud", "voorwerp", "handeling", "lijst"]
    (hits,) = Language(vocabulary).hits([" ".join(names)], [()])
    assert [hit.phrase for hit in hits] == names


def test_phrases_with_the_same_words_are_each_found() -> None:
    assert found(language(named("a", words("raad")), named("b", words("raad"))), "raad") == [[("a", "raad"), ("b", "raad")]]


def test_phrases_without_a_literal_word_are_found() -> None:
    speaker = language(
        named("visie", Words(ends=("visie",))),
        named("splitst", Words(split=(("stelt", "vast"),))),
        named("span", Slot("datum")),
    )
    text = "De centrumvisie stelt de raad op 3 mei vast."
    date_span = Span("datum", text.index("3"), text.index("3") + 5, "3 mei", 0)
    (hits,) = speaker.hits([text], [(date_span,)])
    assert {hit.phrase: hit.text for hit in hits} == {
        "visie": "centrumvisie",
        "splitst": "stelt de raad op 3 mei vast",
        "span": "3 mei",
    }


def test_a_word_far_behind_a_long_span_leads_back_to_it() -> None:
    speaker = language(named("p", Slot("reserve"), Gap(2), words("vrijvalt")))
    text = "Nu de reserve Dekking van de kapitaallasten sociaal domein dit jaar vrijvalt."
    reserve = Span("reserve", 6, text.index(" dit jaar"), "", 0)
    (hits,) = speaker.hits([text], [(reserve,)])
    assert [hit.text for hit in hits] == [text[6:-1]]


def test_an_empty_vocabulary_and_an_empty_document_have_no_hits() -> None:
    assert found(language(), "De raad besluit.") == [[]]
    assert found(language(named("raad", words("raad")))) == []


def test_spacy_is_loaded_for_phrases_only() -> None:
    program = (
        "import sys; from toets.model.vocabulary import Vocabulary; from toets.text import Language; "
        "speaker = Language(Vocabulary()); speaker.sentences('De raad.'); speaker.spans('3 mei 2025'); "
        "print('spacy' in sys.modules); speaker.hits(['De raad.'], [()]); print('spacy' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True"]


def test_a_language_answers_the_same_when_asked_again() -> None:
    speaker = language(named("raad", words("raad")))
    first = found(speaker, "de raad", "nieuw woord")
    assert [found(speaker, "de raad", "nieuw woord") for _ in range(3)] == [first] * 3


@given(st.lists(PHRASES, max_size=6), st.lists(st.tuples(SENTENCES, RANGES), max_size=4))
def test_one_pass_finds_what_looking_for_each_phrase_finds(
    phrases: list[Phrase], documents: list[tuple[list[str], list[tuple[str, int, int]]]]
) -> None:
    numbered = [Phrase(id=f"p{number}", text="", variants=each.variants) for number, each in enumerate(phrases)]
    texts = [" ".join(said) for said, _ in documents]
    spans = [spans_at(text, ranges) for text, (_, ranges) in zip(texts, documents, strict=True)]
    expected = [{hit for each in numbered for hit in find(each, text, those)} for text, those in zip(texts, spans, strict=True)]
    hits = language(*numbered).hits(texts, spans)
    assert [set(those) for those in hits] == expected
    assert all(list(those) == sorted(those, key=lambda hit: (hit.start, hit.end, hit.phrase)) for those in hits)


def test_spans_come_from_the_names_of_the_vocabulary() -> None:
    speaker = Language(Vocabulary(terms=(Term(slot="orgaan", code="raad", forms=("gemeenteraad",)),)))
    text = "De gemeenteraad geeft op 3 mei 2025 € 5.000."
    assert [(span.kind, span.text) for span in speaker.spans(text)] == [
        ("orgaan", "gemeenteraad"),
        ("datum", "3 mei 2025"),
        ("bedrag", "€ 5.000"),
    ]


def test_polarity_quotation_and_sentences_are_asked_of_the_language() -> None:
    speaker = language()
    text = "De adviesraad is niet geraadpleegd. De motie 'Groen' wel."
    assert speaker.negated(text, 3, 13)
    assert speaker.quoted(text, text.index("Groen"), text.index("Groen") + 5)
    assert [text[start:end] for start, end in speaker.sentences(text)] == text.replace(". ", ".\n").split("\n")
    assert [token.lower for token in speaker.tokens("De raad.")] == ["de", "raad"]


def test_with_an_index_the_phrases_need_no_variants_of_their_own() -> None:
    laste, raad = named("laste", words("ten"), words("laste"), words("van")), named("raad", words("raad"))
    whole = Vocabulary(phrases={"lijst": (laste,)}, topics=(Topic("raad", "feit", {}, (raad,), unless=(laste,)),))
    light = without_variants(whole)
    assert not any(phrase.variants for phrase in (*light.phrases["lijst"], *light.topics[0].phrases, *light.topics[0].unless))
    texts = ("Ten laste van de raad.", "ten laste; raad")
    assert found(Language(light, phrase_index(whole)), *texts) == found(Language(whole), *texts)


def test_the_spans_of_a_text_are_kept_until_they_are_forgotten() -> None:
    speaker = language()
    once = speaker.spans("Op 3 mei 2025 is € 5.000 betaald.")
    assert speaker.spans("Op 3 mei 2025 is € 5.000 betaald.") is once
    speaker.forget()
    assert speaker.spans("Op 3 mei 2025 is € 5.000 betaald.") == once

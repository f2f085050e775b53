"""Phrases matched over tokens and spans, beside two oracles that know nothing of the matcher."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hypothesis import assume, given

from toets.model.document import Span
from toets.model.vocabulary import Element, Gap, Phrase, Shaped, Slot, Words
from toets.text.phrases import SPLIT_REACH, find, match_at, tokenized

from .phrase_build import PHRASES, RANGES, SENTENCES, VARIANTS, VERBS, phrase, spans_at, words


def span(kind: str, text: str, part: str) -> Span:
    start = text.index(part)
    return Span(kind, start, start + len(part), part, 0)


def texts(found: Phrase, text: str, *spans: Span) -> list[str]:
    return [hit.text for hit in find(found, text, spans)]


def test_words_match_in_their_order_without_regard_to_capitals_and_punctuation() -> None:
    ten_laste = phrase([words("ten"), words("laste"), words("van")])
    assert texts(ten_laste, "Dit komt, TEN LASTE VAN de reserve.") == ["TEN LASTE VAN"]
    assert texts(ten_laste, "ten laste, van") == ["ten laste, van"]
    assert texts(ten_laste, "ten van laste") == []


def test_a_gap_is_as_short_as_it_can_be_and_never_too_long() -> None:
    budget = phrase([words("krediet"), Gap(3), words("raad")])
    assert texts(budget, "krediet voor de raad en de raad") == ["krediet voor de raad"]
    assert texts(budget, "krediet a b c raad") == ["krediet a b c raad"]
    assert texts(budget, "krediet a b c d raad") == []


def test_a_hit_tells_which_words_its_gaps_passed_over() -> None:
    text = "krediet voor de raad"
    (hit,) = find(phrase([words("krediet"), Gap(3), words("raad")]), text)
    assert [text[start:end] for start, end in hit.gaps] == ["voor de"]


def test_a_slot_is_a_span_of_its_kind() -> None:
    text = "Het krediet van € 1.250.000,- is op."
    wanted = phrase([words("krediet"), words("van"), Slot("bedrag")])
    assert texts(wanted, text, span("bedrag", text, "€ 1.250.000,-")) == ["krediet van € 1.250.000"]
    assert texts(wanted, text, span("datum", text, "€ 1.250.000,-")) == []
    assert texts(wanted, text) == []


def test_a_phrase_may_be_a_slot_only() -> None:
    text = "Op 3 mei 2025 en 4 mei 2025."
    spans = (span("datum", text, "3 mei 2025"), span("datum", text, "4 mei 2025"))
    assert texts(phrase([Slot("datum")]), text, *spans) == ["3 mei 2025", "4 mei 2025"]


def test_a_verb_is_one_word_of_that_form() -> None:
    did = phrase([words("raad"), words("heeft"), Gap(4), Shaped("voltooid")])
    assert texts(did, "De raad heeft in 2024 het plan vastgesteld.") == ["raad heeft in 2024 het plan vastgesteld"]
    assert texts(did, "De raad heeft geen bezwaar.") == []
    assert texts(phrase([words("wij"), Shaped("werkwoord")]), "Wij bouwen, wij en wij") == ["Wij bouwen"]
    assert texts(phrase([words("te"), Shaped("infinitief")]), "te bouwen, te groot") == ["te bouwen"]


def test_a_bare_number_is_a_word_that_begins_with_a_digit() -> None:
    change = phrase([words("wijziging"), Shaped("nummer")])

    assert texts(change, "wijziging 3, wijziging 2026-014, wijziging drie") == ["wijziging 3", "wijziging 2026-014"]
    assert texts(phrase([Shaped("nummer"), words("wijziging")]), "de 2e wijziging, de wijziging") == ["2e wijziging"]


def test_of_two_spans_at_one_place_the_longest_counts_if_the_rest_fits() -> None:
    text = "de reserve Vitaal Centrum vrij"
    long, short = span("reserve", text, "reserve Vitaal Centrum"), span("reserve", text, "reserve Vitaal")
    assert texts(phrase([Slot("reserve")]), text, short, long) == ["reserve Vitaal Centrum"]
    assert texts(phrase([Slot("reserve"), words("centrum")]), text, short, long) == ["reserve Vitaal Centrum"]


def test_the_noun_behind_a_number_may_be_named_apart() -> None:
    text = "Er komen veertien grote woningen bij."
    counted = Span("getal", 9, 32, "veertien grote woningen", 14, {"unit": "woningen"})
    assert texts(phrase([Slot("getal"), words("woningen")]), text, counted) == ["veertien grote woningen"]
    assert texts(phrase([Slot("getal"), words("bij")]), text, counted) == ["veertien grote woningen bij"]
    assert texts(phrase([Slot("getal"), words("bomen")]), text, counted) == []


def test_beginnings_and_endings_match_any_word() -> None:
    assert texts(phrase([Words(ends=("visie",))]), "De centrumvisie en de visie, geen visies.") == ["centrumvisie", "visie"]
    assert texts(phrase([Words(starts=("wijkteam",))]), "Het wijkteam en de wijkteams.") == ["wijkteam", "wijkteams"]


def test_a_split_verb_reaches_its_second_part() -> None:
    text = "De raad stelt de verordening vast."
    (hit,) = find(phrase([Words(forms=frozenset({"vaststelt"}), split=(("stelt", "vast"),))]), text)
    assert hit.text == "stelt de verordening vast"
    assert [text[start:end] for start, end in hit.gaps] == ["de verordening"]


def test_a_preposition_or_the_particle_of_another_verb_is_no_second_part() -> None:
    verb = phrase([Words(split=(("stelt", "bij"), ("stelt", "vast")))])
    assert texts(verb, "Zij stelt het plan bij.") == ["stelt het plan bij"]
    assert texts(verb, "Zij stelt het plan bij als dat nodig is.") == ["stelt het plan bij"]
    assert texts(verb, "Zij stelt een vraag bij de balie.") == []
    assert texts(verb, "Zij stelt voor het plan vast te leggen.") == []


def test_words_may_follow_the_first_part_of_a_split_verb() -> None:
    verb = Words(split=(("stelt", "vast"),))
    assert texts(phrase([verb, Gap(2), words("verordening")]), "stelt de verordening van de raad vast") == [
        "stelt de verordening van de raad vast"
    ]
    assert texts(phrase([verb]), "vast stelt de raad") == []
    assert texts(phrase([verb]), "stelt " + "de " * SPLIT_REACH + "vast") == []


def test_the_longest_variant_counts_and_hits_do_not_overlap() -> None:
    raad = phrase([words("de"), words("raad")], [words("de"), words("raad"), words("besluit")])
    assert texts(raad, "de raad besluit, de raad") == ["de raad besluit", "de raad"]
    assert texts(phrase([words("a"), words("a")]), "a a a a a") == ["a a", "a a"]


def test_many_gaps_in_a_long_passage_take_no_time() -> None:
    element: list[Element] = []
    for _ in range(12):
        element += [words("a"), Gap(12)]
    assert texts(phrase([*element, words("b")]), "a " * 400) == []


def as_regex(variant: Sequence[Element]) -> str:
    """A variant without slots as a regular expression over the words, each with a space after it."""
    parts: list[str] = []
    for element in variant:
        if isinstance(element, Gap):
            parts.append(rf"(?:\S+ ){{0,{element.most}}}?")
        elif isinstance(element, Shaped):
            parts.append(VERBS[element.form] + " ")
        elif isinstance(element, Words):
            options = [re.escape(form) + " " for form in sorted(element.forms)]
            options += [re.escape(start) + r"\S* " for start in element.starts]
            options += [r"\S*" + re.escape(end) + " " for end in element.ends]
            options += [rf"{first} (?=(?:\S+ ){{0,{SPLIT_REACH - 1}}}{second} )" for first, second in element.split]
            parts.append("(?:" + "|".join(options) + ")")
    return "".join(parts)


@given(VARIANTS.filter(lambda variant: not any(isinstance(element, Slot) for element in variant)), SENTENCES)
def test_a_variant_matches_where_its_regular_expression_does(variant: tuple[Element, ...], said: list[str]) -> None:
    line = tokenized(" ".join(said))
    for start in range(len(said)):
        rest = " ".join(said[start:]) + " "
        expected = re.match(as_regex(variant), rest)
        found = match_at(variant, line, start)
        assert (found is not None) == (expected is not None and expected.end() > 0)
        if found and expected and not any(isinstance(element, Words) and element.split for element in variant):
            assert found[1] - start == expected[0].count(" ")


def ends(variant: Sequence[Element], said: Sequence[str], spans: Sequence[tuple[str, int, int]], place: int) -> Iterator[int]:
    """Every way to match, by trying everything: where the words end, in order of preference."""
    if not variant:
        yield place
        return
    element, *rest = variant
    if isinstance(element, Gap):
        for skipped in range(element.most + 1):
            if place + skipped <= len(said):
                yield from ends(rest, said, spans, place + skipped)
    elif isinstance(element, Slot):
        sizes = {min(size, len(said) - first) for kind, first, size in spans if kind == element.kind and first == place}
        for size in sorted(sizes, reverse=True):
            if size > 0:
                yield from ends(rest, said, spans, place + size)
    elif isinstance(element, Shaped):
        if said[place : place + 1] == [VERBS[element.form]]:
            yield from ends(rest, said, spans, place + 1)
    elif place < len(said):
        word, later = said[place], said[place + 1 :]
        plain = word in element.forms or any(map(word.startswith, element.starts)) or any(map(word.endswith, element.ends))
        if plain or any(word == first and second in later for first, second in element.split):
            yield from ends(rest, said, spans, place + 1)


@given(VARIANTS, SENTENCES, RANGES)
def test_a_variant_with_slots_ends_where_trying_everything_ends(
    variant: tuple[Element, ...], said: list[str], ranges: list[tuple[str, int, int]]
) -> None:
    assume(not any(isinstance(element, Words) and element.split for element in variant))
    text = " ".join(said)
    line = tokenized(text, spans_at(text, ranges))
    for start in range(len(said)):
        expected = next(ends(variant, said, ranges, start), None)
        found = match_at(variant, line, start)
        assert (found and found[1]) == (expected if expected != start else None)


@given(PHRASES, SENTENCES, RANGES)
def test_hits_are_in_order_apart_and_hold_their_gaps(wanted: Phrase, said: list[str], ranges: list[tuple[str, int, int]]) -> None:
    text = " ".join(said)
    hits = find(wanted, text, spans_at(text, ranges))
    assert all(hit.text == text[hit.start : hit.end] and hit.text for hit in hits)
    assert all(hit.end <= following.start for hit, following in pairwise(hits))
    assert all(hit.start <= start < end <= hit.end for hit in hits for start, end in hit.gaps)

"""The phrase grammar: what an author writes and what it is matched by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.errors import RuleSetError
from toets.model.vocabulary import SHAPES, Element, Gap, Phrase, Shaped, Slot, Words
from toets.rulesets import WordForms, parse_phrase, read_phrase
from toets.rulesets.phrases import MOST_VARIANTS
from toets.text.tokens import tokens

Reading = tuple[str, ...]


def forms(word: str) -> WordForms:
    return WordForms(frozenset({word, word + "t"}), ((word + "s", "op"),), (("op", "te", word),))


def parsed(text: str) -> Phrase:
    return parse_phrase(text, id="proef/1", forms=forms)


def readings(phrase: Phrase) -> set[Reading]:
    """Every way to read a phrase, as words that say what each element asks for."""
    return {reading for variant in phrase.variants for reading in product(*map(_ways, variant))}


def _ways(element: Element) -> list[str]:
    if isinstance(element, Gap):
        return [f"...{element.most}"]
    if isinstance(element, Slot):
        return [f"<{element.kind}>"]
    if isinstance(element, Shaped):
        return [f"<{element.form}>"]
    split = [f"{first}…{second}" for first, second in element.split]
    return [*element.forms, *(f"{start}*" for start in element.starts), *(f"*{end}" for end in element.ends), *split]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ten laste van", {"ten laste van"}),
        ("Ten Láste van!", {"ten láste van"}),
        ("raad/college", {"raad college"}),
        ("niet-openbare foto’s", {"niet-openbare foto's"}),
        ("n.v.t. en art. 147", {"n.v.t en art 147"}),
        ("100 % van", {"100 % van"}),
        ("(de|het|uw) raad", {"de raad", "het raad", "uw raad"}),
        ("(heel|) klein", {"heel klein", "klein"}),
        ("(ten laste van|uit) de reserve", {"ten laste van de reserve", "uit de reserve"}),
        ("de ((jonge|oude) man|vrouw) komt", {"de jonge man komt", "de oude man komt", "de vrouw komt"}),
        ("geen ... bezwaar", {"geen ...6 bezwaar"}),
        ("geen …12 bezwaar", {"geen ...12 bezwaar"}),
        ("geen ... ...3 bezwaar", {"geen ...9 bezwaar"}),
        ("van <bedrag> voor", {"van <bedrag> voor"}),
        ("uw raad ... (<voltooid>|kreeg)", {"uw raad ...6 <voltooid>", "uw raad ...6 kreeg"}),
        ("(wij|we) <werkwoord>", {"wij <werkwoord>", "we <werkwoord>"}),
        ("te <infinitief>", {"te <infinitief>"}),
        ("een *visie of wijkteam*", {"een *visie of wijkteam*"}),
        ("(programma|meerjaren|)begroting", {"programmabegroting", "meerjarenbegroting", "begroting"}),
        ("(tam-|)omgevingsplan", {"tam-omgevingsplan", "omgevingsplan"}),
        ("(multifunctionele sport|sport)hal", {"multifunctionele sporthal", "sporthal"}),
        ("dak- en thuislozen", {"dak en thuislozen"}),
        ("(tegen|) ... de raad", {"tegen ...6 de raad", "de raad"}),
        ("~leg voor", {"leg voor", "legt voor", "legs…op voor", "op te leg voor"}),
    ],
)
def test_a_phrase_is_read_as(text: str, expected: set[str]) -> None:
    assert {" ".join(reading) for reading in readings(parsed(text))} == expected


def test_single_word_alternatives_cost_no_variants() -> None:
    assert len(parsed("(de|het|uw|onze) (raad|commissie|) (besluit|stemt)").variants) == 2


def test_what_an_author_said_about_a_phrase_is_kept() -> None:
    phrase = parse_phrase("de raad", id="x/3", forms=forms, means="de raad", origin="Gemeentewet", sets={"named": 1})

    assert (phrase.id, phrase.text, phrase.means, phrase.origin, phrase.sets) == (
        "x/3",
        "de raad",
        "de raad",
        "Gemeentewet",
        {"named": 1},
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is leeg"),
        (" , . ", "is leeg"),
        ("()", "is leeg"),
        ("(a|)", "kan leeg zijn"),
        ("(de raad", 'haakje "(" wordt niet gesloten'),
        ("de raad)", 'haakje ")" zonder "("'),
        ("de | het", "buiten haakjes"),
        ("van <bedraag>", 'onbekend vak "<bedraag>"; bedoelde u "bedrag"?'),
        ("van <bedrag", '"<" wordt niet gesloten'),
        ("is <voltoid>", 'onbekend vak "<voltoid>"; bedoelde u "voltooid"?'),
        ("<voltooid>", "schrijf er een woord bij"),
        ("<werkwoord> ... <voltooid>", "schrijf er een woord bij"),
        ("(wij|) <werkwoord>", "schrijf er een woord bij"),
        ("... de raad", "aan het begin of het eind"),
        ("de raad ...", "aan het begin of het eind"),
        ("a ...0 b", "niet mogelijk"),
        ("a ...99 b", "niet mogelijk"),
        ("de ~ raad", '"~" staat los'),
        ("de * raad", '"*" staat los'),
        ("wijk(team|agent)*", '"*" staat los'),
        ("het gr*en dak", '"*" staat midden in een woord; zet het voor of achter een woord: *visie of wijkteam*'),
        ("a*b*", '"*" staat midden in een woord'),
        ("*visie*", "niet aan beide kanten"),
        ("dak*(tuin|terras)", '"*" staat midden in een woord'),
        ("(dak|gevel)*tuin", '"*" staat midden in een woord'),
        ("het gr~oen dak", '"~" staat midden in een woord; zet het voor het woord: ~vaststellen'),
        ("~wijk*", '"~" en "*" gaan niet samen'),
        ("[raad]", "heeft geen betekenis"),
        ("(((((((a)))))))", "diep"),
        ("x" * 2000, "tekens lang"),
        (" ".join(["(a b|c d)"] * 9), f"meer dan {MOST_VARIANTS}"),
    ],
)
def test_a_mistake_in_a_phrase_is_explained(text: str, problem: str) -> None:
    phrase, problems = read_phrase(text, id="proef/1", forms=forms)

    assert phrase is None
    assert any(problem in found for found in problems), problems


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(RuleSetError) as caught:
        parsed("de | <bedraag> [raad]")

    assert len(caught.value.problems) == 4


# The same grammar the other way round: from a tree to its text and, naively, to everything it can say.

Tree = tuple[str, Sequence[Any]]
WORD = st.sampled_from(["raad", "het", "college", "besluit", "van"])


def _node(kind: str, parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Tree]:
    return parts.map(lambda found: (kind, found))


LEAF = st.one_of(
    _node("word", st.tuples(WORD)),
    _node("any form", st.tuples(WORD)),
    _node("start", st.tuples(WORD)),
    _node("end", st.tuples(WORD)),
    _node("slot", st.tuples(st.sampled_from(["bedrag", "datum", *SHAPES]))),
    _node("gap", st.tuples(st.sampled_from([6, 12]))),
    _node("compound", st.tuples(st.lists(st.sampled_from(["", "rijks", "wijk-"]), min_size=1, max_size=3), WORD)),
)
TREE = st.recursive(
    LEAF,
    lambda inner: _node("either", st.lists(st.lists(inner, max_size=2), min_size=1, max_size=3)),
    max_leaves=5,
)


def _text(tree: Tree) -> str:
    kind, parts = tree
    if kind == "either":
        return "(" + "|".join(" ".join(_text(one) for one in option) for option in parts) + ")"
    if kind == "compound":
        return f"({'|'.join(parts[0])}){parts[1]}"
    pattern = {"word": "{}", "any form": "~{}", "start": "{}*", "end": "*{}", "slot": "<{}>", "gap": "...{}"}[kind]
    return pattern.format(*parts)


def _naive(tree: Tree) -> Iterator[Reading]:
    kind, parts = tree
    if kind == "either":
        for option in parts:
            yield from _in_order(option)
    elif kind == "compound":
        yield from ((before + str(parts[1]),) for before in parts[0])
    elif kind == "any form":
        word = forms(str(parts[0]))
        yield from ((form,) for form in word.forms)
        yield from ((f"{first}…{second}",) for first, second in word.split)
        yield from word.apart
    else:
        yield (_text(tree),)


def _in_order(trees: Sequence[Tree]) -> Iterator[Reading]:
    for choice in product(*(list(_naive(tree)) for tree in trees)):
        yield tuple(word for part in choice for word in part)


def _without_loose_gaps(reading: Reading) -> Reading:
    """Gaps that meet are one, and at an edge there is nothing to leave open."""
    found: list[str] = []
    for word in reading:
        if word.startswith("...") and found and found[-1].startswith("..."):
            word = f"...{int(word[3:]) + int(found.pop()[3:])}"
        found.append(word)
    while found and found[0].startswith("..."):
        found.pop(0)
    while found and found[-1].startswith("..."):
        found.pop()
    return tuple(found)


@given(st.lists(TREE, min_size=1, max_size=4))
def test_a_phrase_says_what_its_readings_say(trees: list[Tree]) -> None:
    text = " ".join(_text(tree) for tree in trees)
    expected = {_without_loose_gaps(reading) for reading in _in_order(trees)}

    phrase, problems = read_phrase(text, id="proef/1", forms=forms)

    if phrase is None:
        at_edge = trees[0][0] == "gap" or trees[-1][0] == "gap"
        anchored = all(any(not _is_open(word) for word in reading) for reading in expected)
        assert not anchored or at_edge or re.search(f"meer dan ({MOST_VARIANTS}|6 diep)", problems[0])
    else:
        assert readings(phrase) == expected
        assert all(any(isinstance(element, (Words, Slot)) for element in variant) for variant in phrase.variants)


def _is_open(word: str) -> bool:
    """Whether it stands for any word, or any verb: by itself it says nothing."""
    return word.startswith("...") or word.strip("<>") in SHAPES


@given(st.lists(TREE, min_size=1, max_size=4))
def test_no_variant_starts_or_ends_with_a_gap(trees: list[Tree]) -> None:
    phrase, _ = read_phrase(" ".join(_text(tree) for tree in trees), id="proef/1", forms=forms)

    for variant in phrase.variants if phrase else ():
        assert not isinstance(variant[0], Gap)
        assert not isinstance(variant[-1], Gap)


SIGNS = st.sampled_from([*"()|~*<>[]{}….-'’/&% ", "...", "<bedrag>", "~raad", "e\u0301", "ĳ", "_"])


@given(st.lists(st.one_of(SIGNS, st.text(max_size=4)), max_size=25).map("".join))
def test_any_text_gives_a_phrase_or_problems(text: str) -> None:
    phrase, problems = read_phrase(text, id="proef/1", forms=forms)

    assert (phrase is None) == bool(problems)
    if phrase is not None:
        assert phrase.variants
        assert all(isinstance(words, Words) or words for variant in phrase.variants for words in variant)


@given(st.one_of(st.text(alphabet="abCD ez", max_size=20), st.text(alphabet="ab1 -/&'’.,:€%", max_size=20)))
def test_a_phrase_has_the_words_that_the_same_text_has(text: str) -> None:
    phrase, _ = read_phrase(text.replace("...", "."), id="proef/1", forms=forms)
    words = tuple(token.lower for token in tokens(text.replace("...", ".")))

    assert (readings(phrase) if phrase else {()}) == {words}


@given(st.text(max_size=40))
def test_reading_a_phrase_twice_gives_the_same(text: str) -> None:
    assert read_phrase(text, id="a/1", forms=forms) == read_phrase(text, id="a/1", forms=forms)

"""What the clauses of a decision point do, and how they hang together."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.extract.deeds import Deed, Stretch, deed_at, deeds_of
from toets.text.tokens import word_set

POINTS = tomllib.loads(Path(__file__).with_name("deeds.toml").read_text(encoding="utf-8"))["point"]
WORDS = word_set(
    """de het een nota verordening krediet € 40.000 vast te stellen in trekken en alsmede om waarbij die dat mits indien is
    wordt voor van tot , ; . : ( ) a) vaststelling beschikbaar college op dragen verhogen ten behoeve laten treden"""
)


def row(text: str, deed: Deed) -> str:
    """A deed as the bank writes it."""
    return " | ".join((deed.role, deed.verb, deed.object.of(text), deed.complement.of(text))).strip(" |")


def places(text: str, words: list[str]) -> list[int]:
    return [found.start() for word in words for found in re.finditer(rf"\b{word}\b", text)]


@pytest.mark.parametrize("point", [pytest.param(point, id=point["text"][:50]) for point in POINTS])
def test_a_point_holds_the_deeds_that_a_reader_finds(point: dict[str, Any]) -> None:
    text = point["text"]
    found = deeds_of(text, places(text, point.get("nouns", [])), places(text, point.get("known", [])))
    assert [row(text, deed) for deed in found] == point["deeds"]


def sound(text: str, deeds: tuple[Deed, ...]) -> bool:
    """Whether clauses are in order and apart, every stretch lies in the text, and nobody hangs on a deed that is not there."""
    stretches = [part for deed in deeds for part in (Stretch(deed.start, deed.end), deed.said, deed.object, deed.complement)]
    return (
        all(0 <= part.start <= part.end <= len(text) for part in stretches)
        and all(one.end <= other.start for one, other in pairwise(deeds))
        and all(deed.start <= deed.said.start < deed.said.end <= deed.end for deed in deeds)
        and all(-1 <= deed.under < len(deeds) and deed.under != at for at, deed in enumerate(deeds))
    )


@given(st.text())
def test_any_text_gives_an_answer(text: str) -> None:
    assert sound(text, deeds_of(text, range(len(text)), range(len(text))))


@given(st.lists(st.sampled_from(sorted(WORDS)), max_size=25), st.booleans())
def test_clauses_lie_apart_and_in_order(words: list[str], told: bool) -> None:
    text = " ".join(words)
    found = deeds_of(text, places(text, ["vaststelling"]) if told else (), places(text, ["verhogen", "stellen"]) if told else ())
    assert sound(text, found)
    assert all(deed.under == -1 for deed in found if deed.alone)


@given(st.lists(st.sampled_from(sorted(WORDS)), max_size=25))
def test_a_deed_is_found_at_its_verb(words: list[str]) -> None:
    text = " ".join(words)
    found = deeds_of(text)
    assert [deed_at(found, deed.said.start) for deed in found] == list(found)

"""Tokens, and the normal form of headings and labels."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.text import normal
from toets.text.tokens import normal_form, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De raad, het college; en B&W.", ["de", "raad", "het", "college", "en", "b&w"]),
        ("raad/college en/of t/m", ["raad", "college", "en", "of", "t/m"]),
        ("'s-Gravenhage, Q3, n.v.t. en o.g.", ["'s-gravenhage", "q3", "n.v.t", "en", "o.g"]),
        ("foto’s zo'n ’t", ["foto's", "zo'n", "'t"]),
        ("niet-openbaar 2e-lijns raads- en", ["niet-openbaar", "2e-lijns", "raads", "en"]),
        ("€ 1.250.000,- en 5%", ["€", "1.250.000", "en", "5", "%"]),
        ("art.169 lid 1a, 16.15a", ["art", "169", "lid", "1a", "16.15a"]),
        ("‘Groen’ “en” 'grijs'", ["groen", "en", "grijs"]),
        ("fi\u00adnan\u00adcie\u0308n ____ — …", ["financiën"]),
        ("zaaknr.\u00a0Z/24/123456", ["zaaknr", "z", "24", "123456"]),
        ("Eén van de twee, één keer", ["één", "van", "de", "twee", "één", "keer"]),
        ("Kerkstraat–Markt niet\u2011openbaar", ["kerkstraat", "markt", "niet-openbaar"]),
    ],
)
def test_tokens_are_the_words_of_a_text(text: str, expected: list[str]) -> None:
    assert [token.lower for token in tokens(text)] == expected


@given(st.text(max_size=60))
def test_tokens_lie_in_the_text_in_order_and_are_never_empty(text: str) -> None:
    found = tokens(text)
    assert all(token.text == text[token.start : token.end] and token.lower for token in found)
    assert all(token.end <= following.start for token, following in pairwise(found))


@given(st.text(alphabet="abcéëïABÉ'’-. &1", max_size=30))
def test_composed_and_decomposed_letters_give_the_same_words(text: str) -> None:
    plain, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert [token.lower for token in tokens(plain)] == [token.lower for token in tokens(apart)]


@given(st.text(max_size=20))
def test_the_normal_form_of_a_token_is_stable(text: str) -> None:
    assert all(normal_form(token.lower) == token.lower for token in tokens(text))


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("2.1 Beslispunt(en):", "beslispunten"),
        ("b e s l u i t :", "besluit"),
        ("E E R H U G O W A A R D", "eerhugowaard"),
        ("h e t  c o l l e g e", "het college"),
        ("1 Probleemstelling", "probleemstelling"),
        ("a. Aanleiding:", "aanleiding"),
        ("IV. Financiën", "financien"),
        ("2026 en verder", "2026 en verder"),
        ("10 jaar beleid", "10 jaar beleid"),
        ("2e fase", "2e fase"),
        ("Inleiding/aanleiding", "inleiding aanleiding"),
        ("Risico’s", "risicos"),
        ("Burgemeester & wethouders", "burgemeester en wethouders"),
        ("B&W-vergadering", "b&w vergadering"),
        ("  WAT MAG HET\u00a0KOSTEN ?  ", "wat mag het kosten"),
        ("1.1.2. Vóór de start", "voor de start"),
        ("3)Advies", "advies"),
        ("", ""),
    ],
)
def test_headings_lose_what_differs_between_houses(heading: str, expected: str) -> None:
    assert normal(heading) == expected


@given(st.text(max_size=40))
def test_the_normal_form_of_a_heading_has_no_capitals_and_single_spaces(text: str) -> None:
    found = normal(text)
    assert found == " ".join(found.lower().split())

"""What counts as somebody else's words: the stretch between [brackets]."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.text.quotation import quotations, quoted

QUOTED = (
    "De bewoners zeggen: “Wij zijn niet [gehoord].”",
    "De bewoners zeggen: 'Wij zijn [niet gehoord]'.",
    'De motie "[Zo spoedig mogelijk] een zwembad" is aangenomen.',
    "De motie ‘[Zo spoedig mogelijk] foto’s’ is aangenomen.",
    "In de nota «[Sociaal] domein» staat het.",
    "Volgens „de [raad]“ is het zo.",
    "gelezen het [voorstel van het college] d.d. 12 maart;",
    "De raad van Zandwoude, gelezen het [voorstel] van het college, gelet op artikel 147 van de Gemeentewet;",
    "gezien het [advies van de adviesraad];",
    "Gezien het [advies] van de commissie Ruimte van 3 mei 2025, nr. 12, gehoord de griffier;",
    "2. gelezen de [brief] van 3 mei;",
    "De wijk ('[sociaal] en groen') is klaar.",
)

OWN_WORDS = (
    "De [raad] besluit.",
    "In 's-Gravenhage is de [raad] het 's avonds eens.",
    "De foto's van de [raad] en de auto's.",
    "In '24 en '25 heeft de [raad] besloten, zo’n honderd keer.",
    'De motie "Groen" is door de [raad] aangenomen.',
    "De ‘participatieladder’ is met de [adviesraad] besproken, de ‘trap’ ook.",
    "Wij hebben gelezen dat de [raad] dit wil.",
    "Gezien het positieve advies van de [adviesraad] is het plan aangepast.",
    "Gezien de hoge [kosten] stellen wij een lager bedrag voor.",
    "gelezen het voorstel van het college; gelet op [artikel 147];",
    "gelezen het voorstel van het college, gelet op [artikel 147] van de Gemeentewet;",
    "gelezen het voorstel; besluit: de [verordening] vast te stellen.",
    "De lengte is 5' en de [raad] besluit.",
    'Een losse " voor de [raad].',
    "Een losse 'opening voor de [raad].",
    'De [motie "Groen"] is aangenomen.',
)


def _parts(marked: str) -> tuple[str, int, int]:
    start = marked.index("[")
    end = marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), start, end


@pytest.mark.parametrize("marked", QUOTED)
def test_is_quoted(marked: str) -> None:
    assert quoted(*_parts(marked))


@pytest.mark.parametrize("marked", OWN_WORDS)
def test_is_not_quoted(marked: str) -> None:
    assert not quoted(*_parts(marked))


@given(st.text(alphabet="'‘’\"“”„«» ab.s\n", max_size=60))
def test_quotations_lie_inside_the_text(text: str) -> None:
    assert all(0 < start <= end <= len(text) for start, end in quotations(text))


@given(st.text(alphabet="abc .,\n", max_size=60), st.integers(0, 60), st.integers(1, 60))
def test_without_marks_nothing_is_quoted(text: str, start: int, length: int) -> None:
    assert not quoted(text, start, start + length)

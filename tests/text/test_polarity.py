"""What is denied in a sentence: the stretch between [brackets]; words between {braces} inside it are not its own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.text.polarity import negated

DENIED = (
    "De [adviesraad] is niet geraadpleegd.",
    "De [adviesraad sociaal domein] is over dit voorstel niet geraadpleegd.",
    "De adviesraad is niet [geraadpleegd].",
    "Er is geen [overleg gevoerd met de adviesraad].",
    "Er is geen overleg gevoerd met de [cliëntenraad].",
    "Met de [adviesraad] is geen overleg gevoerd.",
    "[Participatie] heeft niet plaatsgevonden.",
    "Participatie heeft nog niet [plaatsgevonden].",
    "[Participatie] is nog niet aan de orde.",
    "Een [planning] ontbreekt.",
    "In het voorstel ontbreekt een [planning].",
    "Zonder [dekking] kan de raad het budget niet autoriseren.",
    "Het plan is vastgesteld zonder [overleg met de adviesraad].",
    "Zonder dat de [adviesraad is geraadpleegd] is het plan vastgesteld.",
    "Het voorstel noemt 1 juli in plaats van [zo spoedig mogelijk].",
    "Niet: [te zijner tijd].",
    "De [cliëntenraad] is evenmin betrokken.",
    "Er is nooit [overleg gevoerd].",
    "Noch de raad noch de [cliëntenraad] is gehoord.",
    "Er is geen overleg noch [afstemming] geweest.",
    "De adviesraad is geraadpleegd, maar de [cliëntenraad] niet.",
    "Er is overleg gevoerd met de adviesraad, maar niet met de [cliëntenraad].",
    "De adviesraad is gehoord en de [cliëntenraad] is niet betrokken.",
    "Er is niet met de raad en niet met het [college] gesproken.",
    "[Alternatieven] zijn er niet.",
    "[Risico's] zijn er geen.",
    "[Personeel]: geen.",
    "[Participatie]: niet van toepassing.",
    "[Communicatie]: n.v.t.",
    "[Participatie] | nee | toelichting",
    "[Cliëntenraad] | niet geraadpleegd | Adviesraad | geraadpleegd",
    "Van [staatssteun] is volgens onze adviseurs geen sprake omdat beide partijen meedoen.",
    "Het college stelt de verordening niet [vast].",
    "Het college [stelt {de verordening niet }vast].",
    "[Overleg {zonder }de adviesraad] was er wel.",
    "De [cliëntenraad] is niet bij het voorstel betrokken.",
    "Over [het voorstel] is niet gesproken met bewoners.",
    "Wij zien af van [participatie].",
    "Van [participatie] is afgezien.",
    "Als de raad niet [instemt], wordt de subsidie verleend.",
    "Er is nauwelijks [overleg] geweest.",
    "De [rijksbijdrage] is nog niet toegezegd.",
    "Alle partijen zijn gehoord, met uitzondering van de [cliëntenraad].",
    "Overleg met bewoners is achterwege [gebleven].",
    "De kosten zijn hoog. De [dekking] is niet geregeld. Er is een plan.",
    "Dit is niet de [raad], maar het college.",
    "Niemand heeft [bezwaar] gemaakt.",
    "Dat geldt zolang de [lening] niet is afgelost.",
    "Indien de [adviesraad] niet instemt, gaat het niet door.",
    "Het college verstrekt de inrichting in plaats van de [lening].",
)

AFFIRMED = (
    "De [adviesraad] is geraadpleegd.",
    "Niet alleen de [adviesraad] maar ook de cliëntenraad is gehoord.",
    "Niet alleen de adviesraad maar ook de [cliëntenraad] is gehoord.",
    "Er wordt geen besluit genomen zonder [advies van de adviesraad].",
    "Dat gaat niet zonder [instemming van de raad].",
    "Dat betekent niet dat er geen [overleg] is geweest.",
    "De adviesraad is niet geraadpleegd, omdat het [college] eerder overleg voerde.",
    "Er zijn geen wijzigingen; de [adviesraad] is geraadpleegd.",
    "De [adviesraad] is geraadpleegd, maar de cliëntenraad niet.",
    "Niet de raad maar het [college] besluit.",
    "Er zijn geen risico's en er is [dekking].",
    "Zonder dekking kan de [raad] hierover besluiten.",
    "Zonder overleg met de adviesraad is het [plan vastgesteld].",
    "De [adviesraad] heeft geen bezwaar tegen het voorstel.",
    "De adviesraad heeft geen bezwaar tegen het [voorstel].",
    "Het [overleg] heeft niet tot wijzigingen geleid.",
    "De [adviesraad is geraadpleegd] en heeft niet gereageerd.",
    "De [kosten] zijn niet hoog.",
    "De [bijdrage] is niet meer dan € 50.000.",
    "De uitvoering start niet eerder dan [1 mei 2026].",
    "Het college is bevoegd, al dan niet [in mandaat], te besluiten.",
    "Het plan is [niet van toepassing] op de wijk.",
    "De adviesraad (niet de cliëntenraad) is [geraadpleegd].",
    "In plaats van de gemeente is de [provincie] aan zet.",
    "De raad stemt zonder voorbehoud in met het [krediet].",
    "De niet-subsidiabele kosten komen [ten laste van] de reserve.",
    "Nu het college niet besluit, is de [raad] bevoegd.",
    "Indien de subsidie niet wordt verleend, dan komt het [tekort] ten laste van de reserve.",
    "Het plan, dat niet is gewijzigd, is met de [adviesraad] besproken.",
    "De kosten zijn niet gedekt. De [adviesraad] is geraadpleegd.",
    "De [adviesraad] | geen bezwaar | 12 maart",
    "Adviesraad | niet geraadpleegd | Cliëntenraad | [geraadpleegd]",
    "[Kosten]: geen structurele lasten, wel eenmalige.",
    "Afgezien van de [kosten] is er steun.",
    "Er is niet gewacht – de [raad] is meteen geïnformeerd.",
    "Dat is zonder meer een [risico].",
    "De [dorpsraad] te antwoorden dat het pad niet wordt verhard.",
    "De inrichting wordt om niet [verstrekt].",
    "Wethouders lopen een [risico], en dat moet je niet willen.",
    "Er ontbreekt kennis, het [risico] ligt bij ons.",
    "Faillissement | klein | verlies van de [lening] | geen",
    "Bij een hogere [rente] kan niet iedereen betalen.",
    "Er is geen overeenstemming: de [raad] heeft een ander bedrag genoemd.",
    "Zo blijkt hoe het wel en niet [moet].",
)


def _parts(marked: str) -> tuple[str, int, int, list[tuple[int, int]]]:
    """The sentence without its marks, where the stretch is, and where its gaps are."""
    text, marks = "", {}
    for piece in re.split(r"([\[\]{}])", marked):
        if piece and piece in "[]{}":
            marks[piece] = len(text)
        else:
            text += piece
    gaps = [(marks["{"], marks["}"])] if "{" in marks else []
    return text, marks["["], marks["]"], gaps


@pytest.mark.parametrize("marked", DENIED)
def test_is_denied(marked: str) -> None:
    assert negated(*_parts(marked))


@pytest.mark.parametrize("marked", AFFIRMED)
def test_is_not_denied(marked: str) -> None:
    assert not negated(*_parts(marked))


WORDS = ("de", "raad", "is", "gehoord", "over", "het", "plan", "en", "heeft", "krediet", "verleend", ",", "maar", ";", "omdat")


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25), st.data())
def test_without_a_denying_word_nothing_is_denied(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, len(text)))
    assert not negated(text, start, end)


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_text_has_an_answer(text: str, start: int, length: int) -> None:
    assert negated(text, start, start + length) in (True, False)

"""Where sentences end: in every text the sentences are divided by " ‖ "."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.text.sentences import sentences

DIVIDED = (
    "De raad besluit. ‖ Het college voert uit.",
    "Het kost € 2,5 mln. ‖ Dit volgt later.",
    "Het kost 2,5 mln. euro, dat is veel.",
    "Aan B&W. ‖ De raad besluit.",
    "Zie art. 160 lid 1 Gemeentewet. ‖ Daarna verder.",
    "Het besluit d.d. 12 maart met nr. 3 is bekend.",
    "Dit geldt o.a. De Meent, m.b.t. Het Plein en i.v.m. Corona.",
    "Van 1 t/m 3 mei. ‖ Daarna n.v.t. ‖ Verder niets.",
    "Een krediet van € 1.250.000,-. ‖ Daarna volgt meer.",
    "Namens J.P. de Vries en A.Th. van der Berg. ‖ Einde.",
    "Ook Drs. Kanters, mr. P. Smit en mevr. De Boer spraken.",
    "Portefeuillehouder is wethouder R. Kanters. ‖ Hij tekent.",
    "Op 12 maart a.s. ‖ De rest volgt.",
    "De raad kiest optie B. ‖ Het college volgt.",
    "Wij besluiten: ‖ 1. De nota vast te stellen; ‖ 2. Het krediet te verlenen. ‖ 3. De begroting te wijzigen.",
    "1. De nota ‖ 2. Het krediet",
    "Dat staat in beslispunt 2. ‖ Het college voert uit.",
    "1. Zie ook beslispunt 2. ‖ Het college voert uit.",
    "Het gaat om: ‖ a. geld; ‖ b. tijd; ‖ c. mensen.",
    "De gevolgen zijn: hogere kosten; minder tijd; meer werk.",
    "Artikel 1. Begripsbepalingen",
    "Ad 1. Rechtszekerheid en maatwerk gaan samen. ‖ Dat is zo.",
    "2.1. Dekking van de kosten",
    "Hij zei: “Nee.” ‖ Daarna vertrok hij.",
    '"Nee." zei hij. ‖ Dat was het.',
    "(Zie bijlage 2.) ‖ Verder niets.",
    "Dit duurt… ‖ Daarna niet meer.",
    "Dit duurt ... nog even.",
    "Waarom nu? ‖ Omdat het moet! ‖ En dan verder.",
    "Wat mag het kosten? dat is de vraag.",
    "In 2025. ‖ 100 woningen zijn klaar.",
    "Op 1 jan. 2025 en 3 mrt. 2026 is het klaar. ‖ € 500 resteert.",
    "Het kost ca. € 3.000 incl. btw, max. 5 jaar. ‖ Meer niet.",
    "Met Heijmans B.V. ‖ Daarna volgt de bouw.",
    "'s Avonds is het stil. ‖ 's-Gravenhage slaapt. ‖ 't Is klaar.",
    "Dat is vastgesteld.1 ‖ De raad weet het. ‖ Ook dit.[12] ‖ Einde.",
    "De raad besluit.‖De burgemeester tekent.",
    "Zie www.gemeente.nl of info@gemeente.nl. ‖ Daar staat het.",
    "Eerste regel\n‖tweede regel",
    "€ 3,1 mln (excl. btw) enz. ‖ De rest volgt.",
    "Scholen, winkels, e.d. ‖ Ook kerken. ‖ Enzovoort.",
    "Geldig t.b.v. 3 scholen en z.s.m. ‖ Daarna klaar.",
    "Stb. 2020, 12 is van kracht. ‖ Verder niets.",
    "Zie art. 1. ‖ Daar staat het.",
    'Zij noemt het "groen." "',
    "Het artikel (5.1.2.) geldt. ‖ Dat is zo.",
)


@pytest.mark.parametrize("divided", DIVIDED)
def test_sentences_end_where_a_reader_ends_them(divided: str) -> None:
    text = divided.replace(" ‖ ", " ").replace("‖", "")
    expected = [sentence.strip() for sentence in divided.split("‖")]
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_white_space_has_no_sentences() -> None:
    assert sentences(" \n \u00a0\n") == ()


TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.sampled_from(
            [
                "De raad",
                "nr.",
                "1.",
                "2.",
                "a.",
                "b)",
                "mln.",
                "art. 3",
                ".",
                "?",
                "…",
                "\n",
                " ",
                "B&W",
                ": ",
                "; ",
                '."',
                "J.P.",
            ]
        )
    ).map("".join),
)


@given(TEXTS)
def test_every_visible_character_is_in_exactly_one_sentence(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
    assert all(start < end and text[start:end] == text[start:end].strip() for start, end in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))


@given(TEXTS)
def test_a_new_line_always_ends_a_sentence(text: str) -> None:
    assert all("\n" not in text[start:end] for start, end in sentences(text))

"""A section says how far it is filled, and help text never counts as content."""

from __future__ import annotations

import pytest

from toets.model.document import Block, BlockKind, Location, SectionState, Unread

from .build import PROSE, bold, item, para, read, section, styled, table

STATES = {
    PROSE: "filled",
    "Omgevingswet.": "filled",
    "n.v.t.": "bare",
    "N.v.t": "bare",
    "-": "bare",
    "Geen.": "bare",
    "Niet van toepassing.": "bare",
    "nihil": "bare",
    "Er zijn geen financiële gevolgen.": "bare",
    "Dit voorstel heeft geen financiële consequenties.": "bare",
    "N.v.t., omdat het om een technische wijziging gaat.": "reasoned",
    "Niet van toepassing: het gaat om een technische wijziging.": "reasoned",
    "Niet van toepassing. Formele inspraak is bij beleidsregels niet voorgeschreven; cliënten zijn gehoord.": "reasoned",
    "Geen. Het beheer wordt uitbesteed aan de corporatie.": "reasoned",
    "Niets. De bibliotheek blijft in het zelfde gebouw en verandert haar aanbod niet.": "reasoned",
    "Er zijn er geen. Het gaat om een technische wijziging van de verordening.": "reasoned",
    "Voor dit besluit niet aan de orde.": "bare",
    "Dit is bij deze wijziging niet van toepassing.": "bare",
    "Niet nodig bij dit soort aanvragen.": "bare",
    "Voor dit besluit niet aan de orde. De raad koos de locatie in 2024 al.": "reasoned",
    "Bij deze technische wijziging niet van toepassing, omdat er voor bewoners niets verandert.": "reasoned",
    "Op dit moment is dat voor het besluit niet nodig: de bewoners spraken zich in mei uit.": "reasoned",
    "Niet nodig: dat staat in de nota.": "reasoned",
    "Voor zover bij ons bekend geen.": "bare",
    "Voor zover wij nu kunnen nagaan niet van toepassing. De inrichting is een detail.": "bare",
    "Naar verwachting geen. De brug wordt met dezelfde ploeg bediend, zodat er geen mensen bij komen of weggaan.": "reasoned",
    "Inwoners lezen het besluit op de website. Verder niet aan de orde.": "bare",
    "Geen huis-aan-huisbrief. Wel een bord bij de brug en een bericht in de dorpskrant.": "filled",
    "Geen folder. De dorpskrant schrijft erover.": "reasoned",
    "Voor de buurt niet leuk. Wij spreken daarom in mei met de bewoners.": "filled",
    "Benoem per beslispunt de argumenten. Nummer deze (1.1, 1.2).": "template",
    "Geef aan wanneer en hoe wordt geëvalueerd. Indien n.v.t. verwijderen.": "template",
    "Niet van toepassing. Na vaststelling volgt publicatie in het Gemeenteblad.": "bare",
    "Er zijn geen financiële gevolgen, want de kosten worden gedekt uit het bestaande budget.": "reasoned",
    "Zie bijlage 2.": "reference",
    "zie hierboven": "reference",
    "Kortheidshalve wordt daarnaar verwezen.": "reference",
    "Voor de financiële gevolgen wordt verwezen naar de begroting. Zie ook bijlage 3.": "reference",
    "zie boven. Verder wordt vrijkomend asfalt waar mogelijk hergebruikt en teerhoudend asfalt afgevoerd.": "filled",
    "Klik of tik om tekst in te voeren.": "template",
    "[naam portefeuillehouder]": "template",
    "Kies een item.": "template",
    "XXXX": "template",
    "Verwijder hulpteksten uit het advies": "template",
    "……………………": "template",
}


@pytest.mark.parametrize("text", STATES)
def test_a_section_has_a_state_by_its_words(text: str) -> None:
    document = read(styled("Inleiding"), PROSE, styled("Communicatie"), text)
    assert section(document, "Communicatie").state == STATES[text]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Geen brug bouwen. Het college raadt dat af.", "filled"),
        ("Geen keuze maken is onverstandig, omdat het contract in mei afloopt.", "filled"),
        ("Geen alternatieven.", "bare"),
        ("Geen, want de wet schrijft het besluit voor.", "reasoned"),
    ],
)
def test_an_alternative_that_opens_with_geen_is_one(text: str, state: str) -> None:
    document = read(styled("Inleiding"), PROSE, styled("Alternatieven"), text)
    assert section(document, "Alternatieven").state == state


def test_the_unit_of_a_table_is_no_section_of_its_own() -> None:
    amounts = table((("Post", "Bedrag"), ("Sloop", "40")))
    document = read(styled("Inleiding"), PROSE, styled("Financiën"), styled("Bedragen x € 1.000"), amounts)
    assert section(document, "Financiën").state == "filled"


def test_a_section_without_text_is_empty() -> None:
    document = read(styled("Inleiding"), PROSE, styled("Communicatie"), styled("Vervolg"), PROSE)
    found = section(document, "Communicatie")
    assert (found.state, found.words) == (SectionState.EMPTY, 0)


def test_a_section_with_only_an_image_is_unread() -> None:
    unread = (Unread("afbeelding met tekst", Location(paragraph=2)),)
    document = read(styled("Inleiding"), PROSE, styled("Planning"), styled("Vervolg"), PROSE, unread=unread)
    assert section(document, "Planning").state is SectionState.UNREAD
    assert section(document, "Vervolg").state is SectionState.FILLED


def test_a_section_is_filled_when_one_below_it_is() -> None:
    document = read(
        styled("Argumenten"), styled("1.1 Het is nodig", 2), PROSE, styled("Kanttekeningen"), styled("1.1 Geen", 2), "n.v.t."
    )
    assert section(document, "Argumenten").state is SectionState.FILLED
    assert section(document, "Kanttekeningen").state is SectionState.BARE


@pytest.mark.parametrize(
    ("names", "state"), [(("Trillingen", "Grondwater"), "filled"), (("Trillingen",), "empty"), ((), "empty")]
)
def test_a_heading_without_text_leads_those_without_a_known_name_behind_it(names: tuple[str, ...], state: str) -> None:
    led = [block for name in names for block in (bold(name), para(PROSE))]
    document = read(bold("Inleiding"), PROSE, bold("Communicatie"), *led, bold("Kanttekeningen"), PROSE)
    assert section(document, "Communicatie").state == state


def test_a_table_fills_a_section() -> None:
    document = read(styled("Planning"), table([("Stap", "Wanneer"), ("Gunning", "16 februari 2026")]), styled("Vervolg"), PROSE)
    found = section(document, "Planning")
    assert (found.state, found.words) == (SectionState.FILLED, 6)


def test_unfilled_fields_do_not_count_as_words() -> None:
    field = Block(0, BlockKind.PARAGRAPH, "Het bedrag is Klik hier.", unfilled=((14, 24),))
    document = read(styled("Financiën"), field, "De dekking is [bedrag] euro uit de reserve.", styled("Vervolg"), PROSE)
    assert section(document, "Financiën").words == 3 + 7


def test_help_text_between_content_is_marked_where_it_stands() -> None:
    text = f"{PROSE} Beschrijf hier de dekking van het bedrag."
    document = read(styled("Financiën"), text, styled("Vervolg"), PROSE)
    found = section(document, "Financiën")
    start, end = found.blocks[0].unfilled[0]
    assert text[start:end] == "Beschrijf hier de dekking van het bedrag."
    assert found.state is SectionState.FILLED


def test_a_list_is_content() -> None:
    document = read(
        styled("Kanttekeningen"), item("De markt kan tegenvallen."), para("Dat is al eens gebeurd."), styled("Vervolg"), PROSE
    )
    assert section(document, "Kanttekeningen").words == 9

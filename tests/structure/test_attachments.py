"""Attachments are found in the list, in the head and in the text."""

from __future__ import annotations

import pytest

from toets.model.document import Attachment, Block

from .build import PROSE, bold, item, note, para, read, styled, table

LISTS: dict[str, list[Block | str]] = {
    "list": [item("Kaart van de wijk", "1."), item("Reactienota participatie", "2.")],
    "list that goes on from an earlier one": [item("Kaart van de wijk", "6."), item("Reactienota participatie", "7.")],
    "bullets": [item("Kaart van de wijk"), item("Reactienota participatie")],
    "plain lines": ["Kaart van de wijk", "Reactienota participatie"],
    "typed numbers": ["1. Kaart van de wijk", "2. Reactienota participatie"],
    "the word bijlage": ["Bijlage 1: Kaart van de wijk", "Bijlage 2: Reactienota participatie"],
    "one paragraph": ["1. Kaart van de wijk 2. Reactienota participatie"],
    "bare numbers in a line": ["1 Kaart van de wijk. 2 Reactienota participatie."],
    "numbers behind the titles": ["Kaart van de wijk (bijlage 1) en Reactienota participatie (bijlage 2)."],
    "line breaks": ["1. Kaart van de wijk\n2. Reactienota participatie"],
    "table": [table([["1", "Kaart van de wijk"], ["2", "Reactienota participatie"]])],
    "table whose head says where the title stands": [
        table(
            [
                [bold("Nr."), bold("Naam"), bold("Openbaar")],
                ["1", "Kaart van de wijk", "ja, na het besluit van de raad"],
                ["2", "Reactienota participatie", "ja"],
            ]
        )
    ],
    "bullets and a closing": [
        item("Kaart van de wijk"),
        item("Reactienota participatie"),
        "Wij rekenen op uw steun.",
        "Klaas Pietersma",
    ],
    "lead-in": ["Bij dit voorstel horen:", item("Kaart van de wijk", "1."), item("Reactienota participatie", "2.")],
}


def _attachments(*blocks: Block | str, text: str = PROSE) -> tuple[Attachment, ...]:
    return read(bold("Raadsvoorstel", 16), styled("Inleiding"), text, *blocks).attachments


@pytest.mark.parametrize("form", LISTS)
def test_the_list_is_read_in_every_form(form: str) -> None:
    found = _attachments(styled("Bijlagen"), *LISTS[form])
    assert [(one.number, one.title) for one in found] == [("1", "Kaart van de wijk"), ("2", "Reactienota participatie")]
    assert all(one.listed and not one.referred and not one.present and not one.later for one in found)


@pytest.mark.parametrize("text", ["Geen", "n.v.t.", "-", "0"])
def test_no_attachments_are_none(text: str) -> None:
    assert _attachments(styled("Bijlagen"), text) == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("De kaart (bijlage 3) laat dit zien.", ["3"]),
        ("Zie bijlage 2 en 4.", ["2", "4"]),
        ("Zie bijlagen 1, 2 en 5.", ["1", "2", "5"]),
        ("Zie bijlagen 1 t/m 3.", ["1", "2", "3"]),
        ("In bijlage A staat de kaart.", ["A"]),
        ("De normbedragen staan in bijlage A van de beleidsregels.", []),
        ("De bijlagen liggen ter inzage.", []),
        ("Bijlage 2 laat dit zien.", ["2"]),
        ("Bijlagen 2 en 3 laten dit zien.", ["2", "3"]),
        ("Bijlage 2: Kaart van de wijk", []),
        ("Bijlage B – Kaart van de wijk", []),
        ("Zie Bijlage 2: daar staat de kaart.", ["2"]),
    ],
)
def test_references_by_number_are_found(text: str, numbers: list[str]) -> None:
    found = _attachments(text=text)
    assert [one.number for one in found] == numbers
    assert all(one.referred and not one.listed for one in found)


def test_a_reference_counts_by_number_or_by_title() -> None:
    text = "Op de kaart (bijlage 1) staat de wijk. In de reactienota participatie leest u wat inwoners vonden."
    found = _attachments(
        styled("Bijlagen"), "1. Kaart van de wijk", "2. Reactienota participatie", "3. Begroting van de aannemer", text=text
    )
    assert [one.referred for one in found] == [True, True, False]


@pytest.mark.parametrize(
    ("title", "text", "named"),
    [
        ("Verslag wijkavond 27 november 2025", "Op 27 november waren zestig bewoners in het buurthuis.", True),
        ("Overzicht kredieten per 1 oktober 2025", "De wachtlijst telde op 1 oktober 34 mensen.", False),
        ("Uitkomsten van de enquête", "In de enquête noemt acht procent het belangrijk.", True),
        ("Rapport draagvlakonderzoek Marktzicht", "De kosten van het draagvlakonderzoek zijn betaald.", True),
        ("Evaluatie proef buurtbus", "De proef is geslaagd, vinden de reizigers.", True),
        ("Verslag inloopavonden", "Naar de inloopavonden kwamen veertig mensen.", False),
        ("Kostprijsonderzoek Bureau Tram, juni 2025", "Bureau Tram heeft alle aanbieders doorgelicht.", True),
        ("Nibud-rapport huishoudens", "Het Nibud heeft voor ons uitgerekend wat een gezin overhoudt.", True),
        ("Projectplan De Luwte", "Wij hebben De Luwte onderzocht.", False),
        ("DPIA met advies", "Twee maatregelen uit de DPIA zijn nog niet uitgevoerd.", True),
        ("Begrotingswijziging 2026-05", "De vijfde wijziging van de begroting 2026 vast te stellen.", True),
        ("Kaart van de wijk", "De wijk telt duizend woningen.", False),
        ("Peiling en bijlagen bij de cijfers", "De peiling is als bijlage bijgevoegd.", True),
        ("Beheerplan sportvelden", "Volgens het beheerplan gaan de velden twaalf jaar mee.", True),
        ("Plan sportvelden", "Het plan van de wijkraad is een ander.", False),
        ("Zakelijke weergave koopovereenkomst Lindehof", "In de koopovereenkomst Lindehof staat de prijs.", True),
        ("Verslag doelgroeppeiling", "De doelgroeppeiling wijst naar de avond.", True),
        ("Tevredenheidsmeting", "Uit een meting blijkt dat bezoekers een zeven geven.", True),
        ("Locatievergelijking", "Drie plekken zijn vergeleken.", True),
        ("Locatievergelijking", "Drie plekken zijn onderzocht.", False),
        ("Ambtelijk advies", "De accountant adviseert dit.", False),
        ("Advies vijf gemeenten", "De vijf gemeenten laten weten geen bezwaar te hebben.", True),
        ("Raming met toelichting", "De raming gaat uit van twee jaar.", True),
        ("Conceptbrief", "Een brief van het Rijk gaf de aanleiding.", False),
        ("SSK-raming", "In de raming zit geen btw.", True),
        ("Concept-statuten", "De conceptstatuten zijn besproken.", True),
        ("Verslag participatie jongeren", "Het participatieverslag zegt wat zij willen.", True),
        ("Doorrekening tarieven (Waterdienst Zuid)", "Met de Waterdienst is het tarief doorgerekend.", True),
    ],
)
def test_a_text_may_name_an_attachment_without_its_title(title: str, text: str, named: bool) -> None:
    found = _attachments(styled("Bijlagen"), f"1. {title}", "2. Iets heel anders", text=text)
    assert found[0].referred is named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("U vindt de kaart onder a en b.", ["a", "b"]),
        ("De ligging vindt u onder 1 t/m 3.", ["1", "2", "3"]),
        ("Volgens artikel 4, onder a, vindt het besluit plaats.", []),
    ],
)
def test_a_text_may_point_at_a_letter_or_number_of_the_list(text: str, named: list[str]) -> None:
    listed = [f"{mark}. Stuk nummer {mark}" for mark in ("1", "2", "3", "a", "b", "e", "n", "t")]
    found = _attachments(styled("Bijlagen"), *listed, text=text)
    assert [one.number for one in found if one.referred] == named


def test_an_abbreviation_does_not_split_a_line() -> None:
    found = _attachments(styled("Bijlagen"), "Reactie college d.d. 20 januari 2026. Kaart van de wijk")
    assert [one.title for one in found] == ["Reactie college d.d. 20 januari 2026", "Kaart van de wijk"]


def test_a_signature_below_the_list_is_no_attachment() -> None:
    found = _attachments(
        styled("Bijlagen"),
        "Voorjaarsnota 2025. Begrotingswijziging.",
        "Lindewaard, 27 mei 2025. B. en W. voornoemd,",
        "w.g. de secretaris, w.g. de burgemeester",
    )
    assert [one.title for one in found] == ["Voorjaarsnota 2025", "Begrotingswijziging"]


def test_a_reference_points_to_its_words() -> None:
    place = _attachments(text="De kaart (bijlage 3) laat dit zien.")[0].location
    assert (place.paragraph, place.start, place.end) == (2, 10, 19)


@pytest.mark.parametrize("listed", ["2. Reactienota (wordt nagezonden)", "2. Reactienota, volgt"])
def test_an_attachment_announced_for_later_says_so(listed: str) -> None:
    found = _attachments(styled("Bijlagen"), "1. Kaart van de wijk", listed)
    assert [one.later for one in found] == [False, True]


def test_attachments_named_in_the_head_are_listed() -> None:
    head = table([("Zaaknummer", "12"), ("Bijlagen", "Ontwerpbesluit; Kaart van de wijk")])
    found = read(bold("Raadsvoorstel", 16), head, styled("Inleiding"), PROSE).attachments
    assert [(one.number, one.title) for one in found] == [("1", "Ontwerpbesluit"), ("2", "Kaart van de wijk")]


def test_a_number_in_the_head_is_no_attachment() -> None:
    head = table([("Zaaknummer", "12"), ("Aantal bijlagen", "1")])
    assert read(bold("Raadsvoorstel", 16), head, styled("Inleiding"), PROSE).attachments == ()


@pytest.mark.parametrize(
    ("end", "titles"),
    [
        (["1. Ontwerpbesluit", "2. Kaart van de wijk"], ["1 Ontwerpbesluit", "2 Kaart van de wijk"]),
        (["1. Het ontwerpbesluit van de raad", "2. Kaart van de wijk"], ["1 Ontwerpbesluit", "2 Kaart van de wijk"]),
        ([item("Ontwerpbesluit"), item("Kaart van de wijk")], ["1 Ontwerpbesluit", "2 Kaart van de wijk"]),
        (
            [item("Kaart van de wijk"), item("Ontwerpbesluit"), item("Raming")],
            ["1 Ontwerpbesluit", "2 Kaart van de wijk", "3 Raming"],
        ),
        (
            ["3. Raming van de kosten", "4. Planning"],
            ["1 Ontwerpbesluit", "2 Kaart van de wijk", "3 Raming van de kosten", "4 Planning"],
        ),
    ],
)
def test_a_list_in_the_head_and_one_at_the_end_are_one_list(end: list[Block | str], titles: list[str]) -> None:
    head = [styled("Bijlagen"), item("Ontwerpbesluit", "1."), item("Kaart van de wijk", "2.")]
    found = read(bold("Raadsvoorstel", 16), *head, styled("Inleiding"), PROSE, styled("Bijlagen"), *end).attachments
    assert [f"{one.number} {one.title}" for one in found] == titles


def test_a_number_from_the_list_at_the_end_goes_with_the_title_in_the_head() -> None:
    head, end = ["Ontwerpbesluit", "Kaart van de wijk"], [item("Kaart van de wijk", "A."), item("Ontwerpbesluit", "B.")]
    found = read(bold("Raadsvoorstel", 16), styled("Bijlagen"), *head, styled("Inleiding"), PROSE, styled("Bijlagen"), *end)
    assert [f"{one.number} {one.title}" for one in found.attachments] == ["B Ontwerpbesluit", "A Kaart van de wijk"]


def test_a_footnote_below_the_list_is_no_attachment() -> None:
    found = _attachments(styled("Bijlagen"), item("Kaart van de wijk", "1."), note("De schaal is 1 op 500."))
    assert [one.title for one in found] == ["Kaart van de wijk"]


def test_an_attachment_in_the_file_is_present() -> None:
    found = _attachments(
        styled("Bijlagen"),
        "1. Ontwerpbesluit",
        "2. Kaart van de wijk",
        "3. Begroting",
        bold("RAADSBESLUIT", 16, breaks_page=True),
        "De raad van de gemeente Lindewaard;",
        "gelezen het voorstel van het college;",
        "besluit:",
        "de nota vast te stellen.",
        bold("Bijlage 2 Kaart van de wijk", 16, breaks_page=True),
        para("De kaart."),
    )
    assert [one.present for one in found] == [True, True, False]


def test_the_signature_is_no_attachment() -> None:
    found = _attachments(
        styled("Bijlagen"), item("Kaart", "1."), "Zevenhoek, 3 juni 2025", "Het college van burgemeester en wethouders"
    )
    assert [one.title for one in found] == ["Kaart"]


def test_a_board_that_signs_by_its_place_is_no_attachment() -> None:
    found = _attachments(
        styled("Bijlagen"),
        item("Kaart", "1."),
        "Zevenhoek, 3 juni 2025",
        "Het college van Zevenhoek,",
        "mr. B. Aalders, secretaris C. Pothof, burgemeester",
    )
    assert [one.title for one in found] == ["Kaart"]


@pytest.mark.parametrize(
    "papers",
    [[item("Kaart", "1."), item("Brief waterschap, 2 juli 2026", "2.")], ["1. Kaart", "2. Brief waterschap, 2 juli 2026"]],
)
def test_a_dated_paper_above_the_signature_is_still_in_the_list(papers: list[Block | str]) -> None:
    found = _attachments(styled("Bijlagen"), *papers, "Burgemeester en wethouders van Veenwijk,")
    assert [one.title for one in found] == ["Kaart", "Brief waterschap, 2 juli 2026"]


def test_one_attachment_that_is_called_as_a_section_is_no_heading() -> None:
    found = _attachments(styled("Bijlagen"), "1. Raming", styled("Ondertekening"), "Namens het college")
    assert [one.title for one in found] == ["Raming"]

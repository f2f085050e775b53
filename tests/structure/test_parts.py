"""The documents in one file are told apart, and the decisions of the ontwerpbesluit kept apart from those of the voorstel."""

from __future__ import annotations

from dataclasses import replace

import pytest

from toets.model.document import Block, Document

from .build import PROSE, bold, headings, item, para, read, section, table

PROPOSAL: tuple[Block | str, ...] = (
    bold("Raadsvoorstel", 16),
    "Zaaknummer: 12",
    "Steller: P. Jansen",
    bold("Beslispunten"),
    "1. De verordening vast te stellen.",
    bold("Inleiding"),
    PROSE,
    bold("Toelichting"),
    PROSE,
    "Burgemeester en wethouders van Lindewaard, 21 mei 2024",
)
PREAMBLE: tuple[Block | str, ...] = (
    "De raad van de gemeente Lindewaard;",
    "gelezen het voorstel van burgemeester en wethouders van 21 mei 2024;",
    "gelet op artikel 147 van de Gemeentewet;",
)
ARTICLES: tuple[Block | str, ...] = (
    bold("Artikel 1 Begripsbepalingen"),
    "In deze verordening wordt verstaan onder:",
    item("college: burgemeester en wethouders;"),
    bold("Artikel 2 Fonds"),
    "1. Er is een fonds.",
    "2. Het fonds wordt beheerd door het college.",
)
CLOSING = "Aldus vastgesteld in de openbare vergadering van 27 juni 2024,"


def _roles(document: Document) -> list[str]:
    return [part.role for part in document.parts]


@pytest.mark.parametrize(
    "line", ["spreekt uit en besluit:", "beschikt als volgt:", "heeft op 27 juni 2024 het volgende besloten.", "stelt vast:"]
)
def test_a_decree_says_in_words_of_its_own_that_it_decides(line: str) -> None:
    document = read(
        *PROPOSAL, bold("Ontwerpbesluit", 16), *PREAMBLE, line, "I. de verordening vast te stellen;", "II. te sluiten."
    )
    assert [point.text for point in document.besluit] == ["de verordening vast te stellen;", "te sluiten."]


IN_ONE = "De raad van de gemeente Lindewaard; gelezen het voorstel van 21 mei 2024; gelet op artikel 147 van de Gemeentewet; "


@pytest.mark.parametrize(
    "decree",
    [
        (IN_ONE + "besluit:", "I. de verordening vast te stellen;", "II. te sluiten."),
        (IN_ONE + "b e s l u i t :", "1. de verordening vast te stellen;", "2. te sluiten."),
        (IN_ONE.strip(), "besluit:", "1. de verordening vast te stellen;", "2. te sluiten."),
        (IN_ONE + "besluit: 1. de verordening vast te stellen; 2. te sluiten.",),
        (IN_ONE.replace("; gel", ", gel") + "besluit", "1. de verordening vast te stellen;", "2. te sluiten."),
    ],
)
def test_a_decree_may_consider_and_decide_in_one_paragraph(decree: tuple[str, ...]) -> None:
    document = read(*PROPOSAL, bold("Raadsbesluit (ontwerp)", 16), *decree)
    assert _roles(document) == ["voorstel", "ontwerpbesluit"]
    assert [point.text for point in document.besluit] == ["de verordening vast te stellen;", "te sluiten."]


@pytest.mark.parametrize(
    ("decides", "point"),
    [
        (("besluit vast te stellen de Verordening fonds 2024.",), "vast te stellen de Verordening fonds 2024."),
        (("besluit vast te stellen de volgende verordening:", "Verordening fonds 2024"), "Verordening fonds 2024"),
        (("besluit:", "de Verordening fonds 2024 te wijzigen als volgt:"), "de Verordening fonds 2024 te wijzigen als volgt:"),
    ],
)
def test_a_decree_may_decide_in_a_sentence(decides: tuple[str, ...], point: str) -> None:
    document = read(*PROPOSAL, bold("Ontwerpbesluit", 16), *PREAMBLE, *decides, *ARTICLES)
    assert [one.text for one in document.besluit] == [point]


def test_what_the_raad_considered_is_no_point_of_its_decree() -> None:
    document = read(*PROPOSAL, bold("Besluit van de raad", 16), *PREAMBLE, "besluit", item("de verordening vast te stellen."))
    assert [point.text for point in document.besluit] == ["de verordening vast te stellen."]


def test_a_sentence_that_names_a_decree_is_not_cut() -> None:
    told = "Gelet op artikel 147 van de Gemeentewet, besluit van 3 mei 2024, is de raad bevoegd; besluiten zijn openbaar."
    document = read(*PROPOSAL[:-2], told)
    assert document.sections[-1].blocks[-1].text == told
    assert not document.besluit


def test_a_story_about_the_decision_has_the_points_of_the_decree() -> None:
    story = "U stelt een fonds in voor de dorpen. U trekt daar € 40.000 voor uit. Het college krijgt de opdracht het te beheren."
    decree = ("besluit:", "1. Er wordt een fonds ingesteld;", "2. Het college beheert het fonds.")
    proposal = (bold("Raadsvoorstel", 16), bold("Beslispunten"), story, bold("Inleiding"), PROSE)
    document = read(*proposal, bold("Ontwerpbesluit", 16), *PREAMBLE, *decree)
    assert [point.text for point in document.points] == ["Er wordt een fonds ingesteld;", "Het college beheert het fonds."]
    plain = read(*PROPOSAL, bold("Ontwerpbesluit", 16), *PREAMBLE, *decree)
    assert [point.text for point in plain.points] == ["De verordening vast te stellen."]


def test_the_day_of_signing_is_no_point_of_a_decree() -> None:
    text = "Het fonds wordt ingesteld voor de verenigingen die in 2024 een plan voor hun gebouw hebben ingediend."
    signed = ("Lindewaard, 27 juni 2024", table([["de griffier", "de voorzitter"]]))
    document = read(*PROPOSAL, bold("Ontwerpbesluit", 16), *PREAMBLE, "besluit:", text, *signed)
    assert [point.text for point in document.besluit] == [text]


def test_a_decree_of_the_college_has_points_of_the_college() -> None:
    body = "Burgemeester en wethouders van Lindewaard,"
    document = read(*PROPOSAL, bold("Ontwerpbesluit", 16), body, *PREAMBLE[2:], "besluiten:", "1. de brief te sturen.")
    assert [point.body for point in document.besluit] == ["college"]


def test_an_ontwerpbesluit_behind_the_proposal_is_a_part_of_its_own() -> None:
    document = read(
        *PROPOSAL,
        bold("ONTWERPBESLUIT", 16, breaks_page=True),
        *PREAMBLE,
        "b e s l u i t :",
        "1. de verordening vast te stellen;",
        "2. de oude in te trekken.",
        CLOSING,
    )
    assert _roles(document) == ["voorstel", "ontwerpbesluit"]
    assert document.parts[1].title == "ONTWERPBESLUIT"
    assert [point.text for point in document.points] == ["De verordening vast te stellen."]
    assert [(point.text, point.part, point.body) for point in document.besluit] == [
        ("de verordening vast te stellen;", "ontwerpbesluit", "raad"),
        ("de oude in te trekken.", "ontwerpbesluit", "raad"),
    ]
    assert {one.role for one in document.sections if one.part == 1} == {"ontwerpbesluit", "ondertekening"}


@pytest.mark.parametrize("title", ["Geamendeerd besluit", "Gewijzigd raadsbesluit"])
def test_a_decree_as_it_was_amended_is_a_part(title: str) -> None:
    document = read(
        *PROPOSAL, bold(title, 16, breaks_page=True), *PREAMBLE, bold("b e s l u i t :"), "1. de nota vast te stellen."
    )
    assert (_roles(document), section(document, title).role) == (["voorstel", "ontwerpbesluit"], "ontwerpbesluit")


def test_it_is_also_told_apart_without_a_title_or_a_new_page() -> None:
    document = read(*PROPOSAL, *PREAMBLE, "BESLUIT:", "vast te stellen de verordening.")
    assert _roles(document) == ["voorstel", "ontwerpbesluit"]
    assert [point.text for point in document.besluit] == ["vast te stellen de verordening."]


def test_a_decree_may_be_called_after_what_it_does_and_speak_for_two_bodies() -> None:
    body = "Het college van burgemeester en wethouders en de burgemeester van Lindewaard, ieder voor zover bevoegd;"
    document = read(
        *PROPOSAL, bold("Mandaatbesluit havens (ontwerp)"), body, PREAMBLE[2], "besluiten:", "I. mandaat te verlenen."
    )
    assert _roles(document) == ["voorstel", "ontwerpbesluit"]
    assert document.parts[1].title == "Mandaatbesluit havens (ontwerp)"
    assert [point.text for point in document.points] == ["De verordening vast te stellen."]


@pytest.mark.parametrize(
    "body",
    [
        "Burgemeester en wethouders van Lindewaard;",
        "Burgemeester en wethouders,",
        "De burgemeester van Lindewaard,",
        "De raad van Lindewaard, in vergadering bijeen op 27 juni 2024,",
    ],
)
def test_a_decree_may_speak_in_the_name_of_any_body(body: str) -> None:
    document = read(*PROPOSAL, bold("BESLUIT"), body, PREAMBLE[2], "besluiten:", "I. vast te stellen de volgende regeling:")
    assert _roles(document) == ["voorstel", "ontwerpbesluit"]
    assert [point.text for point in document.points] == ["De verordening vast te stellen."]


def test_the_articles_are_the_verordening() -> None:
    document = read(
        *PROPOSAL,
        bold("RAADSBESLUIT", 16, breaks_page=True),
        *PREAMBLE,
        "b e s l u i t :",
        "vast te stellen de Verordening fonds",
        *ARTICLES,
        CLOSING,
    )
    assert _roles(document) == ["voorstel", "ontwerpbesluit", "verordening"]
    assert [point.text for point in document.besluit] == ["vast te stellen de Verordening fonds"]
    assert section(document, "Artikel 2 Fonds").role == "ontwerpbesluit"
    assert len(document.points) == 1


def test_toelichting_is_a_section_of_the_proposal_and_a_part_behind_the_verordening() -> None:
    document = read(
        *PROPOSAL,
        bold("Raadsbesluit", 16, breaks_page=True),
        *PREAMBLE,
        "b e s l u i t :",
        "vast te stellen de Verordening fonds",
        *ARTICLES,
        bold("Toelichting", 16, breaks_page=True),
        PROSE,
    )
    assert _roles(document) == ["voorstel", "ontwerpbesluit", "verordening", "toelichting"]
    assert section(document, "Toelichting").part == 0


def test_begrotingswijziging_and_bijlage_are_parts() -> None:
    document = read(
        *PROPOSAL,
        bold("Begrotingswijziging 2025-14", 14, breaks_page=True),
        PROSE,
        bold("Bijlage 1: locatieonderzoek", 14, breaks_page=True),
        PROSE,
    )
    assert _roles(document) == ["voorstel", "begrotingswijziging", "bijlage"]
    assert document.parts[2].title == "Bijlage 1: locatieonderzoek"


def test_a_larger_line_that_tops_a_page_of_a_pdf_begins_a_bijlage() -> None:
    listed = [bold("Bijlagen"), item("Locatieonderzoek", "1.")]
    behind = [replace(bold("Bijlage 1 Locatieonderzoek", 14), page=2), replace(para(), page=2)]
    ahead = [
        replace(block, page=1) if isinstance(block, Block) else replace(para(block), page=1) for block in (*PROPOSAL, *listed)
    ]
    assert _roles(read(*ahead, *behind)) == ["voorstel", "bijlage"]


def test_names_of_attachments_in_a_list_open_no_part() -> None:
    document = read(
        *PROPOSAL[:-1], bold("Bijlagen"), "1. Ontwerpbesluit", "2. Begrotingswijziging 2025-14", "3. Verordening fonds"
    )
    assert _roles(document) == ["voorstel"]


def test_a_proposal_behind_a_college_proposal_is_a_second_proposal() -> None:
    document = read(
        bold("Collegevoorstel", 16),
        "Zaaknummer: 12",
        bold("Beslispunten"),
        "1. De raad het voorstel te sturen.",
        bold("Inleiding"),
        PROSE,
        bold("Raadsvoorstel", 16, breaks_page=True),
        "Zaaknummer: 12",
        bold("Beslispunten"),
        "1. De nota vast te stellen.",
        bold("Inleiding"),
        PROSE,
    )
    assert _roles(document) == ["voorstel", "voorstel"]
    assert [(point.text, point.body) for point in document.points] == [
        ("De raad het voorstel te sturen.", "college"),
        ("De nota vast te stellen.", "raad"),
    ]


def test_a_raadsbesluit_by_itself_is_one_part_and_its_headings_keep_their_names() -> None:
    document = read(
        bold("RAADSBESLUIT", 16),
        *PREAMBLE,
        bold("OVERWEGENDE"),
        item("dat de scholen verouderd zijn;"),
        bold("B E S L U I T :"),
        "1. Het plan vast te stellen.",
        CLOSING,
        "De griffier,     De voorzitter,",
        bold("STEMVERKLARING (AANTEKENING GRIFFIE)"),
        PROSE,
    )
    assert _roles(document) == ["ontwerpbesluit"]
    assert document.title == "RAADSBESLUIT"
    assert headings(document)[1:] == [
        ("OVERWEGENDE", "argumenten"),
        ("B E S L U I T :", "beslispunten"),
        ("STEMVERKLARING (AANTEKENING GRIFFIE)", "overig"),
    ]
    assert document.points == ()
    assert [point.text for point in document.besluit] == ["Het plan vast te stellen."]


def test_a_besluitenlijst_or_raadsinformatiebrief_is_one_part_of_another_sort() -> None:
    for title in ("Openbare besluitenlijst college", "Raadsinformatiebrief"):
        document = read(
            bold(title, 16), "Datum: 20 januari 2026", bold("1. Aankoop perceel"), PROSE, "Besluit:", "In te stemmen met de koop."
        )
        assert (_roles(document), document.title) == (["overig"], title)


def test_every_section_knows_its_part_and_place() -> None:
    document = read(
        *PROPOSAL, bold("ONTWERPBESLUIT", 16, breaks_page=True), *PREAMBLE, para("besluit:"), "vast te stellen de nota."
    )
    assert all(one.location.part == one.part and one.location.section == one.index for one in document.sections)
    assert document.parts[1].first == document.parts[1].location.paragraph == len(PROPOSAL)


def test_a_decree_without_a_preamble_is_a_part_when_it_says_that_it_decides() -> None:
    point = "1. De nota Wonen vast te stellen."
    proposal: list[Block | str] = [bold("Raadsvoorstel", 16), bold("Beslispunten"), point, bold("Inleiding"), PROSE]
    document = read(*proposal, bold("Ontwerpbesluit", 16), "Besluit:", point)
    assert [part.role for part in document.parts] == ["voorstel", "ontwerpbesluit"]
    assert len(document.points) == len(document.besluit) == 1

"""What a section is about, from headings that no list holds, from the sections around it, and from what stands in it."""

from __future__ import annotations

import pytest

from toets.model.document import Block

from .build import PROSE, bold, headings, item, read, styled, table

NAMES = {
    "samenvatting": (
        "Dit stuk in drie zinnen",
        "Voor wie weinig tijd heeft",
        "Strekking van het voorstel",
        "Snel gelezen",
        "De vraag in één alinea",
    ),
    "beslispunten": (
        "De vraag aan de raad",
        "Wat wij u vragen",
        "Ter vaststelling",
        "Gevraagde beslissing",
        "Wat moet er besloten worden?",
    ),
    "aanleiding": (
        "Vertrekpunt",
        "Hoe het begon",
        "Wat eraan voorafging",
        "Waar deze opdracht vandaan komt",
        "Wat er speelt",
        "Historisch overzicht",
    ),
    "beoogd_effect": (
        "Eindbeeld",
        "Wat we willen zien in 2031",
        "Wat het oplevert",
        "Waarvoor doen we dit?",
        "Wat er beter wordt",
    ),
    "kader": (
        "Wat eerder is besloten",
        "Beleidsmatige inbedding",
        "Spelregels",
        "Verband met andere plannen",
    ),
    "argumenten": (
        "Waarom dit een goed besluit is",
        "Redenen",
        "Waarom wij dit adviseren",
        "Beweegredenen",
    ),
    "kanttekeningen": (
        "Tegengeluid",
        "Wat er mis kan gaan",
        "Waar zit de pijn?",
        "Voor wie werkt het plan niet?",
        "Punten van zorg",
        "De andere kant",
    ),
    "alternatieven": (
        "Afgewogen en verworpen",
        "Niets doen",
        "Andere wegen",
        "Wat kan er ook?",
    ),
    "middelen": (
        "Geld",
        "Prijskaartje",
        "Mensen en middelen",
        "De rekening",
    ),
    "mandaat": (
        "Wie mag dit besluiten?",
        "Rolverdeling raad en college",
        "Rechtsgevolgen",
    ),
    "sociaal_domein": (
        "Gevolgen voor cliënten",
        "Effect op armoede",
        "Advies van de Wmo-raad",
        "Wie raakt dit?",
    ),
    "participatie": (
        "Wat vond de buurt?",
        "Met wie is gesproken?",
        "Klankbordgroep",
        "Gesprekken met de omgeving en met collega's",
    ),
    "communicatie": (
        "Hoe hoort de inwoner ervan?",
        "Wie wordt geïnformeerd?",
        "Naar buiten brengen",
    ),
    "uitvoering": (
        "Werkvolgorde",
        "Route en beslismomenten",
        "De weg ernaartoe",
        "Na het besluit",
        "Van Koers naar praktijk",
        "Wie doet wat wanneer?",
    ),
    "evaluatie": (
        "Hoe u de vinger aan de pols houdt",
        "Volgen en leren",
        "Wanneer ziet u dat het werkt?",
        "Meten is weten",
        "Tussentijdse balans",
    ),
    "bijlagen": (
        "Stukken bij dit voorstel",
        "Meegestuurd",
        "Wat hoort hierbij?",
    ),
}


@pytest.mark.parametrize(("role", "name"), [(role, name) for role, names in NAMES.items() for name in names])
def test_a_heading_that_no_list_holds_tells_its_role_by_its_words(role: str, name: str) -> None:
    found = headings(read(bold("Raadsvoorstel", 16), styled("Inleiding"), PROSE, styled(name), PROSE))
    assert found[-1] == (name, role)


@pytest.mark.parametrize("name", ["Het stadhuis", "Een straat voor iedereen is wat de raad wil", "Artikelsgewijs", "Lijn 7"])
def test_a_heading_that_tells_nothing_gets_no_role(name: str) -> None:
    found = headings(read(bold("Raadsvoorstel", 16), styled("Inleiding"), PROSE, styled(name), PROSE))
    assert found[-1] == (name, "overig")


def test_a_statement_is_not_known_by_one_of_its_words() -> None:
    made = (styled("Inleiding"), PROSE, styled("De klimaatopgave is groter dan gedacht"), PROSE)
    assert headings(read(*made))[-1][1] == "overig"


@pytest.mark.parametrize("above", ["Waarom hier, waarom nu", "Waarom doen we dit?", "Drie opgaven"])
def test_statements_below_a_reason_or_task_are_arguments(above: str) -> None:
    claims = ("De kade is aan het einde van haar leven", "Bewoners hebben last van drukte", "Niets doen is duurder")
    below = [block for claim in claims for block in (styled(claim, 2), PROSE)]
    found = dict(headings(read(bold("Raadsvoorstel", 16), styled("Gevraagd besluit"), item("De visie vast te stellen.", "1."),
                               styled(above), PROSE, *below)))  # fmt: skip
    assert {found[claim] for claim in claims} == {"argumenten"}


def test_what_stands_below_the_inleiding_stays_there() -> None:
    below: list[Block | str] = [styled("De brug is oud", 2), PROSE, styled("Het verkeer groeit", 2), PROSE]
    assert {role for _, role in headings(read(styled("Inleiding"), PROSE, *below))} == {"aanleiding"}


def test_a_reason_behind_the_aanleiding_gives_the_arguments() -> None:
    found = dict(headings(read(styled("Wat is de aanleiding?"), PROSE, styled("Waarom doen we dit?"), PROSE)))
    assert found == {"Wat is de aanleiding?": "aanleiding", "Waarom doen we dit?": "argumenten"}
    found = dict(headings(read(styled("Waarom doen we dit?"), PROSE, styled("Argumenten"), PROSE)))
    assert found["Waarom doen we dit?"] == "aanleiding"


CALENDAR = [
    item("Maart 2027: start van het werk (projectleider)."),
    item("Medio 2027: eerste paal."),
    item("Q4 2028: oplevering."),
]
COSTS = table([["Post", "Bedrag"], ["Hekken", "€ 11.700"], ["Tellingen", "€ 9.600"], ["Inhuur", "€ 4.500"]])
CONTENTS: dict[str, list[Block | str]] = {
    "uitvoering": [*CALENDAR],
    "middelen": [COSTS],
    "bijlagen": [item("Bijlage 1: de visie"), item("Bijlage 2: het verslag van de avond")],
    "participatie": ["Op de bewonersavond kwamen 40 omwonenden; hun reacties en de gesprekken daarna staan in het verslag."],
}


@pytest.mark.parametrize("role", CONTENTS)
def test_the_content_tells_the_role_of_a_heading_that_does_not(role: str) -> None:
    document = read(bold("Raadsvoorstel", 16), styled("Inleiding"), PROSE, styled("Zwaluwhof"), *CONTENTS[role])
    found = next(section for section in document.sections if section.heading == "Zwaluwhof")
    assert (found.role, found.sure < 0.7) == (role, True)


def test_a_known_name_keeps_its_role_whatever_stands_in_it() -> None:
    assert headings(read(styled("Inleiding"), PROSE, styled("Argumenten"), *CALENDAR))[-1][1] == "argumenten"


def test_a_draft_decree_holds_the_decision_points_where_nothing_else_does() -> None:
    points = (item("De startnotitie vast te stellen.", "1."), item("Een krediet van € 1 beschikbaar te stellen.", "2."))
    alone = read(bold("Raadsvoorstel", 16), styled("Ontwerp van het besluit"), *points, styled("Inleiding"), PROSE)
    assert len(alone.points) == 2
    beside = read(styled("Beslispunten"), *points, styled("Inleiding"), PROSE, styled("Ontwerp van het besluit"), *points)
    assert len(beside.points) == 2
    assert ("Ontwerp van het besluit", "ontwerpbesluit") in headings(beside)


def test_a_list_of_decisions_is_found_below_a_heading_that_tells_nothing() -> None:
    points = (item("De startnotitie vast te stellen.", "1."), item("Een krediet van € 1 beschikbaar te stellen.", "2."))
    document = read(bold("Raadsvoorstel", 16), styled("Zwaluwhof"), *points, styled("Inleiding"), PROSE)
    assert [point.number for point in document.points] == ["1", "2"]


def test_a_table_with_names_above_its_columns_holds_no_headings() -> None:
    rows: list[list[Block | str]] = [
        [bold("Risico"), bold("Beheersing")],
        ["De bouw duurt langer dan een jaar", "Strak sturen op de planning"],
    ]
    risks = table([*rows, ["Monitoring blijkt te duur", "Minder vaak meten dan nu het plan is, en dat ook melden"]])
    made: list[Block | str] = [
        styled("Inleiding"),
        PROSE,
        styled("Kanttekeningen"),
        "Er zijn risico's.",
        risks,
        styled("Financiën"),
        PROSE,
    ]
    assert [name for name, _ in headings(read(*made))] == ["Inleiding", "Kanttekeningen", "Financiën"]


def test_a_proposal_in_prose_behind_the_list_of_points_explains_them() -> None:
    points = (item("De regeling vast te stellen.", "1."), item("Het register te wijzigen.", "2."))
    document = read(bold("Adviesnota", 16), bold("Besluit"), *points, bold("Inleiding"), PROSE, bold("Voorstel"), PROSE)
    assert len(document.points) == 2
    assert headings(document)[-1] == ("Voorstel", "argumenten")


def test_the_title_of_a_letter_stands_below_its_letterhead() -> None:
    head = ("Aan de leden van de gemeenteraad", "van Dijkstad", "Postbus 12", "1234 AB Dijkstad")
    document = read(
        *head, bold("Zienswijze ontwerpbegroting veiligheidsregio", 14), "Geachte leden,", PROSE, bold("Aanleiding"), PROSE
    )
    assert dict(headings(document))["Zienswijze ontwerpbegroting veiligheidsregio"] == "kop"

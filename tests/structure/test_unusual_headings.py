"""Headings that are no fixed name: questions in either order of words, and names that a steller makes up."""

from __future__ import annotations

import pytest

from toets.checker import Checker

HEADINGS = (
    ("Wat het oplevert", "beoogd_effect"),
    ("Wie meepraatten", "participatie"),
    ("Hoe is dit voorstel tot stand gekomen?", "participatie"),
    ("Wat is het vraagstuk", "aanleiding"),
    ("Wat het kost", "middelen"),
    ("Wat dit kost en wie dat betaalt", "middelen"),
    ("Hoe we het aanpakken", "uitvoering"),
    ("Wie wat doet", "uitvoering"),
    ("Wanneer het klaar is", "uitvoering"),
    ("Hoe we het volgen", "evaluatie"),
    ("Meten en melden", "evaluatie"),
    ("Volgen en verantwoorden", "evaluatie"),
    ("Zo houden we u op de hoogte", "evaluatie"),
    ("Wat we meten en wanneer u dat hoort", "evaluatie"),
    ("Wat er mis kan gaan", "kanttekeningen"),
    ("Waar het kan knellen", "kanttekeningen"),
    ("Risico's en hoe we die beperken", "kanttekeningen"),
    ("Wat we nog niet weten", "kanttekeningen"),
    ("Let op", "kanttekeningen"),
    ("Wat we niet hebben gekozen", "alternatieven"),
    ("Andere wegen", "alternatieven"),
    ("Overwogen en afgevallen", "alternatieven"),
    ("Waarom niet anders", "alternatieven"),
    ("Waarom dit verstandig is", "argumenten"),
    ("Waarom wij dit voorstellen", "argumenten"),
    ("Onze afweging", "argumenten"),
    ("Zo zijn we tot dit voorstel gekomen", "argumenten aanleiding"),
    ("Waarom dit nu voorligt", "aanleiding"),
    ("Wat eraan voorafging", "aanleiding"),
    ("Hoe het zo kwam", "aanleiding"),
    ("De vraag", "aanleiding"),
    ("De opgave", "aanleiding overig argumenten"),
    ("De opgaven", "overig argumenten aanleiding"),
    ("Waar het om gaat", "aanleiding samenvatting"),
    ("In het kort", "samenvatting"),
    ("Kern van het voorstel", "samenvatting"),
    ("De hoofdlijn", "samenvatting"),
    ("Wij vragen u te besluiten", "beslispunten"),
    ("Gevraagde beslissing", "beslispunten"),
    ("U wordt gevraagd", "beslispunten"),
    ("Wat wij u vragen", "beslispunten"),
    ("Besluit dat wordt gevraagd", "beslispunten"),
    ("Waar we naartoe willen", "beoogd_effect"),
    ("Wat inwoners ervan merken", "beoogd_effect"),
    ("Doel en beoogd resultaat", "beoogd_effect"),
    ("Wat er straks anders is", "beoogd_effect"),
    ("Wat al vaststaat", "kader"),
    ("Eerder besloten", "kader"),
    ("Binnen en buiten de opdracht", "kader"),
    ("Wat er wel en niet bij hoort", "kader"),
    ("Spelregels en grenzen", "kader"),
    ("Uitgangspunten waarbinnen we werken", "kader"),
    ("Het geld", "middelen"),
    ("Geld en mensen", "middelen"),
    ("Begroting en dekking", "middelen"),
    ("Financiële vertaling", "middelen"),
    ("Waar het geld vandaan komt", "middelen"),
    ("Mensen en middelen", "middelen"),
    ("Menskracht en geld", "middelen"),
    ("Capaciteit en kosten", "middelen"),
    ("Wie waarover gaat", "mandaat"),
    ("Bevoegdheid en wettelijke basis", "mandaat"),
    ("Wet en bevoegdheid", "mandaat"),
    ("Juridische kant", "mandaat"),
    ("Gevolgen voor mensen die het moeilijk hebben", "sociaal_domein"),
    ("Sociale kant", "sociaal_domein"),
    ("Advies van de Wmo-raad", "sociaal_domein participatie"),
    ("Wat de adviesraad zei", "sociaal_domein participatie"),
    ("Advies van de Participatieraad en onze reactie", "sociaal_domein participatie"),
    ("Reactie van de cliëntenraad", "sociaal_domein participatie"),
    ("Wie het raakt", "sociaal_domein"),
    ("Wie meedachten", "participatie"),
    ("Gesprekken met de buurt", "participatie"),
    ("Wat inwoners en ondernemers vonden", "participatie"),
    ("Hoe bewoners zijn betrokken", "participatie"),
    ("Opbrengst van de inloopavonden", "participatie"),
    ("Samen met de stad", "participatie"),
    ("Reacties en wat we ermee deden", "participatie"),
    ("Overleg en draagvlak", "participatie"),
    ("Wie we informeren", "communicatie"),
    ("Hoe het bekend wordt", "communicatie"),
    ("Voorlichting aan bewoners", "communicatie"),
    ("Zo vertellen we het", "communicatie"),
    ("Groen en water", "duurzaamheid"),
    ("Klimaat, energie en circulair", "duurzaamheid"),
    ("Vervolg en planning", "uitvoering"),
    ("Stappen en data", "uitvoering"),
    ("Wie is aan zet", "uitvoering"),
    ("Van besluit naar uitvoering", "uitvoering"),
    ("Na het besluit", "uitvoering"),
    ("Aanpak en rolverdeling", "uitvoering"),
    ("Organisatie van het werk", "uitvoering"),
    ("Planning op hoofdlijnen", "uitvoering"),
    ("Tijd en volgorde", "uitvoering"),
    ("Wie trekt dit", "uitvoering"),
    ("Sturing en rollen", "uitvoering"),
    ("Opdrachtgever en opdrachtnemer", "uitvoering"),
    ("Hoe de invoering verloopt", "uitvoering"),
    ("Werkwijze en bemensing", "uitvoering"),
    ("Terugkijken en bijstellen", "evaluatie"),
    ("Rapporteren", "evaluatie"),
    ("Wanneer de raad ervan hoort", "evaluatie"),
    ("Bijsturen", "evaluatie"),
    ("Stukken bij dit voorstel", "bijlagen"),
    ("Meegestuurde stukken", "bijlagen"),
    ("Ter inzage", "bijlagen"),
    ("Bijgevoegde documenten", "bijlagen"),
    ("Wat staat er in de visie?", "argumenten overig"),
    ("Wat er in de nota staat", "argumenten overig"),
    ("Inhoud van het plan", "argumenten overig"),
    ("Toelichting per beslispunt", "argumenten"),
    ("Onderbouwing per punt", "argumenten"),
    ("Zorgen en twijfels", "kanttekeningen"),
    ("Kanttekening van de wethouder", "kanttekeningen"),
    ("Bezwaren en onze reactie", "kanttekeningen"),
    ("Gevolgen die we niet willen", "kanttekeningen"),
    ("Neveneffecten", "kanttekeningen"),
    ("Schaduwzijden", "kanttekeningen"),
    ("Afhankelijkheden", "uitvoering kanttekeningen"),
    ("Risicoprofiel", "kanttekeningen"),
    ("Personele en financiële gevolgen", "middelen"),
    ("Lasten en opbrengsten", "middelen"),
    ("Structureel en incidenteel", "middelen"),
    ("Beleid en eerdere besluiten", "kader"),
    ("Samenhang met andere programma's", "kader"),
    ("Partners", "participatie"),
    ("Samenwerking met partners en inwoners", "participatie"),
    ("Doelgroep en bereik", "sociaal_domein"),
    ("Gezondheid en meedoen", "sociaal_domein"),
    ("Beheer na oplevering", "uitvoering"),
    ("Toezicht en handhaving", "uitvoering"),
    ("Monitoring, evaluatie en verantwoording", "evaluatie"),
    ("Leren en verbeteren", "evaluatie"),
    ("Wat dit betekent voor de begroting", "middelen"),
    ("Zo betalen we het", "middelen"),
    ("De rekening", "middelen"),
    ("Wie draagt de kosten", "middelen"),
    ("Kosten en hoe we die dekken", "middelen"),
    ("Zo gaan we aan de slag", "uitvoering"),
    ("Wat er na uw besluit gebeurt", "uitvoering"),
    ("Planning: wie doet wat en wanneer", "uitvoering"),
    ("Hoe en wanneer we dit invoeren", "uitvoering"),
    ("Wie aan de slag gaat", "uitvoering"),
    ("De weg naar oplevering", "uitvoering"),
    ("Wat gaat het college nu doen", "uitvoering"),
    ("Hoe u de voortgang kunt volgen", "evaluatie"),
    ("Wanneer we terugkomen bij de raad", "evaluatie"),
    ("Zo meten we resultaat", "evaluatie"),
    ("Volgen, meten en bijsturen", "evaluatie"),
    ("Wat we na een jaar willen weten", "evaluatie"),
    ("Wat tegen kan zitten", "kanttekeningen"),
    ("Mogelijke nadelen", "kanttekeningen"),
    ("Waar we ons zorgen over maken", "kanttekeningen"),
    ("Wat dit lastig maakt", "kanttekeningen"),
    ("De keerzijde van dit voorstel", "kanttekeningen"),
    ("Wat we ook hadden kunnen doen", "alternatieven"),
    ("Afgewogen varianten", "alternatieven"),
    ("Niets doen of later beslissen", "alternatieven"),
    ("Waarom we voor deze aanpak kiezen", "argumenten"),
    ("Wat ervoor spreekt", "argumenten"),
    ("De redenen", "argumenten"),
    ("Wat we voorstellen", "argumenten samenvatting"),
    ("Hoe we hier zijn gekomen", "aanleiding"),
    ("Waar we nu staan", "aanleiding"),
    ("Aanleiding en vraagstelling", "aanleiding"),
    ("Probleem", "aanleiding"),
    ("Wat we willen bereiken", "beoogd_effect"),
    ("Wat dit inwoners oplevert", "beoogd_effect"),
    ("Doel", "beoogd_effect"),
    ("Beleid en afspraken", "kader"),
    ("Wat de raad eerder besloot", "kader"),
    ("Afbakening van de opdracht", "kader"),
    ("Raakvlakken met ander beleid", "kader"),
    ("Wat de omgeving ervan vindt", "participatie"),
    ("Zo hebben we bewoners betrokken", "participatie"),
    ("Inloopavond en reacties", "participatie"),
    ("Wie we hebben gesproken", "participatie"),
    ("Hoe we bewoners op de hoogte brengen", "communicatie evaluatie"),
    ("Bericht aan inwoners", "communicatie"),
    ("Betekenis voor kwetsbare bewoners", "sociaal_domein"),
    ("Oordeel van de seniorenraad", "sociaal_domein participatie"),
    ("Mensen met een beperking", "sociaal_domein"),
    ("Wie beslist waarover", "mandaat"),
    ("Wettelijke taak en grondslag", "mandaat"),
    ("Effect op klimaat en natuur", "duurzaamheid"),
    ("Documenten", "bijlagen"),
    ("Wat we van u vragen", "beslispunten"),
    ("Ons voorstel aan u", "beslispunten"),
)
LATER = """# Raadsvoorstel

Onderwerp: Nota Groen

## Beslispunten
1. De nota Groen vast te stellen.

## Inleiding
De nota is oud.

## {heading}
Dit is een gewone alinea met tekst.

## Financiën
Er is geld.
"""
FIRST = """# Raadsvoorstel

Onderwerp: Nota Groen

## {heading}
1. De nota Groen vast te stellen.

## Inleiding
De nota is oud.
"""


def roles(checker: Checker, text: str) -> dict[str, str]:
    document = checker.check_bytes(text.encode(), "tekst.md").document
    assert document is not None
    return {section.heading: section.role for section in document.sections}


@pytest.mark.parametrize(("heading", "accepted"), HEADINGS)
def test_an_unusual_heading_has_the_role_of_what_it_asks(checker: Checker, heading: str, accepted: str) -> None:
    frame = FIRST if accepted == "beslispunten" else LATER
    assert roles(checker, frame.format(heading=heading))[heading] in accepted.split()


def test_why_asked_after_the_occasion_asks_for_arguments(checker: Checker) -> None:
    text = LATER.format(heading="Waarom doen we dit?").replace(
        "## Financiën", "### De nota verbindt\nDat is nodig.\n\n## Financiën"
    )
    found = roles(checker, text)
    assert found["Waarom doen we dit?"] == "argumenten"
    assert found["De nota verbindt"] == "argumenten"


def test_why_asked_first_asks_for_the_occasion(checker: Checker) -> None:
    text = LATER.format(heading="Waarom doen we dit?").replace("## Inleiding\nDe nota is oud.\n", "")
    assert roles(checker, text)["Waarom doen we dit?"] == "aanleiding"

"""Words with a second meaning: what looks like money, people or power and is not, beside what is."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in, proposal
from toets.checker import Checker
from toets.model.fact import Fact, Value

MONEY = "Financiën"
ORGANISATION = "Uitvoering"
FOLLOWUP = "Evaluatie"
TALKS = "Participatie"
RISKS = "Kanttekeningen"
WHY = "Argumenten"

Asked = dict[str, Value]

IS = [
    ("capacity", {"number": 1}, ORGANISATION, "Wij huren voor € 30.000 een jurist in."),
    ("capacity", {"number": 1}, ORGANISATION, "De programmaleider beschikt over 2,4 fte."),
    ("capacity", {"none": 1, "reasoned": 1}, ORGANISATION, "Er zijn geen personele gevolgen, omdat het schap dit doet."),
    ("capacity", {"vague": 1}, ORGANISATION, "Dit heeft personele gevolgen."),
    ("coverage", {"deferred": 1}, MONEY, "De dekking volgt."),
    ("coverage", {"open": 1}, MONEY, "Voor dit plan is geen budget."),
    ("coverage", {"traceable": 1}, MONEY, "De kosten zijn opgenomen in de begroting 2027."),
    ("contribution", {"hard": 1}, MONEY, "De provincie heeft een bijdrage van € 40.000 toegezegd."),
    ("lifecycle", {"sort": "upkeep"}, MONEY, "De vereniging verzorgt het onderhoud van het veld."),
    ("lifecycle", {"sort": "upkeep"}, MONEY, "Schoonmaak en onderhoud zijn voor rekening van de huurder."),
    ("lifecycle", {"sort": "upkeep"}, MONEY, "De exploitatie van het dorpshuis kost € 12.000."),
    ("lifecycle", {"sort": "capital"}, MONEY, "De loods wordt in twintig jaar afgeschreven."),
    ("budget_change", {"within": 1}, MONEY, "De bijdrage aan het fonds (€ 9.000) is verwerkt in de begroting 2027."),
    ("budget_change", {"announced": 1}, MONEY, "De lasten verwerken wij in de begroting 2027."),
    ("estimate", {"sort": "history"}, MONEY, "Het bedrag is gebaseerd op de cijfers van de jaarrekening 2025."),
    ("estimate", {"sort": "bureau"}, MONEY, "Het krediet is als volgt opgebouwd."),
    ("professional", {}, ORGANISATION, "De jongerenwerker begeleidt de groep."),
    ("escalation", {"who": 1}, ORGANISATION, "De directeur besluit binnen het vastgestelde budget."),
    ("ambition", {"prioritises": 1}, ORGANISATION, "Er is te weinig geld; daarom stellen wij de aanleg uit."),
    ("secrecy_terms", {"lifts": 1}, ORGANISATION, "De raad heft na de verkoop de geheimhouding op."),
    ("adjustment", {}, FOLLOWUP, "Wij stellen de maatregelen bij als de cijfers daar om vragen."),
    ("adjustment", {}, FOLLOWUP, "De werkgroep stelt in het najaar de route bij."),
    ("adjustment", {}, FOLLOWUP, "De woonvisie wordt om het jaar geactualiseerd."),
    ("monitoring", {"what": 1, "often": 1}, FOLLOWUP, "De beheerder meet elke maand het verbruik."),
    ("monitoring", {}, FOLLOWUP, "De club geeft ieder kwartaal het aantal leden door."),
    ("monitoring", {}, FOLLOWUP, "Wij tellen in juni hoeveel fietsers de brug nemen."),
    ("report_back", {"council": 1}, FOLLOWUP, "De wethouder legt in mei verantwoording af in de raad."),
    ("report_back", {"reader": 1}, FOLLOWUP, "In mei 2028 laten wij u weten hoe het gaat."),
    ("report_back", {"reader": 1}, FOLLOWUP, "Uw raad krijgt in mei 2028 een verslag."),
    ("evaluation", {"moment": 1}, FOLLOWUP, "In mei 2028 bespreken wij de uitkomsten met de club."),
    ("choice", {"sort": "wish"}, TALKS, "De buren vroegen om een hek; dat past niet op de stoep."),
    ("effect", {"negative": 1}, RISKS, "Omwonenden zijn bang voor lawaai."),
    ("effect", {"negative": 1}, RISKS, "De ijssalon verwacht omzetverlies."),
    ("effect", {"change": 1}, WHY, "Huurders moeten nu € 90 betalen; straks betalen zij € 40."),
    ("goal", {"measure": 1}, WHY, "Naar verwachting gaan 40 ouderen verhuizen."),
    ("scope", {"side": "out"}, WHY, "Buiten de verordening vallen winkels kleiner dan 40 m²."),
    ("scope", {"side": "out"}, WHY, "Geschrapt zijn de tweede sporthal en het terras."),
    ("scope", {"side": "out"}, WHY, "De fietsenkelder rekenen wij niet tot het project."),
]
IS_NOT = [
    ("capacity", {"number": 1}, ORGANISATION, "De dienst beschikt over 48 fte."),
    ("capacity", {"number": 1}, ORGANISATION, "De huur van de zaal, € 3.000, zit in het tarief."),
    ("capacity", {"number": 1}, ORGANISATION, "Het terrein houdt 300 arbeidsplaatsen."),
    ("capacity", {"number": 1}, MONEY, "De besparing is € 70.000: de loonkosten van een leidinggevende."),
    ("capacity", {"vague": 1}, ORGANISATION, "Er zijn geen personele gevolgen."),
    ("coverage", {}, MONEY, "Nieuwbouw van de opvang kost € 2.000.000."),
    ("coverage", {"deferred": 1}, MONEY, "De dekking is als volgt."),
    ("coverage", {"open": 1}, MONEY, "De € 900.000 is een maximum, geen budget."),
    ("coverage", {"traceable": 1}, MONEY, "Wat het daarna kost is niet bekend; dit wordt meegenomen bij de begroting."),
    ("coverage", {"traceable": 1}, "Sociale gevolgen", "Dit onderwerp wordt meegenomen in het programma Samen Leven."),
    ("contribution", {}, RISKS, "Het waterschap heeft een vergunning toegezegd."),
    ("contribution", {}, MONEY, "De gemeentelijke cofinanciering is € 20.000."),
    ("pooled", {"integral": 1}, MONEY, "Dit loopt mee in de integrale afweging bij de kadernota."),
    ("lifecycle", {"sort": "capital"}, MONEY, "De oude loods is afgeschreven."),
    ("lifecycle", {"sort": "upkeep"}, MONEY, "Het tekort van € 5.000 komt uit het onderhoudsbudget wegen."),
    ("lifecycle", {"sort": "upkeep"}, MONEY, "Deze lasten komen ten laste van de exploitatie."),
    ("budget_change", {"announced": 1}, MONEY, "De opbrengst is al verwerkt in de begroting 2027."),
    ("estimate", {}, MONEY, "De jaarrekening 2025 kreeg een goedkeurende verklaring."),
    ("estimate", {}, MONEY, "De nota is opgebouwd rond vier thema's."),
    ("estimate", {}, ORGANISATION, "Het afval daalt naar 30 kilo per inwoner."),
    ("professional", {}, ORGANISATION, "Onze medewerkers gaan mee naar het nieuwe kantoor."),
    ("professional", {}, ORGANISATION, "Volgens de consulenten gaan er twaalf gezinnen heen."),
    ("escalation", {}, ORGANISATION, "De griffie maakt het besluit binnen twee weken bekend."),
    ("escalation", {}, ORGANISATION, "Zij kunnen met wat hulp langer zelfstandig wonen."),
    ("ambition", {"prioritises": 1}, ORGANISATION, "Wij stellen u voor € 60.000 beschikbaar te stellen uit de reserve."),
    ("ambition", {"prioritises": 1}, ORGANISATION, "Zakt het twee keer achter elkaar onder 80%, dan melden wij dat."),
    ("ambition", {"prioritises": 1}, ORGANISATION, "Stoppen met roken kost veel inwoners moeite, zeggen 40 huisartsen."),
    ("ambition", {"strained": 1}, ORGANISATION, "Er is geen extra formatie nodig."),
    ("secrecy_terms", {"lifts": 1}, ORGANISATION, "De gemeente heft zelf deze belasting."),
    ("risk", {}, RISKS, "Bij meer dan veertig aanmeldingen loten wij."),
    ("adjustment", {}, ORGANISATION, "De directeur stelt de formulieren beschikbaar bij elke aanvraag."),
    ("adjustment", {}, ORGANISATION, "De bevoegdheid om de lijst vast te stellen ligt bij het bestuur."),
    ("adjustment", {}, ORGANISATION, "Een boete vraagt om heroverweging in bezwaar."),
    ("adjustment", {}, ORGANISATION, "Daarna passen wij de begroting aan."),
    ("adjustment", {}, ORGANISATION, "De pagina wordt elke maand geactualiseerd."),
    ("adjustment", {}, ORGANISATION, "Het tweede perceel is op verzoek van bewoners nogmaals bekeken."),
    ("adjustment", {}, ORGANISATION, "Een huurcontract past beter bij ons als kleine gemeente."),
    ("adjustment", {}, ORGANISATION, "De deeltaxi, die als proef begon, is gestopt."),
    ("monitoring", {}, ORGANISATION, "De vloer krijgt een mat van rubber."),
    ("monitoring", {}, ORGANISATION, "Het dorp telt 900 inwoners en onze afdeling telt 12 mensen."),
    ("monitoring", {}, ORGANISATION, "Bij de gunning telt de prijs voor de helft mee."),
    ("monitoring", {}, ORGANISATION, "Uit de peiling van 2025 komt een ander beeld."),
    ("monitoring", {}, ORGANISATION, "Geluk is moeilijk te meten."),
    ("monitoring", {}, ORGANISATION, "Voor de gunning volgen wij de aanbestedingsregels."),
    ("monitoring", {}, ORGANISATION, "De markt te houden bij de kerk."),
    ("monitoring", {}, ORGANISATION, "Buren geven het bericht door."),
    ("monitoring", {}, ORGANISATION, "Wij denken aan een dashboard."),
    ("report_back", {}, ORGANISATION, "Na uw besluit krijgen alle buren een brief."),
    ("report_back", {}, ORGANISATION, "Na de raadsvergadering sturen wij het plan naar de provincie."),
    ("report_back", {}, ORGANISATION, "Dat eist het Besluit begroting en verantwoording van de raad."),
    ("report_back", {}, ORGANISATION, "In bijlage 3 leest u de reacties."),
    ("report_back", {}, ORGANISATION, "De raad krijgt zo meer invloed op de kosten."),
    ("evaluation", {}, FOLLOWUP, "De beheerder bespreekt elke maand de storingen."),
    ("evaluation", {}, ORGANISATION, "Een boete vraagt om heroverweging in bezwaar."),
    ("choice", {"sort": "wish"}, TALKS, "Op verzoek van de buren komt er een hek."),
    ("choice", {"sort": "wish"}, TALKS, "De buren vroegen om een hek; dat is opgenomen in het ontwerp."),
    ("report_back", {}, ORGANISATION, "Twee buurgemeenten hebben u laten weten niet mee te doen."),
    ("effect", {"negative": 1}, RISKS, "Bewoners krijgen geen losse brieven meer."),
    ("effect", {"negative": 1}, RISKS, "De dorpsraad mist een inhoudsopgave."),
    ("effect", {"negative": 1}, RISKS, "Automobilisten kunnen bij de kiosk stoppen en keren."),
    ("effect", {"negative": 1}, RISKS, "Hoeveel leden dit zijn is lastig te zeggen."),
    ("effect", {"negative": 1}, RISKS, "De inleg van ondernemers loopt buiten de begroting om."),
    ("effect", {"negative": 1}, RISKS, "Huurders gaan er niet op achteruit."),
    ("effect", {"negative": 1}, RISKS, "De fixers helpen gezinnen af en toe met een klus; dat moet af en toe kunnen."),
    ("effect", {"negative": 1}, RISKS, "Meldingen van cliënten valt buiten dit mandaat."),
    ("effect", {"change": 1}, WHY, "Ouders moeten nu drie formulieren invullen."),
    ("effect", {"change": 1}, WHY, "Op dit moment krijgt bijna iedere scholier een taxi."),
    ("goal", {"measure": 1}, WHY, "Naar schatting heeft 14% van de inwoners schulden."),
    ("goal", {"date": 1}, WHY, "De provincie heeft per jaar een taakstelling."),
    ("goal", {}, WHY, "Met de aannemer is nog discussie over meerwerk."),
    ("goal", {}, WHY, "Met de schouwburg wordt over de zaal gesproken."),
    ("goal", {"effect": 1}, WHY, "In de wijk wonen 300 huishoudens."),
    ("goal", {"effect": 1}, WHY, "Wij willen dit eerst onderzoeken."),
    ("scope", {"side": "out"}, WHY, "Het feest is uitgesteld, niet geschrapt."),
    ("scope", {"side": "out"}, WHY, "Er zijn enkele verwijzingen geschrapt."),
    ("scope", {"side": "out"}, WHY, "Op die subsidie rekenen wij voortaan niet meer."),
    ("scope", {"side": "out"}, WHY, "De najaarsnota komt te laat, vandaar dit aparte voorstel."),
    ("scope", {"side": "out"}, WHY, "Wij gaan niet over de grens van € 40.000 heen."),
    ("scope", {"side": "out"}, WHY, "Het pad ligt in een straat die buiten het waterwingebied valt."),
    ("scope", {"side": "out"}, WHY, "Wie al lid is heeft er niet op gewacht."),
    ("scope", {"side": "in"}, WHY, "De pijlers hangen samen."),
]


def found(checker: Checker, kind: str, fields: Asked, heading: str, sentence: str) -> list[Fact]:
    """The facts of a kind with these fields in a proposal that says this under this heading."""
    text = proposal("Het plan vast te stellen.", body=f"## {heading}\n{sentence}")
    return [fact for fact in facts_in(checker, text, kind) if all(fact.fields[name] == value for name, value in fields.items())]


@pytest.mark.parametrize(("kind", "fields", "heading", "sentence"), IS)
def test_a_sentence_that_means_it_gives_the_fact(checker: Checker, kind: str, fields: Asked, heading: str, sentence: str) -> None:
    assert [fact for fact in found(checker, kind, fields, heading, sentence) if fact.fields["polarity"]]


@pytest.mark.parametrize(("kind", "fields", "heading", "sentence"), IS_NOT)
def test_the_same_word_with_another_meaning_does_not(
    checker: Checker, kind: str, fields: Asked, heading: str, sentence: str
) -> None:
    assert not [fact for fact in found(checker, kind, fields, heading, sentence) if fact.fields["polarity"]]


def test_the_head_of_a_table_of_risks_is_no_risk(checker: Checker) -> None:
    table = "| Risico | Gevolg | Maatregel |\n|---|---|---|\n| De vergunning komt later | uitloop | eerder aanvragen |"
    quotes = [
        fact.quote for fact in facts_in(checker, proposal("Het plan vast te stellen.", body=f"## Risico's\n{table}"), "risk")
    ]
    assert len(quotes) == 1
    assert "vergunning" in quotes[0]


def test_who_wrote_the_paper_is_no_ground_of_an_estimate(checker: Checker) -> None:
    text = "# Raadsvoorstel\n\nOpgesteld door: J. Vos, adviseur wonen\n\n## Beslispunten\n1. Het plan vast te stellen."
    assert not facts_in(checker, text, "estimate")

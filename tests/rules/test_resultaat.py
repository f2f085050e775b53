"""Words of RES: side effects, whose result it is, and promises for everybody, in many voices."""

from __future__ import annotations

import pytest

from toets.checker import Checker
from toets.model.fact import Fact

SIDE_EFFECTS = (
    "Tijdens de bouw hebben omwonenden een half jaar last van vrachtverkeer.",
    "Door de afsluiting neemt het verkeer op de Molenweg toe.",
    "Vroeg signaleren kan ertoe leiden dat gezinnen hulp gaan mijden en te laat worden gezien.",
    "De huurders van de achterste hal zullen daar een jaar overlast van ondervinden.",
    "Met de nieuwbouw verdwijnen zes goedkope ateliers.",
    "In het dal verdwijnt twaalf hectare bouwland; twee bedrijven moeten stoppen.",
    "Het geparkeerde blik verschuift zich naar de straten erachter.",
    "Ondernemers in de zijstraten kunnen klanten verliezen.",
    "Voor mantelzorgers die nu de volledige vergoeding krijgen, pakt de regeling nadelig uit.",
    "De woningen gaan ten koste van twee hectare groen.",
    "Een hogere parkeerprijs kan bezoekers naar Terborg doen uitwijken.",
    "Verenigingen met weinig vrijwilligers krijgen er administratief werk bij.",
    "Strengere eisen kunnen ertoe leiden dat kleine aanbieders afhaken.",
    "Woningbouw op deze plek verdringt bedrijvigheid.",
    "Het kan een aanzuigende werking hebben op woningzoekenden uit de regio.",
    "Huurders zien hun lasten met gemiddeld € 14 per maand stijgen.",
    "Jongeren raken hun hangplek kwijt.",
    "Niet elke inwoner zal blij zijn met de extra drukte.",
    "De kap van elf bomen roept emoties op.",
    "Het risico bestaat dat overlast zich verplaatst naar het park.",
    "Wie zijn aanvraag digitaal niet kan indienen, valt mogelijk buiten de boot.",
    "Een nadeel is dat de wachttijd bij het loket tijdelijk oploopt.",
    "Kinderen uit het buitengebied moeten verder fietsen.",
    "Kleine ondernemers worden relatief zwaarder belast.",
    "De hogere bouw neemt bij twaalf woningen zon weg in de tuin.",
    "Voor gezinnen net boven de grens verandert er niets, terwijl zij het ook niet breed hebben.",
    "Strengere handhaving leidt tot meer bezwaarschriften.",
    "De markt moet zes weken naar het Kerkplein verhuizen, wat standhouders omzet kost.",
    "Meer woningen betekent meer auto's in de wijk.",
    "Door de korting houden dorpshuizen minder over voor activiteiten.",
    "Zolang er wordt gebouwd is de speeltuin dicht.",
    "Met deze keuze maken we het voor tweede-huisbezitters duurder.",
    "Vrijwilligers haken mogelijk af door de extra regels.",
    "De kans is groot dat hangjongeren opschuiven naar het winkelcentrum.",
    "Sommige bewoners verliezen hun vrije uitzicht.",
    "Niet alle ondernemers zijn gelukkig met de venstertijden.",
    "Huishoudens zonder auto merken hier weinig van, huishoudens met twee auto's des te meer.",
    "Wat we aan zonnepanelen toestaan, gaat af van de landbouwgrond.",
    "Met de komst van de supermarkt kan de buurtwinkel het moeilijk krijgen.",
    "De drempel om hulp te vragen kan hierdoor hoger worden.",
    "Wie geen DigiD heeft, komt er slechter van af.",
    "Strengere parkeernormen maken woningen duurder.",
    "Een groter zwembad trekt bezoekers weg bij dat in Elsmeer.",
    "Er is kans op geluidsoverlast op zomeravonden.",
    "De regeling is ingewikkelder uit te leggen aan inwoners.",
    "Mensen die nu vrijstelling hebben, gaan € 45 per jaar betalen.",
    "De inzet op wonen betekent dat het groenplan een jaar opschuift.",
    "Minder maaien levert klachten op over verrommeling.",
    "De bus stopt straks niet meer bij het verzorgingshuis.",
    "Wie nu gratis parkeert, zal dat als achteruitgang zien.",
    "Het kost het midden- en kleinbedrijf een deel van de parkeerruimte.",
    "De hoogte van de toren past niet bij het dorpse karakter, vinden omwonenden.",
    "Door het nieuwe fietspad sneuvelen zeven eiken.",
    "Tijdens de verbouwing moet de bibliotheek naar een noodlocatie.",
    "De hardere aanpak kan het vertrouwen van inwoners in de gemeente schaden.",
    "Niet alle verenigingen kunnen de hogere huur dragen.",
    "Er ontstaat concurrentie met de bestaande sportschool.",
    "Aanvragers moeten meer gegevens aanleveren dan voorheen.",
    "Bewoners van de Kerkstraat krijgen te maken met bouwverkeer.",
    "De opbrengst gaat mogelijk ten koste van de vrijwillige inzet.",
    "Een verbod op vuurwerk kan ertoe leiden dat mensen uitwijken naar buurgemeenten.",
    "Doordat het spreekuur vervalt, wordt de stap naar hulp groter voor laaggeletterden.",
    "De regeling maakt onderscheid tussen oude en nieuwe huurders.",
    "Er verdwijnt een stuk open landschap.",
    "Kleine clubs hebben hier meer moeite mee dan grote.",
)

PROJECT_RISKS = (
    "De aanbesteding kan tegenvallen.",
    "De planning is krap.",
    "Het tempo ligt hoog.",
    "De vergunning kan worden aangevochten.",
    "De kosten kunnen hoger uitvallen dan geraamd.",
    "De rijksbijdrage is nog niet toegezegd.",
    "Personeel is moeilijk te vinden.",
    "Inwoners kunnen het gevoel hebben dat zij over alles mee kunnen beslissen.",
    "Er zijn geen nadelige gevolgen voor omwonenden.",
    "De levertijd van materialen is onzeker.",
    "Keuzes die daarin gemaakt worden kunnen gevolgen hebben voor de visie.",
    "De raming kent een onzekerheid van 15%.",
    "De provincie kan het plan nog afkeuren.",
    "De invoering vraagt veel van het team Vergunningen.",
    "De begrotingscijfers zijn voorlopig.",
    "Er is één inschrijver, wat de concurrentie beperkt.",
    "De wetswijziging kan nog worden uitgesteld.",
    "De begroting van de GR is nog niet goedgekeurd.",
    "Er is een risico dat de subsidie lager uitvalt.",
    "De Raad van State moet nog uitspraak doen.",
    "De planning is afhankelijk van de netbeheerder.",
    "De subsidie is nog niet beschikt.",
    "Er is geen ervaring met deze aanbestedingsvorm.",
)

SHARED = (
    "De gemeente zorgt voor de plekken; of jongeren er gebruik van maken, is aan henzelf.",
    "Meedoen blijft de verantwoordelijkheid van inwoners zelf.",
    "Wij kunnen de woningen niet zelf bouwen; dat doen de corporatie en ontwikkelaars.",
    "De invloed van de gemeente op de woningmarkt is beperkt.",
    "Het college schept de voorwaarden, de uitvoering ligt bij verenigingen.",
    "Of de lokale economie groeit, hangt vooral af van de conjunctuur en van ondernemers zelf.",
    "De gemeente kan gezondheid niet afdwingen, wel bevorderen.",
    "Wij faciliteren, inwoners zijn zelf aan zet.",
    "De aanbieder is verantwoordelijk voor het resultaat bij de cliënt.",
    "De rol van de gemeente is die van regisseur; de corporatie renoveert.",
    "Dat bereiken we niet alleen: scholen, huisartsen en sportclubs dragen elk een deel bij.",
    "Wat wij leveren zijn 200 huisbezoeken per jaar; of mensen zich minder eenzaam voelen, bepalen zij en hun omgeving.",
    "De gemeente betaalt de coach, de vereniging werft de vrijwilligers.",
    "Wij zijn hierin afhankelijk van de inzet van werkgevers.",
    "Uiteindelijk bepalen bewoners zelf of zij van het gas af gaan.",
    "Wij kunnen drempels wegnemen, de stap zetten moet iemand zelf.",
    "Verhuurders blijven aan zet als het gaat om de staat van de woning.",
    "De gemeente is een van de vele partijen en kan dit niet alleen oplossen.",
    "Werk vinden hangt af van de arbeidsmarkt; wij zorgen voor begeleiding en scholing.",
    "Het doel is van ons samen; de scholen nemen de lessen op zich, de gemeente de coördinatie.",
    "De corporaties investeren in de woningen, de gemeente in de openbare ruimte.",
    "Wij gaan over de vergunning en het terrein, niet over de bezetting van de opvang.",
    "Hoe snel er wordt gebouwd, ligt grotendeels bij de ontwikkelaar.",
    "Of een huishouden uit de schulden komt, hebben we niet in de hand.",
    "De gemeente maakt het mogelijk, de dorpen doen het.",
    "Scholen blijven verantwoordelijk voor de kwaliteit van het onderwijs.",
    "Wij dragen hieraan bij, maar het succes staat of valt met de inzet van ouders.",
    "Dit doel kan de gemeente niet in haar eentje halen.",
    "Bewoners houden zelf de regie over hun woning.",
    "De wettelijke verantwoordelijkheid ligt bij de schoolbesturen.",
    "Ons deel is de accommodatie, dat van de club de jeugdopleiding.",
    "De gemeente is niet de enige die hier invloed op heeft; ook het Rijk en de werkgevers spelen een rol.",
    "Wij kunnen ontmoeting mogelijk maken, maar vriendschap niet organiseren.",
    "Het behalen van dit doel ligt voor een belangrijk deel buiten onze macht.",
    "De corporatie is aan zet voor de renovatie; de gemeente richt de straat opnieuw in.",
    "Of er minder wordt gereden, bepalen de automobilisten.",
    "Wij leveren de begeleiding; het vinden van werk is het resultaat van de kandidaat zelf.",
    "Resultaat van de gemeente: 300 adviezen. Resultaat van de eigenaren: 120 geïsoleerde woningen.",
    "Dat de lucht schoner wordt, is niet alleen onze verdienste.",
)

NOT_SHARED = (
    "Wij willen dat alle inwoners kunnen meedoen, ongeacht hun portemonnee.",
    "Een gedragen visie die richting geeft aan de ontwikkeling van de gemeente.",
    "Samen met inwoners, ondernemers en partners gaan we het gesprek aan.",
    "We sluiten aan bij wat al gebeurt.",
    "Niemand hoeft in 2030 nog in armoede te leven.",
    "Wij versterken de sociale basis in alle wijken.",
    "Partners worden betrokken bij de uitwerking.",
    "De gemeente wil een aantrekkelijke woonplaats zijn.",
    "Wij geven inwoners meer regie.",
    "Ouders worden gevraagd mee te denken.",
    "Wij werken aan een sterke samenleving.",
    "Inwoners en partners doen mee.",
)

PROMISES = (
    "Wij zorgen dat iedereen meedoet.",
    "Wij willen dat alle inwoners van Noorddam kunnen meedoen.",
    "Niemand is in 2030 nog eenzaam.",
    "Elk kind in onze gemeente groeit gezond op.",
    "Iedere inwoner heeft een passende woning.",
    "Geen enkel kind gaat meer zonder ontbijt naar school.",
)

NO_PROMISES = (
    "Iedere aanvrager krijgt binnen acht weken een besluit.",
    "Alle bedragen zijn exclusief btw.",
)


def facts(checker: Checker, heading: str, text: str, kind: str) -> list[Fact]:
    """The facts of a kind that hold in one sentence under a heading."""
    document = f"# Raadsvoorstel\n\n## Beslispunten\n1. De nota Wonen 2027 vast te stellen.\n\n## {heading}\n{text}\n"
    found = checker.check_bytes(document.encode(), "zin.md", kinds=["RV-BEL"]).facts
    return [fact for fact in found if fact.kind == kind and fact.fields["polarity"] == 1]


def side_effects(checker: Checker, text: str) -> list[Fact]:
    found = facts(checker, "Kanttekeningen", text, "choice")
    return [fact for fact in found if fact.fields["sort"] == "side_effect" and not fact.fields["bare"]]


@pytest.mark.parametrize("text", SIDE_EFFECTS)
def test_an_effect_on_others_is_heard(checker: Checker, text: str) -> None:
    assert side_effects(checker, text)


@pytest.mark.parametrize("text", PROJECT_RISKS)
def test_a_risk_of_the_project_is_no_side_effect(checker: Checker, text: str) -> None:
    assert not side_effects(checker, text)


@pytest.mark.parametrize("text", SHARED)
def test_what_is_up_to_others_is_heard(checker: Checker, text: str) -> None:
    assert facts(checker, "Beoogd effect", text, "result_owner")


@pytest.mark.parametrize("text", NOT_SHARED)
def test_naming_others_leaves_the_result_where_it_was(checker: Checker, text: str) -> None:
    assert not facts(checker, "Beoogd effect", text, "result_owner")


@pytest.mark.parametrize("text", PROMISES)
def test_a_promise_for_everybody_is_heard(checker: Checker, text: str) -> None:
    assert any(fact.fields["absolute"] for fact in facts(checker, "Beoogd effect", text, "claim"))


@pytest.mark.parametrize("text", NO_PROMISES)
def test_a_term_or_a_total_is_no_promise(checker: Checker, text: str) -> None:
    assert not facts(checker, "Beoogd effect", text, "claim")

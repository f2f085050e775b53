"""Words of OPG: what was weighed and presumed, and when the course may change, in many voices."""

from __future__ import annotations

import pytest

from toets.checker import Checker
from toets.model.fact import Fact

WEIGHED = (
    "Wij hebben ook gekeken naar renovatie van het bestaande gebouw, maar dat is over veertig jaar duurder dan nieuwbouw.",
    "Een kleinere hal met twee velden is overwogen en afgevallen, omdat de handbalvereniging dan geen wedstrijden kan spelen.",
    "De goedkoopste variant hebben wij terzijde gelegd vanwege de slechte bereikbaarheid.",
    "Het alternatief is het contract een jaar te verlengen; dat vinden wij niet verstandig.",
    "U kunt er ook voor kiezen de regeling ongewijzigd te laten. Dan blijft het tekort van € 80.000 bestaan.",
    "Van de vijf onderzochte locaties scoorde alleen het Stationsplein voldoende.",
    "Er is bewust niet gekozen voor een verbod, omdat handhaving daarvan niet te doen is.",
    "Uitbesteden aan een marktpartij is onderzocht; dit bleek 20% duurder.",
    "Wat als we niets doen? Dan verloopt de subsidie op 1 juli.",
    "Scenario 2 (gefaseerd) vinden wij minder wenselijk, want dan ligt de straat twee keer open.",
    "De raad kan ook besluiten het tarief niet te verhogen. In dat geval moet € 120.000 elders worden gevonden.",
    "Voorkeur heeft model B: model A biedt te weinig zeggenschap en model C is te kostbaar.",
    "Wij raden u af om te wachten op de landelijke wet.",
    "Wij hadden de bestaande verordening kunnen aanpassen; daarvan is afgezien omdat die al zeven keer is gewijzigd.",
    "Een volledig gemeentelijk bedrijf vonden wij te riskant.",
    "Het voorstel van de buurt om de weg af te sluiten hebben wij niet overgenomen, omdat de brandweer er dan niet door kan.",
    "Instemmen met de begroting zonder zienswijze is een mogelijkheid, maar dan laten wij een kans liggen om bij te sturen.",
    "Renoveren in plaats van nieuw bouwen scheelt € 400.000, maar levert geen energieneutraal gebouw op.",
    "Verlenging van het huidige contract was ook mogelijk geweest, maar dan stijgen de tarieven met 8%.",
    "Wij stellen voor niet te wachten op het nieuwe landelijke model, omdat dat pas in 2028 komt.",
    "Naast een bruin café op de hoek is ook de oude school bekeken.",
    "Een tweede optie, tijdelijke lokalen op het schoolplein, kost per jaar meer en levert niets blijvends op.",
    "Een deelfietssysteem van de gemeente zelf is doorgerekend, maar zou jaarlijks € 60.000 meer kosten.",
    "Wij adviseren niet om het oude contract voort te zetten.",
    "Er zijn drie manieren om de boete te innen; de gekozen manier is de minst belastende.",
    "Zou de raad dit voorstel verwerpen, dan blijft de verordening uit 2016 gelden.",
    "Aansluiten bij de regio Oost ligt minder voor de hand, omdat onze inwoners op West gericht zijn.",
    "De eerste gedachte was om de school op de huidige plek te herbouwen. Dat bleek niet mogelijk vanwege de gasleiding.",
    "Ook een tijdelijke verlenging met een half jaar is besproken; de vervoerder wilde daar niet aan meewerken.",
    "Handhaven van het huidige tarief zou een tekort geven van € 35.000.",
    "Bij het opstellen is gekozen voor een kort plan en niet voor een dik rapport, omdat inwoners dat beter lezen.",
    "Niet meedoen zou betekenen dat wij de taak zelf moeten uitvoeren.",
    "Het college heeft de mogelijkheid van een erfpachtconstructie laten vallen.",
    "De andere inschrijvers vielen af op prijs.",
    "Optie 1: alles in eigen beheer. Optie 2: volledig uitbesteden. Optie 3: een gemengd model.",
    "Wij hebben gekeken of het goedkoper kon met tweedehands units. Die voldoen niet aan de isolatie-eis.",
    "Uw raad kan ervoor kiezen het maximum lager vast te stellen. Dan komen minder mensen in aanmerking.",
    "In eerste instantie dachten wij aan een subsidie per lid. Kleine verenigingen zouden dan niets krijgen.",
    "Wij hebben de locatie aan de Parklaan laten vallen vanwege de bodemverontreiniging.",
    "Zelf bouwen is duurder dan aansluiten bij de stichting.",
    "Aanvankelijk stond een fietsbrug in het plan; die is uit het ontwerp gehaald om binnen het budget te blijven.",
    "De keuze ging tussen een beheerstichting en eigen beheer.",
    "U kunt ook besluiten om niets te veranderen.",
    "Vergeleken met een verbod is een vergunningstelsel lichter.",
    "Wij hebben onderzocht of de huidige sporthal kan worden opgeknapt. De vloer en het dak moeten hoe dan ook worden vervangen.",
    "De gemeente Loosdam koos voor een abonnement. Voor ons is dat te kleinschalig.",
    "Een alternatief is om de bijdrage te verlagen.",
    "Wij hebben er niet voor gekozen om de leges te verlagen, omdat dat ten koste gaat van de dienstverlening.",
    "Een bewonersinitiatief stelde een andere route voor; die loopt door het natuurgebied en is daarom niet haalbaar.",
    "Het college heeft drie varianten laten doorrekenen door een extern bureau.",
    "Bij variant 2 blijft het bestaande dak liggen, wat de levensduur verkort.",
    "Doorgaan op de huidige voet leidt tot een tekort in de voorziening in 2031.",
    "De raad zou kunnen besluiten de bijdrage te schrappen, maar daarmee verdwijnt de buurtbus.",
    "Uitbreiding op de bestaande locatie stuit op de milieucirkel van het naastgelegen bedrijf.",
    "Als alternatief hebben wij een fietsdepot overwogen.",
    "Wachten tot de nieuwe wet ingaat zou een jaar vertraging geven.",
    "De keuze voor huur in plaats van koop is gemaakt omdat de behoefte tijdelijk is.",
)

NOT_WEIGHED = (
    "De fiets is voor deze kinderen een goed alternatief.",
    "Bewoners kunnen kiezen uit verschillende opties voor hun voordeur.",
    "De nota bevat geen alternatieven.",
    "Het plan is uitgewerkt in overleg met de buurt.",
    "De wethouder heeft de opties in kaart laten brengen door de regio voor volgend jaar.",
    "De adviesraad heeft drie keer vergaderd over het concept.",
    "Inwoners kunnen de nota inzien op de website.",
    "Het college kiest voor een integrale aanpak.",
    "In deze variant van de griep is vaccinatie belangrijk.",
    "Er wordt samengewerkt met scholen en sportclubs.",
    "In de bijlage staan drie tabellen met cijfers.",
    "Kinderen kiezen zelf hun sport.",
    "De aannemer wordt gekozen na een aanbesteding.",
    "Het college heeft kennisgenomen van de reacties.",
    "Ouders hebben meer keuze uit opvang.",
    "Er zijn twee fasen voorzien.",
)

PRESUMED = (
    "Bij de raming zijn wij uitgegaan van 120 aanvragen per jaar.",
    "Wij nemen aan dat een derde van de huishoudens meedoet.",
    "Uitgangspunt is dat de corporatie de helft van de woningen bouwt.",
    "De berekening veronderstelt een rente van 2,5%.",
    "Aanname: 30% van de ouders maakt gebruik van de regeling.",
    "Voor de prognose is gerekend met een bevolkingsgroei van 1% per jaar.",
    "De volgende uitgangspunten liggen aan het plan ten grondslag:",
    "We rekenen erop dat de provincie de helft bijdraagt.",
    "Dit voorstel rust op drie aannames.",
    "Daarbij is ervan uitgegaan dat het aantal cliënten gelijk blijft.",
    "Wij verwachten dat het aantal leerlingen tot 2030 met 40 afneemt en hebben het gebouw daarop berekend.",
    "De exploitatie is gebaseerd op een bezettingsgraad van 70%.",
)

NOT_PRESUMED = (
    "Daarbij gaan we uit van vertrouwen.",
    "Wij gaan uit van de eigen kracht van inwoners.",
    "De rekening is betaald.",
)

ADJUSTED = (
    "Elk jaar bij de kadernota bekijken we of de maatregelen nog werken en stellen we ze zo nodig bij.",
    "Het programma wordt jaarlijks herijkt.",
    "Na de pilot van een jaar volgt een go/no-go.",
    "Halverwege de looptijd, in 2027, is er een tussenevaluatie op basis waarvan de raad kan bijsturen.",
    "Als de wachttijd in 2027 niet is gedaald, stoppen we met deze aanpak.",
    "Blijkt het bereik lager dan 60%, dan komen wij met een aangepast voorstel naar de raad.",
    "De raad kan bij de midterm review in 2028 de koers verleggen.",
    "Iedere twee jaar wordt het uitvoeringsprogramma geactualiseerd.",
    "Wij werken lerend: elk kwartaal kijken we wat werkt en passen we het plan aan.",
    "De proef duurt twee jaar. Daarna beslist u of wij doorgaan, aanpassen of stoppen.",
    "Bij een overschrijding van meer dan 10% leggen wij u een keuze voor.",
    "Medio 2026 volgt een tussenevaluatie; valt die tegen, dan passen wij de aanpak aan.",
    "Na twee jaar wordt bezien of de regeling wordt voortgezet.",
    "In 2027 heroverwegen wij de inzet van de wijkcoaches.",
    "Het beleid wordt na twee jaar geëvalueerd en waar nodig bijgesteld.",
    "De maatregelen die in 2026 geen effect laten zien, schrappen we.",
    "Elke fase eindigt met een besluit van uw raad over doorgaan of stoppen.",
    "Over twee jaar leggen wij de nota opnieuw aan u voor, met de vraag of de koers nog klopt.",
    "Ieder voorjaar bespreken wij met de raad of de prioriteiten moeten verschuiven.",
    "Na de zomer van 2027 maken we de balans op en schrappen we wat niet werkt.",
    "Komt de subsidie er niet, dan vervalt deel B van het programma.",
    "Als er in 2026 minder dan vijftig deelnemers zijn, wordt de inzet teruggeschroefd.",
    "De werkgroep kijkt elk halfjaar of het plan bijstelling behoeft.",
    "Tussentijds kan de raad het programma aanpassen bij de begrotingsbehandeling.",
    "Het plan kent drie beslismomenten: eind 2026, eind 2027 en eind 2028.",
    "Jaarlijks stelt het college een uitvoeringsagenda vast, waarin wordt ingespeeld op ontwikkelingen.",
    "Bij de evaluatie in 2028 bepaalt u of de pas blijft.",
    "Eerst doen we een proef in twee wijken; de resultaten bepalen of we verdergaan.",
    "In het vierde kwartaal van 2027 evalueren we de pilot en besluiten we over het vervolg.",
    "Mocht het aantal meldingen niet dalen, dan gaan we over tot cameratoezicht.",
    "De prestatieafspraken maken we elk jaar opnieuw.",
    "Het actieplan is dynamisch: jaarlijks voegen we acties toe of voeren we ze af.",
    "Na vier maanden houden we de werkwijze tegen het licht.",
    "De cijfers bespreken we twee keer per jaar met de raad, zodat u kunt bijsturen.",
    "Bij de tussenrapportage van juni 2027 wegen we of we op koers liggen en wat er anders moet.",
    "Voldoet de aanbieder niet, dan kan het contract na een jaar worden opgezegd.",
    "Eind 2027 ligt er een tussenbalans, waarna uw raad de koers kan verleggen.",
    "Elk najaar stellen wij het jaarplan bij op basis van de cijfers.",
    "Lukt het niet om drie corporaties mee te krijgen, dan stopt het programma per 1 januari 2028.",
    "Het programma wordt halverwege getoetst en zo nodig herzien.",
    "Uw raad besluit per fase of wij verdergaan.",
    "We sturen bij als de indicatoren twee kwartalen achter elkaar rood staan.",
    "De visie wordt elke vier jaar geactualiseerd.",
)

NOT_ADJUSTED = (
    "We volgen de ontwikkelingen en evalueren het beleid tegen het einde van de looptijd.",
    "Over de voortgang wordt u regelmatig geïnformeerd.",
    "Het begrotingsbudget wordt met € 40.000 bijgesteld.",
    "De planning wordt aangepast aan de bouwvak.",
    "Wij stoppen met de papieren nieuwsbrief.",
    "In 2030 wordt de nota geëvalueerd.",
    "De nota geldt van 2027 tot en met 2030.",
    "De raad ontvangt ieder jaar een voortgangsrapportage.",
    "De uitvoering start in januari 2027.",
    "De pas wordt verder uitgewerkt in het najaar.",
    "Het plan heeft een looptijd van vier jaar.",
    "In 2031 volgt een nieuwe nota.",
    "Wij monitoren de voortgang.",
    "De raad ontvangt na afloop een eindrapport.",
    "De indicatoren staan in hoofdstuk 5.",
    "De evaluatie volgt in 2031.",
)


def facts(checker: Checker, heading: str, text: str, kind: str) -> list[Fact]:
    """The facts of a kind that hold in one sentence under a heading."""
    document = f"# Raadsvoorstel\n\n## Beslispunten\n1. De nota Wonen 2027 vast te stellen.\n\n## {heading}\n{text}\n"
    found = checker.check_bytes(document.encode(), "zin.md", kinds=["RV-BEL"]).facts
    return [fact for fact in found if fact.kind == kind and fact.fields["polarity"] == 1]


@pytest.mark.parametrize("text", WEIGHED)
def test_a_way_that_was_not_chosen_is_heard(checker: Checker, text: str) -> None:
    found = facts(checker, "Argumenten", text, "choice")
    assert {"alternative", "null"} & {fact.fields["sort"] for fact in found}


@pytest.mark.parametrize("text", NOT_WEIGHED)
def test_what_was_not_weighed_is_no_alternative(checker: Checker, text: str) -> None:
    found = facts(checker, "Argumenten", text, "choice")
    assert not {"alternative", "null"} & {fact.fields["sort"] for fact in found}


@pytest.mark.parametrize("text", PRESUMED)
def test_an_assumption_is_heard(checker: Checker, text: str) -> None:
    assert "assumption" in {fact.fields["sort"] for fact in facts(checker, "Financiën", text, "choice")}


@pytest.mark.parametrize("text", NOT_PRESUMED)
def test_a_value_is_no_assumption(checker: Checker, text: str) -> None:
    assert "assumption" not in {fact.fields["sort"] for fact in facts(checker, "Financiën", text, "choice")}


@pytest.mark.parametrize("text", ADJUSTED)
def test_a_moment_or_reason_to_change_course_is_heard(checker: Checker, text: str) -> None:
    found = facts(checker, "Evaluatie", text, "adjustment")
    assert any(fact.fields["moment"] or fact.fields["trigger"] for fact in found)


@pytest.mark.parametrize("text", NOT_ADJUSTED)
def test_following_and_reporting_change_no_course(checker: Checker, text: str) -> None:
    found = facts(checker, "Evaluatie", text, "adjustment")
    assert not any(fact.fields["moment"] or fact.fields["trigger"] for fact in found)

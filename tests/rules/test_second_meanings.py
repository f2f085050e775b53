"""Words of the social facts that also mean something else: what they are read as, and what they are not."""

from __future__ import annotations

import pytest

from toets.checker import Checker
from toets.model.fact import Fact

NOT_SAID = (
    ("municipal_role", "Samenvatting", "Wij stellen uw raad voor de nota in te trekken."),
    ("municipal_role", "Financiën", "De gemeente maakt kosten voor het beheer van de haven."),
    ("municipal_role", "Kanttekeningen", "We gaan niet over het bedrag van € 40.000 heen."),
    ("working_form", "Financiën", "De lasten van programma 4 stijgen met € 20.000."),
    ("contact", "Participatie", "De leden pleitten voor een vast aanspreekpunt."),
    ("collegial", "Mandaat", "Bij gevoelige zaken vindt vooraf overleg plaats met de portefeuillehouder."),
    ("signal", "Argumenten", "Zodra alle woningen zijn opgeleverd, legt het college een voorstel voor."),
    ("signal", "Aanleiding", "In de voorjaarsnota is gemeld dat de vertraging oploopt."),
    ("quality", "Aanleiding", "De loketmedewerkers ervaren het rooster als zwaar."),
    ("quality", "Argumenten", "Het bestuur heeft veel ervaring met beheer."),
    ("result_condition", "Beoogd effect", "In 2030 loopt de helft van de leerlingen naar school."),
    ("older_policy", "Beslispunten", "2. De achtste wijziging van de begroting 2027 vast te stellen."),
    ("older_policy", "Beslispunten", "2. De raad elk jaar in juni, voor het eerst in juni 2028, te berichten."),
    ("older_policy", "Argumenten", "Langs de singel vervallen wel 14 parkeerplaatsen."),
    ("guidance", "Argumenten", "Twee van de vijf brugwachters gaan voor 2029 met pensioen."),
    ("guidance", "Argumenten", "In de eerste plaats is het gebouw te klein."),
    ("duty", "Aanleiding", "Vier inwoners dienden in 2026 een klacht in."),
    ("duty", "Argumenten", "Tot een stichting wordt alleen besloten indien dat nodig is."),
    ("duty", "Mandaat", "Het gaat om het aangaan van verplichtingen tot € 30.000."),
    ("urgency", "Argumenten", "Bij een langdurige crisis werkt de noodlijn door."),
    ("urgency", "Beoogd effect", "Er zijn 20 plekken voor huishoudens met spoed."),
    ("self_service", "Argumenten", "De bezoekers van het hotel parkeren op eigen terrein."),
    ("safety_net", "Participatie", "Dat advies nemen wij niet over."),
    ("levy_change", "Argumenten", "De tarieven voor begeleiding zijn per juli met 4% verhoogd."),
    ("household_sum", "Financiën", "Uit de post Prettig ouder worden komt € 30.000."),
    ("group_reach", "Aanleiding", "De voedselbank deelde vorig jaar meer pakketten uit."),
    ("group_reach", "Argumenten", "Het schoolplein van De Bron is in slechte staat."),
    ("claim", "Argumenten", "Als de winkel sluit, komt die nooit meer terug."),
    ("result_owner", "Argumenten", "We gaan niet over de begroting van € 90.000 heen."),
    ("hollow_term", "Aanleiding", "Vier gemeenten hebben besloten mee te doen aan de inkoop."),
)
SAID = (
    ("municipal_role", "Uitvoering", "De gemeente levert de grond en ziet toe op de planning."),
    ("working_form", "Uitvoering", "Het project start in maart."),
    ("contact", "Communicatie", "De projectleider is het vaste aanspreekpunt voor de buurt."),
    ("quality", "Beoogd effect", "Bezoekers waarderen het park met een 7,5."),
    ("result_condition", "Uitvoering", "De coaches zijn geschoold in het omgaan met dementie."),
    ("older_policy", "Beslispunten", "2. De Nota Spelen 2015 in te trekken."),
    ("guidance", "Argumenten", "De voetganger gaat voor alles."),
    ("duty", "Argumenten", "De aanvrager moet een plattegrond overleggen."),
    ("urgency", "Argumenten", "Het besluit kan niet wachten: de subsidie vervalt op 1 mei."),
    ("self_service", "Uitvoering", "Bewoners vangen het regenwater voortaan op eigen terrein op."),
    ("safety_net", "Uitvoering", "Wie het formulier niet zelf kan invullen, krijgt hulp aan de balie."),
    ("group_reach", "Participatie", "Met jongeren hebben we op het schoolplein gesproken."),
    ("claim", "Beoogd effect", "Ieder kind kan meedoen."),
)
NO_CHOICE = (
    ("assumption", "Beslispunten", "1. De Kadernota vast te stellen als uitgangspunt voor de begroting."),
    ("assumption", "Argumenten", "De provincie gaf ontheffing onder de voorwaarde dat het werk in mei begint."),
    ("wish", "Beoogd effect", "Wij zijn er vroeg bij."),
    ("wish", "Planning", "Het verzoek om voorlopige voorziening schorst het besluit."),
    ("alternative", "Argumenten", "In de verordening zijn enkele verouderde begrippen geschrapt."),
    ("alternative", "Argumenten", "Voor de cliënt verandert daar niets aan."),
    ("kanttekening", "Financiën", "Het nadeel over 2027 wordt bij de jaarrekening verwerkt."),
)
NOBODY_HEARD = (
    ("Aanleiding", "De voedselbank gaf in maart meer pakketten uit."),
    ("Aanleiding", "Het verpleeghuis sloot vorig jaar een afdeling."),
    ("Communicatie", "De raad vindt u terug in de bijlage."),
    ("Beslispunten", "1. Een zienswijze kenbaar te maken over de ontwerpbegroting van de regeling."),
)
NO_BURDEN = (
    "De vier inschrijvingen liggen dicht bij elkaar.",
    "De provincie betaalt mee aan de oversteek.",
    "In elk van de vijf wijken komt een steunpunt voor mantelzorgers.",
    "Inwoners kunnen er hun afval kwijt.",
    "Het mandaat voor lasten onder dwangsom ligt bij de teamleider.",
)


def facts(checker: Checker, kind: str, heading: str, text: str) -> list[Fact]:
    """The facts of a kind that hold in one sentence under a heading."""
    first = "" if heading == "Beslispunten" else "## Beslispunten\n1. De nota Wonen 2027 vast te stellen.\n\n"
    document = f"# Raadsvoorstel\n\n{first}## {heading}\n{text}\n"
    found = checker.check_bytes(document.encode(), "zin.md", kinds=["RV-BEL"]).facts
    return [fact for fact in found if fact.kind == kind and fact.fields.get("polarity", 1) == 1]


@pytest.mark.parametrize(("kind", "heading", "text"), NOT_SAID)
def test_a_second_meaning_is_no_such_fact(checker: Checker, kind: str, heading: str, text: str) -> None:
    assert not facts(checker, kind, heading, text)


@pytest.mark.parametrize(("kind", "heading", "text"), SAID)
def test_the_meaning_itself_is_still_heard(checker: Checker, kind: str, heading: str, text: str) -> None:
    assert facts(checker, kind, heading, text)


@pytest.mark.parametrize(("sort", "heading", "text"), NO_CHOICE)
def test_what_only_looks_like_a_choice_is_none(checker: Checker, sort: str, heading: str, text: str) -> None:
    assert sort not in {fact.fields["sort"] for fact in facts(checker, "choice", heading, text)}


@pytest.mark.parametrize(("heading", "text"), NOBODY_HEARD)
def test_telling_of_somebody_is_no_hearing(checker: Checker, heading: str, text: str) -> None:
    assert not [fact for fact in facts(checker, "consultation", heading, text) if fact.fields["heard"]]


@pytest.mark.parametrize("text", NO_BURDEN)
def test_what_sounds_like_a_burden_is_none(checker: Checker, text: str) -> None:
    assert not [fact for fact in facts(checker, "effect", "Argumenten", text) if fact.fields["negative"]]


def test_people_of_whom_is_spoken_did_not_speak(checker: Checker) -> None:
    text = "De adviesraad vroeg op 3 mei om een hoofdstuk over jonge ouderen en dat is toegevoegd."
    heard = {fact.fields["party"] for fact in facts(checker, "consultation", "Participatie", text) if fact.fields["heard"]}
    assert heard == {"client_council"}


def test_a_limit_on_axle_loads_is_no_handicap(checker: Checker) -> None:
    text = "Sinds mei geldt op de brug een aslastbeperking van 5 ton."
    assert not [fact for fact in facts(checker, "effect", "Aanleiding", text) if fact.fields["vulnerable"]]


NO_WISH = (
    "De besturen krijgen het raadsbesluit in mei.",
    "De reactie van het algemeen bestuur ontvangt u in juni.",
    "Drie besturen krijgen hun vacatures niet vervuld.",
)


@pytest.mark.parametrize("text", NO_WISH)
def test_what_somebody_is_sent_is_no_interest(checker: Checker, text: str) -> None:
    assert not [fact for fact in facts(checker, "partner", "Uitvoering", text) if fact.fields["wish"]]


def test_a_second_verb_tells_a_wish_too(checker: Checker) -> None:
    text = "In mei spraken we met de besturen van de clubs. Zij steunen het plan en vragen om langere openingstijden."
    assert [fact for fact in facts(checker, "partner", "Uitvoering", text) if fact.fields["wish"]]


def test_a_club_that_would_appreciate_a_decision_suffers_nothing(checker: Checker) -> None:
    found = facts(checker, "choice", "Kanttekeningen", "De club zou een snel besluit op prijs stellen.")
    assert "side_effect" not in {fact.fields["sort"] for fact in found}


def test_we_turn_to_something_else_names_no_part_of_town(checker: Checker) -> None:
    found = facts(checker, "choice", "Kanttekeningen", "Is de zaal niet op tijd klaar, dan wijken we uit naar de kantine.")
    assert "side_effect" not in {fact.fields["sort"] for fact in found}

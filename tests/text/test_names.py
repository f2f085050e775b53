"""Bodies, functions, organisations, people, and what something is paid from."""

from __future__ import annotations

import pytest

from toets.model.vocabulary import Term, Vocabulary
from toets.text.spans import Lexicon

from .span_build import found, more, spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("uw raad stelt vast", [("uw raad", "raad")]),
        ("De gemeenteraad besluit", [("gemeenteraad", "raad")]),
        ("het college van burgemeester en wethouders", [("college van burgemeester en wethouders", "college")]),
        ("B en W van Rietmonde", [("B en W", "college")]),
        ("B&W-kamer en B&W", [("B&W", "college")]),
        ("de burgemeester tekent", [("burgemeester", "burgemeester")]),
        ("Het presidium en gedeputeerde staten", [("presidium", "presidium"), ("gedeputeerde staten", "gs")]),
        ("het algemeen bestuur (AB)", [("algemeen bestuur", "algemeen_bestuur"), ("AB", "algemeen_bestuur")]),
        ("de commissie Samenleving van 19 juni", [("commissie Samenleving", "commissie")]),
        ("Wij stellen u voor dat we dit ab ovo doen", []),
        ("de raad van toezicht en de Raad van State", []),
        ("de cliëntenraad en de dorpsraad", []),
    ],
)
def test_bodies(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "orgaan") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de projectleider en de griffier", [("projectleider", "projectleider"), ("griffier", "griffier")]),
        ("het hoofd van de afdeling Beheer Openbare Ruimte", [("hoofd van de afdeling Beheer Openbare Ruimte", "hoofd")]),
        ("Saskia (hoofd Openbare Ruimte)", [("hoofd Openbare Ruimte", "hoofd")]),
        ("de afdelingsmanager Werk en Inkomen te mandateren", [("afdelingsmanager Werk en Inkomen", "afdelingsmanager")]),
        ("de wethouder Financiën", [("wethouder Financiën", "wethouder")]),
        ("een wijkregisseur en inkoopadviseur", [("wijkregisseur", "wijkregisseur"), ("inkoopadviseur", "inkoopadviseur")]),
        ("de gebiedscoördinator", [("gebiedscoördinator", "gebiedscoördinator")]),
        ("de gemeentesecretaris", [("gemeentesecretaris", "gemeentesecretaris")]),
        ("klantmanagers beslissen", [("klantmanagers", "klantmanager")]),
        ("burgemeester en wethouders", []),
        ("dat hangt ons boven het hoofd, uit hoofde van de netbeheerder", []),
        ("wij hebben het hoofd erbij", []),
    ],
)  # fmt: skip
def test_functions(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "functie") == expected


def test_a_function_says_whether_it_is_many_and_of_what() -> None:
    assert more("de teammanager Grondzaken", "functie", "plural", "unit") == {"plural": 0, "unit": "Grondzaken"}
    assert more("de consulenten", "functie", "plural", "unit") == {"plural": 1, "unit": ""}


@pytest.mark.parametrize(
    ("text", "words", "sort", "named"),
    [
        ("team Groen plant ze", "team Groen", "internal", 1),
        ("de afdeling Leerplicht en Vervoer start", "afdeling Leerplicht en Vervoer", "internal", 1),
        ("de buitendienst rijdt", "buitendienst", "internal", 0),
        ("GGD De Zeven Venen vraagt", "GGD De Zeven Venen", "external", 1),
        ("de GGD’en", "GGD’en", "external", 0),
        ("woningcorporatie Thuis in Noord en anderen", "woningcorporatie Thuis in Noord", "external", 1),
        ("de corporatie verhuurt", "corporatie", "external", 0),
        ("Stichting Leergeld/Noodfonds neemt over", "Stichting Leergeld/Noodfonds", "external", 1),
        ("van Warmtebedrijf Rietmonde B.V.;", "Warmtebedrijf Rietmonde B.V.", "external", 1),
        ("Aannemersbedrijf Gebr. Toonen te informeren", "Aannemersbedrijf Gebr. Toonen", "external", 1),
        ("adviesbureau Tessel & Kraan schrijft", "adviesbureau Tessel & Kraan", "external", 1),
        ("de Adviesraad Sociaal Domein", "Adviesraad Sociaal Domein", "external", 1),
        ("met de provincie", "provincie", "external", 0),
    ],
)
def test_organisations(text: str, words: str, sort: str, named: int) -> None:
    [span] = spans(text, "organisatie")

    assert (span.text, span.more["sort"], span.more["named"]) == (words, sort, named)


@pytest.mark.parametrize(
    "text", ["Het team is klaar.", "De gemeente doet dit.", "Wij doen dit samen.", "de afstand tot de basisschool"]
)
def test_what_is_no_organisation(text: str) -> None:
    assert spans(text, "organisatie") == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("wethouder R. Kanters", ["R. Kanters"]),
        ("J.P. de Vries en ir. J.H. van Bekkum", ["J.P. de Vries", "J.H. van Bekkum"]),
        ("mevrouw De Wit sprak in", ["De Wit"]),
        ("dhr. Jansen en mw. Pietersen", ["Jansen", "Pietersen"]),
        ("Saskia Jansen-Bos (hoofd Openbare Ruimte) leidt", ["Saskia Jansen-Bos"]),
        ("Rick Akkermans, projectleider civiel", ["Rick Akkermans"]),
        ("Omgevingsmanager Youssef Benali is bereikbaar", ["Youssef Benali"]),
        ("Marloes van Heijst is bestuurlijk opdrachtgever", ["Marloes van Heijst"]),
        ("Ambtelijk opdrachtgever is Peter van der Meer.", ["Peter van der Meer"]),
        ("Portefeuillehouder: Smulders", ["Smulders"]),
        ("Wethouder Van Rijswijk neemt contact op", ["Van Rijswijk"]),
        ("de wethouders Pol, Smit en Van Dijk", ["Pol", "Smit", "Van Dijk"]),
        ("Rog, M.R.J./Roduner, F.", ["Rog, M.R.J.", "Roduner, F."]),
        ("De wethouder van Financiën, Walter van Dijk, reageert", ["Walter van Dijk"]),
        ("Straat open | 20 november 2026 | R. Akkermans", ["R. Akkermans"]),
    ],
)
def test_people(text: str, people: list[str]) -> None:
    assert [span.value for span in spans(text, "persoon")] == people


@pytest.mark.parametrize(
    "text",
    [
        "Het Werk begint. De Kerkstraat is klaar.",
        "wethouder Zorg en Welzijn",
        "programmamanager Vitaal Platteland",
        "projectleider Groene Hart",
        "aan de P.C. Hooftstraat",
        "A. Inleiding",
        "B. De raad besluit",
        "Samen met Rietmonde en Nieuw Vennep",
        "Waardstroom Infra N.V. en Stichting R. Jansen",
        "burgemeester GW 171",
    ],
)
def test_what_is_nobody(text: str) -> None:
    assert spans(text, "persoon") == []


def test_a_person_has_the_function_beside_the_name() -> None:
    assert more("Rick Akkermans, projectleider civiel", "persoon", "function") == {"function": "projectleider"}
    assert more("wethouder R. Kanters", "persoon", "function") == {"function": "wethouder"}
    assert more("R. Kanters", "persoon", "function") == {"function": ""}


def test_under_a_letter_everybody_has_the_right_function() -> None:
    text = "de secretaris, drs. P. Haan de burgemeester, W. Stellingwerf"

    assert [span.more["function"] for span in spans(text, "persoon")] == ["gemeentesecretaris", "burgemeester"]


@pytest.mark.parametrize(
    ("text", "words", "sort", "named"),
    [
        ("uit de reserve Vitaal Centrum naar", "reserve Vitaal Centrum", "reserve", 1),
        ("de reserve Dekking kapitaallasten, die", "reserve Dekking kapitaallasten", "reserve", 1),
        ("kan de reserve sociaal domein worden aangesproken", "reserve sociaal domein", "reserve", 1),
        ("aan de algemene reserve", "algemene reserve", "reserve", 1),
        ("de reserve daalt", "reserve", "reserve", 0),
        ("ten laste van de voorziening groot onderhoud wegen.", "voorziening groot onderhoud wegen", "provision", 1),
        ("uit de voorziening wordt", "voorziening", "provision", 0),
        ("de stelpost Wonen in het plan", "stelpost Wonen", "stelpost", 1),
        ("de post onvoorzien", "post onvoorzien", "stelpost", 1),
        ("in programma 5, die", "programma 5", "program", 1),
        ("ten laste van programma Sociaal Domein", "programma Sociaal Domein", "program", 1),
        ("taakveld 6.71", "taakveld 6.71", "taakveld", 1),
        ("het budget Veiligheid en zorg.", "budget Veiligheid en zorg", "budget", 1),
        ("uit het budget jeugdhulp", "budget jeugdhulp", "budget", 1),
        ("het gevoteerde krediet verplaatsing gemeentewerf.", "krediet verplaatsing gemeentewerf", "budget", 1),
        ("binnen het onderhoudsbudget groen, doordat", "onderhoudsbudget groen", "budget", 1),
        ("de SPUK Sport", "SPUK Sport", "grant", 1),
        ("uit de regeling Levendige Kernen.", "regeling Levendige Kernen", "grant", 1),
    ],
)
def test_cover_sources(text: str, words: str, sort: str, named: int) -> None:
    [span] = spans(text, "reserve")

    assert (span.text, span.value, span.more["sort"], span.more["named"]) == (words, words.lower(), sort, named)


@pytest.mark.parametrize(
    "text",
    [
        "een krediet van € 5.000 beschikbaar te stellen",
        "het budget volstaat niet",
        "binnen bestaande budgetten",
        "een persoonsgebonden budget",
        "een voorlopige voorziening",
        "wie zijn voorziening verliest",
        "het programma van eisen",
        "een gemeenschappelijke regeling",
        "het BTW-compensatiefonds",
    ],
)
def test_what_is_no_cover_source(text: str) -> None:
    assert spans(text, "reserve") == []


def test_a_municipality_adds_its_own_names() -> None:
    terms = (
        Term("organisatie", "dorpsteam", ("Dorpsteam",), {"sort": "internal", "takes": "name"}),
        Term("functie", "*", ("*regelaar",)),
        Term("functie", "-", ("kachelregelaar",)),
        Term("persoon", "vs", ("Vera Smit",)),
        Term("orgaan", "niets", ("…",)),
    )
    lexicon = Lexicon.of(Vocabulary(terms=terms))
    text = "Het dorpsteam Noord en de buurtregelaar Vera Smit zetten de kachelregelaar aan."

    assert [(span.kind, span.text) for span in spans(text, lexicon=lexicon)] == [
        ("organisatie", "dorpsteam Noord"),
        ("functie", "buurtregelaar"),
        ("persoon", "Vera Smit"),
    ]

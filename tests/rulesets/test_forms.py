"""Dutch word forms for recognition."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toets.rulesets import Inflector, Irregular

SHIPPED = Path(__file__).parents[2] / "rules" / "vocabulaire" / "woordvormen.toml"


@pytest.fixture(scope="module")
def inflect() -> Inflector:
    table = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    return Inflector({entry["word"]: Irregular(tuple(entry["forms"]), entry.get("participle", "")) for entry in table["form"]})


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        # weak verbs: open and closed syllables, 't kofschip, f/v and s/z
        ("maken", "maak maakt maakte maakten gemaakt gemaakte"),
        ("stellen", "stel stelt stelde stelden gesteld gestelde"),
        ("werken", "werk werkt werkte werkten gewerkt"),
        ("toetsen", "toets toetst toetste getoetst getoetste"),
        ("zetten", "zet zette zetten gezet gezette"),
        ("melden", "meld meldt meldde meldden gemeld gemelde"),
        ("leven", "leef leeft leefde geleefd"),
        ("reizen", "reis reist reisde gereisd"),
        ("wijzigen", "wijzig wijzigt wijzigde gewijzigd gewijzigde"),
        ("ramen", "raam raamt raamde geraamd"),
        ("duren", "duur duurt duurde geduurd"),
        ("bouwen", "bouw bouwt bouwde gebouwd"),
        ("uiten", "uit uitte geuit geuite"),
        ("volgen", "volg volgt volgde gevolgd"),
        ("dekken", "dek dekt dekte gedekt gedekte"),
        ("rekenen", "reken rekent rekende gerekend"),
        ("vergaderen", "vergader vergadert vergaderde vergaderd"),
        ("evalueren", "evalueer evalueert evalueerde geëvalueerd geëvalueerde"),
        ("informeren", "informeer informeert informeerde geïnformeerd"),
        ("inspecteren", "inspecteert geïnspecteerd"),
        ("investeren", "investeert investeerde geïnvesteerd"),
        ("monitoren", "monitor monitort monitorde gemonitord"),
        ("financieren", "financier financiert gefinancierd"),
        ("creëren", "creëer creëert gecreëerd"),
        ("mandateren", "mandateert gemandateerd gemandateerde"),
        # what ends as a verb and is none
        ("groen", "groen groene"),
        ("seizoen", "seizoen seizoenen"),
        ("voldoen", "voldoet voldaan"),
        # prefixes that stay
        ("besluiten", "besluit besloot besloten"),
        ("verlenen", "verleen verleent verleende verleend verleende"),
        ("bekrachtigen", "bekrachtigt bekrachtigde bekrachtigd"),
        ("ontvangen", "ontvangt ontving ontvangen"),
        ("herzien", "herziet herzag herzien"),
        ("verbeteren", "verbeter verbetert verbeterde verbeterd"),
        ("beheren", "beheer beheert beheerd"),
        ("gebruiken", "gebruik gebruikt gebruikte gebruikt"),
        ("begroten", "begroot begrootte begroot begrote"),
        ("onderzoeken", "onderzoek onderzoekt onderzocht onderzochte"),
        ("overwegen", "overweegt overwoog overwogen"),
        ("voorzien", "voorziet voorzag voorzien"),
        ("herbenoemen", "herbenoemt herbenoemd herbenoemde"),
        ("handhaven", "handhaaft gehandhaafd"),
        # strong verbs
        ("zijn", "is was waren geweest"),
        ("worden", "wordt werd werden geworden"),
        ("geven", "geef geeft gaf gaven gegeven"),
        ("doen", "doet deed gedaan"),
        ("vragen", "vraagt vroeg gevraagd gevraagde"),
        # separable verbs in one word
        ("vaststellen", "vaststelt vaststelde vastgesteld vastgestelde"),
        ("toegeven", "toegeeft toegaf toegegeven"),
        ("aanbesteden", "aanbesteedt aanbesteed aanbestede"),
        ("voorbereiden", "voorbereidt voorbereid voorbereide"),
        ("bijdragen", "bijdraagt bijdroeg bijgedragen"),
        ("goedkeuren", "goedkeurt goedgekeurd goedgekeurde"),
        # nouns
        ("raad", "raden"),
        ("raadslid", "raadsleden"),
        ("stad", "steden"),
        ("plan", "plannen"),
        ("effect", "effecten"),
        ("voorstel", "voorstellen"),
        ("middel", "middelen"),
        ("bedrag", "bedragen"),
        ("brief", "brieven"),
        ("prijs", "prijzen"),
        ("gemeente", "gemeenten gemeentes"),
        ("motie", "moties"),
        ("scenario", "scenario's"),
        ("verantwoordelijkheid", "verantwoordelijkheden"),
        ("criterium", "criteria"),
        ("fietspad", "fietspaden"),
        ("idee", "ideeën"),
        ("wethouder", "wethouders"),
        ("gegeven", "gegevens"),
        ("persoonsgegeven", "persoonsgegevens"),
        # adjectives
        ("groot", "grote groter grotere grootst grootste"),
        ("sociaal", "sociale"),
        ("duidelijk", "duidelijke duidelijker"),
        ("eenmalig", "eenmalige"),
        ("actief", "actieve"),
        ("duur", "dure duurder"),
        ("dik", "dikke"),
    ],
)
def test_the_forms_of_a_word_are_known(inflect: Inflector, word: str, forms: str) -> None:
    assert {word, *forms.split()} <= inflect(word).forms


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("plan", "planner planners plaan"),
        ("maken", "gemaken make mak"),
        ("besluiten", "gebesloten besluitte besluitde"),
        ("vaststellen", "stellen stelt gevaststeld"),
        ("verlenen", "geverleend"),
        ("volgen", "gen volgende"),
        ("aangaan", "aangaande"),
        ("geven", "geefde"),
        ("eenmalig", "eenmaligge"),
        ("wijk", "wijkken"),
    ],
)
def test_other_words_are_not_among_the_forms(inflect: Inflector, word: str, others: str) -> None:
    assert inflect(word).forms.isdisjoint(others.split())


def test_a_separable_verb_also_stands_apart(inflect: Inflector) -> None:
    verb = inflect("vaststellen")

    assert {("stelt", "vast"), ("stelde", "vast"), ("stellen", "vast")} <= set(verb.split)
    assert ("vast", "te", "stellen") in verb.apart


def test_a_strong_separable_verb_stands_apart_too(inflect: Inflector) -> None:
    assert {("nam", "deel"), ("neemt", "deel")} <= set(inflect("deelnemen").split)
    assert ("deel", "te", "nemen") in inflect("deelnemen").apart


def test_a_loose_part_is_written_with_an_underscore(inflect: Inflector) -> None:
    verb = inflect("beschikbaar_stellen")

    assert ("stelt", "beschikbaar") in verb.split
    assert {("beschikbaar", "gesteld"), ("beschikbaar", "te", "stellen"), ("beschikbaar", "stellen")} <= set(verb.apart)
    assert ("ter", "beschikking", "gesteld") in inflect("ter_beschikking_stellen").apart


def test_a_verb_that_keeps_its_prefix_is_not_split(inflect: Inflector) -> None:
    assert inflect("besluiten").split == ()
    assert inflect("verlenen").apart == ()


def test_irregular_forms_replace_the_regular_ones() -> None:
    inflect = Inflector({"vaststellen": Irregular(("vaststelt", "vastgesteld"), split=(("stelt", "vast"),))})

    verb = inflect("vaststellen")

    assert verb.forms == {"vaststellen", "vaststelt", "vastgesteld"}
    assert verb.split == (("stelt", "vast"),)
    assert verb.apart == (("vast", "te", "stellen"),)


@given(st.text(alphabet="abcdeginorstuvwzëïé_'-1", min_size=1, max_size=14))
def test_any_word_is_among_its_own_forms(word: str) -> None:
    found = Inflector({"geven": Irregular(("geef", "gaf"), "gegeven")})(word)

    assert word in found.forms or word.rstrip("_").split("_")[-1] in {form[-1] for form in found.apart}

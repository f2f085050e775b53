"""The rules find other words than those of their examples: sentences in different voices, as stellers write them."""

from __future__ import annotations

from pathlib import Path

import pytest
import toets_duurzaamheid_en_klimaat

from toets.checker import Checker
from toets.model.fact import Fact
from toets.rulebook import Request

SENTENCES = [
    ("climate", "Met triple glas en na-isolatie verdwijnt een derde van het energieverbruik."),
    ("climate", "De bussen rijden vanaf 2028 emissieloos en de uitstoot daalt."),
    ("climate", "We sluiten de school aan op het warmtenet van de wijk."),
    ("climate", "Daken worden afgekoppeld van het riool."),
    ("climate", "De stresstest laat zien dat de straat bij een stortbui onder water staat."),
    ("climate", "Waar het kan ontharden we en planten we struiken."),
    ("climate", "De vrijkomende klinkers worden in de Kerkstraat teruggelegd."),
    ("climate", "De aannemer moet herbruikbare materialen gebruiken."),
    ("tree_felling", "Elf zieke iepen worden in het najaar gerooid."),
    ("tree_felling", "Voor de verbreding is de kap van zes bomen nodig."),
    ("tree_planting", "Voor elke boom komen er twee jonge bomen terug."),
    ("tree_planting", "De gemeente compenseert de bomen elders in het dorp."),
    ("green_claim", "Het gemeentehuis wordt CO2-neutraal."),
    ("green_claim", "Wij kiezen voor een natuurinclusief ontwerp."),
    ("reduction_target", "In 2035 stoten wij 60 procent minder CO2 uit."),
    ("reduction_target", "Het gasverbruik gaat met 40 procent omlaag."),
    ("grid_load", "De nieuwe woningen worden all-electric."),
    ("grid_load", "Langs de Ringweg komt een laadplein met twaalf plekken."),
    ("grid_room", "Liander kan de aansluiting pas in 2029 leveren."),
    ("grid_room", "In dit gebied is sprake van netcongestie."),
]
OTHERS = [
    ("tree_felling", "De bomen op het plein blijven staan."),
    ("tree_felling", "Er worden geen bomen gekapt."),
    ("green_claim", "De raad stelde in 2024 het programma Wageningen klimaatneutraal vast."),
    ("reduction_target", "De kosten stijgen met 4 procent."),
    ("building_work", "In plaats van slopen kiezen wij voor renovatie."),
    ("climate", "De energie in de zaal was goed."),
]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Request(select=("KLI",)))


def facts(checker: Checker, sentence: str) -> list[Fact]:
    text = f"# Raadsvoorstel\n\n## Beslispunten\n1. De nota vast te stellen.\n\n## Argumenten\n{sentence}\n"
    report = checker.check_bytes(text.encode(), "voorstel.md", kinds=["RV-BEL"])
    return [fact for fact in report.facts if fact.fields.get("polarity") == 1]


@pytest.mark.parametrize(("kind", "sentence"), SENTENCES)
def test_what_is_said_is_recognised(checker: Checker, kind: str, sentence: str) -> None:
    assert kind in {fact.kind for fact in facts(checker, sentence)}


@pytest.mark.parametrize(("kind", "sentence"), OTHERS)
def test_what_only_looks_like_it_is_not(checker: Checker, kind: str, sentence: str) -> None:
    assert kind not in {fact.kind for fact in facts(checker, sentence)}


def test_the_package_holds_no_code() -> None:
    folder = Path(toets_duurzaamheid_en_klimaat.__path__[0])
    code = [line for path in folder.rglob("*.py") for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(code) == 1
    assert code[0].startswith('"""')

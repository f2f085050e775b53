"""Decision points beside those of the draft decision: what is the same in other words, and what is not."""

from __future__ import annotations

import pytest

from tests.extract.build import proposal, report_on
from toets.checker import Checker

DECISION = """
# Raadsbesluit

De raad van de gemeente Veenwijk;

gelezen het voorstel van het college van 3 november 2026;

gelet op artikel 147 van de Gemeentewet;

besluit:

"""
SAME: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "equal": (
        (
            "Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip.",
            "De 4e begrotingswijziging 2026 vast te stellen.",
        ),
        (
            "Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip.",
            "De 4e begrotingswijziging 2026 vast te stellen.",
        ),
    ),
    "verb_inf": (
        ("De nota Spelen en bewegen 2027-2031 vast te stellen.",),
        ("De nota Spelen en bewegen 2027-2031 vaststellen.",),
    ),
    "verb_fin": (("De nota Spelen en bewegen 2027-2031 vast te stellen.",), ("Stelt de nota Spelen en bewegen 2027-2031 vast.",)),
    "verb_fin_short": (("De Nota grondbeleid vast te stellen.",), ("stelt de Nota grondbeleid vast",)),
    "verb_beschik": (
        ("Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip.",),
        ("Voor speeltuin De Wip € 40.000 krediet beschikbaar stellen.",),
    ),
    "verb_beschik2": (
        ("Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip.",),
        ("stelt een krediet van € 40.000 beschikbaar voor speeltuin De Wip;",),
    ),
    "instemmen": (("In te stemmen met het verkeersplan Noord.",), ("stemt in met het verkeersplan Noord;",)),
    "kennis": (("Kennis te nemen van de evaluatie jeugdhulp 2025.",), ("neemt kennis van de evaluatie jeugdhulp 2025.",)),
    "raadverz": (
        ("De raad voor te stellen de nota Spelen en bewegen 2027-2031 vast te stellen.",),
        ("De nota Spelen en bewegen 2027-2031 vast te stellen.",),
    ),
    "order": (
        (
            "Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip.",
            "De 4e begrotingswijziging 2026 vast te stellen.",
        ),
        (
            "De 4e begrotingswijziging 2026 vast te stellen.",
            "Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip.",
        ),
    ),
    "euro_forms": (
        ("Een krediet van € 1.200.000 beschikbaar te stellen voor de brug.",),
        ("Een krediet van € 1,2 miljoen beschikbaar te stellen voor de brug.",),
    ),
    "euro_dash": (
        ("Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip.",),
        ("Een krediet van € 40.000,- beschikbaar te stellen voor speeltuin De Wip.",),
    ),
    "date_forms": (
        ("De verordening in werking te laten treden op 1 januari 2027.",),
        ("De verordening in werking te laten treden op 01-01-2027.",),
    ),
    "article": (
        ("De nota Spelen en bewegen 2027-2031 vast te stellen.",),
        ("de Nota Spelen en bewegen 2027 - 2031 vast te stellen;",),
    ),
    "attach": (
        ("De nota Spelen en bewegen 2027-2031 (bijlage 1) vast te stellen.",),
        ("De nota Spelen en bewegen 2027-2031 vast te stellen.",),
    ),
    "onder": (
        ("Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip.",),
        ("een krediet van € 40.000 (veertigduizend euro) beschikbaar te stellen voor speeltuin De Wip",),
    ),
    "split": (
        ("De nota Spelen vast te stellen en een krediet van € 40.000 beschikbaar te stellen.",),
        (
            "De nota Spelen vast te stellen.",
            "Een krediet van € 40.000 beschikbaar te stellen.",
        ),
    ),
    "three_same_words": (
        (
            "De begroting 2027 van Dienst A vast te stellen.",
            "De begroting 2027 van Dienst B vast te stellen.",
            "De begroting 2027 van Dienst C vast te stellen.",
        ),
        (
            "De begroting 2027 van Dienst C vast te stellen.",
            "De begroting 2027 van Dienst A vast te stellen.",
            "De begroting 2027 van Dienst B vast te stellen.",
        ),
    ),
}
OTHER: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "amount": (
        (
            "Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip.",
            "De 4e begrotingswijziging 2026 vast te stellen.",
        ),
        (
            "Een krediet van € 44.000 beschikbaar te stellen voor speeltuin De Wip.",
            "De 4e begrotingswijziging 2026 vast te stellen.",
        ),
    ),
    "year": (
        ("De nota Spelen en bewegen 2027-2031 vast te stellen.",),
        ("De nota Spelen en bewegen 2027-2030 vast te stellen.",),
    ),
    "date": (
        ("De Verordening speeltoestellen in werking te laten treden op 1 januari 2027.",),
        ("De Verordening speeltoestellen in werking te laten treden op 1 juli 2027.",),
    ),
    "wijz": (
        (
            "Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip.",
            "De 4e begrotingswijziging 2026 vast te stellen.",
        ),
        (
            "Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip.",
            "De 5e begrotingswijziging 2026 vast te stellen.",
        ),
    ),
    "name": (
        ("Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip.",),
        ("Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Zwaan.",),
    ),
    "missing": (
        (
            "Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip.",
            "De 4e begrotingswijziging 2026 vast te stellen.",
        ),
        ("Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip.",),
    ),
    "extra": (
        ("Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip.",),
        (
            "Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip.",
            "De Verordening speeltoestellen 2011 in te trekken.",
        ),
    ),
    "fonds": (
        ("Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip, te dekken uit de reserve Groen.",),
        ("Een krediet van € 40.000 beschikbaar te stellen voor speeltuin De Wip, te dekken uit de algemene reserve.",),
    ),
    "not": (("In te stemmen met het verkeersplan Noord.",), ("Niet in te stemmen met het verkeersplan Noord.",)),
    "verb": (("Kennis te nemen van het verkeersplan Noord.",), ("Het verkeersplan Noord vast te stellen.",)),
    "intrek": (("De Verordening parkeren 2019 in te trekken.",), ("De Verordening parkeren 2019 vast te stellen.",)),
    "halfjaar": (
        ("Het college op te dragen elk half jaar aan de raad te rapporteren over de voortgang.",),
        ("Het college op te dragen elk jaar aan de raad te rapporteren over de voortgang.",),
    ),
    "pct": (("De ozb-tarieven voor 2027 te verhogen met 3%.",), ("De ozb-tarieven voor 2027 te verhogen met 5%.",)),
}


def outcomes(checker: Checker, points: tuple[str, ...], besluit: tuple[str, ...]) -> set[str]:
    numbered = "\n".join(f"{number}. {point}" for number, point in enumerate(besluit, start=1))
    text = proposal(*points, body="## Financiën\nDe kosten zijn bekend.\n") + DECISION + numbered + "\n"
    return {str(fact.fields["outcome"]) for fact in report_on(checker, text).facts if fact.kind == "point_match"}


@pytest.mark.parametrize("name", SAME)
def test_the_same_decision_in_another_form_is_the_same(checker: Checker, name: str) -> None:
    assert outcomes(checker, *SAME[name]) == {"same"}


@pytest.mark.parametrize("name", OTHER)
def test_another_decision_is_told(checker: Checker, name: str) -> None:
    assert outcomes(checker, *OTHER[name]) - {"same"}


def test_other_words_weigh_less_than_another_year(checker: Checker) -> None:
    assert outcomes(checker, *OTHER["name"]) == {"text_differs"}
    assert outcomes(checker, *OTHER["year"]) == {"term_differs"}
    assert outcomes(checker, *OTHER["verb"]) == {"term_differs"}

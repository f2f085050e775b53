"""Facts about the form: attachments, dates, the draft decision, remains of the template."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in, proposal
from toets.checker import Checker

DECISION = """
# Raadsbesluit

De raad van de gemeente Veenwijk;

gelezen het voorstel van het college van 3 november 2026;

gelet op artikel 147 van de Gemeentewet;

besluit:

"""


def test_an_attachment_that_is_named_but_not_listed_is_seen(checker: Checker) -> None:
    text = proposal(
        "De nota Spelen vast te stellen (bijlage 1).", body="## Toelichting\nZie bijlage 3.\n\n## Bijlagen\n1. Nota Spelen\n"
    )
    facts = {str(fact.fields["number"]): fact.fields for fact in facts_in(checker, text, "attachment")}
    assert (facts["1"]["listed"], facts["1"]["referred"], facts["1"]["decided_on"]) == (1, 1, 1)
    assert (facts["3"]["listed"], facts["3"]["referred"]) == (0, 1)


def test_attachments_that_the_head_counts_and_nobody_lists(checker: Checker) -> None:
    head = "# Raadsvoorstel\n\nAantal bijlagen: 2\nPortefeuillehouder: wethouder Bos\n\n"
    text = head + "## Beslispunten\n1. De nota Spelen vast te stellen.\n"
    (fact,) = facts_in(checker, text, "attachment")
    assert (fact.fields["listed"], fact.fields["referred"]) == (0, 0)


def test_college_after_council_is_out_of_order(checker: Checker) -> None:
    text = "# Raadsvoorstel\n\nDatum college: 5 januari 2027\nDatum raad: 10 december 2026\n\n## Inleiding\nEr is een nota.\n"
    assert "order" in [fact.fields["problem"] for fact in facts_in(checker, text, "date_check")]


def test_what_is_absent_is_a_fact_of_its_own(checker: Checker) -> None:
    text = "# Raadsvoorstel\n\n## Financiën\nDe kosten zijn € 40.000.\n"
    absent = {fact.fields["is"] for fact in facts_in(checker, text, "absent_section")}
    assert "uitvoering" in absent
    assert "middelen" not in absent


def test_a_draft_decision_that_lays_down_the_text_in_full_holds_the_same_point(checker: Checker) -> None:
    text = proposal("De Verordening markt 2027 vast te stellen.") + DECISION
    text += "1. De Verordening markt 2027 vast te stellen, die luidt: Artikel 1. Op de markt staan ten hoogste veertig kramen.\n"
    assert [fact.fields["outcome"] for fact in facts_in(checker, text, "point_match")] == ["same"]


@pytest.mark.parametrize(
    ("point", "decided", "outcome"),
    [
        (
            "De wijziging van de APV Broek vast te stellen.",
            "De wijziging van de Algemene plaatselijke verordening Broek vast te stellen.",
            "same",
        ),
        (
            "Te bepalen dat er geen aanvullende kostenverhaalsregels nodig zijn, omdat dit anderszins is verzekerd.",
            "Geen kostenverhaalsregels in het omgevingsplan op te nemen.",
            "text_differs",
        ),
        ("De nota Spelen vast te stellen.", "Een krediet van € 40.000 te verlenen voor het plein.", "missing"),
        (
            "De Parkeernota 2028 vast te stellen, zodat per adres niet meer dan twee vergunningen worden verleend.",
            "De Parkeernota 2028 vast te stellen, met ten hoogste twee vergunningen per adres.",
            "text_differs",
        ),
        (
            "De wijziging van de Havenverordening Broek vast te stellen, met ingang van 1 mei 2027.",
            "De Havenverordening Broek te wijzigen: na artikel 12 wordt hoofdstuk 3 ingevoegd (artikelen 13 tot en met 15).",
            "text_differs",
        ),
        (
            "De Parkeernota 2028 vast te stellen, met ingang van 1 mei 2027.",
            "De Parkeernota 2028 vast te stellen, met ingang van 1 juli 2027.",
            "term_differs",
        ),
        (
            "De Parkeernota 2028 vast te stellen met twee vergunningen per adres.",
            "De Parkeernota 2028 vast te stellen met drie vergunningen per adres.",
            "term_differs",
        ),
        (
            "De vergoeding van de andere leden van de rekenkamer te bepalen op € 400 per maand.",
            "De vergoeding van de overige leden van de rekenkamer te bepalen op € 400 per maand.",
            "same",
        ),
    ],
)
def test_points_in_other_words_are_compared(checker: Checker, point: str, decided: str, outcome: str) -> None:
    text = (
        proposal("De nota Bomen 2027 vast te stellen.", point)
        + DECISION
        + f"1. De nota Bomen 2027 vast te stellen.\n2. {decided}\n"
    )
    assert [fact.fields["outcome"] for fact in facts_in(checker, text, "point_match")][:2] == ["same", outcome]


def test_the_words_that_differ_are_told(checker: Checker) -> None:
    text = proposal("Een krediet van € 40.000 beschikbaar te stellen voor het plein.") + DECISION
    text += "1. Een krediet van € 44.000 beschikbaar te stellen voor het plein.\n"
    (match,) = facts_in(checker, text, "point_match")
    assert (match.fields["mine"], match.fields["theirs"]) == ("€\u00a040.000", "€\u00a044.000")

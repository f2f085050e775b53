"""The kind of a document, from its title, its subject and its decision points."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path, PurePath
from typing import Any

import docx
import pytest

from tests.extract.build import proposal, report_on, understood
from toets.agenda.roles import role_of
from toets.checker import Checker
from toets.extract.situations import HOLDS
from toets.judge import nature_of
from toets.model.agenda import Role
from toets.model.vocabulary import SITUATIONS
from toets.reports.reading import to_reading

COUNCIL = [
    ("Woonvisie 2030", "De Woonvisie 2030 vast te stellen.", {"RV-BEL"}),
    ("Nieuwbouw brandweerkazerne", "Een krediet van € 2.400.000 beschikbaar te stellen voor de kazerne.", {"RV-FIN"}),
    ("Legesverordening 2027", "De Legesverordening 2027 vast te stellen.", {"RV-VER"}),
    ("Omgevingsplan Dorpsweg", "De wijziging van het omgevingsplan Dorpsweg vast te stellen.", {"RV-RUI"}),
    ("Wmo-verordening", "De Verordening maatschappelijke ondersteuning 2027 vast te stellen.", {"RV-VER", "RV-SOC"}),
    ("Programmabegroting 2027", "De Programmabegroting 2027 vast te stellen.", {"RV-PEN"}),
    ("Ontwerpbegroting GGD", "Geen zienswijze in te dienen op de ontwerpbegroting 2027 van de GGD.", {"RV-ZIE"}),
    ("Deelneming", "Geen wensen en bedenkingen te uiten over de deelneming in Warmte bv.", {"RV-WB"}),
    ("Benoeming griffier", "Mevrouw A. de Groot te benoemen tot griffier.", {"RV-BEN"}),
    ("Reglement van orde", "Het Reglement van orde 2027 vast te stellen.", {"RV-ORD"}),
    ("Klachtenrapportage", "Kennis te nemen van de klachtenrapportage 2025.", {"RV-KEN"}),
    ("Geheimhouding", "De geheimhouding op bijlage 1 op te leggen.", {"RV-GEH"}),
    ("Opdracht energietransitie", "Het college te vragen een programma Energie op te stellen.", {"RV-START"}),
    ("Startnotitie mobiliteit", "De startnotitie mobiliteit vast te stellen.", {"RV-START"}),
]
COLLEGE = [
    ("Raamcontract groen", "De raamovereenkomst met Groenwerk bv te sluiten.", {"CB-UIT"}),
    ("Fietspad Kanaaldijk", "Het definitief ontwerp van het fietspad Kanaaldijk vast te stellen.", {"CB-UIT"}),
    ("Opvang ontheemden", "De opvang aan de Havenweg met twee jaar te verlengen.", {"CB-UIT"}),
    ("Mandaatbesluit 2027", "Het Mandaatbesluit 2027 vast te stellen.", {"CB-MAN"}),
    ("Beleidsregels terrassen", "De Beleidsregels terrassen 2027 vast te stellen.", {"CB-BEL"}),
    ("Woonvisie", "De raad voor te stellen de Woonvisie 2030 vast te stellen.", {"CB-RV"}),
    ("Formatieplan", "Het formatieplan van de afdeling Burgerzaken vast te stellen.", {"CB-ORG"}),
    ("Evenementenvergunning", "De evenementenvergunning voor de braderie te verlenen.", {"CB-BES"}),
]
BANK = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8"))
LOOKALIKES = tomllib.loads(Path(__file__).with_name("lookalikes.toml").read_text(encoding="utf-8"))["document"]
TITLES = {"raad": "Raadsvoorstel", "college": "Collegevoorstel"}


def kinds_and_natures(checker: Checker, text: str) -> tuple[set[str], set[str]]:
    """What a text is; no rule judges it, which takes as long again."""
    kinds, natures, _ = nature_of(understood(checker, text).facts, {}, ())
    return {kind.code for kind in kinds}, set(natures)


def kinds(checker: Checker, text: str) -> set[str]:
    return kinds_and_natures(checker, text)[0]


Is = Callable[[dict[str, Any]], tuple[set[str], set[str]]]


@pytest.fixture(scope="module")
def told_is(checker: Checker) -> Is:
    """The kinds and the natures of a case of the bank, which several tests ask for."""
    known = cache(lambda text: kinds_and_natures(checker, text))
    return lambda case: known(told(case))


@pytest.mark.parametrize(("subject", "point", "expected"), COUNCIL)
def test_a_council_proposal_has_the_kind_of_its_subject(checker: Checker, subject: str, point: str, expected: set[str]) -> None:
    assert expected <= kinds(checker, proposal(point, subject=subject))


@pytest.mark.parametrize(("subject", "point", "expected"), COLLEGE)
def test_a_college_proposal_has_kinds_of_its_own(checker: Checker, subject: str, point: str, expected: set[str]) -> None:
    found = kinds(checker, proposal(point, subject=subject, title="Collegevoorstel"))
    assert expected <= found
    assert not [code for code in found if code.startswith("RV")]


def named(key: str) -> list[Any]:
    return [pytest.param(case, id=f"{case['to']}: {case['subject']}") for case in BANK[key]]


def addresses_another(case: dict[str, Any]) -> bool:
    """Whether the subject, as the only title, would say that a proposal to the college is one to the council."""
    return case["to"] == "college" and str(case["subject"]).startswith("Raadsvoorstel")


def told(case: dict[str, Any]) -> str:
    return body(case, f"# {TITLES[case['to']]}\n\nOnderwerp: {case['subject']}")


def body(case: dict[str, Any], head: str) -> str:
    points = "\n".join(f"{number}. {point}" for number, point in enumerate(case["points"], start=1))
    return f"{head}\n\n## Beslispunten\n{points}\n\n## Aanleiding\nDit loopt af.\n"


@pytest.mark.parametrize("case", named("proposal"))
def test_a_proposal_has_the_kinds_that_a_reader_names_and_no_others(told_is: Is, case: dict[str, Any]) -> None:
    found, _ = told_is(case)
    assert set(case["kinds"]) <= found <= {*case["kinds"], *case.get("also", ())}


@pytest.mark.parametrize("case", [one for one in named("proposal") if not addresses_another(one.values[0])])
def test_a_title_that_is_a_heading_tells_the_kind_as_the_field_for_it_does(checker: Checker, case: dict[str, Any]) -> None:
    addressee = "Aan de gemeenteraad" if case["to"] == "raad" else "Voorstel aan het college"
    assert kinds(checker, body(case, f"{addressee}\n\n# {case['subject']}")) >= set(case["kinds"])


def test_the_margin_may_say_that_a_proposal_is_an_initiative(checker: Checker) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Initiatiefvoorstel - raad van Dorp"
    document.add_heading("Bomen voor het dorp", 0)
    document.add_heading("Beslispunten", 1)
    document.add_paragraph("1. Een krediet van € 60.000 beschikbaar te stellen.")
    document.save(data := io.BytesIO())
    assert {"RV-INI", "RV-FIN"} <= {kind.code for kind in checker.check_bytes(data.getvalue(), "voorstel.docx").kinds}


ASIDE = [
    ("De Wmo-verordening 2019 in te trekken.", ""),
    ("De nota Groen vast te stellen onder intrekking van de Jeugdnota.", "“Jeugdnota” (het wordt alleen ingetrokken)"),
    (
        "De nota Groen vast te stellen.\n2. Het college op te dragen in 2027 een marktverordening voor te leggen.",
        "“marktverordening” (het beslispunt vraagt het college er later mee te komen)",
    ),
]


@pytest.mark.parametrize(("points", "expected"), ASIDE)
def test_what_is_named_and_not_decided_on_is_told_with_its_reason(checker: Checker, points: str, expected: str) -> None:
    facts = understood(checker, proposal(points)).facts
    told = {str(fact.fields["aside"]) for fact in facts if fact.kind == "subject" and fact.fields["aside"]}
    assert expected in (told or {""})
    assert not expected or expected in " ".join(to_reading(report_on(checker, proposal(points))).split())


def test_each_situation_that_an_author_may_name_is_known() -> None:
    assert set(SITUATIONS) == set(HOLDS)


@pytest.mark.parametrize("case", named("nature"))
def test_a_proposal_has_the_natures_of_its_content(told_is: Is, case: dict[str, Any]) -> None:
    found = told_is(case)[1]
    assert set(case.get("is", ())) <= found
    assert found.isdisjoint(case.get("is_not", ()))


@pytest.mark.parametrize("case", [one for one in named("proposal") if {"natures", "not_natures"} & one.values[0].keys()])
def test_a_proposal_about_money_is_a_project_or_only_moves_amounts(told_is: Is, case: dict[str, Any]) -> None:
    found = told_is(case)[1]
    assert set(case.get("natures", ())) <= found
    assert found.isdisjoint(case.get("not_natures", ()))


def test_an_initiative_keeps_the_kind_of_its_content(checker: Checker) -> None:
    text = proposal("Een krediet van € 60.000 beschikbaar te stellen.", title="Initiatiefvoorstel", subject="Bomen")
    assert {"RV-INI", "RV-FIN"} <= kinds(checker, text)


def test_an_appointment_to_a_social_council_is_no_social_policy(checker: Checker) -> None:
    text = proposal("De heer P. Smit te benoemen tot lid van de adviesraad.", subject="Benoeming lid adviesraad sociaal domein")
    assert kinds(checker, text) == {"RV-BEN"}


def test_a_subject_that_tells_nothing_gives_an_uncertain_kind(checker: Checker) -> None:
    (kind,) = report_on(checker, proposal("Het voorstel te volgen.", subject="Tafelzilver")).kinds
    assert kind.code == "RV-BEL"
    assert kind.sure < 0.6


@pytest.mark.parametrize(
    ("title", "lookalike"),
    [
        ("Raadsinformatiebrief", "raadsinformatiebrief"),
        ("Openbare besluitenlijst", "besluitenlijst"),
        ("Motie vreemd aan de orde van de dag", "motie"),
        ("Beantwoording schriftelijke vragen", "brief"),
    ],
)
def test_a_lookalike_is_named_and_not_judged(checker: Checker, title: str, lookalike: str) -> None:
    report = report_on(checker, f"# {title}\n\nOnderwerp: Bomenkap\n\nDe bomen aan de Dorpsweg worden gekapt.\n")
    assert report.lookalike == lookalike
    assert {outcome.status for outcome in report.outcomes} == {"not_applicable"}


@pytest.mark.parametrize("case", [pytest.param(one, id=f"{one['is']}: {one['text'][:40]!r}") for one in LOOKALIKES])
def test_a_document_that_is_no_proposal_is_named_and_not_judged(checker: Checker, case: dict[str, Any]) -> None:
    report = report_on(checker, case["text"])
    assert report.lookalike == case["is"]
    assert {outcome.status for outcome in report.outcomes} == {"not_applicable"}


def test_a_verordening_by_itself_goes_by_its_own_name(checker: Checker) -> None:
    text = next(one["text"] for one in LOOKALIKES if one["is"] == "verordening")
    document = report_on(checker, text).document
    assert document is not None
    assert document.title == "Verordening Starterslening Waterwijk 2027"
    assert not document.subject


@pytest.mark.parametrize(
    ("to", "subject", "point"),
    [
        ("raad", "Uitvoering motie Meer bankjes", "Een krediet van € 20.000 beschikbaar te stellen."),
        ("raad", "Motie gratis zwemles: uitwerking", "Een budget van € 10.000 beschikbaar te stellen."),
        ("raad", "Amendement Groen verwerkt in de groennota", "De nota Groen vast te stellen."),
        ("raad", "Raadsbesluit 2019 intrekken", "Het raadsbesluit van 3 mei 2019 in te trekken."),
        ("college", "Beantwoording schriftelijke vragen over parkeren", "In te stemmen met de beantwoording."),
        ("college", "Raadsinformatiebrief zwembad", "De raadsinformatiebrief vast te stellen en te verzenden."),
    ],
)
def test_a_proposal_about_a_lookalike_is_a_proposal(checker: Checker, to: str, subject: str, point: str) -> None:
    addressee = {"raad": "Aan de gemeenteraad", "college": "Voorstel aan het college"}[to]
    report = report_on(checker, f"{addressee}\n\n# {subject}\n\n## Beslispunten\n1. {point}\n\n## Aanleiding\nDit loopt af.\n")
    assert not report.lookalike
    assert report.kinds


def test_a_physical_project_with_money_is_an_investment(checker: Checker) -> None:
    text = proposal(
        "Een krediet van € 900.000 beschikbaar te stellen voor de herinrichting van het Marktplein.", subject="Marktplein"
    )
    assert {"physical", "money", "investment"} <= set(report_on(checker, text).natures)


def test_every_kind_says_why(checker: Checker) -> None:
    kind = report_on(checker, proposal("De Woonvisie 2030 vast te stellen.", subject="Woonvisie")).kinds[0]
    assert "Woonvisie" in kind.because


LETTER = """Aan de gemeenteraad van Elburgerveen

Onderwerp: Afdoening motie 'Meer bankjes'

Geachte leden van de raad,

{opening}

## Wat hebben we gedaan?
Er zijn tien bankjes geplaatst.
"""


def test_a_letter_that_informs_the_council_is_no_proposal(checker: Checker) -> None:
    text = LETTER.format(opening="Met deze brief informeren wij u over de uitkomst.")
    assert checker.check_bytes(text.encode(), "brief.md").lookalike


TO_RESIDENTS = """Gemeente Veenwijk

Onderwerp: Afsluiting Kerkstraat

{greeting},

{text}

Met vriendelijke groet,
B. Visser
"""
CLOSED = "De Kerkstraat is van 18 tot en met 22 mei afgesloten voor verkeer."


@pytest.mark.parametrize("greeting", ["Beste bewoner", "Geachte heer, mevrouw", "Geachte bewoners van de Kerkstraat"])
def test_a_letter_to_residents_is_no_proposal(checker: Checker, greeting: str) -> None:
    report = report_on(checker, TO_RESIDENTS.format(greeting=greeting, text=CLOSED))
    assert report.lookalike == "brief"
    assert role_of(PurePath("stuk.md"), report)[0] is Role.OTHER


@pytest.mark.parametrize(
    ("greeting", "text"),
    [
        ("Geachte leden van de raad", CLOSED),
        ("Beste collega's", CLOSED),
        ("Beste bewoner", CLOSED + " Wij stellen voor de kermis voortaan op het Marktplein te houden."),
        ("Beste bewoner", CLOSED + " De raad wordt gevraagd hiervoor € 20.000 beschikbaar te stellen."),
        ("Beste bewoner", CLOSED + "\n\n## Financiën\nDe kosten zijn € 20.000."),
        ("Kermis op het Marktplein", CLOSED),
    ],
)
def test_a_weak_proposal_that_is_written_as_a_letter_is_judged(checker: Checker, greeting: str, text: str) -> None:
    report = report_on(checker, TO_RESIDENTS.format(greeting=greeting, text=text))
    assert not report.lookalike
    assert report.advice is not None
    assert report.advice.verdict == "return"


def test_a_greeting_alone_makes_no_letter(checker: Checker) -> None:
    text = LETTER.format(opening="Wij stellen u voor:\n\n## Beslispunten\n1. De nota Bankjes vast te stellen.")
    assert not checker.check_bytes(text.encode(), "voorstel.md").lookalike


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        ("De nota Honden vast te stellen conform de Legesverordening.", {"RV-BEL"}),
        ("Conform de Omgevingsvisie de Hondenverordening vast te stellen.", {"RV-VER"}),
        ("Op grond van artikel 147 van de Gemeentewet de Verordening honden vast te stellen.", {"RV-VER"}),
        ("De Hondenverordening vast te stellen, onder intrekking van de Omgevingsvisie.", {"RV-VER"}),
        ("De nota Honden vast te stellen, onder intrekking van de Hondenverordening.", {"RV-BEL", "RV-VER"}),
        ("De nota Honden vast te stellen, tenzij de Legesverordening dat verhindert.", {"RV-BEL"}),
    ],
)
def test_what_only_stands_in_a_clause_beside_the_decision_tells_no_kind(checker: Checker, point: str, expected: set[str]) -> None:
    assert kinds(checker, proposal(point, subject="Tafelzilver")) == expected

"""References inside a proposal, numbers that are skipped, names and numbers of things that ought to agree."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in
from toets.checker import Checker

NUMBERED = """# Raadsvoorstel

## 1. Beslispunten
1. De nota Spelen 2027 vast te stellen.
2. De nota Spelen 2020 in te trekken.

## 2. Aanleiding
{text}

## 3. Financiën
Tabel 1: de kosten
"""


def unresolved(checker: Checker, text: str) -> list[object]:
    facts = facts_in(checker, NUMBERED.format(text=text), "cross_reference")
    return [fact.fields["number"] for fact in facts if not fact.fields["resolved"]]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("De kosten staan in paragraaf 5.", "5"),
        ("Zie hoofdstuk 4 voor de planning.", "4"),
        ("Met beslispunt 3 wordt het geld geregeld.", "3"),
        ("In tabel 2 staan de kosten.", "2"),
        ("De kosten staan in paragraaf 3.2.", "3.2"),
    ],
)
def test_a_reference_to_what_is_not_there_is_seen(checker: Checker, text: str, number: str) -> None:
    assert unresolved(checker, text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "De kosten staan in paragraaf 3.",
        "Beslispunt 2 volgt uit beslispunt 1.",
        "In tabel 1 staan de kosten.",
        "De eisen staan in hoofdstuk 9 van de nota.",
        "In de nota Spelen (hoofdstuk 9) staan de eisen.",
        "Volgens paragraaf 5.2 van de Wet open overheid is dat zo.",
        "Volgens titel 4.5 van de Algemene wet bestuursrecht is dat zo.",
        "In 2019 stelde de raad in beslispunt 4 van dat besluit een grens.",
    ],
)
def test_references_that_resolve_or_go_elsewhere_are_left_alone(checker: Checker, text: str) -> None:
    assert unresolved(checker, text) == []


def test_without_numbers_of_its_own_a_document_has_no_paragraphs_to_refer_to(checker: Checker) -> None:
    text = "# Raadsvoorstel\n\n## Aanleiding\nZie paragraaf 5.\n"
    assert not facts_in(checker, text, "cross_reference")


@pytest.mark.parametrize(
    ("body", "gaps"),
    [
        ("## 1. Aanleiding\nTekst.\n\n## 2. Doel\nTekst.\n\n## 4. Geld\nTekst.", [("sections", "2", "4", "3")]),
        ("## 1. Aanleiding\nTekst.\n\n## 2. Doel\nTekst.\n\n## 3. Geld\nTekst.", []),
        ("## Argumenten\n### 1.1 Eerst\nTekst.\n\n### 1.3 Dan\nTekst.", [("arguments", "1.1", "1.3", "1.2")]),
        ("## Argumenten\n### 1.1 Eerst\nTekst.\n\n### 3.1 Dan\nTekst.\n\n## Kanttekeningen\n### 1.1 Toch\nTekst.", []),
        ("## Bijlagen\n- Bijlage 1: Nota Spelen\n- Bijlage 2: Kaart\n- Bijlage 4: Raming", [("attachments", "2", "4", "3")]),
    ],
)
def test_numbers_that_are_skipped_are_named(checker: Checker, body: str, gaps: list[tuple[str, ...]]) -> None:
    facts = facts_in(checker, f"# Raadsvoorstel\n\n{body}\n", "numbering_gap")
    assert [tuple(fact.fields[name] for name in ("of", "after", "found", "lacking")) for fact in facts] == gaps


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("De visie heeft drie doelen: meer woningen, kortere wachttijden en minder leegstand.", 1),
        ("De visie heeft vier doelen: meer woningen, kortere wachttijden en minder leegstand.", 0),
        ("Er zijn drie opgaven: wonen en zorg, bereikbaarheid en landschap.", 1),
        ("De visie heeft twee doelen:\n\n- meer woningen\n- kortere wachttijden", 1),
        ("De visie heeft drie doelen:\n\n- meer woningen\n- kortere wachttijden", 0),
    ],
)
def test_a_number_of_things_is_counted_again(checker: Checker, text: str, same: int) -> None:
    (fact,) = facts_in(checker, f"# Raadsvoorstel\n\n## Doel\n{text}\n", "told_number")
    assert fact.fields["same"] == same


@pytest.mark.parametrize(
    "text",
    [
        "De raad heeft vier moties: dat vraagt om keuzes, om geld en om tijd.",
        "In de afgelopen drie jaren: groei, krimp en herstel.",
        "Er zijn vier scholen. De reden: zij groeien, ook in de kernen.",
        "De raad heeft vier moties aangenomen: dat vraagt, nu de begroting krap is en de tijd dringt, om keuzes.",
    ],
)
def test_what_is_no_list_is_not_counted(checker: Checker, text: str) -> None:
    assert not facts_in(checker, f"# Raadsvoorstel\n\n## Doel\n{text}\n", "told_number")


@pytest.mark.parametrize(
    ("text", "clash"),
    [
        ("Met de Woonvisie 2027-2032 bouwen wij door.", True),
        ("De Woonvisie Veenwijk 2022-2026 loopt af.", False),
        ("De Woonvisie 2027-2031 sluit aan op het Mobiliteitsplan 2027-2035.", False),
    ],
)
def test_a_plan_has_one_pair_of_years(checker: Checker, text: str, clash: bool) -> None:
    body = f"# Raadsvoorstel\n\n## Beslispunten\n1. De Woonvisie Veenwijk 2027-2031 vast te stellen.\n\n## Doel\n{text}\n"
    assert bool(facts_in(checker, body, "name_clash")) == clash

"""Opgaven in every form in which proposals list them."""

from __future__ import annotations

from toets.checker import Checker
from toets.model.fact import Fact

HEAD = "# Raadsvoorstel\n\n## Beslispunten\n1. De startnotitie vast te stellen.\n\n"

TABLE = """## Aanpak

| Opgave | Eigenaar | Tot |
|---|---|---|
| Wonen | S. de Boer | 2030 |
| Zorg | | 2028 |
"""
TOLD = """## De opgaven

- Wonen. Gezinnen vinden geen huis.
- Zorg. Ouderen raken alleen. De opgavemanager is S. de Boer.
"""
SENTENCE = "## Aanpak\nWij kiezen voor vier opgaven: wonen, zorg, klimaat en bereikbaarheid.\n"
HEADINGS = "## Opgave 1: Wonen\nGezinnen vinden geen huis.\n\n## Opgave 2: Zorg\nDe opgavemanager is S. de Boer.\n"


def facts(checker: Checker, text: str, kind: str = "opgave") -> list[Fact]:
    report = checker.check_bytes((HEAD + text).encode(), "opgaven.md", kinds=["RV-START"])
    return [fact for fact in report.facts if fact.kind == kind]


def test_a_number_counts_when_it_is_large(checker: Checker) -> None:
    assert not facts(checker, "## Aanpak\nDit is een van de drie opgaven.\n", "opgaven")
    [fact] = facts(checker, "## Aanpak\nHet programma kent negen opgaven.\n", "opgaven")
    assert fact.fields["number"] == 9


def test_an_owner_belongs_to_the_opgave_that_names_him(checker: Checker) -> None:
    assert [fact.fields["owner"] for fact in facts(checker, TABLE)] == [1, 0]
    assert [fact.fields["owner"] for fact in facts(checker, HEADINGS)] == [0, 1]


def test_what_an_item_says_behind_its_name_belongs_to_it(checker: Checker) -> None:
    assert [fact.fields["owner"] for fact in facts(checker, TOLD)] == [0, 1]


def test_a_rule_for_each_opgave_gives_all_of_them_an_owner(checker: Checker) -> None:
    every = SENTENCE + "Elke opgave heeft een opgavemanager.\n"
    assert {fact.fields["owner"] for fact in facts(checker, every)} == {1}


def test_a_single_opgave_is_not_one_of_a_list(checker: Checker) -> None:
    [fact] = facts(checker, "## Aanleiding\nDe opgave is de bouw van 400 woningen.\n")
    assert (fact.fields["top"], fact.fields["phrased"]) == (0, "answer")

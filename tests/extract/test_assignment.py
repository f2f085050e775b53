"""Facts about the assignment: people, goals, bounds, parts, origin and hollow terms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from toets.checker import Checker
from toets.model.fact import Fact

Find = Callable[[str, str], list[Fact]]


@pytest.fixture
def find(checker: Checker) -> Find:
    def facts(kind: str, text: str) -> list[Fact]:
        report = checker.check_bytes(text.encode(), "tekst.md", kinds=["RV-BEL"])
        return [fact for fact in report.facts if fact.kind == kind]

    return facts


def proposal(text: str, heading: str = "Toelichting", head: str = "") -> str:
    return f"{head}\n\n# Raadsvoorstel\n\n## {heading}\n{text}\n"


def test_one_sentence_may_name_both_commissioners(find: Find) -> None:
    found = find("role_holder", proposal("Anna de Boer is bestuurlijk opdrachtgever en Piet Jansen (hoofd Ruimte) ambtelijk."))
    assert {fact.fields["is"]: fact.fields["named"] for fact in found} == {"bog": 1, "aog": 1}


def test_a_steller_who_is_projectleider_is_no_contractor(find: Find) -> None:
    assert find("role_holder", proposal("Tekst.", head="Steller: J. Bos, projectleider\nDatum raad: 10 december 2026")) == []


def test_a_number_of_the_past_is_no_measure(find: Find) -> None:
    head = "Datum raad: 10 december 2026"
    (goal,) = find("goal", proposal("In 2021 waren er 40 woningen.", "Beoogd effect", head))
    assert goal.fields["measure"] == goal.fields["date"] == 0


def test_the_line_above_a_list_gives_its_items_their_date(find: Find) -> None:
    text = "In 2029 is dit bereikt:\n\n- 40 woningen voor starters\n- 12 speelplekken"
    found = find("goal", proposal(text, "Beoogd effect", "Datum raad: 10 december 2026"))
    assert [fact.fields["date"] for fact in found] == [1, 1]


def test_a_hollow_term_is_elaborated_by_what_stands_in_its_paragraph(find: Find) -> None:
    (bare,) = find("hollow_term", proposal("We kiezen een integrale aanpak. De inwoner staat centraal."))
    (filled,) = find("hollow_term", proposal("We kiezen een integrale aanpak. Riool en straat liggen in 40 dagen open."))
    assert (bare.fields["elaborated"], filled.fields["elaborated"]) == (0, 1)


@pytest.mark.parametrize(
    "words",
    ["de vier onderdelen", "de “vier” onderdelen", "de (vier) onderdelen", "de vi\u00ader onderdelen", "de vier/onderdelen"],
)
def test_a_number_of_parts_counts_however_it_is_written(find: Find, words: str) -> None:
    (part,) = find("subtask", proposal(f"Het college schuift tussen {words} van het plan, die elkaar nodig hebben."))
    assert part.fields["number"] == 4

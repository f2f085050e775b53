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


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("wethouder R. Kanters", 1),
        ("Marloes van Heijst", 1),
        ("wethouder Wonen en Zorg", 1),
        ("Bestaanszekerheid (wethouder R. El Khattabi)", 1),
        ("drs. A. Smit, MBA", 1),
        ("Smit / De Vries", 2),
        ("Smit en De Vries", 2),
        ("wethouder De Graaf, wethouder Hendrickx, burgemeester Van Wessem", 3),
        ("Rog, M.R.J./Roduner, F./Snoek, M.", 3),
    ],
)
def test_portefeuillehouders_in_the_head_are_counted(find: Find, value: str, number: int) -> None:
    found = find("portfolio", proposal("Tekst.", head=f"Portefeuillehouder: {value}\nDatum raad: 10 december 2026"))
    assert [fact.fields["number"] for fact in found] == [number]


def test_one_sentence_may_name_both_commissioners(find: Find) -> None:
    found = find("role_holder", proposal("Anna de Boer is bestuurlijk opdrachtgever en Piet Jansen (hoofd Ruimte) ambtelijk."))
    assert {fact.fields["is"]: fact.fields["named"] for fact in found} == {"bog": 1, "aog": 1}


def test_a_steller_who_is_projectleider_is_no_contractor(find: Find) -> None:
    assert find("role_holder", proposal("Tekst.", head="Steller: J. Bos, projectleider\nDatum raad: 10 december 2026")) == []


def test_a_role_that_is_still_to_be_filled_says_so(find: Find) -> None:
    (holder,) = find("role_holder", proposal("De projectleider wordt nog aangesteld."))
    assert holder.fields["open"] == 1


def test_a_number_of_the_past_is_no_measure(find: Find) -> None:
    head = "Datum raad: 10 december 2026"
    (goal,) = find("goal", proposal("In 2021 waren er 40 woningen.", "Beoogd effect", head))
    assert goal.fields["measure"] == goal.fields["date"] == 0


def test_the_line_above_a_list_gives_its_items_their_date(find: Find) -> None:
    text = "In 2029 is dit bereikt:\n\n- 40 woningen voor starters\n- 12 speelplekken"
    found = find("goal", proposal(text, "Beoogd effect", "Datum raad: 10 december 2026"))
    assert [fact.fields["date"] for fact in found] == [1, 1]


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("Het beoogd effect is het vaststellen van de nota.", 1),
        ("Een gedragen visie die richting geeft.", 1),
        ("Met de nota krijgen inwoners sneller hulp.", 0),
        ("Het plan maakt de bouw van 40 woningen mogelijk.", 0),
    ],
)
def test_the_paper_is_told_apart_from_what_it_brings(find: Find, text: str, paper: int) -> None:
    (goal,) = find("goal", proposal(text, "Beoogd effect"))
    assert (goal.fields["is_decision"], goal.fields["effect"]) == (paper, 1 - paper)


def test_a_point_with_a_number_a_place_and_a_term_is_bounded(find: Find) -> None:
    text = "1. In te stemmen met 40 woningen op de locatie Dorpsweide voor de duur van 10 jaar."
    (scope,) = find("scope", proposal(text, "Beslispunten"))
    assert [scope.fields[name] for name in ("quantity", "place", "term")] == [1, 1, 1]


def test_figures_left_out_of_a_sum_bound_nothing(find: Find) -> None:
    assert find("scope", proposal("De btw is in deze bedragen niet meegenomen.")) == []


def test_fases_and_bus_lines_are_no_subtasks(find: Find) -> None:
    assert find("subtask", proposal("Het werk kent drie fasen. Er rijden vier buslijnen.")) == []


def test_a_relation_needs_the_parts_it_relates(find: Find) -> None:
    text = "De nota kent drie pijlers: groen, water en stilte. De aanbesteding start nadat de vergunning is verleend."
    assert find("relation", proposal(text)) == []


@pytest.mark.parametrize(
    ("text", "located"),
    [
        ("In juni 2019 stelde uw raad de Centrumvisie vast.", 1),
        ("De raad heeft dit in november vorig jaar gevraagd.", 0),
        ("Dit volgt uit het coalitieakkoord en het programma Vitale Dorpen.", 0),
        ("Met motie 11 (Jong blijft) vroeg u hierom.", 1),
        ("De taakstelling volgt uit artikel 28 van de Huisvestingswet 2014.", 1),
    ],
)
def test_an_origin_is_located_by_a_date_number_or_article(find: Find, text: str, located: int) -> None:
    assert max(int(fact.fields["located"]) for fact in find("origin", proposal(text, "Aanleiding"))) == located


def test_a_power_is_no_origin(find: Find) -> None:
    text = "De raad is op grond van artikel 149 van de Gemeentewet bevoegd verordeningen vast te stellen."
    assert not [fact for fact in find("origin", proposal(text, "Juridisch kader")) if fact.fields["sort"] == "wet"]


def test_a_hollow_term_inside_a_name_is_none(find: Find) -> None:
    assert find("hollow_term", proposal("Het Integraal Huisvestingsplan en wethouder Duurzaamheid.")) == []


def test_a_hollow_term_is_elaborated_by_what_stands_in_its_paragraph(find: Find) -> None:
    (bare,) = find("hollow_term", proposal("We kiezen een integrale aanpak. De inwoner staat centraal."))
    (filled,) = find("hollow_term", proposal("We kiezen een integrale aanpak. Riool en straat liggen in 40 dagen open."))
    assert (bare.fields["elaborated"], filled.fields["elaborated"]) == (0, 1)

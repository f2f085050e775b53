"""Who does what and when, vague times, reports, procedures, executors, dependencies and instruments, as facts."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in, proposal
from toets.checker import Checker
from toets.model.fact import Fact

HEAD = "Datum college: 3 maart 2026\nDatum raad: 9 april 2026\n\n"


def found(checker: Checker, kind: str, text: str, heading: str = "Uitvoering") -> list[Fact]:
    """The facts of one kind in a section of a proposal that the council decides on in April 2026."""
    document = HEAD + proposal("De nota Groen 2026-2030 vast te stellen.", body=f"## {heading}\n{text}\n")
    return facts_in(checker, document, kind)


def actors(checker: Checker, text: str) -> list[str]:
    return [str(fact.fields["actor"]) for fact in found(checker, "action", text)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Team Wijkbeheer plaatst de banken.", "organisation"),
        ("De omgevingsmanager spreekt met de bewoners.", "function"),
        ("Na gunning maakt de aannemer een planning.", "organisation"),
        ("Het bestek wordt door het ingenieursbureau gemaakt.", "organisation"),
        ("De regie ligt bij de programmamanager Wonen.", "function"),
        ("Het college stelt het programma vast.", "body"),
        ("Het Regionaal Archief neemt de stukken over.", "organisation"),
        ("Toezicht houdt de directievoerder.", "function"),
        ("De gemeente toetst de aanvragen.", "vague"),
        ("Wij stellen per wijk een plan op.", "vague"),
        ("De reiscoach wordt geworven.", "none"),
        ("De aanbesteding loopt van januari tot en met april 2027.", "none"),
        ("Alle ouders krijgen een brief.", "none"),
    ],
)
def test_a_step_has_somebody_who_takes_it_or_nobody(checker: Checker, text: str, actor: str) -> None:
    assert actors(checker, text) == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "Met de omwonendengroep blijft het gesprek gaande.",
        "De kosten worden geraamd op € 4.000.",
        "Wij verwachten dat het meevalt.",
        "Als de aanbesteding mislukt, wordt een nieuwe gehouden.",
        "De corporatie kan de woningen verhuren.",
        "Het park is in 2019 aangelegd.",
    ],
)
def test_not_every_sentence_is_a_step(checker: Checker, text: str) -> None:
    assert actors(checker, text) == []


def test_one_sentence_may_hold_two_steps(checker: Checker) -> None:
    assert actors(checker, "De aanvraag wordt ingediend en de modules worden besteld.") == ["none", "none"]


def test_who_stands_in_a_column_takes_the_step_of_the_row(checker: Checker) -> None:
    table = "| Stap | Wie | Wanneer |\n|---|---|---|\n| Brief | Inkoop | mei 2026 |\n| Start | – | juni 2026 |"
    assert actors(checker, table) == ["organisation", "none"]


def test_a_person_is_known_by_name_when_named_with_a_function_elsewhere(checker: Checker) -> None:
    text = "Projectleider Anna de Groot is aangesteld. Anna de Groot leidt het overleg."
    assert actors(checker, text)[-1] == "named"


def test_an_execution_that_could_be_anybodys_is_bare(checker: Checker) -> None:
    (fact,) = found(checker, "action", "Na vaststelling wordt gestart met de uitvoering.")
    assert fact.fields["bare"] == 1


def test_moments_ahead_are_milestones(checker: Checker) -> None:
    facts = found(
        checker, "milestone", "De bouw begint in september 2026 en is in Q2 2027 klaar. In oktober 2025 is het plan gemaakt."
    )
    assert [fact.fields["grain"] for fact in facts] == ["month", "quarter"]


def test_dates_of_papers_and_prices_are_no_milestones(checker: Checker) -> None:
    assert not found(checker, "milestone", "Het prijspeil is 1 juli 2026. Zie het besluit van 2 juli 2026.")


def test_outside_the_execution_a_date_needs_a_word_of_execution(checker: Checker) -> None:
    text = "Het werk begint op 1 juli 2026. De huur is op 1 augustus 2026 hoger."
    assert [fact.quote for fact in found(checker, "milestone", text, "Argumenten")] == ["Het werk begint op 1 juli 2026."]


def test_the_same_moment_counts_once(checker: Checker) -> None:
    facts = found(checker, "milestone", "De bouw begint op 1 juli 2026. Op 1 juli 2026 is er een feest.")
    assert [fact.fields["again"] for fact in facts] == [0, 1]


def vague(checker: Checker, text: str, heading: str = "Uitvoering") -> list[tuple[str, int, int]]:
    facts = found(checker, "vague", text, heading)
    return [(str(fact.fields["sort"]), int(fact.fields["resolved"]), int(fact.fields["past"])) for fact in facts]


def test_a_vague_time_is_filled_in_by_a_date_a_term_or_a_frequency(checker: Checker) -> None:
    assert vague(checker, "De brief gaat zo spoedig mogelijk uit.") == [("open", 0, 0)]
    assert vague(checker, "De brief gaat zo spoedig mogelijk, uiterlijk 1 juni 2026, uit.") == [("open", 1, 0)]
    assert vague(checker, "De brief gaat zo spoedig mogelijk, binnen twee weken, uit.") == [("open", 1, 0)]
    assert vague(checker, "Wij overleggen regelmatig, elke twee weken, met de aannemer.") == [("time", 1, 0)]


def test_a_season_needs_its_year(checker: Checker) -> None:
    assert vague(checker, "In het najaar begint het werk.") == [("time", 0, 0)]
    assert vague(checker, "In het najaar van 2026 begint het werk.") in ([], [("time", 1, 0)])
    assert vague(checker, "In het najaar is met bewoners gesproken.") == [("time", 0, 1)]


def test_a_promise_without_a_moment_is_vague(checker: Checker) -> None:
    assert vague(checker, "Wij komen hierop terug.", "Risico's") == [("promise", 0, 0)]
    assert vague(checker, "Wij komen hierop bij de kadernota terug.", "Risico's") == [("promise", 1, 0)]


def test_what_happens_again_and_again_is_no_vague_plan(checker: Checker) -> None:
    assert vague(checker, "Regelmatig staat het water in de kelders.", "Argumenten") == []


def one(checker: Checker, kind: str, text: str, heading: str) -> Fact:
    (fact,) = found(checker, kind, text, heading)
    return fact


def test_a_report_has_a_moment_or_not(checker: Checker) -> None:
    later = one(checker, "report_back", "De raad krijgt in maart 2027 een raadsinformatiebrief.", "Vervolg")
    assert (later.fields["council"], later.fields["moment"], later.fields["product"]) == (1, 1, 1)
    loose = one(checker, "report_back", "De raad wordt geïnformeerd als daar aanleiding voor is.", "Vervolg")
    assert (loose.fields["council"], loose.fields["moment"]) == (1, 0)


def test_the_letter_with_the_proposal_reports_nothing_later(checker: Checker) -> None:
    assert not found(checker, "report_back", "De raad wordt met bijgaande raadsinformatiebrief geïnformeerd.", "Vervolg")


def test_an_evaluation_that_was_held_is_none(checker: Checker) -> None:
    assert not found(checker, "evaluation", "De nota is in 2024 geëvalueerd.", "Argumenten")
    assert one(checker, "evaluation", "De nota wordt in 2029 geëvalueerd.", "Argumenten").fields["moment"] == 1


def test_what_who_and_how_often_belong_to_one_measurement(checker: Checker) -> None:
    fact = one(checker, "monitoring", "Team Onderzoek meet elk jaar het aantal bezoekers.", "Monitoring")
    assert (fact.fields["what"], fact.fields["who"], fact.fields["frequency"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("text", "timed"),
    [
        ("Het besluit wordt op 20 mei 2026 gepubliceerd in het Gemeenteblad.", 1),
        ("Na vaststelling volgt publicatie in het Gemeenteblad.", 1),
        ("De publicatie in het Gemeenteblad moet nog.", 0),
    ],
)
def test_a_procedure_has_a_place_in_time_or_not(checker: Checker, text: str, timed: int) -> None:
    assert {fact.fields["timed"] for fact in found(checker, "procedure", text, "Vervolg")} == {timed}


def test_executors_took_part_or_still_will(checker: Checker) -> None:
    done = found(checker, "executor", "De toezichthouders hebben de regels getest.", "Totstandkoming")
    later = found(checker, "executor", "De toezichthouders worden bij de uitwerking betrokken.", "Vervolg")
    assert [fact.fields["later"] for fact in (*done, *later)] == [0, 1]


def test_a_dependency_has_a_date_or_a_fallback(checker: Checker) -> None:
    dated = one(
        checker, "dependency", "Met het waterschap is afgesproken dat de duiker vóór 1 mei 2027 is vervangen.", "Risico's"
    )
    loose = one(checker, "dependency", "Wij zijn afhankelijk van de provincie.", "Risico's")
    assert (dated.fields["date"], loose.fields["date"], loose.fields["fallback"]) == (1, 0, 0)


def test_an_instrument_is_weighed_or_put_off(checker: Checker) -> None:
    weighed = one(checker, "instrument", "Er zijn drie varianten onderzocht.", "Argumenten")
    put_off = one(checker, "instrument", "De uitwerking volgt in een uitvoeringsprogramma.", "Aanpak")
    assert (weighed.fields["compared"], put_off.fields["deferred"]) == (1, 1)


def test_alternatives_that_were_not_considered_are_not_weighed(checker: Checker) -> None:
    assert not any(
        fact.fields["compared"]
        for fact in found(checker, "instrument", "Er zijn geen andere varianten onderzocht.", "Argumenten")
    )


def test_one_measurement_afterwards_does_not_come_back(checker: Checker) -> None:
    once = one(checker, "monitoring", "In het voorjaar van 2029 meet team Onderzoek het aantal bezoekers.", "Monitoring")
    assert (once.fields["frequency"], once.fields["often"]) == (1, 0)
    assert one(checker, "monitoring", "Wij meten elk jaar het aantal bezoekers.", "Monitoring").fields["often"] == 1

"""Who does what and when, vague times, reports, procedures, executors, dependencies and instruments, as facts."""

from __future__ import annotations

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


def test_a_person_is_known_by_name_when_named_with_a_function_elsewhere(checker: Checker) -> None:
    text = "Projectleider Anna de Groot is aangesteld. Anna de Groot leidt het overleg."
    assert actors(checker, text)[-1] == "named"


def test_outside_the_execution_a_date_needs_a_word_of_execution(checker: Checker) -> None:
    text = "Het werk begint op 1 juli 2026. De huur is op 1 augustus 2026 hoger."
    assert [fact.quote for fact in found(checker, "milestone", text, "Argumenten")] == ["Het werk begint op 1 juli 2026."]


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


def one(checker: Checker, kind: str, text: str, heading: str) -> Fact:
    (fact,) = found(checker, kind, text, heading)
    return fact


def test_a_report_has_a_moment_or_not(checker: Checker) -> None:
    later = one(checker, "report_back", "De raad krijgt in maart 2027 een raadsinformatiebrief.", "Vervolg")
    assert (later.fields["council"], later.fields["moment"], later.fields["product"]) == (1, 1, 1)
    loose = one(checker, "report_back", "De raad wordt geïnformeerd als daar aanleiding voor is.", "Vervolg")
    assert (loose.fields["council"], loose.fields["moment"]) == (1, 0)


def test_an_evaluation_that_was_held_is_none(checker: Checker) -> None:
    assert not found(checker, "evaluation", "De nota is in 2024 geëvalueerd.", "Argumenten")
    assert one(checker, "evaluation", "De nota wordt in 2029 geëvalueerd.", "Argumenten").fields["moment"] == 1


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


def test_one_measurement_afterwards_does_not_come_back(checker: Checker) -> None:
    once = one(checker, "monitoring", "In het voorjaar van 2029 meet team Onderzoek het aantal bezoekers.", "Monitoring")
    assert (once.fields["frequency"], once.fields["often"]) == (1, 0)
    assert one(checker, "monitoring", "Wij meten elk jaar het aantal bezoekers.", "Monitoring").fields["often"] == 1

"""References to law: basis or mention, in force or not, and mandates with their elements."""

from __future__ import annotations

from tests.extract.build import facts_in, proposal
from toets.checker import Checker


def test_a_mandate_is_taken_apart(checker: Checker) -> None:
    text = proposal(
        "Het hoofd van de afdeling Groen op grond van artikel 10:3 van de Algemene wet bestuursrecht mandaat te verlenen om "
        "kapvergunningen te verlenen tot maximaal tien bomen, zonder ondermandaat.",
        title="Collegevoorstel",
    )
    (fact,) = facts_in(checker, text, "mandate")
    elements = {name: fact.fields[name] for name in ("sort", "to", "holder", "basis", "limit", "sub", "report")}
    assert elements == {"sort": "mandaat", "to": "ambtenaar", "holder": "function", "basis": 1, "limit": 1, "sub": 1, "report": 0}


def test_the_council_that_authorises_the_college_is_seen(checker: Checker) -> None:
    (fact,) = facts_in(checker, proposal("Het college te machtigen de koop te sluiten."), "mandate")
    assert (fact.fields["by_council"], fact.fields["to"]) == (1, "college")

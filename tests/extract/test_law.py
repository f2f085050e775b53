"""References to law: basis or mention, in force or not, and mandates with their elements."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in, proposal
from toets.checker import Checker
from toets.model.fact import Value

HEAD = "# Raadsvoorstel\n\nDatum raad: 10 december 2026\n\n## Juridisch kader\n"


def reference(checker: Checker, text: str, head: str = HEAD) -> dict[str, Value]:
    return dict(facts_in(checker, head + text, "law_reference")[0].fields)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("De raad is bevoegd op grond van artikel 149 van de Gemeentewet.", "current"),
        ("De geheimhouding rust op artikel 25 van de Gemeentewet.", "stale"),
        ("De bijstand is geregeld in artikel 35 van de Wet werk en bijstand.", "repealed"),
        ("Dit volgt uit artikel 10 van de Wet openbaarheid van bestuur.", "repealed"),
    ],
)
def test_a_reference_is_judged_by_the_day_of_the_document(checker: Checker, text: str, state: str) -> None:
    assert reference(checker, text)["state"] == state


def test_in_a_document_of_its_time_the_old_law_was_right(checker: Checker) -> None:
    head = HEAD.replace("2026", "2013")
    assert reference(checker, "De bijstand is geregeld in de Wet werk en bijstand.", head)["state"] == "current"


@pytest.mark.parametrize(
    "text",
    [
        "Destijds is dit besloten op grond van de Wet werk en bijstand.",
        "In 2009 rustte het beleid op de Wet werk en bijstand.",
        "De Wet werk en bijstand is vervangen door de Participatiewet.",
    ],
)
def test_what_is_told_of_the_past_is_historic(checker: Checker, text: str) -> None:
    assert reference(checker, text)["historic"] == 1


def test_an_article_about_a_side_issue_is_not_the_basis(checker: Checker) -> None:
    head = "# Raadsvoorstel\n\n## Kanttekeningen\n"
    text = "Wie schade lijdt kan nadeelcompensatie vragen (titel 4.5 van de Algemene wet bestuursrecht).\n"
    assert reference(checker, text, head)["main"] == 0


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


@pytest.mark.parametrize(
    "text",
    [
        "De voormalige Wet openbaarheid van bestuur kende dezelfde grond.",
        "De motie 'Weg met de Wob' is aangenomen.",
        "De motie “Een nieuw bestemmingsplan voor Noord” is afgedaan.",
        "De Wet openbaarheid van bestuur gold tot 1 mei 2022.",
    ],
)
def test_a_law_of_the_past_or_in_a_title_is_no_outdated_basis(checker: Checker, text: str) -> None:
    head = "Datum raad: 10 december 2026\n\n# Raadsvoorstel\n\n## Kader\n"
    found = [fact.fields["historic"] for fact in facts_in(checker, head + text + "\n", "law_reference")]
    assert found
    assert all(found)

"""What was found in a document: decision points with their findings, amounts, dates, people, law."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from toets.model.document import DecisionPoint, Document, Location
from toets.model.fact import Fact
from toets.model.outcome import Outcome
from toets.model.report import DocumentReport
from toets.model.rule import Severity
from toets.reports.cards import TONES, open_items
from toets.reports.places import place
from toets.reports.sheet import Chapter, Grid, Line, Tone, Words, text
from toets.reports.words import SEVERITY_WORDS, listed, one_line

POINT_LENGTH = 260
FACT_LENGTH = 120

_USES: Mapping[str, str] = {
    "requested": "gevraagd", "cost": "kosten", "income": "opbrengst", "existing": "bestaand budget", "limit": "grens",
    "price": "prijs", "cover": "dekking", "risk": "risico",
}  # fmt: skip
_ROLES: Mapping[str, str] = {
    "bog": "bestuurlijk opdrachtgever", "aog": "ambtelijk opdrachtgever", "contractor": "opdrachtnemer",
    "opgave": "opgavemanager", "portfolio": "portefeuillehouder", "coordinating": "coördinerend portefeuillehouder",
    "author": "steller",
}  # fmt: skip
_PHASES: Mapping[str, str] = {
    "start": "start", "decision": "besluit", "publication": "bekendmaking", "inspraak": "inspraak", "tender": "aanbesteding",
    "delivery": "oplevering", "evaluation": "evaluatie", "meeting": "vergadering", "milestone": "mijlpaal",
}  # fmt: skip
_PEOPLE: Mapping[str, str] = {
    "portefeuillehouder": "portefeuillehouder", "opdrachtgever": "opdrachtgever", "steller": "steller",
    "afdeling": "afdeling of team",
}  # fmt: skip
_DAYS: Mapping[str, str] = {
    "datum_college": "behandeling in het college", "datum_commissie": "behandeling in de commissie",
    "datum_raad": "behandeling in de raad", "datum": "datum van het stuk",
}  # fmt: skip

Row = tuple[str, str, str]
"""What it is, the words, and the place."""


def decision_points(
    report: DocumentReport, linked: Mapping[str, str], severities: Collection[Severity] = tuple(Severity)
) -> tuple[Grid, ...]:
    """The decision points with the findings of these severities about each; `linked` holds the anchors of those with a card."""
    if not report.document or not report.document.points:
        return ()
    rows = tuple(_point_row(point, report, linked, severities) for point in report.document.points)
    return (Grid("Beslispunten en hun stand", ("Nr.", "Beslispunt", "Stand"), (7, 63, 30), rows),)


def _point_row(
    point: DecisionPoint, report: DocumentReport, linked: Mapping[str, str], severities: Collection[Severity]
) -> tuple[Line, ...]:
    found = [one for one in report.outcomes if one.counts and one.severity in report.shown and _is_about(one, point)]
    return (
        text(point.number.rstrip(".)")),
        text(one_line(point.text, length=POINT_LENGTH)),
        _stand([one for one in found if one.severity in severities], linked) or (_nothing(found),),
    )


def _nothing(hidden: Collection[Outcome]) -> Words:
    return Words("alleen adviezen", soft=True) if hidden else Words("geen bevindingen", tone=Tone.GOOD)


def _stand(found: Collection[Outcome], linked: Mapping[str, str]) -> Line:
    """The findings by severity, the heaviest first: blokkerend: VOR-03, VOR-04; aandacht: MID-02."""
    pieces: list[Words] = []
    for severity in Severity:
        codes = [one.rule for one in found if one.severity is severity]
        if codes:
            pieces += [Words("; ")] if pieces else []
            pieces.append(Words(SEVERITY_WORDS[severity], strong=True, tone=TONES[severity]))
            for number, code in enumerate(codes):
                pieces += [Words(": " if number == 0 else ", "), Words(code, link=linked.get(code, ""))]
    return tuple(pieces)


def _is_about(outcome: Outcome, point: DecisionPoint) -> bool:
    """Whether a finding quotes the paragraph of the decision point, or has it as an item that is not in order."""
    places = (
        [item.about.location for item in open_items(outcome)] if outcome.items else [one.location for one in outcome.evidence]
    )
    return any(_same(one, point.location) for one in places)


def _same(one: Location, other: Location) -> bool:
    return one.paragraph is not None and (one.part, one.paragraph) == (other.part, other.paragraph)


def fact_chapters(report: DocumentReport) -> tuple[Chapter, ...]:
    """Amounts, dates, people and law, each as a table; what was not found has no table."""
    document = report.document
    tables = (
        ("Bedragen", ("Waarvoor", "Bedrag", "Waar"), (16, 24, 60), _amounts(report.facts, document)),
        ("Data en momenten", ("Wat", "Wanneer", "Waar"), (24, 46, 30), _moments(report.facts, document)),
        ("Betrokkenen", ("Rol", "Wie", "Waar"), (24, 46, 30), _people(report.facts, document)),
        ("Wetten en artikelen", ("Soort", "Vindplaats in de tekst", "Waar"), (24, 46, 30), _laws(report.facts, document)),
    )
    return tuple(
        Chapter(title, (Grid(title, header, widths, rows),))
        for title, header, widths, found in tables
        if (rows := tuple(tuple(text(cell) for cell in row) for row in _merged(found)))
    )


def _merged(rows: Iterable[Row]) -> Iterator[Row]:
    """The same thing in several places is one row."""
    places: dict[tuple[str, str], dict[str, None]] = {}
    for what, words, where in rows:
        places.setdefault((what, words), {})[where] = None
    for (what, words), found in places.items():
        yield what, words, listed([where for where in found if where])


def _amounts(facts: Iterable[Fact], document: Document | None) -> Iterator[Row]:
    found = [fact for fact in facts if fact.kind == "amount" and fact.quote]
    for fact in sorted(found, key=lambda one: not one.fields.get("main")):
        use = _USES.get(str(fact.fields.get("use", "")), "overig")
        yield use, one_line(fact.quote, length=FACT_LENGTH), place(fact.location, document)


def _moments(facts: Iterable[Fact], document: Document | None) -> Iterator[Row]:
    yield from _fields(document, _DAYS)
    for fact in facts:
        if fact.kind == "milestone" and fact.quote:
            phase = _PHASES.get(str(fact.fields.get("phase", "")), "moment")
            yield phase, one_line(fact.quote, length=FACT_LENGTH), place(fact.location, document)


def _people(facts: Iterable[Fact], document: Document | None) -> Iterator[Row]:
    told = tuple(_fields(document, _PEOPLE))
    yield from told
    for fact in facts:
        role = _ROLES.get(str(fact.fields.get("is", "")), "betrokkene")
        if fact.kind == "role_holder" and fact.quote and not any(role == known for known, _, _ in told):
            yield role, one_line(fact.quote, length=FACT_LENGTH), place(fact.location, document)


def _laws(facts: Iterable[Fact], document: Document | None) -> Iterator[Row]:
    states = {"stale": "verouderd", "repealed": "vervallen"}
    for fact in facts:
        if fact.kind == "law_reference" and fact.quote:
            use = "grondslag" if fact.fields.get("use") == "basis" else "genoemd"
            state = states.get(str(fact.fields.get("state", "")), "")
            yield (
                ", ".join(part for part in (use, state) if part),
                one_line(fact.quote, length=FACT_LENGTH),
                place(fact.location, document),
            )


def _fields(document: Document | None, names: Mapping[str, str]) -> Iterator[Row]:
    """The filled fields of the head of the document that have one of these names."""
    for name, words in names.items():
        for field in document.metadata if document else ():
            if field.field == name and field.value.strip():
                yield words, one_line(field.value, length=FACT_LENGTH), "in de kop van het document"

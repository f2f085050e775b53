"""The findings of a report as notes to put in a document: what each says, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toets.model.note import note_title
from toets.model.outcome import FINDINGS, Evidence, Outcome
from toets.model.report import DocumentReport
from toets.model.rule import Norm, Severity
from toets.reports.annotate_places import Anchor, Places, Spot, places_of
from toets.reports.words import SEVERITY_WORDS, dutch, one_line

_PLACED = {
    Spot.HEADING: "Deze opmerking staat bij de kop waaronder dit thuishoort.",
    Spot.TITLE: "Deze opmerking gaat over het hele document en staat daarom bij de titel.",
}


@dataclass(frozen=True, slots=True)
class Note:
    """One comment: the rule in a line, then what it says, line by line as (label, text), with "" for a line without a label."""

    rule: str
    title: str
    severity: Severity
    lines: tuple[tuple[str, str], ...]
    anchor: Anchor

    @property
    def text(self) -> str:
        """The note as plain text, a line each."""
        return "\n".join([self.title, *(f"{label}: {line}" if label else line for label, line in self.lines)])


def notes_of(report: DocumentReport) -> tuple[Note, ...]:
    """A note for every finding that the report shows, in the order of the document, at one place the most severe first.

    A finding about several things (items, places to mend) has one for each; one without words stands at the heading of the
    section it belongs to, or else at the title.
    """
    if report.document is None:
        return ()
    places = places_of(report.document)
    shown = (outcome for outcome in report.outcomes if outcome.is_finding and outcome.severity in report.shown)
    order = {severity: number for number, severity in enumerate(Severity)}
    notes = [note for outcome in shown for note in _notes(outcome, places)]
    return tuple(sorted(notes, key=lambda note: (note.anchor.block, note.anchor.start, order[note.severity], note.rule)))


def _notes(outcome: Outcome, places: Places) -> Iterator[Note]:
    items = [item for item in outcome.items if item.status in FINDINGS]
    if items:
        for item in items:
            anchor = places.of_evidence(item.about) or places.home(outcome)
            if anchor is not None:
                yield _note(outcome, item.message, anchor)
        return
    anchors = _anchors(outcome, places)
    home = None if anchors else places.home(outcome)
    for number, anchor in enumerate((*anchors, *([home] if home else []))):
        yield _again(outcome, anchor) if number else _note(outcome, outcome.message, anchor)


def _anchors(outcome: Outcome, places: Places) -> tuple[Anchor, ...]:
    """The places of a finding, each once: all that are to be mended, or the first words that show what is missing."""
    evidence: tuple[Evidence, ...] = outcome.evidence[:1] if outcome.missing else outcome.evidence
    found = (places.of_evidence(one) for one in evidence)
    return tuple(dict.fromkeys(anchor for anchor in found if anchor is not None))


def _note(outcome: Outcome, message: str, anchor: Anchor) -> Note:
    lines = [
        ("", message),
        ("Waarom", outcome.why),
        ("Norm", "; ".join(_norm(norm) for norm in outcome.norm)),
        ("Herstel", outcome.repair),
        ("", _PLACED.get(anchor.spot, "")),
    ]
    told = tuple((label, dutch(one_line(words))) for label, words in lines if words)
    return Note(outcome.rule, _title(outcome), outcome.severity, told, anchor)


def _again(outcome: Outcome, anchor: Anchor) -> Note:
    lines = (("", "Ook deze plaats hoort bij deze bevinding; de toelichting staat bij de eerste opmerking hierover."),)
    return Note(outcome.rule, _title(outcome), outcome.severity, lines, anchor)


def _title(outcome: Outcome) -> str:
    return note_title(outcome.rule, SEVERITY_WORDS[outcome.severity], dutch(one_line(outcome.title)))


def _norm(norm: Norm) -> str:
    where = f"{norm.law}, art. {norm.article}" if norm.article else norm.law
    return one_line(f"{where}: {norm.says}" if norm.says else where).rstrip(".")

"""A draft of what the griffie puts on top of a proposal: how ready it is for a decision, in plain sentences."""

from __future__ import annotations

from collections.abc import Sequence

from toets.model.document import Document
from toets.model.outcome import Outcome
from toets.model.report import DocumentReport
from toets.model.rule import Severity
from toets.reports.digest import Digest
from toets.reports.words import advice_words, counts, dutch, field, one_line, plainly, theme, weighed

POINT_LENGTH = 160


def cover_note(report: DocumentReport, arranged: Digest) -> tuple[str, ...]:
    """The paragraphs of the note; neutral, about form and completeness only."""
    document = report.document
    lines = [_subject(document), *_asked(document)]
    if report.advice:
        lines.append(f"Advies na de technische toets: {advice_words(report.advice)} ({counts(arranged.findings)}).")
        lines += weighed(report.advice)
    blocking = arranged.findings[Severity.BLOCKING]
    if blocking:
        lines += ["Eerst te herstellen:", *(f"- {dutch(one_line(one.message))}" for one in blocking)]
    else:
        lines += _to_complete(arranged.findings[Severity.ATTENTION])
    if arranged.undecidable:
        lines += ["Niet te beoordelen:", *(f"- {plainly(one.message)}" for one in arranged.undecidable)]
    lines.append("Getoetst is wat in de tekst staat, niet de inhoud of de politieke keuze.")
    return tuple(line for line in lines if line)


def _to_complete(found: Sequence[Outcome]) -> list[str]:
    """What is not or partly met, a line a theme; what blocks comes first and alone."""
    themes: dict[str, list[str]] = {}
    for one in found:
        themes.setdefault(theme(one.set), []).append(dutch(one_line(one.title)))
    told = [f"- {name}: {'; '.join(titles)}." for name, titles in sorted(themes.items())]
    return ["Aan te vullen, want niet of deels aangetroffen:", *told] if told else []


def _subject(document: Document | None) -> str:
    if document is None:
        return ""
    number, holder = field(document, "zaaknummer"), field(document, "portefeuillehouder")
    words = one_line(document.subject or document.title)
    return f"Voorstel: {words}" + (f" ({number})" if number else "") + "." + (f" Portefeuillehouder: {holder}." if holder else "")


def _asked(document: Document | None) -> tuple[str, ...]:
    if document is None or not document.points:
        return ()
    body = document.points[0].body or "raad"
    points = (f"{number}. {one_line(point.text, length=POINT_LENGTH)}" for number, point in enumerate(document.points, 1))
    return (f"Gevraagd besluit van {'het' if body == 'college' else 'de'} {body}:", *points)

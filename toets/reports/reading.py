"""`toets read` on the screen: what was understood of a document, so that a person can trust or correct it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from toets.model.document import Document, Section
from toets.model.kinds import NATURE_WORDS
from toets.model.report import DocumentReport, DocumentStatus
from toets.reports.reading_words import FOUND_BY, STATES, set_aside
from toets.reports.words import kind_words, shown_path


def to_reading(report: DocumentReport, *, facts: bool = False) -> str:
    """The outline with roles, decision points, head fields, attachments and what could not be read; with `facts` all facts."""
    if report.status is not DocumentStatus.JUDGED or report.document is None:
        return f"{shown_path(report.path)}\n{report.message}\n"
    return (
        "\n".join(
            [shown_path(report.path), *_head(report), *_body(report.document), *(_facts(report) if facts else _counts(report))]
        )
        + "\n"
    )


def _head(report: DocumentReport) -> Iterator[str]:
    document = report.document
    if document is not None and document.subject:
        yield f"Onderwerp: {document.subject}"
    if report.lookalike:
        yield f"Dit is geen voorstel maar lijkt een {report.lookalike}."
    for kind in report.kinds:
        yield f"Soort: {kind_words(kind.code)}, {kind.sure:.0%} zeker, want {kind.because}"
    for words in set_aside(report.facts):
        yield f"Genoemd, maar er wordt niet over besloten: {words}"
    if report.natures:
        yield f"Aard: {', '.join(NATURE_WORDS.get(nature, nature) for nature in report.natures)}"


def _body(document: Document) -> Iterator[str]:
    if len(document.parts) > 1:
        yield "\nOnderdelen van het bestand"
        yield from (f"  {part.role}: {part.title}" for part in document.parts)
    yield "\nKoppen"
    yield from (_section(section) for section in document.sections if section.heading)
    for title, points in (("Beslispunten", document.points), ("Besluit", document.besluit)):
        if points:
            yield f"\n{title}"
            yield from (f"  {point.number or '-'} [{point.body or 'orgaan onbekend'}] {point.text}" for point in points)
    if document.metadata:
        yield "\nKopgegevens"
        yield from (f"  {item.field}: {item.value or '(leeg)'}" for item in document.metadata)
    if document.attachments:
        yield "\nBijlagen"
        for item in document.attachments:
            signs = (("in de lijst", item.listed), ("genoemd in de tekst", item.referred), ("volgt later", item.later))
            yield f"  {item.number or '-'} {item.title} ({', '.join(word for word, holds in signs if holds)})"
    if document.unread:
        yield "\nNiet gelezen"
        yield from (f"  {gap.what}" for gap in document.unread)


def _section(section: Section) -> str:
    remarks = [f"{section.words} woorden"]
    if section.found_by:
        remarks.append(f"{FOUND_BY[section.found_by]}, {section.sure:.0%}")
    if STATES[section.state]:
        remarks.append(STATES[section.state])
    return f"  {'  ' * (section.level - 1)}{section.heading}  → {section.role} ({'; '.join(remarks)})"


def _counts(report: DocumentReport) -> Iterator[str]:
    yield "\nFeiten (met --facts alle, met citaat)"
    counts = Counter(fact.kind for fact in report.facts)
    yield "  " + ", ".join(f"{kind} {number}" for kind, number in sorted(counts.items()))


def _facts(report: DocumentReport) -> Iterator[str]:
    yield "\nFeiten"
    for fact in report.facts:
        own = {"own", "part", "role", "section", "para", "sentence", "sure"}
        told = " ".join(
            f"{name}={value}" for name, value in sorted(fact.fields.items()) if name not in own and value not in ("", 0)
        )
        yield f"  {fact.id} {fact.kind} {told}  «{' '.join(fact.quote.split())[:100]}» [{fact.source}]"

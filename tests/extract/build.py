"""Small documents, and the facts that are found in them."""

from __future__ import annotations

from collections.abc import Iterator

from toets.checker import Checker
from toets.model.fact import Fact
from toets.model.outcome import Conclusions
from toets.model.report import DocumentReport
from toets.readers import read_bytes


def report_on(checker: Checker, text: str) -> DocumentReport:
    """The report on a Markdown text."""
    return checker.check_bytes(text.encode(), "voorstel.md")


def understood(checker: Checker, text: str) -> Conclusions:
    """What is inferred of a Markdown text; no rule judges it, which takes as long again."""
    return checker.understand(read_bytes(text.encode(), "voorstel.md", checker.rulebook.reading))[1]


def facts_in(checker: Checker, text: str, kind: str) -> list[Fact]:
    """The facts of one kind in a Markdown text."""
    return [fact for fact in understood(checker, text).facts if fact.kind == kind]


def proposal(*points: str, body: str = "", title: str = "Raadsvoorstel", subject: str = "") -> str:
    """A proposal with these decision points."""
    return "\n".join(_lines(points, body, title, subject))


def _lines(points: tuple[str, ...], body: str, title: str, subject: str) -> Iterator[str]:
    yield f"# {title}\n"
    if subject:
        yield f"Onderwerp: {subject}\n"
    yield "## Beslispunten"
    yield from (f"{number}. {point}" for number, point in enumerate(points, start=1))
    if body:
        yield f"\n{body}"

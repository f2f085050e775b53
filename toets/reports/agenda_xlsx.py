"""The papers of a meeting as an Excel workbook: proposals, what blocks them, checks, and all papers."""

from __future__ import annotations

from collections.abc import Iterator

from toets.model.agenda import Agenda
from toets.model.report import DocumentStatus
from toets.model.rule import Severity
from toets.reports.agenda_book import ROLE_WORDS, blockers_of, spot_words, stand_of
from toets.reports.digest import digest
from toets.reports.words import SEVERITY_WORDS, dutch, one_line
from toets.reports.xlsx import Table, workbook

Row = tuple[str | int, ...]


def to_agenda_xlsx(agenda: Agenda) -> bytes:
    """The meeting as a workbook with four sheets; the same meeting gives the same bytes."""
    return workbook(
        "Vergaderoverzicht",
        (
            Table(
                "Voorstellen",
                ("nr", "titel", "zaaknummer", "stand", "blokkerend", "aandacht", "advies", "bestand", "bericht"),
                (6, 48, 18, 18, 12, 12, 12, 48, 60),
                tuple(_proposals(agenda)),
            ),
            Table("Blokkerend", ("nr", "titel", "regel", "bericht", "herstel"), (6, 48, 9, 80, 60), tuple(_blocking(agenda))),
            Table("Controles", ("nr", "titel", "ernst", "bericht", "plaats"), (6, 40, 12, 60, 90), tuple(_checks(agenda))),
            Table(
                "Stukken",
                ("stuk", "soort", "hoort bij", "waarom", "zaaknummer", "sha-256"),
                (60, 20, 48, 40, 18, 20),
                tuple(_papers(agenda)),
            ),
        ),
    )


def _proposals(agenda: Agenda) -> Iterator[Row]:
    for item in agenda.items:
        paper = agenda.papers[item.papers[0]]
        judged = paper.report and paper.report.status is DocumentStatus.JUDGED
        found = digest(paper.report).findings if paper.report and judged else None
        numbers: tuple[str | int, ...] = tuple(len(found[severity]) if found else "" for severity in Severity)
        message = one_line(paper.report.message) if paper.report else ""
        yield (item.number, one_line(item.title), paper.case, stand_of(paper.report), *numbers, one_line(paper.path), message)


def _blocking(agenda: Agenda) -> Iterator[Row]:
    for item in agenda.items:
        for one in blockers_of(agenda.papers[item.papers[0]]):
            yield item.number, one_line(item.title), one.rule, dutch(one_line(one.message)), dutch(one_line(one.repair))


def _checks(agenda: Agenda) -> Iterator[Row]:
    for check in agenda.checks:
        item = agenda.items[check.item] if check.item is not None else None
        places = "; ".join(spot_words(spot, agenda) for spot in check.spots)
        number, title = (item.number, one_line(item.title)) if item else ("", "alle stukken")
        yield number, title, SEVERITY_WORDS[check.severity], one_line(check.says), places


def _papers(agenda: Agenda) -> Iterator[Row]:
    for paper in agenda.papers:
        item = one_line(agenda.items[paper.item].title) if paper.item is not None else ""
        yield one_line(paper.path), ROLE_WORDS[paper.role], item, one_line(paper.because), paper.case, paper.sha256

"""From a run to a report that can be read: a sheet a document, with an overview before several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from toets.model.kinds import KIND_WORDS
from toets.model.outcome import Advice, Verdict
from toets.model.report import DocumentReport, DocumentStatus, Report
from toets.model.rule import Severity
from toets.reports.digest import digest
from toets.reports.exceptions import apart, run_chapter
from toets.reports.parts import chapters, material, theme_table
from toets.reports.sheet import Banner, Block, Book, Chapter, Grid, Line, Paragraph, Sheet, Tone, Words, text
from toets.reports.views import EVERYTHING, View
from toets.reports.words import (
    SHORT_VERDICT_WORDS,
    SURE_ENOUGH,
    advice_words,
    counted,
    counts,
    field,
    listed,
    no_kind,
    one_line,
    pending_words,
    short_advice,
    shown_paths,
    titled,
    unsure_kind,
    weighed,
)

SHOWN_RULES = 10

_TONES = {Verdict.RETURN: Tone.BLOCKING, Verdict.COMPLETE: Tone.ATTENTION, Verdict.READY: Tone.GOOD}


def book(report: Report, view: View = EVERYTHING) -> Book:
    """The report for a reader."""
    sheets = [_sheet(document, view, f"d{number}") for number, document in enumerate(report.documents, 1)]
    several = len(sheets) != 1
    every = [_overview(report, view), *sheets] if several else sheets
    every[0] = replace(every[0], chapters=(*every[0].chapters, *_of_run(report, every[0])))
    return Book(
        title=f"Toetsverslag van {counted(len(sheets), 'document', 'documenten')}"
        if several
        else f"Toetsverslag: {sheets[0].title}",
        sheets=tuple(every),
        colophon=colophon(report),
    )


def _of_run(report: Report, sheet: Sheet) -> Iterable[Chapter]:
    return (replace(chapter, anchor=f"{sheet.anchor}-uitzonderingen") for chapter in run_chapter(report))


def colophon(report: Report) -> tuple[str, ...]:
    """What made the report, and what it does not say."""
    sets = ", ".join(f"{one_line(one.name)} {one_line(one.version)}".strip() for one in report.rule_sets)
    made = (
        f"toets {report.version}",
        report.engine,
        f"profiel {report.profile}" if report.profile else "",
        f"instellingen {report.settings}" if report.settings else "",
        f"baseline {report.baseline}" if report.baseline else "",
    )
    return (
        "Dit verslag zegt wat in de tekst is aangetroffen, niet of de inhoud klopt.",
        one_line("Gemaakt met " + ", ".join(part for part in made if part) + (f". Regels: {sets}." if sets else ".")),
    )


def _sheet(report: DocumentReport, view: View, anchor: str) -> Sheet:
    name = one_line(PurePath(report.path).name or report.path)
    if report.status is not DocumentStatus.JUDGED:
        banner = Banner(_unjudged(report).capitalize(), (one_line(report.message),), Tone.PLAIN)
        return Sheet(anchor, "Toetsverslag", name, (banner,), ())
    one = material(report, view, anchor)
    over = " · ".join(part for part in ("Toetsverslag", view.says.lower(), name) if part)
    return Sheet(anchor, over, _title(report) or name, (*_kinds(report), *_pending(report), _banner(report)), chapters(one))


def _unjudged(report: DocumentReport) -> str:
    return "niet gelezen" if report.status is DocumentStatus.UNREADABLE else "niet beoordeeld"


def _title(report: DocumentReport) -> str:
    document = report.document
    return titled(document) if document else ""


def _kinds(report: DocumentReport) -> tuple[Block, ...]:
    if report.lookalike:
        return ()
    if not report.kinds:
        return (Paragraph(text(f"De soort is {no_kind()}", soft=True)),)
    unsure = {True: "", False: " (onzeker)"}
    kinds = listed([KIND_WORDS.get(kind.code, kind.code) + unsure[kind.sure >= SURE_ENOUGH] for kind in report.kinds])
    told = (Paragraph(text(f"Soort: {kinds}", soft=True)),)
    asked = unsure_kind(report.kinds)
    return (*told, Paragraph(text(asked, soft=True))) if asked else told


def _pending(report: DocumentReport) -> tuple[Block, ...]:
    told = pending_words(report.pending)
    return (Paragraph(text(told, soft=True)),) if told else ()


def _banner(report: DocumentReport) -> Banner:
    if report.lookalike:
        return Banner(
            f"Geen voorstel: {one_line(report.lookalike)}",
            ("De regels gelden voor voorstellen; er is niets getoetst.",),
            Tone.PLAIN,
        )
    if report.advice is None:
        return Banner("Geen advies", (), Tone.PLAIN)
    arranged = digest(report)
    words = counts(arranged.findings)
    return Banner(
        f"Advies: {advice_words(report.advice)}",
        (f"{words[:1].upper()}{words[1:]}.", *weighed(report.advice), *apart(len(arranged.waived), len(arranged.known))),
        _tone(report.advice),
    )


def _tone(advice: Advice) -> Tone:
    return Tone.PLAIN if advice.is_withheld else _TONES.get(advice.verdict, Tone.PLAIN)


def _overview(report: Report, view: View) -> Sheet:
    names = short_names([one.path for one in report.documents])
    rows = tuple(_row(one, name, f"d{number}") for number, (one, name) in enumerate(zip(report.documents, names, strict=True), 1))
    header = ("Document", "Onderwerp", "Stand", "Blok.", "Aand.", "Adv.")
    opening: list[Block] = [Grid("Alle documenten", header, (20, 38, 15, 9, 9, 9), rows)] if rows else []
    return Sheet(
        "alle",
        " · ".join(part for part in ("Toetsverslag", view.says.lower()) if part),
        counted(len(rows), "document", "documenten"),
        tuple(opening),
        _trend(report.documents) if view.trend else (),
    )


def short_names(paths: Sequence[str]) -> tuple[str, ...]:
    """File names, or paths when two files have the same name."""
    names = tuple(PurePath(path).name for path in paths)
    return names if len(set(names)) == len(names) else shown_paths(paths)


def _row(report: DocumentReport, name: str, anchor: str) -> tuple[Line, ...]:
    first: Line = (Words(one_line(name), link=anchor),)
    if report.status is not DocumentStatus.JUDGED or report.advice is None:
        return (first, text(""), text(_unjudged(report)), text(""), text(""), text(""))
    found = digest(report).findings
    tone = _tone(report.advice)
    verdict = Words(short_advice(report.advice), tone=tone, strong=tone is not Tone.PLAIN)
    numbers = ("" if report.lookalike else str(len(found[severity])) for severity in Severity)
    subject = report.lookalike or (report.document.subject or report.document.title if report.document else "")
    return (first, text(one_line(subject, length=90)), (verdict,), *(text(number) for number in numbers))


def _trend(documents: Sequence[DocumentReport]) -> tuple[Chapter, ...]:
    """What the documents have in common: by theme, by rule, by department; never by person."""
    outcomes = [outcome for document in documents for outcome in document.outcomes]
    themes = theme_table(outcomes)
    found = [outcome for outcome in outcomes if outcome.counts and outcome.severity is not Severity.ADVICE]
    titles = {outcome.rule: one_line(outcome.title) for outcome in found}
    often = sorted(Counter(outcome.rule for outcome in found).items(), key=lambda pair: (-pair[1], pair[0]))[:SHOWN_RULES]
    rules = tuple((text(code), text(titles[code]), text(str(number))) for code, number in often)
    tables = (
        ("Stand per thema", themes),
        ("Vaakst te herstellen", Grid("Regels", ("Regel", "Waarover", "Documenten"), (15, 65, 20), rules)),
        ("Per afdeling", _departments(documents)),
    )
    return tuple(
        Chapter(title, (table,), anchor=f"alle-h{number}") for number, (title, table) in enumerate(tables, 1) if table.rows
    )


def _departments(documents: Iterable[DocumentReport]) -> Grid:
    verdicts = (Verdict.READY, Verdict.COMPLETE, Verdict.RETURN)
    counted_by: dict[str, Counter[Verdict]] = {}
    for document in documents:
        if document.advice and not document.advice.is_withheld and document.document and not document.lookalike:
            name = field(document.document, "afdeling") or "niet genoemd"
            counted_by.setdefault(name, Counter())[document.advice.verdict] += 1
    rows = tuple((text(name), *(text(str(found[verdict])) for verdict in verdicts)) for name, found in sorted(counted_by.items()))
    header = ("Afdeling", *(SHORT_VERDICT_WORDS[verdict].capitalize() for verdict in verdicts))
    return Grid("Afdelingen", header, (55, 15, 15, 15), rows)

"""A report on the screen, to be read from top to bottom: advice first, then what has to be mended, then the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from toets.model.fact import Fact
from toets.model.kinds import KIND_WORDS
from toets.model.outcome import Evidence, Outcome, Status, Step
from toets.model.report import DocumentReport, DocumentStatus, Kind, Report
from toets.model.rule import Severity
from toets.reports.cards import finding, open_items
from toets.reports.console import drawn, held, rule, said
from toets.reports.digest import Digest, Reason, digest
from toets.reports.exceptions import apart, idle_words
from toets.reports.places import place
from toets.reports.sheet import Card, Quote
from toets.reports.words import (
    ARM_WORDS,
    SEVERITY_COUNTED,
    SEVERITY_MEANINGS,
    SEVERITY_WORDS,
    STATUS_WORDS,
    SURE_ENOUGH,
    advice_words,
    counted,
    dutch,
    listed,
    no_kind,
    norms,
    one_line,
    pending_words,
    plainly,
    short_advice,
    shown_paths,
    titled,
    unsure_kind,
    waiver_terms,
    weighed,
)

QUOTE_LENGTH = 160
FEW = 4
"""With more findings the advice has gone off the screen, and is told once more at the end."""

_STYLES = {Severity.BLOCKING: "bold red", Severity.ATTENTION: "bold yellow", Severity.ADVICE: "bold cyan"}
_SHORT = {Severity.BLOCKING: "Blok.", Severity.ATTENTION: "Aand.", Severity.ADVICE: "Adv."}

Row = tuple[str, str]
"""A label with the text beside it."""


def to_terminal(report: Report, *, width: int, color: bool, verbose: bool = False) -> str:
    """The report as text of at most `width` columns; with `color` with terminal codes.

    `verbose` adds the steps of every outcome, also of what is in order.
    """
    return drawn(_parts(report, rule(width), verbose=verbose), width=width, color=color)


def _parts(report: Report, between: Text, *, verbose: bool) -> Iterator[RenderableType]:
    names = shown_paths([document.path for document in report.documents])
    for number, (document, name) in enumerate(zip(report.documents, names, strict=True)):
        if number:
            yield between
        yield _document(document, name, verbose=verbose)
    if len(report.documents) > 1:
        yield _closing(report)
    if report.idle:
        yield Group(_labelled(_rows("Zonder werking", (idle_words(one) for one in report.idle))), Text())
    yield _colophon(report)


def _document(report: DocumentReport, name: str, *, verbose: bool) -> RenderableType:
    title = Text(name, style="bold")
    if report.status is not DocumentStatus.JUDGED:
        unjudged = "Niet gelezen" if report.status is DocumentStatus.UNREADABLE else "Niet beoordeeld"
        return Group(title, _labelled([(unjudged, one_line(report.message))]), Text())
    arranged = digest(report)
    parts: list[RenderableType] = [title, _labelled(_head(report)), Text(), _advice(report, arranged), Text()]
    parts += (_findings(severity, found, report, verbose=verbose) for severity, found in arranged.findings.items() if found)
    parts += [_labelled(_rest(report, arranged, verbose=verbose)), Text()]
    if verbose:
        parts += _explained(report)
    if sum(map(len, arranged.findings.values())) > FEW:
        parts += [_advice(report, arranged), Text()]
    return Group(*parts)


def _head(report: DocumentReport) -> Iterator[Row]:
    document = report.document
    if document and (title := titled(document)):
        yield "Document", title
    if report.lookalike:
        yield "Soort", f"{report.lookalike}, geen voorstel; er is niets getoetst"
    elif not report.kinds:
        yield "Soort", no_kind()
    yield from _rows("Soort", (_kind(kind) for kind in report.kinds), bullet="")
    if asked := unsure_kind(report.kinds):
        yield "", asked
    if told := pending_words(report.pending):
        yield "Openstaand", told


def _kind(kind: Kind) -> str:
    name = f" {KIND_WORDS[kind.code]}" if kind.code in KIND_WORDS else ""
    unsure = " (onzeker)" if kind.sure < SURE_ENOUGH else ""
    return kind.code + name + unsure + (f": {one_line(kind.because)}" if kind.because else "")


def _advice(report: DocumentReport, arranged: Digest) -> RenderableType:
    if report.advice is None:
        return Text()
    counts = [counted(len(found), *SEVERITY_COUNTED[severity]) for severity, found in arranged.findings.items() if found]
    aside = "".join(f"\n{words}" for words in (*weighed(report.advice), *apart(len(arranged.waived), len(arranged.known))))
    words = said(f"Advies: {advice_words(report.advice)}", "bold")
    return (
        words
        if report.lookalike
        else words.append(held(f" ({', '.join(counts) or 'geen bevindingen'}){aside}"), style="not bold")
    )


def _findings(severity: Severity, found: Iterable[Outcome], report: DocumentReport, *, verbose: bool) -> RenderableType:
    heading = f"{SEVERITY_WORDS[severity].upper()}: {SEVERITY_MEANINGS[severity]}"
    parts: list[RenderableType] = [Text(heading, style=_STYLES[severity]), Text()]
    for outcome in found:
        parts += [_finding(outcome, report, verbose=verbose), Text()]
    return Group(*parts)


def _finding(outcome: Outcome, report: DocumentReport, *, verbose: bool) -> RenderableType:
    card = finding(outcome, report, "", whole=verbose).card
    head = Text.assemble((card.code, _STYLES[outcome.severity]), "  ", (held(card.title), "bold"))
    head.append(f"  [{STATUS_WORDS[outcome.status]}]", style="dim")
    return Group(head, Padding(Group(said(card.message), _labelled(_details(card, outcome))), (0, 0, 0, 2)))


def _details(card: Card, outcome: Outcome) -> Iterator[Row]:
    if card.missing:
        yield "Nog nodig", card.missing
    label = "Het gaat om" if len(open_items(outcome)) > 1 else "Er staat"
    yield from _rows(label, map(_told, card.quotes))
    if card.more:
        yield "", f"({card.more})"
    if outcome.why:
        yield "Waarom", dutch(one_line(outcome.why))
    if outcome.norm:
        yield "Norm", norms(outcome.norm)
    if card.repair:
        yield "Herstel", card.repair


def _told(quote: Quote) -> str:
    where = f" ({quote.where})" if quote.where else ""
    return f"“{quote.words}”{where}" + (f": {quote.says}" if quote.says else "")


def _quote(evidence: Evidence, report: DocumentReport) -> str:
    where = place(evidence.location, report.document)
    return f"“{one_line(evidence.quote, length=QUOTE_LENGTH)}”" + (f" ({where})" if where else "")


def _rest(report: DocumentReport, arranged: Digest, *, verbose: bool) -> Iterator[Row]:
    if arranged.in_order:
        yield "In orde", _codes(arranged.in_order)
    yield from _rows("Kan sterker", (f"{one.rule}: nog niet aangetroffen: {listed(one.missing)}" for one in arranged.stronger))
    if arranged.justified:
        yield "Gemotiveerd", f"{_codes(arranged.justified)} (het document legt uit waarom niet)"
    yield from _rows("Uitzondering", (f"{one.rule}: {_waiver(one)}" for one in arranged.waived))
    yield from _rows("Zonder werking", (idle_words(one) for one in report.idle))
    yield from _rows("Al bekend", (f"{one.rule}: {dutch(one_line(one.message))}" for one in arranged.known))
    yield from _rows("Niet te beoordelen", (f"{one.rule}: {plainly(one.message)}" for one in arranged.undecidable))
    unread = report.document.unread if report.document else ()
    places = (f"{one_line(one.what)} ({place(one.location, report.document)})".replace(" ()", "") for one in unread)
    yield from _rows("Niet gelezen", places)
    yield from _rows("Niet getoetst", _untested(report, arranged, verbose=verbose))
    if arranged.hidden:
        yield "Niet getoond", f"dit profiel laat bevindingen van deze ernst weg: {', '.join(arranged.hidden)}"
    counts = [_counted(number, status) for status, number in arranged.counts.items() if number]
    if counts:
        yield "Aantallen", ", ".join(counts)


def _counted(number: int, status: Status) -> str:
    """A number of outcomes: 42 in orde; 2 uitzonderingen."""
    several = "uitzonderingen" if status is Status.WAIVED else STATUS_WORDS[status]
    return counted(number, STATUS_WORDS[status], several)


def _waiver(outcome: Outcome) -> str:
    return one_line(f"{outcome.waiver.reason} ({waiver_terms(outcome.waiver)})".replace(" ()", "")) if outcome.waiver else ""


_MANY = 30
"""Rules that are named one by one when they are left out for one reason; --verbose names them all."""


def _untested(report: DocumentReport, arranged: Digest, *, verbose: bool) -> Iterator[str]:
    if report.lookalike:
        yield f"dit document is geen voorstel: {counted(len(arranged.not_meant), 'regel', 'regels')}"
    elif arranged.not_meant:
        yield f"niet bedoeld voor deze soort document: {', '.join(arranged.not_meant)}"
    if verbose:
        yield from (_reason(reason) for reason in arranged.not_occurring)
    elif arranged.not_occurring:
        codes = sorted(code for reason in arranged.not_occurring for code in reason.codes)
        yield f"wat de regel nodig maakt is niet aangetroffen: {', '.join(codes)}"
    for reason in arranged.left_out:
        yield _reason(reason, most=None if verbose else _MANY)


def _reason(reason: Reason, most: int | None = None) -> str:
    """Why rules were left out and which; of many only how many."""
    codes = ", ".join(reason.codes) if most is None or len(reason.codes) <= most else f"{len(reason.codes)} regels"
    return f"{one_line(reason.why).rstrip('.')}: {codes}"


def _codes(outcomes: Iterable[Outcome]) -> str:
    return ", ".join(outcome.rule for outcome in outcomes)


def _explained(report: DocumentReport) -> list[RenderableType]:
    parts: list[RenderableType] = [Text("UITLEG", style="bold"), Text()]
    facts = {fact.id: fact for fact in report.facts}
    for outcome in report.outcomes:
        head = said(f"{outcome.rule}  {dutch(one_line(outcome.title))}", "bold")
        steps = [(ARM_WORDS.get(step.arm, step.arm), _step(step, facts, report)) for step in outcome.trace]
        basis = f" (norm: {norms(outcome.norm)})" if outcome.norm else ""
        steps.append(("Dus", STATUS_WORDS[outcome.status] + basis))
        parts += [head, Padding(_labelled(steps), (0, 0, 0, 2)), Text()]
    return parts


def _step(step: Step, facts: Mapping[str, Fact], report: DocumentReport) -> str:
    told = (facts[one] for one in step.facts if one in facts)  # one about the document as a whole has no words to show
    found = [_quote(Evidence(one.quote, one.location, one.id), report) for one in told if one.quote.strip()][:2]
    return f"{dutch(one_line(step.asked))}: {'ja' if step.held else 'nee'}" + (f", {'; '.join(found)}" if found else "")


def _rows(label: str, texts: Iterable[str], *, bullet: str = "- ") -> Iterator[Row]:
    """Several texts under one label; a bullet tells them apart when there is more than one."""
    every = tuple(texts)
    for number, text in enumerate(every):
        yield ("" if number else label), (bullet + text if len(every) > 1 else text)


def _labelled(rows: Iterable[Row]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, min_width=13, style="dim")
    table.add_column(overflow="fold")
    for label, text in rows:
        table.add_row(label, _hanging(text))
    return table


def _hanging(text: str) -> RenderableType:
    """A text with a bullet, its further lines under its first word."""
    if not text.startswith("- "):
        return said(text)
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row("-", said(text[2:]))
    return table


def _closing(report: Report) -> RenderableType:
    """All documents in one table, by file name unless two have the same."""
    names = [PurePath(document.path).name for document in report.documents]
    if len(set(names)) < len(names):
        names = [*shown_paths([document.path for document in report.documents])]
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for heading in ("Document", "Soort", "Advies"):
        table.add_column(heading, overflow="fold")
    for severity in Severity:
        table.add_column(_SHORT[severity], justify="right", no_wrap=True)
    for document, name in zip(report.documents, names, strict=True):
        table.add_row(*(Text(one_line(cell)) for cell in _closing_row(document, name)))
    return Group(Text("ALLE DOCUMENTEN", style="bold"), Text(), table, Text())


def _closing_row(document: DocumentReport, name: str) -> tuple[str, ...]:
    if document.status is not DocumentStatus.JUDGED or document.advice is None:
        return (name, "-", "niet gelezen" if document.status is DocumentStatus.UNREADABLE else "niet beoordeeld")
    found = digest(document).findings
    kinds = document.lookalike or " ".join(kind.code for kind in document.kinds) or "niet herkend"
    return (name, kinds, short_advice(document.advice), *(str(len(found[severity])) for severity in Severity))


def _colophon(report: Report) -> Text:
    sets = ", ".join(f"{one.name} {one.version}".strip() for one in report.rule_sets)
    profile = f"profiel {report.profile}" if report.profile else ""
    own = f"instellingen {report.settings}" if report.settings else ""
    parts = [f"toets {report.version}", report.engine, profile, own, f"regels: {sets}"]
    return Text(one_line(" · ".join(part for part in parts if part)), style="dim")

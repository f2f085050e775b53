"""The papers of a meeting on one page: how each proposal stands, what blocks it, and what doesn't tie up between papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from toets.model.agenda import Agenda, Check, Item, Paper, Role, Spot
from toets.model.outcome import Outcome, Verdict
from toets.model.report import DocumentReport, DocumentStatus
from toets.model.rule import Severity
from toets.reports.cards import TONES, finding
from toets.reports.digest import digest
from toets.reports.sheet import Banner, Block, Book, Chapter, Grid, Line, Listing, Paragraph, Sheet, Tone, Words, text
from toets.reports.words import SEVERITY_WORDS, SHORT_VERDICT_WORDS, counted, listed, one_line

ROLE_WORDS = {
    Role.PROPOSAL: "voorstel", Role.DECISION: "besluit", Role.BUDGET: "begrotingswijziging", Role.ATTACHMENT: "bijlage",
    Role.OTHER: "ander stuk",
}  # fmt: skip
MESSAGE_LENGTH = 170
QUOTE_LENGTH = 120

_TONES = {Verdict.RETURN: Tone.BLOCKING, Verdict.COMPLETE: Tone.ATTENTION, Verdict.READY: Tone.GOOD}
_COUNTED = {
    Role.DECISION: ("besluit", "besluiten"), Role.BUDGET: ("begrotingswijziging", "begrotingswijzigingen"),
    Role.ATTACHMENT: ("bijlage", "bijlagen"),
}  # fmt: skip


def agenda_book(agenda: Agenda) -> Book:
    """The meeting as one sheet."""
    name = one_line(agenda.name)
    chapters = (
        Chapter("Voorstellen", (_proposals(agenda),), anchor="voorstellen") if agenda.items else None,
        _blocking(agenda),
        _checks(agenda),
        _papers(agenda),
        _listed("Niet gelezen", "ongelezen", _unread(agenda)),
    )
    sheet = Sheet("vergadering", "Vergaderoverzicht", name, (_banner(agenda),), tuple(one for one in chapters if one))
    return Book(f"Vergaderoverzicht: {name}", (sheet,), _colophon(agenda))


def stand_of(report: DocumentReport | None) -> str:
    """The advice about a paper in one word, or that it was not read."""
    if report is None or report.status is not DocumentStatus.JUDGED:
        return "niet beoordeeld" if report and report.status is DocumentStatus.FAILED else "niet gelezen"
    return SHORT_VERDICT_WORDS[report.advice.verdict] if report.advice else ""


def _is_unread(report: DocumentReport) -> bool:
    return report.status is not DocumentStatus.JUDGED


def blockers_of(paper: Paper) -> tuple[Outcome, ...]:
    """The blocking findings about a proposal."""
    return digest(paper.report).findings[Severity.BLOCKING] if paper.report else ()


def spot_words(spot: Spot, agenda: Agenda) -> str:
    """A place in one line: the file, the words and where they stand."""
    name = PurePath(agenda.papers[spot.paper].path).name
    quote = f": “{one_line(spot.quote, length=QUOTE_LENGTH)}”" if spot.quote else ""
    return one_line(name) + quote + (f" ({spot.where})" if spot.where else "")


def _colophon(agenda: Agenda) -> tuple[str, ...]:
    made = [f"toets {agenda.version}", agenda.engine, f"profiel {agenda.profile}" if agenda.profile else ""]
    return (
        "Dit overzicht zegt wat in de stukken is aangetroffen, niet of de inhoud klopt.",
        one_line("Gemaakt met " + ", ".join(part for part in made if part) + "."),
    )


def _banner(agenda: Agenda) -> Banner:
    stands = Counter(stand_of(paper.report) for paper in agenda.having(Role.PROPOSAL))
    order = [*(SHORT_VERDICT_WORDS[verdict] for verdict in _TONES), "niet gelezen", "niet beoordeeld"]
    told = [f"{stands[words]} {words}" for words in order if stands[words]]
    papers = [counted(len(agenda.having(role)), *words) for role, words in _COUNTED.items() if agenda.having(role)]
    if agenda.having(Role.OTHER):
        papers.append(counted(len(agenda.having(Role.OTHER)), "ander stuk", "andere stukken"))
    title = counted(len(agenda.having(Role.PROPOSAL)), "voorstel", "voorstellen") + (f": {listed(told)}" if told else "")
    beside = f"Daarnaast {listed(papers)}." if papers else ""
    checks = counted(len(agenda.checks), "punt", "punten") + " uit de controles over de stukken heen." if agenda.checks else ""
    unread = [one_line(PurePath(paper.path).name) for paper in agenda.papers if paper.report and _is_unread(paper.report)]
    missed = f"Niet gelezen: {listed(unread)}." if unread else ""
    return Banner(title, tuple(line for line in (missed, beside, checks) if line), _tone(agenda))


def _tone(agenda: Agenda) -> Tone:
    """As heavy as the heaviest proposal; a proposal that wasn't read may be anything."""
    verdicts = {one.report.advice.verdict if one.report and one.report.advice else None for one in agenda.having(Role.PROPOSAL)}
    if Verdict.RETURN in verdicts:
        return Tone.BLOCKING
    return Tone.GOOD if verdicts <= {Verdict.READY} and not agenda.checks else Tone.ATTENTION


def _proposals(agenda: Agenda) -> Grid:
    """Each proposal with its stand; the column of numbers is there when one has a number."""
    rows = tuple(_row(item, agenda) for item in agenda.items)
    header, widths = ("Nr.", "Voorstel", "Stand", "Blok.", "Aand.", "Stukken"), (6, 43, 15, 9, 9, 18)
    if not any(item.number for item in agenda.items):
        return Grid("Voorstellen", header[1:], (widths[0] + widths[1], *widths[2:]), tuple(row[1:] for row in rows))
    return Grid("Voorstellen", header, widths, rows)


def _row(item: Item, agenda: Agenda) -> tuple[Line, ...]:
    lead = agenda.papers[item.papers[0]]
    report = lead.report
    verdict = report.advice.verdict if report and report.advice else None
    found = digest(report).findings if report and report.advice else None
    numbers = (str(len(found[severity])) if found else "" for severity in (Severity.BLOCKING, Severity.ATTENTION))
    name = PurePath(lead.path).name
    title = one_line(item.title, length=90)
    stand = Words(stand_of(report), strong=True, tone=_TONES.get(verdict, Tone.PLAIN) if verdict else Tone.BLOCKING)
    told = (Words(title), Words(f" · {one_line(name)}", soft=True))
    return (text(item.number), told, (stand,), *map(text, numbers), text(_with(item, agenda)))


def _with(item: Item, agenda: Agenda) -> str:
    """What comes with a proposal: besluit, begrotingswijziging, 3 bijlagen."""
    roles = Counter(agenda.papers[one].role for one in item.papers[1:])
    inside = _inside(agenda.papers[item.papers[0]])
    parts = [f"{words} in het bestand" for words in inside]
    for role, words in _COUNTED.items():
        if roles[role]:
            parts.append(words[0] if roles[role] == 1 and role is not Role.ATTACHMENT else counted(roles[role], *words))
    return ", ".join(parts)


def _inside(paper: Paper) -> tuple[str, ...]:
    document = paper.report.document if paper.report else None
    roles = {part.role for part in document.parts} if document else set()
    return tuple(
        words for role, words in (("ontwerpbesluit", "besluit"), ("begrotingswijziging", "begrotingswijziging")) if role in roles
    )


def _blocking(agenda: Agenda) -> Chapter | None:
    """What blocks, a row a proposal."""
    rows = tuple(
        (text(_called(item)), tuple(_blockers(lead.report)))
        for item in agenda.items
        if (lead := agenda.papers[item.papers[0]]).report and blockers_of(lead)
    )
    grid = Grid("Eerst te herstellen", ("Voorstel", "Eerst te herstellen"), (30, 70), rows)
    return Chapter("Eerst te herstellen", (grid,), anchor="blokkerend") if rows else None


def _blockers(report: DocumentReport | None) -> Iterator[Words]:
    """One sentence a finding, with the code of its rule."""
    for number, outcome in enumerate(digest(report).findings[Severity.BLOCKING] if report else ()):
        message = finding(outcome, report, "").card.message if report else ""
        yield Words(f"{' ' if number else ''}{one_line(message, length=MESSAGE_LENGTH).rstrip('.')}")
        yield Words(f" ({outcome.rule}).", soft=True)


def _called(item: Item) -> str:
    title = one_line(item.title, length=60)
    return f"{item.number} {title}" if item.number else title


def _checks(agenda: Agenda) -> Chapter | None:
    """What doesn't tie up, each kind of thing once with everything that it holds for."""
    grouped: dict[tuple[Severity, str], list[Check]] = {}
    for check in agenda.checks:
        grouped.setdefault((check.severity, check.says), []).append(check)
    blocks = tuple(block for (severity, says), found in grouped.items() for block in _group(severity, says, found, agenda))
    return Chapter("Controles over de stukken heen", blocks, anchor="controles") if blocks else None


def _group(severity: Severity, says: str, found: Sequence[Check], agenda: Agenda) -> tuple[Block, Block]:
    """The finding, and below it what it holds for: with places an item each, else together in one."""
    word = Words(SEVERITY_WORDS[severity].capitalize(), strong=True, tone=TONES[severity])
    told = [(_about(check, agenda), "; ".join(filter(None, _spots(check, agenda)))) for check in found]
    items: tuple[Line, ...] = tuple((Words(about, strong=True), Words(f": {spots}")) for about, spots in told if spots)
    bare = [about for about, spots in told if not spots]
    if bare:
        items = (*items, text("; ".join(bare)))
    return Paragraph((word, Words(f": {one_line(says)}"))), Listing(items)


def _about(check: Check, agenda: Agenda) -> str:
    return _called(agenda.items[check.item]) if check.item is not None else "Alle stukken"


def _spots(check: Check, agenda: Agenda) -> Iterator[str]:
    """The places; the proposal itself is not named again when it is the only paper, nor a file that comes a second time."""
    lead = agenda.items[check.item].papers[0] if check.item is not None else None
    last = lead if {spot.paper for spot in check.spots} == {lead} else None
    for spot in check.spots:
        words = spot_words(spot, agenda)
        yield _quoted(spot) if spot.paper == last else words
        last = spot.paper


def _quoted(spot: Spot) -> str:
    return f"“{one_line(spot.quote, length=QUOTE_LENGTH)}”" if spot.quote else ""


def _papers(agenda: Agenda) -> Chapter | None:
    """Every paper that is no proposal, with the proposal it belongs to."""
    rows = tuple(
        (
            text(one_line(PurePath(paper.path).name)),
            text(ROLE_WORDS[paper.role] + (f" ({one_line(paper.report.lookalike)})" if paper.report and _tells(paper) else "")),
            text(_called(agenda.items[paper.item]) if paper.item is not None else "staat los"),
        )
        for paper in agenda.papers
        if paper.role is not Role.PROPOSAL
    )
    grid = Grid("Andere stukken", ("Stuk", "Soort", "Hoort bij"), (42, 24, 34), rows)
    note: Block = Paragraph(text("Deze stukken zijn niet als voorstel getoetst.", soft=True))
    return Chapter("Andere stukken", (note, grid), anchor="stukken") if rows else None


def _tells(paper: Paper) -> bool:
    return bool(paper.role in (Role.OTHER, Role.ATTACHMENT) and paper.report and paper.report.lookalike)


def _unread(agenda: Agenda) -> Iterator[Line]:
    for paper in agenda.papers:
        name = one_line(PurePath(paper.path).name)
        if paper.report is None:
            yield text(f"{name}: dit soort bestand leest toets niet; alleen de naam is gebruikt.")
        elif _is_unread(paper.report):
            yield (
                Words(f"{name}: ", strong=paper.role is Role.PROPOSAL),
                Words(one_line(paper.report.message).removeprefix(f"{name}: ")),
            )


def _listed(title: str, anchor: str, lines: Iterable[Line]) -> Chapter | None:
    items = tuple(lines)
    return Chapter(title, (Listing(items),), anchor=anchor) if items else None

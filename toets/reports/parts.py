"""The parts of a report on one judged document; a view says which of them a reader gets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from toets.model.outcome import Outcome, Status
from toets.model.report import DocumentReport
from toets.model.rule import Severity
from toets.reports.cards import Finding, briefly, finding
from toets.reports.chapters import by_section
from toets.reports.digest import Digest, digest
from toets.reports.exceptions import exception_chapters, known_chapters
from toets.reports.found import decision_points, fact_chapters
from toets.reports.note import cover_note
from toets.reports.places import place
from toets.reports.sheet import Block, Chapter, Draft, Grid, Line, Listing, Paragraph, Words, text
from toets.reports.views import Part, View
from toets.reports.words import STATUS_WORDS, SURE_ENOUGH, counted, dutch, kind_words, one_line, plainly, shown_path, theme

MUST_TITLE = "Moet hersteld"
FEW = 4
"""Up to this many attention points need no overview before them."""


@dataclass(frozen=True, slots=True)
class Material:
    """What the parts are made from; `findings` are those that this view shows, the heaviest first."""

    report: DocumentReport
    arranged: Digest
    findings: tuple[Finding, ...]
    view: View
    anchor: str

    def of(self, *severities: Severity) -> tuple[Finding, ...]:
        """The findings of these severities."""
        return tuple(one for one in self.findings if one.outcome.severity in severities)


def material(report: DocumentReport, view: View, anchor: str) -> Material:
    """Arrange a judged document for a view; `anchor` starts every anchor in it."""
    arranged = digest(report)
    found = tuple(
        finding(outcome, report, anchor) for severity in view.severities for outcome in arranged.findings.get(severity, ())
    )
    return Material(report, arranged, found, view, anchor)


def chapters(one: Material) -> tuple[Chapter, ...]:
    """The chapters of this view; a part without anything to say has none."""
    made = (chapter for part in one.view.parts for chapter in _MAKERS[part](one))
    return tuple(replace(chapter, anchor=f"{one.anchor}-h{number}") for number, chapter in enumerate(made, 1))


def _note(one: Material) -> tuple[Chapter, ...]:
    return (Chapter("Concept voor de oplegnotitie", (Draft(cover_note(one.report, one.arranged)),)),)


def _first(one: Material) -> tuple[Chapter, ...]:
    """Where to begin: links to what blocks, which stand among the others by section."""
    items = tuple((Words(f"{each.card.code} {each.card.title}", link=each.card.anchor),) for each in one.of(Severity.BLOCKING))
    return (Chapter("Begin hiermee", (Listing(items),)),) if items else ()


def _blocking(one: Material) -> tuple[Chapter, ...]:
    return _cards("Eerst te herstellen", one.of(Severity.BLOCKING))


def _points(one: Material) -> tuple[Chapter, ...]:
    linked = {each.card.code: each.card.anchor for each in one.findings} if _shows_cards(one.view) else {}
    tables = decision_points(one.report, linked, one.view.severities)
    return (Chapter("Beslispunten", tables),) if tables else ()


def _shows_cards(view: View) -> bool:
    """Whether each finding of the view has a card to go to."""
    return Part.FINDINGS in view.parts or Part.QUESTIONS in view.parts


def _overview(one: Material) -> tuple[Chapter, ...]:
    """The attention points by theme, so that the first page tells them all; a few are soon read where they stand."""
    found = one.of(Severity.ATTENTION)
    if len(found) <= FEW and _shows_cards(one.view):
        return ()
    rows = tuple((text(name), _named(each, one.view)) for name, each in by_theme(found))
    grid = Grid("Aandachtspunten per thema", ("Thema", "Niet of deels voldaan"), (22, 78), rows)
    return (Chapter("Aandachtspunten per thema", (grid,)),) if rows else ()


def by_theme(found: Iterable[Finding]) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
    """Findings by what their rule set is about, in the order in which the themes first occur."""
    themes: dict[str, list[Finding]] = {}
    for each in found:
        themes.setdefault(theme(each.outcome.set), []).append(each)
    return tuple((name, tuple(every)) for name, every in sorted(themes.items()))


def _named(found: Iterable[Finding], view: View) -> Line:
    """Findings in one line by code and title, each a link where the view has its card."""
    pieces: list[Words] = []
    for each in found:
        link = each.card.anchor if _shows_cards(view) else ""
        pieces += [Words("; ")] if pieces else []
        pieces += [Words(f"{each.card.code} ", soft=True), Words(each.card.title, link=link)]
    return tuple(pieces)


def _findings(one: Material) -> tuple[Chapter, ...]:
    found = one.of(Severity.ATTENTION, Severity.ADVICE)
    return (Chapter("Bevindingen per onderdeel", (), by_section(found, one.report.document)),) if found else ()


def _repairs(one: Material) -> tuple[Chapter, ...]:
    return (Chapter("Te herstellen, per onderdeel", (), by_section(one.findings, one.report.document)),) if one.findings else ()


def _must(one: Material) -> tuple[Chapter, ...]:
    found = one.of(Severity.BLOCKING)
    return _cards(MUST_TITLE, (replace(each, card=briefly(each, one.report, basis=True, repair=True)) for each in found))


def _clarify(one: Material) -> tuple[Chapter, ...]:
    found = (each for each in one.of(Severity.ATTENTION) if not _is_question(each.outcome))
    intro = "Dit staat er, maar nog niet helemaal."
    return _cards("Kan verduidelijkt", (replace(each, card=briefly(each, one.report, repair=True)) for each in found), intro)


def _questions(one: Material) -> tuple[Chapter, ...]:
    found = (each for each in one.of(Severity.ATTENTION) if _is_question(each.outcome))
    intro = "Hierover zegt het voorstel niets, of het zegt iets anders dan de raad verwacht. De raad kan ernaar vragen."
    return _cards("Mogelijke raadsvragen", (replace(each, card=briefly(each, one.report, basis=True)) for each in found), intro)


def _is_question(outcome: Outcome) -> bool:
    return outcome.status is not Status.PARTIAL


def _cards(title: str, found: Iterable[Finding], intro: str = "") -> tuple[Chapter, ...]:
    cards: tuple[Block, ...] = tuple(each.card for each in found)
    opening: tuple[Block, ...] = (Paragraph(text(intro)),) if intro else ()
    return (Chapter(title, opening + cards),) if cards else ()


_COLUMNS = (
    ("In orde", frozenset({Status.SATISFIED, Status.JUSTIFIED})),
    ("Deels", frozenset({Status.PARTIAL})),
    ("Niet", frozenset({Status.VIOLATED, Status.UNJUSTIFIED})),
    ("Niet te beoordelen", frozenset({Status.UNDECIDABLE})),
    ("Uitzondering", frozenset({Status.WAIVED})),
)


def _themes(one: Material) -> tuple[Chapter, ...]:
    table = theme_table(one.report.outcomes)
    return (Chapter("Stand per thema", (table,)),) if table.rows else ()


def theme_table(outcomes: Iterable[Outcome]) -> Grid:
    """How many rules of each set are in order and how many are not; sets of which nothing applied are left out."""
    sets: dict[str, list[Status]] = {}
    for outcome in outcomes:
        if outcome.status is not Status.NOT_APPLICABLE:
            sets.setdefault(outcome.set, []).append(outcome.status)
    rows = tuple(
        (text(theme(name)), *(text(str(sum(status in wanted for status in found))) for _, wanted in _COLUMNS))
        for name, found in sorted(sets.items())
    )
    return Grid("Regels per thema", ("Thema", *(title for title, _ in _COLUMNS)), (30, 14, 14, 14, 14, 14), rows)


def _in_order(one: Material) -> tuple[Chapter, ...]:
    arranged = one.arranged
    blocks: list[Block] = []
    if whole := tuple(_titled(each) for each in arranged.in_order if not each.missing):
        blocks.append(Listing(whole, columns=2))
    told = tuple(_told(each) for each in (*arranged.stronger, *arranged.justified))
    if told:
        blocks.append(Listing(told))
    return (Chapter("In orde", tuple(blocks)),) if blocks else ()


def _titled(outcome: Outcome) -> Line:
    return Words(outcome.rule, soft=True), Words(f" {dutch(one_line(outcome.title))}")


def _told(outcome: Outcome) -> Line:
    """A rule that is in order for the reason that the document gives, or as a matter of degree."""
    return *_titled(outcome), Words(f", {STATUS_WORDS[outcome.status]}: {dutch(one_line(outcome.message))}")


def _exceptions(one: Material) -> tuple[Chapter, ...]:
    return exception_chapters(one.arranged.waived, one.report.idle)


def _known(one: Material) -> tuple[Chapter, ...]:
    return known_chapters(one.arranged.known)


def _undecided(one: Material) -> tuple[Chapter, ...]:
    document = one.report.document
    items = [(*_titled(each), Words(f": {plainly(each.message)}")) for each in one.arranged.undecidable]
    for unread in document.unread if document else ():
        where = place(unread.location, document)
        items.append(text(f"Niet gelezen: {one_line(unread.what)}" + (f" ({where})" if where else "")))
    return (Chapter("Niet te beoordelen", (Listing(tuple(items)),)),) if items else ()


def _not_tested(one: Material) -> tuple[Chapter, ...]:
    arranged = one.arranged
    if one.report.lookalike:
        return ()
    reasons = [("niet bedoeld voor deze soort document", arranged.not_meant)] if arranged.not_meant else []
    reasons += [(reason.why, reason.codes) for reason in (*arranged.not_occurring, *arranged.left_out)]
    titles = {each.rule: each.title for each in one.report.not_run} | {each.rule: each.title for each in one.report.outcomes}
    blocks = tuple(Paragraph(_left_out(why, codes, titles)) for why, codes in reasons)
    made = (Chapter("Niet getoetst", blocks),) if blocks else ()
    if not arranged.hidden:
        return made
    hidden = Paragraph(_left_out("Dit profiel laat bevindingen van deze ernst weg", arranged.hidden, titles))
    return *made, Chapter("Niet getoond", (hidden,))


def _left_out(why: str, codes: Sequence[str], titles: Mapping[str, str]) -> Line:
    """Why rules were not tested, and which, by name where it is known."""
    names = [
        Words(f"{'; ' if number else ''}{code} {dutch(one_line(titles.get(code, '')))}".rstrip(), soft=True)
        for number, code in enumerate(codes)
    ]
    return Words(f"{_sentence(why)} ({len(codes)}): ", strong=True), *names


def _sentence(why: str) -> str:
    words = one_line(why).rstrip(".")
    return words[:1].upper() + words[1:]


def _facts(one: Material) -> tuple[Chapter, ...]:
    found = fact_chapters(one.report)
    return (Chapter("Gevonden in het document", (), found),) if found else ()


def _about(one: Material) -> tuple[Chapter, ...]:
    lines = [f"Bestand: {shown_path(one.report.path)}"]
    for kind in one.report.kinds:
        sure = "onzeker" if kind.sure < SURE_ENOUGH else f"zekerheid {round(kind.sure * 100)}%"
        because = f": {one_line(kind.because)}" if kind.because else ""
        lines.append(f"Soort: {kind_words(kind.code)}, {sure}{because}")
    hidden = sum(each.counts for each in one.report.outcomes) - len(one.findings)
    if hidden:
        lines.append(f"{counted(hidden, 'bevinding staat', 'bevindingen staan')} niet in deze weergave.")
    lines.append(f"SHA-256 van het bestand: {one.report.sha256}")
    return (Chapter("Over dit verslag", (Listing(tuple((Words(line, soft=True),) for line in lines)),)),)


_MAKERS: Mapping[Part, Callable[[Material], tuple[Chapter, ...]]] = {
    Part.NOTE: _note, Part.FIRST: _first, Part.BLOCKING: _blocking, Part.POINTS: _points, Part.OVERVIEW: _overview,
    Part.FINDINGS: _findings, Part.REPAIRS: _repairs, Part.MUST: _must, Part.CLARIFY: _clarify, Part.QUESTIONS: _questions,
    Part.THEMES: _themes, Part.IN_ORDER: _in_order, Part.EXCEPTIONS: _exceptions, Part.KNOWN: _known,
    Part.UNDECIDED: _undecided, Part.NOT_TESTED: _not_tested, Part.FACTS: _facts, Part.ABOUT: _about,
}  # fmt: skip

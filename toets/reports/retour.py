"""A draft of the letter with which a proposal goes back to its steller: what must be mended, where, and by when."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import PurePath

from toets.model.document import Document
from toets.model.months import dutch_date
from toets.model.outcome import Outcome, Verdict
from toets.model.report import DocumentReport, DocumentStatus, Report
from toets.model.rule import Severity
from toets.reports.cards import OCCASION, finding
from toets.reports.digest import digest
from toets.reports.sheet import Card, Quote
from toets.reports.words import WEIGHED, counted, dutch, field, listed, one_line, quoted, weighed

WIDTH = 78
FULL = 8
"""So many points are told in full when none blocks, the heaviest first; the others by name, because a letter is short."""
BLANK = "[datum]"
"""What the sender fills in when no date was given."""

PLACES = 2
"""So many places of one finding are told; who needs them all has the report."""

_ALIKE = 0.6
"""How much of the words on one item the message may share for them to add nothing."""
_BEHIND = re.compile(r"[,;:(|/\d+]|\s[-–]\s|\stel\b|\S+@", re.IGNORECASE)
_DAYS = (("datum_college", "in het college"), ("datum_commissie", "in de commissie"), ("datum_raad", "in de raad"))


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing to mend: where ("" when it is nowhere yet), what is the matter, and what to do."""

    where: str
    words: str
    repair: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter about one document; the demands stand between `before` and `after`."""

    subject: str
    greeting: str
    before: tuple[str, ...]
    demands: tuple[Demand, ...]
    after: tuple[str, ...]
    closing: tuple[str, ...] = ("Met vriendelijke groet,", "[naam en functie]")


def to_retour(report: Report, *, due: date | None = None) -> str:
    """The letters as plain text, for a mail; `due` is the day by which the proposal must be back."""
    return f"\n\n{'-' * WIDTH}\n\n".join(_plain(letter(document, due=due)) for document in report.documents) + "\n"


def letter(report: DocumentReport, *, due: date | None = None) -> Letter:
    """The letter about a document, whatever became of it."""
    document = report.document
    name = one_line(PurePath(report.path).name)
    title = one_line(document.subject or document.title) if document else ""
    about = quoted(title) if title else name
    greeting = f"Beste {_steller(document) or 'collega'},"
    if report.status is not DocumentStatus.JUDGED or report.advice is None:
        words = f"Het document {name} kon niet worden getoetst. {one_line(report.message)}"
        return Letter(f"Opnieuw aanleveren: {name}", greeting, (words,), (), (_ask("Wilt u het", due, "opnieuw aanleveren?"),))
    if report.advice.verdict is Verdict.NOT_A_PROPOSAL:
        words = (
            f"Het document {about} is een {one_line(report.lookalike) or 'ander stuk'} en geen voorstel. Het is niet getoetst."
        )
        return Letter(f"Geen voorstel: {name}", greeting, (words,), (), ("Wilt u het voorstel zelf aanleveren?",))
    if report.advice.is_withheld:
        words = f"Over het voorstel {about} is geen advies gegeven, want {WEIGHED[report.advice.only]}."
        words += " Daarbij blokkeert niets, en niets hoeft te worden aangevuld."
        return Letter(f"Getoetst: {title or name}", greeting, (words,), (), ())
    if report.advice.verdict is Verdict.READY:
        words = f"Het voorstel {about} is bij de toets gereed bevonden voor agendering. U hoeft niets aan te passen."
        return Letter(f"Gereed voor agendering: {title or name}", greeting, (words,), (), ())
    return _return(report, title or name, about, greeting, due)


def _return(report: DocumentReport, title: str, about: str, greeting: str, due: date | None) -> Letter:
    found = digest(report).findings
    blocking, attention = found[Severity.BLOCKING], found[Severity.ATTENTION]
    number = field(report.document, "zaaknummer") if report.document else ""
    if blocking:
        opening = (
            f"Dank voor het voorstel {about}. Het kan nog niet op de agenda: eerst {_is(len(blocking), 'er ')} te herstellen."
        )
        after = (_others(len(attention)),) if attention else ()
        demands = _demands(blocking, report)
    else:
        opening = f"Dank voor het voorstel {about}. Voordat het op de agenda kan, {_is(len(attention), 'er ')} aan te vullen."
        rest = attention[FULL:] if len(attention) > FULL + 1 else ()
        opening += " De belangrijkste staan hieronder." if rest else ""
        after, demands = (_named(rest),) if rest else (), _demands(attention[: len(attention) - len(rest)], report)
    subject = f"{'Herstellen' if blocking else 'Aanvullen'}: {title}" + (f" ({number})" if number else "")
    planned = _planned(report.document)
    ask = _ask("Wilt u het voorstel aanpassen en het", due, "opnieuw aanbieden?")
    opening = " ".join((opening, *weighed(report.advice))) if report.advice else opening
    return Letter(subject, greeting, (opening, " ".join(part for part in (ask, planned) if part)), demands, after)


def _is(number: int, there: str) -> str:
    return f"{'is' if number == 1 else 'zijn'} {there}{counted(number, 'punt', 'punten')}"


def _named(rest: Sequence[Outcome]) -> str:
    names = "; ".join(dutch(one_line(outcome.title)) for outcome in rest)
    return f"Voor de andere {len(rest)} punten staat in het toetsverslag wat nodig is om eraan te voldoen: {names}."


def _others(number: int) -> str:
    which = "het aandachtspunt" if number == 1 else f"de {number} aandachtspunten"
    return f"Wilt u bij het aanpassen ook {which} uit het toetsverslag nalopen?"


def _ask(words: str, due: date | None, rest: str) -> str:
    return f"{words} uiterlijk {dutch_date(due) if due else BLANK} {rest}"


def _planned(document: Document | None) -> str:
    """When it is to be treated, as the document itself says it; what holds no number is no day ("n.v.t.")."""
    said = [(where, field(document, name)) for name, where in _DAYS] if document else []
    days = [f"{where} op {one_line(day, length=40)}" for where, day in said if any(sign.isdecimal() for sign in day)]
    return f"Volgens het voorstel is de behandeling {listed(days)}." if days else ""


def _steller(document: Document | None) -> str:
    """The name of the steller as it can stand in a greeting: without the department, address or telephone behind it."""
    return _BEHIND.split(field(document, "steller"))[0].strip() if document else ""


def _demands(found: Iterable[Outcome], report: DocumentReport) -> tuple[Demand, ...]:
    return tuple(_demand(finding(outcome, report, "r").card) for outcome in found)


def _demand(card: Card) -> Demand:
    """A finding with its first places; one with something to say of each item says it at the place of each."""
    quotes = [quote for quote in card.quotes if quote.says != OCCASION]
    telling = [quote for quote in quotes if quote.says and not _repeats(card.message, quote.says)]
    each = [f"{_capital(_spot(quote))}: {_small(quote.says)}" if quote.where else quote.says for quote in telling]
    where = "" if each else _capital(_first(quotes))
    named = bool(each) or all(quote.where.startswith("kop") for quote in quotes)
    needed = (f"Nog nodig: {card.missing}.",) if card.missing else ()
    return Demand(where, " ".join((card.message if named else card.whole, *each, *needed)), card.repair)


def _first(quotes: Iterable[Quote]) -> str:
    """The first places, and whether there are more."""
    places = _apart(dict.fromkeys(_spot(quote) for quote in quotes if quote.where))
    return listed([*places[:PLACES], "elders"] if len(places) > PLACES else places)


def _spot(quote: Quote) -> str:
    """The place of a quote for a reader who doesn't see the quote: a heading by its words."""
    return f"onder ‘{quote.words}’{quote.where.removeprefix('kop')}" if quote.where.startswith("kop") else quote.where


def _repeats(message: str, words: str) -> bool:
    """Whether words on one item say what the message says of all: they end alike for the most part."""
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(message), reversed(words), strict=False)))
    return alike >= _ALIKE * len(words)


def _apart(places: Iterable[str]) -> list[str]:
    """Places without those inside another: of "onder ‘A’" and "onder ‘A’, rij 2 van de tabel" the first is enough."""
    every = [*places]
    return [one for one in every if not any(one.startswith(f"{other}, ") for other in every)]


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _plain(one: Letter) -> str:
    parts = [f"Onderwerp: {one.subject}", one.greeting, *map(_filled, one.before)]
    parts += [_item(number, demand) for number, demand in enumerate(one.demands, 1)]
    return "\n\n".join([*parts, *map(_filled, one.after), "\n".join(one.closing)])


def _item(number: int, demand: Demand) -> str:
    start = f"{number}. "
    words = " ".join(part for part in (f"{demand.where}:" if demand.where else "", demand.words, demand.repair) if part)
    return textwrap.fill(words, WIDTH, initial_indent=start, subsequent_indent=" " * len(start), break_long_words=False)


def _filled(words: str) -> str:
    return textwrap.fill(words, WIDTH, break_long_words=False)

"""A finding in words: what is the matter, where, what to do about it, and why it matters; nothing is said twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from toets.model.document import CELL_BREAK
from toets.model.outcome import Evidence, Item, Outcome, Status
from toets.model.report import DocumentReport
from toets.model.rule import Severity
from toets.reports.places import place
from toets.reports.sheet import Card, Quote, Tone
from toets.reports.words import SEVERITY_WORDS, STATUS_WORDS, counted, dutch, listed, norms, one_line

QUOTE_LENGTH = 220
OCCASION = "hierom geldt deze regel"
"""Said of words that are why a rule applies: of what it asks nothing was found."""


class Room(NamedTuple):
    """How many quotes, or items with their quote, a card shows."""

    quotes: int = 3
    items: int = 8


BRIEF = Room(1, 1)

TONES = {Severity.BLOCKING: Tone.BLOCKING, Severity.ATTENTION: Tone.ATTENTION, Severity.ADVICE: Tone.ADVICE}

_DONE = frozenset({Status.SATISFIED, Status.JUSTIFIED})
_TOLD = re.compile(
    r"(?:\. Het gaat om |,? zoals (?:bij )?|,? bij |: | \()«([^«»]*)»(?:(?:, «[^«»]*»)* en (?:«[^«»]*»|\d+ andere))?\)?"
    r"(?=[.;,]?\s*$|\.\s)"
)
"""Words of the document at the end of a sentence of a message, of one place or several, with what leads to them."""
_COMPARED = re.compile(r"\sVergelijk «([^«»]*)» met «([^«»]*)»\.")
_JOINED = re.compile(r"[’»] en (?:[‘«]|\d+ ander)")
"""Words of several items in one sentence, each of which its own item says too."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘«])")


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding: the outcome, with its card for the whole report."""

    outcome: Outcome
    card: Card


def finding(outcome: Outcome, report: DocumentReport, anchor: str, *, whole: bool = False) -> Finding:
    """A finding with its card; `anchor` starts the anchor of the card, `whole` gives all its items, however many."""
    room = Room(items=len(outcome.items)) if whole else Room()
    return Finding(outcome, _card(outcome, report, f"{anchor}-{outcome.rule}", room))


def briefly(one: Finding, report: DocumentReport, *, basis: bool = False, repair: bool = False) -> Card:
    """The card with its first quote, and how many more there are; with `repair` what to do, with `basis` why it matters."""
    card = _card(one.outcome, report, one.card.anchor, BRIEF)
    return replace(card, basis=card.basis if basis else "", repair=card.repair if repair else "")


def open_items(outcome: Outcome) -> tuple[Item, ...]:
    """The items that ask something of the steller."""
    return tuple(item for item in outcome.items if item.status not in _DONE)


def _card(outcome: Outcome, report: DocumentReport, anchor: str, room: Room) -> Card:
    items = open_items(outcome)
    several = len(items) > 1
    quotes, more = _of_items(outcome, items, report, room.items) if several else _of_evidence(outcome, report, room.quotes)
    told = one_line(outcome.message)
    message = " ".join(_general(outcome)) if several else untold(told, (quote.words for quote in quotes))
    if several and (shared := _shared(outcome, items)):
        message, quotes = _with(shared, message), tuple(replace(quote, says="") for quote in quotes)
    return Card(
        anchor=anchor,
        code=outcome.rule,
        title=dutch(one_line(outcome.title)),
        tone=TONES[outcome.severity],
        label=f"{SEVERITY_WORDS[outcome.severity]}, {STATUS_WORDS[outcome.status]}",
        message=dutch(message),
        whole=dutch(told),
        quotes=quotes,
        more=more,
        missing=_missing(outcome, told),
        repair=_repair(outcome),
        basis=_basis(outcome),
    )


def _shared(outcome: Outcome, items: tuple[Item, ...]) -> str:
    """What is said of every item in the same words; "" when they differ."""
    said = {_said(item, outcome) for item in items}
    return said.pop() if len(said) == 1 else ""


def _with(shared: str, message: str) -> str:
    """The message with what holds for all its items, which may be its own first sentence in more words."""
    first, _, rest = message.partition(". ")
    return " ".join(part for part in ((shared, rest) if _bare(shared).startswith(_bare(first)) else (message, shared)) if part)


def untold(message: str, quotes: Iterable[str]) -> str:
    """A message without the words that a sentence of it ends on, when these stand below it as a quote."""
    below = [_bare(quote) for quote in quotes]

    def stands_below(words: str) -> bool:
        return any(quote.startswith(_bare(words)) for quote in below)

    def shortened(found: re.Match[str]) -> str:
        if not stands_below(found[1]):
            return found[0]
        return "" if message[found.end() : found.end() + 1] == "." else "."

    compared = _COMPARED.search(message)
    if compared and all(map(stands_below, compared.groups())):
        message = message.replace(compared[0], "")
    return _TOLD.sub(shortened, message)


def _bare(words: str) -> str:
    return words.strip(" …./;").casefold()


def _of_evidence(outcome: Outcome, report: DocumentReport, most: int) -> tuple[tuple[Quote, ...], str]:
    says = OCCASION if outcome.occasion else ""
    every = tuple(dict.fromkeys(Quote(*quoted(one, report), says) for one in outcome.evidence if one.quote.strip()))
    left = len(every) - most
    return every[:most], f"en op {counted(left, 'andere plaats', 'andere plaatsen')}" if left > 0 else ""


def _of_items(outcome: Outcome, items: tuple[Item, ...], report: DocumentReport, most: int) -> tuple[tuple[Quote, ...], str]:
    """Each item with what is the matter with it, unless that is what the finding itself says."""
    every = tuple(Quote(*quoted(item.about, report), _said(item, outcome)) for item in items[:most])
    left, fine = len(items) - len(every), len(outcome.items) - len(items)
    more = (
        f"en nog {counted(left, 'andere', 'andere')}" if left else "",
        counted(fine, "ander is in orde", "andere zijn in orde") if fine else "",
    )
    return every, "; ".join(part for part in more if part)


def _said(item: Item, outcome: Outcome) -> str:
    """What is the matter with an item, beyond what the finding says of all."""
    general = {_bare(sentence) for sentence in _general(outcome)}
    return dutch(" ".join(one for one in _sentences(item.message, outcome) if _bare(one) not in general))


def _general(outcome: Outcome) -> list[str]:
    """What the finding says of all its items: its first sentence, and what is not said of an item by itself."""
    single = {_bare(one) for item in outcome.items for one in _sentences(item.message, outcome)}
    first, *others = _sentences(outcome.message, outcome)
    return [first, *(one for one in others if _bare(one) not in single and not _JOINED.search(one))]


def _sentences(message: str, outcome: Outcome) -> list[str]:
    """The sentences of a message, without the words of the items that stand below it."""
    quotes = [one_line(item.about.quote) for item in outcome.items]
    return _SENTENCE.split(_unnamed(untold(one_line(message), quotes), quotes))


def _unnamed(message: str, quotes: Iterable[str]) -> str:
    """A message without the item it ends on: "niet genoemd bij bijlage 2." is "niet genoemd."."""
    for quote in quotes:
        for leading in (" bij ", ": "):
            message = message.removesuffix(f"{leading}{quote}.") + "." if message.endswith(f"{leading}{quote}.") else message
    return message


def quoted(evidence: Evidence, report: DocumentReport) -> tuple[str, str]:
    """The words as they are shown, cells of a table row apart, and their place, which says of a heading that it is one."""
    words = one_line(evidence.quote.replace(CELL_BREAK, " · "), length=QUOTE_LENGTH)
    where, own = place(evidence.location, report.document), f"onder ‘{words}’"
    return words, "kop" + where.removeprefix(own) if where.startswith(own) else where


def _missing(outcome: Outcome, message: str) -> str:
    """What is missing of something that is partly there, unless the message names it."""
    if outcome.status is not Status.PARTIAL:
        return ""
    return listed([name for name in map(one_line, outcome.missing) if name not in message]) if outcome.missing else ""


def _repair(outcome: Outcome) -> str:
    late = "" if outcome.repairable else " (niet meer te herstellen vóór de behandeling)"
    return dutch(one_line(outcome.repair)) + late if outcome.repair else ""


def _basis(outcome: Outcome) -> str:
    norm = f"Norm: {norms(outcome.norm)}." if outcome.norm else ""
    return " ".join(part for part in (dutch(one_line(outcome.why)), norm) if part)

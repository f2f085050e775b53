"""Recognising a finding, or a document, of an earlier run although its words moved or were changed a little."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from rapidfuzz import fuzz

from toets.model.comparison import Point
from toets.model.outcome import FINDINGS, Item, Outcome
from toets.model.report import DocumentReport
from toets.reports.places import place

ALIKE = 72
"""From this likeness (0…100) two texts are versions of one: half a sentence may be rewritten, another sentence scores 30-55."""
SAME = 100
SHORT = 4
"""Words with fewer letters-only words than this are told apart by their numbers: € 40.000 is not € 45.000."""

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"^\s*(?:[-–—•*·]|\(?(?:\d+(?:\.\d+)*|[a-z])[.):])\s+", re.IGNORECASE)


def points_of(outcome: Outcome, report: DocumentReport) -> tuple[Point, ...]:
    """The findings in an outcome: one for each item that is not in order, else one for the rule; none when it is no finding."""
    if not outcome.is_finding:
        return ()
    items = tuple(_item(outcome, item, report) for item in outcome.items if item.status in FINDINGS)
    return items or (_point(outcome, report),)


def _point(outcome: Outcome, report: DocumentReport) -> Point:
    first = outcome.evidence[0].location if outcome.evidence else None
    return Point(
        rule=outcome.rule,
        set=outcome.set,
        title=outcome.title,
        status=outcome.status,
        severity=outcome.severity,
        message=outcome.message,
        missing=outcome.missing,
        quotes=tuple(one.quote for one in outcome.evidence),
        where=place(first, report.document) if first else "",
        repair=outcome.repair,
    )


def _item(outcome: Outcome, item: Item, report: DocumentReport) -> Point:
    """The point of one item: as that of its rule, in the words and at the place of the item."""
    return replace(
        _point(outcome, report),
        status=item.status,
        message=item.message,
        missing=item.missing,
        quotes=(item.about.quote,),
        where=place(item.about.location, report.document),
        item=True,
    )


def pairs(before: Sequence[Point], after: Sequence[Point]) -> list[tuple[int, int, int]]:
    """Which findings of one rule are the same: indexes before and after with the likeness, the best pairs first.

    Every finding is in one pair at most. A rule about the whole document is always the same finding.
    """
    scored = [
        (_likeness(old, new), -abs(here - there), here, there)
        for here, old in enumerate(before)
        for there, new in enumerate(after)
    ]
    found: list[tuple[int, int, int]] = []
    for score, _, here, there in sorted(scored, key=lambda one: (-one[0], -one[1], one[2], one[3])):
        whole = not before[here].item and not after[there].item
        free = all(here != other[0] and there != other[1] for other in found)
        if free and (score >= ALIKE or whole):
            found.append((here, there, score))
    return found


def _likeness(old: Point, new: Point) -> int:
    return alike(" ".join(old.quotes), " ".join(new.quotes))


def alike(one: str, other: str) -> int:
    """How much two texts are alike (0…100), whatever their numbering, capitals, punctuation and order of words."""
    left, right = words_of(one), words_of(other)
    if left == right:
        return SAME
    if _few(left) and _few(right) and _digits(left) != _digits(right):
        return 0
    whole = " ".join(left), " ".join(right)
    return min(SAME - 1, round(max(fuzz.ratio(*whole), fuzz.token_sort_ratio(*whole))))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without the number it begins with, capitals and accents."""
    plain = unicodedata.normalize("NFKD", _NUMBER.sub("", text)).casefold()
    return tuple(_WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))


def _few(words: Iterable[str]) -> bool:
    return sum(word.isalpha() for word in words) < SHORT


def _digits(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in words if not word.isalpha())


def partners(before: Sequence[DocumentReport], after: Sequence[DocumentReport]) -> dict[int, int]:
    """Which document of an earlier run each document is: index after → index before.

    By content, path, file name, zaaknummer and subject, in that order.
    """
    found: dict[int, int] = {}
    for same in (_sha, _path, _name, _case):
        keys: dict[object, list[int]] = {}
        for number, document in enumerate(before):
            if number not in found.values():
                keys.setdefault(same(document), []).append(number)
        for number, document in enumerate(after):
            free = keys.get(same(document), []) if number not in found and same(document) else []
            if free:
                found[number] = free.pop(0)
    return found


def _sha(document: DocumentReport) -> object:
    return document.sha256


def _path(document: DocumentReport) -> object:
    return PurePath(document.path).as_posix()


def _name(document: DocumentReport) -> object:
    return PurePath(document.path).name.casefold()


def _case(document: DocumentReport) -> object:
    """The case number with the words of the subject; "" when one is not known."""
    number, subject = case_of(document), subject_of(document)
    return (words_of(number), words_of(subject)) if number and subject else ""


def case_of(document: DocumentReport) -> str:
    """The zaaknummer in the head of a document, "" when there is none."""
    return _field(document, "zaaknummer")


def subject_of(document: DocumentReport) -> str:
    """What a document is about."""
    return document.document.subject if document.document else ""


TOLD = 0.5
"""From this share of the words of its subject a paper speaks of it."""
SHARED = 0.6
"""From this share of the words of the shorter of two papers they may be one file in two forms: renamed, or the besluit alone.

Proposals of one town share as many; then each must speak of a subject of its own.
"""
_SMALL = 3
"""Words of at most so many letters tell nothing of a subject."""
_FEW_WORDS = 5


def are_apart(before: DocumentReport, after: DocumentReport) -> bool:
    """Whether two papers plainly are about something else; False when that can't be told.

    Neither speaks of the subject of the other, in its subject, headings and decision points; an earlier report holds no more.
    """
    number = words_of(case_of(before))
    if before.sha256 == after.sha256 or (number and number == words_of(case_of(after))):
        return False
    mine, theirs = _telling([subject_of(before)]), _telling([subject_of(after)])
    here, there = _body(before), _body(after)
    if not mine or not theirs or min(len(here), len(there)) < _FEW_WORDS:
        return False
    if max(_share(mine, there | theirs), _share(theirs, here | mine)) >= TOLD:
        return False
    return _share(*sorted((here, there), key=len)) < SHARED or min(_share(mine, here), _share(theirs, there)) >= TOLD


def _body(report: DocumentReport) -> frozenset[str]:
    """The words of the headings and decision points."""
    if report.document is None:
        return frozenset()
    points = (f"{point.text} {point.body}" for point in report.document.points)
    return _telling((*points, *(section.heading for section in report.document.sections)))


def _telling(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words_of(text) if len(word) > _SMALL and not word.isdigit())


def _share(some: frozenset[str], others: frozenset[str]) -> float:
    return len(some & others) / len(some)


def _field(report: DocumentReport, name: str) -> str:
    found = (one.value for one in report.document.metadata if one.field == name and one.value) if report.document else iter(())
    return " ".join(next(found, "").split())

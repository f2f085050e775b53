"""Exceptions that a writer put in the document itself, as a comment: "toets: uitzondering MID-02 tot 2027-01-01 - reden"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from toets.model.document import Remark
from toets.model.months import FULL_MONTH, MONTHS
from toets.model.outcome import IdleWaiver, Waiver

_START = re.compile(r"^\s*toets\s*:\s*uitzondering\b[ \t:]*", re.IGNORECASE | re.MULTILINE)
_CODE = re.compile(r"(?P<rule>[A-Z]{2,5}-\d{2}[A-Z]?)\b\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_UNTIL = re.compile(r"(?:tot(?:\s+en\s+met)?|t/m)\s+(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_DATES = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b"),
    re.compile(r"(?P<day>\d{1,2})[-/](?P<month>\d{1,2})[-/](?P<year>\d{4})\b"),
    re.compile(rf"(?P<day>\d{{1,2}})\s+(?P<month>{FULL_MONTH})\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
)


def waivers_in(remarks: Iterable[Remark]) -> tuple[Waiver, ...]:
    """The exceptions among the comments of a document; one without a reason, or with an impossible date, is none.

    Who wrote the comment approved the exception.
    """
    return tuple(one for one in _parsed(remarks) if isinstance(one, Waiver))


def unreadable_waivers(remarks: Iterable[Remark]) -> tuple[IdleWaiver, ...]:
    """The comments that begin as an exception and are none, each with what is wrong with it."""
    return tuple(one for one in _parsed(remarks) if isinstance(one, IdleWaiver))


def other_remarks(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """The comments that have nothing to do with exceptions."""
    return tuple(remark for remark in remarks if not _START.search(remark.text))


def _parsed(remarks: Iterable[Remark]) -> Iterable[Waiver | IdleWaiver]:
    for remark in remarks:
        for words in _START.split(remark.text)[1:]:
            yield _waiver(words, remark.author)


def _waiver(words: str, author: str) -> Waiver | IdleWaiver:
    code = _CODE.match(words)
    if code is None:
        return _useless("", words, author, f"er staat geen code van een regel bij; {_form()}")
    rule, rest = code["rule"].upper(), code["rest"]
    until = None
    if told := _UNTIL.match(rest):
        until, rest = _date(told["rest"])
        if until is None:
            return _useless(rule, code["rest"], author, f"de einddatum is niet te lezen; {_form(rule)}")
    reason = " ".join(rest.split()).lstrip("-–—:;,. ")
    if not reason:
        return _useless(rule, "", author, f"er staat geen reden bij; {_form(rule)}")
    return Waiver(rule, reason, author, until)


def _form(rule: str = "MID-02") -> str:
    return f"schrijf: toets: uitzondering {rule} tot 2027-01-01 - reden"


def _useless(rule: str, words: str, author: str, because: str) -> IdleWaiver:
    return IdleWaiver(Waiver(rule, " ".join(words.split()), author), because)


def _date(words: str) -> tuple[date | None, str]:
    """The date that words begin with, and what follows it; None when there is none or the calendar doesn't have it."""
    found = next((match for pattern in _DATES if (match := pattern.match(words))), None)
    if found is None:
        return None, words
    month = found["month"].lower()
    try:
        day = date(int(found["year"]), MONTHS.index(month) + 1 if month in MONTHS else int(month), int(found["day"]))
    except ValueError:
        return None, words
    return day, words[found.end() :]

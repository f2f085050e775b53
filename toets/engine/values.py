"""The values that an engine may see: whole numbers and short texts, checked before they go in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeGuard
from unicodedata import is_normalized, normalize

from toets.engine.program import MOST_FACTS, Program
from toets.errors import EngineError
from toets.model.fact import Fact, Value

LONGEST_TEXT = 4_000
"""Characters of a text in a field; the engine compares the length of texts modulo 65,536 bytes."""

LARGEST = 2**62
"""Whole numbers lie below this, and above its negative: the engine saturates at 64 bits."""


def problem_of(value: object, *, numeric: bool) -> str:
    """Why a value cannot be used in a field that holds numbers, or texts; "" when it can."""
    if numeric:
        if not isinstance(value, int):
            return "is geen geheel getal"
        return "" if -LARGEST < value < LARGEST else "is een te groot getal"
    if not isinstance(value, str):
        return "is geen tekst"
    if len(value) > LONGEST_TEXT:
        return f"is langer dan {LONGEST_TEXT} tekens"
    return "" if _is_unicode(value) else "bevat een half teken (losse surrogate)"


def _is_plain(value: Value | None, *, numeric: bool) -> TypeGuard[Value]:
    """A quick yes for nearly all values: these are fine as they stand."""
    if numeric:
        return type(value) is int and -LARGEST < value < LARGEST
    return type(value) is str and value.isascii() and len(value) <= LONGEST_TEXT


def plain_value(value: Value) -> Value:
    """The value as engines compare it: truth as 0 or 1, text in NFC."""
    if isinstance(value, str):
        return value if is_normalized("NFC", value) else normalize("NFC", value)
    return int(value)


def _is_unicode(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def plain_values(fact: Fact, program: Program) -> Mapping[str, Value]:
    """The fields of a fact that some question looks at; texts in NFC, `own` is the id of the fact.

    Raises EngineError when a field is missing or holds something else than was declared.
    """
    values: dict[str, Value] = {}
    for name, numeric in program.needed.get(fact.kind, {}).items():
        value = fact.id if name == "own" else fact.fields.get(name)
        if _is_plain(value, numeric=numeric):
            values[name] = value
            continue
        reason = "ontbreekt" if value is None else problem_of(value, numeric=numeric)
        if reason or value is None:
            raise EngineError(
                f"Feit {fact.id} ({fact.kind}, gevonden door {fact.source}): de waarde van veld '{name}' {reason}."
                " Dit is een fout in toets of in een plugin; meld hem met dit bericht."
            )
        values[name] = plain_value(value)
    return values


def check_facts(facts: Sequence[Fact]) -> None:
    """Refuse a document with more facts than the engine can tell apart, or with two facts of one id."""
    if len(facts) > MOST_FACTS:
        raise EngineError(
            f"Het document geeft {len(facts)} feiten; de regelmachine kan er {MOST_FACTS} aan. Splits het document in delen."
        )
    if len({fact.id for fact in facts}) < len(facts):
        raise EngineError("Twee feiten hebben hetzelfde nummer. Dit is een fout in toets of in een plugin; meld hem.")

"""Whether what a plugin gives is a fact as it was declared; what toets itself gives is known to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple

from toets.model.document import Location
from toets.model.fact import Draft, FactKind, Field, FieldType

LARGEST = 2**62
"""Numbers in facts lie below this: what the engine can tell apart."""

_SHOWN = 60
"""Characters of a wrong value that are shown."""


def misfit(draft: object, gives: tuple[str, ...], kinds: Mapping[str, FactKind], passages: int) -> str:
    """What is wrong with a draft of an extractor that `gives` these kinds, in Dutch, as what follows its name; "" if it fits.

    `passages` is how many passages the document has.
    """
    if not isinstance(draft, Draft):
        return f"gaf {said(draft)} in plaats van een feit (toets.model.fact.Draft)"
    kind = next((kinds[name] for name in kinds if name == draft.kind), None)  # what was given need not be hashable
    if kind is None:
        return f"gaf het feit {said(draft.kind)}, dat niet is gedeclareerd in een map 'feiten'"
    if draft.kind not in gives:
        return f"gaf het feit '{draft.kind}', dat niet in 'gives' staat ({', '.join(gives)}); zet het daarbij, of laat het weg"
    return _misfit_around(draft, passages) or _misfit_within(draft, kind)


def said(value: object) -> str:
    """A value that somebody gave where it doesn't fit, in a few Dutch words."""
    if value is None:
        return "niets (None)"
    if isinstance(value, (bool, int, float)):
        return f"de waarde {value!r}"[:_SHOWN]
    if isinstance(value, str):
        text = value.encode(errors="replace").decode()
        return f"de tekst '{text if len(text) <= _SHOWN else text[: _SHOWN - 1] + '…'}'"
    return f"iets van de soort {type(value).__name__}"


def _misfit_around(draft: Draft, passages: int) -> str:
    """What is wrong with the place and words of a draft."""
    told = "een tekst"
    of_passages = f"het nummer van een passage (passage.index, kleiner dan {passages}), of None"
    number = type(draft.passage) is int and 0 <= draft.passage < passages
    checks = (
        ("quote", draft.quote, is_text(draft.quote), told),
        ("source", draft.source, is_text(draft.source), told),
        ("handle", draft.handle, is_text(draft.handle), told),
        ("location", draft.location, _is_place(draft.location), "een plaats (toets.model.document.Location) met gehele getallen"),
        ("passage", draft.passage, number or draft.passage is None, of_passages),
        ("fields", draft.fields, isinstance(draft.fields, Mapping), "een dict met velden"),
    )
    return next((_wrong(draft, name, value, expected) for name, value, fits, expected in checks if not fits), "")


def _misfit_within(draft: Draft, kind: FactKind) -> str:
    """What is wrong with the fields of a draft."""
    declared = kind.all_fields()
    for name, value in draft.fields.items():
        if name not in declared or name == "own":
            own = ", ".join(field.name for field in kind.fields) or "geen eigen velden"
            return f"gaf bij het feit '{kind.name}' {said(name)} als veld, en dat is er niet; gedeclareerd: {own}"
        expected = _expected(declared[name], value)
        if expected:
            return _wrong(draft, name, value, expected)
    return ""


def _expected(field: Field, value: object) -> str:
    """What a field holds, when this value is something else; "" when it fits."""
    if field.type is FieldType.FLAG:
        return "" if isinstance(value, int) and value in (0, 1) else "0 of 1"
    if field.type is FieldType.NUMBER:
        return "" if isinstance(value, int) and -LARGEST < value < LARGEST else "een geheel getal kleiner dan 2^62"
    if field.type is FieldType.CODE:
        return (
            ""
            if is_text(value) and value in field.allowed
            else f"een van {', '.join(code or repr(code) for code in field.allowed)}"
        )
    return "" if is_text(value) else "een tekst"


def _wrong(draft: Draft, name: str, value: object, expected: str) -> str:
    return f"gaf bij het feit '{draft.kind}' voor '{name}' {said(value)}; verwacht wordt {expected}"


def is_text(value: object) -> bool:
    """Whether it is a text that every engine and report can hold."""
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:  # half a character
        return False
    return True


def _is_place(value: object) -> bool:
    return isinstance(value, Location) and all(item is None or isinstance(item, int) for item in astuple(value))

"""Facts: small flat statements about a document, each with the words it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toets.model.document import Location

Value = int | str


class FieldType(StrEnum):
    """What a field of a fact may hold: 0 or 1, an integer, one of a closed list, a short text, the id of a fact."""

    FLAG = "flag"
    NUMBER = "number"
    CODE = "code"
    TEXT = "text"
    REF = "ref"


@dataclass(frozen=True, slots=True)
class Field:
    """One declared field; `allowed` holds the codes of a CODE field, of which "" (unknown) is always one."""

    name: str
    type: FieldType
    allowed: tuple[str, ...] = ()

    @property
    def default(self) -> Value:
        """The value of the field when nothing was said about it."""
        return 0 if self.type in (FieldType.FLAG, FieldType.NUMBER) else ""


COMMON: tuple[Field, ...] = (
    Field("own", FieldType.REF),
    Field("part", FieldType.TEXT),
    Field("role", FieldType.TEXT),
    Field("section", FieldType.NUMBER),
    Field("para", FieldType.NUMBER),
    Field("sentence", FieldType.NUMBER),
    Field("point", FieldType.NUMBER),
    Field("polarity", FieldType.FLAG),
    Field("quoted", FieldType.FLAG),
    Field("sure", FieldType.NUMBER),
    Field("near_date", FieldType.NUMBER),
    Field("near_amount", FieldType.NUMBER),
    Field("near_actor", FieldType.NUMBER),
    Field("near_article", FieldType.NUMBER),
    Field("near_reason", FieldType.NUMBER),
    Field("near_number", FieldType.NUMBER),
)
"""The fields every textual fact has. `near_*`: 2 in the same passage, 1 in an adjacent one, 0 not near. `role` is the
role of its section, so a fact that has a role of its own calls it otherwise."""


@dataclass(frozen=True, slots=True)
class FactKind:
    """The declaration of a kind of fact: its name, what it says (in Dutch), its own fields, and whether it rests on words."""

    name: str
    says: str
    fields: tuple[Field, ...]
    textual: bool = True
    origin: str = ""

    def all_fields(self) -> Mapping[str, Field]:
        """Every field by name: "own" for all facts, the common ones for textual facts, then its own."""
        common = COMMON if self.textual else COMMON[:1]
        return {item.name: item for item in (*common, *self.fields)}


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement: `fields` holds every declared field; `quote` the words, `source` the phrase or code that found it.

    `because` are the ids of the facts that a derived fact rests on.
    """

    id: str
    kind: str
    fields: Mapping[str, Value]
    quote: str
    location: Location
    source: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact before it has an id: only the fields that differ from their default.

    `passage` is the index of the passage it was found in, which gives it the common fields; `handle` is a name of the
    maker's choice by which another draft's REF field can point to it, replaced by the fact's id.
    """

    kind: str
    fields: Mapping[str, Value]
    quote: str
    location: Location
    source: str
    passage: int | None = None
    handle: str = ""

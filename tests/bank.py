"""Banks of texts: short ones in many voices, and whole proposals, with what a careful reader makes of them.

A bank is a TOML file of this form; its file is named after the rules or the facts it is about.

    [frames]                     what stands around a text: {title} is Raadsvoorstel or Collegevoorstel
    usual = "# {title}\n\n## {heading}\n{text}"

    [[case]]                     one rule on a text, or on several `texts` that are alike in what counts
    rule = "UIT-01"
    kind = "RV-BEL"
    heading = "Uitvoering"       if the frame has one
    frame = "usual"              the one that is used without this key
    expect = "finding"           or "fine", "n/a"
    text = "N.v.t."

    [[case]]                     one kind of fact in a text; heading, frame, text and texts as above
    fact = "capacity"
    where = { external = 0 }     only facts like this are looked at; all without this key
    unlike = { vague = 1 }       and none like this
    has = { number = true }      and one of these four: at least one fact like this, or like one of several `[{ … }, { … }]`;
    lacks = { number = true }    none like this (`{}`: none at all), nor like one of several;
    exactly = [{ number = 2 }]   these and no others, in this order;
    values = { sort = ["fte"] }  or these are the values of a field of all of them, in any order
    name = "fte"                 instead of the first words, for texts that begin alike

    [[document]]                 several rules on a whole proposal, without a frame
    name = "woonvisie"
    kinds = ["RV-BEL"]
    expect = { "UIT-01" = "fine" }
    text = "…"

A field of a fact is like a value that is the same, like `true` when it is filled in and `false` when it is not, and like a list
that holds it. `quote` is like words that stand in it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from toets.model.fact import Fact, FactKind

CLASSES = frozenset({"finding", "fine", "n/a"})
CLAIMS = ("has", "lacks", "exactly", "values")

Like = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A text as it is judged, and the class that each rule should come to."""

    name: str
    text: str
    kinds: tuple[str, ...]
    expect: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Claim:
    """A text, and what holds of the facts of one kind in it: `says` is one of CLAIMS, `wanted` what stands behind it."""

    name: str
    text: str
    fact: str
    where: Like
    unlike: Like
    says: str
    wanted: Any

    def likes(self) -> Iterator[Like]:
        """Every description of a fact that this rests on."""
        yield from (self.where, self.unlike)
        yield from self.wanted if isinstance(self.wanted, list) else (self.wanted,)

    def holds(self, facts: Sequence[Fact]) -> bool:
        """Whether it holds among the facts of a document."""
        mine = [fact for fact in facts if fact.kind == self.fact and _is(fact, self.where)]
        mine = [fact for fact in mine if not (self.unlike and _is(fact, self.unlike))]
        if self.says == "exactly":
            return len(mine) == len(self.wanted) and all(map(_is, mine, self.wanted))
        if self.says == "values":
            return all({fact.fields[name] for fact in mine} == set(values) for name, values in self.wanted.items())
        likes = self.wanted if isinstance(self.wanted, list) else [self.wanted]
        return any(_is(fact, like) for fact in mine for like in likes) == (self.says == "has")


def misspelt(claim: Claim, declared: Mapping[str, FactKind]) -> list[str]:
    """What a claim names and no vocabulary declares; such a claim would hold, or fail, whatever the text says."""
    if claim.fact not in declared:
        return [claim.fact]
    known = declared[claim.fact].all_fields()
    asked = [(name, value) for like in claim.likes() for name, value in like.items() if name != "quote"]
    return [f"{name} = {value}" for name, value in asked if name not in known or not _possible(known[name].allowed, value)]


def _possible(allowed: Sequence[str], value: Any) -> bool:
    asked = value if isinstance(value, list) else [value]
    return not allowed or all(isinstance(one, bool) or one in allowed for one in asked)


def _is(fact: Fact, like: Like) -> bool:
    return all(wanted in fact.quote if name == "quote" else _same(fact.fields[name], wanted) for name, wanted in like.items())


def _same(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, bool):
        return bool(found) is wanted
    return bool(found in wanted if isinstance(wanted, list) else found == wanted)


def banks(folder: Path) -> tuple[Path, ...]:
    """The banks in a folder."""
    return tuple(sorted(folder.glob("*.toml")))


def cases(bank: Path) -> Iterator[Case]:
    """The rules on texts of a bank. Raises KeyError or TypeError for a case that is not of the form."""
    found = tomllib.loads(bank.read_text(encoding="utf-8"))
    for one in found.get("case", ()):
        if "rule" in one:
            yield from _judged(found["frames"], **one)
    for one in found.get("document", ()):
        yield Case(one["name"], one["text"], tuple(one["kinds"]), one["expect"])


def claims(bank: Path) -> Iterator[Claim]:
    """The facts in texts of a bank. Raises KeyError or TypeError for a case that is not of the form."""
    found = tomllib.loads(bank.read_text(encoding="utf-8"))
    for one in found.get("case", ()):
        if "rule" not in one:
            yield from _told(found["frames"], **one)


def _judged(frames: Mapping[str, str], *, rule: str, kind: str, expect: str, **told: Any) -> Iterator[Case]:
    title = "Collegevoorstel" if kind.startswith("CB") else "Raadsvoorstel"
    for short, whole in _framed(frames, title, **told):
        yield Case(f"{rule}-{expect}: {short}", whole, (kind,), {rule: expect})


def _told(
    frames: Mapping[str, str],
    *,
    fact: str,
    where: Like = MappingProxyType({}),
    unlike: Like = MappingProxyType({}),
    name: str = "",
    **told: Any,
) -> Iterator[Claim]:
    (says,) = told.keys() & set(CLAIMS)
    wanted = told.pop(says)
    for short, whole in _framed(frames, "Raadsvoorstel", **told):
        yield Claim(f"{fact}-{says}: {name or short}", whole, fact, where, unlike, says, wanted)


def _framed(
    frames: Mapping[str, str], title: str, *, text: str = "", texts: Any = (), heading: str = "", frame: str = "usual"
) -> Iterator[tuple[str, str]]:
    """Every text, cut short and inside its frame."""
    for one in texts or (text,):
        yield " ".join(one.split())[:40], frames[frame].format(title=title, heading=heading, text=one)

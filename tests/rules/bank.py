"""Banks of texts: short ones in many voices, and whole proposals, with what a careful reader makes of them.

A bank is a TOML file of this form; its file is named after the rules it is about.

    [frames]                     what stands around a text: {title} is Raadsvoorstel or Collegevoorstel
    usual = "# {title}\n\n## {heading}\n{text}"

    [[case]]                     one rule on a text, or on several `texts` that are alike in what counts
    rule = "UIT-01"
    kind = "RV-BEL"
    heading = "Uitvoering"       if the frame has one
    frame = "usual"              the one that is used without this key
    expect = "finding"           or "fine", "n/a"
    text = "N.v.t."

    [[document]]                 several rules on a whole proposal, without a frame
    name = "woonvisie"
    kinds = ["RV-BEL"]
    expect = { "UIT-01" = "fine" }
    text = "…"
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BANKS = tuple(sorted(Path(__file__).parent.glob("*.toml")))
CLASSES = frozenset({"finding", "fine", "n/a"})


@dataclass(frozen=True, slots=True)
class Case:
    """A text as it is judged, and the class that each rule should come to."""

    name: str
    text: str
    kinds: tuple[str, ...]
    expect: Mapping[str, str]


def cases(bank: Path) -> Iterator[Case]:
    """The cases of a bank. Raises KeyError or TypeError for one that is not of the form."""
    found = tomllib.loads(bank.read_text(encoding="utf-8"))
    for one in found.get("case", ()):
        yield from _framed(found["frames"], **one)
    for one in found.get("document", ()):
        yield Case(one["name"], one["text"], tuple(one["kinds"]), one["expect"])


def _framed(
    frames: Mapping[str, str],
    *,
    rule: str,
    kind: str,
    expect: str,
    text: str = "",
    texts: Any = (),
    heading: str = "",
    frame: str = "usual",
) -> Iterator[Case]:
    title = "Collegevoorstel" if kind.startswith("CB") else "Raadsvoorstel"
    for one in texts or (text,):
        whole = frames[frame].format(title=title, heading=heading, text=one)
        yield Case(f"{rule}-{expect}: {' '.join(one.split())[:40]}", whole, (kind,), {rule: expect})

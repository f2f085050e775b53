"""The level of a heading: by what the file says, by number and by looks, beside the headings that stand around it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from toets.model.document import FoundBy
from toets.structure.lines import Line, Stand
from toets.structure.looks import Signature, depth, signature
from toets.structure.scene import Heading, Scene

FEW = 3
"""With fewer headings than this that stand out, headings are also looked for in plain text; so few in the file set no levels."""
ARGUED = frozenset({"argumenten", "kanttekeningen"})
_CLAIM = 4
"""An unknown lead of so many words below "Argumenten" says something; a shorter one may as well name another section."""


def levelled(scene: Scene, headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """Give every heading that the file doesn't place a level: known names are of the first, what looks otherwise lies below."""
    outlined = sum(heading.by_file for heading in headings) >= FEW
    main = {signature(scene.lines[heading.at]) for heading in headings if _sets_rank(heading)}
    out: list[Heading] = []
    last, group = 1, False
    for place, heading in enumerate(headings):
        line, level = scene.lines[heading.at], 1
        below = _is_below(heading, line, main)
        group = heading.known is None and not below and (group or _opens_group(headings, place))
        if heading.by_file:
            level = last = heading.level
        elif outlined and heading.role not in ("kop", "ontwerpbesluit") and not line.look.breaks_page:
            level = last + 1
        elif below or group:
            level = max(2, depth(heading.number))
        out.append(replace(heading, level=level))
    return tuple(out)


def _sets_rank(heading: Heading) -> bool:
    """Whether a heading shows how headings of the first level look in this document."""
    firm = heading.known is not None and heading.known.firm and heading.role != "kop"
    return firm and not heading.by_file and depth(heading.number) < 2


def _is_below(heading: Heading, line: Line, main: Collection[Signature]) -> bool:
    if line.stand is Stand.LABEL:
        return False
    if depth(heading.number) >= 2:
        return True
    rank, biggest = signature(line), max((rank[2] for rank in main), default=0)
    firm = heading.known is not None and heading.known.firm
    return not firm and rank not in main and rank[2] <= biggest


def _opens_group(headings: Sequence[Heading], place: int) -> bool:
    """Whether an unknown heading comes straight after "Argumenten" or "Kanttekeningen", and so is one of them."""
    before = headings[place - 1] if place else None
    if before is None or before.role not in ARGUED:
        return False
    if FoundBy.RUN_IN is before.found_by is headings[place].found_by:
        return len(headings[place].text.split()) >= _CLAIM and not headings[place].text.endswith("?")
    return before.at == headings[place].at - 1 and before.rest is None

"""Effects on people: which group, how many, what changes for them and when; what is arranged for groups that need it; burdens."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from toets.extract.burdens import accepted, burden_of, is_weighed
from toets.extract.rows import cells_in
from toets.extract.scene import Scene
from toets.extract.tense import narrates
from toets.extract.topics import spot
from toets.extract.units import Unit, units_of
from toets.extract.vulnerable import group_of, is_arranged, is_bare
from toets.model.document import PassageKind
from toets.model.fact import Draft, Value
from toets.text import Hit

SOURCE = "extract.effects"
GROUPS = (("residents", "groep_inwoners"), ("business", "groep_ondernemers"))
SILENT_ROLES = frozenset({"participatie", "communicatie"})
LEVELS = (("surroundings", "doelrij_omgeving"), ("society", "doelrij_gemeente"))
GOAL = "beoogd_effect"
"""Where "zijn in 2029 … opgeleverd" tells how it will be, not how it was."""
ROW_SILENT = frozenset({"middelen", "participatie", "aanleiding"})

_FIGURE = re.compile(
    r"(?:circa |ca\. |minimaal |minstens |maximaal |[<>≥≤] ?)?\d[\d.,]*(?: ?%| procent| van (?:de )?\d[\d.]*)?(?: \(\d{4}\))?"
)
"""A cell that is only a figure: "1.140", "54%", "9 van 31"."""


def find(scene: Scene) -> Iterator[Draft]:
    """An effect fact for every sentence about a group of people, about a vulnerable group, and about a burden."""
    units = units_of(scene)
    burdened, named = scene.headed("kop_lasten"), scene.headed("groep_kwetsbaar", "groep_genoemd")
    for unit in units:
        if unit.passage.role != "kop":
            yield from _on_groups(unit)
            yield from _on_vulnerable(units, unit, named)
            yield from _burdens(units, unit, burdened)
            yield from _levels(unit)
            yield from _counted(unit)


def _on_groups(unit: Unit) -> Iterator[Draft]:
    if unit.passage.role in SILENT_ROLES or unit.says("gevolg_niet"):
        return
    for on, words in GROUPS:
        hits = unit.says(words)
        if hits:
            past = narrates(unit.passage.text, hits[0].start) or (unit.says("zoals_het_is") and not unit.says("straks_anders"))
            ends = unit.passage.role == GOAL and unit.says("gevolg_eindtoestand")
            change = ends or _is_goal_row(unit) or (unit.says("gevolg_woorden") and not past)
            size, moment = _sized(unit), _dated(unit) and not unit.says("gevolg_streven")
            yield _draft(unit, hits[0], {"on": on, "change": int(bool(change)), "size": int(size), "moment": int(moment)})
            return


def _counted(unit: Unit) -> Iterator[Draft]:
    """A number of homes for a group, of places or of cars: people notice it, though the sentence names nobody."""
    if unit.passage.role in (*SILENT_ROLES, "middelen"):
        return
    numbers = unit.spans("getal")
    hits = [hit for hit in unit.says("gevolg_geteld") if any(n.start < hit.end and hit.start <= n.end + 1 for n in numbers)]
    if hits and (unit.passage.role == GOAL or not narrates(unit.passage.text, hits[0].start)):
        yield _draft(unit, hits[0], {"on": "residents", "change": 1, "size": 1})


def _sized(unit: Unit) -> bool:
    return bool(unit.spans("getal", "bedrag"))


def _dated(unit: Unit) -> bool:
    return bool(unit.spans("datum", "kwartaal", "jaar"))


def _on_vulnerable(units: Sequence[Unit], unit: Unit, named: Container[int]) -> Iterator[Draft]:
    """That a vulnerable group is named, there or by "zij" below a heading, and whether something is arranged for it."""
    hits = group_of(unit)
    if not hits and unit.passage.section in named and _is_first(units, unit):
        hits = unit.says("over_hen")
    if hits:
        arranged = is_arranged(units, unit, _is_goal_row)
        yield _draft(unit, hits[0], {"on": "group", "vulnerable": 1, "measure": int(arranged), "bare": int(is_bare(unit))})


def _is_first(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether it is the first sentence of its section."""
    return not unit.number or units[unit.number - 1].passage.section != unit.passage.section


def _is_goal_row(unit: Unit) -> bool:
    """Whether it is a row of a table with at least two plain figures in it, for now and later, and no money."""
    passage = unit.passage
    if passage.kind is not PassageKind.ROW or passage.role in ROW_SILENT or unit.spans("bedrag"):
        return False
    return sum(bool(_FIGURE.fullmatch(cell.strip())) for cell in cells_in(passage)) > 1


def _levels(unit: Unit) -> Iterator[Draft]:
    """Of whom a row of goals speaks: of what is around people, or of the municipality."""
    if _is_goal_row(unit):
        for level, words in LEVELS:
            hits = unit.says(words)
            if hits:
                spotted = spot(unit.passage, hits[0].start, hits[0].end)
                yield Draft("result_level", {"is": level}, unit.text, spotted, SOURCE, unit.passage.index)


def _burdens(units: Sequence[Unit], unit: Unit, burdened: Container[int]) -> Iterator[Draft]:
    taken = accepted(units, unit)
    found = taken or burden_of(unit, burdened)
    if found:
        weighed = int(bool(taken) or is_weighed(units, unit, found))
        yield _draft(unit, found[0], {"negative": 1, "weighed": weighed})


def _draft(unit: Unit, hit: Hit, fields: dict[str, Value]) -> Draft:
    return Draft("effect", fields, unit.text, spot(unit.passage, hit.start, hit.end), SOURCE, unit.passage.index)

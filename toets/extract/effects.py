"""Effects on people: which group, how many, what changes for them and when; what is arranged for groups that need it; burdens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toets.extract.scene import Scene
from toets.extract.tense import narrates
from toets.extract.topics import spot
from toets.extract.units import Unit, units_of
from toets.model.fact import Draft, Value
from toets.text import Hit

SOURCE = "extract.effects"
GROUPS = (("residents", "groep_inwoners"), ("business", "groep_ondernemers"))
BACKGROUND = frozenset({"aanleiding"})
"""Where numbers of people mostly tell how things were."""
SILENT_ROLES = frozenset({"participatie", "communicatie"})
BURDEN_SILENT = frozenset({"middelen", "communicatie"})


def find(scene: Scene) -> Iterator[Draft]:
    """An effect fact for every sentence about a group of people, about a vulnerable group, and about a burden."""
    units = units_of(scene)
    for unit in units:
        if unit.passage.role != "kop":
            yield from _on_groups(unit)
            yield from _on_vulnerable(units, unit)
            yield from _burdens(units, unit)


def _on_groups(unit: Unit) -> Iterator[Draft]:
    if unit.passage.role in SILENT_ROLES or unit.says("gevolg_niet"):
        return
    for on, words in GROUPS:
        hits = unit.says(words)
        if hits:
            past = narrates(unit.passage.text, hits[0].start)
            change, size, moment = bool(unit.says("gevolg_woorden")) and not past, _sized(unit), _dated(unit)
            yield _draft(unit, hits[0], {"on": on, "change": int(change), "size": int(size), "moment": int(moment)})
            return


def _sized(unit: Unit) -> bool:
    return bool(unit.spans("getal", "bedrag"))


def _dated(unit: Unit) -> bool:
    return bool(unit.spans("datum", "kwartaal", "jaar"))


def _on_vulnerable(units: Sequence[Unit], unit: Unit) -> Iterator[Draft]:
    """That a vulnerable group is named, and whether something is arranged for it: in the same sentence or in the next."""
    hits = unit.says("groep_kwetsbaar")
    if hits:
        after = (other for other in units[unit.number + 1 : unit.number + 2] if other.beside(unit))
        before = (other for other in units[max(unit.number - 1, 0) : unit.number] if unit.beside(other))
        arranged = _happens(unit) or any(_arranges(other) for other in after) or any(_meant_for(other) for other in before)
        bare = bool(unit.says("aandacht_kaal"))
        yield _draft(unit, hits[0], {"on": "group", "vulnerable": 1, "measure": int(arranged), "bare": int(bare)})


def _happens(unit: Unit) -> bool:
    """Whether a sentence tells that something is arranged, or at least that something happens; how things are is not enough."""
    if unit.says("maatregel"):
        return not unit.says("alleen_beschreven") or unit.passage.role not in BACKGROUND
    silent = unit.passage.role in BACKGROUND or unit.passage.role == "participatie"
    return not silent and bool(unit.says("er_gebeurt_iets")) and not unit.says("alleen_beschreven")


def _arranges(after: Unit) -> bool:
    """Whether the sentence after the one that names a group arranges something for it: "Voor hen …", "Zij krijgen …"."""
    return bool(after.says("maatregel_hen") or (after.begins("verwijst_naar_hen") and after.says("maatregel")))


def _meant_for(before: Unit) -> bool:
    """Whether the sentence before it arranges something for those of whom it tells: "Voor wie niet wil verhuizen …"."""
    return before.begins("maatregel_wie") and bool(before.says("maatregel") or before.says("er_gebeurt_iets"))


def _burdens(units: Sequence[Unit], unit: Unit) -> Iterator[Draft]:
    """That something is worse for somebody, and whether it is weighed or softened: in the same sentence, or soon after it."""
    if unit.passage.role in BURDEN_SILENT or unit.says("nadeel_niet"):
        return
    people = unit.says("groep_inwoners") or unit.says("groep_ondernemers")
    hits = unit.says("nadeel") or (unit.says("nadeel_voor_groep") if people else ())
    if hits:
        around = units[max(unit.number - 1, 0) : unit.number + 3]
        near = [other for other in around if other.passage.section == unit.passage.section and not other.says("vaag_beperkt")]
        weighed = any(other.says("afweging") for other in near)
        softened = any(other.says("verzachting") for other in near if other.number >= unit.number)
        yield _draft(unit, hits[0], {"negative": 1, "weighed": int(weighed or softened)})


def _draft(unit: Unit, hit: Hit, fields: dict[str, Value]) -> Draft:
    return Draft("effect", fields, unit.text, spot(unit.passage, hit.start, hit.end), SOURCE, unit.passage.index)

"""Groups that need something others do not, and whether something is arranged for them, in one sentence or the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from toets.extract.units import Unit
from toets.model.document import CELL_BREAK, PassageKind
from toets.text import Hit

DESCRIBES = frozenset({"aanleiding", "samenvatting"})
SILENT = frozenset({"aanleiding", "participatie"})
"""Where something that happens is mostly how things are, or were."""
NOTHING_YET = (
    "gevolg_mogelijk",
    "alleen_beschreven",
    "aandacht_kaal",
    "hulp_kaal",
    "uitgesteld",
    "alleen_bericht",
    "alleen_begrip",
)
"""What is possible, as it is, attended to, put off, told or understood arranges nothing."""
CLOSE = 70
"""Within so many characters behind the people stands what they lack."""
FEWEST_WORDS = 3
"""With fewer words behind it a label tells no measure."""
AHEAD = 2
"""So many sentences after the one that names a group may go on about it."""


def group_of(unit: Unit) -> Sequence[Hit]:
    """The words that name a group by what it is called, or by what it lacks or went through."""
    return unit.says("groep_kwetsbaar") or unit.says("groep_genoemd") or _lacking(unit)


def _lacking(unit: Unit) -> Sequence[Hit]:
    """Words for people with, soon behind them, what they lack, can't do or went through: "gezinnen zonder spaargeld"."""
    lacks, without = unit.says("gemis"), () if unit.says("zonder_wijze") else unit.says("zonder_iets")
    if not lacks and not without:
        return ()
    return [who for who in unit.says("groep_inwoners") if _soon(who, lacks) or any(hit.start == who.end + 1 for hit in without)]


def _soon(who: Hit, lacks: Sequence[Hit]) -> bool:
    """Whether one of these hits stands soon behind another."""
    return any(0 <= lack.start - who.start < CLOSE for lack in lacks)


def is_bare(unit: Unit) -> bool:
    """Whether a sentence gives a group no more than attention, or help without saying which."""
    return bool(unit.says("aandacht_kaal") or unit.says("hulp_kaal"))


def is_arranged(units: Sequence[Unit], unit: Unit, is_goal: Callable[[Unit], bool]) -> bool:
    """Whether something is arranged for the group that a sentence names: there, right before it, or soon after it."""
    after = [other for other in units[unit.number + 1 : unit.number + 1 + AHEAD] if other.beside(unit)]
    before = (other for other in units[max(unit.number - 1, 0) : unit.number] if unit.beside(other))
    if is_goal(unit) or _happens(unit) or _beside_label(unit) or any(map(_arranges, after[:1])) or any(map(_meant_for, before)):
        return True
    return unit.passage.role not in SILENT and any(
        _goes_on(unit, other, near) for near, other in zip((True, False), after, strict=False)
    )


def _happens(unit: Unit) -> bool:
    """Whether a sentence tells that something is arranged, or at least that something happens; how things are is not enough."""
    if unit.says("gevolg_mogelijk") or unit.says("uitgesteld"):
        return False
    if unit.says("maatregel"):
        return not unit.says("alleen_beschreven") or unit.passage.role not in DESCRIBES
    return unit.passage.role not in SILENT and bool(unit.says("er_gebeurt_iets")) and not unit.says("alleen_beschreven")


def _beside_label(unit: Unit) -> bool:
    """Whether a group stands before a colon or in the first cell of a row, with words behind it that arrange something."""
    label, _, told = unit.text.partition(CELL_BREAK.strip() if unit.passage.kind is PassageKind.ROW else ":")
    hits = group_of(unit)
    if len(told.split()) < FEWEST_WORDS or "%" in told or not hits or hits[0].start - unit.start >= len(label):
        return False
    return unit.passage.role not in SILENT and not any(map(unit.says, NOTHING_YET))


def _arranges(after: Unit) -> bool:
    """Whether the sentence after the one that names a group arranges something for it: "Voor hen …", "Zij krijgen …"."""
    if after.says("uitgesteld"):
        return False
    return bool(after.says("maatregel_hen") or (after.begins("verwijst_naar_hen") and after.says("maatregel")))


def _meant_for(before: Unit) -> bool:
    """Whether the sentence before it arranges something for those of whom it tells: "Voor wie niet wil verhuizen …"."""
    return before.begins("maatregel_wie") and bool(before.says("maatregel") or before.says("er_gebeurt_iets"))


def _goes_on(unit: Unit, after: Unit, near: bool) -> bool:
    """Whether a later sentence does something about what a group lacks.

    "Daarom" and "dat veranderen wij" say so themselves. What else happens must point back to the group or, in the next sentence,
    follow on what is hard for it, or be told in numbers where the group was not just counted; of the paper itself nothing counts
    ("de nota wordt in 2028 herzien").
    """
    if any(map(after.says, NOTHING_YET)) or after.begins("over_het_stuk"):
        return False
    if after.says("daarom_dus") or after.begins("dat_doen_wij"):
        return True
    happens = after.says("maatregel") or after.says("er_gebeurt_iets")
    if near and unit.says("valt_zwaar"):
        return bool(happens or after.says("er_is_dan"))
    told = near and not unit.says("alleen_geteld") and (after.spans("getal") or after.says("zo_vaak"))
    return bool(happens and (told or after.says("over_hen")))

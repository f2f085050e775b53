"""Burdens: that something is worse for somebody, and whether that is weighed or softened."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from toets.extract.units import Unit
from toets.model.document import PassageKind
from toets.text import Hit

BACKGROUND = frozenset({"aanleiding"})
"""Where a loss is mostly how things are now."""
BEARERS = ("groep_inwoners", "groep_ondernemers", "partij_groep", "drager_soort", "drager_enkel")
"""Who can be worse off."""
LOSSES = ("nadeel", "nadeel_voor_groep", "nadeel_verlies", "nadeel_klap")
SILENT = frozenset({"middelen", "communicatie"})
CLOSE = 30
"""So many characters behind the words that spare somebody stands who that is."""
AHEAD = 3
"""So many sentences, the burden's own among them, may tell what is done about it; in its own paragraph some more."""
FURTHEST = 5

_COLON = re.compile(r"\s?:")


def burden_of(unit: Unit, burdened: Container[int]) -> Sequence[Hit]:
    """The words that tell of a burden; `burdened` are the sections whose heading announces those who bear one."""
    announced = unit.passage.section in burdened
    if unit.passage.role in SILENT and not announced:
        return ()
    if shared := _shared(unit):
        return shared
    if unit.says("nadeel_niet"):
        return ()
    found = [hit for hit in unit.says("nadeel") or _worse_off(unit) if not _denied(unit, hit)]
    return _labelled(unit) or found or (_announced(unit) if announced else ())


def _shared(unit: Unit) -> Sequence[Hit]:
    """The words by which a burden is divided among groups, or kept from one of them ("omdat kleine zaken anders …")."""
    spares = unit.says("last_ontzien") or (unit.says("last_voorkomen") if any(map(unit.says, LOSSES)) else ())
    bearers = _bearers(unit)
    return unit.says("last_verdeeld") or [
        hit for hit in spares if any(hit.start < who.start < hit.end + CLOSE for who in bearers)
    ]


def accepted(units: Sequence[Unit], unit: Unit) -> Sequence[Hit]:
    """The words for who is touched, where the next sentence accepts that: "… elders gaat. Dat nemen wij voor lief."."""
    after = next((other for other in units[unit.number + 1 : unit.number + 2] if unit.beside(other)), None)
    if after is None or not after.says("nadeel_aanvaard"):
        return ()
    return _bearers(unit)


def _bearers(unit: Unit) -> Sequence[Hit]:
    """Who is spared or touched; "anders", "cijfers" and "planten" only end as people do."""
    hits = (hit for words in BEARERS for hit in unit.says(words))
    return [hit for hit in hits if not unit.scene.is_one(unit.passage.text[hit.start : hit.end], "geen_drager")]


def _worse_off(unit: Unit) -> Sequence[Hit]:
    """The words for a loss that count because somebody who bears it stands with them; how things are now is no loss."""
    if unit.passage.role in BACKGROUND:
        return ()
    if any(map(unit.says, BEARERS)) or unit.spans("organisatie"):
        return unit.says("nadeel_voor_groep") or unit.says("nadeel_verlies") or unit.says("nadeel_klap")
    if unit.says("drager_genoemd"):
        return unit.says("nadeel_verlies")
    return unit.says("nadeel_klap") if unit.says("drager_voor") else ()


def _labelled(unit: Unit) -> Sequence[Hit]:
    """A label that calls what follows a burden: "Nadeel: …", "Last: …"."""
    return [hit for hit in unit.says("nadeel_label") if _COLON.match(unit.passage.text, hit.end)]


def _announced(unit: Unit) -> Sequence[Hit]:
    """Somebody with a number, under a heading that asks who bears the burden."""
    if unit.passage.kind is PassageKind.ROW or not unit.spans("getal", "bedrag"):
        return ()
    return _bearers(unit)[:1]


def _denied(unit: Unit, hit: Hit) -> bool:
    """Whether nobody is worse off: "niemand gaat erop achteruit"."""
    return unit.scene.language.negated(unit.passage.text, hit.start, hit.end, hit.gaps)


def is_weighed(units: Sequence[Unit], unit: Unit, burden: Sequence[Hit]) -> bool:
    """Whether a burden is weighed or softened: in the same sentence, right before it, or soon after it."""
    if _shared(unit):
        return True
    before = [other for other in units[max(unit.number - 1, 0) : unit.number] if unit.beside(other)]
    ahead = units[unit.number : unit.number + FURTHEST]
    after = [other for other in ahead if other.number - unit.number < AHEAD or unit.beside(other)]
    after = [other for other in after if other.passage.section == unit.passage.section]
    near = [
        other
        for other in (*before, *after)
        if not other.says("vaag_beperkt") and (other is unit or not other.says("alleen_bericht"))
    ]
    if any(_weighs(other, burden if other is unit else ()) for other in near):
        return True
    if any(other.says("verzachting") for other in near if other.number >= unit.number):
        return True
    if _weighs(unit, burden, "lichter_gemaakt"):
        return True
    later = [other for other in near if other.number > unit.number]
    return any(other.begins("tegenover") for other in later) or unit.opens("tegenover") or any(map(_answers, later))


def _weighs(unit: Unit, burden: Sequence[Hit], words: str = "afweging") -> bool:
    """Whether a sentence weighs a burden, in other words than those of the burden itself ("de vrijstelling wordt beperkt")."""
    return any(not any(hit.start < own.end and hit.end > own.start for own in burden) for hit in unit.says(words))


def _answers(unit: Unit) -> bool:
    """Whether a sentence after a burden goes on about those who bear it with something that can be counted, or makes it lighter.

    What they say themselves, a letter to them and understanding for them are no answer.
    """
    if unit.says("eigen_woorden") or unit.says("alleen_begrip") or unit.says("nadeel") or _worse_off(unit):
        return False
    if unit.says("lichter_gemaakt"):
        return True
    counted = unit.spans("getal", "bedrag", "datum")
    return bool(counted and (unit.says("drager_genoemd") or unit.says("antwoord_op_nadeel")))

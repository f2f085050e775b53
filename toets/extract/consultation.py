"""Consultations: who was heard, when, what came of it in writing, what they brought in, and what was done with that.

What a party brought in and what was done with it mostly stands in the sentences after the one that names it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from toets.extract.scene import Scene
from toets.extract.topics import spot
from toets.extract.units import Unit, unit_of, units_of
from toets.extract.voices import OUTSIDE, Mention, Voice, mentions, row_with_answer, speakers, voices
from toets.model.fact import Draft, Value

SOURCE = "extract.consultation"
REACH = 5
"""How many sentences after the one that names a party may still speak of it."""
SOMEBODY = (Mention("resident", 0, 0, named=False),)
"""Who speaks where a paragraph on participation does not say who."""


EMPTY = ("verwerkt_kaal", "geen_gevolg", "geinformeerd", "nog_bekeken")
"""Lists of what follows on a consultation and is no consequence of it."""


def find(scene: Scene) -> Iterator[Draft]:
    """A consultation fact for every party in every sentence that tells of hearing it, now, later or not at all."""
    units, without = units_of(scene), scene.headed("kop_geen_participatie")
    told = _told(scene, units)
    for unit in units:
        for voice in told[unit.number]:
            if voice.heard or voice.later or voice.informed or voice.denied:
                yield _draft(unit, voice, _after(units, unit, voice, told), dated=_dated(unit) or _dated_beside(units, unit))
        yield from _declined(units, unit)
        if unit.passage.section in without:
            without -= {unit.passage.section}
            yield _explained(units, unit)


def _told(scene: Scene, units: Sequence[Unit]) -> Mapping[int, tuple[Voice, ...]]:
    """The voices of every sentence; without a name of its own it speaks of the party in its heading or in the sentence before."""
    heads = _heads(scene)
    found: dict[int, tuple[Voice, ...]] = {}
    before: tuple[Mention, ...] = ()
    for unit in units:
        named = speakers(unit, mentions(unit))
        goes_on = bool(unit.number) and units[unit.number - 1].beside(unit)
        around = heads.get(unit.passage.section, ()) or (_insiders(before) if goes_on else ())
        found[unit.number] = voices(unit, named or around or (SOMEBODY if unit.passage.role == "participatie" else ()))
        before = named
    return found


def _heads(scene: Scene) -> Mapping[int, tuple[Mention, ...]]:
    """The councils and social parties that the heading of a section names ("Advies Wmo-raad"): its sentences speak of them."""
    found: dict[int, tuple[Mention, ...]] = {}
    for passage in scene.passages:
        if passage.kind == "heading" and passage.part == "voorstel":
            heading = unit_of(scene, passage, -1, 0, len(passage.text))
            found[passage.section] = tuple(item for item in _insiders(mentions(heading)) if item.named)
    return found


def _insiders(found: Sequence[Mention]) -> tuple[Mention, ...]:
    """The councils and social parties among these, as they are meant by a sentence that does not name them."""
    return tuple(replace(item, start=0, end=0) for item in found if item.party not in OUTSIDE)


def _declined(units: Sequence[Unit], unit: Unit) -> Iterator[Draft]:
    """That nobody was asked: "van inspraak is afgezien"; `response` tells that the reason stands with it."""
    hits = unit.says("geen_participatie")
    if hits:
        after = [other for other in units[unit.number + 1 : unit.number + 3] if other.passage.section == unit.passage.section]
        explained = ":" in unit.text[hits[0].start - unit.start :] or any(
            other.begins("uitleg") or other.says("niets_te_kiezen") for other in after
        )
        fields: dict[str, Value] = {"refused": 1, "response": int(explained or _reasoned((unit, *after), 0))}
        where = spot(unit.passage, hits[0].start, hits[0].end)
        yield Draft("consultation", fields, unit.text, where, SOURCE, unit.passage.index)


def _explained(units: Sequence[Unit], first: Unit) -> Draft:
    """That a heading says that nobody was asked ("Waarom er geen inloopavond was"): what stands below it is the reason."""
    below = [unit for unit in units[first.number :] if unit.passage.section == first.passage.section]
    fields: dict[str, Value] = {"refused": 1, "response": int(len(below) > 1 or _reasoned(below, 0))}
    return Draft("consultation", fields, first.text, first.passage.location, SOURCE, first.passage.index)


def _after(units: Sequence[Unit], own: Unit, voice: Voice, told: Mapping[int, Sequence[Voice]]) -> tuple[Unit, ...]:
    """The sentences that speak of the same consultation: its own, and those after it until somebody else is heard."""
    found = [own]
    for unit in units[own.number + 1 : own.number + 1 + REACH]:
        if unit.passage.section != own.passage.section or (_legal(unit) and not _legal(own)):
            break
        heard = {other.party for other in told[unit.number] if (other.heard or other.later) and other.stated}
        goes_on = any(map(unit.begins, ("sprekers_zij", "waarna", "daarom_opening", "gemeente_doet")))
        if heard and not goes_on and (voice.party not in heard or _again(unit)):
            break
        found.append(unit)
    return tuple(found)


def _legal(unit: Unit) -> bool:
    """Whether a sentence speaks of zienswijzen, that come in by the procedure of the law and not at a meeting."""
    return bool(unit.says("zienswijze_woord"))


def _again(unit: Unit) -> bool:
    """Whether a sentence tells of another occasion on which the same party was heard."""
    return _dated(unit) and bool(unit.says("gehoord_deelwoord") or unit.says("gehoord_verleden"))


def _dated(unit: Unit) -> bool:
    return bool(unit.spans("datum", "kwartaal") or unit.says("moment_woorden"))


def _dated_beside(units: Sequence[Unit], own: Unit) -> bool:
    """Whether the sentence before or after it in its paragraph gives the moment, and speaks of nobody else."""
    near = (*units[max(own.number - 1, 0) : own.number], *units[own.number + 1 : own.number + 2])
    return any(_dated(unit) and not mentions(unit) for unit in near if unit.beside(own))


def _draft(own: Unit, voice: Voice, units: Sequence[Unit], *, dated: bool) -> Draft:
    fields: dict[str, Value] = {
        "party": voice.party,
        "named": int(voice.named),
        "heard": int(voice.heard or voice.denied),
        "form": int(voice.form),
        "later": int(voice.later),
        "informed": int(voice.informed),
        "procedure": int(_legal(own)),
        "polarity": int(not voice.denied),
        "moment": int(dated),
    }
    if voice.heard:
        fields |= _yield_of(units)
    start, end = (voice.start, voice.end) if voice.stated else (own.start, own.end)
    if own.scene.language.quoted(own.passage.text, start, end):
        fields["quoted"] = 1
    return Draft("consultation", fields, own.text, spot(own.passage, start, end), SOURCE, own.passage.index)


def _yield_of(units: Sequence[Unit]) -> dict[str, Value]:
    """What came out of a consultation: what was brought in, what was done with it or why not, and what was put in writing."""
    said = next((place for place, unit in enumerate(units) if _brings_in(unit, own=not place)), None)
    follows = any(unit.says("gevolg") for unit in units) or units[0].begins("op_verzoek") or _changed(units)
    reasoned = any(unit.says("niet_verwerkt") and _reasoned(units, place) for place, unit in enumerate(units))
    handled = said is not None and any(_reacts(unit, own=unit is units[said]) for unit in units[said:])
    plain = any(unit.says("verwerkt") and not unit.says("verwerkt_kaal") and not unit.says("nog_bekeken") for unit in units)
    bare = any(unit.says("verwerkt_kaal") for unit in units)
    written = any(unit.says("gehoord_product") for unit in units)
    response = follows or reasoned or handled or (plain and (said is not None or not bare))
    if row_with_answer(units[0]):
        said, response = 0, True
    return {
        "input": int(said is not None or follows),
        "against": int(any(unit.says("bezwaar") and (not at or _goes_on(unit)) for at, unit in enumerate(units))),
        "response": int(response),
        "refused": int(any(unit.says("niet_verwerkt") for unit in units)),
        "bare": int(bare and not response),
        "product": int(written or said is not None or follows),
    }


def _changed(units: Sequence[Unit]) -> bool:
    """Whether the sentence straight after a dated consultation or a zienswijze tells what is otherwise: that was brought in."""
    own, after = units[0], units[1:2]
    return (_dated(own) or _legal(own)) and any(
        own.beside(unit) and unit.says("plan_verandert") and not any(map(unit.says, EMPTY)) for unit in after
    )


def _goes_on(unit: Unit) -> bool:
    """Whether a sentence after the one that names a party still tells what it said, and not what else there is."""
    return unit.begins("sprekers_zij") or bool(unit.says("inbreng"))


def _brings_in(unit: Unit, *, own: bool) -> bool:
    """Whether a sentence tells what somebody said: by its words, or because they are its subject ("Zij …", "Opbrengst: …")."""
    if unit.says("inbreng"):
        return True
    return not own and unit.begins("sprekers_zij") and not unit.says("gehoord_niet") and not unit.says("geinformeerd")


def _reacts(unit: Unit, *, own: bool) -> bool:
    """Whether a sentence tells what was done then: "Die ligt nu …", "Dat hebben wij …", "Het plan voorziet …"."""
    if any(map(unit.says, EMPTY)):
        return False
    if not own and unit.says("plan_verandert"):
        return True
    return unit.opens("waarna") or (not own and (unit.begins("daarom_opening") or bool(unit.says("gemeente_doet"))))


def _reasoned(units: Sequence[Unit], place: int) -> bool:
    """Whether the reason for what a sentence says stands in it or in the next one."""
    return any(unit.says("reden") for unit in units[place : place + 2])

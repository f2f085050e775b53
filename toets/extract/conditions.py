"""What an assignment rests on, told by shape: a moment, means, who may decide what, and who stands behind it.

Ways to say so are endless: what counts is that somebody is named beside something concrete, a day, a source, a limit or a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from toets.extract.ahead import year_of
from toets.extract.scene import Scene
from toets.extract.tense import narrates
from toets.extract.topics import spot
from toets.extract.units import Unit, units_of
from toets.extract.voices import mentions
from toets.model.document import Span
from toets.model.fact import Draft
from toets.text import Hit

SOURCE = "extract.conditions"
NO_TIME = frozenset({"kop", "middelen", "participatie", "evaluatie"})
"""Roles of sections of which the days are those of other things."""
NO_SUPPORT = frozenset({"kop", "beslispunten", "middelen", "kader"})
"""Roles of sections that speak of others than those who were asked."""
GRAINS = frozenset({"day", "week", "month", "quarter"})

_OF_ANOTHER = 28
"""Words so near before a day tell of what it is the day."""
_ONLY = re.compile(r"\b(?:alleen|uitsluitend|enkel|slechts|voorbehouden)(?: aan)?(?: (?:de|het|uw|ons))? $", re.IGNORECASE)
_WHO = re.compile(r"\bu\b|\b(?:raad|college|directie)(?=s?besluit\b)", re.IGNORECASE)
"""Words that stand for somebody who decides, beside a function or body that is named."""
_PART = re.compile(r"[,;]")
_OUTSIDE = re.compile(
    r"\b(?!gemeente|reken|advies)\w{3,}(?:raad|raden|vereniging(?:en)?|bond|bonden|platform|coöperaties?|corporaties?)\b",
    re.IGNORECASE,
)
"""Bodies of people from outside, told by what their name ends on: "dorpsraad", "huurdersvereniging"."""

Teller = Callable[[Unit], Hit | Span | None]


def find(scene: Scene) -> Iterator[Draft]:
    """A condition fact for every sentence that tells of one with something concrete."""
    for unit in units_of(scene):
        for of, tell in TELLERS:
            hit = tell(unit)
            if hit:
                place = spot(unit.passage, hit.start, hit.end)
                yield Draft("condition", {"of": of}, unit.text, place, SOURCE, unit.passage.index)


def _time(unit: Unit) -> Span | None:
    """A day, month or quarter with its year, not gone by, on which something is going to be done."""
    days = [span for span in unit.spans("datum", "kwartaal") if _is_moment(unit, span)]
    if not days or unit.passage.role in NO_TIME or unit.says("moment_van_ander"):
        return None
    year = year_of(unit.scene)
    ahead = (span for span in days if date.fromordinal(int(span.more.get("high", span.value))).year >= year)
    return next((span for span in ahead if not narrates(unit.passage.text, span.start)), None)


def _is_moment(unit: Unit, span: Span) -> bool:
    """Whether it is a moment with its year, and not the day of a paper that is named."""
    if not span.value or not span.more.get("valid", 1) or span.more.get("grain", "day") not in GRAINS:
        return False
    return not any(0 <= span.start - hit.end <= _OF_ANOTHER for hit in unit.says("geen_moment"))


def _means(unit: Unit) -> Hit | None:
    """A sum with the place it comes from, or people of the own organisation who are given time for it."""
    sources, given = unit.says("geld_komt_uit"), unit.says("tijd_gekregen")
    if not (sources or given) or unit.says("geld_open"):
        return None
    if sources and unit.spans("bedrag"):
        return sources[0]
    return given[0] if given and (unit.spans("functie", "getal") or unit.says("tijd_per_week")) else None


def _mandate(unit: Unit) -> Hit | None:
    """Who decides what: on something by name, up to a limit, beyond what was agreed, as the only one or each their part."""
    acts = [hit for hit in unit.says("beslist") if not narrates(unit.passage.text, hit.start)]
    if not acts or unit.spans("wet") or unit.says("mandaat_leeg"):
        return None
    who = _deciders(unit)
    if any(item.start < min(start for start, _ in who) for item in mentions(unit) if who):
        return None  # what people outside may do
    limited = unit.says("tot_hoever") or unit.says("voorbij_afspraak") or _only_one(unit)
    return acts[0] if who and (limited or _over_something(unit) or _in_turn(unit, who)) else None


def _deciders(unit: Unit) -> list[tuple[int, str]]:
    """Who of the own organisation is named, by function, body or a word that stands for them, and at which character."""
    named = [(span.start, span.text.lower()) for span in unit.spans("functie", "orgaan")]
    stood_for = _WHO.finditer(unit.passage.text, unit.start, unit.end)
    return named + [(match.start(), match[0].lower()) for match in stood_for]


def _over_something(unit: Unit) -> bool:
    """Whether somebody decides on what is named, other than on this paper or on a day."""
    return bool(unit.says("beslist_over")) and not unit.spans("datum") and not unit.says("over_dit_stuk")


def _only_one(unit: Unit) -> bool:
    """Whether somebody is said to be the only one: "beslist alleen het afdelingshoofd", "voorbehouden aan het college"."""
    text = unit.passage.text
    return any(_ONLY.search(text, unit.start, span.start) for span in unit.spans("functie", "orgaan"))


def _in_turn(unit: Unit, who: list[tuple[int, str]]) -> bool:
    """Whether two of them each have their part, at either side of a comma: "de manager koopt in, het college tekent"."""
    if unit.spans("datum"):
        return False
    parts = {name: len(_PART.findall(unit.passage.text, unit.start, start)) for start, name in who}
    return len(set(parts.values())) > 1


def _support(unit: Unit) -> Hit | None:
    """People or partners who were asked or took a stand, counted, dated or by name."""
    kept = unit.says("steun_vastgelegd")
    hits = kept or unit.says("steun_daad")
    if not hits or unit.passage.role in NO_SUPPORT or unit.says("steun_leeg"):
        return None
    counted = bool(unit.spans("getal")) or any(map(str.isdigit, unit.text))
    return hits[0] if (counted and (kept or mentions(unit))) or _body(unit) else None


def _body(unit: Unit) -> bool:
    """Whether one body of people from outside is named, by its name or by what it is."""
    named = any(span.more.get("sort") == "external" and span.more.get("named") for span in unit.spans("organisatie"))
    return named or bool(_OUTSIDE.search(unit.passage.text, unit.start, unit.end))


TELLERS: tuple[tuple[str, Teller], ...] = (("time", _time), ("means", _means), ("mandate", _mandate), ("support", _support))

"""Names with a slot: bodies, functions, organisations, and what something is paid from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toets.model.document import Span
from toets.model.fact import Value
from toets.text.lexicon import AS_WRITTEN, Hit, Lexicon, Line, Word
from toets.text.name_runs import capital_run, lower_run, number_run

_PAID = re.compile(
    r"\b(?:ten laste van|ten gunste van|uit|vanuit|in|binnen|(?:vrijval|saldo|stand) van|(?:storting|storten|gestort) in|"
    r"(?:onttrekking|onttrekken|onttrokken|toevoeging|toevoegen|toegevoegd|dotatie|doteren) aan) "
    r"(?:(?:de|deze|die|een|onze|genoemde|het|dit|ons) )?$",
    re.IGNORECASE,
)
_REACH = 40
_QUOTES = ('"', "'", "”")
_OF_UNIT = re.compile(
    r" van (?:de |het |ons |onze )?(?:afdeling|team|eenheid|dienst|sector|cluster|directie|domein|bureau|school) ", re.IGNORECASE
)
_COMPANY = re.compile(r"(?:(?<!\w)[A-Z][\w'&-]{0,40}(?: & | )){1,5}(?:B\.V\.|N\.V\.|BV|NV|U\.A\.|V\.O\.F\.|VOF|C\.V\.)(?!\w)")
_COMPANY_SIGNS = ("V", "U.A.")
"""Every form of company has one of these in it: a text without them names none."""
_LEADS = frozenset({"de", "het", "een", "met", "van", "door", "aan", "voor", "in", "en", "deelneming", "raadsvoorstel"})


@dataclass(frozen=True, slots=True)
class _Place:
    """A hit of the lexicon in a line: the words it covers, by index."""

    line: Line
    hit: Hit

    @property
    def more(self) -> dict[str, Value]:
        return dict(self.hit.entry.more)

    @property
    def start(self) -> int:
        return self.line.words[self.hit.first].start

    @property
    def end(self) -> int:
        return self.line.words[self.hit.last].end

    @property
    def next(self) -> int:
        return self.hit.last + 1

    def code(self) -> str:
        """The code of the term, or the word as found, in the singular."""
        if self.hit.entry.code != AS_WRITTEN:
            return self.hit.entry.code
        low = " ".join(word.low for word in self.line.words[self.hit.first : self.hit.last + 1])
        return low.removesuffix("s") if self.more.get("plural") else low


def find_names(line: Line, hits: Iterable[Hit], lexicon: Lexicon) -> Iterator[Span]:
    """The bodies, functions, organisations and cover sources in a text, in no order.

    "orgaan": `value` is the code of the body; more: name (of a commissie). "functie": value is the function in one word; more:
    plural, unit ("Openbare Ruimte", ""). "organisatie": value is the code or kind; more: sort ("internal", "external"), named.
    "persoon": a person whom the vocabulary names. "reserve": value is the words in lower case; more: named, and sort (reserve
    provision stelpost program taakveld budget grant).
    """
    makers = {"persoon": _person, "orgaan": _body, "functie": _function, "organisatie": _organisation, "reserve": _source}
    for hit in hits:
        maker = makers.get(hit.entry.slot)
        span = maker(_Place(line, hit), lexicon) if maker else None
        if span:
            yield span
    for match in _COMPANY.finditer(line.flat) if any(sign in line.flat for sign in _COMPANY_SIGNS) else ():
        start = _company_start(line.flat, *match.span())
        yield line.span("organisatie", start, match.end(), "bedrijf", {"sort": "external", "named": 1})


def _company_start(flat: str, start: int, end: int) -> int:
    """Where the name of a company starts: behind a first word that is only the start of a sentence."""
    first, _, rest = flat[start:end].partition(" ")
    return start + len(first) + 1 if first.lower() in _LEADS and " " in rest else start


def _body(place: _Place, _: Lexicon) -> Span:
    end = capital_run(place.line, place.next) if place.more.get("takes") == "name" else None
    name = place.line.flat[place.end + 1 : end] if end else ""
    return place.line.span("orgaan", place.start, end or place.end, place.code(), {"name": name})


def _person(place: _Place, _: Lexicon) -> Span:
    name = " ".join(place.line.flat[place.start : place.end].split())
    return place.line.span("persoon", place.start, place.end, name, {"function": ""})


def _function(place: _Place, lexicon: Lexicon) -> Span | None:
    unit_start, end = _unit(place, lexicon) if place.more.get("takes") == "unit" else (0, 0)
    if not end and place.more.get("alone", "always") == "":
        return None
    unit = place.line.flat[unit_start:end] if end else ""
    more: dict[str, Value] = {"plural": place.more.get("plural", 0), "unit": unit}
    return place.line.span("functie", place.start, end or place.end, place.code(), more)


def _unit(place: _Place, lexicon: Lexicon) -> tuple[int, int]:
    """The unit that a function is of, "van de afdeling X" or straight behind it: start and end, zeros without one."""
    named = _OF_UNIT.match(place.line.flat, place.end)
    if named:
        index = bisect_left(place.line.words, named.end(), lo=place.next, key=lambda word: word.start)
        end = capital_run(place.line, index, joins=True)
        return (named.end(), end) if end else (0, 0)
    fields = lexicon.lists.get("beleidsterrein", frozenset())
    for index in (place.next, place.next + 1):
        word = _word_at(place.line, index)
        if word and word.low in fields:
            end = capital_run(place.line, index, joins=True) or _lower_unit(place, word)
            return (word.start, end) if end else (0, 0)
        if not word or word.low != "van":
            break
    return 0, 0


def _lower_unit(place: _Place, following: Word) -> int | None:
    """The end of a field of policy in lower case, straight behind the function ("wethouder ruimte")."""
    return following.end if place.line.flat[place.end : following.start] == " " else None


def _organisation(place: _Place, _: Lexicon) -> Span | None:
    internal = place.more.get("sort") == "internal"
    end = capital_run(place.line, place.next, joins=internal) if place.more.get("takes") == "name" else None
    if not end and place.more.get("alone", "always") == "":
        return None
    named = 1 if end else place.more.get("named", 0)
    more: dict[str, Value] = {"sort": place.more.get("sort", "external"), "named": named}
    return place.line.span("organisatie", place.start, end or place.end, place.code(), more)


def _source(place: _Place, _: Lexicon) -> Span | None:
    end = _source_end(place)
    alone = place.more.get("alone", "always")
    if not end and not (alone == "always" or (alone == "paid" and _is_paid(place))):
        return None
    named = 1 if end else place.more.get("named", 0)
    more: dict[str, Value] = {"sort": place.more.get("sort", "reserve"), "named": named}
    stop = _closed(place, end) if end else place.end
    value = " ".join(place.line.flat[place.start : stop].lower().split())
    return place.line.span("reserve", place.start, stop, value, more)


def _closed(place: _Place, end: int) -> int:
    """The end of a name, with the quotation mark that closes one that opened inside it."""
    flat = place.line.flat
    opened = any(flat.count(mark, place.start, end) % 2 for mark in _QUOTES)
    return end + (opened and flat[end : end + 1] in _QUOTES)


def _source_end(place: _Place) -> int | None:
    """Where the name of a cover source ends, None if it has none."""
    takes = str(place.more.get("takes", "")).split()
    if "number" in takes and (end := number_run(place.line, place.end)):
        return end
    if "words" in takes:
        least = 1 if _is_paid(place) else int(place.more.get("least", 1))
        return capital_run(place.line, place.next, joins=True, mixed=True) or lower_run(place.line, place.next, least=least)
    named = "name" in takes or ("paid" in takes and _is_paid(place))
    return capital_run(place.line, place.next, joins=True) if named else None


def _is_paid(place: _Place) -> bool:
    return bool(_PAID.search(place.line.flat[max(0, place.start - _REACH) : place.start]))


def _word_at(line: Line, index: int) -> Word | None:
    return line.words[index] if index < len(line.words) else None

"""Subtasks of a larger whole, and whether it is told how they hang together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from operator import attrgetter

from toets.extract.scene import Scene, apart, spans_of
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind
from toets.model.fact import Draft
from toets.text import normal
from toets.text.clauses import FINITE
from toets.text.numbers import SMALL_NUMBERS
from toets.text.tokens import tokens

SOURCE = "extract.subtasks"
SILENT = frozenset(
    {"bijlagen", "ondertekening", "ontwerpbesluit", "participatie", "communicatie", "middelen", "alternatieven", "mandaat"}
)
MOST = 30
LONG_ENOUGH = 5
"""Words of a name shorter than this don't tell it apart."""

RELATIONS: tuple[tuple[str, str], ...] = (("order", "samenhang_volgorde"), ("dependency", "samenhang_afhankelijk"))

_FOLLOWING = re.compile(
    r"\b(?:de volgende|volgende|deze) (?P<noun>[\w']+)(?: \w+){0,3} ?:"
    r"|\b(?:bestaat|bestaan|omvat) (?:uit )?(?P<many>\w+) (?:onderdelen|delen)\b",
    re.IGNORECASE,
)
_DOZENS = re.compile(rf"\b(?P<number>{'|'.join(tuple(SMALL_NUMBERS)[:7])})tal (?:[a-z]+e )?(?P<noun>[\w']+)", re.IGNORECASE)
"""A formal number: "een viertal actielijnen"; a "tiental" is about ten."""
_LABEL = re.compile(r"\s?[:–-]\s")
_SUMMED_UP = 3
"""So many pieces of a first sentence without a verb are the names of parts; two may be anything."""
_TOGETHER = re.compile(
    r"\b(?:elkaar|onderling\w*|beide|alle (?:drie|vier|vijf|zes)|samen|eerste|tweede|andere|overige|tussen de)\b", re.IGNORECASE
)
_PIECES = re.compile(r",(?: en)?|;| [-•–] |^ ?[-•–] | en (?=[^,;]*$)")
_LEAD = re.compile(r"^\W*([^:.;(–]{3,60}?)\s*(?:[:–(]| - |\.|;|$)")
_WORD = re.compile(rf"[^\W\d_]{{{LONG_ENOUGH},}}")


@dataclass(frozen=True, slots=True)
class Whole:
    """Something that has parts: how many, what they are called together, and the words of the name of each."""

    passage: Passage
    number: int
    noun: str
    names: tuple[frozenset[str], ...]


def find(scene: Scene) -> Iterator[Draft]:
    """A subtask fact for every whole with parts, and relation facts for what ties these parts together."""
    told = [whole for passage in (*_told(scene), *_heads(scene)) for whole in _wholes(scene, passage)]
    wholes = told or [*_listed(scene), *_labelled(scene)]
    for whole in wholes:
        yield Draft("subtask", {"number": whole.number}, whole.passage.text, whole.passage.location, SOURCE, whole.passage.index)
    for passage in _told(scene):
        joined = scene.says(passage, "samen_uitgevoerd")
        if joined:
            place = spot(passage, joined[0].start, joined[0].end)
            yield Draft("subtask", {"number": 2}, passage.text, place, SOURCE, passage.index)
            yield Draft("relation", {"of": "dependency"}, passage.text, place, SOURCE, passage.index)
        elif wholes:
            yield from _relations(scene, passage, wholes)
        elif strong := scene.says(passage, "samenhang_sterk"):
            place = spot(passage, strong[0].start, strong[0].end)
            yield Draft("subtask", {"number": 2}, passage.text, place, SOURCE, passage.index)
            yield Draft("relation", {"of": "order"}, passage.text, place, SOURCE, passage.index)
        elif scene.says(passage, "samenhang_duidelijk"):
            yield _relation(passage, "order")  # policy always has parts; of another paper it says nothing


def _told(scene: Scene) -> Iterator[Passage]:
    return (passage for passage in scene.prose() if passage.role not in SILENT)


def _heads(scene: Scene) -> Iterator[Passage]:
    """Headings that are a sentence: "De drie deelgebieden sluiten op elkaar aan"."""
    for passage in scene.passages:
        if passage.kind == PassageKind.HEADING and passage.part == "voorstel" and passage.role not in SILENT:
            yield passage


def _wholes(scene: Scene, passage: Passage) -> Iterator[Whole]:
    """The wholes that a passage names, unless they are those of somebody else or of the past."""
    named = next(_named(scene, passage), None)
    if named and not scene.says(passage, "deel_van_ander") and not scene.says(passage, "deel_afgerond"):
        yield named


def _named(scene: Scene, passage: Passage) -> Iterator[Whole]:
    """What a passage names, the surest first: "vier actielijnen", "de volgende deelprojecten:"."""
    for span in spans_of(passage, "getal"):
        unit = str(span.more.get("unit", ""))
        if _is_part(scene, passage, unit) and 2 <= int(span.value) <= MOST:
            rest = passage.text[span.end :]
            listed = rest.partition(":")[2] or rest.partition("(")[2]
            yield Whole(passage, int(span.value), unit.lower(), _names(scene, passage, listed))
    for hit in scene.says(passage, "deel_van_genoemd_aantal"):
        numbers = [SMALL_NUMBERS[token.lower] for token in tokens(hit.text) if token.lower in SMALL_NUMBERS]
        yield from (Whole(passage, number, "onderdelen", ()) for number in numbers)
    told = next((match for match in _DOZENS.finditer(passage.text) if _is_part(scene, passage, match["noun"])), None)
    if told:
        rest = passage.text[told.end() :]
        listed = rest.partition(":")[2] or rest.partition("(")[2]
        yield Whole(passage, SMALL_NUMBERS[told["number"].lower()], told["noun"].lower(), _names(scene, passage, listed))
    match = _FOLLOWING.search(passage.text)
    if match and (match["many"] or _is_part(scene, passage, match["noun"])):
        names = _names(scene, passage, passage.text[match.end() :])
        if len(names) > 1:
            yield Whole(passage, len(names), (match["noun"] or "onderdelen").lower(), names)


def _listed(scene: Scene) -> Iterator[Whole]:
    """Headings that call what is listed under them the parts of a whole: "Projecten", with items below."""
    for heading in _heads(scene):
        called = scene.says(heading, "deel_van_geheel")
        if called and not scene.says(heading, "deel_van_ander") and not scene.says(heading, "deel_afgerond"):
            names = _names_under(scene, heading)
            if 2 <= len(names) <= MOST:
                yield Whole(heading, len(names), called[0].text.lower(), names)


def _names_under(scene: Scene, heading: Passage) -> tuple[frozenset[str], ...]:
    """The names of the items under a heading, or what its first sentence sums up without more ("Wonen, werken en water.")."""
    names = _names(scene, heading, "")
    under = next((other for other in scene.by_section.get(heading.section, ()) if other.index > heading.index), None)
    if names or under is None or any(map(FINITE.__contains__, normal(under.text).split())):
        return names
    pieces = tuple(_words(scene, piece) for piece in _PIECES.split(under.text) if piece.strip(" .-"))
    return pieces if len(pieces) >= _SUMMED_UP else ()


def _labelled(scene: Scene) -> Iterator[Whole]:
    """Parts that are called by a number with a label, in one passage or in several: "Deelopgave 1: … Deelopgave 2: …"."""
    found: dict[tuple[int, str], dict[str, tuple[Passage, str]]] = {}
    for passage in _told(scene):
        for hit in scene.says(passage, "deel_genummerd"):
            if label := _LABEL.match(passage.text, hit.end):
                name = passage.text[label.end() :].partition(".")[0]
                called = hit.text.lower()
                found.setdefault((passage.section, called.split()[0]), {})[called] = (passage, name)
    for (_, noun), parts in found.items():
        if len(parts) > 1:
            first, *_ = (passage for passage, _ in parts.values())
            yield Whole(first, len(parts), noun, tuple(_words(scene, name) for _, name in parts.values()))


def _is_part(scene: Scene, passage: Passage, noun: str) -> bool:
    """Whether a word of the passage says what the parts of a whole are called."""
    return any(hit.text.lower() == noun.lower() for hit in scene.says(passage, "deel_van_geheel"))


def _names(scene: Scene, passage: Passage, listed: str) -> tuple[frozenset[str], ...]:
    """The names of the parts: how the items that follow begin, or what is summed up behind a colon."""
    items = _items_after(scene, passage)
    if len(items) > 1:
        return tuple(_words(scene, match[1] if (match := _LEAD.match(item.text)) else item.text) for item in items)
    return tuple(_words(scene, piece) for piece in _PIECES.split(listed) if piece.strip(" .-"))


def _items_after(scene: Scene, passage: Passage) -> Sequence[Passage]:
    after = [other for other in scene.by_section.get(passage.section, ()) if other.index > passage.index]
    skipped = after[1:] if after and after[0].kind == PassageKind.SENTENCE else after
    listed = takewhile(lambda other: other.kind == PassageKind.ITEM, skipped)
    return [next(sentences) for _, sentences in groupby(listed, key=attrgetter("paragraph"))]


def _words(scene: Scene, name: str) -> frozenset[str]:
    """The words that tell a part apart."""
    return frozenset(_WORD.findall(normal(name))).difference(scene.words("woorden_in_elke_naam"))


def _relations(scene: Scene, passage: Passage, wholes: Sequence[Whole]) -> Iterator[Draft]:
    empty = apart(scene.says(passage, "samenhang_leeg"), scene.says(passage, "samenhang_wet"))
    if scene.says(passage, "samenhang_matrix"):
        yield _relation(passage, "matrix")
    elif scene.says(passage, "samenhang_sterk") or scene.says(passage, "samenhang_duidelijk"):
        yield _relation(passage, "order")
    elif len(scene.says(passage, "deel_genummerd")) > 1 or any(_speaks_of_parts(passage, whole) for whole in wholes):
        kind = next((kind for kind, name in RELATIONS if scene.says(passage, name)), "")
        bare = "bare" if empty else ""
        if kind or bare:
            yield _relation(passage, kind or bare)
    elif empty:
        yield _relation(passage, "bare")


def _relation(passage: Passage, kind: str) -> Draft:
    return Draft("relation", {"of": kind}, passage.text, passage.location, SOURCE, passage.index)


def _speaks_of_parts(passage: Passage, whole: Whole) -> bool:
    """Whether a passage names two of the parts, or the parts as such together with "elkaar" or the like."""
    words = set(_WORD.findall(normal(passage.text)))
    named = sum(bool(name & words) for name in whole.names)
    singular = re.sub(r"(?:lijnen|sporen|thema's|pijlers|projecten|opgaven|doelen)$", lambda m: m[0][:4], whole.noun)
    of_kind = any(word.startswith((whole.noun[:7], singular[:7])) for word in words)
    return named >= 2 or (of_kind and (named >= 1 or bool(_TOGETHER.search(passage.text))))

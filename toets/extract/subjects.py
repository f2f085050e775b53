"""What a proposal is about: where each subject counts, in the title, in a decision point or only in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from types import MappingProxyType

from toets.extract.decisions import DECIDES_NOTHING, acts_of
from toets.extract.kinds import SOURCE, START, body_of, first_act
from toets.extract.scene import Scene, spans_of
from toets.extract.situations import Case, Whole, overlooked, own_points, place_of, whole_of
from toets.extract.topics import spot
from toets.model.document import Location
from toets.model.fact import Draft, Value

MONEY = frozenset({"krediet", "begrotingswijziging", "reserve"})
"""Subjects that say that money is asked, and not what for."""

BESIDE_WHAT_IS_SENT = DECIDES_NOTHING | {"mandateren"}
"""Verbs of points that only go with what is sent to the council: who may change its words, and who is told of it."""

ONLY_IN_POINTS: Mapping[str, tuple[str, ...]] = MappingProxyType({"beleid": ("point",)})
"""A policy in the title alone does not make the kind: what is decided about it may be anything."""

YEARS = 2
"""How many years a period in a title spans at least before it is one of some years."""


def placed(drafts: Iterable[Draft], scene: Scene) -> Iterator[Draft]:
    """Say of each subject whether it stands in the title, in a decision point or in the text.

    A subject that is named there and is not what is decided on counts as text; the field `aside` says which words, and why.
    """
    kept = list(drafts)
    whole = whole_of(kept, scene)
    seen: dict[str, set[int]] = {}
    for draft in kept:
        if draft.kind != "subject" or draft.passage is None:
            yield draft
            continue
        given = _placed(draft, scene, whole)
        if _tells(given, whole):
            seen.setdefault(str(given.fields["is"]), set()).add(draft.passage)
        yield given
    yield from _told_together(scene, whole, seen)


def _placed(draft: Draft, scene: Scene, whole: Whole) -> Draft:
    passage = scene.passages[draft.passage or 0]
    place = place_of(passage)
    case = Case(scene, whole, passage, str(draft.fields["is"]), draft.location)
    found = overlooked(case) if place != "text" else None
    if found is None:
        return replace(draft, fields={**draft.fields, "place": place})
    if found.becomes:
        return replace(draft, fields={**draft.fields, "is": found.becomes, "place": place})
    told = case.subject in scene.vocabulary.lists.get("bijzaak_gemeld", ())
    aside = f"“{case.words}” ({found.because})" if told else ""
    return replace(draft, fields={**draft.fields, "place": "text", "aside": aside})


def _tells(draft: Draft, whole: Whole) -> bool:
    """Whether a subject counts where it stands; beside other points a mandate is not what the proposal is about."""
    subject, place = str(draft.fields["is"]), draft.fields["place"]
    if not draft.fields.get("polarity", 1) or place not in ONLY_IN_POINTS.get(subject, ("title", "point")):
        return False
    return not (subject == "mandaat" and place == "point" and whole.several)


def _told_together(scene: Scene, whole: Whole, seen: Mapping[str, Set[int]]) -> Iterator[Draft]:
    """The subjects that title and points tell together, where no word names them; `seen`: in which passages each is named."""
    points, told = whole.points, set(seen)
    yield from _for_years(scene)
    if whole.books or points.fields["sum"]:
        yield _subject("technisch" if whole.books else "uitgave", "point", points.quote, points.location)
    if _only_orders(scene):
        told.add("start")
        yield _subject("start", "point", points.quote, points.location)
    if _kind_is_open(scene, points) and (_unknown(scene, told, points.fields) or _decides_more(scene, seen)):
        yield _subject("unknown", "title", scene.document.subject or scene.document.title, START)


def _subject(name: str, place: str, quote: str, location: Location) -> Draft:
    return Draft("subject", {"is": name, "place": place, "part": "voorstel", "polarity": 1}, quote, location, SOURCE)


def _for_years(scene: Scene) -> Iterator[Draft]:
    """That the title or a decision point names a period of some years ("2027-2030")."""
    for passage in scene.passages:
        place = place_of(passage)
        periods = [span for span in spans_of(passage, "jaar") if int(span.more.get("end", span.value)) - int(span.value) >= YEARS]
        if place != "text" and periods:
            fields: dict[str, Value] = {"is": "meerjarig", "place": place}
            where = spot(passage, periods[0].start, periods[0].end)
            yield Draft("subject", fields, passage.text, where, SOURCE, passage.index)


def _only_orders(scene: Scene) -> bool:
    """Whether the first point gives the college an order, and the others decide nothing but within what it is carried out."""
    points = own_points(scene)
    if not points or first_act(scene, points[0]) != "opdragen":
        return False
    others = (one for one in points if not scene.says(one, "hoort_bij_opdracht"))
    return DECIDES_NOTHING.issuperset(first_act(scene, one) for one in others)


def _kind_is_open(scene: Scene, points: Draft) -> bool:
    """Whether taking note is not all: that is a kind of its own for the council, and for the college it is not."""
    return points.fields["only"] != "kennisnemen" or body_of(scene) == "college"


def _unknown(scene: Scene, seen: Set[str], points: Mapping[str, Value]) -> bool:
    """Whether nothing tells the kind; an initiative that only asks for money is about something else besides."""
    telling = _telling(scene)
    if "initiatief" in seen:
        return (telling - MONEY).isdisjoint(seen)
    return telling.isdisjoint(seen) and not _for_money(scene, points)


def _decides_more(scene: Scene, seen: Mapping[str, Set[int]]) -> bool:
    """Whether the college, beside a point that goes to the council, decides something that no word names."""
    partial = scene.vocabulary.lists.get("bepaalt_alleen_het_punt", ())
    named = _telling(scene).intersection(seen)
    if body_of(scene) != "college" or not named or not named.issubset(partial):
        return False
    spoken = frozenset().union(*(seen[subject] for subject in named))
    others = (one for one in own_points(scene) if one.index not in spoken)
    return any(not BESIDE_WHAT_IS_SENT.issuperset(acts_of(scene, one)) for one in others)


def _for_money(scene: Scene, points: Mapping[str, Value]) -> bool:
    """Whether the council is asked for money: that is a kind of its own, also where the words tell no other subject."""
    return bool(points["sum"]) and _telling(scene) == frozenset(scene.vocabulary.lists.get("soortbepalend_raad", ()))


def _telling(scene: Scene) -> frozenset[str]:
    """The subjects that make the kind of a document for the body it addresses; of both bodies when that is not known."""
    lists = scene.vocabulary.lists
    body = body_of(scene)
    council = lists.get("soortbepalend_raad", ()) if body in ("raad", "") else ()
    college = lists.get("soortbepalend_college", ()) if body != "raad" else ()
    return frozenset((*council, *college))
